import { isFormula, plainAt } from './model/cells';
import { sheetLocale } from './model/locale';
import { displayValue } from './model/number-format';
import { styleAt } from './model/styles';
import { enterCell, todayOf } from './model/write';
import type { Rect } from './model/book';
import { type BookSession, BookObject } from './session';
import { cell } from './range-position';
import type { RangeObject } from './range';

interface Found {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

/** Searches the shown texts, or formulas, of a range, a tab or the whole book. */
export class TextFinderObject extends BookObject {
  private caseMatters = false;
  private whole = false;
  private formulas = false;
  private diacritics = true;
  private pattern = false;
  private from: Found | null = null;
  private current: Found | null = null;

  constructor(
    session: BookSession,
    private readonly text: string,
    private readonly areas: () => { sheetId: number; rect: Rect }[],
  ) {
    super(session);
  }

  matchCase(on: boolean): this {
    this.caseMatters = on;
    return this;
  }
  matchEntireCell(on: boolean): this {
    this.whole = on;
    return this;
  }
  matchFormulaText(on: boolean): this {
    this.formulas = on;
    return this;
  }
  ignoreDiacritics(on: boolean): this {
    this.diacritics = !on;
    return this;
  }
  useRegularExpression(on: boolean): this {
    this.pattern = on;
    return this;
  }
  startFrom(range: RangeObject): this {
    const { top, left } = range.rect;
    this.from = { sheetId: range.sheetId, row: top, column: left };
    return this;
  }

  findAll(): RangeObject[] {
    return this.matches().map((found) => this.rangeOf(found));
  }

  findNext(): RangeObject | null {
    return this.step(1);
  }

  findPrevious(): RangeObject | null {
    return this.step(-1);
  }

  getCurrentMatch(): RangeObject | null {
    return this.current && this.rangeOf(this.current);
  }

  /** How many places were replaced. */
  replaceAllWith(text: string): number {
    let count = 0;
    for (const found of this.matches()) count += this.replaceAt(found, text);
    return count;
  }

  replaceWith(text: string): number {
    return this.current ? this.replaceAt(this.current, text) : 0;
  }

  private rangeOf({ sheetId, row, column }: Found): RangeObject {
    return this.session.range(sheetId, cell(row, column));
  }

  private step(by: 1 | -1): RangeObject | null {
    const all = this.matches();
    if (all.length === 0) return null;
    const start = this.current ?? this.from;
    const at = start
      ? all.findIndex(
          (one) => one.sheetId === start.sheetId && one.row === start.row && one.column === start.column,
        )
      : -1;
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    this.current = all[next]!;
    return this.rangeOf(this.current);
  }

  private matches(): Found[] {
    const book = this.session.calculatedBook;
    const locale = sheetLocale(book.locale);
    const test = this.expression('u');
    const out: Found[] = [];
    for (const { sheetId, rect } of this.areas()) {
      const sheet = this.session.sheetData(sheetId, book);
      for (let row = rect.top; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
        const length = Math.min(rect.right, sheet.rows[row]?.v.length ?? 0);
        for (let column = rect.left; column < length; column += 1) {
          const value = sheet.rows[row]!.v[column] ?? null;
          if (value === null) continue;
          const shown =
            this.formulas && isFormula(value)
              ? value.f
              : displayValue(
                  plainAt(sheet, row, column),
                  styleAt(book, sheet, row, column).numberFormat,
                  locale,
                );
          if (test.test(this.plain(shown))) out.push({ sheetId, row, column });
        }
      }
    }
    return out;
  }

  private expression(flags: string): RegExp {
    const body = this.pattern ? this.text : this.plain(this.text).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return new RegExp(this.whole ? `^(?:${body})$` : body, this.caseMatters ? flags : `${flags}i`);
  }

  private plain(text: string): string {
    return this.diacritics
      ? text
      : text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  }

  private replaceAt({ sheetId, row, column }: Found, text: string): number {
    const test = this.expression('gu');
    let count = 0;
    this.session.now(sheetId, cell(row, column), (book, sheet) => {
      const value = sheet.rows[row]?.v[column] ?? null;
      const old = isFormula(value) ? value.f : String(value ?? '');
      count = [...this.plain(old).matchAll(test)].length;
      const next = this.pattern ? old.replace(test, text) : old.replace(test, () => text);
      enterCell(book, sheet, row, column, next, todayOf(book, this.execution.now()));
    });
    return count;
  }
}
