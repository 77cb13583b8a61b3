import type { CalendarName } from '../programme/organisation';
import { problem, type Problem } from '../programme/result';
import type { BranchFold } from '../programme/fold';
import type { MemberFold } from '../programme/fold-member';
import { proposeYearClass, type WaveClass } from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import { emulationTab } from '../workbook/emulation-tab';
import { isRunning } from '../workbook/running-year';
import { emulationSum, emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import { SHEET_IDS } from '../workbook/sheet-ids';
import type { TabRecord } from '../workbook/tab';
import { yearRecord, yearTab, type YearDecision } from '../workbook/year-tab';
import type { Job } from '../google/jobs';
import type { District } from './district';
import { GUARD_STAFF } from './district-tabs';
import { readFacts, staffOf, type DistrictFacts } from './facts';
import { remember } from './properties';
import { redrawTab } from './redraw-tab';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { keepDecisions, readDecisions } from './year-decisions';
import { emulationRows, type MemberYear, type WaveResults } from './year-emulation';

/**
 * *Đánh giá cuối năm* (P1, P14): *Tổng hợp năm* proposes each member's class from his waves, *Thi đua đơn vị* each unit's from the stated rule; what
 * staff decided and noted is carried along by code. Both stand in the district's own workbook: nobody else sees them. Problems: those of
 * `yearProblems`; SHEET_PROBLEM where something staff wrote would be lost.
 */
export function yearJob(district: District): Job<'DRAW'> {
  return {
    name: 'year',
    first: () => 'DRAW',
    step() {
      const facts = readFacts(district);
      const problems = yearProblems(facts);
      if (problems.length > 0) return { cursor: 'DRAW', done: 0, total: 1, problems };
      const { members, problems: losses } = drawYear(district, facts);
      if (losses.length > 0) return { cursor: 'DRAW', done: 0, total: 1, problems: losses };
      remember(district.services, `year:${facts.settings.programme}`, district.now());
      return { cursor: null, done: 1, total: 1, counts: { members } };
    },
  };
}

/** What keeps the year from being proposed: no wave was opened, weights that are not 100. */
export function yearProblems(facts: DistrictFacts): readonly Problem[] {
  const sum = emulationSum(facts.settings);
  return [
    ...(yearWaves(facts).length === 0 ? [problem('WAVE_NOT_OPENED')] : []),
    ...(sum === 100 ? [] : [problem('WEIGHTS_SUM', '', { sum })]),
  ];
}

/** The opened waves of the programme year each calendar is in. */
export function yearWaves({ setup }: DistrictFacts): readonly Wave[] {
  return setup.waves
    .filter(({ wave, formId }) => formId !== '' && isRunning(setup, wave))
    .map(({ wave }) => wave);
}

interface DrawnYear {
  readonly members: number;
  readonly problems: readonly Problem[];
}

function drawYear(district: District, facts: DistrictFacts): DrawnYear {
  const { setup, settings } = facts;
  const preset = presetOfSettings(settings);
  const weights = emulationWeightsOf(settings);
  const waves = yearWaves(facts);
  const tabs = district.api.tabs(district.book);
  const there = [SHEET_IDS.yearSummary, SHEET_IDS.emulation].filter((id) =>
    tabs.some((tab) => tab.sheetId === id),
  );
  const [folds, ...before] = district.api.read(
    district.book,
    [FOLDS_TAB.sheetId, ...there].map((sheetId) => ({ sheetId })),
  );
  const rowsOf = (id: number) => before[there.indexOf(id as (typeof there)[number])] ?? null;
  const kept = readNamedTexts(FOLDS_TAB, folds ?? null);
  const decisions = readDecisions(
    facts,
    waves,
    { year: rowsOf(SHEET_IDS.yearSummary), emulation: rowsOf(SHEET_IDS.emulation) },
    kept,
  );
  if (decisions.problems.length > 0) return { members: 0, problems: decisions.problems };
  keepDecisions(kept, facts, decisions);
  const results = waves.map((wave) => ({ wave, units: resultsOf(kept, facts, wave) }));
  const members = memberYears(facts, results, decisions.members);
  const emulation = emulationRows(facts, results, members, decisions.units, district.now());
  const guard = { writers: staffOf(settings), guard: GUARD_STAFF, at: district.now() };
  const nameOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  const memberOf = new Map(setup.members.map((member) => [member.code, member]));
  district.api.change(
    district.book,
    [
      ...redrawTab(
        yearTab(waves, preset),
        members.map(({ code, classes, proposed, isOver }): TabRecord => {
          const member = memberOf.get(code);
          if (!member) throw new Error(`${code} is in no roster`);
          const branchName = nameOf.get(member.branch) ?? member.branch;
          const decision = decisions.members.get(code) ?? null;
          return yearRecord({ member, branchName, waves, classes, proposed, isOver, decision, preset });
        }),
        tabs,
        guard,
      ),
      ...redrawTab(emulationTab(weights, preset, settings.rankUnits), emulation, tabs, guard),
      ...kept.changes(),
    ],
    true,
  );
  return { members: members.length, problems: [] };
}

/** Whether all waves of a calendar's year are locked. A school year goes on beside the year of the others (P5). */
export function isYearOver({ setup }: DistrictFacts, calendar: CalendarName): boolean {
  const waves = setup.waves.filter(({ wave }) => wave.calendar === calendar && isRunning(setup, wave));
  return waves.length > 0 && waves.every(({ wave }) => wave.lockedAt !== undefined);
}

/** The year of every member of the roster, by the waves of his own calendar, in the order of the roster. */
export function memberYears(
  facts: DistrictFacts,
  results: readonly WaveResults[],
  decisions: ReadonlyMap<string, YearDecision>,
): readonly MemberYear[] {
  const { setup, settings } = facts;
  const calendars = new Map(setup.units.map(({ unit }) => [unit.code, unit.calendar]));
  const calendarOf = new Map(setup.allBranches.map(({ code, base }) => [code, calendars.get(base)]));
  // Only a school year is told as going on: the other waves of a year are a basis as soon as they are there.
  const goesOn = !isYearOver(facts, 'SCHOOL');
  const preset = presetOfSettings(settings);
  const byMember = new Map<string, WaveClass[]>();
  for (const { wave, units } of results)
    for (const fold of units.flatMap((unit): readonly BranchFold[] => unit.branches))
      for (const member of fold.members) {
        const classes = byMember.get(member.member) ?? [];
        classes.push(classIn(wave, member));
        byMember.set(member.member, classes);
      }
  return setup.members.flatMap((member): readonly MemberYear[] => {
    const isOver = calendarOf.get(member.branch) !== 'SCHOOL' || !goesOn;
    const classes = byMember.get(member.code) ?? [];
    if (classes.length === 0 && isOver) return [];
    const proposed = proposeYearClass(classes, preset);
    const decided = decisions.get(member.code)?.decided ?? '';
    const counted = decided || (isOver ? proposed.class : '');
    return [{ code: member.code, branch: member.branch, classes, proposed, isOver, counted }];
  });
}

function classIn(wave: Wave, member: MemberFold): WaveClass {
  return {
    wave: wave.code,
    eligible: member.facts.classed,
    class: member.recognised ?? member.decided ?? '',
  };
}

/** "Đợt I, Đợt II" of the waves that are not locked yet: their results may still change. */
export function openWaveNames(facts: DistrictFacts): string {
  return yearWaves(facts)
    .filter((wave) => wave.lockedAt === undefined)
    .map((wave) => waveName(wave))
    .join(', ');
}
