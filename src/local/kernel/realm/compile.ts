import vm from 'node:vm';
import type { ProjectFile } from '../state';

/** A file Google's parser refuses; the message names the place as Google does. */
export class ScriptSyntaxError extends SyntaxError {
  override readonly name = 'SyntaxError';
}

const compiled = new Map<string, vm.Script>();
const KEPT = 60;
/** The same, by the file itself: to look a long text up costs more than to run a short one. */
const byFile = new WeakMap<ProjectFile, vm.Script>();

/**
 * A script file, compiled once per process however many executions load it. Throws ScriptSyntaxError on what Google's parser refuses
 * though Node's takes it: private names, static fields [facts 7].
 */
export function compile(file: ProjectFile): vm.Script {
  let script = byFile.get(file);
  if (!script) {
    script = compileText(file);
    byFile.set(file, script);
  }
  return script;
}

function compileText(file: ProjectFile): vm.Script {
  const key = `${file.name}\0${file.source}`;
  const known = compiled.get(key);
  if (known) return known;
  const script = parse(file.source, file.name);
  refuse(file, /#(?=[A-Za-z_$])/g, '@', (found) => `Private fields are not supported: ${found}`);
  refuse(
    file,
    /\bstatic(?=\s+(?:[\w$]+|\[[^\]]*\]|'[^']*'|"[^"]*")\s*[=;}\n]|\s*\{)/g,
    'st@tic',
    () => 'Static fields are not supported',
  );
  if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value!);
  compiled.set(key, script);
  return script;
}

function parse(source: string, name: string): vm.Script {
  try {
    return new vm.Script(source, { filename: `script:${name}` });
  } catch (error) {
    if (!(error instanceof Error) && !(typeof error === 'object' && error !== null)) throw error;
    const { message, stack } = error as Error;
    const line = /^script:[^\n]*:(\d+)/.exec(stack ?? '')?.[1] ?? '?';
    throw new ScriptSyntaxError(`${message} line: ${line} file: ${name}`);
  }
}

/**
 * Refuses the pattern where it is code. In a string, a comment or a regular expression the file still parses when the pattern is made
 * into something no code may hold; in code it does not. So no parser of our own is needed.
 */
function refuse(file: ProjectFile, pattern: RegExp, broken: string, words: (found: string) => string): void {
  const { source, name } = file;
  const places = [...source.matchAll(pattern)].map((match) => match.index);
  const stillParses = (some: readonly number[]): boolean => {
    let text = '';
    let from = 0;
    for (const at of some) {
      text += source.slice(from, at) + broken;
      from = at + (broken === '@' ? 1 : 'static'.length);
    }
    try {
      void new vm.Script(text + source.slice(from));
      return true;
    } catch {
      return false;
    }
  };
  if (places.length === 0 || stillParses(places)) return;
  const guilty = places.find((at) => !stillParses([at])) ?? places[0]!;
  const line = source.slice(0, guilty).split('\n').length;
  const found = /^#?[\w$]+/.exec(source.slice(guilty))?.[0] ?? '';
  throw new ScriptSyntaxError(`${words(found)} line: ${line} file: ${name}`);
}
