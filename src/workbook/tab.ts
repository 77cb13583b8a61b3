import type { CellInput, ReadCell, ReadRows } from './cells';

/**
 * What a column holds: 'text' is formatted '@'; 'day' and 'moment' are Sheets dates; 'percent' is a whole number shown with %; 'decimal' has two
 * decimals.
 */
export type ColumnKind = 'text' | 'day' | 'moment' | 'number' | 'decimal' | 'percent' | 'flag';

/** A column of a tab. `key` stands in the hidden key row and is how the code finds it, wherever it was moved. */
export interface Column {
  readonly key: string;
  readonly header: string;
  /** Pixels. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** Words of the drop-down; `strict` refuses others, else they only get a warning mark. */
  readonly words?: readonly string[];
  readonly strict?: boolean;
  readonly hidden?: boolean;
  /** Filled in by people (✎). */
  readonly typed?: boolean;
}

/** What a tab looks like. `sheetId` is ours and is how the tab is found; the title is for people. */
export interface TabDefinition {
  readonly sheetId: number;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Rows above the data, the hidden key row included; the first row of data has this index. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hidden?: boolean;
}

/** Index of the hidden key row and of the header in an ordinary tab; data begin at `FIRST_DATA_ROW`. */
export const KEY_ROW = 0;
export const HEADER_ROW = 1;
export const FIRST_DATA_ROW = 2;

/** A record to write, by column key; a key left out is an empty cell. */
export type TabRecord = Readonly<Record<string, CellInput>>;

/** One row as read, by column key; every key of the definition is there, '' where the cell is empty. */
export interface TableRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly cells: Readonly<Record<string, ReadCell>>;
}

/** A tab as read. */
export interface Table {
  readonly records: readonly TableRow[];
  /** Where each known key stands, 0-based. */
  readonly columns: ReadonlyMap<string, number>;
  /** Keys of the definition that the key row no longer has. */
  readonly missing: readonly string[];
}

/** An ordinary tab: key row, header, data. */
export function tab(
  sheetId: number,
  title: string,
  columns: readonly Column[],
  frozenColumns = 0,
  hidden = false,
): TabDefinition {
  return {
    sheetId,
    title,
    columns,
    frozenRows: FIRST_DATA_ROW,
    frozenColumns,
    ...(hidden ? { hidden } : {}),
  };
}

/** A column; `more` = drop-down words and the like. */
export function column(
  key: string,
  header: string,
  kind: ColumnKind = 'text',
  width = 120,
  more: Partial<Omit<Column, 'key' | 'header' | 'kind' | 'width'>> = {},
): Column {
  return { key, header, kind, width, ...more };
}

/** The hidden first row. */
export function keyRow(definition: TabDefinition): readonly string[] {
  return definition.columns.map((one) => one.key);
}

/** The header. */
export function headerRow(definition: TabDefinition): readonly string[] {
  return definition.columns.map((one) => one.header);
}

/**
 * Reads a tab whose columns may have been moved: they are found by the key row. Rows with nothing in any known column are passed over; what
 * stands in columns we do not know is not looked at.
 */
export function readTable(definition: TabDefinition, rows: ReadRows): Table {
  const columns = columnsByKey(definition, rows[KEY_ROW] ?? []);
  const records: TableRow[] = [];
  for (let row = definition.frozenRows; row < rows.length; row++) {
    const given = rows[row] ?? [];
    const cells: Record<string, ReadCell> = {};
    let empty = true;
    for (const { key } of definition.columns) {
      const place = columns.get(key);
      const cell = place === undefined ? '' : (given[place] ?? '');
      cells[key] = cell;
      if (cell !== '') empty = false;
    }
    if (!empty) records.push({ row, cells });
  }
  return { records, columns, missing: keyRow(definition).filter((key) => !columns.has(key)) };
}

/** Where each key of the definition stands in a key row; of a key that stands there twice the first counts. */
export function columnsByKey(
  definition: TabDefinition,
  keys: readonly ReadCell[],
): ReadonlyMap<string, number> {
  const known = new Set(keyRow(definition));
  const columns = new Map<string, number>();
  keys.forEach((cell, place) => {
    const key = String(cell).trim();
    if (known.has(key) && !columns.has(key)) columns.set(key, place);
  });
  return columns;
}

/** A row in the order of the definition. */
export function recordToCells(definition: TabDefinition, record: TabRecord): readonly CellInput[] {
  return definition.columns.map((one) => record[one.key] ?? '');
}

/** A row in the order the tab has now; columns that are not ours keep what `before` holds. */
export function recordToMovedCells(
  columns: ReadonlyMap<string, number>,
  record: TabRecord,
  before: readonly ReadCell[] = [],
): readonly CellInput[] {
  const cells: CellInput[] = [...before];
  for (const [key, place] of columns) {
    while (cells.length <= place) cells.push('');
    if (record[key] !== undefined) cells[place] = record[key];
  }
  return cells;
}

/** Key row, header and rows of a new tab. */
export function newTabRows(
  definition: TabDefinition,
  records: readonly TabRecord[] = [],
): readonly (readonly CellInput[])[] {
  return [
    keyRow(definition),
    headerRow(definition),
    ...records.map((record) => recordToCells(definition, record)),
  ];
}
