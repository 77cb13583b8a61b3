import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'preact/hooks';
import type { ChartView } from '../../server/api-types';
import { numberText } from '../words';

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  SVGRenderer,
]);

// Google's own colours of a chart nobody has coloured.
const COLOURS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];
const colourOf = (colour: string | null, place: number): string =>
  colour ?? COLOURS[place % COLOURS.length] ?? '#4285f4';

const KIND_WORDS = {
  bar: 'Biểu đồ thanh',
  column: 'Biểu đồ cột',
  pie: 'Biểu đồ tròn',
  line: 'Biểu đồ đường',
} as const;
const FONT = 'Roboto, "Segoe UI", "Noto Sans", sans-serif';
const TEXT = { fontFamily: FONT, fontSize: 12, color: '#444b55' };

/** The chart in words, for those who do not see it. */
export function chartWords(chart: ChartView): string {
  const parts = chart.series.map((series) => {
    const points = chart.categories.map((category, place) => {
      const value = series.values[place];
      return `${category} ${value === null || value === undefined ? 'chưa có' : valueText(chart, value)}`;
    });
    return `${series.name || 'Số liệu'}: ${points.join('; ')}`;
  });
  return `${KIND_WORDS[chart.kind]} “${chart.title}”. ${parts.join('. ')}.`;
}

function valueText(chart: ChartView, value: number): string {
  return chart.percent
    ? `${numberText(Math.round(value * 1000) / 10)}%`
    : numberText(Math.round(value * 100) / 100);
}

/** A number inside a piece of a bar stands on dark or on light ground. */
function readableOn(colour: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? '#1b2027' : '#ffffff';
}

function pieOption(chart: ChartView): EChartsCoreOption {
  const series = chart.series[0];
  const data = chart.categories.map((name, place) => ({ name, value: series?.values[place] ?? 0 }));
  return {
    series: [
      {
        type: 'pie',
        radius: '62%',
        center: ['50%', '58%'],
        data,
        label: { ...TEXT, formatter: '{b}: {d}%' },
      },
    ],
  };
}

function shares(chart: ChartView): readonly (readonly (number | null)[])[] {
  if (chart.stacked !== 'percent') return chart.series.map((series) => series.values);
  const sums = chart.categories.map((_, place) =>
    chart.series.reduce((sum, { values }) => sum + (values[place] ?? 0), 0),
  );
  return chart.series.map(({ values }) =>
    values.map((value, place) => (value === null || !sums[place] ? null : (100 * value) / sums[place])),
  );
}

function axisOption(chart: ChartView): EChartsCoreOption {
  const lying = chart.kind === 'bar';
  const drawn = shares(chart);
  const names = {
    type: 'category',
    data: chart.categories,
    axisLabel: { ...TEXT, interval: 0, width: 150, overflow: 'truncate' },
    axisTick: { show: false },
    inverse: lying,
  };
  const format = (value: number): string =>
    chart.stacked === 'percent' ? `${value}%` : valueText(chart, value);
  const amounts = {
    type: 'value',
    max: chart.stacked === 'percent' ? 100 : chart.most,
    axisLabel: { ...TEXT, formatter: format },
    splitLine: { lineStyle: { color: '#e3e7ec' } },
  };
  const series = chart.series.map(({ name, values, colour }, place) => {
    const fill = colourOf(colour, place);
    const inside = chart.stacked !== 'no';
    return {
      type: chart.kind === 'line' ? 'line' : 'bar',
      name,
      data: drawn[place],
      itemStyle: { color: fill },
      ...(inside ? { stack: 'all' } : {}),
      barMaxWidth: 22,
      animation: false,
      label: {
        show: chart.kind !== 'line',
        position: inside ? 'inside' : lying ? 'right' : 'top',
        ...TEXT,
        fontSize: 11,
        color: inside ? readableOn(fill) : TEXT.color,
        formatter: ({ dataIndex, value }: { dataIndex: number; value: number }) => {
          const shown = values[dataIndex];
          const narrow = chart.stacked === 'percent' && value < 6;
          return !shown || narrow ? '' : valueText(chart, shown);
        },
      },
      labelLayout: { hideOverlap: true },
    };
  });
  return {
    grid: {
      left: 12,
      right: 34,
      top: chart.title ? (chart.subtitle ? 94 : 68) : 40,
      bottom: 12,
      containLabel: true,
    },
    xAxis: lying ? amounts : names,
    yAxis: lying ? names : amounts,
    series,
  };
}

function optionOf(chart: ChartView): EChartsCoreOption {
  const legendTop = chart.title ? (chart.subtitle ? 58 : 34) : 8;
  return {
    animation: false,
    color: chart.kind === 'pie' ? COLOURS : chart.series.map(({ colour }, place) => colourOf(colour, place)),
    title: {
      text: chart.title,
      subtext: chart.subtitle,
      left: 12,
      top: 8,
      textStyle: {
        ...TEXT,
        fontSize: 14,
        lineHeight: 20,
        fontWeight: 600,
        color: '#1b2027',
        width: chart.width - 24,
        overflow: 'truncate',
      },
      subtextStyle: { ...TEXT, lineHeight: 18 },
      itemGap: 4,
    },
    legend: {
      show:
        chart.legend !== 'none' &&
        (chart.kind === 'pie' ? chart.categories.length > 0 : chart.series.length > 1),
      left: 10,
      top: legendTop,
      textStyle: TEXT,
      itemWidth: 12,
      itemHeight: 12,
    },
    aria: { enabled: true, label: { description: chartWords(chart) } },
    ...(chart.kind === 'pie' ? pieOption(chart) : axisOption(chart)),
  };
}

/** One chart of a sheet, drawn as SVG so that its words are in the page. */
export function Chart({
  chart,
  left,
  top,
}: {
  readonly chart: ChartView;
  readonly left: number;
  readonly top: number;
}) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = JSON.stringify(chart);
  useEffect(() => {
    if (!host.current) return undefined;
    // Drawn again when what it shows changes, not whenever the sheet is read again.
    const shown = JSON.parse(drawn) as ChartView;
    const drawing = init(host.current, null, { renderer: 'svg', width: shown.width, height: shown.height });
    drawing.setOption(optionOf(shown));
    return () => drawing.dispose();
  }, [drawn]);
  return (
    <figure
      class="chart"
      style={{ left: `${left}px`, top: `${top}px`, width: `${chart.width}px`, height: `${chart.height}px` }}
      role="img"
      aria-label={chartWords(chart)}
      data-testid="chart"
    >
      <div ref={host} />
    </figure>
  );
}
