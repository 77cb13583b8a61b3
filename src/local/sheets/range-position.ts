import type { CallSize, EnumValue, Emulated } from '../kernel/host';
import { enumName } from '../kernel/host';
import type { GridRect, Rect, SheetData, SpreadsheetData } from './model/book';
import { closeRect } from './model/book';
import { plainAt } from './model/cells';
import { toA1 } from './model/a1';
import { type BookSession, BookObject, exception } from './session';
import type { RangeObject } from './range';
import type { SheetObject } from './sheet';

/** Where a range lies: what it can tell without looking into its cells, and its neighbours. */
export abstract class RangePosition
  extends BookObject
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Range,
      | 'getGridId'
      | 'getRow'
      | 'getRowIndex'
      | 'getColumn'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getNumRows'
      | 'getNumColumns'
      | 'getHeight'
      | 'getWidth'
      | 'getA1Notation'
      | 'isStartRowBounded'
      | 'isEndRowBounded'
      | 'isStartColumnBounded'
      | 'isEndColumnBounded'
    >
{
  constructor(
    session: BookSession,
    readonly sheetId: number,
    /** As asked for: open sides stay open (`D:F`). */
    readonly range: GridRect,
  ) {
    super(session);
  }

  sheetData(book: SpreadsheetData = this.session.book): SheetData {
    return this.session.sheetData(this.sheetId, book);
  }

  get rect(): Rect {
    return closeRect(this.sheetData(), this.range);
  }

  size(): CallSize {
    const { top, bottom, left, right } = this.rect;
    return { cells: (bottom - top) * (right - left), rows: bottom - top };
  }

  sameSheet(range: GridRect): RangeObject {
    return this.session.range(this.sheetId, range);
  }

  getSheet(): SheetObject {
    return this.session.sheet(this.sheetId);
  }

  getGridId(): number {
    return this.sheetId;
  }

  getRow(): number {
    return this.rect.top + 1;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getColumn(): number {
    return this.rect.left + 1;
  }

  getLastRow(): number {
    return this.rect.bottom;
  }

  getLastColumn(): number {
    return this.rect.right;
  }

  getNumRows(): number {
    return this.rect.bottom - this.rect.top;
  }

  getNumColumns(): number {
    return this.rect.right - this.rect.left;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getA1Notation(): string {
    return toA1(this.range);
  }

  isStartRowBounded(): boolean {
    return this.range.top !== undefined;
  }

  isEndRowBounded(): boolean {
    return this.range.bottom !== undefined;
  }

  isStartColumnBounded(): boolean {
    return this.range.left !== undefined;
  }

  isEndColumnBounded(): boolean {
    return this.range.right !== undefined;
  }

  getCell(row: number, column: number): RangeObject {
    const { top, left, bottom, right } = this.rect;
    if (row < 1 || column < 1 || top + row > bottom || left + column > right) {
      throw exception('Cell reference out of range');
    }
    return this.sameSheet(cell(top + row - 1, left + column - 1));
  }

  offset(rows: number, columns: number, numRows?: number, numColumns?: number): RangeObject {
    const { top, left } = this.rect;
    return this.getSheet().rangeOf(
      top + rows + 1,
      left + columns + 1,
      numRows ?? this.getNumRows(),
      numColumns ?? this.getNumColumns(),
    );
  }

  /** The block of filled cells around the range, as ctrl+A marks it; with a dimension only in that direction. */
  getDataRegion(dimension?: EnumValue): RangeObject {
    const sheet = this.sheetData(this.session.calculatedBook);
    const only = enumName(dimension);
    const rect = { ...this.rect };
    const filled = (part: Rect): boolean => {
      for (let row = Math.max(0, part.top); row < Math.min(part.bottom, sheet.maxRows); row += 1) {
        for (
          let column = Math.max(0, part.left);
          column < Math.min(part.right, sheet.maxColumns);
          column += 1
        ) {
          if (plainAt(sheet, row, column) !== null) return true;
        }
      }
      return false;
    };
    for (let grown = true; grown;) {
      grown = false;
      if (only !== 'COLUMNS') {
        if (filled({ ...rect, top: rect.top - 1, bottom: rect.top })) grown = (rect.top -= 1) >= 0;
        if (filled({ ...rect, top: rect.bottom, bottom: rect.bottom + 1 })) grown = (rect.bottom += 1) > 0;
      }
      if (only !== 'ROWS') {
        if (filled({ ...rect, left: rect.left - 1, right: rect.left })) grown = (rect.left -= 1) >= 0;
        if (filled({ ...rect, left: rect.right, right: rect.right + 1 })) grown = (rect.right += 1) > 0;
      }
    }
    return this.sameSheet(rect);
  }

  /** Where ctrl and an arrow go from the range's first cell. */
  getNextDataCell(direction: EnumValue): RangeObject {
    const sheet = this.sheetData(this.session.calculatedBook);
    const name = enumName(direction);
    const [rowStep, columnStep] =
      name === 'UP' ? [-1, 0] : name === 'DOWN' ? [1, 0] : name === 'PREVIOUS' ? [0, -1] : [0, 1];
    let { top: row, left: column } = this.rect;
    const inside = (r: number, c: number): boolean =>
      r >= 0 && c >= 0 && r < sheet.maxRows && c < sheet.maxColumns;
    const filled = (r: number, c: number): boolean => plainAt(sheet, r, c) !== null;
    const inBlock =
      filled(row, column) &&
      inside(row + rowStep, column + columnStep) &&
      filled(row + rowStep, column + columnStep);
    while (inside(row + rowStep, column + columnStep)) {
      if (inBlock && !filled(row + rowStep, column + columnStep)) break;
      row += rowStep;
      column += columnStep;
      if (!inBlock && filled(row, column)) break;
    }
    return this.sameSheet(cell(row, column));
  }

  activate(): this {
    this.session.activeSheetId = this.sheetId;
    this.session.activeRanges.set(this.sheetId, [this.range]);
    return this;
  }

  activateAsCurrentCell(): this {
    return this.activate();
  }
}

/** The rectangle of one cell. */
export function cell(row: number, column: number): Rect {
  return { top: row, bottom: row + 1, left: column, right: column + 1 };
}
