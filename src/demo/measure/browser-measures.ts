import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { scriptFolder } from '../world/world';
import type { Measure } from './measure';

/** What a browser measured, or the sentence that says why nothing was. */
export type BrowserMeasures =
  { readonly measures: readonly Measure[] } | { readonly measures: readonly []; readonly note: string };

/** The first paint of a branch of 500, the way from a key to the screen and the keys of a branch of 30, by test/browser/measures.mjs. Throws when a browser is there and fails. */
export function browserMeasures(): BrowserMeasures {
  const root = join(scriptFolder('district'), '..', '..');
  const run = (program: string, stderr: 'ignore' | 'inherit') =>
    spawnSync(process.execPath, [join(root, program)], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', stderr],
    });
  if (run(join('test', 'support', 'find-browser.mjs'), 'ignore').status !== 0)
    return {
      measures: [],
      note: 'open500.paintMs, keyToPaint500.ms, keys30: not measured, no Chrome or Chromium was found',
    };
  const { status, stdout } = run(join('test', 'browser', 'measures.mjs'), 'inherit');
  if (status !== 0) throw new Error(`The measures in the browser ended with ${status}`);
  const measures = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as readonly Measure[];
  if (measures.length === 0) throw new Error('The browser measured nothing');
  return { measures };
}
