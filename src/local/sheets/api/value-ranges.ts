import { parseA1, quoteSheet, toA1, unquote } from '../model/a1';
import type { GridRect, PlainValue, Rect, SheetData, SpreadsheetData } from '../model/book';
import { isFormula } from '../model/cells';
import { sheetLocale } from '../model/locale';
import { displayValue, isDateFormat } from '../model/number-format';
import { type Input, enterCell, inputProblem, putValue, todayOf } from '../model/write';
import { RequestProblem } from './problem';

/** Cells meant by a range of the values collection. */
export interface Area {
  readonly sheet: SheetData;
  readonly rect: Rect;
}

/** What an A1 text of the Sheets service means: a range, a tab, or a name; beyond the grid it is refused. */
export function areaOf(book: SpreadsheetData, text: string): Area {
  const found = find(book, text);
  if (!found) throw new RequestProblem(`Unable to parse range: ${text}`);
  const { sheet, range } = found;
  if ((range.top ?? 0) >= sheet.maxRows || (range.left ?? 0) >= sheet.maxColumns) {
    throw new RequestProblem(
      `Range (${addressOf(sheet, range)}) exceeds grid limits. Max rows: ${sheet.maxRows}, max columns: ${sheet.maxColumns}`,
    );
  }
  return { sheet, rect: clipped(sheet, range) };
}

/** The rectangle within the grid; what reaches beyond is cut off. */
export function clipped(sheet: SheetData, range: GridRect): Rect {
  return {
    top: range.top ?? 0,
    bottom: Math.min(range.bottom ?? sheet.maxRows, sheet.maxRows),
    left: range.left ?? 0,
    right: Math.min(range.right ?? sheet.maxColumns, sheet.maxColumns),
  };
}

function find(book: SpreadsheetData, text: string): { sheet: SheetData; range: GridRect } | undefined {
  const byName = (name: string): SheetData | undefined =>
    book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  const parsed = parseA1(text);
  if (parsed) {
    const sheet = parsed.sheetName === undefined ? book.sheets[0] : byName(parsed.sheetName);
    return sheet && { sheet, range: parsed.range };
  }
  const named = book.named.find((one) => one.name.toLowerCase() === text.toLowerCase());
  const sheet = named ? book.sheets.find((one) => one.sheetId === named.sheetId) : byName(unquote(text));
  return sheet && { sheet, range: named?.range ?? {} };
}

/** As answers name a range: `'Đợt 1'!A1:B2`. */
export function addressOf(sheet: SheetData, range: GridRect): string {
  return `${quoteSheet(sheet.name)}!${toA1(range)}`;
}

export interface ReadOptions {
  readonly majorDimension?: string;
  readonly valueRenderOption?: string;
  readonly dateTimeRenderOption?: string;
}

/** A ValueRange: blank cells at a row's end and blank rows at the end are left out; without any value, `values` too. */
export function valueRange(
  book: SpreadsheetData,
  { sheet, rect }: Area,
  options: ReadOptions,
): Record<string, unknown> {
  const columns = options.majorDimension === 'COLUMNS';
  const rows = readRows(book, sheet, rect, options);
  const values = columns ? transposed(rows) : rows;
  return {
    range: addressOf(sheet, rect),
    majorDimension: columns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
}

type Shown = string | number | boolean;

function readRows(book: SpreadsheetData, sheet: SheetData, rect: Rect, options: ReadOptions): Shown[][] {
  const show = shower(book, options);
  const rows: Shown[][] = [];
  let filled = 0;
  for (let at = rect.top; at < Math.min(rect.bottom, sheet.rows.length); at += 1) {
    const row = sheet.rows[at];
    const line: Shown[] = [];
    let width = 0;
    const end = Math.min(rect.right, row?.v.length ?? 0);
    for (let column = rect.left; column < end; column += 1) {
      const cell = row!.v[column] ?? null;
      const value = isFormula(cell) ? cell.v : cell;
      if (value === null) {
        line.push('');
        continue;
      }
      line.push(
        options.valueRenderOption === 'FORMULA' && isFormula(cell)
          ? cell.f
          : show(value, row!.s?.[column] ?? 0),
      );
      width = line.length;
    }
    line.length = width;
    rows.push(line);
    if (width > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}

/** How a value is told, by its style. */
function shower(
  book: SpreadsheetData,
  options: ReadOptions,
): (value: NonNullable<PlainValue>, style: number) => Shown {
  const locale = sheetLocale(book.locale);
  const format = (style: number): string | undefined => book.styles[style]?.numberFormat;
  const plain = options.valueRenderOption === 'UNFORMATTED_VALUE' || options.valueRenderOption === 'FORMULA';
  const dated = plain && options.dateTimeRenderOption === 'FORMATTED_STRING';
  if (plain && !dated) return (value) => value;
  return (value, style) => {
    if (dated && (typeof value !== 'number' || !isDateFormat(format(style)))) return value;
    return displayValue(value, format(style), locale);
  };
}

function transposed(rows: readonly (readonly Shown[])[]): Shown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
  for (const column of columns) while (column.at(-1) === '') column.pop();
  return columns;
}

/** Writes a table's values from the area's first cell on; null leaves a cell as it is, '' empties it. */
export function writeTable(
  book: SpreadsheetData,
  { sheet, rect }: Area,
  table: readonly (readonly unknown[])[],
  option: string | undefined,
  now: number,
): number {
  const today = todayOf(book, now);
  let cells = 0;
  table.forEach((line, r) => {
    line.forEach((value, c) => {
      if (value === null || value === undefined) return;
      if (typeof value === 'object')
        throw new RequestProblem(`Invalid values[${r}][${c}]: ${JSON.stringify(value)}`);
      const input = value as Exclude<Input, Date>;
      const problem = inputProblem(input);
      if (problem !== undefined) throw new RequestProblem(problem);
      if (option === 'USER_ENTERED') enterCell(book, sheet, rect.top + r, rect.left + c, input, today);
      else
        putValue(
          book,
          sheet,
          rect.top + r,
          rect.left + c,
          input === '' || input === undefined ? null : input,
        );
      cells += 1;
    });
  });
  return cells;
}

/** A request's table as rows, whichever way it is given. */
export function tableOf(range: {
  readonly values?: unknown;
  readonly majorDimension?: string;
}): readonly (readonly unknown[])[] {
  const values = (range.values ?? []) as readonly (readonly unknown[])[];
  if (range.majorDimension !== 'COLUMNS') return values;
  const height = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: height }, (_, row) => values.map((column) => column[row] ?? null));
}
