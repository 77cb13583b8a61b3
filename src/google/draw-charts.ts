import { chartHeight } from '../workbook/chart-figures';
import type { ChartPlan, SheetPicture } from '../workbook/sheet-picture';
import { colourOf } from './dress-picture';
import type { SheetsRequest } from './sheets-batch';
import type { TabFacts } from './sheets-api';

type ChartSpec = GoogleAppsScript.Sheets.Schema.ChartSpec;

/** From nothing to everything: shares are kept as parts of one. */
const WHOLE_AXIS = { position: 'BOTTOM_AXIS', viewWindowOptions: { viewWindowMin: 0, viewWindowMax: 1 } };

/** Width of a chart, and the least room between two, in pixels. */
const WIDTH = 620;
const GAP = 16;

/** Charts of a picture, side by side below its table; one of the same id is changed, not added. */
export function drawCharts(picture: SheetPicture, there: TabFacts | undefined): readonly SheetsRequest[] {
  const { sheetId, columns } = picture.definition;
  let from = 0;
  return picture.charts.flatMap((plan): readonly SheetsRequest[] => {
    const { column, offset } = placeAt(columns, from);
    from += WIDTH + GAP;
    const position = {
      overlayPosition: {
        anchorCell: { sheetId, rowIndex: picture.endOfTable + 1, columnIndex: column },
        offsetXPixels: offset,
        widthPixels: WIDTH,
        heightPixels: chartHeight(plan.kind, plan.endRow - plan.headerRow - 1),
      },
    };
    const spec = specOf(sheetId, plan);
    if (there?.charts.includes(plan.chartId))
      return [
        { updateChartSpec: { chartId: plan.chartId, spec } },
        { updateEmbeddedObjectPosition: { objectId: plan.chartId, newPosition: position, fields: '*' } },
      ];
    return [{ addChart: { chart: { chartId: plan.chartId, spec, position } } }];
  });
}

/** The cell in which a chart begins that many pixels from the left; an offset must lie inside its cell. */
function placeAt(
  columns: SheetPicture['definition']['columns'],
  pixels: number,
): { readonly column: number; readonly offset: number } {
  let left = 0;
  for (const [column, { width, hidden }] of columns.entries()) {
    const own = hidden ? 0 : width;
    if (pixels < left + own) return { column, offset: pixels - left };
    left += own;
  }
  return { column: columns.length - 1, offset: 0 };
}

function specOf(sheetId: number, plan: ChartPlan): ChartSpec {
  const source = (column: number): GoogleAppsScript.Sheets.Schema.ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: plan.headerRow,
          endRowIndex: plan.endRow,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      ],
    },
  });
  const isParts = plan.kind === 'PARTS';
  return {
    title: plan.title,
    subtitle: plan.subtitle,
    basicChart: {
      chartType: 'BAR',
      ...(isParts ? { stackedType: 'PERCENT_STACKED' } : {}),
      legendPosition: 'TOP_LEGEND',
      headerCount: 1,
      axis: isParts ? [] : [WHOLE_AXIS],
      domains: [{ domain: source(plan.nameColumn) }],
      series: plan.seriesColumns.map((column, place) => {
        const fill = colourOf(plan.fills[place] ?? '#0a5ca8');
        return {
          series: source(column),
          targetAxis: 'BOTTOM_AXIS',
          color: fill,
          colorStyle: { rgbColor: fill },
          dataLabel: { type: 'DATA', placement: isParts ? 'CENTER' : 'OUTSIDE_END' },
        };
      }),
    },
  } as ChartSpec;
}
