import { ERASED_NAME } from '../programme/privacy';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { INSPECTIONS_TAB } from '../workbook/inspections-tab';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { REDACTED_MEMBER } from '../workbook/redacted-rows';
import { RESULTS_TAB } from '../workbook/results-tab';
import { ROSTER_TAB } from '../workbook/roster-tab';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { columnsByKey, KEY_ROW, readTable, tab, column, type TabRecord } from '../workbook/tab';
import { clearFrom, writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { taggedFiles } from './files';
import { recallAll } from './properties';
import { redactionOf, redactRow, type Redaction } from './redact';

/** What of *Tổng hợp năm* says who somebody is, or was written about him. */
export const YEAR_NAMES = tab(SHEET_IDS.yearSummary, 'Tổng hợp năm', [
  column('member', 'Mã đoàn viên'),
  column('fullName', 'Họ và tên'),
  column('reason', 'Lý do'),
  column('note', 'Ghi chú'),
]);

/** What the tags of all exports of somebody's data begin with. */
export const HELD_TAG = 'held:';

/** The name with which an export of somebody's data is found again. */
export function heldTag(member: string): string {
  return `${HELD_TAG}${member}`;
}

/** Erases a member's name and the words about him in *Sổ Quận đoàn* and its archives, but for his row of the roster. How many rows were changed. */
export function eraseInDistrict(district: District, member: string, fullName: string): number {
  const { api, book, services } = district;
  let rows = eraseResults(district, book, member);
  const known = recallAll(services);
  for (const name of known.names.filter((one) => one.startsWith('archive:')))
    rows += eraseResults(district, known.get(name as `archive:${string}`) ?? '', member);
  const [inspections, list] = api.read(book, [
    { sheetId: INSPECTIONS_TAB.sheetId },
    { sheetId: ROSTER_TAB.sheetId },
  ]) as readonly (ReadRows | null)[];
  const found = redactionOf([
    ...inspectionCells(inspections ?? [], fullName),
    ...listedRows(list ?? [], member, fullName),
  ]);
  api.change(book, found.requests, true);
  const held = taggedFiles(services).get(heldTag(member));
  if (held !== undefined) {
    api.change(held, [clearFrom(SHEET_IDS.heldData, 0)], true);
    services.drive.Files?.update({ trashed: true }, held);
  }
  return rows + found.rows;
}

/** What to write into the roster, last of all: until then the name is known. No rows = it is done. */
export function rosterRow({ api, book }: District, member: string): Redaction {
  const [rows] = api.read(book, [{ sheetId: MEMBERS_TAB.sheetId }]);
  return redactByCode(MEMBERS_TAB, rows ?? [], 'code', member, REDACTED_MEMBER);
}

function eraseResults({ api }: District, file: string, member: string): number {
  if (file === '') return 0;
  const [results, year] = api.read(file, [
    { sheetId: RESULTS_TAB.sheetId },
    { sheetId: YEAR_NAMES.sheetId },
  ]) as readonly (ReadRows | null)[];
  const found = redactByCode(RESULTS_TAB, results ?? [], 'member', member, { fullName: ERASED_NAME });
  const ofYear = redactByCode(YEAR_NAMES, year ?? [], 'member', member, {
    fullName: ERASED_NAME,
    reason: '',
    note: '',
  });
  api.change(file, [...found.requests, ...ofYear.requests], true);
  return found.rows + ofYear.rows;
}

function redactByCode(
  definition: typeof MEMBERS_TAB,
  rows: ReadRows,
  key: string,
  member: string,
  redacted: TabRecord,
): Redaction {
  const table = readTable(definition, rows);
  return redactionOf(
    table.records
      .filter(({ cells }) => textOfCell(cells[key]) === member)
      .map((row) => redactRow(definition.sheetId, table, row, redacted)),
  );
}

/** The sample of an inspection names members: the name goes, the code in brackets stays. */
function inspectionCells(rows: ReadRows, fullName: string): readonly (readonly SheetsRequest[])[] {
  if (fullName === '') return [];
  const table = readTable(INSPECTIONS_TAB, rows);
  return table.records.map((row) =>
    redactRow(
      INSPECTIONS_TAB.sheetId,
      table,
      row,
      Object.fromEntries(
        ['sample', 'findings', 'next'].map((key) => [
          key,
          textOfCell(row.cells[key]).split(fullName).join(ERASED_NAME),
        ]),
      ),
    ),
  );
}

/** Lines of the last list that name him, by code or by name, are emptied. */
function listedRows(rows: ReadRows, member: string, fullName: string): readonly (readonly SheetsRequest[])[] {
  const first = columnsByKey(ROSTER_TAB, rows[KEY_ROW] ?? []).size > 0 ? ROSTER_TAB.frozenRows : 0;
  return rows.map((row, index) => {
    const texts = row.map((cell) => textOfCell(cell));
    const isHis = texts.includes(member) || (fullName !== '' && texts.includes(fullName));
    return index >= first && isHis ? [writeCells(ROSTER_TAB.sheetId, index, 0, [row.map(() => '')])] : [];
  });
}
