import type { JobPreview } from '../contract/district';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { archivedTabs, isYearOf, rowsOfWaves, type ArchivedTab } from '../workbook/archive-tabs';
import type { ReadRows } from '../workbook/cells';
import { emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import { SHEET_IDS } from '../workbook/sheet-ids';
import type { Job } from '../google/jobs';
import { dressTab, layTab, sizeTab } from '../google/lay-tab';
import type { TabFacts } from '../google/sheets-api';
import { clearFrom, setUpFile, writeCells, type SheetsRequest } from '../google/sheets-batch';
import { isSameEmail } from '../google/who';
import type { District } from './district';
import { writeStart } from './district-start';
import { GUARD_OWNER } from './district-tabs';
import { factsOnce, openedWaves, ownersOf, staffOf, type DistrictFacts } from './facts';
import { createWorkbook, shareWith, taggedFiles } from './files';
import { withoutFirstTab } from './intake';
import { answerArg } from './job-answers';
import { countSaid } from './job-words';
import { remember } from './properties';

/** Rows copied in one step: a hundred thousand cells. */
const STRETCH = 5_000;

interface ArchiveCursor {
  /** Place of the tab among those kept. */
  readonly tab: number;
  /** Row of the source to go on at, and of the copy to write at; 0 = the tab is begun. */
  readonly from: number;
  readonly to: number;
}

/**
 * Keeps a programme year whose waves are all locked as values in a workbook of its own, *Lưu trữ kết quả <năm>*: a tab is begun anew, then copied stretch
 * by stretch, so that a run killed anywhere is gone on with, and pressed again it leaves the same. Nothing is taken out of *Sổ Quận đoàn*. Problems:
 * NO_CLOSED_YEAR, FIELD_MISSING, YEAR_NOT_CLOSED.
 */
export function archiveJob(district: District): Job<ArchiveCursor> {
  const facts = factsOnce(district);
  let there: readonly TabFacts[] | null = null;
  let kept: string | null = null;
  return {
    name: 'archive',
    first: () => ({ tab: 0, from: 0, to: 0 }),
    step(args, cursor) {
      const year = answerArg(args, 'year');
      const problems = archiveProblems(facts(), year);
      if (problems.length > 0) return { cursor, done: 0, total: 0, problems };
      const waves = wavesOfYear(facts(), year);
      const file = (kept ??= ensureArchive(district, facts(), year));
      there ??= district.api.tabs(district.book);
      const tabs = tabsOf(district, facts(), waves, there);
      const tab = tabs[cursor.tab];
      const total = tabs.length;
      if (!tab) {
        writeStart(district);
        return { cursor: null, done: total, total, counts: { tabs: total } };
      }
      const rows = there.find((one) => one.sheetId === tab.definition.sheetId)?.rows ?? 0;
      const next = copyStretch(district, facts(), { file, tab, rows, waves }, cursor);
      return next
        ? { cursor: { ...next, tab: cursor.tab }, done: cursor.tab, total }
        : { cursor: { tab: cursor.tab + 1, from: 0, to: 0 }, done: cursor.tab + 1, total };
    },
  };
}

/** Which year is kept, and where. */
export function previewArchive(facts: DistrictFacts): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  const years = closedYears(facts);
  return {
    sentence:
      'Lưu kết quả của một năm đã khóa hết các đợt vào tệp Lưu trữ kết quả (chỉ có giá trị, không có công thức)? ' +
      'Sổ Quận đoàn giữ nguyên; bấm lại thì lưu lại từ đầu.',
    problems: years.length === 0 ? [problem('NO_CLOSED_YEAR')] : [],
    fields: [
      {
        name: 'year',
        label: 'Năm chương trình',
        kind: 'CHOICE',
        choices: years.map((year) => ({
          code: year,
          label: `${year} (${countSaid(wavesOfYear(facts, year).length)} đợt)`,
        })),
        value: years[0] ?? '',
      },
    ],
  };
}

/** The opened waves of a year, of both calendars. */
function wavesOfYear({ setup }: DistrictFacts, year: string): readonly Wave[] {
  return openedWaves(setup)
    .map(({ wave }) => wave)
    .filter((wave) => wave.programme === year);
}

function closedYears(facts: DistrictFacts): readonly string[] {
  const years = [...new Set(openedWaves(facts.setup).map(({ wave }) => wave.programme))].sort();
  return years.filter((year) => wavesOfYear(facts, year).every((wave) => wave.lockedAt !== undefined));
}

function archiveProblems(facts: DistrictFacts, year: string): readonly Problem[] {
  if (year === '') return [problem('FIELD_MISSING', '', { label: 'Năm chương trình' })];
  return closedYears(facts).includes(year) ? [] : [problem('NO_CLOSED_YEAR', year)];
}

/** The workbook of the year: found by its tag, else made; one that was thrown away is made anew. Staff may open it; its tabs are the owner's. */
function ensureArchive(district: District, { settings }: DistrictFacts, year: string): string {
  const { services, api, email } = district;
  const tag = `archive:${year}`;
  const file =
    taggedFiles(services).get(tag) ??
    createWorkbook(services, tag, `Lưu trữ kết quả ${year} – Quận đoàn ${settings.district}`);
  api.change(file, [setUpFile('vi_VN', 'Asia/Ho_Chi_Minh')], true);
  shareWith(
    services,
    file,
    staffOf(settings).filter((one) => !isSameEmail(one, email)),
  );
  remember(services, `archive:${year}`, file);
  return file;
}

/** The tabs to keep that are there: a summary never drawn is not. */
function tabsOf(
  district: District,
  { settings }: DistrictFacts,
  waves: readonly Wave[],
  there: readonly TabFacts[],
): readonly ArchivedTab[] {
  const has = (sheetId: number): boolean => there.some((one) => one.sheetId === sheetId);
  const [year] = has(SHEET_IDS.yearSummary)
    ? district.api.read(district.book, [{ sheetId: SHEET_IDS.yearSummary, endRowIndex: 1 }])
    : [];
  return archivedTabs(
    waves,
    presetOfSettings(settings),
    emulationWeightsOf(settings),
    isYearOf(year ?? [], waves),
  ).filter(({ definition }) => has(definition.sheetId));
}

interface Copying {
  readonly file: string;
  readonly tab: ArchivedTab;
  /** Rows of the source tab. */
  readonly rows: number;
  readonly waves: readonly Wave[];
}

/** Copies one stretch of a tab: one read, one write. Null = the tab is whole. */
function copyStretch(
  district: District,
  { settings }: DistrictFacts,
  { file, tab, rows, waves }: Copying,
  { from, to }: ArchiveCursor,
): { readonly from: number; readonly to: number } | null {
  const { definition } = tab;
  const { sheetId, frozenRows, columns } = definition;
  const begin = Math.max(from, frozenRows);
  const end = Math.min(rows, begin + STRETCH);
  const [head, stretch] = district.api.read(district.book, [
    { sheetId, endRowIndex: frozenRows },
    ...(end > begin ? [{ sheetId, startRowIndex: begin, endRowIndex: end }] : []),
  ]) as readonly (ReadRows | null)[];
  const kept = rowsOfWaves(tab, head ?? [], stretch ?? [], waves);
  const at = from === 0 ? frozenRows : to;
  const requests: SheetsRequest[] = [];
  if (from === 0) requests.push(...begun(district, settings, file, tab, head ?? []));
  const width = Math.max(columns.length, ...kept.map((row) => row.length), (head?.[0] ?? []).length);
  requests.push(sizeTab(sheetId, at + kept.length + 1, width));
  if (kept.length > 0) requests.push(writeCells(sheetId, at, 0, kept));
  district.api.change(file, requests, false);
  return end < rows ? { from: end, to: at + kept.length } : null;
}

/** The tab with its head: made, or emptied where a run before this one wrote it. */
function begun(
  district: District,
  settings: DistrictFacts['settings'],
  file: string,
  { definition }: ArchivedTab,
  head: ReadRows,
): readonly SheetsRequest[] {
  const { sheetId } = definition;
  const there = district.api.tabs(file);
  if (there.some((one) => one.sheetId === sheetId))
    return [clearFrom(sheetId, 0), ...dressTab(definition), writeCells(sheetId, 0, 0, head)];
  const made = layTab({
    definition,
    content: head,
    spareRows: 1,
    writers: ownersOf(settings),
    guard: GUARD_OWNER,
  });
  return [...made, ...withoutFirstTab(there)];
}
