import type { GridRect, Rect, SheetData, SpreadsheetData } from '../sheets/model/book';
import { closeRect, sheetById } from '../sheets/model/book';
import { plainAt, styleIdAt } from '../sheets/model/cells';
import { cellText } from './sheet-text';

/** A line of cells of a chart: where, its texts and its numbers, the heading taken off. */
export interface Strip {
  readonly heading: string;
  readonly texts: readonly string[];
  readonly values: readonly (number | null)[];
  readonly percent: boolean;
}

/** One column (or, with `across`, one row) of a range as a strip; `headers` cells at its start are its heading. */
export function stripsOf(
  book: SpreadsheetData,
  sheetId: number,
  range: GridRect,
  headers: number,
  across = false,
): readonly Strip[] {
  const sheet = sheetById(book, sheetId);
  if (!sheet) return [];
  const rect = closeRect(sheet, range);
  const lines = across ? rect.bottom - rect.top : rect.right - rect.left;
  return Array.from({ length: lines }, (_, line) => stripOf(book, sheet, rect, line, headers, across));
}

function stripOf(
  book: SpreadsheetData,
  sheet: SheetData,
  rect: Rect,
  line: number,
  headers: number,
  across: boolean,
): Strip {
  const length = across ? rect.right - rect.left : rect.bottom - rect.top;
  const places = Array.from({ length }, (_, at) =>
    across
      ? { row: rect.top + line, column: rect.left + at }
      : { row: rect.top + at, column: rect.left + line },
  ).filter(({ row, column }) => !sheet.rows[row]?.hidden && !sheet.columns[column]?.hidden);
  const body = places.slice(headers);
  const values = body.map(({ row, column }) => {
    const value = plainAt(sheet, row, column);
    return typeof value === 'number' ? value : null;
  });
  const first = body.find(({ row, column }) => typeof plainAt(sheet, row, column) === 'number');
  const format = first && book.styles[styleIdAt(sheet, first.row, first.column)]?.numberFormat;
  return {
    heading: places
      .slice(0, headers)
      .map(({ row, column }) => cellText(book, sheet, row, column))
      .join(' '),
    texts: body.map(({ row, column }) => cellText(book, sheet, row, column)),
    values,
    percent: format?.includes('%') ?? false,
  };
}
