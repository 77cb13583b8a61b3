import { type Emulated, type EnumValue, enumValues } from '../kernel/host';
import type { GridRect, Rect, SheetData, SpreadsheetData } from './model/book';
import { lastColumn, lastRow } from './model/cells';
import { hexColour } from './model/colours';
import { parseA1, unquote } from './model/a1';
import { renameSheet } from './model/structure';
import { type BookSession, BookObject, exception } from './session';
import type { RangeObject } from './range';
import { RangeListObject } from './range-list';
import type { SpreadsheetObject } from './spreadsheet';

const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** A tab: its name and place, its ranges and sizes. */
export abstract class SheetBasics
  extends BookObject
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Sheet,
      | 'getSheetId'
      | 'getName'
      | 'getSheetName'
      | 'getIndex'
      | 'getFormUrl'
      | 'getTabColor'
      | 'isSheetHidden'
      | 'hasHiddenGridlines'
      | 'isRightToLeft'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getMaxRows'
      | 'getMaxColumns'
    >
{
  constructor(
    session: BookSession,
    readonly sheetId: number,
  ) {
    super(session);
  }

  data(book: SpreadsheetData = this.session.book): SheetData {
    return this.session.sheetData(this.sheetId, book);
  }

  getSheetId(): number {
    return this.sheetId;
  }

  getName(): string {
    return this.data().name;
  }

  getSheetName(): string {
    return this.getName();
  }

  setName(name: string): this {
    this.session.now(this.sheetId, 'sheet', (book, sheet) => {
      requireFreeName(book, name, sheet);
      renameSheet(book, sheet, name);
    });
    return this;
  }

  /** Counted from 1. */
  getIndex(): number {
    return this.session.book.sheets.indexOf(this.data()) + 1;
  }

  getType(): EnumValue {
    return enumValues('Spreadsheet.SheetType').GRID!;
  }

  getParent(): SpreadsheetObject {
    return this.session.spreadsheet();
  }

  getFormUrl(): string | null {
    return this.data().formUrl;
  }

  getTabColor(): string | null {
    return this.data().tabColor;
  }

  setTabColor(colour: string | null): this {
    this.session.now(this.sheetId, 'sheet', (_book, sheet) => {
      sheet.tabColor = hexColour(colour) ?? null;
    });
    return this;
  }

  isSheetHidden(): boolean {
    return this.data().hidden;
  }

  hideSheet(): this {
    this.session.now(this.sheetId, 'sheet', (book, sheet) => {
      if (!book.sheets.some((one) => one !== sheet && !one.hidden)) {
        throw exception("You can't hide all the sheets in a document.");
      }
      sheet.hidden = true;
    });
    return this;
  }

  showSheet(): this {
    this.session.now(this.sheetId, 'sheet', (_book, sheet) => {
      sheet.hidden = false;
    });
    return this;
  }

  hasHiddenGridlines(): boolean {
    return this.data().hideGridlines;
  }

  setHiddenGridlines(hidden: boolean): this {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.hideGridlines = hidden;
    });
    return this;
  }

  isRightToLeft(): boolean {
    return this.data().rightToLeft;
  }

  setRightToLeft(rightToLeft: boolean): this {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.rightToLeft = rightToLeft;
    });
    return this;
  }

  getLastRow(): number {
    return lastRow(this.data());
  }

  getLastColumn(): number {
    return lastColumn(this.data());
  }

  getMaxRows(): number {
    return this.data().maxRows;
  }

  getMaxColumns(): number {
    return this.data().maxColumns;
  }

  /** Top left to the last filled row and column; A1 of an empty sheet [facts 5]. */
  getDataRange(): RangeObject {
    const sheet = this.data();
    return this.session.range(this.sheetId, {
      top: 0,
      left: 0,
      bottom: Math.max(1, lastRow(sheet)),
      right: Math.max(1, lastColumn(sheet)),
    });
  }

  getRange(first: number | string, column?: number, rows: unknown = 1, columns: unknown = 1): RangeObject {
    if (typeof first === 'string' && column === undefined) return this.namedRange(first);
    return this.rangeOf(Number(first), Number(column), Number(rows), Number(columns));
  }

  /** A range by numbers counted from 1, checked against the sheet. */
  rangeOf(row: number, column: number, rows: number, columns: number): RangeObject {
    const [r, c, height, width] = [row, column, rows, columns].map(Math.trunc) as [
      number,
      number,
      number,
      number,
    ];
    if (r < 1) throw exception('The starting row of the range is too small.');
    if (c < 1) throw exception('The starting column of the range is too small.');
    if (height < 1) throw exception('The number of rows in the range must be at least 1.');
    if (width < 1) throw exception('The number of columns in the range must be at least 1.');
    const range: Rect = { top: r - 1, left: c - 1, bottom: r - 1 + height, right: c - 1 + width };
    if ([r, c, height, width].some(Number.isNaN))
      throw exception('The coordinates or dimensions of the range are invalid.');
    requireInside(this.data(), range);
    return this.session.range(this.sheetId, range);
  }

  getRangeList(addresses: readonly string[]): RangeListObject {
    return new RangeListObject(
      this.session,
      addresses.map((address) => this.namedRange(address)),
    );
  }

  getSheetValues(row: number, column: number, rows: number, columns: number): unknown[][] {
    return this.rangeOf(row, column, rows, columns).getValues();
  }

  private namedRange(address: string): RangeObject {
    return rangeByText(this.session, address, this.data());
  }
}

/** The range an address or a name means; without a tab's name, on that sheet. Throws `Range not found`. */
export function rangeByText(session: BookSession, text: string, home: SheetData): RangeObject {
  const { book } = session;
  const parsed = parseA1(text.trim());
  if (parsed) {
    const name = parsed.sheetName;
    const sheet =
      name === undefined ? home : book.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw exception('Range not found');
    requireInside(sheet, parsed.range);
    return session.range(sheet.sheetId, parsed.range);
  }
  const named = book.named.find((one) => one.name.toLowerCase() === text.toLowerCase());
  if (named) return session.range(named.sheetId, named.range);
  const whole = book.sheets.find((one) => one.name === unquote(text));
  if (whole)
    return session.range(whole.sheetId, { top: 0, left: 0, bottom: whole.maxRows, right: whole.maxColumns });
  throw exception('Range not found');
}

/** Throws Google's refusal of a range that reaches beyond its sheet. */
export function requireInside(sheet: SheetData, range: GridRect): void {
  const far = Number.MAX_SAFE_INTEGER;
  const rows = range.bottom ?? ((range.top ?? 0) < sheet.maxRows ? 0 : far);
  const columns = range.right ?? ((range.left ?? 0) < sheet.maxColumns ? 0 : far);
  if (rows > sheet.maxRows || columns > sheet.maxColumns) throw exception(OUTSIDE);
}

/** Throws Google's refusal of a name another tab has, or of none. */
export function requireFreeName(book: SpreadsheetData, name: string, but?: SheetData): void {
  if (name === '' || name.length > 100) throw exception('The name of a sheet must have 1 to 100 characters.');
  if (book.sheets.some((one) => one !== but && one.name.toLowerCase() === name.toLowerCase())) {
    throw exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}
