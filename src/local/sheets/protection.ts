import { type Emulated, type EnumValue, enumValues } from '../kernel/host';
import type { UserObject } from '../services/user';
import type { GridRect, ProtectionData, SheetData, SpreadsheetData } from './model/book';
import { nextId } from './model/book';
import { PROTECTED, domainOf, isLetIn } from './model/guard';
import { emailOf, sharedWith, usersOf } from './people';
import type { RangeObject } from './range';
import { type BookSession, BookObject, exception } from './session';

/** A protection of a tab or a range; only who may edit what it guards may change it. */
export class ProtectionObject
  extends BookObject
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Protection,
      'canEdit' | 'getDescription' | 'isWarningOnly' | 'canDomainEdit' | 'remove'
    >
{
  constructor(
    session: BookSession,
    readonly sheetId: number,
    readonly protectionId: number,
  ) {
    super(session);
  }

  getProtectionType(): EnumValue {
    return enumValues('Spreadsheet.ProtectionType')[this.data().type]!;
  }

  canEdit(): boolean {
    return isLetIn(this.session.editor, this.data());
  }

  getDescription(): string {
    return this.data().description;
  }

  setDescription(description: string): this {
    return this.change((data) => {
      data.description = description;
    });
  }

  isWarningOnly(): boolean {
    return this.data().warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    return this.change((data) => {
      data.warningOnly = warningOnly;
      // A warning is for everybody: the list of editors is gone with it.
      if (warningOnly) data.editors = null;
    });
  }

  getRange(): RangeObject {
    return this.session.range(this.sheetId, this.data().range);
  }

  setRange(range: RangeObject): this {
    return this.change((data) => {
      data.range = range.range;
      delete data.namedRange;
    });
  }

  getRangeName(): string | null {
    return this.data().namedRange ?? null;
  }

  getUnprotectedRanges(): RangeObject[] {
    return this.data().unprotected.map((range) => this.session.range(this.sheetId, range));
  }

  setUnprotectedRanges(ranges: readonly RangeObject[]): this {
    return this.change((data) => {
      if (data.type !== 'SHEET') throw exception('Unprotected ranges can only be set on protected sheets.');
      if (ranges.some((range) => range.sheetId !== this.sheetId)) {
        throw exception('Unprotected ranges must be on the protected sheet.');
      }
      data.unprotected = ranges.map((range) => range.range);
    });
  }

  /** Those who may edit, the owner left out; everybody who may edit the file, as long as nobody changed the list. */
  getEditors(): UserObject[] {
    const data = this.requireEditable();
    return usersOf(this.execution, data.editors ?? sharedWith(this.session.file, ['writer']));
  }

  addEditor(person: unknown): this {
    return this.addEditors([person]);
  }

  addEditors(people: readonly unknown[]): this {
    return this.changeEditors((editors) => {
      for (const email of people.map(emailOf)) {
        if (!has(editors, email) && !same(email, this.session.file.owner)) editors.push(email);
      }
      return editors;
    });
  }

  removeEditor(person: unknown): this {
    return this.removeEditors([person]);
  }

  /** Takes people off the list; neither the owner nor the one who asks can be taken off [facts 14]. */
  removeEditors(people: readonly unknown[]): this {
    const gone = people.map(emailOf).filter((email) => !same(email, this.execution.effectiveUser));
    return this.changeEditors((editors) => editors.filter((email) => !has(gone, email)));
  }

  canDomainEdit(): boolean {
    return this.requireEditable().domainEdit;
  }

  setDomainEdit(editable: boolean): this {
    const { owner } = this.session.file;
    if (this.execution.state.people[owner]?.account !== 'workspace' || domainOf(owner) === 'gmail.com') {
      throw exception('The document is not owned by a member of a domain.');
    }
    return this.change((data) => {
      data.editors ??= sharedWith(this.session.file, ['writer']);
      data.domainEdit = editable;
    });
  }

  remove(): void {
    this.requireEditable();
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.protections = sheet.protections.filter((one) => one.id !== this.protectionId);
    });
  }

  private changeEditors(change: (editors: string[]) => string[]): this {
    return this.change((data) => {
      data.editors = change([...(data.editors ?? sharedWith(this.session.file, ['writer']))]);
      data.warningOnly = false;
    });
  }

  private change(apply: (data: ProtectionData) => void): this {
    this.requireEditable();
    this.session.now(this.sheetId, null, () => {
      apply(this.data());
    });
    return this;
  }

  private requireEditable(): ProtectionData {
    const data = this.data();
    if (!isLetIn(this.session.editor, data)) throw exception(PROTECTED);
    return data;
  }

  private data(): ProtectionData {
    const found = this.session
      .sheetData(this.sheetId)
      .protections.find((one) => one.id === this.protectionId);
    if (!found) throw exception('The protection was removed.');
    return found;
  }
}

/** Adds a protection that keeps nobody out yet. */
export function addProtection(
  book: SpreadsheetData,
  sheet: SheetData,
  type: ProtectionData['type'],
  range: GridRect,
): ProtectionData {
  const data: ProtectionData = {
    id: nextId(book),
    type,
    range,
    description: '',
    editors: null,
    domainEdit: false,
    warningOnly: false,
    unprotected: [],
  };
  sheet.protections.push(data);
  return data;
}

/** The object of a protection: the same one every time. */
export function protectionObject(session: BookSession, sheetId: number, id: number): ProtectionObject {
  return session.execution.memo(
    `protection:${session.fileId}:${sheetId}:${id}`,
    () => new ProtectionObject(session, sheetId, id),
  );
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function has(list: readonly string[], email: string): boolean {
  return list.some((one) => same(one, email));
}
