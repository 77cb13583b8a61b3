import type { SheetData } from '../model/book';
import { writableRow } from '../model/cells';
import { type Dimension, deleteDimension, insertDimension, moveDimension } from '../model/structure';
import { fittingWidth } from '../sheet-lines';
import type { Batch } from './batch';
import { requireFields } from './cell-requests';
import { names } from './field-mask';
import { RequestProblem, sheetOf } from './problem';

export interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

interface Span {
  readonly sheet: SheetData;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
}

function spanOf(batch: Batch, range: DimensionRange | undefined): Span {
  if (!range) throw new RequestProblem('range is required');
  const sheet = sheetOf(batch.book, range.sheetId);
  const dimension = dimensionOf(range.dimension);
  const size = dimension === 'ROWS' ? sheet.maxRows : sheet.maxColumns;
  const { startIndex: start = 0, endIndex: end = size } = range;
  if (start < 0 || end <= start)
    throw new RequestProblem(`range.endIndex[${end}] must be greater than range.startIndex[${start}]`);
  return { sheet, dimension, start, end };
}

function dimensionOf(name: string | undefined): Dimension {
  if (name !== 'ROWS' && name !== 'COLUMNS') throw new RequestProblem('No dimension specified.');
  return name;
}

function inside({ sheet, dimension, end }: Span): void {
  const size = dimension === 'ROWS' ? sheet.maxRows : sheet.maxColumns;
  if (end > size)
    throw new RequestProblem(
      `Cannot use a dimension that doesn't exist. Tried: ${end - 1}, last: ${size - 1}`,
    );
}

function guarded(batch: Batch, { sheet, dimension, start, end }: Span): void {
  batch.guard(sheet, dimension === 'ROWS' ? { top: start, bottom: end } : { left: start, right: end });
}

export function updateDimensionProperties(
  batch: Batch,
  of: {
    range?: DimensionRange;
    properties?: { pixelSize?: number; hiddenByUser?: boolean };
    fields?: string;
  },
): void {
  const mask = requireFields(of.fields);
  const span = spanOf(batch, of.range);
  inside(span);
  guarded(batch, span);
  const { pixelSize, hiddenByUser } = of.properties ?? {};
  const change = (
    data: { width?: number; height?: number; hidden?: boolean },
    size: 'width' | 'height',
  ): void => {
    if (names(mask, 'pixelSize')) {
      if (pixelSize === undefined) delete data[size];
      else data[size] = pixelSize;
    }
    if (names(mask, 'hiddenByUser')) {
      if (hiddenByUser) data.hidden = true;
      else delete data.hidden;
    }
  };
  for (let at = span.start; at < span.end; at += 1) {
    if (span.dimension === 'ROWS') {
      change(writableRow(span.sheet, at), 'height');
      continue;
    }
    while (span.sheet.columns.length <= at) span.sheet.columns.push(null);
    const column = { ...span.sheet.columns[at] };
    change(column, 'width');
    span.sheet.columns[at] = column;
  }
}

export function autoResizeDimensions(batch: Batch, of: { dimensions?: DimensionRange }): void {
  const span = spanOf(batch, of.dimensions);
  inside(span);
  for (let at = span.start; at < span.end; at += 1) {
    if (span.dimension === 'ROWS') {
      if (span.sheet.rows[at]) delete writableRow(span.sheet, at).height;
      continue;
    }
    while (span.sheet.columns.length <= at) span.sheet.columns.push(null);
    span.sheet.columns[at] = { ...span.sheet.columns[at], width: fittingWidth(span.sheet, at) };
  }
}

export function insertDimensions(
  batch: Batch,
  of: { range?: DimensionRange; inheritFromBefore?: boolean },
): void {
  const span = spanOf(batch, of.range);
  inside({ ...span, end: span.start });
  // On a protected sheet, or between two lines of a protected range, there is nothing to insert for others.
  const seam = { ...span, start: Math.max(0, span.start - 1), end: span.start + 1 };
  const isCrossed = span.sheet.protections.some(({ type, range }) => {
    const [low, high] = span.dimension === 'ROWS' ? [range.top, range.bottom] : [range.left, range.right];
    return type === 'SHEET' || ((low ?? -1) < span.start && span.start < (high ?? Number.MAX_SAFE_INTEGER));
  });
  if (isCrossed) guarded(batch, seam);
  insertDimension(
    batch.book,
    span.sheet,
    span.dimension,
    span.start,
    span.end - span.start,
    of.inheritFromBefore ?? false,
  );
}

export function deleteDimensions(batch: Batch, of: { range?: DimensionRange }): void {
  const span = spanOf(batch, of.range);
  inside(span);
  guarded(batch, span);
  const size = span.dimension === 'ROWS' ? span.sheet.maxRows : span.sheet.maxColumns;
  if (span.end - span.start >= size) {
    throw new RequestProblem(`You can't delete all the ${span.dimension.toLowerCase()} on the sheet.`);
  }
  deleteDimension(batch.book, span.sheet, span.dimension, span.start, span.end - span.start);
}

export function appendDimension(
  batch: Batch,
  of: { sheetId?: number; dimension?: string; length?: number },
): void {
  const sheet = sheetOf(batch.book, of.sheetId);
  if (!of.length || of.length < 1) throw new RequestProblem('length must be greater than 0');
  batch.guardSheet(sheet);
  if (dimensionOf(of.dimension) === 'ROWS') sheet.maxRows += of.length;
  else sheet.maxColumns += of.length;
}

export function moveDimensions(
  batch: Batch,
  of: { source?: DimensionRange; destinationIndex?: number },
): void {
  const span = spanOf(batch, of.source);
  inside(span);
  batch.guardSheet(span.sheet);
  moveDimension(
    batch.book,
    span.sheet,
    span.dimension,
    span.start,
    span.end - span.start,
    of.destinationIndex ?? 0,
  );
}
