import { type Emulated, type EnumValue, enumName } from '../kernel/host';
import type { NamedRangeData, SheetData } from './model/book';
import { cellCount, createSheet, nextId, sheetByName, sheetWord } from './model/book';
import { knownLocale } from './model/locale';
import { removeSheet } from './model/structure';
import { copySheetInto, freeName } from './copy-sheet';
import { createSpreadsheetFile } from './create';
import {
  DeveloperMetadataFinderObject,
  type DeveloperMetadataObject,
  addMetadata,
  metadataAt,
} from './developer-metadata';
import { NamedRangeObject, requireName } from './named-range';
import { type ProtectionObject } from './protection';
import type { RangeObject } from './range';
import type { RangeListObject } from './range-list';
import { exception, openBook } from './session';
import { PASSED_ON } from './passed-on';
import { SelectionObject } from './selection';
import type { SheetObject } from './sheet';
import { rangeByText, requireFreeName } from './sheet-basics';
import { requireCells } from './sheet-structure';
import { SharedBook } from './sharing';
import { TextFinderObject } from './text-finder';

/** A spreadsheet file. */
export class SpreadsheetObject
  extends SharedBook
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Spreadsheet,
      | 'getId'
      | 'getUrl'
      | 'getName'
      | 'rename'
      | 'getFormUrl'
      | 'getSpreadsheetLocale'
      | 'setSpreadsheetLocale'
      | 'getSpreadsheetTimeZone'
      | 'setSpreadsheetTimeZone'
      | 'toast'
      | 'getNumSheets'
      | 'renameActiveSheet'
      | 'moveActiveSheet'
      | 'removeNamedRange'
    >
{
  getId(): string {
    return this.fileId;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.fileId}/edit`;
  }
  getName(): string {
    return this.session.file.name;
  }
  rename(name: string): void {
    const file = this.session.requireFile('writer');
    file.name = name;
    file.data.name = name;
  }
  getFormUrl(): string | null {
    return this.session.book.sheets.find((sheet) => sheet.formUrl !== null)?.formUrl ?? null;
  }
  getSpreadsheetLocale(): string {
    return this.session.book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    if (!knownLocale(locale)) throw exception(`Invalid argument: ${locale}`);
    this.session.now(null, null, (book) => {
      book.locale = locale;
    });
  }
  getSpreadsheetTimeZone(): string {
    return this.session.book.timeZone;
  }
  setSpreadsheetTimeZone(timeZone: string): void {
    requireZone(timeZone);
    this.session.now(null, null, (book) => {
      book.timeZone = timeZone;
    });
  }
  toast(message: string, title = '', seconds: number | null = 5): void {
    this.execution.show({ kind: 'toast', message, title, seconds: seconds ?? 5 });
  }

  /** The older way of making a menu; a null line is a separator. */
  addMenu(caption: string, lines: readonly ({ name: string; functionName: string } | null)[]): void {
    const items = lines.map((line) =>
      line ? { caption: line.name, run: line.functionName } : { caption: '', separator: true as const },
    );
    this.execution.show({ kind: 'menu', addOn: false, menu: { caption, items } });
  }
  updateMenu(caption: string, lines: readonly { name: string; functionName: string }[]): void {
    this.addMenu(caption, lines);
  }

  getSheets(): SheetObject[] {
    return this.session.book.sheets.map((sheet) => this.session.sheet(sheet.sheetId));
  }
  getNumSheets(): number {
    return this.session.book.sheets.length;
  }
  getSheetByName(name: string): SheetObject | null {
    return this.sheetOf(sheetByName(this.session.book, name));
  }
  getSheetById(id: number): SheetObject | null {
    return this.sheetOf(this.session.book.sheets.find((sheet) => sheet.sheetId === id));
  }
  getActiveSheet(): SheetObject {
    const { sheets } = this.session.book;
    const active = sheets.find((sheet) => sheet.sheetId === this.session.activeSheetId);
    return this.session.sheet((active ?? sheets.find((sheet) => !sheet.hidden) ?? sheets[0]!).sheetId);
  }
  setActiveSheet(sheet: SheetObject): SheetObject {
    return sheet.activate();
  }
  getSheetId(): number {
    return this.getActiveSheet().sheetId;
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }

  /** In any order Google allows: a name, a place (from 0), `{ template }`. The new tab becomes the active one. */
  insertSheet(...args: unknown[]): SheetObject {
    const name = args.find((one): one is string => typeof one === 'string');
    const at = args.find((one): one is number => typeof one === 'number');
    const options = args.find(
      (one): one is { template?: SheetObject } => typeof one === 'object' && one !== null,
    );
    return this.session.now(null, null, (book) => {
      const word = sheetWord(book.locale);
      let number = book.sheets.length + 1;
      while (book.sheets.some((sheet) => sheet.name === `${word}${number}`)) number += 1;
      const chosen = name ?? `${word}${number}`;
      requireFreeName(book, chosen);
      const place = at ?? book.sheets.indexOf(this.getActiveSheet().data()) + 1;
      const template = options?.template?.data();
      const size = template ? template.maxRows * template.maxColumns : 26_000;
      requireCells(cellCount(book) + size, this.execution.core.limits.cellsPerSpreadsheet);
      let sheet: SheetData;
      if (template) sheet = copySheetInto(book, template, book, chosen, place);
      else {
        sheet = createSheet(nextId(book), chosen);
        book.sheets.splice(place, 0, sheet);
      }
      return this.session.sheet(sheet.sheetId).activate();
    });
  }

  deleteSheet(sheet: SheetObject): void {
    this.session.now(sheet.sheetId, 'sheet', (book, data) => {
      if (!book.sheets.some((one) => one !== data && !one.hidden)) {
        throw exception("You can't remove all the visible sheets in a document.");
      }
      if (data.formUrl !== null)
        throw exception('You cannot delete a sheet with a linked form. Please unlink the form first.');
      removeSheet(book, data);
    });
  }
  deleteActiveSheet(): SheetObject {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): SheetObject {
    const source = this.getActiveSheet();
    return this.session.now(null, null, (book) => {
      const data = source.data();
      const wished = book.locale.startsWith('vi') ? `Bản sao của ${data.name}` : `Copy of ${data.name}`;
      const copy = copySheetInto(book, data, book, freeName(book, wished), book.sheets.indexOf(data) + 1);
      return this.session.sheet(copy.sheetId).activate();
    });
  }
  renameActiveSheet(name: string): void {
    this.getActiveSheet().setName(name);
  }
  /** To a place counted from 1. */
  moveActiveSheet(place: number): void {
    const sheet = this.getActiveSheet();
    this.session.now(sheet.sheetId, 'sheet', (book, data) => {
      if (place < 1 || place > book.sheets.length)
        throw exception('The position of the sheet is out of bounds.');
      book.sheets = book.sheets.filter((one) => one !== data);
      book.sheets.splice(place - 1, 0, data);
    });
  }

  copy(name: string): SpreadsheetObject {
    if (!this.execution.take('spreadsheetsCreated')) throw tooMany();
    const { core, effectiveUser, project } = this.execution;
    const data = structuredClone(this.session.calculatedBook);
    for (const sheet of data.sheets) sheet.formUrl = null;
    const file = createSpreadsheetFile(core, { name, owner: effectiveUser, createdBy: project.id, data });
    return openBook(this.execution, file.id, this.session.makers).spreadsheet();
  }

  getRange(address: string): RangeObject {
    return rangeByText(this.session, address, this.getActiveSheet().data());
  }
  getRangeList(addresses: readonly string[]): RangeListObject {
    return this.getActiveSheet().getRangeList(addresses);
  }
  getRangeByName(name: string): RangeObject | null {
    const named = this.namedData(name);
    if (named) return this.session.range(named.sheetId, named.range);
    return name.includes('!') ? rangeByText(this.session, name, this.getActiveSheet().data()) : null;
  }
  getNamedRanges(): NamedRangeObject[] {
    return this.session.book.named.map((one) => new NamedRangeObject(this.session, one.id));
  }
  setNamedRange(name: string, range: RangeObject): void {
    requireName(name);
    this.session.now(null, null, (book) => {
      const present = this.namedData(name);
      if (present) Object.assign(present, { sheetId: range.sheetId, range: range.range });
      else book.named.push({ id: String(nextId(book)), name, sheetId: range.sheetId, range: range.range });
    });
  }
  removeNamedRange(name: string): void {
    const named = this.namedData(name);
    if (!named) throw exception(`The named range "${name}" does not exist.`);
    this.session.now(null, null, (book) => {
      book.named = book.named.filter((one) => one !== named);
    });
  }
  getProtections(type: EnumValue): ProtectionObject[] {
    return enumName(type) === null ? [] : this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }
  createTextFinder(text: string): TextFinderObject {
    return new TextFinderObject(this.session, text, () =>
      this.session.book.sheets.map(({ sheetId }) => ({
        sheetId,
        rect: this.session.range(sheetId, {}).rect,
      })),
    );
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.session, {}, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadataObject[] {
    return metadataAt(this.session, (one) => one.sheetId === undefined);
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderObject {
    return new DeveloperMetadataFinderObject(this.session, {});
  }

  getSelection(): SelectionObject {
    return new SelectionObject(this.session);
  }
  setActiveRange(range: RangeObject): RangeObject {
    return range.activate();
  }
  setCurrentCell(range: RangeObject): RangeObject {
    return range.activate();
  }
  setActiveSelection(range: RangeObject | string): RangeObject {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }

  private sheetOf(data: SheetData | undefined): SheetObject | null {
    return data ? this.session.sheet(data.sheetId) : null;
  }
  private namedData(name: string): NamedRangeData | undefined {
    return this.session.book.named.find((one) => one.name.toLowerCase() === name.toLowerCase());
  }
}

for (const name of PASSED_ON) {
  Object.defineProperty(SpreadsheetObject.prototype, name, {
    value(this: SpreadsheetObject, ...args: unknown[]) {
      const sheet = this.getActiveSheet();
      return (sheet[name] as (...of: unknown[]) => unknown).apply(sheet, args);
    },
  });
}

/** Throws Google's refusal of a name that is no time zone. */
export function requireZone(timeZone: string): void {
  try {
    Intl.DateTimeFormat('en-US', { timeZone: timeZone === 'Etc/GMT' ? 'UTC' : timeZone });
  } catch {
    throw exception(`Invalid argument: ${timeZone}`);
  }
}

/** Google's words when a day's spreadsheets are used up. */
export function tooMany(): Error {
  return exception('Service invoked too many times for one day: spreadsheet create.');
}
