import { type EnumValue, enumName } from '../kernel/host';
import type { Rect } from './model/book';
import { isFormula } from './model/cells';
import { movedFormula } from './model/references';
import { type CellCopy, type Copying, clearCells, putTaken, takeCells } from './model/write';
import {
  DeveloperMetadataFinderObject,
  type DeveloperMetadataObject,
  addMetadata,
  metadataAt,
  placeOf,
} from './developer-metadata';
import { FilterObject } from './filter';
import { RangeActions } from './range-actions';
import { exception } from './session';
import { TextFinderObject } from './text-finder';

const EVERYTHING: Copying = { values: 'formulas', formats: true, extras: true };

/** A range of cells. */
export class RangeObject extends RangeActions {
  /** Pushes cells right (COLUMNS) or down (ROWS) to make room for as many blank ones. */
  insertCells(dimension: EnumValue): this {
    const { rect } = this;
    const [to, from] = this.pushed(enumName(dimension)!, rect);
    return this.push(from, to, rect);
  }

  /** Takes the cells out; those to the right (COLUMNS) or below (ROWS) close up. */
  deleteCells(dimension: EnumValue): void {
    const { rect } = this;
    const [from, to] = this.pushed(enumName(dimension)!, rect);
    this.push(from, to, null);
  }

  /** Continues a series of numbers, or repeats the cells, into the rest of the destination. */
  autoFill(destination: RangeObject, series: EnumValue): void {
    const [from, to] = [this.rect, destination.rect];
    const sameColumns = from.left === to.left && from.right === to.right;
    const sameRows = from.top === to.top && from.bottom === to.bottom;
    if (!sameColumns && !sameRows) {
      throw exception('AutoFill destination range must extend the source range in only one direction');
    }
    this.session.now(this.sheetId, to, (book, sheet) => {
      const taken = takeCells(sheet, from);
      const [height, width] = [from.bottom - from.top, from.right - from.left];
      for (let row = to.top; row < to.bottom; row += 1) {
        for (let column = to.left; column < to.right; column += 1) {
          const inside = row >= from.top && row < from.bottom && column >= from.left && column < from.right;
          if (inside) continue;
          const down = row - from.top;
          const across = column - from.left;
          const [r, c] = [wrap(down, height), wrap(across, width)];
          const line = sameColumns ? taken.map((one) => one[c]!) : taken[r]!;
          const source = taken[r]![c]!;
          const steady =
            enumName(series) === 'DEFAULT_SERIES' ? nextOf(line, sameColumns ? down : across) : null;
          const value = isFormula(source.value)
            ? { ...source.value, f: movedFormula(source.value.f, down - r, across - c) }
            : (steady ?? source.value);
          putTaken(book, sheet, row, column, { ...source, value }, EVERYTHING);
        }
      }
    });
  }

  createTextFinder(text: string): TextFinderObject {
    return new TextFinderObject(this.session, text, () => [{ sheetId: this.sheetId, rect: this.rect }]);
  }

  createFilter(): FilterObject {
    return this.session.now(this.sheetId, this.rect, (_book, sheet) => {
      if (sheet.filter) throw exception("You can't create a filter in a sheet that already has a filter.");
      sheet.filter = { range: this.rect, hidden: {} };
      return new FilterObject(this.session, this.sheetId);
    });
  }

  getFilter(): FilterObject | null {
    return this.sheetData().filter ? new FilterObject(this.session, this.sheetId) : null;
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.session, placeOf(this.sheetId, this.range), args);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadataObject[] {
    const place = placeOf(this.sheetId, this.range);
    return metadataAt(
      this.session,
      (one) =>
        one.sheetId === place.sheetId && one.dimension === place.dimension && one.index === place.index,
    );
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinderObject {
    return new DeveloperMetadataFinderObject(this.session, placeOf(this.sheetId, this.range));
  }

  /** The part behind the range that closes up, and where it goes to. */
  private pushed(dimension: string, rect: Rect): [Rect, Rect] {
    const sheet = this.sheetData();
    if (dimension === 'COLUMNS') {
      const by = rect.right - rect.left;
      return [
        { ...rect, left: rect.right, right: sheet.maxColumns },
        { ...rect, right: sheet.maxColumns - by },
      ];
    }
    const by = rect.bottom - rect.top;
    return [
      { ...rect, top: rect.bottom, bottom: sheet.maxRows },
      { ...rect, bottom: sheet.maxRows - by },
    ];
  }

  private push(from: Rect, to: Rect, blank: Rect | null): this {
    const all = {
      top: this.rect.top,
      left: this.rect.left,
      bottom: Math.max(from.bottom, to.bottom),
      right: Math.max(from.right, to.right),
    };
    this.session.now(this.sheetId, all, (book, sheet) => {
      const used = { ...from, bottom: Math.min(from.bottom, Math.max(sheet.rows.length, from.top)) };
      const taken: CellCopy[][] = takeCells(sheet, used);
      const clean = { contents: true, formats: true, notes: true, validations: true };
      clearCells(sheet, from, clean);
      clearCells(sheet, blank ?? to, clean);
      taken.forEach((line, r) => {
        line.forEach((one, c) => {
          putTaken(book, sheet, to.top + r, to.left + c, one, EVERYTHING);
        });
      });
    });
    return this;
  }
}

function wrap(place: number, size: number): number {
  return ((place % size) + size) % size;
}

/** The next number of an even series (or one number counted up from two on); null when the cells are none. */
function nextOf(cells: readonly CellCopy[], place: number): number | null {
  const numbers = cells.map(({ value }) => value);
  if (!numbers.every((value): value is number => typeof value === 'number')) return null;
  const first = numbers[0]!;
  if (numbers.length === 1) return first;
  const step = (numbers.at(-1)! - first) / (numbers.length - 1);
  return first + step * place;
}
