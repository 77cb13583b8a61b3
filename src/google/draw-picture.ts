import type { SheetPicture } from '../workbook/sheet-picture';
import { drawCharts } from './draw-charts';
import { dressPicture } from './dress-picture';
import { dressTab, hideColumn, sizeTab } from './lay-tab';
import { addTab, clearFrom, writeCells, type SheetsRequest } from './sheets-batch';
import type { TabFacts } from './sheets-api';

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
  const { definition, rows, merges } = picture;
  const { sheetId, columns, frozenRows } = definition;
  const rowCount = rows.length + 2;
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
  requests.push(...dressPicture(picture));
  columns.forEach((one, index) => {
    if (one.hidden) requests.push(hideColumn(sheetId, index));
  });
  if (!there?.protections.includes(sheetId)) requests.push(guarded(picture, guard));
  requests.push(...drawCharts(picture, there));
  return requests;
}

/** Below the header nothing is bold that was so before the rebuild. */
function plain(sheetId: number, from: number): SheetsRequest {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: from },
      cell: {},
      fields:
        'userEnteredFormat(textFormat,backgroundColor,borders,wrapStrategy,verticalAlignment,horizontalAlignment)',
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
