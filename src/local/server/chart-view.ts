import type { ChartData, SpreadsheetData } from '../sheets/model/book';
import { hexColour } from '../sheets/model/colours';
import type { ChartView } from './api-types';
import { stripsOf } from './chart-data';
import { specView } from './chart-spec';

const KINDS: Readonly<Record<string, ChartView['kind']>> = {
  BAR: 'bar',
  COLUMN: 'column',
  COMBO: 'column',
  STEPPED_AREA: 'column',
  HISTOGRAM: 'column',
  LINE: 'line',
  AREA: 'line',
  SCATTER: 'line',
  PIE: 'pie',
};

const WIDTH = 600;
const HEIGHT = 371;

/** An option as scripts set it: whole (`legend: { position }`) or by its path (`legend.position`). */
function option(options: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path in options) return options[path];
  return path
    .split('.')
    .reduce<unknown>((found, part) => (found as Record<string, unknown> | undefined)?.[part], options);
}

function textOption(options: Readonly<Record<string, unknown>>, path: string): string {
  const found = option(options, path);
  return typeof found === 'string' ? found : '';
}

function legendOf(position: unknown, fallback: ChartView['legend']): ChartView['legend'] {
  const name = typeof position === 'string' ? position.toLowerCase().replace(/_legend$/, '') : '';
  if (name === 'none' || name === 'no') return 'none';
  return name === 'top' || name === 'right' || name === 'bottom' ? name : fallback;
}

function colourAt(options: Readonly<Record<string, unknown>>, place: number): string | null {
  const own = textOption(options, `series.${place}.color`);
  const listed = option(options, 'colors');
  const shared = Array.isArray(listed) ? (listed as unknown[])[place] : undefined;
  return hexColour(own) ?? (typeof shared === 'string' ? (hexColour(shared) ?? null) : null);
}

function stacking(value: unknown): ChartView['stacked'] {
  if (value === 'percent' || value === 'relative') return 'percent';
  return value === true || value === 'true' || value === 'absolute' ? 'yes' : 'no';
}

function place(
  chart: ChartData,
): Pick<ChartView, 'id' | 'row' | 'column' | 'offsetX' | 'offsetY' | 'width' | 'height'> {
  const size = (name: string, otherwise: number): number =>
    Number(option(chart.options, name) ?? otherwise) || otherwise;
  const { id, row, column, offsetX, offsetY } = chart;
  return { id, row, column, offsetX, offsetY, width: size('width', WIDTH), height: size('height', HEIGHT) };
}

/** One heading cell when the first of a series is a text, as Google guesses when nobody has said. */
function guessedHeaders(book: SpreadsheetData, chart: ChartData): number {
  const strips = chart.ranges.flatMap(({ sheetId, range }) =>
    stripsOf(book, sheetId, range, 0, chart.transpose),
  );
  const [, series] = strips;
  return series && series.values[0] === null && series.texts[0] !== '' ? 1 : 0;
}

function numberOption(options: Readonly<Record<string, unknown>>, path: string): number | undefined {
  const found = option(options, path);
  return typeof found === 'number' ? found : undefined;
}

/** A chart with its numbers, ready to be drawn; null for a kind the browser does not draw. */
export function chartView(book: SpreadsheetData, chart: ChartData): ChartView | null {
  if (chart.spec) {
    const drawn = specView(book, chart.spec);
    return drawn && { ...place(chart), ...drawn };
  }
  const kind = KINDS[chart.type];
  if (!kind) return null;
  const across = chart.transpose;
  const headers = chart.headers || guessedHeaders(book, chart);
  const strips = chart.ranges.flatMap(({ sheetId, range }) =>
    stripsOf(book, sheetId, range, headers, across),
  );
  const [domain, ...rest] = strips;
  if (!domain) return null;
  return {
    ...place(chart),
    kind,
    stacked: stacking(option(chart.options, 'isStacked')),
    title: textOption(chart.options, 'title'),
    subtitle: textOption(chart.options, 'subtitle'),
    categories: domain.texts,
    series: rest.map((strip, at) => ({
      name: strip.heading,
      values: strip.values,
      colour: colourAt(chart.options, at),
    })),
    percent: rest[0]?.percent ?? false,
    most: numberOption(chart.options, `${kind === 'bar' ? 'h' : 'v'}Axis.viewWindow.max`),
    legend: legendOf(option(chart.options, 'legend.position') ?? option(chart.options, 'legend'), 'right'),
  };
}
