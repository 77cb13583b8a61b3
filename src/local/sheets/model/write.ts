import type { CellExtra, CellValue, PlainValue, Rect, SheetData, SpreadsheetData } from './book';
import { copyRow, isFormula, putCell, putExtra, putStyle, writableRow } from './cells';
import { enterText, isTooLong } from './enter';
import { requireFunctions } from './formula-functions';
import { sheetLocale } from './locale';
import { serialOf } from './serial';
import { styleId } from './styles';

/** What a cell may be given: a text, a number, a truth value, a moment, or nothing. */
export type Input = string | number | boolean | Date | null | undefined;

/** What Google says to a text longer than a cell takes. */
export const TOO_LONG = 'Your input contains more than the maximum of 50000 characters in a single cell.';

/** Today's serial number on the book's clock. */
export function todayOf(book: SpreadsheetData, now: number): number {
  return Math.floor(serialOf(now, book.timeZone));
}

/** Writes one cell as if it were typed: texts are read by the book's locale, moments become numbers with a date format. */
export function enterCell(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  input: Input,
  today: number,
): void {
  if (input === null || input === undefined || input === '') {
    const present = sheet.rows[row]?.v[column];
    if (present !== null && present !== undefined) putValue(book, sheet, row, column, null);
    return;
  }
  if (typeof input === 'string') {
    const numberFormat = formatAt(book, sheet, row, column);
    const entered = enterText(input, { locale: book.locale, numberFormat, today });
    putValue(book, sheet, row, column, entered.value);
    if (entered.numberFormat !== undefined && isAutomatic(numberFormat)) {
      giveFormat(book, sheet, row, column, entered.numberFormat);
    }
    return;
  }
  if (input instanceof Date) {
    const serial = serialOf(input.getTime(), book.timeZone);
    putValue(book, sheet, row, column, serial);
    if (isAutomatic(formatAt(book, sheet, row, column))) {
      giveFormat(book, sheet, row, column, momentFormat(book.locale, serial));
    }
    return;
  }
  putValue(book, sheet, row, column, input);
}

/** The format a moment brings along: the day, and the time when it has one. */
export function momentFormat(locale: string, serial: number): string {
  const ways = sheetLocale(locale);
  const clock = ways.time.replace(/^h:/, 'H:').replace(' AM/PM', '');
  return Number.isInteger(serial) ? ways.date : `${ways.date} ${clock}`;
}

function isAutomatic(format: string): boolean {
  return format === '' || /^general$/i.test(format);
}

function formatAt(book: SpreadsheetData, sheet: SheetData, row: number, column: number): string {
  const style = sheet.rows[row]?.s?.[column];
  return style ? (book.styles[style]?.numberFormat ?? '') : '';
}

/** Gives a cell a number format. */
export function giveFormat(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  numberFormat: string,
): void {
  const data = writableRow(sheet, row);
  putStyle(data, column, styleId(book, { ...book.styles[data.s?.[column] ?? 0], numberFormat }));
}

/** Puts a value into a cell as it is. Rich text of the old value goes with it. Throws for a formula that is not emulated. */
export function putValue(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  value: CellValue,
): void {
  if (isFormula(value)) {
    requireFunctions(value.f);
    book.formulas = true;
  }
  const data = writableRow(sheet, row);
  putCell(data, column, value);
  if (data.x?.[column]?.runs) putExtra(data, column, { runs: undefined });
}

/** What is wrong with an input, in Google's words; undefined when nothing is. */
export function inputProblem(input: unknown): string | undefined {
  return isTooLong(input as PlainValue) ? TOO_LONG : undefined;
}

/** What a clearing takes away. */
export interface Clearing {
  readonly contents?: boolean;
  readonly formats?: boolean;
  readonly notes?: boolean;
  readonly validations?: boolean;
}

/** Clears parts of a rectangle's cells. */
export function clearCells(sheet: SheetData, rect: Rect, what: Clearing): void {
  const end = Math.min(rect.bottom, sheet.rows.length);
  for (let row = rect.top; row < end; row += 1) {
    const present = sheet.rows[row];
    if (!present) continue;
    const data = writableRow(sheet, row);
    for (let column = rect.left; column < rect.right; column += 1) {
      if (what.contents && column < data.v.length) data.v[column] = null;
      if (what.formats && data.s && column < data.s.length) data.s[column] = 0;
      if (data.x?.[column]) {
        putExtra(data, column, {
          ...(what.contents ? { runs: undefined } : {}),
          ...(what.notes ? { note: undefined } : {}),
          ...(what.validations ? { rule: undefined } : {}),
        });
      }
    }
  }
}

/** What a copy takes along. */
export interface Copying {
  readonly values: 'formulas' | 'values' | 'none';
  readonly formats: boolean;
  readonly extras: boolean;
}

/** Everything of one cell, for copying. */
export interface CellCopy {
  readonly value: CellValue;
  readonly style: number;
  readonly extra: CellExtra | undefined;
}

/** The cells of a rectangle, taken out as they are. */
export function takeCells(sheet: SheetData, rect: Rect): CellCopy[][] {
  const out: CellCopy[][] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const data = sheet.rows[row];
    const copy = data ? copyRow(data) : undefined;
    const line: CellCopy[] = [];
    for (let column = rect.left; column < rect.right; column += 1) {
      line.push({ value: copy?.v[column] ?? null, style: copy?.s?.[column] ?? 0, extra: copy?.x?.[column] });
    }
    out.push(line);
  }
  return out;
}

/** Puts a taken cell down. The style is a place of this book's table. */
export function putTaken(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  cell: CellCopy,
  how: Copying,
): void {
  if (how.values !== 'none') {
    const value = how.values === 'values' && isFormula(cell.value) ? cell.value.v : cell.value;
    if (value !== null || (sheet.rows[row]?.v[column] ?? null) !== null)
      putValue(book, sheet, row, column, value);
  }
  if (how.formats && (cell.style !== 0 || sheet.rows[row]?.s))
    putStyle(writableRow(sheet, row), column, cell.style);
  if (how.extras && (cell.extra || sheet.rows[row]?.x)) {
    putExtra(writableRow(sheet, row), column, {
      note: undefined,
      runs: undefined,
      rule: undefined,
      ...cell.extra,
    });
  }
}
