import type {
  calculateFormulas as Calculate,
  WorkbookLike,
  WorksheetLike,
  CellLike,
} from '@cj-tech-master/excelts/formula';
import type { FormulaCell, PlainValue, SheetData, SpreadsheetData } from './book';
import { isFormula } from './cells';
import { engineFormula } from './formula-functions';
import { sheetLocale } from './locale';
import { serialOf } from './serial';

/** Books whose formulas show what they should. */
const calculated = new WeakSet<SpreadsheetData>();

/** To be told of every change of a book's cells, names or tabs: its formulas are worked out anew before they are next read. */
export function markChanged(book: SpreadsheetData): void {
  calculated.delete(book);
}

/** Works out the book's formulas when something changed since the last time. `now` is the workspace's clock. */
export function calculate(book: SpreadsheetData, now: number): void {
  if (!book.formulas || calculated.has(book)) return;
  calculated.add(book);
  // The engine is large: it is loaded by the first book with a formula.
  // eslint-disable-next-line typescript/no-require-imports
  const { calculateFormulas } = require('@cj-tech-master/excelts/formula') as {
    calculateFormulas: typeof Calculate;
  };
  const reading = { moment: serialOf(now, book.timeZone), decimal: sheetLocale(book.locale).decimal };
  for (const sheet of book.sheets) markBroken(sheet);
  const sheets = book.sheets.map((sheet, at) => worksheet(sheet, at + 1, reading));
  calculateFormulas({
    worksheets: sheets,
    getWorksheet: (id) => sheets.find((sheet) => sheet.id === id || sheet.name === id),
    definedNames: {
      getAllEntries: () => book.named.map((one) => ({ name: one.name, ranges: [namedText(book, one)] })),
      getAllNames: () => book.named.map((one) => ({ name: one.name })),
    },
  } satisfies WorkbookLike);
}

/** What formulas are read with: the clock as a serial number, the locale's decimal sign. */
interface Reading {
  readonly moment: number;
  readonly decimal: string;
}

/** The engine leaves what it cannot read untouched: Sheets shows #ERROR! there. */
function markBroken(sheet: SheetData): void {
  for (const row of sheet.rows) {
    for (const value of row?.v ?? []) if (isFormula(value)) Object.assign(value, { v: '#ERROR!', e: 1 });
  }
}

function namedText(book: SpreadsheetData, one: SpreadsheetData['named'][number]): string {
  const sheet = book.sheets.find((each) => each.sheetId === one.sheetId);
  const { top = 0, left = 0, bottom = sheet?.maxRows ?? 1, right = sheet?.maxColumns ?? 1 } = one.range;
  const name = (sheet?.name ?? '').replaceAll("'", "''");
  return `'${name}'!$${letters(left)}$${top + 1}:$${letters(right - 1)}$${bottom}`;
}

function letters(column: number): string {
  const first = Math.floor(column / 26) - 1;
  return (first >= 0 ? letters(first) : '') + String.fromCharCode(65 + (column % 26));
}

interface EngineCell extends CellLike {
  value: unknown;
}

/** What the engine sees of a sheet; results go straight into the formulas' cells. */
function worksheet(sheet: SheetData, id: number, reading: Reading): WorksheetLike {
  const cellOf = (row: number, column: number): EngineCell => {
    const value = sheet.rows[row - 1]?.v[column - 1] ?? null;
    return isFormula(value) ? formulaCell(value, row, column, reading) : plainCell(value, row, column);
  };
  let width = 0;
  for (const row of sheet.rows) width = Math.max(width, row?.v.length ?? 0);
  return {
    id,
    name: sheet.name,
    dimensions:
      sheet.rows.length === 0
        ? null
        : { top: 1, left: 1, bottom: sheet.rows.length, right: Math.max(1, width) },
    eachRow(first: unknown, second?: unknown) {
      const visit = (second ?? first) as (row: never, number: number) => void;
      sheet.rows.forEach((row, at) => {
        if (!row) return;
        const line = {
          hidden: row.hidden ?? false,
          eachCell(a: unknown, b?: unknown) {
            const see = (b ?? a) as (cell: CellLike, column: number) => void;
            row.v.forEach((value, column) => {
              if (value !== null) see(cellOf(at + 1, column + 1), column + 1);
            });
          },
        };
        visit(line as never, at + 1);
      });
    },
    findCell: (row, column) =>
      (sheet.rows[row - 1]?.v[column - 1] ?? null) === null ? undefined : cellOf(row, column),
    getCell: cellOf,
  };
}

function plainCell(value: PlainValue, row: number, column: number): EngineCell {
  return { row, col: column, type: value === null ? 0 : 2, model: {}, value, result: undefined };
}

function formulaCell(cell: FormulaCell, row: number, column: number, reading: Reading): EngineCell {
  const text = engineFormula(cell.f.slice(1), reading.decimal);
  if (text === null) return plainCell('#ERROR!', row, column);
  const formula = withClock(text, reading.moment);
  return {
    row,
    col: column,
    type: 6,
    formula,
    model: { formula },
    value: { formula },
    get result() {
      return undefined;
    },
    set result(result) {
      const { v, e } = resultOf(result);
      cell.v = v;
      if (e) cell.e = 1;
      else delete cell.e;
    },
  };
}

/** The engine would ask the machine's clock; the workspace has its own. */
function withClock(formula: string, moment: number): string {
  return formula.replace(/"(?:[^"]|"")*"|\b(NOW|TODAY)\(\s*\)/gi, (all: string, name: string | undefined) => {
    if (name === undefined) return all;
    return String(name.toUpperCase() === 'NOW' ? moment : Math.floor(moment));
  });
}

function resultOf(result: unknown): { v: PlainValue; e?: 1 } {
  if (typeof result === 'object' && result !== null && 'error' in result) {
    return { v: String((result as { error: unknown }).error), e: 1 };
  }
  if (typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean')
    return { v: result };
  return { v: null };
}
