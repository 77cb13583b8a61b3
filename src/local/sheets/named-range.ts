import type { Emulated } from '../kernel/host';
import type { NamedRangeData } from './model/book';
import type { RangeObject } from './range';
import { type BookSession, BookObject, exception } from './session';

/** A range with a name. */
export class NamedRangeObject
  extends BookObject
  implements Emulated<GoogleAppsScript.Spreadsheet.NamedRange, 'getName' | 'remove'>
{
  constructor(
    session: BookSession,
    private readonly id: string,
  ) {
    super(session);
  }

  getName(): string {
    return this.data().name;
  }

  getRange(): RangeObject {
    const { sheetId, range } = this.data();
    return this.session.range(sheetId, range);
  }

  setName(name: string): this {
    requireName(name);
    this.session.now(null, null, () => {
      this.data().name = name;
    });
    return this;
  }

  setRange(range: RangeObject): this {
    this.session.now(null, null, () => {
      Object.assign(this.data(), { sheetId: range.sheetId, range: range.range });
    });
    return this;
  }

  remove(): void {
    this.session.now(null, null, (book) => {
      book.named = book.named.filter((one) => one.id !== this.id);
    });
  }

  private data(): NamedRangeData {
    const found = this.session.book.named.find((one) => one.id === this.id);
    if (!found) throw exception('The named range was removed.');
    return found;
  }
}

/** Throws Google's refusal of a name that a formula could read as something else. */
export function requireName(name: string): void {
  const taken = /^(true|false)$/i.test(name) || /^[A-Za-z]{1,3}\d+$/.test(name) || /^R\d*C\d*$/i.test(name);
  if (taken || !/^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name)) {
    throw exception(`The name "${name}" is not a valid name for a named range.`);
  }
}
