import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import { branchesOfUnit, entriesOfWave, type DistrictFacts } from './facts';
import { copiesOf } from './ledger-copies';

/**
 * Units and branches that are in an open wave and cannot be counted any more: their row in *Đơn vị* or *Chi đoàn* is gone, or the branch stands under
 * another unit than the one in whose workbook its ledger is. A locked wave does not ask: it keeps its own. Problems: UNIT_GONE, BRANCH_GONE,
 * BRANCH_MOVED.
 */
export function goneUnits({ setup, state }: DistrictFacts, wave: Wave): readonly Problem[] {
  if (setup.scales?.has(wave.code)) return [];
  const name = waveName(wave);
  const prefix = `roster:${wave.code}:`;
  const taking = new Map(
    entriesOfWave(setup, wave).flatMap(({ unit }) =>
      branchesOfUnit(setup, unit).map((branch) => [branch.code, unit] as const),
    ),
  );
  const typed = new Map(setup.branches.map(({ branch }) => [branch.code, branch]));
  const units = new Set(setup.units.map(({ unit }) => unit.code));
  const gone = new Map<string, Problem>();
  for (const kept of state.names()) {
    if (!kept.startsWith(prefix) || (state.get(kept) ?? '') === '') continue;
    const code = kept.slice(prefix.length);
    const branch = typed.get(code);
    if (!taking.has(code)) {
      const base = branch && !units.has(branch.base) ? branch.base : '';
      if (base !== '') gone.set(base, problem('UNIT_GONE', base, { wave: name, unit: base }));
      else gone.set(code, problem('BRANCH_GONE', code, { wave: name, branch: branch?.name ?? code }));
      continue;
    }
    const before = formerUnit({ setup, state }, code, wave, taking.get(code)?.code ?? '');
    if (before !== '')
      gone.set(
        code,
        problem('BRANCH_MOVED', code, { wave: name, branch: branch?.name ?? code, unit: before }),
      );
  }
  return [...gone.values()];
}

/** Name of the unit in whose workbook the branch has written in this year, when it is another than now; '' = none. */
function formerUnit(
  { setup, state }: Pick<DistrictFacts, 'setup' | 'state'>,
  branch: string,
  wave: Wave,
  now: string,
): string {
  const ledger = `BRANCH:${branch}:${wave.programme}`;
  const lastSeq = (unit: string): number => copiesOf(state, unit).tails[ledger]?.lastSeq ?? 0;
  if (lastSeq(now) > 0) return '';
  return setup.units.find(({ unit }) => unit.code !== now && lastSeq(unit.code) > 0)?.unit.name ?? '';
}
