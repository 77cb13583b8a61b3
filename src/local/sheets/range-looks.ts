import { type Emulated, type EnumValue } from '../kernel/host';
import type { CellStyle } from './model/book';
import { mapCells } from './model/cells';
import { rgbToHex } from './model/colours';
import { restyle, styleAt } from './model/styles';
import { ColorObject } from './colour';
import { type Change, change, look } from './looks';
import { RangeValues } from './range-values';

/** The looks of a range's cells. */
export abstract class RangeLooks
  extends RangeValues
  implements
    Emulated<
      GoogleAppsScript.Spreadsheet.Range,
      | 'getBackground'
      | 'getBackgrounds'
      | 'getFontColor'
      | 'getFontColors'
      | 'getFontFamily'
      | 'getFontFamilies'
      | 'getFontSize'
      | 'getFontSizes'
      | 'getHorizontalAlignment'
      | 'getHorizontalAlignments'
      | 'getVerticalAlignment'
      | 'getVerticalAlignments'
      | 'getWrap'
      | 'getWraps'
      | 'getNumberFormat'
      | 'getNumberFormats'
    >
{
  getBackground(): string {
    return this.lookOf(look.background);
  }
  getBackgrounds(): string[][] {
    return this.looksOf(look.background);
  }
  setBackground(value: unknown): this {
    return this.setLook(change.background(value));
  }
  setBackgrounds(values: unknown): this {
    return this.setLooks('setBackgrounds', values, change.background);
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.setLook({ background: rgbToHex(red / 255, green / 255, blue / 255) });
  }

  getBackgroundObject(): ColorObject {
    return new ColorObject(this.execution, this.getBackground());
  }
  getBackgroundObjects(): ColorObject[][] {
    return this.getBackgrounds().map((row) => row.map((hex) => new ColorObject(this.execution, hex)));
  }
  setBackgroundObject(colour: ColorObject | null): this {
    return this.setBackground(colour?.hex ?? null);
  }
  setBackgroundObjects(colours: unknown): this {
    return this.setLooks('setBackgroundObjects', colours, (one) =>
      change.background((one as ColorObject | null)?.hex),
    );
  }

  getFontColor(): string {
    return this.lookOf(look.fontColor);
  }
  getFontColors(): string[][] {
    return this.looksOf(look.fontColor);
  }
  setFontColor(value: unknown): this {
    return this.setLook(change.fontColor(value));
  }
  setFontColors(values: unknown): this {
    return this.setLooks('setFontColors', values, change.fontColor);
  }

  getFontColorObject(): ColorObject {
    return new ColorObject(this.execution, this.getFontColor());
  }
  getFontColorObjects(): ColorObject[][] {
    return this.getFontColors().map((row) => row.map((hex) => new ColorObject(this.execution, hex)));
  }
  setFontColorObject(colour: ColorObject | null): this {
    return this.setFontColor(colour?.hex ?? null);
  }
  setFontColorObjects(colours: unknown): this {
    return this.setLooks('setFontColorObjects', colours, (one) =>
      change.fontColor((one as ColorObject | null)?.hex),
    );
  }

  getFontFamily(): string {
    return this.lookOf(look.fontFamily);
  }
  getFontFamilies(): string[][] {
    return this.looksOf(look.fontFamily);
  }
  setFontFamily(value: unknown): this {
    return this.setLook(change.fontFamily(value));
  }
  setFontFamilies(values: unknown): this {
    return this.setLooks('setFontFamilies', values, change.fontFamily);
  }

  getFontSize(): number {
    return this.lookOf(look.fontSize);
  }
  getFontSizes(): number[][] {
    return this.looksOf(look.fontSize);
  }
  setFontSize(value: unknown): this {
    return this.setLook(change.fontSize(value));
  }
  setFontSizes(values: unknown): this {
    return this.setLooks('setFontSizes', values, change.fontSize);
  }

  getFontWeight(): string {
    return this.lookOf(look.fontWeight);
  }
  getFontWeights(): string[][] {
    return this.looksOf(look.fontWeight);
  }
  setFontWeight(value: unknown): this {
    return this.setLook(change.fontWeight(value));
  }
  setFontWeights(values: unknown): this {
    return this.setLooks('setFontWeights', values, change.fontWeight);
  }

  getFontStyle(): string {
    return this.lookOf(look.fontStyle);
  }
  getFontStyles(): string[][] {
    return this.looksOf(look.fontStyle);
  }
  setFontStyle(value: unknown): this {
    return this.setLook(change.fontStyle(value));
  }
  setFontStyles(values: unknown): this {
    return this.setLooks('setFontStyles', values, change.fontStyle);
  }

  getFontLine(): string {
    return this.lookOf(look.fontLine);
  }
  getFontLines(): string[][] {
    return this.looksOf(look.fontLine);
  }
  setFontLine(value: unknown): this {
    return this.setLook(change.fontLine(value));
  }
  setFontLines(values: unknown): this {
    return this.setLooks('setFontLines', values, change.fontLine);
  }

  getHorizontalAlignment(): string {
    return this.lookOf(look.horizontal);
  }
  getHorizontalAlignments(): string[][] {
    return this.looksOf(look.horizontal);
  }
  setHorizontalAlignment(value: unknown): this {
    return this.setLook(change.horizontal(value));
  }
  setHorizontalAlignments(values: unknown): this {
    return this.setLooks('setHorizontalAlignments', values, change.horizontal);
  }

  getVerticalAlignment(): string {
    return this.lookOf(look.vertical);
  }
  getVerticalAlignments(): string[][] {
    return this.looksOf(look.vertical);
  }
  setVerticalAlignment(value: unknown): this {
    return this.setLook(change.vertical(value));
  }
  setVerticalAlignments(values: unknown): this {
    return this.setLooks('setVerticalAlignments', values, change.vertical);
  }

  getWrap(): boolean {
    return this.lookOf(look.wrap);
  }
  getWraps(): boolean[][] {
    return this.looksOf(look.wrap);
  }
  setWrap(value: boolean): this {
    return this.setLook(change.wrap(value));
  }
  setWraps(values: unknown): this {
    return this.setLooks('setWraps', values, change.wrap);
  }
  getWrapStrategy(): EnumValue {
    return this.lookOf(look.wrapStrategy);
  }
  getWrapStrategies(): EnumValue[][] {
    return this.looksOf(look.wrapStrategy);
  }
  setWrapStrategy(value: unknown): this {
    return this.setLook(change.wrapStrategy(value));
  }
  setWrapStrategies(values: unknown): this {
    return this.setLooks('setWrapStrategies', values, change.wrapStrategy);
  }

  getTextDirection(): EnumValue | null {
    return this.lookOf(look.direction);
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this.looksOf(look.direction);
  }
  setTextDirection(value: unknown): this {
    return this.setLook(change.direction(value));
  }
  setTextDirections(values: unknown): this {
    return this.setLooks('setTextDirections', values, change.direction);
  }

  setTextRotation(degrees: number): this {
    return this.setLook({ rotation: degrees === 0 ? undefined : degrees });
  }
  setVerticalText(vertical: boolean): this {
    return this.setLook({ verticalText: vertical ? true : undefined });
  }

  getNumberFormat(): string {
    return this.lookOf(look.numberFormat);
  }
  getNumberFormats(): string[][] {
    return this.looksOf(look.numberFormat);
  }
  setNumberFormat(value: unknown): this {
    if (value === null) throw this.execution.badParameters('SpreadsheetApp.Range.setNumberFormat', [value]);
    return this.setLook(change.numberFormat(value));
  }
  setNumberFormats(values: unknown): this {
    return this.setLooks('setNumberFormats', values, change.numberFormat);
  }

  protected setLook(to: Change): this {
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      restyle(book, sheet, rect, (before) => ({ ...before, ...to }) as CellStyle);
    });
    return this;
  }

  protected lookOf<T>(ask: (style: CellStyle) => T): T {
    const { book } = this.session;
    const { top, left } = this.rect;
    this.session.noteRead(this.sheetId, this.firstCell);
    return ask(styleAt(book, this.sheetData(book), top, left));
  }

  protected looksOf<T>(ask: (style: CellStyle) => T): T[][] {
    const { book } = this.session;
    const sheet = this.sheetData(book);
    this.session.noteRead(this.sheetId, this.rect);
    return mapCells(this.rect, (row, column) => ask(styleAt(book, sheet, row, column)));
  }

  private setLooks(method: string, values: unknown, toChange: (value: unknown) => Change): this {
    const table = this.tableOf(values, method).map((row) => row.map(toChange));
    const { top, left } = this.rect;
    this.session.later(this.sheetId, this.rect, (book, sheet, rect) => {
      restyle(
        book,
        sheet,
        rect,
        (before, row, column) => ({ ...before, ...table[row - top]![column - left] }) as CellStyle,
        false,
      );
    });
    return this;
  }
}
