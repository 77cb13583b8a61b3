import { type EnumValue, type Execution, GoogleError, HostObject } from '../kernel/host';
import type { FilterData } from './model/book';
import { closeRect } from './model/book';
import { plainAt, writableRow } from './model/cells';
import { sheetLocale } from './model/locale';
import { displayValue } from './model/number-format';
import { sortRows } from './model/order';
import { styleAt } from './model/styles';
import type { RangeObject } from './range';
import { type BookSession, BookObject, exception } from './session';

/** The filter of a tab; its first row is the header. Of criteria, values to hide are what is emulated. */
export class FilterObject extends BookObject {
  constructor(
    session: BookSession,
    private readonly sheetId: number,
  ) {
    super(session);
  }

  getRange(): RangeObject {
    return this.session.range(this.sheetId, this.data().range);
  }

  remove(): void {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.filter = null;
      for (const row of sheet.rows) if (row) delete row.filtered;
    });
  }

  /** Columns are counted from 1 on the sheet. */
  getColumnFilterCriteria(column: number): FilterCriteriaObject | null {
    const hidden = this.data().hidden[column - 1];
    return hidden ? new FilterCriteriaObject(this.execution, hidden) : null;
  }

  setColumnFilterCriteria(column: number, criteria: FilterCriteriaObject | null): this {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      if (!sheet.filter) throw exception('The filter was removed.');
      if (criteria) sheet.filter.hidden[column - 1] = [...criteria.getHiddenValues()];
      else delete sheet.filter.hidden[column - 1];
      this.apply();
    });
    return this;
  }

  removeColumnFilterCriteria(column: number): this {
    return this.setColumnFilterCriteria(column, null);
  }

  sort(column: number, ascending: boolean): this {
    this.session.now(this.sheetId, this.data().range, (book, sheet) => {
      const rect = closeRect(sheet, this.data().range);
      sortRows(sheet, { ...rect, top: rect.top + 1 }, [{ column: column - 1, ascending }], book.locale);
    });
    return this;
  }

  private apply(): void {
    const book = this.session.calculatedBook;
    const sheet = this.session.sheetData(this.sheetId, book);
    const { range, hidden } = this.data();
    const rect = closeRect(sheet, range);
    const locale = sheetLocale(book.locale);
    for (let row = rect.top + 1; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
      const isHidden = Object.entries(hidden).some(([column, values]) =>
        values.includes(
          displayValue(
            plainAt(sheet, row, Number(column)),
            styleAt(book, sheet, row, Number(column)).numberFormat,
            locale,
          ),
        ),
      );
      const data = writableRow(sheet, row);
      if (isHidden) data.filtered = true;
      else delete data.filtered;
    }
  }

  private data(): FilterData {
    const { filter } = this.session.sheetData(this.sheetId);
    if (!filter) throw exception('The filter was removed.');
    return filter;
  }
}

/** What a column's filter hides. */
export class FilterCriteriaObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly hidden: readonly string[],
  ) {
    super(execution);
  }

  getHiddenValues(): readonly string[] {
    return this.hidden;
  }
  getVisibleValues(): readonly string[] {
    return [];
  }
  getCriteriaType(): EnumValue | null {
    return null;
  }
  getCriteriaValues(): unknown[] {
    return [];
  }
  copy(): FilterCriteriaBuilderObject {
    return new FilterCriteriaBuilderObject(this.execution, this.hidden);
  }
}

export class FilterCriteriaBuilderObject extends HostObject {
  private hidden: readonly string[] | null;

  constructor(execution: Execution, hidden: readonly string[] | null = null) {
    super(execution);
    this.hidden = hidden;
  }

  setHiddenValues(values: readonly unknown[]): this {
    this.hidden = values.map(String);
    return this;
  }

  getHiddenValues(): readonly string[] {
    return this.hidden ?? [];
  }

  copy(): FilterCriteriaBuilderObject {
    return new FilterCriteriaBuilderObject(this.execution, this.hidden);
  }

  build(): FilterCriteriaObject {
    if (!this.hidden)
      throw new GoogleError('Exception', 'Cannot build a filter criteria without a criteria.');
    return new FilterCriteriaObject(this.execution, this.hidden);
  }
}
