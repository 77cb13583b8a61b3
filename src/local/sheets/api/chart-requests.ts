import type { ChartData, SheetData, SpreadsheetData } from '../model/book';
import { nextId } from '../model/book';
import type { Batch } from './batch';
import { type GridRange, RequestProblem, gridOf, sheetOf } from './problem';
import { embeddedChart } from './resources';

interface Position {
  readonly newSheet?: boolean;
  readonly sheetId?: number;
  readonly overlayPosition?: {
    readonly anchorCell?: {
      readonly sheetId?: number;
      readonly rowIndex?: number;
      readonly columnIndex?: number;
    };
    readonly offsetXPixels?: number;
    readonly offsetYPixels?: number;
    readonly widthPixels?: number;
    readonly heightPixels?: number;
  };
}

type Spec = Record<string, unknown> & {
  readonly title?: string;
  readonly basicChart?: { readonly chartType?: string; readonly headerCount?: number };
};

function kindOf(spec: Spec): string {
  if (spec.basicChart) return spec.basicChart.chartType ?? 'COLUMN';
  const member = Object.keys(spec).find((key) => key.endsWith('Chart'));
  if (member === undefined) throw new RequestProblem('chart.spec: A chart specification is required');
  return member.replace(/Chart$/, '').toUpperCase();
}

/** The ranges of a spec must lie on tabs of the book. */
function requireSources(book: SpreadsheetData, spec: unknown): void {
  if (typeof spec !== 'object' || spec === null) return;
  for (const [key, part] of Object.entries(spec)) {
    if (key === 'sources' && Array.isArray(part)) for (const range of part) gridOf(book, range as GridRange);
    else requireSources(book, part);
  }
}

function place(batch: Batch, chart: ChartData, position: Position | undefined): SheetData {
  const { anchorCell, ...over } = position?.overlayPosition ?? {};
  const sheet = sheetOf(batch.book, anchorCell?.sheetId ?? position?.sheetId);
  chart.row = anchorCell?.rowIndex ?? 0;
  chart.column = anchorCell?.columnIndex ?? 0;
  chart.offsetX = over.offsetXPixels ?? 0;
  chart.offsetY = over.offsetYPixels ?? 0;
  chart.options = { ...chart.options, width: over.widthPixels ?? 600, height: over.heightPixels ?? 371 };
  return sheet;
}

export function addChart(
  batch: Batch,
  of: { chart?: { chartId?: number; spec?: Spec; position?: Position } },
): Record<string, unknown> {
  const { chartId, spec = {}, position } = of.chart ?? {};
  if (position?.newSheet)
    throw new RequestProblem('A chart on a sheet of its own is not offered in this workspace');
  const id = chartId ?? nextId(batch.book);
  if (chartsOf(batch.book).some((one) => one.chart.id === id)) {
    throw new RequestProblem(`The chart id ${id} is already in use.`);
  }
  requireSources(batch.book, spec);
  const chart: ChartData = {
    id,
    type: kindOf(spec),
    ranges: [],
    options: spec.title === undefined ? {} : { title: spec.title },
    row: 0,
    column: 0,
    offsetX: 0,
    offsetY: 0,
    headers: spec.basicChart?.headerCount ?? 0,
    transpose: false,
    merge: 'MERGE_COLUMNS',
    hidden: 'IGNORE_BOTH',
    spec: structuredClone(spec),
  };
  const sheet = place(batch, chart, position);
  sheet.charts.push(chart);
  return { addChart: { chart: embeddedChart(sheet, chart) } };
}

export function updateChartSpec(batch: Batch, of: { chartId?: number; spec?: Spec }): void {
  const { chart } = chartOf(batch.book, of.chartId);
  const spec = of.spec ?? {};
  requireSources(batch.book, spec);
  chart.type = kindOf(spec);
  chart.headers = spec.basicChart?.headerCount ?? 0;
  chart.options = { ...chart.options, title: spec.title ?? '' };
  chart.spec = structuredClone(spec);
}

export function updateEmbeddedObjectPosition(
  batch: Batch,
  of: { objectId?: number; newPosition?: Position },
): Record<string, unknown> {
  const { sheet, chart } = chartOf(batch.book, of.objectId);
  const target = place(batch, chart, of.newPosition);
  if (target !== sheet) {
    sheet.charts = sheet.charts.filter((one) => one !== chart);
    target.charts.push(chart);
  }
  return { updateEmbeddedObjectPosition: { position: embeddedChart(target, chart).position } };
}

export function deleteEmbeddedObject(batch: Batch, of: { objectId?: number }): void {
  const { sheet, chart } = chartOf(batch.book, of.objectId);
  sheet.charts = sheet.charts.filter((one) => one !== chart);
}

function chartsOf(book: SpreadsheetData): { sheet: SheetData; chart: ChartData }[] {
  return book.sheets.flatMap((sheet) => sheet.charts.map((chart) => ({ sheet, chart })));
}

function chartOf(book: SpreadsheetData, id: number | undefined): { sheet: SheetData; chart: ChartData } {
  const found = chartsOf(book).find((one) => one.chart.id === id);
  if (!found) throw new RequestProblem(`No chart with id: ${id}`);
  return found;
}
