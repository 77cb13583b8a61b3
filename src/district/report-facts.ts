import { foldDifficulties, type Difficulty } from '../programme/difficulties';
import type { EventKind, LedgerEvent } from '../programme/events';
import type { InspectionFacts, ReportFacts } from '../programme/report-figures';
import { withoutNames } from '../programme/report-privacy';
import type { ReportWords } from '../programme/report-text';
import { countingByMember, type Rating, type SelfAssessment } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { INSPECTIONS_TAB, inspectionsFrom } from '../workbook/inspections-tab';
import { rowToEvent } from '../workbook/ledger-rows';
import { copiedCells, LOG_TAB, readLog, type LogEntry } from '../workbook/log-tab';
import { presetOfWave } from '../workbook/wave-scale';
import { submissionFromRow } from '../workbook/submission-rows';
import { selfAssessmentsTab, UNMATCHED_TAB } from '../workbook/submission-tabs';
import { columnsByKey, FIRST_DATA_ROW } from '../workbook/tab';
import { withDecisions } from '../workbook/unmatched-rows';
import { EVENT_WORDS } from '../workbook/words';
import type { GridArea } from '../google/sheets-batch';
import type { District } from './district';
import { entriesOfWave, type DistrictFacts } from './facts';
import { decisionsIn, intakeOf } from './intake';
import { dueDay, keptDifficulties } from './kept-difficulties';
import { recall } from './properties';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { resultsOf } from './summarise-job';
import { groupsOf } from './wave-snapshot';

/** What a report is counted from, and what was gathered for its words. */
export interface ReportReading {
  readonly facts: ReportFacts;
  readonly lessons: ReportWords['lessons'];
  readonly lockReason: string;
}

/** Kinds of ledger rows that the last folds do not keep. */
const OF_DIFFICULTIES: readonly EventKind[] = ['difficulty', 'answer', 'escalate', 'undo', 'restored'];
/** Pieces of the log read one by one; when there are more, it is read whole. */
const MOST_AREAS = 200;
/** *Nhật ký* writes this when a wave is locked. */
const LOCKING = 'Khóa đợt';

/** Reads what the report of a wave is made from: the last folds, *Triển khai, kiểm tra*, of *Nhật ký* the few rows it needs, members' ratings. */
export function readReport(district: District, facts: DistrictFacts, wave: Wave): ReportReading {
  const { setup } = facts;
  const [folds, inspections, kinds] = district.api.read(district.book, [
    { sheetId: FOLDS_TAB.sheetId },
    { sheetId: INSPECTIONS_TAB.sheetId },
    { sheetId: LOG_TAB.sheetId, ...columnOf('what') },
  ]) as readonly (ReadRows | null)[];
  const kept = readNamedTexts(FOLDS_TAB, folds ?? null);
  const results = resultsOf(kept, facts, wave);
  const log = readLogged(district, kinds ?? []);
  const now = recall(district.services, `wave:${wave.code}`)?.ledgersAt ?? district.now();
  const names = setup.members.map((member) => member.fullName);
  return {
    facts: {
      wave,
      preset: presetOfWave(setup, wave),
      results,
      schoolUnits: setup.units.filter(({ unit }) => unit.calendar === 'SCHOOL').length,
      groupOf: groupsOf(kept, setup, wave),
      ...readRatings(district, facts, wave),
      inspections: inspectionsOf(inspections ?? [], facts, wave),
      difficulties: difficultiesOf(log, facts, wave, district.now()),
      at: now,
    },
    lessons: results.flatMap(({ unit, own }) =>
      own.lessons === null || own.lessons.text.trim() === ''
        ? []
        : [{ unit: unit.name, text: withoutNames(own.lessons.text, names) }],
    ),
    lockReason: withoutNames(lockReasonOf(log, wave), names),
  };
}

function columnOf(key: string): Pick<GridArea, 'startColumnIndex' | 'endColumnIndex'> {
  const index = LOG_TAB.columns.findIndex((one) => one.key === key);
  return { startColumnIndex: index, endColumnIndex: index + 1 };
}

/** The entries of the log that a report needs: most of its rows are grades, and are not read. */
function readLogged(district: District, kinds: ReadRows): readonly LogEntry[] {
  const wanted = new Set([LOCKING, ...OF_DIFFICULTIES.map((kind) => EVENT_WORDS.wordOf(kind))]);
  const rows = kinds.flatMap((row, index) =>
    index >= FIRST_DATA_ROW && wanted.has(textOfCell(row[0])) ? [index] : [],
  );
  if (rows.length === 0) return [];
  const areas: { sheetId: number; startRowIndex: number; endRowIndex: number }[] = [];
  for (const row of [0, ...rows]) {
    const last = areas[areas.length - 1];
    if (last && last.endRowIndex === row) last.endRowIndex = row + 1;
    else areas.push({ sheetId: LOG_TAB.sheetId, startRowIndex: row, endRowIndex: row + 1 });
  }
  const read = district.api.read(
    district.book,
    areas.length > MOST_AREAS ? [{ sheetId: LOG_TAB.sheetId }] : areas,
  ) as readonly (ReadRows | null)[];
  const [keys, ...entries] = read.flatMap((part) => part ?? []);
  // The header may not have been read: an empty row stands in its place, and no header is an entry.
  return keys ? readLog([keys, [], ...entries]).entries : [];
}

function difficultiesOf(
  log: readonly LogEntry[],
  { setup, settings, state }: DistrictFacts,
  wave: Wave,
  now: number,
): readonly Difficulty[] {
  const branches = new Map(setup.allBranches.map((branch) => [branch.code, branch.base]));
  const units = new Set(entriesOfWave(setup, wave).map(({ unit }) => unit.code));
  // What staff set in the list was kept by its last run.
  const dueById = new Map(
    [...units].flatMap((unit) => keptDifficulties(state, unit).map(({ id, due }) => [id, due] as const)),
  );
  return foldDifficulties(log.flatMap(eventOf), now, (facts) =>
    dueDay(facts, dueById.get(facts.id), settings.answerDays),
  ).filter((one) => one.wave === wave.code && units.has(branches.get(one.unit) ?? one.unit));
}

function eventOf(entry: LogEntry): readonly LedgerEvent[] {
  const cells = copiedCells(entry);
  const event = cells && rowToEvent(entry.related.slice(0, entry.related.lastIndexOf('#')), cells);
  return event ? [event] : [];
}

function lockReasonOf(log: readonly LogEntry[], wave: Wave): string {
  const locked = log.filter((entry) => entry.what === LOCKING && entry.data.wave === wave.code);
  return /dù còn chi đoàn chưa gửi: ([\s\S]+)$/.exec(locked[locked.length - 1]?.detail ?? '')?.[1] ?? '';
}

function inspectionsOf(rows: ReadRows, { setup }: DistrictFacts, wave: Wave): readonly InspectionFacts[] {
  const units = new Set([
    ...setup.units.map(({ unit }) => unit.code),
    ...setup.allBranches.map((branch) => branch.code),
  ]);
  return inspectionsFrom(rows, { units, waves: setup.waves }).values.filter((one) => one.wave === wave.code);
}

/** Columns of *Tự đánh giá* that say who rated what and when; ten pages of evidence beside them are not read. */
const RATED = ['responseId', 'sentAt', 'member', 'matchedHow', 'branchRating', 'unitRating'] as const;

/** The ratings that count: the newest sheet of each member before the deadline, as staff tied it (P9). */
function readRatings(
  district: District,
  { setup }: DistrictFacts,
  wave: Wave,
): { readonly branchRatings: readonly Rating[]; readonly unitRatings: readonly Rating[] } {
  const intake = intakeOf(district, wave.programme);
  if (intake === '') return { branchRatings: [], unitRatings: [] };
  const tab = selfAssessmentsTab(wave);
  const [keys, unmatched] = district.api.read(intake, [
    { sheetId: tab.sheetId, startRowIndex: 0, endRowIndex: 1 },
    { sheetId: UNMATCHED_TAB.sheetId },
  ]) as readonly (ReadRows | null)[];
  const places = columnsByKey(tab, keys?.[0] ?? []);
  const found = RATED.filter((key) => places.has(key));
  const columns = district.api.read(
    intake,
    found.map((key) => {
      const index = places.get(key) ?? 0;
      return { sheetId: tab.sheetId, startColumnIndex: index, endColumnIndex: index + 1 };
    }),
  ) as readonly (ReadRows | null)[];
  const decisions = decisionsIn(unmatched ?? []);
  const preset = presetOfWave(setup, wave);
  const length = Math.max(0, ...columns.map((column) => column?.length ?? 0));
  const sheets: SelfAssessment[] = [];
  for (let row = tab.frozenRows; row < length; row += 1) {
    const cells = Object.fromEntries(found.map((key, place) => [key, columns[place]?.[row]?.[0] ?? '']));
    const sheet = submissionFromRow('SELF_ASSESSMENT', wave.code, { row, cells }, preset);
    if (!sheet || sheet.kind !== 'SELF_ASSESSMENT') continue;
    sheets.push(sheet);
  }
  const accepted = new Set(decisions.filter((one) => one.member !== null).map((one) => one.submission));
  const counting = [...countingByMember(withDecisions(sheets, decisions), wave, accepted).values()];
  return {
    branchRatings: counting.map((one) => one.branchRating).filter((one) => one !== ''),
    unitRatings: counting.map((one) => one.unitRating).filter((one) => one !== ''),
  };
}
