import type { Criterion } from '../programme/criteria';
import {
  branchesOf,
  ownBranchCode,
  SMALLEST_BRANCH,
  type Branch,
  type Member,
} from '../programme/organisation';
import { branchesFrom, type BranchEntry } from './branches-tab';
import type { ReadRows } from './cells';
import { criteriaFrom } from './criteria-tab';
import { membersFrom } from './members-tab';
import { placeOfTab, sheetProblem, type SheetProblem } from './problems';
import { placeOf, type TabReading } from './row-reader';
import { wavesOfColumns } from './running-year';
import type { Settings } from './settings';
import { settingsFrom } from './settings-tab';
import { doubledRows } from './doubled';
import { unitsFrom, type UnitEntry } from './units-tab';
import type { LockedScales } from './wave-scale';
import { wavesFrom, type WaveEntry } from './waves-tab';

/** The tabs of *Sổ Quận đoàn* that people fill in, as read; null = the tab is not there. */
export interface SetupTabs {
  readonly settings: ReadRows | null;
  readonly waves: ReadRows | null;
  readonly criteria: ReadRows | null;
  readonly units: ReadRows | null;
  readonly branches: ReadRows | null;
  readonly members: ReadRows | null;
}

/** Everything the district set up, with all that is wrong in it at once, each in its cell. */
export interface Setup {
  readonly settings: Settings;
  readonly waves: readonly WaveEntry[];
  readonly criteria: readonly Criterion[];
  readonly units: readonly UnitEntry[];
  /** The tab's branches; `allBranches` adds a base branch as its own only branch. */
  readonly branches: readonly BranchEntry[];
  readonly allBranches: readonly Branch[];
  /** The roster; who names a base branch by its unit's code stands in that unit's own branch. */
  readonly members: readonly Member[];
  readonly problems: readonly SheetProblem[];
  /** The scales of locked waves, where whoever reads the setup knows them. */
  readonly scales?: LockedScales;
}

/** Reads the setup and tells everything wrong at once (P15): in each tab, and between tabs. */
export function readSetup(tabs: SetupTabs): Setup {
  const settings = settingsFrom(tabs.settings ?? []);
  const waves = wavesFrom(tabs.waves ?? []);
  const criteria = criteriaFrom(tabs.criteria ?? []);
  const units = unitsFrom(
    tabs.units ?? [],
    wavesOfColumns({ waves: waves.values, settings: settings.settings }),
  );
  const branches = branchesFrom(tabs.branches ?? []);
  const members = membersFrom(tabs.members ?? [], settings.settings.programme);

  const allBranches = units.values.flatMap(({ unit }) =>
    branchesOf(
      unit,
      branches.values.map((entry) => entry.branch),
    ),
  );
  const roster = members.values.map((member) => ({ ...member, branch: ownBranch(member.branch, units) }));
  const readings: readonly (readonly [
    ReadRows | null,
    Pick<TabReading<unknown>, 'definition' | 'problems' | 'rows'>,
    string,
  ])[] = [
    [tabs.settings, settings, 'các mục thiết lập'],
    [tabs.waves, waves, 'các đợt'],
    [tabs.criteria, criteria, 'mười tiêu chí'],
    [tabs.units, units, 'các đơn vị'],
    [tabs.branches, branches, 'các chi đoàn'],
    [tabs.members, members, 'danh sách đoàn viên'],
  ];
  const problems = readings.flatMap(([rows, reading, what]) => tabProblems(rows, reading, what));
  const asked = { units, branches, members: { ...members, values: roster }, allBranches };
  return {
    settings: settings.settings,
    waves: waves.values,
    criteria: criteria.values,
    units: units.values,
    branches: branches.values,
    allBranches,
    members: roster,
    problems: [
      ...problems,
      ...doubledCodes(waves, 'wave', (entry) => entry.wave.code),
      ...doubledCodes(criteria, 'code', (criterion) => criterion.code),
      ...doubledCodes(units, 'code', (entry) => entry.unit.code),
      ...doubledCodes(branches, 'code', (entry) => entry.branch.code),
      ...doubledCodes(members, 'code', (member) => member.code),
      ...doubledTokens(members),
      ...doubledPeople(asked.members),
      ...branchProblems(asked),
      ...memberProblems(asked),
      ...unitProblems(asked),
    ],
  };
}

/** Everything wrong in the setup. */
export function setupProblems(tabs: SetupTabs): readonly SheetProblem[] {
  return readSetup(tabs).problems;
}

interface Asked {
  readonly units: TabReading<UnitEntry>;
  readonly branches: TabReading<BranchEntry>;
  readonly members: TabReading<Member>;
  readonly allBranches: readonly Branch[];
}

/** A base branch is named by its unit's code as well as by its own. */
function ownBranch(code: string, units: TabReading<UnitEntry>): string {
  const unit = units.values.find((entry) => entry.unit.code === code)?.unit;
  return unit?.kind === 'BASE_BRANCH' ? ownBranchCode(code) : code;
}

function tabProblems(
  rows: ReadRows | null,
  reading: Pick<TabReading<unknown>, 'definition' | 'problems' | 'rows'>,
  what: string,
): readonly SheetProblem[] {
  const place = placeOfTab(reading.definition);
  const { title } = reading.definition;
  if (rows === null) return [sheetProblem('TAB_MISSING', place, '', { title })];
  const columnGone = reading.problems.some((one) => one.code === 'COLUMN_MISSING');
  // A list of settings that is empty has each of them missing: said once is enough.
  if (reading.rows.length === 0 && !columnGone) return [sheetProblem('TAB_EMPTY', place, '', { what })];
  return reading.problems;
}

function doubledCodes<T>(
  reading: TabReading<T>,
  key: string,
  codeOf: (value: T) => string,
): readonly SheetProblem[] {
  return doubledRows(reading, (value) => codeOf(value).toUpperCase()).map(({ row, others, index }) =>
    sheetProblem('DOUBLED_CODE', placeOf(reading, row, key), codeOf(reading.values[index] as T), {
      value: codeOf(reading.values[index] as T),
      rows: others,
    }),
  );
}

function doubledTokens(members: TabReading<Member>): readonly SheetProblem[] {
  return doubledRows(members, (member) => member.token).map(({ row, others, index }) =>
    sheetProblem('DOUBLED_TOKEN', placeOf(members, row, 'token'), members.values[index]?.code, {
      rows: others,
    }),
  );
}

/** One person entered twice under two codes. */
function doubledPeople(members: TabReading<Member>): readonly SheetProblem[] {
  const person = (member: Member): string =>
    member.fullName === '' || member.birthDate === ''
      ? ''
      : [member.fullName.toLowerCase(), member.birthDate, member.branch].join('|');
  return doubledRows(members, person).map(({ row, others, index }) =>
    sheetProblem('DOUBLED_NAME', placeOf(members, row, 'fullName'), members.values[index]?.code, {
      value: members.values[index]?.fullName,
      rows: others,
    }),
  );
}

/** Where a tab or its codes are gone, that is the one problem; not every row that names one of them. */
function canBeAskedFor(reading: TabReading<unknown>): boolean {
  return ['code', 'kind', 'base'].every((key) => !reading.table.missing.includes(key));
}

function branchProblems({ units, branches }: Asked): readonly SheetProblem[] {
  return branches.values.flatMap(({ branch }, index) => {
    const place = placeOf(branches, branches.rows[index] ?? -1, 'base');
    const unit = units.values.find((entry) => entry.unit.code === branch.base)?.unit;
    if (branch.base === '' || !canBeAskedFor(units)) return [];
    if (!unit) return [sheetProblem('UNKNOWN_UNIT', place, branch.code, { value: branch.base })];
    return unit.kind === 'BASE_BRANCH'
      ? [sheetProblem('BRANCH_OF_BASE_BRANCH', place, branch.code, { unit: unit.name })]
      : [];
  });
}

function memberProblems({ units, branches, members, allBranches }: Asked): readonly SheetProblem[] {
  if (!canBeAskedFor(units) || !canBeAskedFor(branches)) return [];
  const known = new Set(allBranches.map((branch) => branch.code));
  return members.values.flatMap((member, index) =>
    member.branch === '' || known.has(member.branch)
      ? []
      : [
          sheetProblem('UNKNOWN_BRANCH', placeOf(members, members.rows[index] ?? -1, 'branch'), member.code, {
            value: member.branch,
          }),
        ],
  );
}

function unitProblems({ units, branches, members, allBranches }: Asked): readonly SheetProblem[] {
  const problems: SheetProblem[] = [];
  units.values.forEach(({ unit }, index) => {
    if (unit.kind === 'BASE_BRANCH' || !canBeAskedFor(branches)) return;
    if (allBranches.some((branch) => branch.base === unit.code)) return;
    const place = placeOf(units, units.rows[index] ?? -1, 'kind');
    problems.push(sheetProblem('UNIT_WITHOUT_BRANCH', place, unit.code, { unit: unit.name }));
  });
  const sizes = new Map<string, number>();
  for (const member of members.values) sizes.set(member.branch, (sizes.get(member.branch) ?? 0) + 1);
  branches.values.forEach(({ branch }, index) => {
    const size = sizes.get(branch.code) ?? 0;
    if (size >= SMALLEST_BRANCH || members.values.length === 0) return;
    const place = placeOf(branches, branches.rows[index] ?? -1, 'code');
    problems.push(sheetProblem('SMALL_BRANCH', place, branch.code, { members: size }));
  });
  return problems;
}
