import type { GridRect, SheetData } from '../model/book';
import { contains } from '../model/book';
import { eachCell, isFormula } from '../model/cells';
import { movedFormula } from '../model/references';
import { type Copying, enterCell, putTaken, takeCells, todayOf } from '../model/write';
import type { Batch } from './batch';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';

const PASTES: Readonly<Record<string, Copying>> = {
  PASTE_NORMAL: { values: 'formulas', formats: true, extras: true },
  PASTE_VALUES: { values: 'values', formats: false, extras: false },
  PASTE_FORMAT: { values: 'none', formats: true, extras: false },
  PASTE_FORMULA: { values: 'formulas', formats: false, extras: false },
  PASTE_DATA_VALIDATION: { values: 'none', formats: false, extras: true },
};

export function copyPaste(
  batch: Batch,
  of: { source?: GridRange; destination?: GridRange; pasteType?: string },
): void {
  const source = gridOf(batch.book, of.source);
  const target = gridOf(batch.book, of.destination);
  const how = PASTES[of.pasteType ?? 'PASTE_NORMAL'];
  if (!how) throw new RequestProblem(`Invalid pasteType: ${of.pasteType}`);
  const [height, width] = [source.rect.bottom - source.rect.top, source.rect.right - source.rect.left];
  const { top, left } = target.rect;
  const whole = (size: number, block: number): number => (size % block === 0 ? size : block);
  const area = {
    top,
    left,
    bottom: top + whole(target.rect.bottom - top, height),
    right: left + whole(target.rect.right - left, width),
  };
  batch.guard(target.sheet, area);
  const taken = takeCells(source.sheet, source.rect);
  eachCell(area, (row, column) => {
    const [r, c] = [(row - top) % height, (column - left) % width];
    const cell = taken[r]![c]!;
    const value = isFormula(cell.value)
      ? {
          ...cell.value,
          f: movedFormula(cell.value.f, row - source.rect.top - r, column - source.rect.left - c),
        }
      : cell.value;
    putTaken(batch.book, target.sheet, row, column, { ...cell, value }, how);
  });
}

interface FindReplace {
  readonly find?: string;
  readonly replacement?: string;
  readonly matchCase?: boolean;
  readonly matchEntireCell?: boolean;
  readonly searchByRegex?: boolean;
  readonly includeFormulas?: boolean;
  readonly range?: GridRange;
  readonly sheetId?: number;
  readonly allSheets?: boolean;
}

export function findReplace(batch: Batch, of: FindReplace): { findReplace: Record<string, number> } {
  const { book } = batch;
  const areas: { sheet: SheetData; range: GridRect }[] = of.allSheets
    ? book.sheets.map((sheet) => ({ sheet, range: {} }))
    : [of.range ? gridOf(book, of.range) : { sheet: sheetOf(book, of.sheetId), range: {} }];
  const body = of.searchByRegex ? (of.find ?? '') : (of.find ?? '').replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const test = new RegExp(of.matchEntireCell ? `^(?:${body})$` : body, of.matchCase ? 'gu' : 'giu');
  const counts = {
    valuesChanged: 0,
    formulasChanged: 0,
    rowsChanged: 0,
    sheetsChanged: 0,
    occurrencesChanged: 0,
  };
  const today = todayOf(book, batch.execution.now());
  for (const { sheet, range } of areas) {
    let changed = 0;
    sheet.rows.forEach((row, r) => {
      let inRow = 0;
      row?.v.forEach((value, c) => {
        const isCovered = contains(range, { top: r, bottom: r + 1, left: c, right: c + 1 });
        if (value === null || !isCovered || (isFormula(value) && !of.includeFormulas)) return;
        const text = isFormula(value) ? value.f : String(value);
        const found = text.match(test)?.length ?? 0;
        if (found === 0) return;
        batch.guard(sheet, { top: r, bottom: r + 1, left: c, right: c + 1 });
        const by = of.replacement ?? '';
        enterCell(
          book,
          sheet,
          r,
          c,
          of.searchByRegex ? text.replace(test, by) : text.replace(test, () => by),
          today,
        );
        counts[isFormula(value) ? 'formulasChanged' : 'valuesChanged'] += 1;
        counts.occurrencesChanged += found;
        inRow += 1;
      });
      if (inRow > 0) changed += 1;
    });
    counts.rowsChanged += changed;
    if (changed > 0) counts.sheetsChanged += 1;
  }
  return { findReplace: counts };
}
