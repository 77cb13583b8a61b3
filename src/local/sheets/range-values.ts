import type { Emulated } from '../kernel/host';
import type { CellValue, Rect } from './model/book';
import { eachCell, extraAt, isFormula, mapCells, plainAt, putExtra, writableRow } from './model/cells';
import { sheetLocale } from './model/locale';
import { displayValue } from './model/number-format';
import { fromR1C1, toR1C1 } from './model/references';
import { styleAt } from './model/styles';
import { type Clearing, type Input, clearCells, inputProblem, putValue, todayOf } from './model/write';
import { RangePosition } from './range-position';
import { type ReadValue, enterChecked, noteText, readValues, toInput } from './script-values';
import { exception } from './session';

interface ClearOptions {
  readonly contentsOnly?: boolean;
  readonly formatOnly?: boolean;
  readonly commentsOnly?: boolean;
  readonly validationsOnly?: boolean;
  readonly skipFilteredRows?: boolean;
}

/** Values, formulas, notes of a range's cells. */
export abstract class RangeValues
  extends RangePosition
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Range,
      | 'getValue'
      | 'getValues'
      | 'getDisplayValue'
      | 'getDisplayValues'
      | 'getFormula'
      | 'getFormulas'
      | 'getFormulasR1C1'
      | 'getNote'
      | 'getNotes'
      | 'isBlank'
    >
{
  getValues(): ReadValue[][] {
    return this.readTable();
  }

  getValue(): ReadValue {
    return this.readTable(this.firstCell)[0]![0]!;
  }

  getDisplayValues(): string[][] {
    return this.displayTable(this.rect);
  }

  getDisplayValue(): string {
    return this.displayTable(this.firstCell)[0]![0]!;
  }

  setValues(values: unknown): this {
    const table = this.tableOf(values, 'setValues');
    const inputs = table.map((row) => row.map(toInput));
    for (const row of inputs) for (const value of row) this.checkInput(value);
    const { top, left } = this.rect;
    this.session.later(this.sheetId, this.rect, (book, sheet) => {
      const today = todayOf(book, this.execution.now());
      inputs.forEach((row, r) => {
        row.forEach((value, c) => {
          enterChecked(book, sheet, top + r, left + c, value, today);
        });
      });
    });
    return this;
  }

  setValue(value: unknown): this {
    const input = toInput(value);
    this.checkInput(input);
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      const today = todayOf(book, this.execution.now());
      eachCell(rect, (row, column) => {
        enterChecked(book, sheet, row, column, input, today);
      });
    });
    return this;
  }

  getFormulas(): string[][] {
    return this.readCells((value) => (isFormula(value) ? value.f : ''));
  }

  getFormula(): string {
    return this.readFirst((value) => (isFormula(value) ? value.f : ''));
  }

  getFormulasR1C1(): (string | null)[][] {
    return this.readCells((value, row, column) => (isFormula(value) ? toR1C1(value.f, row, column) : null));
  }

  getFormulaR1C1(): string | null {
    return this.readFirst((value, row, column) => (isFormula(value) ? toR1C1(value.f, row, column) : null));
  }

  setFormula(formula: string): this {
    return this.putFormulas(() => formula);
  }

  setFormulas(formulas: unknown): this {
    const table = this.tableOf(formulas, 'setFormulas') as (string | null)[][];
    const { top, left } = this.rect;
    return this.putFormulas((row, column) => table[row - top]![column - left] ?? '');
  }

  setFormulaR1C1(formula: string): this {
    return this.putFormulas((row, column) => fromR1C1(formula, row, column));
  }

  setFormulasR1C1(formulas: unknown): this {
    const table = this.tableOf(formulas, 'setFormulasR1C1') as (string | null)[][];
    const { top, left } = this.rect;
    return this.putFormulas((row, column) => fromR1C1(table[row - top]![column - left] ?? '', row, column));
  }

  getNotes(): string[][] {
    const sheet = this.sheetData();
    this.session.noteRead(this.sheetId, this.rect);
    return mapCells(this.rect, (row, column) => extraAt(sheet, row, column)?.note ?? '');
  }

  getNote(): string {
    const { top, left } = this.rect;
    this.session.noteRead(this.sheetId, this.firstCell);
    return extraAt(this.sheetData(), top, left)?.note ?? '';
  }

  setNotes(notes: unknown): this {
    const table = this.tableOf(notes, 'setNotes');
    const { top, left } = this.rect;
    return this.putNotes((row, column) => noteText(table[row - top]![column - left]));
  }

  setNote(note: unknown): this {
    const text = noteText(note);
    return this.putNotes(() => text);
  }

  isBlank(): boolean {
    const sheet = this.sheetData(this.session.calculatedBook);
    const { rect } = this;
    this.session.noteRead(this.sheetId, rect);
    const { left, right } = rect;
    for (let row = rect.top; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
      if (sheet.rows[row]?.v.slice(left, right).some((value) => value !== null && value !== undefined))
        return false;
    }
    return true;
  }

  clear(options?: ClearOptions): this {
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly } = options ?? {};
    const some = contentsOnly || formatOnly || commentsOnly || validationsOnly;
    return this.clearing(
      some
        ? {
            contents: contentsOnly === true,
            formats: formatOnly === true,
            notes: commentsOnly === true,
            validations: validationsOnly === true,
          }
        : { contents: true, formats: true, notes: true },
    );
  }

  clearContent(): this {
    return this.clearing({ contents: true });
  }

  clearFormat(): this {
    return this.clearing({ formats: true });
  }

  clearNote(): this {
    return this.clearing({ notes: true });
  }

  clearDataValidations(): this {
    return this.clearing({ validations: true });
  }

  get firstCell(): Rect {
    const { top, left } = this.rect;
    return { top, left, bottom: top + 1, right: left + 1 };
  }

  /** Checks that an argument is a table of the range's shape; `null` and `undefined` rows do not fit. */
  tableOf(values: unknown, method: string): unknown[][] {
    if (!Array.isArray(values) || values.some((row) => !Array.isArray(row))) {
      throw this.execution.badParameters(`SpreadsheetApp.Range.${method}`, [values]);
    }
    const table = values as unknown[][];
    const [rows, columns] = [this.getNumRows(), this.getNumColumns()];
    if (table.length !== rows) {
      throw exception(
        `The number of rows in the data does not match the number of rows in the range. The data has ${table.length} but the range has ${rows}.`,
      );
    }
    for (const row of table) {
      if (row.length !== columns) {
        throw exception(
          `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
        );
      }
    }
    return table;
  }

  protected clearing(what: Clearing): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      clearCells(sheet, rect, what);
    });
    return this;
  }

  private checkInput(value: Input): void {
    const problem = inputProblem(value);
    if (problem !== undefined) throw exception(problem);
  }

  private readTable(rect = this.rect): ReadValue[][] {
    const book = this.session.calculatedBook;
    this.session.noteRead(this.sheetId, rect);
    return readValues(book, this.sheetData(book).rows, rect);
  }

  private displayTable(rect: Rect): string[][] {
    const book = this.session.calculatedBook;
    const sheet = this.sheetData(book);
    const locale = sheetLocale(book.locale);
    this.session.noteRead(this.sheetId, rect);
    return mapCells(rect, (row, column) =>
      displayValue(plainAt(sheet, row, column), styleAt(book, sheet, row, column).numberFormat, locale),
    );
  }

  private readCells<T>(ask: (value: CellValue, row: number, column: number) => T): T[][] {
    const sheet = this.sheetData();
    this.session.noteRead(this.sheetId, this.rect);
    return mapCells(this.rect, (row, column) => ask(sheet.rows[row]?.v[column] ?? null, row, column));
  }

  private readFirst<T>(ask: (value: CellValue, row: number, column: number) => T): T {
    const { top, left } = this.rect;
    this.session.noteRead(this.sheetId, this.firstCell);
    return ask(this.sheetData().rows[top]?.v[left] ?? null, top, left);
  }

  private putFormulas(formulaOf: (row: number, column: number) => string): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const text = formulaOf(row, column);
        const formula = text === '' || text.startsWith('=') ? text : `=${text}`;
        putValue(book, sheet, row, column, formula === '' ? null : { f: formula, v: null });
      });
    });
    return this;
  }

  private putNotes(noteOf: (row: number, column: number) => string): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const note = noteOf(row, column);
        if (note !== '' || extraAt(sheet, row, column)?.note !== undefined) {
          putExtra(writableRow(sheet, row), column, { note: note === '' ? undefined : note });
        }
      });
    });
    return this;
  }
}
