import type { IsoDay } from '../programme/dates';
import {
  dayOfCell,
  emailsOfCell,
  flagOfCell,
  isEmail,
  listOfCell,
  monthOfCell,
  numberOfCell,
  textOfCell,
  type ReadCell,
  type ReadRows,
} from './cells';
import {
  placeOfTab,
  sheetProblem,
  type CellPlace,
  type SheetProblem,
  type SheetProblemCode,
} from './problems';
import { readTable, type TabDefinition, type Table, type TableRow } from './tab';
import type { WordTable } from './words';

/** A tab read into values, each beside its row, with everything wrong in it. A value with a problem is there too, as far as it could be read. */
export interface TabReading<T> {
  readonly definition: TabDefinition;
  readonly table: Table;
  readonly values: readonly T[];
  /** 0-based sheet row of each value. */
  readonly rows: readonly number[];
  readonly problems: readonly SheetProblem[];
}

/** Reads the cells of one row by key; what cannot be read becomes a problem in its cell and an empty value. */
export interface RowReader {
  readonly row: TableRow;
  readonly text: (key: string) => string;
  /** As `text`; an empty cell is a problem. */
  readonly needed: (key: string) => string;
  /** A code: needed, without spaces or signs that names of ledgers are made with. */
  readonly code: (key: string) => string;
  readonly day: (key: string) => IsoDay;
  readonly month: (key: string) => string;
  readonly number: (key: string, least: number, most: number) => number | null;
  readonly flag: (key: string, empty: boolean) => boolean;
  readonly list: (key: string) => readonly string[];
  readonly emails: (key: string) => readonly string[];
  /** The code of a word; `empty` for an empty cell, or a problem when `empty` is null. */
  readonly word: <C extends string, E extends C | '' | null>(
    key: string,
    words: WordTable<C>,
    empty: E,
  ) => C | (E extends null ? '' : E);
  readonly problem: (code: SheetProblemCode, key: string, data?: Readonly<Record<string, unknown>>) => void;
}

/** Whether the text can be a code of a unit, branch, member or wave. */
export function isCode(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text);
}

/** Reads every row of a tab. `idKey` = column whose text names the row in its problems. */
export function readRecords<T>(
  definition: TabDefinition,
  rows: ReadRows,
  idKey: string,
  read: (reader: RowReader) => T,
): TabReading<T> {
  const table = readTable(definition, rows);
  const problems: SheetProblem[] = columnProblems(definition, table);
  const values = table.records.map((row) => read(rowReader(definition, table, row, idKey, problems)));
  return { definition, table, values, rows: table.records.map((record) => record.row), problems };
}

/** The place of a cell of a table as it is now. */
export function placeOf(
  { definition, table }: Pick<TabReading<unknown>, 'definition' | 'table'>,
  row: number,
  key: string,
): CellPlace {
  return { ...placeOfTab(definition), row, column: key, columnIndex: table.columns.get(key) ?? -1 };
}

function columnProblems(definition: TabDefinition, table: Table): SheetProblem[] {
  return table.missing.map((key) =>
    sheetProblem('COLUMN_MISSING', { ...placeOfTab(definition), column: key }, key, {
      header: definition.columns.find((one) => one.key === key)?.header ?? key,
    }),
  );
}

function rowReader(
  definition: TabDefinition,
  table: Table,
  row: TableRow,
  idKey: string,
  problems: SheetProblem[],
): RowReader {
  const cell = (key: string): ReadCell => row.cells[key] ?? '';
  const text = (key: string): string => textOfCell(cell(key));
  const headerOf = (key: string): string => definition.columns.find((one) => one.key === key)?.header ?? key;
  const problem: RowReader['problem'] = (code, key, data = {}) => {
    // A column that is gone is one problem, not one in every row.
    if (!table.columns.has(key)) return;
    const said = { value: text(key), header: headerOf(key), ...data };
    problems.push(sheetProblem(code, placeOf({ definition, table }, row.row, key), text(idKey), said));
  };
  const needed = (key: string): string => {
    const value = text(key);
    if (value === '') problem('CELL_EMPTY', key);
    return value;
  };
  return {
    row,
    text,
    needed,
    problem,
    code(key) {
      const value = needed(key);
      if (value !== '' && !isCode(value)) problem('BAD_CODE', key);
      return value;
    },
    day(key) {
      const day = dayOfCell(cell(key));
      if (day === null) problem('IMPOSSIBLE_DATE', key);
      return day ?? '';
    },
    month(key) {
      const month = monthOfCell(cell(key));
      if (month === null) problem('IMPOSSIBLE_MONTH', key);
      return month ?? '';
    },
    number(key, least, most) {
      if (text(key) === '') return null;
      const value = numberOfCell(cell(key));
      if (value === null) problem('NOT_A_NUMBER', key);
      else if (value < least || value > most) problem('NUMBER_OUT_OF_RANGE', key, { least, most });
      return value;
    },
    flag(key, empty) {
      const flag = flagOfCell(cell(key), empty);
      if (flag === null) problem('UNKNOWN_WORD', key, { words: ['Có', 'Không'] });
      return flag ?? empty;
    },
    list: (key) => listOfCell(cell(key)),
    emails(key) {
      const emails = emailsOfCell(cell(key));
      for (const email of emails) if (!isEmail(email)) problem('BAD_EMAIL', key, { value: email });
      return emails.filter(isEmail);
    },
    word(key, words, empty) {
      const given = text(key);
      const code = given === '' ? empty : words.codeOf(given);
      if (given === '' && empty === null) problem('CELL_EMPTY', key);
      else if (code === null)
        problem('UNKNOWN_WORD', key, { words: words.words.filter((one) => one !== '') });
      return (code ?? empty ?? '') as never;
    },
  };
}
