import { dayOfNumber, parseDay, type IsoDay } from './dates';
import { bareName } from './names';
import { storableText } from './storable-text';

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
  /** The first column of each thing that was found, from 0. */
  readonly columns: ReadonlyMap<RosterField, number>;
}

/** What can be read of a list. */
export type RosterField =
  'fullName' | 'code' | 'identifier' | 'birth' | 'branch' | 'role' | 'email' | 'group';

/** Headers by field, without marks; the national system's and our template's (programme.md 7). */
const HEADERS: Readonly<Record<RosterField, readonly string[]>> = {
  fullName: ['ho ten', 'ho va ten', 'ho va ten doan vien'],
  code: ['ma doan vien', 'so the doan', 'so the doan vien'],
  identifier: ['ma dinh danh'],
  birth: ['ngay sinh', 'ngay sinh nam', 'ngay sinh nu', 'ngay thang nam sinh'],
  branch: ['chi doan', 'to chi doan', 'ten chi doan', 'ma chi doan'],
  role: ['chuc vu'],
  email: ['email', 'e mail', 'thu dien tu'],
  group: ['doi tuong'],
};

/** Rows in which headers are looked for: above them stands a letterhead at most, or the headings of the tab that a list was pasted into. */
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
  const top = lastHeading(table);
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
    const texts = (field: RosterField): readonly string[] =>
      columns
        .filter((one) => one.field === field)
        .map(({ column }) => storableText(cells[column] ?? '').text.trim())
        .filter((text) => text !== '');
    const text = (field: RosterField): string => texts(field)[0] ?? '';
    // Two columns of birth dates, men's and women's: the one that is filled in.
    const typed = text('birth');
    const row: RosterRow = {
      row: first + index + 1,
      code: text('code') === '' ? text('identifier') : text('code'),
      fullName: text('fullName').normalize('NFC').replace(/\s+/g, ' '),
      birthDate: typed === '' ? '' : birthDay(typed),
      typedBirthDate: typed,
      branch: text('branch'),
      role: text('role'),
      email: text('email').toLowerCase(),
      group: text('group'),
    };
    return row.fullName === '' && row.code === '' ? [] : [row];
  });
  return {
    rows,
    kept: columns.map((one) => one.header),
    dropped: headers.length - columns.length,
    columns: new Map([...columns].reverse().map(({ field, column }) => [field, column])),
  };
}

/** Pasted below the headings of a tab, a list brings its own along: they count. -1 = there is none. */
function lastHeading(table: TextTable): number {
  for (let row = Math.min(table.length, HEADING_ROWS) - 1; row >= 0; row -= 1)
    if (table[row]?.some((cell) => fieldOf(cell) === 'fullName')) return row;
  return -1;
}

/** Days between the first day of spreadsheets (30/12/1899) and 1970. */
const SERIAL_EPOCH_DAYS = 25_569;

/** A birth date as people type it, or as spreadsheets count days: five figures, 1927–2173. Nobody of a list is born before 1900. */
function birthDay(typed: string): IsoDay | null {
  if (/^\d{5}$/.test(typed)) return dayOfNumber(Number(typed) - SERIAL_EPOCH_DAYS);
  const day = parseDay(typed);
  return day !== null && day < '1900' ? null : day;
}

/** The header of each column: the lowest text that names something, a merged cell counting for the columns it covers. */
function headersFrom(
  table: TextTable,
  top: number,
): { readonly headers: readonly string[]; readonly rows: number } {
  const names = (table[top] ?? []).findIndex((cell) => fieldOf(cell) === 'fullName');
  let headings = 1;
  while (headings < MOST_HEADINGS && isHeading(table[top + headings], names)) headings += 1;
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

/** A row below the first heading with neither name nor figure is a heading too, and so is one that only numbers the columns. */
function isHeading(row: readonly string[] | undefined, names: number): boolean {
  if (!row) return false;
  return isNumbering(row) || ((row[names] ?? '').trim() === '' && row.every((cell) => !/\d/.test(cell)));
}

function isNumbering(row: readonly string[]): boolean {
  const texts = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return texts.length > 2 && texts.every((text) => /^\(?\d+\)?$/.test(text));
}

function fieldOf(header: string): RosterField | null {
  const bare = bareName(header);
  return (Object.keys(HEADERS) as RosterField[]).find((field) => HEADERS[field].includes(bare)) ?? null;
}
