import { enumName } from '../kernel/host';
import type { CellExtra, Rect, ValidationData } from './model/book';
import { closeRect, contains, overlaps } from './model/book';
import { eachCell, extraAt, isFormula, mapCells, plainAt, putExtra, writableRow } from './model/cells';
import { type SortKey, sortRows } from './model/order';
import { movedFormula } from './model/references';
import { ruleId, styleAt } from './model/styles';
import { type CellCopy, type Copying, clearCells, putTaken, putValue, takeCells } from './model/write';
import { DataValidationObject } from './data-validation';
import { addProtection, type ProtectionObject, protectionObject } from './protection';
import type { RangeObject } from './range';
import { RangeLooks } from './range-looks';
import { type RichTextValueObject, richTextOf } from './rich-text';
import { exception } from './session';
import { TextStyleObject } from './text-style';

const EVERYTHING: Copying = { values: 'formulas', formats: true, extras: true };

/** What is done with a range as a whole: copying, merging, sorting, rules, rich text, protection. */
export abstract class RangeActions extends RangeLooks {
  copyTo(to: RangeObject, how?: unknown, transposed = false): void {
    this.copyCells(to, copyingOf(how), transposed);
  }

  copyValuesToRange(sheet: unknown, left: number, right: number, top: number, bottom: number): void {
    this.copyCells(this.elsewhere(sheet, left, right, top, bottom), {
      ...EVERYTHING,
      values: 'values',
      formats: false,
      extras: false,
    });
  }

  copyFormatToRange(sheet: unknown, left: number, right: number, top: number, bottom: number): void {
    this.copyCells(this.elsewhere(sheet, left, right, top, bottom), {
      values: 'none',
      formats: true,
      extras: false,
    });
  }

  /** Cuts the cells out and puts them down at the other range's first cell. */
  moveTo(to: RangeObject): void {
    const { rect } = this;
    const { top, left } = to.rect;
    const target = { top, left, bottom: top + rect.bottom - rect.top, right: left + rect.right - rect.left };
    let taken: CellCopy[][] = [];
    this.session.later(this.sheetId, rect, (_book, sheet) => {
      taken = takeCells(sheet, rect);
      clearCells(sheet, rect, { contents: true, formats: true, notes: true, validations: true });
    });
    this.session.later(to.sheetId, target, (book, sheet) => {
      taken.forEach((line, r) => {
        line.forEach((one, c) => {
          putTaken(book, sheet, top + r, left + c, one, EVERYTHING);
        });
      });
    });
  }

  merge(): this {
    return this.mergeAs(({ top, bottom, left, right }) => [{ top, bottom, left, right }]);
  }

  mergeAcross(): this {
    return this.mergeAs(({ top, bottom, left, right }) =>
      Array.from({ length: bottom - top }, (_, at) => ({ top: top + at, bottom: top + at + 1, left, right })),
    );
  }

  mergeVertically(): this {
    return this.mergeAs(({ top, bottom, left, right }) =>
      Array.from({ length: right - left }, (_, at) => ({
        top,
        bottom,
        left: left + at,
        right: left + at + 1,
      })),
    );
  }

  breakApart(): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      requireWholeMerges(sheet.merges, rect);
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
    });
    return this;
  }

  isPartOfMerge(): boolean {
    return this.sheetData().merges.some((merge) => overlaps(merge, this.rect));
  }

  getMergedRanges(): RangeObject[] {
    return this.sheetData()
      .merges.filter((merge) => overlaps(merge, this.rect))
      .map((merge) => this.sameSheet(merge));
  }

  /** By a column of the sheet (from 1), `{ column, ascending }`, or a list of these. */
  sort(by: unknown): this {
    const keys = (Array.isArray(by) ? by : [by]).map((one: unknown): SortKey => {
      const spec =
        typeof one === 'object' && one !== null
          ? (one as { column: number; ascending?: boolean })
          : { column: Number(one) };
      return { column: spec.column - 1, ascending: spec.ascending ?? true };
    });
    const { rect } = this;
    if (keys.some(({ column }) => column < rect.left || column >= rect.right)) {
      throw exception('Sort column is out of the range.');
    }
    this.session.now(this.sheetId, rect, (book, sheet) => {
      sortRows(sheet, rect, keys, book.locale);
    });
    return this;
  }

  /** Without the rows that repeat an earlier one (in those columns of the sheet, from 1); rows below move up within the range. */
  removeDuplicates(columns?: readonly number[]): RangeObject {
    const { rect } = this;
    const places = columns?.map((column) => column - 1 - rect.left);
    return this.session.now(this.sheetId, rect, (book, sheet) => {
      const seen = new Set<string>();
      const kept = takeCells(sheet, rect).filter((line) => {
        const key = JSON.stringify((places ?? line.map((_, at) => at)).map((at) => valueOf(line[at]!)));
        return !seen.has(key) && seen.add(key);
      });
      clearCells(sheet, rect, { contents: true, formats: true, notes: true, validations: true });
      kept.forEach((line, r) => {
        line.forEach((one, c) => {
          putTaken(book, sheet, rect.top + r, rect.left + c, one, EVERYTHING);
        });
      });
      return this.sameSheet({ ...rect, bottom: rect.top + kept.length });
    });
  }

  /** Takes blanks off both ends of every text, and doubled ones out of it. */
  trimWhitespace(): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      eachCell(rect, (row, column) => {
        const value = sheet.rows[row]?.v[column];
        if (typeof value !== 'string') return;
        const trimmed = value.trim().replace(/\s+/g, ' ');
        if (trimmed !== value) putValue(book, sheet, row, column, trimmed);
      });
    });
    return this;
  }

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

  private mergeAs(partsOf: (rect: Rect) => Rect[]): this {
    this.session.later(this.sheetId, this.rect, (_book, sheet, rect) => {
      requireWholeMerges(sheet.merges, rect);
      sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, rect));
      for (const part of partsOf(rect)) {
        if (part.bottom - part.top === 1 && part.right - part.left === 1) continue;
        sheet.merges.push(part);
        eachCell(part, (row, column) => {
          if (row === part.top && column === part.left) return;
          if (sheet.rows[row])
            clearCells(
              sheet,
              { top: row, bottom: row + 1, left: column, right: column + 1 },
              { contents: true },
            );
        });
      }
    });
    return this;
  }

  private elsewhere(sheet: unknown, left: number, right: number, top: number, bottom: number): RangeObject {
    const id = typeof sheet === 'number' ? sheet : (sheet as { sheetId: number }).sheetId;
    return this.session.sheet(id).rangeOf(top, left, bottom - top + 1, right - left + 1);
  }

  private copyCells(to: RangeObject, how: Copying, transposed = false): void {
    const { rect } = this;
    let taken: CellCopy[][] = [];
    const [height, width] = [rect.bottom - rect.top, rect.right - rect.left];
    const [blockHeight, blockWidth] = transposed ? [width, height] : [height, width];
    const target = to.rect;
    // A target that holds the source several times is filled; any other gets one copy, from its first cell on.
    const times = (size: number, block: number): number => (size % block === 0 ? size / block : 1);
    const rows = blockHeight * times(target.bottom - target.top, blockHeight);
    const columns = blockWidth * times(target.right - target.left, blockWidth);
    const area = {
      top: target.top,
      left: target.left,
      bottom: target.top + rows,
      right: target.left + columns,
    };
    const grid = closeRect(to.sheetData(), area);
    const foreign = to.fileId !== this.fileId;
    if (foreign) throw exception('Target range and source range must be on the same spreadsheet.');
    to.session.later(to.sheetId, grid, (book, sheet) => {
      taken = takeCells(this.sheetData(book), rect);
      eachCell(grid, (row, column) => {
        const r = (row - grid.top) % blockHeight;
        const c = (column - grid.left) % blockWidth;
        const source = transposed ? taken[c]![r]! : taken[r]![c]!;
        const from = transposed
          ? { row: rect.top + c, column: rect.left + r }
          : { row: rect.top + r, column: rect.left + c };
        const value = isFormula(source.value)
          ? { ...source.value, f: movedFormula(source.value.f, row - from.row, column - from.column) }
          : source.value;
        putTaken(book, sheet, row, column, { ...source, value }, how);
      });
    });
  }
}

function copyingOf(how: unknown): Copying {
  if (typeof how === 'object' && how !== null && !('ordinal' in how)) {
    const { contentsOnly, formatOnly } = how as { contentsOnly?: boolean; formatOnly?: boolean };
    if (contentsOnly) return { values: 'values', formats: false, extras: false };
    if (formatOnly) return { values: 'none', formats: true, extras: false };
    return EVERYTHING;
  }
  switch (enumName(how)) {
    case 'PASTE_VALUES':
      return { values: 'values', formats: false, extras: false };
    case 'PASTE_FORMULA':
      return { values: 'formulas', formats: false, extras: false };
    case 'PASTE_FORMAT':
      return { values: 'none', formats: true, extras: false };
    case 'PASTE_DATA_VALIDATION':
      return { values: 'none', formats: false, extras: true };
    default:
      return EVERYTHING;
  }
}

function requireWholeMerges(merges: readonly Rect[], rect: Rect): void {
  if (merges.some((merge) => overlaps(merge, rect) && !contains(rect, merge))) {
    throw exception('You must select all cells in a merged range to merge or unmerge them.');
  }
}

function valueOf(cell: CellCopy): unknown {
  return isFormula(cell.value) ? cell.value.v : cell.value;
}
