import type { SheetData, SpreadsheetData } from '../sheets/model/book';
import { plainAt } from '../sheets/model/cells';
import { sheetLocale } from '../sheets/model/locale';
import { displayValue } from '../sheets/model/number-format';

/** What the grid shows in a cell. */
export function cellText(book: SpreadsheetData, sheet: SheetData, row: number, column: number): string {
  const style = book.styles[sheet.rows[row]?.s?.[column] ?? 0];
  return displayValue(plainAt(sheet, row, column), style?.numberFormat, sheetLocale(book.locale));
}
