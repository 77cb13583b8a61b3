import { EnumValue, HostObject } from '../kernel/host';
import type {
  CellValue,
  FormulaCell,
  PlainValue,
  Rect,
  RowData,
  SheetData,
  SpreadsheetData,
} from './model/book';
import { isFormula } from './model/cells';
import { isDateFormat } from './model/number-format';
import { momentOf } from './model/serial';
import { ruleProblem } from './model/validate';
import { type Input, enterCell, putValue } from './model/write';
import { exception } from './session';

/** What getValues gives for a cell. */
export type ReadValue = string | number | boolean | Date;

/** As `enterCell`; throws when the cell's rule refuses the value, which is then not written. */
export function enterChecked(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  input: Input,
  today: number,
): void {
  if (sheet.rows[row]?.x?.[column]?.rule === undefined) {
    enterCell(book, sheet, row, column, input, today);
    return;
  }
  const before = sheet.rows[row]?.v[column] ?? null;
  enterCell(book, sheet, row, column, input, today);
  const problem = ruleProblem(book, sheet, row, column);
  if (problem === undefined) return;
  putValue(book, sheet, row, column, before);
  throw exception(problem);
}

/** The values of a rectangle as scripts get them: '' for blank, dates by the cells' formats on the book's clock. */
export function readValues(
  book: SpreadsheetData,
  rows: readonly (RowData | null)[],
  rect: Rect,
): ReadValue[][] {
  const { top, bottom, left, right } = rect;
  const dated = book.styles.map((style) => isDateFormat(style.numberFormat));
  const table: ReadValue[][] = [];
  const width = right - left;
  for (let at = top; at < bottom; at += 1) {
    const row = rows[at];
    // A copy of what is there costs a fraction of building the row cell by cell.
    const line = (row?.v.slice(left, right) ?? []) as (CellValue | ReadValue | undefined)[];
    const styles = row?.s;
    for (let place = 0; place < line.length; place += 1) {
      let value = line[place];
      if (typeof value === 'string') continue;
      if (isFormula(value as CellValue)) value = line[place] = (value as FormulaCell).v;
      if (value === null || value === undefined) line[place] = '';
      else if (styles !== undefined && typeof value === 'number' && dated[styles[left + place] ?? 0]) {
        line[place] = new Date(momentOf(value, book.timeZone));
      }
    }
    while (line.length < width) line.push('');
    table.push(line as ReadValue[]);
  }
  return table;
}

/** A note's text; a number as a note comes back as 25.0 [facts 5]. */
export function noteText(note: unknown): string {
  if (note === null || note === undefined) return '';
  return typeof note === 'number' && Number.isInteger(note) ? note.toFixed(1) : String(toInput(note));
}

/** What a script hands in as a cell's value; whatever is no plain value becomes its text. */
export function toInput(value: unknown): Input {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : ('#NUM!' satisfies PlainValue);
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return value;
  if (value instanceof EnumValue) return value.name;
  if (value instanceof HostObject) return value.constructor.name.replace(/Object$/, '');
  return JSON.stringify(value).replaceAll('"', '').replaceAll(':', '=').replaceAll(',', ', ');
}
