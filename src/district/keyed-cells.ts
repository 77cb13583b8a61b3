import { textOfCell, type CellInput } from '../workbook/cells';
import type { Table, TabDefinition } from '../workbook/tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';

/**
 * Writes single cells of rows that are found by key, in the columns where they stand now. Cells that hold the text already are left alone; a row
 * or column that is gone is passed over.
 */
export function writeKeyed(
  definition: TabDefinition,
  table: Table,
  idKey: string,
  changes: ReadonlyMap<string, Readonly<Record<string, CellInput>>>,
): readonly SheetsRequest[] {
  return table.records.flatMap(({ row, cells }) => {
    const wanted = changes.get(textOfCell(cells[idKey]));
    if (!wanted) return [];
    return Object.entries(wanted).flatMap(([key, value]): readonly SheetsRequest[] => {
      const column = table.columns.get(key);
      if (column === undefined || cells[key] === value) return [];
      return [writeCells(definition.sheetId, row, column, [[value]])];
    });
  });
}
