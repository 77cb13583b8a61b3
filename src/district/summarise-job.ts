import { withoutSheets } from '../programme/branch-facts';
import type { EpochMs } from '../programme/dates';
import { foldBranch, type BranchFold } from '../programme/fold';
import { foldUnit } from '../programme/fold-unit';
import { problem } from '../programme/result';
import { summariseCriteria, summariseGroups } from '../programme/summary-parts';
import { summariseWave, type UnitResults } from '../programme/summary';
import { dueOf, isLate, type Wave } from '../programme/wave';
import { drawProgress } from '../workbook/progress-cells';
import { presetOfSettings } from '../workbook/settings-use';
import type { Setup } from '../workbook/setup';
import { NOTE_KEY, notesOf, type SheetPicture } from '../workbook/sheet-picture';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { drawSummary, summaryTab } from '../workbook/summary-cells';
import { drawCriteria, drawGroups } from '../workbook/summary-part-cells';
import { drawPicture } from '../google/draw-picture';
import { textArg, type Job } from '../google/jobs';
import { freeTitle } from '../google/lay-tab';
import type { District } from './district';
import { GUARD_OWNER } from './district-tabs';
import { branchesOfUnit, entriesOfWave, ownersOf, readFacts, waveEntryOf, type DistrictFacts } from './facts';
import { unpackBranch, unpackUnit } from './fold-snapshot';
import { recall, rememberFigures } from './properties';
import { remindedOf } from './reminders';
import { FOLDS_TAB, readNamedTexts, type NamedTexts } from './state-tab';
import { rosterOfWave } from './wave-roster';

/** Generated tabs that are drawn anew at once, besides the wave's own *Tổng hợp Đợt …*. */
const PART_SHEETS = [SHEET_IDS.groupsSummary, SHEET_IDS.criteriaSummary, SHEET_IDS.progressSummary] as const;

/**
 * Draws *Tổng hợp Đợt …*, *Theo đối tượng*, *Theo tiêu chí* and *Tiến độ* from the last folds in one atomic write, each with the time its figures
 * hold for on top, its charts, and the staff's notes carried along by the code of the row. Problems: UNKNOWN_WAVE, WAVE_NOT_OPENED.
 */
export function summariseJob(district: District): Job<'DRAW'> {
  return {
    name: 'summarise',
    first: () => 'DRAW',
    step(args) {
      const facts = readFacts(district);
      const code = textArg(args, 'wave');
      const entry = waveEntryOf(facts.setup, code);
      if (!entry) return stopped('UNKNOWN_WAVE', code);
      if (entry.formId === '') return stopped('WAVE_NOT_OPENED', code);
      const at = recall(district.services, `wave:${code}`)?.ledgersAt ?? district.now();
      drawAll(district, facts, entry.wave, at);
      rememberFigures(district.services, code, { summarisedAt: district.now() });
      return { cursor: null, done: 1, total: 1 };
    },
  };
}

function stopped(code: string, wave: string): ReturnType<Job<'DRAW'>['step']> {
  return { cursor: 'DRAW', done: 0, total: 1, problems: [problem(code, wave)] };
}

function drawAll(district: District, facts: DistrictFacts, wave: Wave, at: EpochMs): void {
  const { setup, settings } = facts;
  const preset = presetOfSettings(settings);
  const there = district.api.tabs(district.book);
  const present = [summaryTab(wave, preset).sheetId, ...PART_SHEETS].filter((sheetId) =>
    there.some((tab) => tab.sheetId === sheetId),
  );
  const [folds, ...before] = district.api.read(
    district.book,
    [FOLDS_TAB.sheetId, ...present].map((sheetId) => ({ sheetId })),
  );
  const notes = (sheetId: number): ReadonlyMap<string, string> =>
    notesOf(before[present.indexOf(sheetId)] ?? []);
  const results = resultsOf(readNamedTexts(FOLDS_TAB, folds ?? null), facts, wave);
  const pictures = picturesOf(
    setup,
    wave,
    results,
    notes,
    at,
    district.now(),
    new Map(Object.entries(remindedOf(facts.state, wave.code).at)),
  );
  const titles = new Set(there.map((tab) => tab.title));
  const guard = { writers: ownersOf(settings), guard: GUARD_OWNER, openColumn: NOTE_KEY };
  district.api.change(
    district.book,
    pictures.flatMap((picture) =>
      drawPicture(
        picture,
        there.find((tab) => tab.sheetId === picture.definition.sheetId),
        guard,
        freeTitle(picture.definition.title, titles, wave.programme),
      ),
    ),
    true,
  );
}

/** The last fold of every branch of the wave; one never collected from is folded from its roster, with nothing sent. */
export function resultsOf(
  folds: NamedTexts,
  { setup, state, settings }: DistrictFacts,
  wave: Wave,
): readonly UnitResults[] {
  const roster = rosterOfWave(state, setup, wave);
  const preset = presetOfSettings(settings);
  return entriesOfWave(setup, wave).map(({ unit }): UnitResults => {
    const branches = branchesOfUnit(setup, unit);
    const own = folds.get(`${wave.code}|unit:${unit.code}`);
    return {
      unit,
      memberDay: unit.memberDays[wave.code] ?? '',
      own:
        own === null
          ? foldUnit({ wave, unit, branches: branches.map((branch) => branch.code), events: [] })
          : unpackUnit([own]),
      branches: branches.map((branch): BranchFold => {
        const packed = folds.get(`${wave.code}|${branch.code}`);
        if (packed !== null) return unpackBranch([packed]);
        const members = (roster.get(branch.code) ?? []).map((member) =>
          withoutSheets(member.code, member.classed),
        );
        return foldBranch({ wave, unit, branch: branch.code, members, preset, events: [] });
      }),
    };
  });
}

function picturesOf(
  setup: Setup,
  wave: Wave,
  results: readonly UnitResults[],
  notes: (sheetId: number) => ReadonlyMap<string, string>,
  at: EpochMs,
  now: EpochMs,
  reminders: ReadonlyMap<string, EpochMs>,
): readonly SheetPicture[] {
  const preset = presetOfSettings(setup.settings);
  const members = results.flatMap((one) => one.branches).flatMap((fold) => fold.members);
  const groupOf = new Map(setup.members.map((member) => [member.code, member.group]));
  const part = (sheetId: number): { wave: Wave; notes: ReadonlyMap<string, string>; at: EpochMs } => ({
    wave,
    notes: notes(sheetId),
    at,
  });
  return [
    drawSummary({
      wave,
      preset,
      rows: summariseWave(results, preset),
      notes: notes(summaryTab(wave, preset).sheetId),
      at,
    }),
    drawGroups(
      part(SHEET_IDS.groupsSummary),
      summariseGroups(members, (code) => groupOf.get(code) ?? '', preset),
      preset,
    ),
    drawCriteria(part(SHEET_IDS.criteriaSummary), summariseCriteria(members), setup.criteria),
    drawProgress(
      {
        ...part(SHEET_IDS.progressSummary),
        branchNames: new Map(setup.allBranches.map((branch) => [branch.code, branch.name])),
        lateBranches: lateBranches(wave, results, now),
        reminders,
      },
      results,
    ),
  ];
}

/** Branches that have not sent although the day is over. */
function lateBranches(wave: Wave, results: readonly UnitResults[], now: EpochMs): ReadonlySet<string> {
  if (!isLate(dueOf(wave, 'GRADING'), now)) return new Set();
  return new Set(
    results
      .flatMap((one) => one.branches)
      .filter((fold) => fold.send === null)
      .map((fold) => fold.branch),
  );
}
