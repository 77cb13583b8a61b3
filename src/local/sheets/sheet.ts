import { type EnumValue, enumName } from '../kernel/host';
import type { GridRect } from './model/book';
import { nextId } from './model/book';
import { clearCells } from './model/write';
import { ChartBuilderObject, EmbeddedChartObject, emptyChart } from './chart';
import { type ConditionalFormatRuleObject, rulesOf } from './conditional-format';
import { copySheetInto } from './copy-sheet';
import {
  DeveloperMetadataFinderObject,
  type DeveloperMetadataObject,
  addMetadata,
  metadataAt,
} from './developer-metadata';
import { FilterObject } from './filter';
import { NamedRangeObject } from './named-range';
import { type ProtectionObject, addProtection, protectionObject } from './protection';
import type { RangeObject } from './range';
import { RangeListObject } from './range-list';
import { SelectionObject } from './selection';
import { exception } from './session';
import { SheetStructure } from './sheet-structure';
import type { SpreadsheetObject } from './spreadsheet';
import { TextFinderObject } from './text-finder';

/** A tab of a spreadsheet. */
export class SheetObject extends SheetStructure {
  activate(): this {
    this.session.activeSheetId = this.sheetId;
    return this;
  }

  getActiveRange(): RangeObject {
    return this.session.range(this.sheetId, this.activeRanges()[0]!);
  }
  getActiveRangeList(): RangeListObject {
    return new RangeListObject(
      this.session,
      this.activeRanges().map((range) => this.session.range(this.sheetId, range)),
    );
  }
  getActiveCell(): RangeObject {
    return this.getCurrentCell();
  }
  getCurrentCell(): RangeObject {
    return this.getActiveRange().getCell(1, 1);
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
  setActiveRangeList(list: RangeListObject): RangeListObject {
    this.session.activeSheetId = this.sheetId;
    this.session.activeRanges.set(
      this.sheetId,
      list.ranges.map(({ range }) => range),
    );
    return list;
  }
  getSelection(): SelectionObject {
    return new SelectionObject(this.session);
  }

  clear(options?: { formatOnly?: boolean; contentsOnly?: boolean }): this {
    const { formatOnly, contentsOnly } = options ?? {};
    const all = !formatOnly && !contentsOnly;
    return this.clearing({
      contents: all || contentsOnly === true,
      formats: all || formatOnly === true,
      notes: all,
    });
  }
  clearContents(): this {
    return this.clearing({ contents: true });
  }
  clearFormats(): this {
    return this.clearing({ formats: true });
  }
  clearNotes(): this {
    return this.clearing({ notes: true });
  }

  protect(): ProtectionObject {
    return this.session.now(this.sheetId, null, (book, sheet) => {
      const present = sheet.protections.find((one) => one.type === 'SHEET');
      const { id } = present ?? addProtection(book, sheet, 'SHEET', {});
      return protectionObject(this.session, this.sheetId, id);
    });
  }
  getProtections(type: EnumValue): ProtectionObject[] {
    return this.data()
      .protections.filter((one) => one.type === enumName(type))
      .map((one) => protectionObject(this.session, this.sheetId, one.id));
  }

  newChart(): ChartBuilderObject {
    return new ChartBuilderObject(this.session, this.sheetId, emptyChart());
  }
  insertChart(chart: EmbeddedChartObject): void {
    this.session.now(this.sheetId, null, (book, sheet) => {
      sheet.charts.push({ ...structuredClone(chart.draft), id: nextId(book) });
    });
  }
  getCharts(): EmbeddedChartObject[] {
    return this.data().charts.map(
      (chart) => new EmbeddedChartObject(this.session, this.sheetId, structuredClone(chart)),
    );
  }
  removeChart(chart: EmbeddedChartObject): void {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.charts = sheet.charts.filter((one) => one.id !== chart.draft.id);
    });
  }
  updateChart(chart: EmbeddedChartObject): void {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      const { id } = chart.draft;
      if (id === null || !sheet.charts.some((one) => one.id === id))
        throw exception('The chart is not on this sheet.');
      const { spec: _old, ...draft } = structuredClone(chart.draft);
      sheet.charts = sheet.charts.map((one) => (one.id === id ? { ...draft, id } : one));
    });
  }

  getConditionalFormatRules(): ConditionalFormatRuleObject[] {
    return rulesOf(this.session, this.sheetId);
  }
  setConditionalFormatRules(rules: readonly ConditionalFormatRuleObject[]): void {
    this.session.now(this.sheetId, null, (_book, sheet) => {
      sheet.conditional = rules.map(({ rule }) => structuredClone(rule));
    });
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  getFilter(): FilterObject | null {
    return this.data().filter ? new FilterObject(this.session, this.sheetId) : null;
  }
  getNamedRanges(): NamedRangeObject[] {
    return this.session.book.named
      .filter((one) => one.sheetId === this.sheetId)
      .map((one) => new NamedRangeObject(this.session, one.id));
  }
  createTextFinder(text: string): TextFinderObject {
    return new TextFinderObject(this.session, text, () => [
      { sheetId: this.sheetId, rect: this.session.range(this.sheetId, {}).rect },
    ]);
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(this.session, { sheetId: this.sheetId }, args);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadataObject[] {
    return metadataAt(this.session, (one) => one.sheetId === this.sheetId && one.dimension === undefined);
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinderObject {
    return new DeveloperMetadataFinderObject(this.session, { sheetId: this.sheetId });
  }

  /** A copy at the end of a book, named `Copy of …`. */
  copyTo(spreadsheet: SpreadsheetObject): SheetObject {
    const source = this.session.calculatedBook;
    return spreadsheet.session.now(null, null, (book) => {
      const copy = copySheetInto(source, this.data(source), book, null);
      return spreadsheet.session.sheet(copy.sheetId);
    });
  }

  private activeRanges(): readonly GridRect[] {
    return this.session.activeRanges.get(this.sheetId) ?? [{ top: 0, bottom: 1, left: 0, right: 1 }];
  }

  private clearing(what: Parameters<typeof clearCells>[2]): this {
    this.session.later(this.sheetId, {}, (_book, sheet, rect) => {
      clearCells(sheet, rect, what);
    });
    return this;
  }
}
