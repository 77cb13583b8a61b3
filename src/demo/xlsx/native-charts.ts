import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { init } from 'excelize-wasm';
import type { ChartData, SpreadsheetData } from '../../local/sheets/model/book';
import { columnName } from '../people/typing';
import { shownSheets } from './write-workbook';

interface Range {
  readonly sheetId: number;
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
}
interface Source {
  readonly sourceRange?: { readonly sources?: readonly Range[] };
}
interface Colour {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}
interface BasicChart {
  readonly chartType?: string;
  readonly stackedType?: string;
  readonly domains?: readonly { readonly domain?: Source }[];
  readonly series?: readonly { readonly series?: Source; readonly color?: Colour }[];
}

/** Adds the charts of a workbook to the .xlsx written of it, as charts that a spreadsheet program draws and changes. Gives their number. */
export async function addNativeCharts(book: SpreadsheetData, path: string): Promise<number> {
  const charts = shownSheets(book).flatMap(({ sheet, name }) =>
    sheet.charts.map((chart) => ({ chart, name })),
  );
  if (charts.length === 0) return 0;
  const excelize = await init(join(dirname(require.resolve('excelize-wasm')), 'excelize.wasm.gz'));
  const file = excelize.OpenReader(new Uint8Array(readFileSync(path)));
  if (file.error) throw new Error(`${path}: ${file.error}`);
  const names = new Map(shownSheets(book).map(({ sheet, name }) => [sheet.sheetId, name]));
  for (const { chart, name } of charts) {
    const drawn = nativeChart(chart, names, excelize);
    const added = file.AddChart(name, `${columnName(chart.column)}${chart.row + 1}`, drawn);
    if (added.error) throw new Error(`${name}: ${added.error}`);
  }
  const { buffer, error } = file.WriteToBuffer();
  if (error) throw new Error(`${path}: ${error}`);
  writeFileSync(path, Buffer.from(buffer as Uint8Array));
  return charts.length;
}

type Excelize = Awaited<ReturnType<typeof init>>;
type NativeChart = Parameters<ReturnType<Excelize['OpenReader']>['AddChart']>[2];

function nativeChart(chart: ChartData, names: ReadonlyMap<number, string>, types: Excelize): NativeChart {
  const spec = chart.spec as { readonly title?: string; readonly basicChart?: BasicChart } | undefined;
  const basic = spec?.basicChart;
  const domain = basic?.domains?.[0]?.domain?.sourceRange?.sources?.[0];
  if (!basic || !domain) throw new Error(`Chart ${chart.id} is none that can be written`);
  const isBar = basic.chartType === 'BAR';
  const type =
    basic.stackedType === 'PERCENT_STACKED'
      ? isBar
        ? types.BarPercentStacked
        : types.ColPercentStacked
      : basic.stackedType === 'STACKED'
        ? isBar
          ? types.BarStacked
          : types.ColStacked
        : isBar
          ? types.Bar
          : types.Col;
  const place = (range: Range, from: number, to: number): string => {
    const column = columnName(range.startColumnIndex);
    const sheet = (names.get(range.sheetId) ?? '').replace(/'/g, "''");
    return `'${sheet}'!$${column}$${from}:$${column}$${to}`;
  };
  return {
    Type: type,
    Title: { Paragraph: [{ Text: spec?.title ?? '' }] },
    Legend: { Position: 'top' },
    Dimension: { Width: sizeOf(chart, 'width', 620), Height: sizeOf(chart, 'height', 420) },
    // A lying chart begins at the bottom: turned over, its bars stand in the order of the table.
    ...(isBar ? { XAxis: { ReverseOrder: true } } : {}),
    Series: (basic.series ?? []).flatMap(({ series, color }) => {
      const range = series?.sourceRange?.sources?.[0];
      if (!range) return [];
      // The first row of a range is its heading.
      const [head, first, last] = [range.startRowIndex + 1, range.startRowIndex + 2, range.endRowIndex];
      return [
        {
          Name: place(range, head, head).replace(/:.*$/, ''),
          Categories: place(domain, first, last),
          Values: place(range, first, last),
          ...(color ? { Fill: { Type: 'pattern', Pattern: 1, Color: [hexOf(color)] } } : {}),
        },
      ];
    }),
  } as NativeChart;
}

function hexOf({ red = 0, green = 0, blue = 0 }: Colour): string {
  const part = (value: number): string =>
    Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}

function sizeOf(chart: ChartData, name: 'width' | 'height', otherwise: number): number {
  const size = chart.options[name];
  return typeof size === 'number' ? size : otherwise;
}
