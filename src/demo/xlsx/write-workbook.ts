import ExcelJS from 'exceljs';
import type { CellStyle, CellValue, SheetData, SpreadsheetData } from '../../local/sheets/model/book';
import { sheetNames } from './sheet-names';

const PIXELS_PER_SIGN = 7;

/** Excel's number of the paper; the package's types have an enumeration of it that does not exist when it runs. */
const A4 = { paperSize: 9 };

/** Tabs of a workbook that people see, with the names they have in an .xlsx. */
export function shownSheets(
  book: SpreadsheetData,
): readonly { readonly sheet: SheetData; readonly name: string }[] {
  const shown = book.sheets.filter((sheet) => !sheet.hidden);
  const names = sheetNames(shown.map((sheet) => sheet.name));
  return shown.map((sheet, place) => ({ sheet, name: names[place]! }));
}

/** Writes a workbook's visible tabs to an .xlsx, row by row; charts are not in it. */
export async function writeWorkbook(book: SpreadsheetData, path: string): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  for (const { sheet, name } of shownSheets(book)) {
    const page = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows }],
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
    Object.assign(page.pageSetup, A4);
    sheet.columns.forEach((column, place) => {
      const of = page.getColumn(place + 1);
      if (column?.width !== undefined) of.width = column.width / PIXELS_PER_SIGN;
      if (column?.hidden) of.hidden = true;
    });
    for (const { top, bottom, left, right } of sheet.merges)
      page.mergeCells(top + 1, left + 1, bottom, right);
    sheet.rows.forEach((data, place) => {
      const row = page.getRow(place + 1);
      if (data?.hidden) row.hidden = true;
      (data?.v ?? []).forEach((value, column) => {
        const plain = plainOf(value);
        const style = book.styles[data?.s?.[column] ?? 0] ?? {};
        if (plain === '' && !style.bold) return;
        const cell = row.getCell(column + 1);
        if (plain !== '') cell.value = plain;
        dress(cell, style);
      });
      row.commit();
    });
    page.commit();
  }
  await workbook.commit();
}

function plainOf(value: CellValue): string | number | boolean {
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  return value.v ?? '';
}

function dress(cell: ExcelJS.Cell, style: CellStyle): void {
  if (style.numberFormat && style.numberFormat !== '@') cell.numFmt = style.numberFormat;
  if (style.bold) cell.font = { bold: true };
  if (style.wrap === 'WRAP') cell.alignment = { wrapText: true, vertical: 'top' };
  if (style.background && /^#[0-9a-f]{6}$/i.test(style.background))
    cell.fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: `FF${style.background.slice(1).toUpperCase()}` },
    };
}
