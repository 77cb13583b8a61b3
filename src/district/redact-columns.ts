import { textOfCell, type CellInput, type ReadCell } from '../workbook/cells';
import type { Table, TableRow, TabRecord } from '../workbook/tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { Redaction } from './redact';

/** A cell of a column with what it should hold. */
export interface RedactedCell {
  readonly row: number;
  readonly was: ReadCell;
  readonly now: CellInput;
}

/**
 * Writes a column's cells in blocks, however many rows: neighbours are one request, and so are cells between them that hold what they should already.
 * `cells` in the order of their rows.
 */
export function columnBlocks(
  sheetId: number,
  column: number,
  cells: readonly RedactedCell[],
): readonly SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  let block: RedactedCell[] = [];
  const close = (): void => {
    while (block.length > 0 && isDone(block[block.length - 1])) block.pop();
    if (block[0])
      requests.push(
        writeCells(
          sheetId,
          block[0].row,
          column,
          block.map(({ now }) => [now]),
        ),
      );
    block = [];
  };
  for (const cell of cells) {
    const last = block[block.length - 1];
    const isPlain = cell.was === cell.now;
    if (last && (cell.row !== last.row + 1 || (isDone(cell) && !isPlain))) close();
    if (block.length > 0 || !isDone(cell)) block.push(cell);
  }
  close();
  return requests;
}

function isDone(cell: RedactedCell | undefined): boolean {
  return cell !== undefined && (cell.was === cell.now || textOfCell(cell.was) === textOfCell(cell.now));
}

/** Redacts rows of a tab column by column, wherever its columns stand; `rows` = how many had anything to change. */
export function redactRows(
  sheetId: number,
  { columns }: Pick<Table, 'columns'>,
  rows: readonly TableRow[],
  redacted: (cells: TableRow['cells']) => TabRecord,
): Redaction {
  const changed = new Set<number>();
  const byColumn = new Map<number, RedactedCell[]>();
  for (const { row, cells } of rows) {
    for (const [key, now] of Object.entries(redacted(cells))) {
      const column = columns.get(key);
      if (column === undefined) continue;
      const cell = { row, was: cells[key] ?? '', now };
      if (!isDone(cell)) changed.add(row);
      const own = byColumn.get(column) ?? [];
      byColumn.set(column, own);
      own.push(cell);
    }
  }
  return {
    requests: [...byColumn].flatMap(([column, cells]) => columnBlocks(sheetId, column, cells)),
    rows: changed.size,
  };
}
