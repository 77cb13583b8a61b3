import type { CellExtra, CellStyle, ValidationData } from './model/book';
import { eachCell, extraAt, mapCells, plainAt, putExtra, writableRow } from './model/cells';
import { restyle, ruleId, styleAt } from './model/styles';
import { putValue } from './model/write';
import { DataValidationObject } from './data-validation';
import { addProtection, type ProtectionObject, protectionObject } from './protection';
import { RangeBorders } from './range-borders';
import { type RichTextValueObject, richTextOf } from './rich-text';
import { TextStyleObject } from './text-style';

/** Rules for a range's cells, its rich text, and who may edit it. */
export abstract class RangeRules extends RangeBorders {
  getDataValidation(): DataValidationObject | null {
    const { top, left } = this.rect;
    return this.validationAt(top, left);
  }

  getDataValidations(): (DataValidationObject | null)[][] {
    return mapCells(this.rect, (row, column) => this.validationAt(row, column));
  }

  setDataValidation(rule: DataValidationObject | null): this {
    return this.putExtras((book) => ({ rule: rule ? ruleId(book, rule.rule) : undefined }));
  }

  setDataValidations(rules: unknown): this {
    const table = this.tableOf(rules, 'setDataValidations') as (DataValidationObject | null)[][];
    const { top, left } = this.rect;
    return this.putExtras((book, row, column) => {
      const rule = table[row - top]![column - left];
      return { rule: rule ? ruleId(book, rule.rule) : undefined };
    });
  }

  /** Makes every cell a box; cells without a truth value become unchecked. */
  insertCheckboxes(checked?: unknown, unchecked?: unknown): this {
    const values = [checked, unchecked].filter((value) => value !== undefined) as string[];
    const rule: ValidationData = { criteria: 'CHECKBOX', values, allowInvalid: false, help: '' };
    const off = checked === undefined ? false : ((unchecked as string | undefined) ?? '');
    this.putExtras((book) => ({ rule: ruleId(book, rule) }));
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        putValue(book, sheet, row, column, off === '' ? null : off);
      });
    });
    return this;
  }

  removeCheckboxes(): this {
    return this.putExtras((book, _row, _column, extra) =>
      extra?.rule !== undefined && book.rules[extra.rule]?.criteria === 'CHECKBOX' ? { rule: undefined } : {},
    );
  }

  check(): this {
    return this.tick(0, true);
  }

  uncheck(): this {
    return this.tick(1, false);
  }

  /** null when cells differ or one is no box. */
  isChecked(): boolean | null {
    const { book } = this.session;
    const sheet = this.sheetData();
    const states = mapCells(this.rect, (row, column) => {
      const rule = book.rules[extraAt(sheet, row, column)?.rule ?? -1];
      if (rule?.criteria !== 'CHECKBOX') return null;
      return plainAt(sheet, row, column) === (rule.values[0] ?? true);
    }).flat();
    return states.every((state) => state === states[0]) ? (states[0] ?? null) : null;
  }

  protect(): ProtectionObject {
    return this.session.now(this.sheetId, null, (book, sheet) => {
      const { id } = addProtection(book, sheet, 'RANGE', this.range);
      return protectionObject(this.session, this.sheetId, id);
    });
  }

  canEdit(): boolean {
    const role = this.execution.roleOn(this.session.file);
    if (role !== 'owner' && role !== 'writer') return false;
    try {
      this.session.requireEdit(this.sheetData(), this.rect);
      return true;
    } catch {
      return false;
    }
  }

  getRichTextValue(): RichTextValueObject | null {
    const { top, left } = this.rect;
    return this.richAt(top, left);
  }

  getRichTextValues(): (RichTextValueObject | null)[][] {
    return mapCells(this.rect, (row, column) => this.richAt(row, column));
  }

  setRichTextValue(value: RichTextValueObject): this {
    return this.putRich(() => value);
  }

  setRichTextValues(values: unknown): this {
    const table = this.tableOf(values, 'setRichTextValues') as RichTextValueObject[][];
    const { top, left } = this.rect;
    return this.putRich((row, column) => table[row - top]![column - left]!);
  }

  getTextStyle(): TextStyleObject {
    return this.lookOf((style) => new TextStyleObject(this.execution, style));
  }

  getTextStyles(): TextStyleObject[][] {
    return this.looksOf((style) => new TextStyleObject(this.execution, style));
  }

  setTextStyle(style: TextStyleObject): this {
    return this.setLook(style.look);
  }

  setTextStyles(styles: unknown): this {
    const table = this.tableOf(styles, 'setTextStyles') as TextStyleObject[][];
    const { top, left } = this.rect;
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      const styled = (row: number, column: number): CellStyle => table[row - top]![column - left]!.look;
      restyle(book, sheet, rect, (before, row, column) => ({ ...before, ...styled(row, column) }), false);
    });
    return this;
  }

  private validationAt(row: number, column: number): DataValidationObject | null {
    const place = extraAt(this.sheetData(), row, column)?.rule;
    const rule = place === undefined ? undefined : this.session.book.rules[place];
    return rule ? new DataValidationObject(this.execution, rule, this.session) : null;
  }

  private richAt(row: number, column: number): RichTextValueObject | null {
    const book = this.session.calculatedBook;
    const sheet = this.sheetData(book);
    return richTextOf(
      this.execution,
      plainAt(sheet, row, column),
      styleAt(book, sheet, row, column),
      extraAt(sheet, row, column),
    );
  }

  private putRich(valueOf: (row: number, column: number) => RichTextValueObject): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const { rich } = valueOf(row, column);
        putValue(book, sheet, row, column, rich.text === '' ? null : rich.text);
        putExtra(writableRow(sheet, row), column, { runs: rich.runs.length > 0 ? rich.runs : undefined });
      });
    });
    return this;
  }

  private putExtras(
    changeOf: (
      book: typeof this.session.book,
      row: number,
      column: number,
      extra: CellExtra | undefined,
    ) => Partial<CellExtra>,
  ): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        putExtra(writableRow(sheet, row), column, changeOf(book, row, column, extraAt(sheet, row, column)));
      });
    });
    return this;
  }

  private tick(place: 0 | 1, plain: boolean): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const rule = book.rules[extraAt(sheet, row, column)?.rule ?? -1];
        if (rule?.criteria === 'CHECKBOX')
          putValue(book, sheet, row, column, rule.values.length > 0 ? (rule.values[place] ?? null) : plain);
      });
    });
    return this;
  }
}
