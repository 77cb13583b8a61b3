import { problem, type Problem } from '../programme/result';
import type { BranchFold } from '../programme/fold';
import type { MemberFold } from '../programme/fold-member';
import { proposeYearClass, type WaveClass } from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { emulationDecisionsFrom, emulationTab } from '../workbook/emulation-tab';
import { isRunning } from '../workbook/running-year';
import { emulationSum, emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import { SHEET_IDS } from '../workbook/sheet-ids';
import type { TabRecord } from '../workbook/tab';
import { yearDecisionsFrom, yearRecord, yearTab, type YearDecision } from '../workbook/year-tab';
import type { Job } from '../google/jobs';
import type { District } from './district';
import { GUARD_STAFF } from './district-tabs';
import { readFacts, staffOf, type DistrictFacts } from './facts';
import { remember } from './properties';
import { redrawTab } from './redraw-tab';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { emulationRows, type MemberYear, type WaveResults } from './year-emulation';

/**
 * *Đánh giá cuối năm* (P1, P14): *Tổng hợp năm* proposes each member's class from his waves, *Thi đua đơn vị* each unit's from the stated rule; what
 * staff decided and noted is carried along by code. Both stand in the district's own workbook: nobody else sees them. Problems: those of
 * `yearProblems`.
 */
export function yearJob(district: District): Job<'DRAW'> {
  return {
    name: 'year',
    first: () => 'DRAW',
    step() {
      const facts = readFacts(district);
      const problems = yearProblems(facts);
      if (problems.length > 0) return { cursor: 'DRAW', done: 0, total: 1, problems };
      const members = drawYear(district, facts);
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

function drawYear(district: District, facts: DistrictFacts): number {
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
  const rowsOf = (id: number) => before[there.indexOf(id as (typeof there)[number])] ?? [];
  const isKept = sameYear(facts, waves, rowsOf(SHEET_IDS.yearSummary));
  const branchOf = new Map(setup.members.map((member) => [member.code, member.branch]));
  const baseOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  const decisions = new Map(
    yearDecisionsFrom(rowsOf(SHEET_IDS.yearSummary), waves, preset)
      .values.filter((one) => isKept(baseOf.get(branchOf.get(one.member) ?? '') ?? ''))
      .map((one) => [one.member, one]),
  );
  const unitDecisions = emulationDecisionsFrom(rowsOf(SHEET_IDS.emulation), weights, preset);
  const kept = readNamedTexts(FOLDS_TAB, folds ?? null);
  const results = waves.map((wave) => ({ wave, units: resultsOf(kept, facts, wave) }));
  const members = memberYears(facts, results, decisions);
  const emulation = emulationRows(
    facts,
    results,
    members,
    new Map([...unitDecisions].filter(([unit]) => isKept(unit))),
    district.now(),
  );
  const guard = { writers: staffOf(settings), guard: GUARD_STAFF, at: district.now() };
  const nameOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  district.api.change(
    district.book,
    [
      ...redrawTab(
        yearTab(waves, preset),
        members.map(({ code, classes, proposed }): TabRecord => {
          const member = setup.members.find((one) => one.code === code);
          if (!member) throw new Error(`${code} is in no roster`);
          const branchName = nameOf.get(member.branch) ?? member.branch;
          const decision = decisions.get(code) ?? null;
          return yearRecord({ member, branchName, waves, classes, proposed, decision, preset });
        }),
        tabs,
        guard,
      ),
      ...redrawTab(emulationTab(weights, preset, false), emulation, tabs, guard),
    ],
    true,
  );
  return members.length;
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

/** The year of every member of the roster, by the waves of his own calendar, in the order of the roster. */
export function memberYears(
  { setup, settings }: DistrictFacts,
  results: readonly WaveResults[],
  decisions: ReadonlyMap<string, YearDecision>,
): readonly MemberYear[] {
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
    const classes = byMember.get(member.code);
    if (!classes) return [];
    const proposed = proposeYearClass(classes, preset);
    const decided = decisions.get(member.code)?.decided ?? '';
    return [
      { code: member.code, branch: member.branch, classes, proposed, counted: decided || proposed.class },
    ];
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
