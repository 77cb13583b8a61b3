import type { CellInput } from './cells';
import type { ChartPlan } from './sheet-picture';

/** Fills of charts and inks of cells (#rrggbb), the same as on the pages: classes best first, done · under way · not yet. */
export const CHART_FILLS = {
  main: '#0a5ca8',
  self: '#9fc3e6',
  rest: '#e3e7ec',
  noClass: '#dde2e8',
} as const;
const CLASS_FILLS = ['#1f3270', '#7ea4e6', '#f2d98c', '#b8366b'] as const;
const FIVE_CLASS_FILLS = ['#1f3270', '#4766b4', '#7ea4e6', '#f2d98c', '#b8366b'] as const;

/** Fills of the classes of a scale, best first. */
export function classFills(count: number): readonly string[] {
  const fills: readonly string[] = count > CLASS_FILLS.length ? FIVE_CLASS_FILLS : CLASS_FILLS;
  return Array.from({ length: count }, (_, place) => fills[place] ?? CHART_FILLS.noClass);
}

/** A chart with the figures it is drawn from; each bar = its name and its values, '' where there is none. */
export interface ChartSketch extends Pick<ChartPlan, 'chartId' | 'title' | 'subtitle' | 'kind' | 'fills'> {
  readonly names: string;
  readonly series: readonly string[];
  readonly bars: readonly (readonly [name: string, ...values: (number | '')[]])[];
}

/** Rows of the tab under one chart: as high as its bars need. */
const ROW_PIXELS = 21;
const HEAD_PIXELS = 150;
const BAR_PIXELS = { PARTS: 26, BARS: 34 } as const;

/** Height of a chart with that many bars, in pixels. */
export function chartHeight(kind: ChartPlan['kind'], bars: number): number {
  return HEAD_PIXELS + Math.max(4, bars) * BAR_PIXELS[kind];
}

/** Charts side by side below a table and, below them, the figures they are drawn from; all rows behind the table, `from` being the first. */
export function sketchCharts(
  from: number,
  nameColumn: number,
  sketches: readonly ChartSketch[],
): { readonly rows: readonly (readonly CellInput[])[]; readonly plans: readonly ChartPlan[] } {
  const high = Math.max(...sketches.map(({ kind, bars }) => chartHeight(kind, bars.length)));
  const rows: (readonly CellInput[])[] = Array.from({ length: Math.ceil(high / ROW_PIXELS) + 2 }, () => []);
  const margin = Array.from({ length: nameColumn }, () => '');
  const plans = sketches.map(({ names, series, bars, ...plan }): ChartPlan => {
    rows.push([], [...margin, `Số liệu của biểu đồ “${plan.title}”`]);
    const headerRow = from + rows.length;
    rows.push([...margin, names, ...series], ...bars.map((bar) => [...margin, ...bar]));
    return {
      ...plan,
      headerRow,
      endRow: from + rows.length,
      nameColumn,
      seriesColumns: series.map((_, place) => nameColumn + 1 + place),
    };
  });
  return { rows, plans };
}

const SHORTER: readonly (readonly [RegExp, string])[] = [
  [/^Đoàn (?=\S)/, ''],
  [/^Chi đoàn /, 'CĐ '],
  [/^(CĐ )?Phường /i, '$1P. '],
  [/Công ty /i, 'Cty '],
  [/^Trường /i, 'Tr. '],
];
const NAME_SIGNS = 20;

/** A bar's name with its number behind it: "P. 5 · 84/197". Long names are cut, never the number (Google draws no number beside a bar). */
export function barName(name: string, number: string): string {
  const short = SHORTER.reduce((text, [from, to]) => text.replace(from, to), name);
  const room = NAME_SIGNS - number.length - 3;
  return `${short.length > room ? `${short.slice(0, Math.max(6, room - 1)).trim()}…` : short} · ${number}`;
}
