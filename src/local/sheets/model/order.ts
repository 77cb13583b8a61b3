import type { PlainValue, Rect, SheetData } from './book';
import { isFormula, putCell, putExtra, putStyle, writableRow } from './cells';
import { movedFormula } from './references';
import { takeCells } from './write';

/** A column to sort by (0-based, on the sheet), and which way. */
export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** Sorts the rows of a rectangle as Sheets does: numbers, texts, truth values; blanks last either way; equal rows keep their order. */
export function sortRows(sheet: SheetData, rect: Rect, keys: readonly SortKey[], locale: string): void {
  const compareText = new Intl.Collator(locale.replace('_', '-'), { sensitivity: 'accent' });
  const lines = takeCells(sheet, rect).map((cells, at) => ({ cells, at }));
  const valueOf = (line: (typeof lines)[number], column: number): PlainValue => {
    const value = line.cells[column - rect.left]?.value ?? null;
    return isFormula(value) ? value.v : value;
  };
  lines.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const order = compareValues(valueOf(a, column), valueOf(b, column), ascending, compareText);
      if (order !== 0) return order;
    }
    return a.at - b.at;
  });
  lines.forEach((line, to) => {
    if (line.at === to) return;
    const row = writableRow(sheet, rect.top + to);
    line.cells.forEach((cell, index) => {
      const column = rect.left + index;
      const value = isFormula(cell.value)
        ? { ...cell.value, f: movedFormula(cell.value.f, to - line.at, 0) }
        : cell.value;
      if (value !== null || column < row.v.length) putCell(row, column, value);
      putStyle(row, column, cell.style);
      if (cell.extra || row.x?.[column]) {
        putExtra(row, column, { note: undefined, runs: undefined, rule: undefined, ...cell.extra });
      }
    });
  });
}

function compareValues(a: PlainValue, b: PlainValue, ascending: boolean, texts: Intl.Collator): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const kind = (value: PlainValue): number =>
    typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
  let order = kind(a) - kind(b);
  if (order === 0) order = typeof a === 'string' ? texts.compare(a, b as string) : Number(a) - Number(b);
  return ascending ? order : -order;
}
