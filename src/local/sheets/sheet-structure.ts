import type { GridRect, SheetData, SpreadsheetData } from './model/book';
import { cellCount } from './model/book';
import { enterCell, inputProblem, todayOf } from './model/write';
import { lastRow } from './model/cells';
import { type Dimension, deleteDimension, insertDimension, moveDimension } from './model/structure';
import { sortRows } from './model/order';
import { exception } from './session';
import { SheetLines, outOfBounds } from './sheet-lines';
import type { RangeObject } from './range';
import { toInput } from './script-values';
import { isAppendLost } from '../kernel/races';

/** What moves rows and columns of a tab: adding, deleting, moving, sorting. */
export abstract class SheetStructure extends SheetLines {
  appendRow(values: unknown): this {
    if (!Array.isArray(values))
      throw this.execution.badParameters('SpreadsheetApp.Sheet.appendRow', [values]);
    const inputs = values.map(toInput);
    for (const input of inputs) {
      const problem = inputProblem(input);
      if (problem !== undefined) throw exception(problem);
    }
    if (isAppendLost(this.execution)) return this;
    const at = lastRow(this.data());
    this.session.now(
      this.sheetId,
      { top: at, bottom: at + 1, left: 0, right: Math.max(1, inputs.length) },
      (book, sheet) => {
        this.growTo(book, sheet, at + 1, inputs.length);
        const today = todayOf(book, this.execution.now());
        inputs.forEach((input, column) => {
          enterCell(book, sheet, at, column, input, today);
        });
      },
    );
    return this;
  }

  insertRowAfter(row: number): this {
    return this.insertRowsAfter(row, 1);
  }
  insertRowBefore(row: number): this {
    return this.insertRowsBefore(row, 1);
  }
  insertRowsAfter(row: number, count: number): this {
    return this.insert('ROWS', row, count, true);
  }
  insertRowsBefore(row: number, count: number): this {
    return this.insert('ROWS', row - 1, count, false);
  }
  insertRows(row: number, count = 1): void {
    this.insert('ROWS', row - 1, count, false);
  }
  insertColumnAfter(column: number): this {
    return this.insertColumnsAfter(column, 1);
  }
  insertColumnBefore(column: number): this {
    return this.insertColumnsBefore(column, 1);
  }
  insertColumnsAfter(column: number, count: number): this {
    return this.insert('COLUMNS', column, count, true);
  }
  insertColumnsBefore(column: number, count: number): this {
    return this.insert('COLUMNS', column - 1, count, false);
  }
  insertColumns(column: number, count = 1): void {
    this.insert('COLUMNS', column - 1, count, false);
  }

  deleteRow(row: number): this {
    this.remove('ROWS', row, 1);
    return this;
  }
  deleteRows(row: number, count: number): void {
    this.remove('ROWS', row, count);
  }
  deleteColumn(column: number): this {
    this.remove('COLUMNS', column, 1);
    return this;
  }
  deleteColumns(column: number, count: number): void {
    this.remove('COLUMNS', column, count);
  }

  moveRows(range: RangeObject, destination: number): void {
    const { top, bottom } = range.rect;
    this.session.now(this.sheetId, 'sheet', (book, sheet) => {
      moveDimension(book, sheet, 'ROWS', top, bottom - top, destination - 1);
    });
  }
  moveColumns(range: RangeObject, destination: number): void {
    const { left, right } = range.rect;
    this.session.now(this.sheetId, 'sheet', (book, sheet) => {
      moveDimension(book, sheet, 'COLUMNS', left, right - left, destination - 1);
    });
  }

  /** Sorts all rows below the frozen ones. */
  sort(column: number, ascending = true): this {
    this.session.now(this.sheetId, {}, (book, sheet) => {
      const rect = { top: sheet.frozenRows, bottom: lastRow(sheet), left: 0, right: sheet.maxColumns };
      sortRows(sheet, rect, [{ column: column - 1, ascending }], book.locale);
    });
    return this;
  }

  private growTo(book: SpreadsheetData, sheet: SheetData, rows: number, columns: number): void {
    const before = cellCount(book) - sheet.maxRows * sheet.maxColumns;
    const [height, width] = [Math.max(sheet.maxRows, rows), Math.max(sheet.maxColumns, columns)];
    const { limits } = this.execution.core;
    requireColumns(width, limits.columnsPerSheet);
    requireCells(before + height * width, limits.cellsPerSpreadsheet);
    sheet.maxRows = height;
    sheet.maxColumns = width;
  }

  private insert(dimension: Dimension, at: number, count: number, after: boolean): this {
    const data = this.data();
    const size = dimension === 'ROWS' ? data.maxRows : data.maxColumns;
    if (at < 0 || at > size || (after && at < 1) || (!after && at >= size) || count < 1)
      throw outOfBounds(dimension);
    // Between two rows of a protected range, or on a protected sheet, there is nothing to insert for others.
    const seam: GridRect =
      dimension === 'ROWS'
        ? { top: Math.max(0, at - 1), bottom: at + 1 }
        : { left: Math.max(0, at - 1), right: at + 1 };
    const crossed = data.protections.filter(
      (one) => one.type === 'SHEET' || crosses(one.range, dimension, at),
    );
    this.session.now(this.sheetId, crossed.length > 0 ? seam : null, (book, sheet) => {
      const other = dimension === 'ROWS' ? sheet.maxColumns : sheet.maxRows;
      const { limits } = this.execution.core;
      if (dimension === 'COLUMNS') requireColumns(sheet.maxColumns + count, limits.columnsPerSheet);
      requireCells(cellCount(book) + count * other, limits.cellsPerSpreadsheet);
      insertDimension(book, sheet, dimension, at, count, after);
    });
    return this;
  }

  private remove(dimension: Dimension, from: number, count: number): void {
    this.requireSpan(dimension, from, count);
    const data = this.data();
    const size = dimension === 'ROWS' ? data.maxRows : data.maxColumns;
    const frozen = dimension === 'ROWS' ? data.frozenRows : data.frozenColumns;
    const word = dimension === 'ROWS' ? 'rows' : 'columns';
    if (count >= size) throw exception(`You can't delete all the ${word} on the sheet.`);
    if (from - 1 <= frozen && from - 1 + count >= size) {
      throw exception(`Sorry, it is not possible to delete all non-frozen ${word}.`);
    }
    const range: GridRect =
      dimension === 'ROWS'
        ? { top: from - 1, bottom: from - 1 + count }
        : { left: from - 1, right: from - 1 + count };
    this.session.now(this.sheetId, range, (book, sheet) => {
      deleteDimension(book, sheet, dimension, from - 1, count);
    });
  }
}

function crosses(range: GridRect, dimension: Dimension, at: number): boolean {
  const [low, high] = dimension === 'ROWS' ? [range.top, range.bottom] : [range.left, range.right];
  return (low ?? -1) < at && at < (high ?? Number.MAX_SAFE_INTEGER);
}

/** Throws Google's refusal of a tab with more columns than it takes: ZZZ is the last [limits.json, columnsPerSheet]. */
export function requireColumns(columns: number, limit: number): void {
  if (columns > limit) {
    throw exception(
      `This action would increase the number of columns in the sheet above the limit of ${limit} columns.`,
    );
  }
}

/** Throws Google's refusal of a book with more cells than it takes. */
export function requireCells(cells: number, limit: number): void {
  if (cells > limit) {
    throw exception(
      `This action would increase the number of cells in the workbook above the limit of ${limit} cells.`,
    );
  }
}
