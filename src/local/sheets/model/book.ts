/**
 * What a spreadsheet is made of, as plain JSON. Rows and columns are counted from 0 here; Google's own API counts
 * from 1 in SpreadsheetApp and from 0 in the Sheets service.
 */

import type { CellStyle, TextRunData } from './cell-style';

export type { BorderLine, CellStyle, TextLook, TextRunData } from './cell-style';

/** A value without its look. Dates are numbers (days since 1899-12-30 in the book's zone); the format makes them dates. */
export type PlainValue = string | number | boolean | null;

/** A formula as entered, with the value it had when last calculated; `e` marks an error such as #REF!. */
export interface FormulaCell {
  readonly f: string;
  v: PlainValue;
  e?: 1;
}

export type CellValue = PlainValue | FormulaCell;

/** What few cells have: a note, rich text, a validation (its place in the book's `rules`). */
export interface CellExtra {
  readonly note?: string;
  readonly runs?: readonly TextRunData[];
  readonly rule?: number;
}

/** One row: values and styles up to the last cell that has any. */
export interface RowData {
  v: CellValue[];
  s?: number[];
  x?: Record<number, CellExtra>;
  height?: number;
  hidden?: boolean;
  filtered?: boolean;
}

export interface ColumnData {
  width?: number;
  hidden?: boolean;
}

/** A rectangle of one sheet, 0-based, ends exclusive; a missing bound is open (whole rows, columns or sheet). */
export interface GridRect {
  readonly top?: number;
  readonly bottom?: number;
  readonly left?: number;
  readonly right?: number;
}

/** A rectangle with all four bounds. */
export type Rect = Required<GridRect>;

export interface ValidationData {
  /** Google's DataValidationCriteria name. */
  readonly criteria: string;
  readonly values: readonly PlainValue[];
  readonly dropDown?: boolean;
  readonly allowInvalid: boolean;
  readonly help: string;
}

export interface ProtectionData {
  readonly id: number;
  readonly type: 'SHEET' | 'RANGE';
  range: GridRect;
  description: string;
  /** Who may edit beside the owner; null: everybody who may edit the file, as until a first change [facts 3]. */
  editors: string[] | null;
  domainEdit: boolean;
  warningOnly: boolean;
  unprotected: GridRect[];
  namedRange?: string;
}

export interface ChartData {
  readonly id: number;
  /** Google's ChartType name. */
  type: string;
  ranges: { sheetId: number; range: GridRect }[];
  options: Record<string, unknown>;
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  headers: number;
  transpose: boolean;
  merge: string;
  hidden: string;
  /** The chart as the Sheets service was given it, when it made the chart. */
  spec?: Record<string, unknown>;
}

export interface ConditionalRuleData {
  ranges: GridRect[];
  criteria?: string;
  values?: PlainValue[];
  style?: CellStyle;
  gradient?: Record<string, unknown>;
}

export interface FilterData {
  range: GridRect;
  hidden: Record<number, string[]>;
}

export interface MetadataData {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: string;
  sheetId?: number;
  dimension?: 'ROWS' | 'COLUMNS';
  index?: number;
}

export interface NamedRangeData {
  readonly id: string;
  name: string;
  sheetId: number;
  range: GridRect;
}

export interface SheetData {
  readonly sheetId: number;
  name: string;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  maxRows: number;
  maxColumns: number;
  rows: (RowData | null)[];
  columns: (ColumnData | null)[];
  merges: Rect[];
  protections: ProtectionData[];
  charts: ChartData[];
  conditional: ConditionalRuleData[];
  filter: FilterData | null;
  tabColor: string | null;
  hideGridlines: boolean;
  rightToLeft: boolean;
  formUrl: string | null;
}

export interface SpreadsheetData {
  readonly id: string;
  name: string;
  locale: string;
  timeZone: string;
  sheets: SheetData[];
  styles: CellStyle[];
  rules: ValidationData[];
  metadata: MetadataData[];
  named: NamedRangeData[];
  /** True once any cell held a formula: only then is there anything to calculate. */
  formulas: boolean;
  /** Last number given to a sheet, chart, protection or metadata; ids never come back. */
  lastId: number;
}

export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

/** A sheet of empty cells. */
export function createSheet(
  sheetId: number,
  name: string,
  rows = NEW_SHEET_ROWS,
  columns = NEW_SHEET_COLUMNS,
): SheetData {
  return {
    sheetId,
    name,
    hidden: false,
    frozenRows: 0,
    frozenColumns: 0,
    maxRows: rows,
    maxColumns: columns,
    rows: [],
    columns: [],
    merges: [],
    protections: [],
    charts: [],
    conditional: [],
    filter: null,
    tabColor: null,
    hideGridlines: false,
    rightToLeft: false,
    formUrl: null,
  };
}

/** A book with one sheet, id 0, named as Google names it in that locale. */
export function createBook(of: {
  id: string;
  name: string;
  locale: string;
  timeZone: string;
  rows?: number;
  columns?: number;
}): SpreadsheetData {
  return {
    id: of.id,
    name: of.name,
    locale: of.locale,
    timeZone: of.timeZone,
    sheets: [createSheet(0, `${sheetWord(of.locale)}1`, of.rows, of.columns)],
    styles: [{}],
    rules: [],
    metadata: [],
    named: [],
    formulas: false,
    lastId: 0,
  };
}

/** Google's name of a new tab without its number. */
export function sheetWord(locale: string): string {
  return locale.startsWith('vi') ? 'Trang tính' : 'Sheet';
}

/** A number no sheet, chart, protection or metadata of this book has had; looks scattered, as Google's do. */
export function nextId(book: SpreadsheetData): number {
  book.lastId += 1;
  return (book.lastId * 1_103_515_245 + 12_345) % 2_147_483_648 || nextId(book);
}

/** The sheet with that id, if the book has it. */
export function sheetById(book: SpreadsheetData, sheetId: number): SheetData | undefined {
  return book.sheets.find((sheet) => sheet.sheetId === sheetId);
}

/** The sheet with exactly that name. Two sheets may not differ by capitals alone, but are looked up by them. */
export function sheetByName(book: SpreadsheetData, name: string): SheetData | undefined {
  return book.sheets.find((sheet) => sheet.name === name);
}

/** All cells of the grid of every sheet, empty ones too: what Google's 10 million counts. */
export function cellCount(book: SpreadsheetData): number {
  return book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
}

/** The whole rectangle a possibly open one means in this sheet. */
export function closeRect(sheet: SheetData, range: GridRect): Rect {
  return {
    top: range.top ?? 0,
    bottom: Math.min(range.bottom ?? sheet.maxRows, sheet.maxRows),
    left: range.left ?? 0,
    right: Math.min(range.right ?? sheet.maxColumns, sheet.maxColumns),
  };
}

/** True when the two rectangles share a cell. */
export function overlaps(a: GridRect, b: GridRect): boolean {
  const far = Number.MAX_SAFE_INTEGER;
  return (
    (a.top ?? 0) < (b.bottom ?? far) &&
    (b.top ?? 0) < (a.bottom ?? far) &&
    (a.left ?? 0) < (b.right ?? far) &&
    (b.left ?? 0) < (a.right ?? far)
  );
}

/** True when every cell of `inner` lies in `outer`. */
export function contains(outer: GridRect, inner: GridRect): boolean {
  const far = Number.MAX_SAFE_INTEGER;
  return (
    (outer.top ?? 0) <= (inner.top ?? 0) &&
    (outer.left ?? 0) <= (inner.left ?? 0) &&
    (outer.bottom ?? far) >= (inner.bottom ?? far) &&
    (outer.right ?? far) >= (inner.right ?? far)
  );
}
