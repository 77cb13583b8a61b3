import { withoutSheets } from '../programme/branch-facts';
import type { Preset } from '../programme/classification';
import type { EpochMs } from '../programme/dates';
import { foldBranch, type BranchFold } from '../programme/fold';
import { foldUnit } from '../programme/fold-unit';
import { historyOf, type WaveHistory } from '../programme/history';
import { problem } from '../programme/result';
import {
  summariseCriteria,
  summariseGroups,
  type CriterionRow,
  type GroupRow,
} from '../programme/summary-parts';
import { summariseWave, type SummaryRow, type UnitResults } from '../programme/summary';
import { dueOf, isLate, type Wave } from '../programme/wave';
import { drawProgress } from '../workbook/progress-cells';
import { presetOfSettings } from '../workbook/settings-use';
import { isRunning } from '../workbook/running-year';
import type { Setup } from '../workbook/setup';
import { NOTE_KEY, notesOf, type SheetPicture } from '../workbook/sheet-picture';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { drawSummary, summaryTab } from '../workbook/summary-cells';
import { drawCriteria, drawGroups } from '../workbook/summary-part-cells';
import { presetOfWave } from '../workbook/wave-scale';
import { drawPicture } from '../google/draw-picture';
import { textArg, type Job } from '../google/jobs';
import { freeTitle } from '../google/lay-tab';
import type { TabFacts } from '../google/sheets-api';
import type { District } from './district';
import { GUARD_OWNER } from './district-tabs';
import { factsOnce, openedWaves, ownersOf, waveEntryOf, type DistrictFacts } from './facts';
import { unpackBranch, unpackUnit } from './fold-snapshot';
import { goneUnits } from './gone-units';
import { recall, rememberFigures } from './properties';
import { remindedOf } from './reminders';
import { FOLDS_TAB, readNamedTexts, type NamedTexts } from './state-tab';
import { nextOf } from './walk';
import { rosterOfWave } from './wave-roster';
import { groupsOf, histories, keepHistory, unitsOf } from './wave-snapshot';

/** Generated tabs that are drawn anew at once, besides the wave's own *Tổng hợp Đợt …*. */
const PART_SHEETS = [SHEET_IDS.groupsSummary, SHEET_IDS.criteriaSummary, SHEET_IDS.progressSummary] as const;

interface DrawCursor {
  /** Wave drawn last; '' = none yet. */
  readonly after: string;
}

/**
 * Draws *Tổng hợp Đợt …*, *Theo đối tượng*, *Theo tiêu chí* and *Tiến độ* from the last folds, a wave in one atomic write, each with the time its
 * figures hold for on top, its charts, and the staff's notes carried along by the code of the row. `wave` '' = every opened wave of the year, one
 * after the other. Problems: UNKNOWN_WAVE, WAVE_NOT_OPENED.
 */
export function summariseJob(district: District): Job<DrawCursor> {
  const facts = factsOnce(district);
  let read: ReadTabs | null = null;
  return {
    name: 'summarise',
    first: () => ({ after: '' }),
    step(args, cursor) {
      const code = textArg(args, 'wave');
      const { setup } = facts();
      const entries =
        code === ''
          ? openedWaves(setup).filter(({ wave }) => isRunning(setup, wave))
          : [waveEntryOf(setup, code)];
      const [first] = entries;
      if (!first) return stopped(code === '' ? 'WAVE_NOT_OPENED' : 'UNKNOWN_WAVE', code);
      if (first.formId === '') return stopped('WAVE_NOT_OPENED', code);
      const waves = entries.flatMap((entry) => (entry ? [entry.wave] : []));
      const gone = waves.flatMap((wave) => goneUnits(facts(), wave));
      if (gone.length > 0) return { cursor: { after: '' }, done: 0, total: waves.length, problems: gone };
      const { next, done } = nextOf(waves, (wave) => wave.code, cursor.after);
      if (!next) return { cursor: null, done, total: waves.length };
      read ??= readTabs(district, facts(), waves);
      const at = recall(district.services, `wave:${next.code}`)?.ledgersAt ?? district.now();
      const remade = missingTabs(district, next, presetOfWave(setup, next), read.there);
      read = drawAll(district, facts(), next, at, read);
      rememberFigures(district.services, next.code, { summarisedAt: district.now() });
      const isLast = done + 1 === waves.length;
      const end = isLast ? null : { after: next.code };
      return { cursor: end, done: done + 1, total: waves.length, counts: { remade } };
    },
  };
}

/** How many tabs of a wave drawn before are gone: somebody deleted them, with the notes in them. */
function missingTabs({ services }: District, wave: Wave, preset: Preset, there: readonly TabFacts[]): number {
  if (recall(services, `wave:${wave.code}`)?.summarisedAt === undefined) return 0;
  const drawn = [summaryTab(wave, preset).sheetId, ...PART_SHEETS];
  return drawn.filter((id) => there.every((tab) => tab.sheetId !== id)).length;
}

function stopped(code: string, wave: string): ReturnType<Job<DrawCursor>['step']> {
  return { cursor: { after: '' }, done: 0, total: 1, problems: [problem(code, wave)] };
}

/** What is there before anything is drawn: the tabs, the last folds, the notes of each generated tab. Read once a slice. */
interface ReadTabs {
  readonly there: readonly TabFacts[];
  readonly folds: NamedTexts;
  readonly notes: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

function readTabs(district: District, { settings }: DistrictFacts, waves: readonly Wave[]): ReadTabs {
  const preset = presetOfSettings(settings);
  const there = district.api.tabs(district.book);
  const present = [...waves.map((wave) => summaryTab(wave, preset).sheetId), ...PART_SHEETS].filter((id) =>
    there.some((tab) => tab.sheetId === id),
  );
  const [folds, ...before] = district.api.read(
    district.book,
    [FOLDS_TAB.sheetId, ...present].map((sheetId) => ({ sheetId })),
  );
  return {
    there,
    folds: readNamedTexts(FOLDS_TAB, folds ?? null),
    notes: new Map(present.map((id, place) => [id, notesOf(before[place] ?? [])])),
  };
}

/** Draws a wave's tabs and gives what is there afterwards: the next wave's changes build on it. */
function drawAll(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
  at: EpochMs,
  read: ReadTabs,
): ReadTabs {
  const { setup, settings } = facts;
  const results = resultsOf(read.folds, facts, wave);
  const counted = countWave(read.folds, setup, wave, results, at);
  keepHistory(read.folds, counted.history);
  const reminders = new Map(Object.entries(remindedOf(facts.state, wave.code).at));
  const notes = (id: number): ReadonlyMap<string, string> => read.notes.get(id) ?? new Map();
  const pictures = picturesOf(
    { setup, wave, results, notes, at, now: district.now(), reminders },
    counted,
    histories(read.folds),
    new Map(
      unitsOf(read.folds, setup, wave).flatMap(({ branches }) => branches.map((one) => [one.code, one.name])),
    ),
  );
  const titles = new Set(read.there.map((tab) => tab.title));
  const guard = { writers: ownersOf(settings), guard: GUARD_OWNER, openColumn: NOTE_KEY };
  const added: TabFacts[] = [];
  const requests = pictures.flatMap((picture) => {
    const { sheetId } = picture.definition;
    const known = read.there.find((tab) => tab.sheetId === sheetId);
    const title = known?.title ?? freeTitle(picture.definition.title, titles, wave.programme);
    const charts = picture.charts.map((chart) => chart.chartId);
    added.push({ sheetId, title, rows: 0, protections: [sheetId], charts });
    return drawPicture(picture, known, guard, title);
  });
  district.api.change(district.book, [...requests, ...read.folds.changes()], true);
  const drawn = new Set(added.map((tab) => tab.sheetId));
  return { ...read, there: [...read.there.filter((tab) => !drawn.has(tab.sheetId)), ...added] };
}

/**
 * The last fold of every branch of the wave; one never collected from is folded from its roster, with nothing sent. A locked wave has the units and
 * branches of its lock.
 */
export function resultsOf(
  folds: NamedTexts,
  { setup, state }: DistrictFacts,
  wave: Wave,
): readonly UnitResults[] {
  const roster = rosterOfWave(state, setup, wave);
  const preset = presetOfWave(setup, wave);
  return unitsOf(folds, setup, wave).map(({ unit, branches }): UnitResults => {
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

/** The rows of a wave's tables, and what is remembered of them. */
export interface CountedWave {
  readonly preset: Preset;
  readonly units: readonly SummaryRow[];
  readonly groups: readonly GroupRow[];
  readonly criteria: readonly CriterionRow[];
  readonly history: WaveHistory;
}

/** Counts a wave by the scale and the target groups that hold for it. */
export function countWave(
  folds: NamedTexts,
  setup: Setup,
  wave: Wave,
  results: readonly UnitResults[],
  at: EpochMs,
): CountedWave {
  const preset = presetOfWave(setup, wave);
  const members = results.flatMap((one) => one.branches).flatMap((fold) => fold.members);
  const rows = {
    units: summariseWave(results, preset),
    groups: summariseGroups(members, groupsOf(folds, setup, wave), preset),
    criteria: summariseCriteria(members),
  };
  return { preset, ...rows, history: historyOf(wave, preset, at, rows) };
}

interface Drawing {
  readonly setup: Setup;
  readonly wave: Wave;
  readonly results: readonly UnitResults[];
  readonly notes: (sheetId: number) => ReadonlyMap<string, string>;
  readonly at: EpochMs;
  readonly now: EpochMs;
  readonly reminders: ReadonlyMap<string, EpochMs>;
}

function picturesOf(
  { setup, wave, results, notes, at, now, reminders }: Drawing,
  { preset, units, groups, criteria }: CountedWave,
  history: readonly WaveHistory[],
  branchNames: ReadonlyMap<string, string>,
): readonly SheetPicture[] {
  const part = (sheetId: number) => ({ wave, notes: notes(sheetId), at, history });
  return [
    drawSummary({
      wave,
      preset,
      rows: units,
      notes: notes(summaryTab(wave, preset).sheetId),
      at,
      history,
    }),
    drawGroups(part(SHEET_IDS.groupsSummary), groups, preset),
    drawCriteria(part(SHEET_IDS.criteriaSummary), criteria, setup.criteria),
    drawProgress(
      {
        ...part(SHEET_IDS.progressSummary),
        branchNames,
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
