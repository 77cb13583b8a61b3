import type { ChartData, MetadataData, ProtectionData, SheetData, SpreadsheetData } from '../model/book';
import type { FileRecord } from '../../kernel/state';
import { hexToRgb } from '../model/colours';
import { formatOf } from './cell-format';
import { cellDataOf } from './cell-data';
import { conditionOf } from './conditions';
import { defined, gridRangeOf, withoutZeros } from './problem';
import { locationType } from '../developer-metadata';

/** A tab's properties as the Sheets service tells them. */
export function sheetProperties(book: SpreadsheetData, sheet: SheetData): Record<string, unknown> {
  return defined({
    sheetId: sheet.sheetId,
    title: sheet.name,
    index: book.sheets.indexOf(sheet),
    sheetType: 'GRID',
    gridProperties: {
      rowCount: sheet.maxRows,
      columnCount: sheet.maxColumns,
      ...withoutZeros({ frozenRowCount: sheet.frozenRows, frozenColumnCount: sheet.frozenColumns }),
      ...(sheet.hideGridlines ? { hideGridlines: true } : {}),
    },
    hidden: sheet.hidden ? true : undefined,
    rightToLeft: sheet.rightToLeft ? true : undefined,
    tabColor: sheet.tabColor === null ? undefined : hexToRgb(sheet.tabColor),
    tabColorStyle: sheet.tabColor === null ? undefined : { rgbColor: hexToRgb(sheet.tabColor) },
  });
}

/** A protection as the Sheets service tells it; the owner stands among the editors. */
export function protectedRange(
  file: FileRecord,
  sheet: SheetData,
  one: ProtectionData,
): Record<string, unknown> {
  const editors = one.editors && {
    users: [file.owner, ...one.editors],
    ...(one.domainEdit ? { domainUsersCanEdit: true } : {}),
  };
  return defined({
    protectedRangeId: one.id,
    range: gridRangeOf(sheet.sheetId, one.range),
    namedRangeId: one.namedRange,
    description: one.description === '' ? undefined : one.description,
    warningOnly: one.warningOnly ? true : undefined,
    editors: editors ?? undefined,
    unprotectedRanges:
      one.unprotected.length > 0
        ? one.unprotected.map((range) => gridRangeOf(sheet.sheetId, range))
        : undefined,
  });
}

/** A chart as the Sheets service tells it. */
export function embeddedChart(sheet: SheetData, chart: ChartData): Record<string, unknown> {
  return {
    chartId: chart.id,
    spec: chart.spec ?? { title: chart.options.title, basicChart: { chartType: chart.type } },
    position: {
      overlayPosition: defined({
        anchorCell: withoutZeros({ sheetId: sheet.sheetId, rowIndex: chart.row, columnIndex: chart.column }),
        ...withoutZeros({ offsetXPixels: chart.offsetX, offsetYPixels: chart.offsetY }),
        widthPixels: Number(chart.options.width ?? 600),
        heightPixels: Number(chart.options.height ?? 371),
      }),
    },
  };
}

/** Developer metadata as the Sheets service tells it. */
export function developerMetadata(one: MetadataData): Record<string, unknown> {
  const { sheetId, dimension, index = 0 } = one;
  return defined({
    metadataId: one.id,
    metadataKey: one.key,
    metadataValue: one.value ?? undefined,
    visibility: one.visibility,
    location: defined({
      locationType: locationType(one),
      spreadsheet: sheetId === undefined ? true : undefined,
      sheetId: dimension === undefined ? sheetId : undefined,
      dimensionRange: dimension && { sheetId, dimension, startIndex: index, endIndex: index + 1 },
    }),
  });
}

/** A tab as the Sheets service tells it; cells only when asked for. */
export function sheetResource(
  file: FileRecord<SpreadsheetData>,
  sheet: SheetData,
  withCells: boolean,
): Record<string, unknown> {
  const book = file.data;
  const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);
  return defined({
    properties: sheetProperties(book, sheet),
    data: withCells ? [gridData(book, sheet)] : undefined,
    merges: some(sheet.merges.map((merge) => gridRangeOf(sheet.sheetId, merge))),
    conditionalFormats: some(
      sheet.conditional.map((rule) => ({
        ranges: rule.ranges.map((range) => gridRangeOf(sheet.sheetId, range)),
        ...(rule.gradient
          ? { gradientRule: rule.gradient }
          : {
              booleanRule: {
                condition: conditionOf(rule.criteria ?? '', rule.values ?? []),
                format: formatOf(rule.style ?? {}) ?? {},
              },
            }),
      })),
    ),
    basicFilter: sheet.filter ? { range: gridRangeOf(sheet.sheetId, sheet.filter.range) } : undefined,
    protectedRanges: some(sheet.protections.map((one) => protectedRange(file, sheet, one))),
    charts: some(sheet.charts.map((chart) => embeddedChart(sheet, chart))),
    developerMetadata: some(
      book.metadata.filter((one) => one.sheetId === sheet.sheetId).map((one) => developerMetadata(one)),
    ),
  });
}

function gridData(book: SpreadsheetData, sheet: SheetData): Record<string, unknown> {
  const rowData = sheet.rows.map((row, at) => {
    const length = Math.max(row?.v.length ?? 0, row?.s?.length ?? 0);
    const values = Array.from({ length }, (_, column) => cellDataOf(book, sheet, at, column));
    return length > 0 ? { values } : {};
  });
  const columnMetadata = Array.from({ length: sheet.maxColumns }, (_, at) =>
    defined({ pixelSize: sheet.columns[at]?.width ?? 100, hiddenByUser: sheet.columns[at]?.hidden }),
  );
  const rowMetadata = Array.from({ length: sheet.maxRows }, (_, at) =>
    defined({ pixelSize: sheet.rows[at]?.height ?? 21, hiddenByUser: sheet.rows[at]?.hidden }),
  );
  return { rowData, rowMetadata, columnMetadata };
}

/** A book as the Sheets service tells it. */
export function spreadsheetResource(
  file: FileRecord<SpreadsheetData>,
  withCells: boolean,
): Record<string, unknown> {
  const book = file.data;
  return defined({
    spreadsheetId: file.id,
    properties: { title: file.name, locale: book.locale, autoRecalc: 'ON_CHANGE', timeZone: book.timeZone },
    sheets: book.sheets.map((sheet) => sheetResource(file, sheet, withCells)),
    namedRanges:
      book.named.length > 0
        ? book.named.map((one) => ({
            namedRangeId: one.id,
            name: one.name,
            range: gridRangeOf(one.sheetId, one.range),
          }))
        : undefined,
    developerMetadata: book.metadata.some((one) => one.sheetId === undefined)
      ? book.metadata.filter((one) => one.sheetId === undefined).map(developerMetadata)
      : undefined,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${file.id}/edit`,
  });
}
