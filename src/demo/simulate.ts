import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIZES, type Size } from './invent/district';
import { exportReports } from './docx/export-reports';
import { readArguments, wholeNumber } from './story/arguments';
import { createProgressBar } from './story/progress-bar';
import { holds, simulate } from './story/simulation';
import type { World } from './world/world';
import { exportWorkbooks } from './xlsx/export-workbooks';

const OPTIONS = { size: 'value', seed: 'value', out: 'value', waves: 'value', xlsx: 'value' } as const;

/** `npm run simulate -- --size demo|ward|district --seed N --out DIR [--waves N] [--xlsx none|summary|all]`: plays whole waves and checks the books. */
async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), OPTIONS);
  const size = SIZES.find((one) => one === (given.size ?? 'demo'));
  if (!size) throw new Error(`--size is one of ${SIZES.join(', ')}`);
  const seed = wholeNumber(given.seed, 1, 'seed');
  const waves = wholeNumber(given.waves, 1, 'waves');
  const out = typeof given.out === 'string' ? given.out : join('build', 'simulation', size);
  const xlsx = (['none', 'summary', 'all'] as const).find((one) => one === (given.xlsx ?? 'summary'));
  if (!xlsx) throw new Error('--xlsx is one of none, summary, all');
  const world = run(size, seed, waves, out);
  if (xlsx !== 'none') {
    const files = await exportWorkbooks(world, out, xlsx);
    const reports = await exportReports(world, out);
    console.log(
      `${reports.length} files of reports; ${files.length} .xlsx with ${files.reduce((sum, { charts }) => sum + charts, 0)} charts in ${out}`,
    );
  }
}

function run(size: Size, seed: number, waves: number, out: string): World {
  const { simulation, wrong, faults, world } = simulate(size, seed, waves, createProgressBar);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'simulation.json'), `${JSON.stringify(simulation, null, 2)}\n`);
  for (const one of wrong.slice(0, 40))
    console.error(`${one.tab} · ${one.row} · ${one.column}: shown ${one.shown}, counted ${one.counted}`);
  for (const fault of faults.slice(0, 40)) console.error(fault);
  for (const failure of [...new Set(simulation.failures)].slice(0, 10)) console.error(failure);
  const { submissions, grades } = simulation;
  console.log(
    `${size}, seed ${seed}: ${simulation.members} members, ${submissions.sent} sheets sent, ${submissions.stored} stored, ` +
      `${grades.stored}/${grades.expected} grades, ${simulation.recognised} recognised; lost ${simulation.lost}, ` +
      `duplicated ${simulation.duplicated}, misplaced ${simulation.misplaced}, wrong totals ${simulation.wrongTotals} of ` +
      `${simulation.comparedTotals}; ${(simulation.wallMs / 1000).toFixed(1)} s`,
  );
  if (!holds(simulation)) process.exitCode = 1;
  return world;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
