import { enumName } from '../kernel/host';
import type { Rect } from './model/book';
import { closeRect, contains, overlaps } from './model/book';
import { eachCell, isFormula } from './model/cells';
import { type SortKey, sortRows } from './model/order';
import { movedFormula } from './model/references';
import { type CellCopy, type Copying, clearCells, putTaken, putValue, takeCells } from './model/write';
import type { RangeObject } from './range';
import { RangeRules } from './range-rules';
import { exception } from './session';

const EVERYTHING: Copying = { values: 'formulas', formats: true, extras: true };

/** What is done with a range's cells together: copying, merging, sorting, tidying. */
export abstract class RangeActions extends RangeRules {
  copyTo(to: RangeObject, how?: unknown, transposed = false): void {
    this.copyCells(to, copyingOf(how), transposed);
  }

  copyValuesToRange(sheet: unknown, left: number, right: number, top: number, bottom: number): void {
    this.copyCells(this.elsewhere(sheet, left, right, top, bottom), {
      ...EVERYTHING,
      values: 'values',
      formats: false,
      extras: false,
    });
  }

  copyFormatToRange(sheet: unknown, left: number, right: number, top: number, bottom: number): void {
    this.copyCells(this.elsewhere(sheet, left, right, top, bottom), {
      values: 'none',
      formats: true,
      extras: false,
    });
  }

  /** Cuts the cells out and puts them down at the other range's first cell. */
  moveTo(to: RangeObject): void {
    const { rect } = this;
    const { top, left } = to.rect;
    const target = { top, left, bottom: top + rect.bottom - rect.top, right: left + rect.right - rect.left };
    let taken: CellCopy[][] = [];
    this.session.later(this.sheetId, rect, (_book, sheet) => {
      taken = takeCells(sheet, rect);
      clearCells(sheet, rect, { contents: true, formats: true, notes: true, validations: true });
    });
    this.session.later(to.sheetId, target, (book, sheet) => {
      taken.forEach((line, r) => {
        line.forEach((one, c) => {
          putTaken(book, sheet, top + r, left + c, one, EVERYTHING);
        });
      });
    });
  }

  merge(): this {
    return this.mergeAs(({ top, bottom, left, right }) => [{ top, bottom, left, right }]);
  }

  mergeAcross(): this {
    return this.mergeAs(({ top, bottom, left, right }) =>
      Array.from({ length: bottom - top }, (_, at) => ({ top: top + at, bottom: top + at + 1, left, right })),
    );
  }

  mergeVertically(): this {
    return this.mergeAs(({ top, bottom, left, right }) =>
      Array.from({ length: right - left }, (_, at) => ({
        top,
        bottom,
        left: left + at,
        right: left + at + 1,
      })),
    );
  }

  breakApart(): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      requireWholeMerges(sheet.merges, rect);
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
    });
    return this;
  }

  isPartOfMerge(): boolean {
    return this.sheetData().merges.some((merge) => overlaps(merge, this.rect));
  }

  getMergedRanges(): RangeObject[] {
    return this.sheetData()
      .merges.filter((merge) => overlaps(merge, this.rect))
      .map((merge) => this.sameSheet(merge));
  }

  /** By a column of the sheet (from 1), `{ column, ascending }`, or a list of these. */
  sort(by: unknown): this {
    const keys = (Array.isArray(by) ? by : [by]).map((one: unknown): SortKey => {
      const spec =
        typeof one === 'object' && one !== null
          ? (one as { column: number; ascending?: boolean })
          : { column: Number(one) };
      return { column: spec.column - 1, ascending: spec.ascending ?? true };
    });
    const { rect } = this;
    if (keys.some(({ column }) => column < rect.left || column >= rect.right)) {
      throw exception('Sort column is out of the range.');
    }
    this.session.now(this.sheetId, rect, (book, sheet) => {
      sortRows(sheet, rect, keys, book.locale);
    });
    return this;
  }

  /** Without the rows that repeat an earlier one (in those columns of the sheet, from 1); rows below move up within the range. */
  removeDuplicates(columns?: readonly number[]): RangeObject {
    const { rect } = this;
    const places = columns?.map((column) => column - 1 - rect.left);
    return this.session.now(this.sheetId, rect, (book, sheet) => {
      const seen = new Set<string>();
      const kept = takeCells(sheet, rect).filter((line) => {
        const key = JSON.stringify((places ?? line.map((_, at) => at)).map((at) => valueOf(line[at]!)));
        return !seen.has(key) && seen.add(key);
      });
      clearCells(sheet, rect, { contents: true, formats: true, notes: true, validations: true });
      kept.forEach((line, r) => {
        line.forEach((one, c) => {
          putTaken(book, sheet, rect.top + r, rect.left + c, one, EVERYTHING);
        });
      });
      return this.sameSheet({ ...rect, bottom: rect.top + kept.length });
    });
  }

  /** Takes blanks off both ends of every text, and doubled ones out of it. */
  trimWhitespace(): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const value = sheet.rows[row]?.v[column];
        if (typeof value !== 'string') return;
        const trimmed = value.trim().replace(/\s+/g, ' ');
        if (trimmed !== value) putValue(book, sheet, row, column, trimmed);
      });
    });
    return this;
  }

  private mergeAs(partsOf: (rect: Rect) => Rect[]): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      requireWholeMerges(sheet.merges, rect);
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
      for (const part of partsOf(rect)) {
        if (part.bottom - part.top === 1 && part.right - part.left === 1) continue;
        sheet.merges.push(part);
        eachCell(part, (row, column) => {
          if (row === part.top && column === part.left) return;
          if (sheet.rows[row])
            clearCells(
              sheet,
              { top: row, bottom: row + 1, left: column, right: column + 1 },
              { contents: true },
            );
        });
      }
    });
    return this;
  }

  private elsewhere(sheet: unknown, left: number, right: number, top: number, bottom: number): RangeObject {
    const id = typeof sheet === 'number' ? sheet : (sheet as { sheetId: number }).sheetId;
    return this.session.sheet(id).rangeOf(top, left, bottom - top + 1, right - left + 1);
  }

  private copyCells(to: RangeObject, how: Copying, transposed = false): void {
    const { rect } = this;
    let taken: CellCopy[][] = [];
    const [height, width] = [rect.bottom - rect.top, rect.right - rect.left];
    const [blockHeight, blockWidth] = transposed ? [width, height] : [height, width];
    const target = to.rect;
    // A target that holds the source several times is filled; any other gets one copy, from its first cell on.
    const times = (size: number, block: number): number => (size % block === 0 ? size / block : 1);
    const rows = blockHeight * times(target.bottom - target.top, blockHeight);
    const columns = blockWidth * times(target.right - target.left, blockWidth);
    const area = {
      top: target.top,
      left: target.left,
      bottom: target.top + rows,
      right: target.left + columns,
    };
    const grid = closeRect(to.sheetData(), area);
    const foreign = to.fileId !== this.fileId;
    if (foreign) throw exception('Target range and source range must be on the same spreadsheet.');
    to.session.later(to.sheetId, grid, (book, sheet) => {
      taken = takeCells(this.sheetData(book), rect);
      eachCell(grid, (row, column) => {
        const r = (row - grid.top) % blockHeight;
        const c = (column - grid.left) % blockWidth;
        const source = transposed ? taken[c]![r]! : taken[r]![c]!;
        const from = transposed
          ? { row: rect.top + c, column: rect.left + r }
          : { row: rect.top + r, column: rect.left + c };
        const value = isFormula(source.value)
          ? { ...source.value, f: movedFormula(source.value.f, row - from.row, column - from.column) }
          : source.value;
        putTaken(book, sheet, row, column, { ...source, value }, how);
      });
    });
  }
}

function copyingOf(how: unknown): Copying {
  if (typeof how === 'object' && how !== null && !('ordinal' in how)) {
    const { contentsOnly, formatOnly } = how as { contentsOnly?: boolean; formatOnly?: boolean };
    if (contentsOnly) return { values: 'values', formats: false, extras: false };
    if (formatOnly) return { values: 'none', formats: true, extras: false };
    return EVERYTHING;
  }
  switch (enumName(how)) {
    case 'PASTE_VALUES':
      return { values: 'values', formats: false, extras: false };
    case 'PASTE_FORMULA':
      return { values: 'formulas', formats: false, extras: false };
    case 'PASTE_FORMAT':
      return { values: 'none', formats: true, extras: false };
    case 'PASTE_DATA_VALIDATION':
      return { values: 'none', formats: false, extras: true };
    default:
      return EVERYTHING;
  }
}

function requireWholeMerges(merges: readonly Rect[], rect: Rect): void {
  if (merges.some((merge) => overlaps(merge, rect) && !contains(rect, merge))) {
    throw exception('You must select all cells in a merged range to merge or unmerge them.');
  }
}

function valueOf(cell: CellCopy): unknown {
  return isFormula(cell.value) ? cell.value.v : cell.value;
}
