import { parseDay, type IsoDay } from './dates';
import { bareName } from './names';

/** A table as it was pasted or read from a file: rows of texts, whatever their length. */
export type TextTable = readonly (readonly string[])[];

/** One line of a list, with the little that is kept of it. `row` as people count. */
export interface RosterRow {
  readonly row: number;
  readonly code: string;
  readonly fullName: string;
  /** '' when there is none; null when what stands there is no day. */
  readonly birthDate: IsoDay | null;
  readonly typedBirthDate: string;
  readonly branch: string;
  readonly role: string;
  readonly email: string;
  readonly group: string;
}

/** What was found in a table. */
export interface RosterTable {
  readonly rows: readonly RosterRow[];
  /** Headers of the columns that were read, as they stand. */
  readonly kept: readonly string[];
  /** How many other columns there are: they were not looked into. */
  readonly dropped: number;
}

type Field = 'fullName' | 'code' | 'identifier' | 'birth' | 'branch' | 'role' | 'email' | 'group';

/** Headers by field, without marks; the national system's and our template's (programme.md 7). */
const HEADERS: Readonly<Record<Field, readonly string[]>> = {
  fullName: ['ho ten', 'ho va ten', 'ho va ten doan vien'],
  code: ['ma doan vien', 'so the doan', 'so the doan vien'],
  identifier: ['ma dinh danh'],
  birth: ['ngay sinh', 'ngay sinh nam', 'ngay sinh nu', 'ngay thang nam sinh'],
  branch: ['chi doan', 'to chi doan', 'ten chi doan', 'ma chi doan'],
  role: ['chuc vu'],
  email: ['email', 'e mail', 'thu dien tu'],
  group: ['doi tuong'],
};

/** Rows in which headers are looked for: above them stands a letterhead at most. */
const HEADING_ROWS = 12;
/** The national system's export has three rows of headings. */
const MOST_HEADINGS = 3;

/**
 * Finds the columns of a list by their headers, in up to three heading rows with merged cells, and reads only these: citizens' numbers, addresses,
 * religion are never looked into. `identifierAsCode`: staff chose *Mã định danh* as the code, where there is no card number. Null when there is
 * no column of names.
 */
export function readRosterTable(
  table: TextTable,
  options: { readonly identifierAsCode: boolean },
): RosterTable | null {
  const top = table
    .slice(0, HEADING_ROWS)
    .findIndex((row) => row.some((cell) => fieldOf(cell) === 'fullName'));
  if (top < 0) return null;
  const { headers, rows: headings } = headersFrom(table, top);
  const columns = headers.flatMap((header, column) => {
    const field = fieldOf(header);
    return field === null || (field === 'identifier' && !options.identifierAsCode)
      ? []
      : [{ field, column, header }];
  });
  const first = top + headings;
  const rows = table.slice(first).flatMap((cells, index): RosterRow[] => {
    const texts = (field: Field): readonly string[] =>
      columns
        .filter((one) => one.field === field)
        .map(({ column }) => (cells[column] ?? '').trim())
        .filter((text) => text !== '');
    const text = (field: Field): string => texts(field)[0] ?? '';
    // Two columns of birth dates, men's and women's: the one that is filled in.
    const typed = text('birth');
    const row: RosterRow = {
      row: first + index + 1,
      code: text('code') === '' ? text('identifier') : text('code'),
      fullName: text('fullName').normalize('NFC').replace(/\s+/g, ' '),
      birthDate: typed === '' ? '' : parseDay(typed),
      typedBirthDate: typed,
      branch: text('branch'),
      role: text('role'),
      email: text('email').toLowerCase(),
      group: text('group'),
    };
    return row.fullName === '' && row.code === '' ? [] : [row];
  });
  return { rows, kept: columns.map((one) => one.header), dropped: headers.length - columns.length };
}

/** The header of each column: the lowest text that names something, a merged cell counting for the columns it covers. */
function headersFrom(
  table: TextTable,
  top: number,
): { readonly headers: readonly string[]; readonly rows: number } {
  let headings = 1;
  while (headings < MOST_HEADINGS && isHeading(table[top + headings] ?? [])) headings += 1;
  const rows = table.slice(top, top + headings).filter((row) => !isNumbering(row));
  const width = Math.max(...rows.map((row) => row.length));
  const headers = Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row, level) => {
      const own = (row[column] ?? '').trim();
      const hasBelow = rows.slice(level + 1).some((below) => (below[column] ?? '').trim() !== '');
      return own === '' && hasBelow ? coveringText(rows, level, column) : own;
    });
    const whole = parts.filter((part) => part !== '').join(' ');
    const lowest = [...parts].reverse().find((part) => part !== '') ?? '';
    return fieldOf(whole) !== null ? whole : lowest;
  });
  return { headers, rows: headings };
}

/** The text of the merged cell a column lies under; it ends where the cell above it ends. */
function coveringText(rows: TextTable, level: number, column: number): string {
  for (let left = column; left >= 0; left -= 1) {
    const text = (rows[level]?.[left] ?? '').trim();
    if (text !== '') return text;
    if (level > 0 && (rows[level - 1]?.[left] ?? '').trim() !== '') return '';
  }
  return '';
}

/** A row below the first heading that has no figure is a heading too, and so is one that only numbers the columns. */
function isHeading(row: readonly string[]): boolean {
  return isNumbering(row) || row.every((cell) => !/\d/.test(cell));
}

function isNumbering(row: readonly string[]): boolean {
  const texts = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return texts.length > 2 && texts.every((text) => /^\(?\d+\)?$/.test(text));
}

function fieldOf(header: string): Field | null {
  const bare = bareName(header);
  return (Object.keys(HEADERS) as Field[]).find((field) => HEADERS[field].includes(bare)) ?? null;
}
