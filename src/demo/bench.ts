import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { browserMeasures } from './measure/browser-measures';
import { committeeMeasures } from './measure/committee-measures';
import { coreMeasures } from './measure/core-measures';
import { districtMeasures } from './measure/district-measures';
import { measureTable, type Measure } from './measure/measure';
import { memberMeasures } from './measure/member-measures';
import { waveMeasures } from './measure/wave-measures';
import { workspaceMeasures } from './measure/workspace-measures';
import { readArguments, wholeNumber } from './story/arguments';

const OPTIONS = { out: 'value', seed: 'value' } as const;

/** `npm run bench -- [--out FILE] [--seed N]`: measures the shipped bundles and the workspace, prints a table, writes JSON. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), OPTIONS);
  const seed = wholeNumber(given.seed, 1, 'seed');
  const inBrowser = browserMeasures();
  const measures: readonly Measure[] = [
    ...workspaceMeasures(),
    ...waveMeasures('demo', seed),
    ...waveMeasures('ward', seed),
    ...memberMeasures(seed),
    ...districtMeasures(seed),
    ...committeeMeasures(seed),
    ...(await coreMeasures(seed)),
    ...inBrowser.measures,
  ];
  console.log(measureTable(measures));
  if ('note' in inBrowser) console.log(inBrowser.note);
  if (typeof given.out === 'string') {
    mkdirSync(dirname(given.out), { recursive: true });
    writeFileSync(given.out, `${JSON.stringify(measures, null, 2)}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
