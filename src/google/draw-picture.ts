import type { ChartPlan, SheetPicture } from '../workbook/sheet-picture';
import { dressTab, hideColumn, sizeTab } from './lay-tab';
import { addTab, clearFrom, styleHeader, writeCells, type SheetsRequest } from './sheets-batch';
import type { TabFacts } from './sheets-api';

/** Rows kept free below a generated table for its charts. */
const CHART_ROWS = 22;

/** Who may write a generated tab, and where staff may write although they may not elsewhere. */
export interface PictureGuard {
  readonly writers: readonly string[];
  readonly guard: string;
  /** Key of the column that everybody with the file may write: the notes. */
  readonly openColumn: string;
}

/**
 * Draws a generated tab whole: made when it is not there, else emptied and drawn anew; charts of the same id are changed, not added. For one
 * atomic batch with the other tabs of a summary.
 */
export function drawPicture(
  picture: SheetPicture,
  there: TabFacts | undefined,
  guard: PictureGuard,
  title: string,
): readonly SheetsRequest[] {
  const { definition, rows, merges, boldRows } = picture;
  const { sheetId, columns, frozenRows } = definition;
  const chartRow = rows.length + 1;
  const rowCount = chartRow + CHART_ROWS * Math.max(1, picture.charts.length);
  const requests: SheetsRequest[] = [];
  if (there) {
    // Cells must be parted before the table below them changes its length.
    requests.push({ unmergeCells: { range: { sheetId } } }, sizeTab(sheetId, rowCount, columns.length));
    requests.push(clearFrom(sheetId, 0), plain(sheetId, frozenRows));
  } else {
    requests.push(
      addTab({
        sheetId,
        title,
        rows: rowCount,
        columns: columns.length,
        frozenRows,
        frozenColumns: Math.min(definition.frozenColumns, columns.length - 1),
      }),
    );
  }
  requests.push(...dressTab(definition), writeCells(sheetId, 0, 0, rows));
  for (const merge of merges)
    requests.push({
      mergeCells: {
        range: {
          sheetId,
          startRowIndex: merge.row,
          endRowIndex: merge.row + merge.rows,
          startColumnIndex: merge.column,
          endColumnIndex: merge.column + merge.columns,
        },
        mergeType: 'MERGE_ALL',
      },
    });
  for (const row of boldRows)
    requests.push(
      styleHeader({ sheetId, startRowIndex: row, endRowIndex: row + 1, endColumnIndex: columns.length }),
    );
  columns.forEach((one, index) => {
    if (one.hidden) requests.push(hideColumn(sheetId, index));
  });
  if (!there?.protections.includes(sheetId)) requests.push(guarded(picture, guard));
  picture.charts.forEach((chart, index) =>
    requests.push(...drawChart(sheetId, chart, there, chartRow + index * CHART_ROWS)),
  );
  return requests;
}

/** Below the header nothing is bold that was so before the rebuild. */
function plain(sheetId: number, from: number): SheetsRequest {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: from },
      cell: {},
      fields: 'userEnteredFormat(textFormat,backgroundColor,wrapStrategy,verticalAlignment)',
    },
  };
}

/** The notes at the end of each row are the staff's; everything else is written by the owner's run. */
function guarded({ definition }: SheetPicture, guard: PictureGuard): SheetsRequest {
  const { sheetId, columns, frozenRows } = definition;
  const open = columns.findIndex((one) => one.key === guard.openColumn);
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: sheetId,
        range: { sheetId },
        description: guard.guard,
        warningOnly: false,
        editors: { users: [...guard.writers], domainUsersCanEdit: false },
        ...(open < 0
          ? {}
          : {
              unprotectedRanges: [
                { sheetId, startRowIndex: frozenRows, startColumnIndex: open, endColumnIndex: open + 1 },
              ],
            }),
      },
    },
  };
}

function drawChart(
  sheetId: number,
  plan: ChartPlan,
  there: TabFacts | undefined,
  row: number,
): readonly SheetsRequest[] {
  const spec = specOf(sheetId, plan);
  const position = {
    overlayPosition: {
      anchorCell: { sheetId, rowIndex: row, columnIndex: 0 },
      widthPixels: 900,
      heightPixels: 420,
    },
  };
  if (there?.charts.includes(plan.chartId))
    return [
      { updateChartSpec: { chartId: plan.chartId, spec } },
      {
        updateEmbeddedObjectPosition: { objectId: plan.chartId, newPosition: position, fields: '*' },
      },
    ];
  return [{ addChart: { chart: { chartId: plan.chartId, spec, position } } }];
}

function specOf(sheetId: number, plan: ChartPlan): GoogleAppsScript.Sheets.Schema.ChartSpec {
  const isBar = plan.kind !== 'COLUMN';
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
  return {
    title: plan.title,
    basicChart: {
      chartType: isBar ? 'BAR' : 'COLUMN',
      ...(plan.kind === 'STACKED_BAR' ? { stackedType: 'STACKED' } : {}),
      legendPosition: 'BOTTOM_LEGEND',
      headerCount: 1,
      domains: [{ domain: source(plan.nameColumn) }],
      series: plan.seriesColumns.map((column) => ({
        series: source(column),
        targetAxis: isBar ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
      })),
    },
  };
}
