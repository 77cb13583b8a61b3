/** What Google's parser or HtmlService would refuse or cut (docs/apps-script-notes.md, Syntax and Pages), by name. */
const IN_CODE: Readonly<Record<string, RegExp>> = {
  '#private': /(?:^|[\s{;.(])#[A-Za-z_$][\w$]*\s*(?:[=;(,)]|\bin\b)/m,
  'static field': /(?:^|[\s{;}])static\s+[\w$]+\s*(?:=(?!=)|;)/m,
  'static block': /(?:^|[\s{;}])static\s*\{/m,
  import: /^\s*import\s*[\w{*'"]/m,
  export: /^\s*export\s+(?:default|const|let|var|function|class|\{)/m,
};

const IN_PROGRAM: Readonly<Record<string, RegExp>> = {
  backtick: /`/,
  scriptlet: /<\?/,
  'end of script': /<\/script/i,
  'HTML comment': /<!--/,
};

/** Names of the faults in a program of a script (Code.js). */
export function faultsInCode(code: string): readonly string[] {
  return faults(IN_CODE, withoutComments(code));
}

/** Names of the faults in the text between a page's script tags. */
export function faultsInProgram(program: string): readonly string[] {
  return [...faults(IN_PROGRAM, program), ...faultsInCode(program)];
}

function faults(patterns: Readonly<Record<string, RegExp>>, text: string): readonly string[] {
  return Object.keys(patterns).filter((name) => patterns[name]?.test(text));
}

/** Comments may speak of what the code must not do. */
function withoutComments(code: string): string {
  return code.replace(/^\s*\/\/.*$/gm, '').replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
}
