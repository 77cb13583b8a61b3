import type { MergeView, RowView, SheetView } from '../../server/api-types';
import { textHeight } from './row-height';

export const ROW_HEIGHT = 24;
export const COLUMN_WIDTH = 100;
const PLAIN_ROW: RowView = { cells: [] };

/** A row as the grid holds it: its place in the sheet and the texts of its cells by column number. */
export interface GridRow {
  readonly place: number;
  readonly view: RowView;
  readonly [column: number]: string;
}

/** Where the sheet's rows and columns stand on the screen, hidden ones left out. */
export interface Layout {
  readonly sheet: SheetView;
  readonly columns: readonly number[];
  readonly frozen: readonly GridRow[];
  readonly body: readonly GridRow[];
  /** The merged area a cell belongs to. */
  readonly mergeAt: (row: number, column: number) => MergeView | undefined;
  readonly widthOf: (column: number) => number;
  readonly heightOf: (row: number) => number;
  /** Pixels from the first row or column of the part, frozen or scrolling, that this one is in. */
  readonly leftOf: (column: number) => number;
  readonly topOf: (row: number) => number;
}

function mergeIndex(merges: readonly MergeView[]): Layout['mergeAt'] {
  const byRow = new Map<number, MergeView[]>();
  for (const merge of merges) {
    for (let row = merge.top; row < merge.bottom; row += 1) {
      const found = byRow.get(row);
      if (found) found.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (row, column) => byRow.get(row)?.find((merge) => column >= merge.left && column < merge.right);
}

/** Lays a sheet out for the grid. */
export function layOut(sheet: SheetView): Layout {
  const hidden = new Set(sheet.hiddenColumns);
  const rowAt = (place: number): RowView => sheet.rows[place] ?? PLAIN_ROW;
  const widthOf = (column: number): number =>
    hidden.has(column) ? 0 : (sheet.widths[column] ?? COLUMN_WIDTH);
  const mergeAt = mergeIndex(sheet.merges);
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font') || 'sans-serif';
  const fitted = new Map<number, number>();
  /** Wrapped and large texts make their row higher; merged cells do not. */
  const fit = (row: number): number => {
    const { cells, looks } = rowAt(row);
    let height = ROW_HEIGHT;
    cells.forEach((text, column) => {
      const look = sheet.looks[looks?.[column] ?? 0];
      const plain = !look?.wrap && !look?.size && !text.includes('\n');
      if (text === '' || plain || hidden.has(column) || mergeAt(row, column)) return;
      height = Math.max(height, textHeight(text, look ?? {}, widthOf(column), fontFamily));
    });
    return height;
  };
  const heightOf = (row: number): number => {
    const view = rowAt(row);
    if (view.hidden) return 0;
    if (view.height !== undefined) return view.height;
    const known = fitted.get(row) ?? fit(row);
    fitted.set(row, known);
    return known;
  };
  const span = (from: number, to: number, size: (place: number) => number): number => {
    let sum = 0;
    for (let place = from; place < to; place += 1) sum += size(place);
    return sum;
  };
  const columns = Array.from({ length: sheet.columnCount }, (_, column) => column).filter(
    (column) => !hidden.has(column),
  );
  const frozen: GridRow[] = [];
  const body: GridRow[] = [];
  for (let place = 0; place < sheet.rowCount; place += 1) {
    const view = rowAt(place);
    if (view.hidden) continue;
    (place < sheet.frozenRows ? frozen : body).push(Object.assign({ place, view }, view.cells));
  }
  return {
    sheet,
    columns,
    frozen,
    body,
    mergeAt,
    widthOf,
    heightOf,
    leftOf: (column) => span(column < sheet.frozenColumns ? 0 : sheet.frozenColumns, column, widthOf),
    topOf: (row) => span(row < sheet.frozenRows ? 0 : sheet.frozenRows, row, heightOf),
  };
}

/** How far a text may run: its merged area, or the empty cells to its right as in Sheets. */
export function roomOf(
  layout: Layout,
  row: GridRow,
  column: number,
): { readonly width: number; readonly height: number } | null {
  const merge = layout.mergeAt(row.place, column);
  if (merge) {
    let [width, height] = [0, 0];
    for (let at = merge.left; at < merge.right; at += 1) width += layout.widthOf(at);
    for (let at = merge.top; at < merge.bottom; at += 1) height += layout.heightOf(at);
    return { width, height };
  }
  const look = layout.sheet.looks[row.view.looks?.[column] ?? 0];
  const text = row.view.cells[column] ?? '';
  const runs =
    text !== '' && !look?.wrap && !look?.clip && look?.align !== 'right' && look?.align !== 'center';
  if (!runs) return null;
  const last = layout.sheet.columnCount;
  let width = layout.widthOf(column);
  // The grid clips what runs out of the frozen columns, except in frozen rows.
  const edge = row.place < layout.sheet.frozenRows ? -1 : layout.sheet.frozenColumns;
  let next = column + 1;
  while (next < last && next !== edge && !row.view.cells[next] && !layout.mergeAt(row.place, next)) {
    width += layout.widthOf(next);
    next += 1;
    if (width > 1600) break;
  }
  return next > column + 1 ? { width, height: layout.heightOf(row.place) } : null;
}
