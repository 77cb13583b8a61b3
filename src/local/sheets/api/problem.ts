import type { GridRect, Rect, SheetData, SpreadsheetData } from '../model/book';
import { sheetById } from '../model/book';

/** What is wrong with a request to the Sheets service, in Google's words without what stands in front of them. */
export class RequestProblem extends Error {
  constructor(
    message: string,
    readonly code = 400,
  ) {
    super(message);
  }
}

/** A range as the Sheets service writes it; a bound left out is 0 or open. */
export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** The sheet with that id (0 when left out). */
export function sheetOf(book: SpreadsheetData, sheetId: number | undefined): SheetData {
  const sheet = sheetById(book, sheetId ?? 0);
  if (!sheet) throw new RequestProblem(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** The sheet and the possibly open rectangle a GridRange means; ends beyond the grid are refused. */
export function gridOf(
  book: SpreadsheetData,
  range: GridRange | undefined,
): { sheet: SheetData; range: GridRect; rect: Rect } {
  if (!range) throw new RequestProblem('range is required');
  const sheet = sheetOf(book, range.sheetId);
  const { startRowIndex: top, endRowIndex: bottom, startColumnIndex: left, endColumnIndex: right } = range;
  check('Row', top, bottom, sheet.maxRows);
  check('Column', left, right, sheet.maxColumns);
  return {
    sheet,
    range: defined({ top, bottom, left, right }),
    rect: {
      top: top ?? 0,
      bottom: bottom ?? sheet.maxRows,
      left: left ?? 0,
      right: right ?? sheet.maxColumns,
    },
  };
}

function check(what: string, start: number | undefined, end: number | undefined, size: number): void {
  const word = what.toLowerCase();
  if ((start ?? 0) < 0) throw new RequestProblem(`range.start${what}Index[${start}] must be >= 0`);
  if ((start ?? 0) >= size) {
    throw new RequestProblem(`range.start${what}Index[${start}] is after last ${word} in grid[${size}]`);
  }
  if (end !== undefined && end > size) {
    throw new RequestProblem(`range.end${what}Index[${end}] is after last ${word} in grid[${size}]`);
  }
  if (end !== undefined && end <= (start ?? 0)) {
    throw new RequestProblem(
      `range.end${what}Index[${end}] must be greater than range.start${what}Index[${start ?? 0}]`,
    );
  }
}

/** A rectangle as the Sheets service tells it: zeros are left out, as is what is open. */
export function gridRangeOf(sheetId: number, range: GridRect): GridRange {
  return withoutZeros({
    sheetId,
    startRowIndex: range.top,
    endRowIndex: range.bottom,
    startColumnIndex: range.left,
    endColumnIndex: range.right,
  });
}

/** The same object without its zeros and its missing members. */
export function withoutZeros<T extends object>(of: T): T {
  return Object.fromEntries(
    Object.entries(of).filter(([, value]) => value !== undefined && value !== 0),
  ) as T;
}

/** The same object without its missing members. */
export function defined<T extends object>(of: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as never;
}
