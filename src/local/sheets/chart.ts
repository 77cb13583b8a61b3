import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  enumName,
  enumValues,
} from '../kernel/host';
import type { ChartData } from './model/book';
import type { RangeObject } from './range';
import type { BookSession } from './session';

/** A chart as it is set up, before it has its id. */
export type ChartDraft = Omit<ChartData, 'id'> & { readonly id: number | null };

/** A chart that is on a tab, or ready to be put on one. */
export class EmbeddedChartObject extends HostObject {
  constructor(
    readonly session: BookSession,
    readonly sheetId: number,
    readonly draft: ChartDraft,
  ) {
    super(session.execution);
  }

  getChartId(): number | null {
    return this.draft.id;
  }
  getRanges(): RangeObject[] {
    return this.draft.ranges.map(({ sheetId, range }) => this.session.range(sheetId, range));
  }
  getContainerInfo(): ContainerInfoObject {
    return new ContainerInfoObject(this.execution, this.draft);
  }
  getOptions(): ChartOptionsObject {
    return new ChartOptionsObject(this.execution, this.draft.options);
  }
  getNumHeaders(): number {
    return this.draft.headers;
  }
  getTransposeRowsAndColumns(): boolean {
    return this.draft.transpose;
  }
  getMergeStrategy(): EnumValue {
    return enumValues('Charts.ChartMergeStrategy')[this.draft.merge]!;
  }
  getHiddenDimensionStrategy(): EnumValue {
    return enumValues('Charts.ChartHiddenDimensionStrategy')[this.draft.hidden]!;
  }
  modify(): ChartBuilderObject {
    return new ChartBuilderObject(this.session, this.sheetId, structuredClone(this.draft));
  }
}

/** Where a chart is anchored; row and column counted from 1. */
export class ContainerInfoObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly draft: ChartDraft,
  ) {
    super(execution);
  }

  getAnchorRow(): number {
    return this.draft.row + 1;
  }
  getAnchorColumn(): number {
    return this.draft.column + 1;
  }
  getOffsetX(): number {
    return this.draft.offsetX;
  }
  getOffsetY(): number {
    return this.draft.offsetY;
  }
}

export class ChartOptionsObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly options: Readonly<Record<string, unknown>>,
  ) {
    super(execution);
  }

  get(name: string): unknown {
    return this.options[name] ?? null;
  }
  getOrDefault(name: string): unknown {
    return this.get(name);
  }
}

/** Puts a chart together: `newChart()`. What needs a kind of chart (a title) is on the builders of kinds. */
export class ChartBuilderObject extends HostObject {
  constructor(
    readonly session: BookSession,
    readonly sheetId: number,
    readonly draft: ChartDraft,
  ) {
    super(session.execution);
  }

  addRange(range: RangeObject): this {
    this.draft.ranges.push({ sheetId: range.sheetId, range: range.range });
    return this;
  }
  removeRange(range: RangeObject): this {
    const gone = JSON.stringify({ sheetId: range.sheetId, range: range.range });
    this.draft.ranges = this.draft.ranges.filter((one) => JSON.stringify(one) !== gone);
    return this;
  }
  clearRanges(): this {
    this.draft.ranges = [];
    return this;
  }
  getRanges(): RangeObject[] {
    return this.draft.ranges.map(({ sheetId, range }) => this.session.range(sheetId, range));
  }
  getChartType(): EnumValue {
    return enumValues('Charts.ChartType')[this.draft.type]!;
  }
  setChartType(type: EnumValue): this {
    this.draft.type = enumName(type)!;
    return this;
  }
  getContainer(): ContainerInfoObject {
    return new ContainerInfoObject(this.execution, this.draft);
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    Object.assign(this.draft, { row: row - 1, column: column - 1, offsetX, offsetY });
    return this;
  }
  setOption(name: string, value: unknown): this {
    this.draft.options[name] = value;
    return this;
  }
  setNumHeaders(headers: number): this {
    this.draft.headers = headers;
    return this;
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    this.draft.transpose = transpose;
    return this;
  }
  setMergeStrategy(strategy: EnumValue): this {
    this.draft.merge = enumName(strategy)!;
    return this;
  }
  setHiddenDimensionStrategy(strategy: EnumValue): this {
    this.draft.hidden = enumName(strategy)!;
    return this;
  }

  asColumnChart(): ColumnChartBuilderObject {
    return this.as(ColumnChartBuilderObject, 'COLUMN');
  }
  asBarChart(): BarChartBuilderObject {
    return this.as(BarChartBuilderObject, 'BAR');
  }
  asLineChart(): LineChartBuilderObject {
    return this.as(LineChartBuilderObject, 'LINE');
  }
  asAreaChart(): AreaChartBuilderObject {
    return this.as(AreaChartBuilderObject, 'AREA');
  }
  asComboChart(): ComboChartBuilderObject {
    return this.as(ComboChartBuilderObject, 'COMBO');
  }
  asPieChart(): PieChartBuilderObject {
    return this.as(PieChartBuilderObject, 'PIE');
  }

  build(): EmbeddedChartObject {
    if (this.draft.type === '')
      throw new GoogleError(
        'Exception',
        'Unexpected error while getting the method or property build on object SpreadsheetApp.EmbeddedChartBuilder.',
      );
    return new EmbeddedChartObject(this.session, this.sheetId, structuredClone(this.draft));
  }

  private as<T>(kind: new (session: BookSession, sheetId: number, draft: ChartDraft) => T, type: string): T {
    return new kind(this.session, this.sheetId, { ...this.draft, type });
  }
}

/** What the builders of kinds of charts have beside. */
abstract class KindBuilder extends ChartBuilderObject {
  setTitle(title: string): this {
    return this.setOption('title', title);
  }
  setColors(colours: readonly string[]): this {
    return this.setOption('colors', [...colours]);
  }
  setBackgroundColor(colour: string): this {
    return this.setOption('backgroundColor', colour);
  }
  setLegendPosition(position: EnumValue): this {
    return this.setOption('legend.position', enumName(position)!.toLowerCase());
  }
  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }
  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
  setStacked(): this {
    return this.setOption('isStacked', true);
  }
  setRange(least: number, most: number): this {
    return this.setOption('vAxis.viewWindow.min', least).setOption('vAxis.viewWindow.max', most);
  }
  reverseCategories(): this {
    return this.setOption('hAxis.direction', -1);
  }
  useLogScale(): this {
    return this.setOption('vAxis.logScale', true);
  }
  set3D(): this {
    return this.setOption('is3D', true);
  }
}

export class ColumnChartBuilderObject extends KindBuilder {}
export class BarChartBuilderObject extends KindBuilder {}
export class LineChartBuilderObject extends KindBuilder {}
export class AreaChartBuilderObject extends KindBuilder {}
export class ComboChartBuilderObject extends KindBuilder {}
export class PieChartBuilderObject extends KindBuilder {}

/** A chart nobody has set up. */
export function emptyChart(): ChartDraft {
  return {
    id: null,
    type: 'COLUMN',
    ranges: [],
    options: {},
    row: 0,
    column: 0,
    offsetX: 0,
    offsetY: 0,
    headers: 0,
    transpose: false,
    merge: 'MERGE_COLUMNS',
    hidden: 'IGNORE_BOTH',
  };
}
