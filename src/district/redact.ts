import { textOfCell } from '../workbook/cells';
import type { Table, TableRow, TabRecord } from '../workbook/tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';

/** Requests for the cells of a row that are not yet as they should be, wherever their columns stand; none = the row is done. */
export function redactRow(
  sheetId: number,
  { columns }: Pick<Table, 'columns'>,
  { row, cells }: TableRow,
  redacted: TabRecord,
): readonly SheetsRequest[] {
  return Object.entries(redacted).flatMap(([key, text]) => {
    const column = columns.get(key);
    if (column === undefined || textOfCell(cells[key]) === String(text)) return [];
    return [writeCells(sheetId, row, column, [[text]])];
  });
}

/** Several rows; with how many of them had anything to change. */
export interface Redaction {
  readonly requests: readonly SheetsRequest[];
  readonly rows: number;
}

/** Adds up what is to be done row by row. */
export function redactionOf(byRow: readonly (readonly SheetsRequest[])[]): Redaction {
  return { requests: byRow.flat(), rows: byRow.filter((one) => one.length > 0).length };
}
