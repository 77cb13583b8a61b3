import type { CellInput, ReadCell, ReadRows } from '../workbook/cells';
import { clearFrom, writeCells, type SheetsRequest } from './sheets-batch';

/** Dates are parts of a day: a serial number comes back with its last digits rounded. */
const SAME_NUMBER = 1e-9;

/**
 * Requests that make a tab's rows what they should be, from the first row on: only rows that are otherwise are written, neighbours together. Whatever
 * stands below or beside them (rows more than there should be, cells somebody typed) is emptied, by writing all anew behind the frozen rows.
 */
export function writeChangedRows(
  sheetId: number,
  frozenRows: number,
  before: ReadRows,
  content: readonly (readonly CellInput[])[],
): readonly SheetsRequest[] {
  const width = Math.max(0, ...content.map((row) => row.length));
  const isMore =
    before.length > content.length || before.some((row) => row.slice(width).some((cell) => cell !== ''));
  if (isMore) return [clearFrom(sheetId, frozenRows), writeCells(sheetId, 0, 0, content)];
  const requests: SheetsRequest[] = [];
  let block: (readonly CellInput[])[] = [];
  content.forEach((row, at) => {
    const isSame = isSameRow(row, before[at] ?? [], width);
    if (!isSame) block.push(wide(row, width));
    if (block.length > 0 && (isSame || at === content.length - 1)) {
      const end = isSame ? at : at + 1;
      requests.push(writeCells(sheetId, end - block.length, 0, block));
      block = [];
    }
  });
  return requests;
}

function wide(row: readonly CellInput[], width: number): readonly CellInput[] {
  return Array.from({ length: width }, (_, place) => row[place] ?? '');
}

function isSameRow(row: readonly CellInput[], before: readonly ReadCell[], width: number): boolean {
  for (let place = 0; place < width; place += 1)
    if (!isSameCell(row[place] ?? '', before[place] ?? '')) return false;
  return true;
}

function isSameCell(a: CellInput, b: ReadCell): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < SAME_NUMBER;
  return a === b;
}
