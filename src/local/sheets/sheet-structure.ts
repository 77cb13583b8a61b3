import type { GridRect, RowData, SheetData, SpreadsheetData } from './model/book';
import { cellCount } from './model/book';
import { enterCell, inputProblem, todayOf } from './model/write';
import { lastRow, writableRow } from './model/cells';
import { type Dimension, deleteDimension, insertDimension, moveDimension } from './model/structure';
import { sortRows } from './model/order';
import { exception } from './session';
import { SheetBasics } from './sheet-basics';
import type { RangeObject } from './range';
import { toInput } from './range-values';

/** Google's pixel sizes of a column and a row nobody has set. */
export const COLUMN_WIDTH = 100;
export const ROW_HEIGHT = 21;

/** Rows and columns of a tab: adding, deleting, hiding, sizing, freezing; appending and sorting rows. */
export abstract class SheetStructure extends SheetBasics {
  appendRow(values: unknown): this {
    if (!Array.isArray(values))
      throw this.execution.badParameters('SpreadsheetApp.Sheet.appendRow', [values]);
    const inputs = values.map(toInput);
    for (const input of inputs) {
      const problem = inputProblem(input);
      if (problem !== undefined) throw exception(problem);
    }
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

  getFrozenRows(): number {
    return this.data().frozenRows;
  }
  getFrozenColumns(): number {
    return this.data().frozenColumns;
  }
  setFrozenRows(count: number): void {
    this.freeze('ROWS', count);
  }
  setFrozenColumns(count: number): void {
    this.freeze('COLUMNS', count);
  }

  hideRows(row: number, count = 1): void {
    this.setRows(row, count, (data) => {
      data.hidden = true;
    });
  }
  showRows(row: number, count = 1): void {
    this.setRows(row, count, (data) => {
      delete data.hidden;
    });
  }
  hideRow(range: RangeObject): void {
    this.hideRows(range.getRow(), range.getNumRows());
  }
  unhideRow(range: RangeObject): void {
    this.showRows(range.getRow(), range.getNumRows());
  }
  hideColumns(column: number, count = 1): void {
    this.setColumns(column, count, (data) => ({ ...data, hidden: true }));
  }
  showColumns(column: number, count = 1): void {
    this.setColumns(column, count, ({ hidden: _shown, ...rest }) => rest);
  }
  hideColumn(range: RangeObject): void {
    this.hideColumns(range.getColumn(), range.getNumColumns());
  }
  unhideColumn(range: RangeObject): void {
    this.showColumns(range.getColumn(), range.getNumColumns());
  }
  isRowHiddenByUser(row: number): boolean {
    this.requireSpan('ROWS', row, 1);
    return this.data().rows[row - 1]?.hidden === true;
  }
  isRowHiddenByFilter(row: number): boolean {
    this.requireSpan('ROWS', row, 1);
    return this.data().rows[row - 1]?.filtered === true;
  }
  isColumnHiddenByUser(column: number): boolean {
    this.requireSpan('COLUMNS', column, 1);
    return this.data().columns[column - 1]?.hidden === true;
  }

  getColumnWidth(column: number): number {
    this.requireSpan('COLUMNS', column, 1);
    return this.data().columns[column - 1]?.width ?? COLUMN_WIDTH;
  }
  setColumnWidth(column: number, width: number): this {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(column: number, count: number, width: number): this {
    this.setColumns(column, count, (data) => ({ ...data, width }));
    return this;
  }
  getRowHeight(row: number): number {
    this.requireSpan('ROWS', row, 1);
    return this.data().rows[row - 1]?.height ?? ROW_HEIGHT;
  }
  setRowHeight(row: number, height: number): this {
    return this.setRowHeights(row, 1, height);
  }
  setRowHeights(row: number, count: number, height: number): this {
    this.setRows(row, count, (data) => {
      data.height = Math.max(height, ROW_HEIGHT);
    });
    return this;
  }
  setRowHeightsForced(row: number, count: number, height: number): this {
    this.setRows(row, count, (data) => {
      data.height = height;
    });
    return this;
  }
  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }
  autoResizeColumns(column: number, count: number): this {
    this.requireSpan('COLUMNS', column, count);
    this.session.now(this.sheetId, null, (_book, sheet) => {
      for (let at = column - 1; at < column - 1 + count; at += 1) {
        while (sheet.columns.length <= at) sheet.columns.push(null);
        sheet.columns[at] = { ...sheet.columns[at], width: fittingWidth(sheet, at) };
      }
    });
    return this;
  }
  autoResizeRows(row: number, count: number): this {
    this.setRows(row, count, (data) => {
      delete data.height;
    });
    return this;
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
    requireCells(before + height * width, this.execution.core.limits.cellsPerSpreadsheet);
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
      requireCells(cellCount(book) + count * other, this.execution.core.limits.cellsPerSpreadsheet);
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

  private freeze(dimension: Dimension, count: number): void {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      const rows = dimension === 'ROWS';
      const size = rows ? sheet.maxRows : sheet.maxColumns;
      if (count < 0 || count > size) throw outOfBounds(dimension);
      if (count === size)
        throw exception(`You can't freeze all visible ${rows ? 'rows' : 'columns'} on the sheet.`);
      if (rows) sheet.frozenRows = count;
      else sheet.frozenColumns = count;
    });
  }

  private setRows(row: number, count: number, change: (row: RowData) => void): void {
    this.requireSpan('ROWS', row, count);
    this.session.now(this.sheetId, { top: row - 1, bottom: row - 1 + count }, (_book, sheet) => {
      for (let at = row - 1; at < row - 1 + count; at += 1) change(writableRow(sheet, at));
    });
  }

  private setColumns(
    column: number,
    count: number,
    change: (column: NonNullable<SheetData['columns'][number]>) => NonNullable<SheetData['columns'][number]>,
  ): void {
    this.requireSpan('COLUMNS', column, count);
    this.session.now(this.sheetId, { left: column - 1, right: column - 1 + count }, (_book, sheet) => {
      for (let at = column - 1; at < column - 1 + count; at += 1) {
        while (sheet.columns.length <= at) sheet.columns.push(null);
        sheet.columns[at] = change(sheet.columns[at] ?? {});
      }
    });
  }

  private requireSpan(dimension: Dimension, from: number, count: number): void {
    const size = dimension === 'ROWS' ? this.data().maxRows : this.data().maxColumns;
    if (from < 1 || count < 1 || from - 1 + count > size) throw outOfBounds(dimension);
  }
}

function outOfBounds(dimension: Dimension): Error {
  return exception(`Those ${dimension === 'ROWS' ? 'rows' : 'columns'} are out of bounds.`);
}

function crosses(range: GridRect, dimension: Dimension, at: number): boolean {
  const [low, high] = dimension === 'ROWS' ? [range.top, range.bottom] : [range.left, range.right];
  return (low ?? -1) < at && at < (high ?? Number.MAX_SAFE_INTEGER);
}

/** Throws Google's refusal of a book with more cells than it takes. */
export function requireCells(cells: number, limit: number): void {
  if (cells > limit) {
    throw exception(
      `This action would increase the number of cells in the workbook above the limit of ${limit} cells.`,
    );
  }
}

/** About the width of the column's longest text; there are no fonts to measure with. */
export function fittingWidth(sheet: SheetData, column: number): number {
  let longest = 0;
  for (const row of sheet.rows) {
    const value = row?.v[column];
    const shown = typeof value === 'object' && value !== null ? value.v : value;
    for (const line of String(shown ?? '').split('\n')) longest = Math.max(longest, line.length);
  }
  return longest === 0 ? COLUMN_WIDTH : Math.max(21, longest * 7 + 10);
}
