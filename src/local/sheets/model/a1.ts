import type { GridRect } from './book';

/** A range as written: perhaps with a sheet's name, perhaps open to some sides. */
export interface Address {
  readonly sheetName?: string;
  readonly range: GridRect;
}

/** A, B, … Z, AA, … from a 0-based column. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** 0-based column from letters. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

const PART = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;
const R1C1 = /^[Rr]([1-9]\d*)[Cc]([1-9]\d*)(?::[Rr]([1-9]\d*)[Cc]([1-9]\d*))?$/;

/** Reads A1 or R1C1 notation; undefined when it is neither. A bare sheet name is not read here. */
export function parseA1(text: string): Address | undefined {
  const mark = text.lastIndexOf('!');
  const sheetName = mark < 0 ? undefined : unquote(text.slice(0, mark));
  const body = mark < 0 ? text : text.slice(mark + 1);
  const r1c1 = R1C1.exec(body);
  if (r1c1) {
    const [row, column, row2, column2] = r1c1.slice(1).map((part) => (part ? Number(part) : undefined));
    return { sheetName, range: normal({ row, column }, { row: row2 ?? row, column: column2 ?? column }) };
  }
  const parts = body.split(':');
  if (parts.length > 2) return undefined;
  const first = part(parts[0] ?? '');
  const second = parts.length === 2 ? part(parts[1] ?? '') : first;
  if (!first || !second) return undefined;
  if (parts.length === 1 && (first.row === undefined || first.column === undefined)) return undefined;
  return { sheetName, range: normal(first, second) };
}

interface Corner {
  readonly row?: number;
  readonly column?: number;
}

function part(text: string): Corner | undefined {
  const match = PART.exec(text);
  if (!match || (!match[1] && !match[2])) return undefined;
  return {
    column: match[1] ? columnIndex(match[1]) + 1 : undefined,
    row: match[2] ? Number(match[2]) : undefined,
  };
}

/** Two corners (1-based, in any order, perhaps open) as a 0-based rectangle with exclusive ends. */
function normal(a: Corner, b: Corner): GridRect {
  const [top, bottom] = span(a.row, b.row);
  const [left, right] = span(a.column, b.column);
  return { top, bottom, left, right };
}

function span(a: number | undefined, b: number | undefined): [number | undefined, number | undefined] {
  if (a !== undefined && b !== undefined) return [Math.min(a, b) - 1, Math.max(a, b)];
  const one = a ?? b;
  return one === undefined ? [undefined, undefined] : [one - 1, undefined];
}

/** A sheet's name without the quotes a formula needs. */
export function unquote(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A sheet's name as formulas and addresses write it: quoted unless it is a plain word. */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !PART.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A1 notation of a rectangle; open sides stay open (D:F, 3:5, A2:A). */
export function toA1(range: GridRect): string {
  const from = corner(range.top, range.left);
  const to = corner(
    range.bottom === undefined ? undefined : range.bottom - 1,
    range.right === undefined ? undefined : range.right - 1,
  );
  const single = range.bottom === (range.top ?? 0) + 1 && range.right === (range.left ?? 0) + 1;
  return single ? from : `${from}:${to}`;
}

function corner(row: number | undefined, column: number | undefined): string {
  return `${column === undefined ? '' : columnLetters(column)}${row === undefined ? '' : row + 1}`;
}
