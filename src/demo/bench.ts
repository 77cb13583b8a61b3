import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { browserMeasures } from './measure/browser-measures';
import { committeeMeasures } from './measure/committee-measures';
import { coreMeasures } from './measure/core-measures';
import { districtMeasures } from './measure/district-measures';
import { measureTable, type Measure } from './measure/measure';
import { memberMeasures } from './measure/member-measures';
import { stormMeasures } from './measure/storm-measures';
import { waveMeasures } from './measure/wave-measures';
import { workspaceMeasures } from './measure/workspace-measures';
import { readArguments, wholeNumber } from './story/arguments';

const OPTIONS = { out: 'value', seed: 'value', only: 'value' } as const;

type Group = (seed: number) => readonly Measure[] | Promise<readonly Measure[]>;

/** What is measured, by the name that `--only` takes; in the order of the table. */
const GROUPS: Readonly<Record<string, Group>> = {
  workspace: workspaceMeasures,
  demo: (seed) => waveMeasures('demo', seed),
  ward: (seed) => waveMeasures('ward', seed),
  members: memberMeasures,
  storm: stormMeasures,
  district: districtMeasures,
  committees: committeeMeasures,
  core: coreMeasures,
  browser: inBrowser,
};

/**
 * `npm run bench -- [--out FILE] [--seed N] [--only members,core]`: measures the shipped bundles and the workspace, prints a table, writes JSON. How far
 * it is goes to the error stream.
 */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), OPTIONS);
  const seed = wholeNumber(given.seed, 1, 'seed');
  const measures: Measure[] = [];
  for (const [name, group] of asked(given.only)) {
    const started = performance.now();
    // One after the other: side by side they would take each other's time.
    // oxlint-disable-next-line no-await-in-loop
    measures.push(...(await group(seed)));
    console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  console.log(measureTable(measures));
  if (typeof given.out === 'string') {
    mkdirSync(dirname(given.out), { recursive: true });
    writeFileSync(given.out, `${JSON.stringify(measures, null, 2)}\n`);
  }
}

function asked(only: unknown): readonly (readonly [string, Group])[] {
  const names = typeof only === 'string' ? only.split(',') : Object.keys(GROUPS);
  return names.map((name) => {
    const group = GROUPS[name];
    if (!group) throw new Error(`--only takes ${Object.keys(GROUPS).join(', ')}, not ${name}`);
    return [name, group];
  });
}

function inBrowser(): readonly Measure[] {
  const found = browserMeasures();
  if ('note' in found) console.log(found.note);
  return found.measures;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
