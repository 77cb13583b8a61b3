import type { FilterData, SheetData, SpreadsheetData } from '../model/book';
import { createSheet, nextId, sheetWord } from '../model/book';
import { writableRow } from '../model/cells';
import { knownLocale } from '../model/locale';
import { deleteDimension, removeSheet, renameSheet } from '../model/structure';
import { copySheetInto, freeName } from '../copy-sheet';
import type { Batch } from './batch';
import { requireFields } from './cell-requests';
import { hexOf } from './cell-format';
import { below, names } from './field-mask';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';
import { sheetProperties } from './resources';

interface GridProperties {
  readonly rowCount?: number;
  readonly columnCount?: number;
  readonly frozenRowCount?: number;
  readonly frozenColumnCount?: number;
  readonly hideGridlines?: boolean;
}

/** A tab's properties as the Sheets service writes them. */
export interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly rightToLeft?: boolean;
  readonly tabColor?: Parameters<typeof hexOf>[0];
  readonly tabColorStyle?: Parameters<typeof hexOf>[1];
  readonly gridProperties?: GridProperties;
}

/** Puts a new tab into a book. */
export function newSheet(book: SpreadsheetData, of: SheetProperties = {}): SheetData {
  const id = of.sheetId ?? nextId(book);
  if (id < 0) throw new RequestProblem(`Invalid sheetId: ${id}. It must be non-negative.`);
  if (book.sheets.some((sheet) => sheet.sheetId === id)) {
    throw new RequestProblem(`The sheet id ${id} is already in use. Please choose another id.`);
  }
  const title = of.title ?? freeName(book, `${sheetWord(book.locale)}${book.sheets.length + 1}`);
  requireTitle(book, title);
  const grid = of.gridProperties ?? {};
  const sheet = createSheet(id, title, grid.rowCount, grid.columnCount);
  sheet.hidden = of.hidden ?? false;
  sheet.rightToLeft = of.rightToLeft ?? false;
  sheet.tabColor = hexOf(of.tabColor, of.tabColorStyle) ?? null;
  sheet.hideGridlines = grid.hideGridlines ?? false;
  freeze(sheet, grid.frozenRowCount ?? 0, grid.frozenColumnCount ?? 0);
  book.sheets.splice(Math.min(of.index ?? book.sheets.length, book.sheets.length), 0, sheet);
  return sheet;
}

function requireTitle(book: SpreadsheetData, title: string, but?: SheetData): void {
  if (title === '' || title.length > 100)
    throw new RequestProblem('Sheet name cannot be empty or longer than 100 characters.');
  if (book.sheets.some((sheet) => sheet !== but && sheet.name.toLowerCase() === title.toLowerCase())) {
    throw new RequestProblem(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function freeze(sheet: SheetData, rows: number, columns: number): void {
  if (rows > 0 && rows >= sheet.maxRows)
    throw new RequestProblem("You can't freeze all visible rows on the sheet.");
  if (columns > 0 && columns >= sheet.maxColumns)
    throw new RequestProblem("You can't freeze all visible columns on the sheet.");
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
}

export function addSheet(batch: Batch, of: { properties?: SheetProperties }): Record<string, unknown> {
  const sheet = newSheet(batch.book, of.properties);
  return { addSheet: { properties: sheetProperties(batch.book, sheet) } };
}

export function duplicateSheet(
  batch: Batch,
  of: { sourceSheetId?: number; insertSheetIndex?: number; newSheetId?: number; newSheetName?: string },
): Record<string, unknown> {
  const source = sheetOf(batch.book, of.sourceSheetId);
  if (of.newSheetName !== undefined) requireTitle(batch.book, of.newSheetName);
  const copy = copySheetInto(
    batch.book,
    source,
    batch.book,
    of.newSheetName ?? null,
    of.insertSheetIndex ?? 0,
  );
  const sheet = of.newSheetId === undefined ? copy : { ...copy, sheetId: of.newSheetId };
  batch.book.sheets = batch.book.sheets.map((one) => (one === copy ? sheet : one));
  return { duplicateSheet: { properties: sheetProperties(batch.book, sheet) } };
}

export function deleteSheet(batch: Batch, of: { sheetId?: number }): void {
  const sheet = sheetOf(batch.book, of.sheetId);
  batch.guardSheet(sheet);
  if (!batch.book.sheets.some((one) => one !== sheet && !one.hidden)) {
    throw new RequestProblem("You can't remove all the visible sheets in a document.");
  }
  if (sheet.formUrl !== null) {
    throw new RequestProblem('You cannot delete a sheet with a linked form. Please unlink the form first.');
  }
  removeSheet(batch.book, sheet);
}

export function updateSheetProperties(
  batch: Batch,
  of: { properties?: SheetProperties; fields?: string },
): void {
  const { book } = batch;
  const mask = requireFields(of.fields);
  const to = of.properties ?? {};
  const sheet = sheetOf(book, to.sheetId);
  batch.guardSheet(sheet);
  if (names(mask, 'title') && to.title !== undefined) {
    requireTitle(book, to.title, sheet);
    renameSheet(book, sheet, to.title);
  }
  if (names(mask, 'hidden')) {
    sheet.hidden = to.hidden ?? false;
    if (!book.sheets.some((one) => !one.hidden))
      throw new RequestProblem("You can't hide all the sheets in a document.");
  }
  if (names(mask, 'index') && to.index !== undefined) {
    // As Google counts: the place among the sheets as they stood before the move.
    const from = book.sheets.indexOf(sheet);
    book.sheets.splice(from, 1);
    book.sheets.splice(to.index > from ? to.index - 1 : to.index, 0, sheet);
  }
  if (names(mask, 'rightToLeft')) sheet.rightToLeft = to.rightToLeft ?? false;
  if (names(mask, 'tabColor') || names(mask, 'tabColorStyle')) {
    sheet.tabColor = hexOf(to.tabColor, to.tabColorStyle) ?? null;
  }
  const grid = below(mask, 'gridProperties');
  if (grid === undefined) return;
  const {
    rowCount,
    columnCount,
    frozenRowCount = 0,
    frozenColumnCount = 0,
    hideGridlines,
  } = to.gridProperties ?? {};
  if (names(grid, 'rowCount') && rowCount !== undefined) resize(book, sheet, 'ROWS', rowCount);
  if (names(grid, 'columnCount') && columnCount !== undefined) resize(book, sheet, 'COLUMNS', columnCount);
  if (names(grid, 'hideGridlines')) sheet.hideGridlines = hideGridlines ?? false;
  freeze(
    sheet,
    names(grid, 'frozenRowCount') ? frozenRowCount : sheet.frozenRows,
    names(grid, 'frozenColumnCount') ? frozenColumnCount : sheet.frozenColumns,
  );
}

function resize(book: SpreadsheetData, sheet: SheetData, dimension: 'ROWS' | 'COLUMNS', size: number): void {
  const key = dimension === 'ROWS' ? 'maxRows' : 'maxColumns';
  if (size < 1)
    throw new RequestProblem(
      `gridProperties.${dimension === 'ROWS' ? 'row' : 'column'}Count must be at least 1`,
    );
  if (size < sheet[key]) deleteDimension(book, sheet, dimension, size, sheet[key] - size);
  else sheet[key] = size;
}

export function updateSpreadsheetProperties(
  { book }: Batch,
  of: { properties?: { title?: string; locale?: string; timeZone?: string }; fields?: string },
): void {
  const mask = requireFields(of.fields);
  const { title, locale, timeZone } = of.properties ?? {};
  if (names(mask, 'title') && title !== undefined) book.name = title;
  if (names(mask, 'locale') && locale !== undefined) {
    if (!knownLocale(locale)) throw new RequestProblem(`Unsupported locale: ${locale}`);
    book.locale = locale;
  }
  if (names(mask, 'timeZone') && timeZone !== undefined) {
    try {
      Intl.DateTimeFormat('en-US', { timeZone });
    } catch {
      throw new RequestProblem(`Invalid time zone: ${timeZone}`);
    }
    book.timeZone = timeZone;
  }
}

interface BasicFilter {
  readonly range?: GridRange;
  readonly criteria?: Readonly<Record<string, { readonly hiddenValues?: readonly string[] }>>;
  readonly filterSpecs?: readonly {
    readonly columnIndex?: number;
    readonly filterCriteria?: { readonly hiddenValues?: readonly string[] };
  }[];
}

export function setBasicFilter(batch: Batch, of: { filter?: BasicFilter }): void {
  const { sheet, rect } = gridOf(batch.book, of.filter?.range);
  batch.guard(sheet, rect);
  const hidden: FilterData['hidden'] = {};
  for (const [column, criteria] of Object.entries(of.filter?.criteria ?? {})) {
    hidden[Number(column)] = [...(criteria.hiddenValues ?? [])];
  }
  for (const { columnIndex = 0, filterCriteria } of of.filter?.filterSpecs ?? []) {
    hidden[columnIndex] = [...(filterCriteria?.hiddenValues ?? [])];
  }
  sheet.filter = { range: rect, hidden };
}

export function clearBasicFilter(batch: Batch, of: { sheetId?: number }): void {
  const sheet = sheetOf(batch.book, of.sheetId);
  sheet.filter = null;
  sheet.rows.forEach((row, at) => {
    if (row?.filtered) delete writableRow(sheet, at).filtered;
  });
}
