import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { emulationDecisionsFrom, type EmulationDecision } from '../workbook/emulation-tab';
import { problemLine, type SheetProblem } from '../workbook/problems';
import type { TabReading } from '../workbook/row-reader';
import { runningProgramme } from '../workbook/running-year';
import { emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import { yearDecisionsFrom, type YearDecision } from '../workbook/year-tab';
import type { DistrictFacts } from './facts';
import { jsonOf, type NamedTexts } from './state-tab';

/** What staff confirmed of a year, by member and by unit. */
export interface YearDecisions {
  readonly members: ReadonlyMap<string, YearDecision>;
  readonly units: ReadonlyMap<string, EmulationDecision>;
  /** What keeps the two tabs from being drawn anew: staff's words would be lost. */
  readonly problems: readonly Problem[];
}

/** The two tabs as they stand; null = the tab is gone. */
export interface DecidedTabs {
  readonly year: ReadRows | null;
  readonly emulation: ReadRows | null;
}

/** Columns without which nothing that staff wrote could be carried along. */
const NEEDED = {
  year: ['member', 'decided', 'reason', 'note'],
  emulation: ['code', 'decided', 'note'],
} as const;

/**
 * What staff decided and noted in *Tổng hợp năm* and *Thi đua đơn vị*, of the year each unit is in. A tab that was deleted or emptied gives what the
 * last drawing kept. Problems: SHEET_PROBLEM of each word that is no class, and of each column that is gone.
 */
export function readDecisions(
  facts: DistrictFacts,
  waves: readonly Wave[],
  tabs: DecidedTabs,
  kept: NamedTexts,
): YearDecisions {
  const { setup, settings } = facts;
  const preset = presetOfSettings(settings);
  const branchOf = new Map(setup.members.map((member) => [member.code, member.branch]));
  const baseOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  const isKept = sameYear(facts, waves, tabs.year ?? []);
  const copies = setup.units.flatMap(({ unit }) => {
    const copy = jsonOf<UnitCopy | null>(kept, nameOf(unit.code), null);
    return copy?.year === runningProgramme(setup, unit.calendar) ? [{ unit: unit.code, ...copy }] : [];
  });
  const year = isGone(tabs.year) ? null : yearDecisionsFrom(tabs.year ?? [], waves, preset);
  const emulation = isGone(tabs.emulation)
    ? null
    : emulationDecisionsFrom(tabs.emulation ?? [], emulationWeightsOf(settings), preset);
  return {
    members: new Map(
      year
        ? year.values
            .filter((one) => isKept(baseOf.get(branchOf.get(one.member) ?? '') ?? ''))
            .map((one) => [one.member, one])
        : copies.flatMap((copy) => copy.members).map((one) => [one.member, one]),
    ),
    units: new Map(
      emulation
        ? emulation.values.filter(([unit]) => isGone(tabs.year) || isKept(unit))
        : copies.flatMap((copy) => (copy.own ? [[copy.unit, copy.own] as const] : [])),
    ),
    problems: [
      ...(year ? lossOf(year, NEEDED.year) : []),
      ...(emulation ? lossOf(emulation, NEEDED.emulation) : []),
    ],
  };
}

/** What is kept of a unit's decisions beside the tabs, which somebody may delete. */
interface UnitCopy {
  readonly year: string;
  readonly members: readonly YearDecision[];
  readonly own: EmulationDecision | null;
}

function nameOf(unit: string): string {
  return `decided:${unit}`;
}

/** Keeps what staff decided, unit by unit. */
export function keepDecisions(
  kept: NamedTexts,
  { setup }: DistrictFacts,
  { members, units }: Pick<YearDecisions, 'members' | 'units'>,
): void {
  const branches = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  const byUnit = new Map<string, YearDecision[]>();
  for (const { code, branch } of setup.members) {
    const one = members.get(code);
    if (!one || (one.decided === '' && one.reason === '' && one.note === '')) continue;
    const unit = branches.get(branch) ?? '';
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), one]);
  }
  for (const { unit } of setup.units) {
    const copy: UnitCopy = {
      year: runningProgramme(setup, unit.calendar),
      members: byUnit.get(unit.code) ?? [],
      own: isEmpty(units.get(unit.code)) ? null : (units.get(unit.code) ?? null),
    };
    if (copy.members.length > 0 || copy.own !== null || kept.get(nameOf(unit.code)) !== null)
      kept.set(nameOf(unit.code), JSON.stringify(copy));
  }
}

function isEmpty(decision: EmulationDecision | undefined): boolean {
  return decision === undefined || Object.values(decision).every((text) => text === '');
}

function isGone(rows: ReadRows | null): boolean {
  return rows === null || rows.every((row) => row.every((cell) => textOfCell(cell) === ''));
}

function lossOf(reading: TabReading<unknown>, needed: readonly string[]): readonly Problem[] {
  const loses = (one: SheetProblem): boolean =>
    one.code === 'UNKNOWN_WORD' || (one.code === 'COLUMN_MISSING' && needed.includes(one.column));
  return reading.problems
    .filter(loses)
    .map((one) => problem('SHEET_PROBLEM', one.at, { sentence: problemLine(one) }));
}

/**
 * Whether what stands in *Tổng hợp năm* of a unit's people was decided about the year the unit is in: the tab has a column of one of its waves. What
 * was decided about the year before is in the archive, and is not carried into the new one.
 */
function sameYear(
  { setup }: DistrictFacts,
  waves: readonly Wave[],
  rows: ReadRows,
): (unit: string) => boolean {
  const keys = new Set((rows[0] ?? []).map(textOfCell));
  const drawn = new Set(waves.filter((wave) => keys.has(`wave.${wave.code}`)).map((wave) => wave.calendar));
  const calendarOf = new Map(setup.units.map(({ unit }) => [unit.code, unit.calendar]));
  return (unit) => {
    const calendar = calendarOf.get(unit);
    return calendar !== undefined && drawn.has(calendar);
  };
}
