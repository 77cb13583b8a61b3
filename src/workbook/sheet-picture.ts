import { formatMoment, type EpochMs } from '../programme/dates';
import { textOfCell, type CellInput, type ReadRows } from './cells';
import type { Column, TabDefinition } from './tab';

/** Cells joined into one, 0-based. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Lying bars over a block of the same tab: one column names the bars, the others are the series. Rows from 0, the header row included. */
export interface ChartPlan {
  /** Ours and fixed, so that a rebuild changes the chart instead of adding one. */
  readonly chartId: number;
  /** What it shows; `subtitle` = what to see in it. */
  readonly title: string;
  readonly subtitle: string;
  /** Bars beside each other from 0 to 100 %, or the parts of one bar that make 100 %. */
  readonly kind: 'BARS' | 'PARTS';
  readonly headerRow: number;
  readonly endRow: number;
  readonly nameColumn: number;
  readonly seriesColumns: readonly number[];
  /** Fill of each series, #rrggbb. */
  readonly fills: readonly string[];
}

/** How a cell of the table differs from plain text; colours #rrggbb. */
export interface CellLook {
  readonly ink?: string;
  readonly ground?: string;
  readonly bold?: boolean;
}

/** A generated tab as it should look: all cells from the first row on, and how to dress them. */
export interface SheetPicture {
  readonly definition: TabDefinition;
  readonly rows: readonly (readonly CellInput[])[];
  readonly merges: readonly MergedCells[];
  /** 0-based rows in bold: subtotals and the total. */
  readonly boldRows: readonly number[];
  /** 0-based row between two lines; null = none. */
  readonly totalRow: number | null;
  /** Looks of cells by `lookKey`. */
  readonly looks: ReadonlyMap<string, CellLook>;
  /** Columns under a heading with a strip of colour above it: first, how many, #rrggbb. */
  readonly strips: readonly (readonly [column: number, count: number, fill: string])[];
  /** 0-based row behind the last one of the table; what follows are figures of charts. */
  readonly endOfTable: number;
  readonly charts: readonly ChartPlan[];
}

/** A column of a summary with the heading above it; neighbours with one heading are joined. */
export interface HeadedColumn extends Column {
  readonly group?: string;
}

/** Rows above the data of a summary: keys, the time of the data, two rows of header. */
export const SUMMARY_HEAD_ROWS = 4;
const TIME_ROW = 1;
const GROUP_ROW = 2;

/** Key of the hidden column by which notes are carried along, and of the notes. */
export const CODE_KEY = 'code';
export const NOTE_KEY = 'note';

/** The staff's own column at the end of every summary, and the hidden code of the row. */
export const CODE_COLUMN: HeadedColumn = {
  key: CODE_KEY,
  header: 'Mã',
  kind: 'text',
  width: 80,
  hidden: true,
};
export const NOTE_COLUMN: HeadedColumn = {
  key: NOTE_KEY,
  header: 'Ghi chú',
  kind: 'text',
  width: 240,
  typed: true,
};

/** The line on top: what the tab shows, and as of when. */
export function timeLine(what: string, at: EpochMs): string {
  return `${what} – số liệu tính đến ${formatMoment(at).slice(11, 16)} ngày ${formatMoment(at).slice(0, 10)}`;
}

/** A share in whole percent as a cell (pattern 0"%"); nothing of nothing is "–". */
export function percentCell(percent: number | null): CellInput {
  return percent ?? '–';
}

/** Notes staff wrote in the tab, by the code of their row; to be read before a rebuild. */
export function notesOf(rows: ReadRows): ReadonlyMap<string, string> {
  const keys = (rows[0] ?? []).map(String);
  const [code, note] = [keys.indexOf(CODE_KEY), keys.indexOf(NOTE_KEY)];
  const notes = new Map<string, string>();
  if (code < 0 || note < 0) return notes;
  for (const row of rows.slice(SUMMARY_HEAD_ROWS)) {
    const text = textOfCell(row[note]);
    if (text !== '' && textOfCell(row[code]) !== '') notes.set(textOfCell(row[code]), text);
  }
  return notes;
}

/** The four rows above a summary, and which of their cells are joined. */
export function headRows(
  columns: readonly HeadedColumn[],
  line: string,
): { readonly rows: readonly (readonly CellInput[])[]; readonly merges: readonly MergedCells[] } {
  const merges: MergedCells[] = [];
  const groups = columns.map((one, index) => {
    if (one.group === undefined) return one.header;
    return columns[index - 1]?.group === one.group ? '' : one.group;
  });
  columns.forEach((one, column) => {
    if (one.group === undefined) merges.push({ row: GROUP_ROW, column, rows: 2, columns: 1 });
    else if (columns[column - 1]?.group !== one.group) {
      let width = 1;
      while (columns[column + width]?.group === one.group) width += 1;
      if (width > 1) merges.push({ row: GROUP_ROW, column, rows: 1, columns: width });
    }
  });
  const rows: (readonly CellInput[])[] = [];
  rows.push(columns.map((one) => one.key));
  rows[TIME_ROW] = [line];
  rows.push(groups);
  rows.push(columns.map((one) => (one.group === undefined ? '' : one.header)));
  return { rows, merges };
}

/** Key of a cell in `SheetPicture.looks`; row and column from 0. */
export function lookKey(row: number, column: number): string {
  return `${row}:${column}`;
}
