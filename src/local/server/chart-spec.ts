import type { GridRect, SpreadsheetData } from '../sheets/model/book';
import { rgbToHex } from '../sheets/model/colours';
import type { ChartView } from './api-types';
import { type Strip, stripsOf } from './chart-data';

/** The parts of the Sheets service's ChartSpec that are drawn; a bound left out of a GridRange is 0 or open. */
interface SourceRange {
  readonly sources?: readonly {
    readonly sheetId?: number;
    readonly startRowIndex?: number;
    readonly endRowIndex?: number;
    readonly startColumnIndex?: number;
    readonly endColumnIndex?: number;
  }[];
}
interface ChartSource {
  readonly sourceRange?: SourceRange;
}
interface Colour {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}
interface Spec {
  readonly title?: string;
  readonly subtitle?: string;
  readonly basicChart?: {
    readonly chartType?: string;
    readonly legendPosition?: string;
    readonly stackedType?: string;
    readonly headerCount?: number;
    readonly axis?: readonly {
      readonly position?: string;
      readonly viewWindowOptions?: { readonly viewWindowMax?: number };
    }[];
    readonly domains?: readonly { readonly domain?: ChartSource }[];
    readonly series?: readonly {
      readonly series?: ChartSource;
      readonly color?: Colour;
      readonly colorStyle?: { readonly rgbColor?: Colour };
    }[];
  };
  readonly pieChart?: {
    readonly legendPosition?: string;
    readonly domain?: ChartSource;
    readonly series?: ChartSource;
  };
}

const KINDS: Readonly<Record<string, ChartView['kind']>> = {
  BAR: 'bar',
  COLUMN: 'column',
  COMBO: 'column',
  STEPPED_AREA: 'column',
  LINE: 'line',
  AREA: 'line',
  SCATTER: 'line',
};
const LEGENDS: Readonly<Record<string, ChartView['legend']>> = {
  TOP_LEGEND: 'top',
  RIGHT_LEGEND: 'right',
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'right',
  NO_LEGEND: 'none',
};

function strip(book: SpreadsheetData, source: ChartSource | undefined, headers: number): Strip | undefined {
  const parts = (source?.sourceRange?.sources ?? []).flatMap((range, at) => {
    const rect: GridRect = {
      top: range.startRowIndex ?? 0,
      bottom: range.endRowIndex,
      left: range.startColumnIndex ?? 0,
      right: range.endColumnIndex,
    };
    const across = rect.bottom === (rect.top ?? 0) + 1 && rect.right !== (rect.left ?? 0) + 1;
    return stripsOf(book, range.sheetId ?? 0, rect, at === 0 ? headers : 0, across).slice(0, 1);
  });
  const [first] = parts;
  if (!first) return undefined;
  return {
    ...first,
    texts: parts.flatMap((part) => part.texts),
    values: parts.flatMap((part) => part.values),
  };
}

function hex(colour: Colour | undefined): string | null {
  return colour ? rgbToHex(colour.red, colour.green, colour.blue) : null;
}

type Drawn = Omit<ChartView, 'id' | 'row' | 'column' | 'offsetX' | 'offsetY' | 'width' | 'height'>;

/** A chart as the Sheets service was given it, with the numbers it now shows; null for a kind that is not drawn. */
export function specView(book: SpreadsheetData, given: Readonly<Record<string, unknown>>): Drawn | null {
  const spec = given as Spec;
  const words = { title: spec.title ?? '', subtitle: spec.subtitle ?? '' };
  if (spec.pieChart) {
    const { domain, series, legendPosition } = spec.pieChart;
    const slices = strip(book, series, 1);
    if (!slices) return null;
    return {
      ...words,
      kind: 'pie',
      stacked: 'no',
      categories: strip(book, domain, 1)?.texts ?? [],
      series: [{ name: slices.heading, values: slices.values, colour: null }],
      percent: slices.percent,
      legend: LEGENDS[legendPosition ?? ''] ?? 'right',
    };
  }
  const basic = spec.basicChart;
  const kind = KINDS[basic?.chartType ?? ''];
  if (!basic || !kind) return null;
  const headers = basic.headerCount ?? 0;
  const amounts = kind === 'bar' ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  const strips = (basic.series ?? []).flatMap(({ series, color, colorStyle }) => {
    const found = strip(book, series, headers);
    return found ? [{ found, colour: hex(colorStyle?.rgbColor ?? color) }] : [];
  });
  const stacked =
    basic.stackedType === 'PERCENT_STACKED' ? 'percent' : basic.stackedType === 'STACKED' ? 'yes' : 'no';
  return {
    ...words,
    kind,
    stacked,
    categories: strip(book, basic.domains?.[0]?.domain, headers)?.texts ?? [],
    series: strips.map(({ found, colour }) => ({ name: found.heading, values: found.values, colour })),
    percent: strips[0]?.found.percent ?? false,
    most: basic.axis?.find(({ position }) => position === amounts)?.viewWindowOptions?.viewWindowMax,
    legend: LEGENDS[basic.legendPosition ?? ''] ?? 'bottom',
  };
}
