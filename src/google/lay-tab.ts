import type { CellInput } from '../workbook/cells';
import type { Column, ColumnKind, TabDefinition } from '../workbook/tab';
import { newTabRows } from '../workbook/tab';
import {
  addTab,
  clearFrom,
  formatCells,
  hideRow,
  offerWords,
  protectTab,
  setWidth,
  styleHeader,
  writeCells,
  type SheetsRequest,
} from './sheets-batch';

/** A tab to be made from its definition. */
export interface NewTab {
  readonly definition: TabDefinition;
  /** All rows from the key row on; key row and header alone when left out. */
  readonly content?: readonly (readonly CellInput[])[];
  /** Empty rows below the content. */
  readonly spareRows: number;
  /** Who may write besides the file's owner. */
  readonly writers: readonly string[];
  /** Why it is protected, as people read it. */
  readonly guard: string;
  readonly title?: string;
  readonly index?: number;
}

/** Number format of each kind of column; none for flags, which are words. */
const PATTERNS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
  number: '#,##0',
  decimal: '0.00',
  percent: '0"%"',
  flag: '',
};

/** Makes a tab whole: cells, formats, drop-downs, header, protection. One batch with others, it is there guarded or not at all. */
export function layTab(tab: NewTab): readonly SheetsRequest[] {
  const { definition } = tab;
  const { sheetId, columns } = definition;
  const content = tab.content ?? newTabRows(definition);
  return [
    addTab({
      sheetId,
      title: tab.title ?? definition.title,
      rows: content.length + tab.spareRows,
      columns: columns.length,
      frozenRows: definition.frozenRows,
      // Google refuses to freeze all columns of a tab.
      frozenColumns: Math.min(definition.frozenColumns, columns.length - 1),
      ...(tab.index === undefined ? {} : { index: tab.index }),
      ...(definition.hidden ? { hidden: true } : {}),
    }),
    ...dressTab(definition),
    writeCells(sheetId, 0, 0, content),
    protectTab(sheetId, tab.writers, tab.guard),
  ];
}

/** Formats, widths, drop-downs and header of a tab; the same again leaves the same. */
export function dressTab(definition: TabDefinition): readonly SheetsRequest[] {
  const { sheetId, columns, frozenRows } = definition;
  const requests: SheetsRequest[] = [hideRow(sheetId, 0)];
  if (frozenRows > 1) requests.push(styleHeader({ sheetId, startRowIndex: 1, endRowIndex: frozenRows }));
  for (const run of runsOf(columns, (one) => PATTERNS[one.kind]))
    if (run.value !== '')
      requests.push(
        formatCells(
          {
            sheetId,
            startRowIndex: frozenRows,
            startColumnIndex: run.from,
            endColumnIndex: run.from + run.count,
          },
          run.value,
        ),
      );
  for (const run of runsOf(columns, (one) => one.width))
    requests.push(setWidth(sheetId, run.from, run.count, run.value));
  columns.forEach((one, index) => {
    if (one.hidden) requests.push(hideColumn(sheetId, index));
    if (one.words)
      requests.push(
        offerWords(
          { sheetId, startRowIndex: frozenRows, startColumnIndex: index, endColumnIndex: index + 1 },
          one.words,
          one.strict ?? false,
        ),
      );
  });
  return requests;
}

/** Hides a column (0-based), such as codes that only programs read. */
export function hideColumn(sheetId: number, columnIndex: number): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: columnIndex, endIndex: columnIndex + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  };
}

/** Gives a tab that is generated whole as many rows and columns as it needs. What stood beyond is gone. */
export function sizeTab(sheetId: number, rowCount: number, columnCount: number): SheetsRequest {
  return {
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { rowCount, columnCount } },
      fields: 'gridProperties(rowCount,columnCount)',
    },
  };
}

/** Rows a tab that is rewritten whole keeps free below its content. */
const REWRITE_SPARE_ROWS = 20;

/** Writes a tab's content anew, whole; the tab gets as many rows as that needs. The same again leaves the same. */
export function rewriteTab(
  { sheetId, columns }: TabDefinition,
  rows: readonly (readonly CellInput[])[],
): readonly SheetsRequest[] {
  return [
    sizeTab(sheetId, rows.length + REWRITE_SPARE_ROWS, columns.length),
    clearFrom(sheetId, 0),
    writeCells(sheetId, 0, 0, rows),
  ];
}

interface Run<T> {
  readonly from: number;
  readonly count: number;
  readonly value: T;
}

/** Neighbouring columns that are alike: one request does for all of them. */
function runsOf<T>(columns: readonly Column[], valueOf: (column: Column) => T): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  columns.forEach((one, index) => {
    const value = valueOf(one);
    const last = runs[runs.length - 1];
    if (last && last.value === value) runs[runs.length - 1] = { ...last, count: last.count + 1 };
    else runs.push({ from: index, count: 1, value });
  });
  return runs;
}

/** The title, or with more words behind it when another tab has it: ours is found by its id all the same. */
export function freeTitle(title: string, taken: ReadonlySet<string>, more: string): string {
  if (!taken.has(title)) return title;
  let free = `${title} ${more}`;
  for (let number = 2; taken.has(free); number++) free = `${title} ${more} (${number})`;
  return free;
}
