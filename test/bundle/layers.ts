import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, type ScriptName } from './shipped';

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** Layers of src/ and npm packages with at least one byte in a shipped file ('Code', or a page's name), sorted. */
export function layersIn(script: ScriptName, file: string): readonly string[] {
  const path = join(ROOT, 'build', 'meta', `${script}-${file}.json`);
  return layersOf(JSON.parse(readFileSync(path, 'utf8')) as Metafile);
}

/** Throws when a metafile names no input, or one that belongs to no layer and no package: then nothing would have been judged. */
export function layersOf(metafile: Metafile): readonly string[] {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  if (inputs.length === 0) throw new Error('The metafile names no input');
  const found = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => layerOf(path));
  if (found.length === 0) throw new Error('No input left a byte in the shipped file');
  return [...new Set(found)].sort();
}

function layerOf(path: string): string {
  const packageName = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  if (packageName !== undefined) return `npm:${packageName}`;
  const layer = /^src\/([^/]+)\//.exec(path)?.[1];
  if (layer === undefined) throw new Error(`${path} belongs to no layer`);
  return layer;
}
