import { type EnumValue, enumName, enumValues } from '../kernel/host';
import type { GridRect, MetadataData } from './model/book';
import { nextId } from './model/book';
import type { RangeObject } from './range';
import { type BookSession, BookObject, exception } from './session';
import type { SheetObject } from './sheet';
import type { SpreadsheetObject } from './spreadsheet';

/** Where metadata lies: on the book, a tab, a row or a column. */
export type MetadataPlace = Pick<MetadataData, 'sheetId' | 'dimension' | 'index'>;

/** The place a range means; Google takes whole single rows and columns only. */
export function placeOf(sheetId: number, range: GridRect): MetadataPlace {
  const wholeRow =
    range.left === undefined && range.right === undefined && range.bottom === (range.top ?? 0) + 1;
  const wholeColumn =
    range.top === undefined && range.bottom === undefined && range.right === (range.left ?? 0) + 1;
  if (wholeRow) return { sheetId, dimension: 'ROWS', index: range.top ?? 0 };
  if (wholeColumn) return { sheetId, dimension: 'COLUMNS', index: range.left ?? 0 };
  throw exception('Adding developer metadata to arbitrary ranges is not currently supported.');
}

/** Adds metadata; `args` are Google's: key, value, visibility, the last two in any number. */
export function addMetadata(session: BookSession, place: MetadataPlace, args: readonly unknown[]): void {
  const [key, ...rest] = args;
  const visibility = rest.map(enumName).find((name) => name !== null) ?? 'DOCUMENT';
  const value = rest.find((one): one is string => typeof one === 'string') ?? null;
  session.now(null, null, (book) => {
    const sameSheet = book.metadata.filter((one) => one.sheetId === place.sheetId);
    const used = sameSheet.reduce((sum, one) => sum + one.key.length + (one.value?.length ?? 0), 0);
    const limit = session.execution.core.limits.developerMetadataChars;
    if (used + String(key).length + (value ?? '').length > limit) {
      throw exception('Developer metadata storage quota exceeded.');
    }
    book.metadata.push({
      id: nextId(book),
      key: String(key),
      value: value as string | null,
      visibility,
      ...place,
    });
  });
}

/** Metadata of exactly these places. */
export function metadataAt(
  session: BookSession,
  matches: (one: MetadataData) => boolean,
): DeveloperMetadataObject[] {
  return session.book.metadata.filter(matches).map((one) => new DeveloperMetadataObject(session, one.id));
}

export class DeveloperMetadataObject extends BookObject {
  constructor(
    session: BookSession,
    private readonly id: number,
  ) {
    super(session);
  }

  getId(): number {
    return this.id;
  }
  getKey(): string {
    return this.data().key;
  }
  getValue(): string | null {
    return this.data().value;
  }
  getVisibility(): EnumValue {
    return enumValues('Spreadsheet.DeveloperMetadataVisibility')[this.data().visibility]!;
  }
  getLocation(): DeveloperMetadataLocationObject {
    return new DeveloperMetadataLocationObject(this.session, { ...this.data() });
  }
  setKey(key: string): this {
    return this.change({ key });
  }
  setValue(value: string): this {
    return this.change({ value });
  }
  setVisibility(visibility: EnumValue): this {
    return this.change({ visibility: visibility.name });
  }
  moveToRow(range: RangeObject): this {
    return this.move(placeOf(range.sheetId, range.range));
  }
  moveToColumn(range: RangeObject): this {
    return this.move(placeOf(range.sheetId, range.range));
  }
  moveToSheet(sheet: SheetObject): this {
    return this.move({ sheetId: sheet.sheetId });
  }
  moveToSpreadsheet(): this {
    return this.move({});
  }
  remove(): void {
    this.session.now(null, null, (book) => {
      book.metadata = book.metadata.filter((one) => one.id !== this.id);
    });
  }

  private move(place: MetadataPlace): this {
    const { sheetId: _s, dimension: _d, index: _i, ...rest } = this.data();
    this.session.now(null, null, (book) => {
      book.metadata = book.metadata.map((one) => (one.id === this.id ? { ...rest, ...place } : one));
    });
    return this;
  }

  private change(to: Partial<MetadataData>): this {
    this.session.now(null, null, () => {
      Object.assign(this.data(), to);
    });
    return this;
  }

  private data(): MetadataData {
    const found = this.session.book.metadata.find((one) => one.id === this.id);
    if (!found) throw exception('The developer metadata was removed.');
    return found;
  }
}

export class DeveloperMetadataLocationObject extends BookObject {
  constructor(
    session: BookSession,
    private readonly place: MetadataPlace,
  ) {
    super(session);
  }

  getLocationType(): EnumValue {
    return enumValues('Spreadsheet.DeveloperMetadataLocationType')[locationType(this.place)]!;
  }
  getSpreadsheet(): SpreadsheetObject | null {
    return this.place.sheetId === undefined ? this.session.spreadsheet() : null;
  }
  getSheet(): SheetObject | null {
    return this.place.sheetId === undefined ? null : this.session.sheet(this.place.sheetId);
  }
  getRow(): RangeObject | null {
    return this.line('ROWS', 'top', 'bottom');
  }
  getColumn(): RangeObject | null {
    return this.line('COLUMNS', 'left', 'right');
  }

  private line(dimension: 'ROWS' | 'COLUMNS', from: string, to: string): RangeObject | null {
    const { sheetId, index = 0 } = this.place;
    if (this.place.dimension !== dimension || sheetId === undefined) return null;
    return this.session.range(sheetId, { [from]: index, [to]: index + 1 });
  }
}

/** Google's name of the kind of place. */
export function locationType(place: MetadataPlace): 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN' {
  if (place.sheetId === undefined) return 'SPREADSHEET';
  if (place.dimension === undefined) return 'SHEET';
  return place.dimension === 'ROWS' ? 'ROW' : 'COLUMN';
}

/** Finds metadata within the book, a tab, or a row or column. */
export class DeveloperMetadataFinderObject extends BookObject {
  private readonly tests: ((one: MetadataData) => boolean)[] = [];

  constructor(session: BookSession, scope: MetadataPlace) {
    super(session);
    if (scope.sheetId !== undefined) this.tests.push((one) => one.sheetId === scope.sheetId);
    if (scope.dimension !== undefined) {
      this.tests.push((one) => one.dimension === scope.dimension && one.index === scope.index);
    }
  }

  withId(id: number): this {
    return this.with((one) => one.id === id);
  }
  withKey(key: string): this {
    return this.with((one) => one.key === key);
  }
  withValue(value: string): this {
    return this.with((one) => one.value === value);
  }
  withVisibility(visibility: EnumValue): this {
    return this.with((one) => one.visibility === visibility.name);
  }
  withLocationType(type: EnumValue): this {
    return this.with((one) => locationType(one) === type.name);
  }
  onIntersectingLocations(): this {
    return this;
  }
  find(): DeveloperMetadataObject[] {
    return metadataAt(this.session, (one) => this.tests.every((test) => test(one)));
  }

  private with(test: (one: MetadataData) => boolean): this {
    this.tests.push(test);
    return this;
  }
}
