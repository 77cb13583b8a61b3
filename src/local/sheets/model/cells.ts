import type { CellExtra, CellValue, FormulaCell, PlainValue, Rect, RowData, SheetData } from './book';

/** Rows that belong to a draft of the sheet alone; in a sheet that is no draft every row may be changed in place. */
const ownRows = new WeakMap<SheetData, WeakSet<RowData>>();

/** A copy of the sheet whose rows are shared with the original until they are written: cheap to make and to drop. */
export function draftSheet(sheet: SheetData): SheetData {
  const draft: SheetData = {
    ...structuredClone({ ...sheet, rows: [] }),
    rows: sheet.rows.slice(),
  };
  ownRows.set(draft, new WeakSet());
  return draft;
}

/** Says that the draft is the sheet from now on: all its rows are its own. */
export function settleSheet(draft: SheetData): void {
  ownRows.delete(draft);
}

/** The row, ready to be changed; made when the sheet had none there. */
export function writableRow(sheet: SheetData, row: number): RowData {
  while (sheet.rows.length <= row) sheet.rows.push(null);
  const present = sheet.rows[row];
  const own = ownRows.get(sheet);
  if (present && (!own || own.has(present))) return present;
  const copy: RowData = present ? copyRow(present) : { v: [] };
  sheet.rows[row] = copy;
  own?.add(copy);
  return copy;
}

/** A row with arrays of its own; cells are values, so they need no copy (a formula's cached value may be shared). */
export function copyRow(row: RowData): RowData {
  const copy: RowData = { ...row, v: row.v.map((value) => (isFormula(value) ? { ...value } : value)) };
  if (row.s) copy.s = row.s.slice();
  if (row.x) copy.x = { ...row.x };
  return copy;
}

export function isFormula(value: CellValue | undefined): value is FormulaCell {
  return typeof value === 'object' && value !== null;
}

/** The cell as stored: a plain value or a formula; null when blank. */
export function cellAt(sheet: SheetData, row: number, column: number): CellValue {
  return sheet.rows[row]?.v[column] ?? null;
}

/** The cell's value, a formula's being the calculated one. */
export function plainAt(sheet: SheetData, row: number, column: number): PlainValue {
  const cell = cellAt(sheet, row, column);
  return isFormula(cell) ? cell.v : cell;
}

/** Puts a value into a cell. */
export function putCell(row: RowData, column: number, value: CellValue): void {
  while (row.v.length < column) row.v.push(null);
  row.v[column] = value;
}

/** The cell's style, as its place in the book's `styles`. */
export function styleIdAt(sheet: SheetData, row: number, column: number): number {
  return sheet.rows[row]?.s?.[column] ?? 0;
}

/** Gives a cell a style. */
export function putStyle(row: RowData, column: number, style: number): void {
  if (style === 0 && (row.s?.[column] ?? 0) === 0) return;
  row.s ??= [];
  while (row.s.length < column) row.s.push(0);
  row.s[column] = style;
}

export function extraAt(sheet: SheetData, row: number, column: number): CellExtra | undefined {
  return sheet.rows[row]?.x?.[column];
}

/** Changes a cell's extras; a member set to undefined goes. */
export function putExtra(row: RowData, column: number, change: Partial<CellExtra>): void {
  const next = Object.fromEntries(
    Object.entries({ ...row.x?.[column], ...change }).filter(([, value]) => value !== undefined),
  ) as CellExtra;
  if (Object.keys(next).length > 0) {
    row.x = { ...row.x, [column]: next };
  } else if (row.x) {
    const { [column]: _gone, ...rest } = row.x;
    row.x = rest;
  }
}

/** Calls for each cell of the rectangle, row by row. */
export function eachCell(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) visit(row, column);
  }
}

/** Builds a table by asking for each cell of the rectangle. */
export function mapCells<T>(rect: Rect, ask: (row: number, column: number) => T): T[][] {
  const table: T[][] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const line: T[] = [];
    for (let column = rect.left; column < rect.right; column += 1) line.push(ask(row, column));
    table.push(line);
  }
  return table;
}

/** How many rows hold a value (the last one's number, 0 for an empty sheet); formats and notes do not count. */
export function lastRow(sheet: SheetData): number {
  for (let row = Math.min(sheet.rows.length, sheet.maxRows) - 1; row >= 0; row -= 1) {
    if (lastFilled(sheet.rows[row]) > 0) return row + 1;
  }
  return 0;
}

/** How many columns hold a value. */
export function lastColumn(sheet: SheetData): number {
  let last = 0;
  for (const row of sheet.rows) last = Math.max(last, lastFilled(row));
  return last;
}

function lastFilled(row: RowData | null | undefined): number {
  if (!row) return 0;
  for (let column = row.v.length - 1; column >= 0; column -= 1) {
    const value = row.v[column];
    if (value !== null && value !== undefined) return column + 1;
  }
  return 0;
}
