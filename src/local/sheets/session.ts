import { GoogleError, type Execution } from '../kernel/host';
import { HostObject } from '../kernel/host';
import type { FileRecord, Role } from '../kernel/state';
import type { GridRect, Rect, SheetData, SpreadsheetData } from './model/book';
import { closeRect, contains, overlaps, sheetById } from './model/book';
import { calculate, markChanged } from './model/calculate';
import { type Editor, PROTECTED, mayChangeSheet, mayEdit } from './model/guard';
import type { RangeObject } from './range';
import type { SheetObject } from './sheet';
import type { SpreadsheetObject } from './spreadsheet';

/** Makes the objects of SpreadsheetApp; handed around so that no file of theirs has to know all others. */
export interface Makers {
  spreadsheet(session: BookSession): SpreadsheetObject;
  sheet(session: BookSession, sheetId: number): SheetObject;
  range(session: BookSession, sheetId: number, range: GridRect): RangeObject;
}

/** One spreadsheet as one execution has it open: its records, its objects, what is active, what was read and written last. */
export class BookSession {
  /** The tab that counts as active; the first one until something is activated. */
  activeSheetId: number | null = null;
  activeRanges = new Map<number, GridRect[]>();
  /** Line of the latency model for the read, or write, just made. */
  readLine = 'Range.getValues';
  writeLine = 'Range.setValues';
  private reads: { sheetId: number; rect: Rect }[] = [];
  private lastWrite: { sheetId: number; rect: Rect } | null = null;

  constructor(
    readonly execution: Execution,
    readonly fileId: string,
    readonly makers: Makers,
  ) {
    execution.onEnd(() => {
      const file = execution.state.files[fileId] as FileRecord<SpreadsheetData> | undefined;
      if (file) calculate(file.data, execution.now());
    });
  }

  get file(): FileRecord<SpreadsheetData> {
    return this.requireFile('reader');
  }

  requireFile(role: Role): FileRecord<SpreadsheetData> {
    return this.execution.requireFile<SpreadsheetData>(this.fileId, role, 'SpreadsheetApp.openById');
  }

  get book(): SpreadsheetData {
    return this.file.data;
  }

  /** The book with its formulas worked out. */
  get calculatedBook(): SpreadsheetData {
    const { book } = this;
    calculate(book, this.execution.now());
    return book;
  }

  get editor(): Editor {
    return { core: this.execution.core, file: this.file, email: this.execution.effectiveUser };
  }

  /** The sheet's data. Throws when it was deleted. */
  sheetData(sheetId: number, book = this.book): SheetData {
    const sheet = sheetById(book, sheetId);
    if (!sheet) throw new GoogleError('Exception', `Sheet ${sheetId} not found`);
    return sheet;
  }

  spreadsheet(): SpreadsheetObject {
    return this.execution.memo(`spreadsheet:${this.fileId}`, () => this.makers.spreadsheet(this));
  }

  sheet(sheetId: number): SheetObject {
    return this.execution.memo(`sheet:${this.fileId}:${sheetId}`, () => this.makers.sheet(this, sheetId));
  }

  range(sheetId: number, range: GridRect): RangeObject {
    return this.makers.range(this, sheetId, range);
  }

  /** A change that waits for the flush; rights on the cells are asked then. */
  later(
    sheetId: number,
    range: GridRect,
    apply: (book: SpreadsheetData, sheet: SheetData, rect: Rect) => void,
  ): void {
    const rect = closeRect(this.sheetData(sheetId), range);
    this.noteWrite(sheetId, rect);
    this.execution.writeLater(this.fileId, () => {
      const { data: book } = this.requireFile('writer');
      const sheet = this.sheetData(sheetId, book);
      this.requireEdit(sheet, rect);
      apply(book, sheet, closeRect(sheet, rect));
      this.touch(book);
    });
  }

  /** A change of structure, made at once. `range`: cells it touches; null: the book as a whole. */
  now<T>(
    sheetId: number | null,
    range: GridRect | 'sheet' | null,
    apply: (book: SpreadsheetData, sheet: SheetData) => T,
  ): T {
    const { data: book } = this.requireFile('writer');
    const sheet = sheetId === null ? book.sheets[0]! : this.sheetData(sheetId, book);
    if (range === 'sheet') {
      if (!mayChangeSheet(this.editor, sheet)) throw new GoogleError('Exception', PROTECTED);
    } else if (range !== null) {
      this.requireEdit(sheet, range);
    }
    const result = apply(book, sheet);
    this.touch(book);
    this.reads = [];
    return result;
  }

  requireEdit(sheet: SheetData, range: GridRect): void {
    if (sheet.protections.length > 0 && !mayEdit(this.editor, sheet, range))
      throw new GoogleError('Exception', PROTECTED);
  }

  touch(book: SpreadsheetData): void {
    markChanged(book);
    this.execution.core.touch(this.file, this.execution.now());
  }

  /** Remembers a read: one beside an earlier one costs little, as long as nothing was written [latency.json]. */
  noteRead(sheetId: number, rect: Rect): void {
    const near = this.reads.some((one) => one.sheetId === sheetId && overlaps(widened(one.rect), rect));
    this.readLine = near ? 'Range.getValues.adjacent' : 'Range.getValues';
    if (!this.reads.some((one) => one.sheetId === sheetId && contains(one.rect, rect)))
      this.reads.push({ sheetId, rect });
  }

  private noteWrite(sheetId: number, rect: Rect): void {
    const last = this.lastWrite;
    const apart =
      last !== null &&
      this.execution.hasPending(this.fileId) &&
      !(last.sheetId === sheetId && overlaps(widened(last.rect), rect));
    this.writeLine = apart ? 'Range.set.scattered' : 'Range.setValues';
    this.lastWrite = { sheetId, rect };
    this.reads = [];
  }
}

function widened(rect: Rect): Rect {
  return { top: rect.top - 1, bottom: rect.bottom + 1, left: rect.left - 1, right: rect.right + 1 };
}

/** Opens a book for an execution: the same session every time. */
export function openBook(execution: Execution, fileId: string, makers: Makers): BookSession {
  return execution.memo(`book:${fileId}`, () => new BookSession(execution, fileId, makers));
}

/** What every object of an open spreadsheet derives from: its reads see this execution's own writes to the book. */
export abstract class BookObject extends HostObject {
  constructor(readonly session: BookSession) {
    super(session.execution);
  }

  override get fileId(): string {
    return this.session.fileId;
  }
}

/** An error of SpreadsheetApp. */
export function exception(message: string): GoogleError {
  return new GoogleError('Exception', message);
}
