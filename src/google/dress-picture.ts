import { lookKey, SUMMARY_HEAD_ROWS, type CellLook, type SheetPicture } from '../workbook/sheet-picture';
import { formatCells, type SheetsRequest } from './sheets-batch';

type Colour = GoogleAppsScript.Sheets.Schema.Color;

const TITLE_ROW = 1;
const GROUP_ROW = 2;
/** Heights of title and headings in pixels: joined cells do not grow with what stands in them. */
const HEAD_HEIGHTS: Readonly<Record<number, number>> = {
  [TITLE_ROW]: 32,
  [GROUP_ROW]: 54,
  [GROUP_ROW + 1]: 24,
};
const BLOCK_GROUND = '#edf1f6';
const ACCENT = '#0a5ca8';

/** Everything that makes a generated table readable: title on one line, headings, subtotals, lines round the total, colours, figures of charts. */
export function dressPicture(picture: SheetPicture): readonly SheetsRequest[] {
  const { sheetId, columns } = picture.definition;
  const width = columns.length;
  const requests: SheetsRequest[] = [
    // The title runs over the narrow columns beside it, which are empty.
    look(sheetId, TITLE_ROW, TITLE_ROW + 1, {
      textFormat: { bold: true, fontSize: 12 },
      wrapStrategy: 'OVERFLOW_CELL',
      verticalAlignment: 'MIDDLE',
    }),
    {
      repeatCell: {
        range: { sheetId, startRowIndex: GROUP_ROW, endRowIndex: SUMMARY_HEAD_ROWS },
        cell: { userEnteredFormat: { horizontalAlignment: 'CENTER' } },
        fields: 'userEnteredFormat.horizontalAlignment',
      },
    },
    ...Object.entries(HEAD_HEIGHTS).map(([row, pixelSize]): SheetsRequest => ({
      updateDimensionProperties: {
        range: { sheetId, dimension: 'ROWS', startIndex: Number(row), endIndex: Number(row) + 1 },
        properties: { pixelSize },
        fields: 'pixelSize',
      },
    })),
    ...picture.strips.map(([column, count, fill]): SheetsRequest => ({
      updateBorders: {
        range: {
          sheetId,
          startRowIndex: GROUP_ROW,
          endRowIndex: GROUP_ROW + 1,
          startColumnIndex: column,
          endColumnIndex: column + count,
        },
        top: { style: 'SOLID_THICK', color: colourOf(fill), colorStyle: { rgbColor: colourOf(fill) } },
      },
    })),
  ];
  if (picture.endOfTable > SUMMARY_HEAD_ROWS) requests.push(tableCells(picture));
  if (picture.totalRow !== null) {
    const line = {
      style: 'SOLID_MEDIUM',
      color: colourOf(ACCENT),
      colorStyle: { rgbColor: colourOf(ACCENT) },
    };
    requests.push({
      updateBorders: {
        range: {
          sheetId,
          startRowIndex: picture.totalRow,
          endRowIndex: picture.totalRow + 1,
          startColumnIndex: 0,
          endColumnIndex: width,
        },
        top: line,
        bottom: line,
      },
    });
  }
  return [...requests, ...figureFormats(picture)];
}

/** #rrggbb as the Sheets service writes colours. */
export function colourOf(hex: string): Colour {
  const part = (from: number): number => parseInt(hex.slice(from, from + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

/** One request for the looks of all cells of the table. */
function tableCells({ definition, endOfTable, boldRows, looks }: SheetPicture): SheetsRequest {
  const { sheetId, columns } = definition;
  const bold = new Set(boldRows);
  const rows: GoogleAppsScript.Sheets.Schema.RowData[] = [];
  for (let row = SUMMARY_HEAD_ROWS; row < endOfTable; row++)
    rows.push({
      values: columns.map(({ typed }, column) => ({
        userEnteredFormat: cellFormat(looks.get(lookKey(row, column)) ?? {}, bold.has(row), typed ?? false),
      })),
    });
  return {
    updateCells: {
      start: { sheetId, rowIndex: SUMMARY_HEAD_ROWS, columnIndex: 0 },
      rows,
      fields: 'userEnteredFormat(textFormat,backgroundColor,wrapStrategy)',
    },
  };
}

function cellFormat(
  { ink, ground, bold = false }: CellLook,
  isSum: boolean,
  isTyped: boolean,
): GoogleAppsScript.Sheets.Schema.CellFormat {
  const filled = ground ?? (isSum ? BLOCK_GROUND : undefined);
  return {
    textFormat: {
      ...(bold || isSum ? { bold: true } : {}),
      ...(ink === undefined ? {} : { foregroundColor: colourOf(ink) }),
    },
    ...(filled === undefined ? {} : { backgroundColor: colourOf(filled) }),
    // A long name is faded; what staff wrote is shown whole.
    wrapStrategy: isTyped ? 'WRAP' : 'CLIP',
  };
}

/** Figures of charts stand in columns of dates and texts, and must not take on their formats. */
function figureFormats({ definition: { sheetId }, charts }: SheetPicture): readonly SheetsRequest[] {
  return charts.flatMap(({ headerRow, endRow, nameColumn, seriesColumns, kind }) => {
    const rows = { sheetId, startRowIndex: headerRow, endRowIndex: endRow };
    const columns = (from: number, count: number) => ({
      ...rows,
      startColumnIndex: from,
      endColumnIndex: from + count,
    });
    return [
      formatCells(columns(nameColumn, 1), '@'),
      formatCells(columns(nameColumn + 1, seriesColumns.length), kind === 'PARTS' ? '#,##0' : '0%'),
      look(sheetId, headerRow - 1, headerRow, { textFormat: { bold: true } }),
      look(sheetId, headerRow + 1, endRow, { wrapStrategy: 'CLIP' }),
    ];
  });
}

function look(
  sheetId: number,
  from: number,
  to: number,
  format: GoogleAppsScript.Sheets.Schema.CellFormat,
): SheetsRequest {
  return {
    repeatCell: {
      range: { sheetId, startRowIndex: from, endRowIndex: to },
      cell: { userEnteredFormat: format },
      fields: 'userEnteredFormat(textFormat,backgroundColor,wrapStrategy,verticalAlignment)',
    },
  };
}
