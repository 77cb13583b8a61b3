import type { Rect, SheetData } from '../model/book';
import { contains, overlaps } from '../model/book';
import { eachCell, lastRow, putExtra, writableRow } from '../model/cells';
import { sortRows } from '../model/order';
import { restyle, ruleId } from '../model/styles';
import { type Clearing, clearCells } from '../model/write';
import type { Batch } from './batch';
import { type CellData, cellWriter } from './cell-data';
import { type Border, borderLine } from './cell-format';
import { type ValidationRule, readRule } from './conditions';
import { type FieldTree, names, readFields } from './field-mask';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';

interface RowOfCells {
  readonly values?: readonly CellData[];
}

/** The fields of a request; Google insists on them. */
export function requireFields(fields: string | undefined): FieldTree {
  if (!fields) {
    throw new RequestProblem(
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  }
  return readFields(fields);
}

export function updateCells(
  batch: Batch,
  of: {
    rows?: readonly RowOfCells[];
    fields?: string;
    start?: { sheetId?: number; rowIndex?: number; columnIndex?: number };
    range?: GridRange;
  },
): void {
  const mask = requireFields(of.fields);
  const rows = of.rows ?? [];
  if (of.start) {
    const sheet = sheetOf(batch.book, of.start.sheetId);
    writeRows(batch, sheet, of.start.rowIndex ?? 0, of.start.columnIndex ?? 0, rows, mask);
    return;
  }
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  const write = cellWriter(batch.book, sheet, mask);
  const clearing = clearingOf(mask);
  // Cells of the range that the rows do not reach are cleared of what the mask names.
  clearNamed(sheet, rect, clearing, () => {
    for (let row = rect.top; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
      if (sheet.rows[row])
        for (let column = rect.left; column < rect.right; column += 1) write(row, column, {});
    }
  });
  rows.slice(0, rect.bottom - rect.top).forEach((line, r) => {
    (line.values ?? []).slice(0, rect.right - rect.left).forEach((cell, c) => {
      write(rect.top + r, rect.left + c, cell);
    });
  });
}

/** What a mask clears as a whole; null when it names parts of a cell's look. */
function clearingOf(mask: FieldTree): Clearing | null {
  if (mask === '*') return { contents: true, formats: true, notes: true, validations: true };
  const format = mask.userEnteredFormat;
  if (format !== undefined && format !== '*') return null;
  return {
    contents: names(mask, 'userEnteredValue'),
    formats: format === '*',
    notes: names(mask, 'note'),
    validations: names(mask, 'dataValidation'),
  };
}

function clearNamed(sheet: SheetData, rect: Rect, clearing: Clearing | null, otherwise: () => void): void {
  if (clearing) clearCells(sheet, rect, clearing);
  else otherwise();
}

function writeRows(
  batch: Batch,
  sheet: SheetData,
  top: number,
  left: number,
  rows: readonly RowOfCells[],
  mask: FieldTree,
): void {
  if (rows.length === 0) return;
  const width = Math.max(1, ...rows.map((row) => row.values?.length ?? 0));
  if (top + rows.length > sheet.maxRows) {
    throw new RequestProblem(
      `Attempting to write row: ${sheet.maxRows}, beyond the last requested row of: ${sheet.maxRows - 1}`,
    );
  }
  if (left + width > sheet.maxColumns) {
    throw new RequestProblem(
      `Attempting to write column: ${sheet.maxColumns}, beyond the last requested column of: ${sheet.maxColumns - 1}`,
    );
  }
  batch.guard(sheet, { top, bottom: top + rows.length, left, right: left + width });
  const write = cellWriter(batch.book, sheet, mask);
  rows.forEach((row, r) => {
    row.values?.forEach((cell, c) => {
      write(top + r, left + c, cell);
    });
  });
}

export function appendCells(
  batch: Batch,
  of: { sheetId?: number; rows?: readonly RowOfCells[]; fields?: string },
): void {
  const mask = requireFields(of.fields);
  const sheet = sheetOf(batch.book, of.sheetId);
  const rows = of.rows ?? [];
  const top = lastRow(sheet);
  sheet.maxRows = Math.max(sheet.maxRows, top + rows.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, ...rows.map((row) => row.values?.length ?? 0));
  writeRows(batch, sheet, top, 0, rows, mask);
}

export function repeatCell(batch: Batch, of: { range?: GridRange; cell?: CellData; fields?: string }): void {
  const mask = requireFields(of.fields);
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  const write = cellWriter(batch.book, sheet, mask);
  const { cell = {} } = of;
  // Nothing given: what is there is cleared, and rows that are not there stay so.
  const bottom = Object.keys(cell).length === 0 ? Math.min(rect.bottom, sheet.rows.length) : rect.bottom;
  eachCell({ ...rect, bottom }, (row, column) => {
    write(row, column, cell, row - rect.top, column - rect.left);
  });
}

export function setDataValidation(batch: Batch, of: { range?: GridRange; rule?: ValidationRule }): void {
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  const rule = of.rule && ruleId(batch.book, readRule(batch.book, of.rule));
  eachCell(rect, (row, column) => {
    if (rule !== undefined || sheet.rows[row]?.x?.[column])
      putExtra(writableRow(sheet, row), column, { rule });
  });
}

export function mergeCells(batch: Batch, of: { range?: GridRange; mergeType?: string }): void {
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  requireWhole(sheet, rect);
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
  for (const part of partsOf(rect, of.mergeType ?? 'MERGE_ALL')) {
    if (part.bottom - part.top === 1 && part.right - part.left === 1) continue;
    sheet.merges.push(part);
    const rest = { contents: true };
    clearCells(sheet, { ...part, bottom: part.top + 1, left: part.left + 1 }, rest);
    clearCells(sheet, { ...part, top: part.top + 1 }, rest);
  }
}

function partsOf(rect: Rect, type: string): Rect[] {
  const { top, bottom, left, right } = rect;
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: bottom - top }, (_, at) => ({
      ...rect,
      top: top + at,
      bottom: top + at + 1,
    }));
  }
  if (type === 'MERGE_COLUMNS') {
    return Array.from({ length: right - left }, (_, at) => ({
      ...rect,
      left: left + at,
      right: left + at + 1,
    }));
  }
  return [rect];
}

export function unmergeCells(batch: Batch, of: { range?: GridRange }): void {
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  requireWhole(sheet, rect);
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
}

function requireWhole(sheet: SheetData, rect: Rect): void {
  if (sheet.merges.some((merge) => overlaps(merge, rect) && !contains(rect, merge))) {
    throw new RequestProblem('You must select all cells in a merged range to merge or unmerge them.');
  }
}

export function updateBorders(
  batch: Batch,
  of: { range?: GridRange } & Partial<
    Record<'top' | 'bottom' | 'left' | 'right' | 'innerHorizontal' | 'innerVertical', Border>
  >,
): void {
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  restyle(
    batch.book,
    sheet,
    rect,
    (before, row, column) => {
      const sides = {
        top: row === rect.top ? of.top : of.innerHorizontal,
        bottom: row === rect.bottom - 1 ? of.bottom : of.innerHorizontal,
        left: column === rect.left ? of.left : of.innerVertical,
        right: column === rect.right - 1 ? of.right : of.innerVertical,
      };
      const given = Object.entries(sides).filter(([, border]) => border !== undefined);
      return { ...before, ...Object.fromEntries(given.map(([side, border]) => [side, borderLine(border)])) };
    },
    false,
  );
}

export function sortRange(
  batch: Batch,
  of: { range?: GridRange; sortSpecs?: readonly { dimensionIndex?: number; sortOrder?: string }[] },
): void {
  const { sheet, rect } = gridOf(batch.book, of.range);
  batch.guard(sheet, rect);
  const keys = (of.sortSpecs ?? []).map((one) => ({
    column: one.dimensionIndex ?? 0,
    ascending: one.sortOrder !== 'DESCENDING',
  }));
  sortRows(sheet, { ...rect, bottom: Math.min(rect.bottom, lastRow(sheet)) }, keys, batch.book.locale);
}
