import { unitsOfWave, type BaseUnit, type Branch, branchesOf } from '../programme/organisation';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { problemLine, type SheetProblem } from '../workbook/problems';
import { withRules } from '../workbook/rules-in-force';
import type { Settings } from '../workbook/settings';
import { readSetup, type Setup, type SetupTabs } from '../workbook/setup';
import { SHEET_IDS } from '../workbook/sheet-ids';
import type { UnitEntry } from '../workbook/units-tab';
import type { WaveEntry } from '../workbook/waves-tab';
import type { ReadRows } from '../workbook/cells';
import type { District } from './district';
import { remember, recall, type SetupSummary } from './properties';
import { lockedScales, rulesInForce } from './rules-kept';
import { readNamedTexts, STATE_TAB, type NamedTexts } from './state-tab';

/** Everything the district set up, as it stands now, and the state its jobs keep; one read. */
export interface DistrictFacts {
  readonly setup: Setup;
  readonly settings: Settings;
  /** The settings as they are typed: rules of classes among them may not count yet (`rules-kept.ts`). */
  readonly typed: Settings;
  readonly state: NamedTexts;
  /** The rows of each tab that people fill in, for finding cells again. */
  readonly tabs: SetupTabs;
}

/** The tabs that people fill in, in the order of `SetupTabs`. */
const SETUP_SHEETS = [
  SHEET_IDS.settings,
  SHEET_IDS.waves,
  SHEET_IDS.criteria,
  SHEET_IDS.units,
  SHEET_IDS.branches,
  SHEET_IDS.members,
] as const;

/** Reads the setup and the state in one call. */
export function readFacts(district: District): DistrictFacts {
  const areas = [...SETUP_SHEETS, STATE_TAB.sheetId].map((sheetId) => ({ sheetId }));
  const [settings, waves, criteria, units, branches, members, state] = district.api.read(
    district.book,
    areas,
  ) as readonly (ReadRows | null)[];
  const tabs: SetupTabs = {
    settings: settings ?? null,
    waves: waves ?? null,
    criteria: criteria ?? null,
    units: units ?? null,
    branches: branches ?? null,
    members: members ?? null,
  };
  const texts = readNamedTexts(STATE_TAB, state ?? null);
  const read = readSetup(tabs);
  const counting = withRules(read.settings, rulesInForce(texts));
  const setup = { ...read, settings: counting, scales: lockedScales(texts) };
  return { setup, settings: counting, typed: read.settings, state: texts, tabs };
}

/** The facts of one slice of a job, read once when first asked for. */
export function factsOnce(district: District): () => DistrictFacts {
  let facts: DistrictFacts | null = null;
  return () => (facts ??= readFacts(district));
}

/** Problems that keep anything from being made, as the console shows them: how many, then each with its place. */
export function setupHindrances(problems: readonly SheetProblem[]): readonly Problem[] {
  const blocking = problems.filter((one) => one.blocking);
  if (blocking.length === 0) return [];
  return [
    problem('SETUP_PROBLEMS', '', { count: blocking.length }),
    ...blocking.map((one) => problem('SHEET_PROBLEM', one.at, { sentence: problemLine(one) })),
  ];
}

/** Keeps what the check found, for the console. */
export function rememberCheck(district: District, setup: Setup, finished?: boolean): void {
  const before = recall(district.services, 'setup');
  const summary: SetupSummary = {
    at: district.now(),
    units: setup.units.length,
    branches: setup.allBranches.length,
    members: setup.members.length,
    problems: setup.problems.length,
    blocking: setup.problems.filter((one) => one.blocking).length,
    lines: setup.problems.slice(0, 12).map(problemLine),
    finished: finished ?? before?.finished ?? false,
  };
  remember(district.services, 'setup', summary);
}

/** The wave of a code as its row has it; null when there is none. */
export function waveEntryOf(setup: Pick<Setup, 'waves'>, code: string): WaveEntry | null {
  return setup.waves.find((entry) => entry.wave.code === code) ?? null;
}

/** Waves that have a form: those that have been opened. */
export function openedWaves(setup: Setup): readonly WaveEntry[] {
  return setup.waves.filter((entry) => entry.formId !== '');
}

/** The units of a wave with their workbooks, in the order of the tab. */
export function entriesOfWave(setup: Setup, wave: Pick<Wave, 'calendar'>): readonly UnitEntry[] {
  const taking = new Set(
    unitsOfWave(
      setup.units.map((entry) => entry.unit),
      wave,
    ).map((unit) => unit.code),
  );
  return setup.units.filter((entry) => taking.has(entry.unit.code));
}

/** The branches of a unit. */
export function branchesOfUnit(setup: Setup, unit: BaseUnit): readonly Branch[] {
  return branchesOf(
    unit,
    setup.branches.map((entry) => entry.branch),
  );
}

/** Everybody who may work in *Sổ Quận đoàn*: role account, reserve account, staff; each once. */
export function staffOf(settings: Settings): readonly string[] {
  return [...new Set([settings.roleAccount, settings.reserveAccount, ...settings.staffEmails])].filter(
    (email) => email !== '',
  );
}

/** Who writes the owner's tabs. */
export function ownersOf(settings: Settings): readonly string[] {
  return [settings.roleAccount, settings.reserveAccount].filter((email) => email !== '');
}
