import type { Emulated } from '../kernel/host';
import type { RowData, SheetData } from './model/book';
import { writableRow } from './model/cells';
import type { Dimension } from './model/structure';
import { exception } from './session';
import { SheetBasics } from './sheet-basics';
import type { RangeObject } from './range';

/** Google's pixel sizes of a column and a row nobody has set. */
export const COLUMN_WIDTH = 100;
export const ROW_HEIGHT = 21;

/** How rows and columns of a tab are shown: frozen, hidden, sized. */
export abstract class SheetLines
  extends SheetBasics
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Sheet,
      | 'getFrozenRows'
      | 'getFrozenColumns'
      | 'setFrozenRows'
      | 'setFrozenColumns'
      | 'isRowHiddenByUser'
      | 'isRowHiddenByFilter'
      | 'isColumnHiddenByUser'
      | 'getColumnWidth'
      | 'getRowHeight'
      | 'hideRows'
      | 'showRows'
      | 'hideColumns'
      | 'showColumns'
    >
{
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

  protected requireSpan(dimension: Dimension, from: number, count: number): void {
    const size = dimension === 'ROWS' ? this.data().maxRows : this.data().maxColumns;
    if (from < 1 || count < 1 || from - 1 + count > size) throw outOfBounds(dimension);
  }
}

/** Google's refusal of rows or columns that are not there. */
export function outOfBounds(dimension: Dimension): Error {
  return exception(`Those ${dimension === 'ROWS' ? 'rows' : 'columns'} are out of bounds.`);
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
