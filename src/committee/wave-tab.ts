import { readColumns, readRows, readTab, tabById, type Sheet } from '../google/book';
import type { EpochMs } from '../programme/dates';
import { parseMoment } from '../programme/dates';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { columnsByKey, HEADER_ROW, KEY_ROW, readTable, type TabDefinition } from '../workbook/tab';
import { waveMemberFromRow, type WaveMember } from '../workbook/wave-rows';
import { waveTab } from '../workbook/wave-tab';
import type { Desk } from './desk';
import type { ConfigWave } from '../workbook/base-config';

/** What the owner's tab of a wave says: its members, and the moment its values hold for. */
export interface WaveReading {
  readonly members: readonly WaveMember[];
  /** Null until the first fold has been written. */
  readonly asOf: EpochMs | null;
}

/**
 * The members of one branch, in one read: from the key row to the row behind the branch's last one, where `_cfg` says they stand. When it is
 * wrong — another branch's row among them, one of its own behind them, another number — the tab is read whole. Problem: SHEET_CHANGED.
 */
export function readBranchMembers(
  desk: Desk,
  wave: ConfigWave,
  branch: string,
): Result<WaveReading, Problem> {
  const tab = waveTab(wave);
  const sheet = tabById(desk.services, wave.sheetId);
  if (!sheet) return fail(problem('BOOK_NOT_READY', wave.code));
  const hint = wave.rows[branch];
  if (hint) {
    const rows = readRows(desk.services, sheet, 0, hint.first + hint.count + 1, tab.columns.length);
    if (rows && isRightHint(tab, rows, branch, hint)) return readingOf(desk, tab, rows, branch);
  }
  return readingOf(desk, tab, readWhole(desk, tab, sheet), branch);
}

/** The members of all branches; one read. Problem: SHEET_CHANGED. */
export function readUnitMembers(desk: Desk, wave: ConfigWave): Result<WaveReading, Problem> {
  const sheet = tabById(desk.services, wave.sheetId);
  if (!sheet) return fail(problem('BOOK_NOT_READY', wave.code));
  const tab = waveTab(wave);
  return readingOf(desk, tab, readWhole(desk, tab, sheet), null);
}

/** One call; three where a column was moved behind ours. */
function readWhole({ services }: Desk, tab: TabDefinition, sheet: Sheet): ReadRows {
  const rows = readColumns(services, sheet, tab.columns.length);
  const isComplete = columnsByKey(tab, rows[KEY_ROW] ?? []).size === tab.columns.length;
  return isComplete ? rows : readTab(services, sheet);
}

function isRightHint(
  tab: TabDefinition,
  rows: ReadRows,
  branch: string,
  hint: { readonly first: number; readonly count: number },
): boolean {
  const place = columnsByKey(tab, rows[KEY_ROW] ?? []).get('branchCode');
  if (place === undefined) return false;
  const isOwn = rows.map((row, index) => index >= tab.frozenRows && textOfCell(row[place]) === branch);
  return isOwn.every((own, index) => own === (index >= hint.first && index < hint.first + hint.count));
}

function readingOf(
  desk: Desk,
  tab: TabDefinition,
  rows: ReadRows,
  branch: string | null,
): Result<WaveReading, Problem> {
  const table = readTable(tab, rows);
  const [gone] = table.missing;
  if (gone !== undefined) {
    const header = tab.columns.find((one) => one.key === gone)?.header ?? gone;
    return fail(problem('SHEET_CHANGED', tab.title, { tab: tab.title, column: header }));
  }
  const members = table.records
    .filter((record) => branch === null || textOfCell(record.cells.branchCode) === branch)
    .map((record) => waveMemberFromRow(record, desk.config.preset))
    .filter((member) => member !== null);
  const header = rows[HEADER_ROW]?.[table.columns.get('state') ?? -1];
  return ok({ members, asOf: asOfHeader(textOfCell(header)) });
}

/** The moment in the header 'Tình trạng (tính đến 14:10 ngày 25/03/2014)'; null where it names none. */
function asOfHeader(header: string): EpochMs | null {
  const parts = /(\d{2}:\d{2}) ngày (\d{2}\/\d{2}\/\d{4})/.exec(header);
  return parts ? parseMoment(`${parts[2] ?? ''} ${parts[1] ?? ''}`) : null;
}
