import { momentCell, type ReadCell, type ReadRows } from '../workbook/cells';
import { retrying } from './retry';
import type { Services } from './services';

export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * The tab of the workbook the script is used in, by its id; null when it is not there. A tab's title is for people and may be changed
 * (architecture.md 3.8).
 */
export function tabById(services: Services, sheetId: number): Sheet | null {
  return services.spreadsheets.getActiveSpreadsheet().getSheetById(sheetId);
}

/** Everything in a tab: from the first row to the last one with anything in it. Two calls, for Google looks for that row first. */
export function readTab(services: Services, sheet: Sheet): ReadRows {
  return readRange(
    services,
    retrying(services, () => sheet.getDataRange()),
  );
}

/**
 * The first `width` columns of a tab, down to its end, in one call, without the empty rows at its end: they cost less than asking where they
 * begin. Where the tab has fewer columns it is read as `readTab` does.
 */
export function readColumns(services: Services, sheet: Sheet, width: number): ReadRows {
  let range: Range;
  try {
    range = sheet.getRange(`A:${columnLetters(width)}`);
  } catch {
    return readTab(services, sheet);
  }
  const rows = retrying(services, () => range.getValues() as unknown[][]);
  // The spare rows at a tab's end are many times its rows: joined, one is looked at as a whole.
  while (rows.length > 0 && (rows[rows.length - 1] ?? []).join('') === '') rows.pop();
  return rows.map(plainRow);
}

/**
 * `count` whole rows of a tab from a 0-based row on, `width` columns wide, in one call; null when the tab has no such rows or columns any more.
 */
export function readRows(
  services: Services,
  sheet: Sheet,
  row: number,
  count: number,
  width: number,
): ReadRows | null {
  const range = rowsWithin(sheet, row, count, width);
  return range && readRange(services, range);
}

/** The range of whole rows, 0-based; null when it does not lie within the tab. */
export function rowsWithin(sheet: Sheet, row: number, count: number, width: number): Range | null {
  try {
    return sheet.getRange(row + 1, 1, count, width);
  } catch (error) {
    // Google says so at once, before any cell is looked at (docs/apps-script-notes.md, Ranges).
    if (error instanceof Error && /outside the dimensions/i.test(error.message)) return null;
    throw error;
  }
}

/** The cells of a range as numbers, texts and flags. */
export function readRange(services: Services, range: Range): ReadRows {
  return retrying(services, () => range.getValues() as unknown[][]).map(plainRow);
}

/** Nearly all rows are of texts alone, and there are many of them: those are handed on as they are. */
function plainRow(row: readonly unknown[]): readonly ReadCell[] {
  for (const value of row) if (typeof value !== 'string') return row.map(plainCell);
  return row as readonly string[];
}

/** 1 → A, 26 → Z, 27 → AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** SpreadsheetApp makes a Date of a cell with a date; everything above this file knows serial numbers only. */
function plainCell(value: unknown): ReadCell {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return momentCell(value.getTime());
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}
