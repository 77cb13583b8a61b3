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
interface BasicChart {
  readonly chartType?: string;
  readonly stackedType?: string;
  readonly domains?: readonly { readonly domain?: Source }[];
  readonly series?: readonly { readonly series?: Source }[];
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
  const stacked = basic.stackedType === 'STACKED';
  const type =
    basic.chartType === 'BAR'
      ? stacked
        ? types.BarStacked
        : types.Bar
      : stacked
        ? types.ColStacked
        : types.Col;
  const place = (range: Range, from: number, to: number): string => {
    const column = columnName(range.startColumnIndex);
    const sheet = (names.get(range.sheetId) ?? '').replace(/'/g, "''");
    return `'${sheet}'!$${column}$${from}:$${column}$${to}`;
  };
  return {
    Type: type,
    Title: { Paragraph: [{ Text: spec?.title ?? '' }] },
    Legend: { Position: 'bottom' },
    Dimension: { Width: 900, Height: 420 },
    Series: (basic.series ?? []).flatMap(({ series }) => {
      const range = series?.sourceRange?.sources?.[0];
      if (!range) return [];
      // The first row of a range is its heading.
      const [head, first, last] = [range.startRowIndex + 1, range.startRowIndex + 2, range.endRowIndex];
      return [
        {
          Name: place(range, head, head).replace(/:.*$/, ''),
          Categories: place(domain, first, last),
          Values: place(range, first, last),
        },
      ];
    }),
  } as NativeChart;
}
