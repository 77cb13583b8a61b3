import { columnIndex, columnLetters, quoteSheet, unquote } from './a1';

/** A corner of a reference in a formula; 0-based, undefined when the reference is open on that side. */
export interface Corner {
  readonly row?: number;
  readonly column?: number;
  readonly fixedRow: boolean;
  readonly fixedColumn: boolean;
}

/** A reference in a formula: one cell, or two corners; `sheet` when it names one. */
export interface Reference {
  readonly sheet?: string;
  readonly from: Corner;
  readonly to?: Corner;
}

const SHEET = `(?:('(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?`;
const CELL = `\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*`;
const REFERENCE = new RegExp(
  `"(?:[^"]|"")*"|${SHEET}(${CELL}:${CELL}|${CELL}:\\$?[A-Za-z]{1,3}(?![\\w(])|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[1-9]\\d*:\\$?[1-9]\\d*|${CELL})(?![\\w(!])|[\\p{L}_][\\p{L}\\p{N}_.]*`,
  'gu',
);

/** The formula with each of its references replaced by what `map` gives; null makes it #REF!. Texts in quotes are left alone. */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | null): string {
  return formula.replace(REFERENCE, (all: string, sheet: string | undefined, body: string | undefined) => {
    if (body === undefined) return all;
    const [a = '', b] = body.split(':');
    const next = map({
      ...(sheet === undefined ? {} : { sheet: unquote(sheet) }),
      from: corner(a),
      ...(b === undefined ? {} : { to: corner(b) }),
    });
    return next === null ? '#REF!' : referenceText(next);
  });
}

function corner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, first = '', letters = '', second = '', digits = ''] = match ?? [];
  return {
    ...(letters ? { column: columnIndex(letters) } : {}),
    ...(digits ? { row: Number(digits) - 1 } : {}),
    fixedColumn: letters !== '' && first === '$',
    fixedRow: (letters === '' ? first : second) === '$',
  };
}

/** A reference in A1 notation as formulas write it. */
export function referenceText(reference: Reference): string {
  const sheet = reference.sheet === undefined ? '' : `${quoteSheet(reference.sheet)}!`;
  return `${sheet}${cornerText(reference.from)}${reference.to ? `:${cornerText(reference.to)}` : ''}`;
}

function cornerText(at: Corner): string {
  const column = at.column === undefined ? '' : `${at.fixedColumn ? '$' : ''}${columnLetters(at.column)}`;
  return `${column}${at.row === undefined ? '' : `${at.fixedRow ? '$' : ''}${at.row + 1}`}`;
}

/** The formula as it stands after being copied that many rows down and columns to the right; null where it leaves the sheet. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const move = (at: Corner): Corner | null => {
    const row = at.row === undefined || at.fixedRow ? at.row : at.row + rows;
    const column = at.column === undefined || at.fixedColumn ? at.column : at.column + columns;
    return (row ?? 0) < 0 || (column ?? 0) < 0 ? null : { ...at, row, column };
  };
  return mapReferences(formula, (reference) => {
    const from = move(reference.from);
    const to = reference.to && move(reference.to);
    return from === null || to === null ? null : { ...reference, from, ...(to ? { to } : {}) };
  });
}

const R1C1 = /"(?:[^"]|"")*"|(?<![\w.])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w(])/gi;

/** A formula in R1C1 notation as the cell at that place (0-based) would write it in A1 notation. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(R1C1, (all: string, rowPart: string | undefined, columnPart: string | undefined) => {
    if (all.startsWith('"')) return all;
    const r = place(rowPart, row);
    const c = place(columnPart, column);
    if (r.at < 0 || c.at < 0) return '#REF!';
    return cornerText({ row: r.at, column: c.at, fixedRow: r.fixed, fixedColumn: c.fixed });
  });
}

function place(part: string | undefined, here: number): { at: number; fixed: boolean } {
  if (part === undefined) return { at: here, fixed: false };
  if (part.startsWith('[')) return { at: here + Number(part.slice(1, -1)), fixed: false };
  return { at: Number(part) - 1, fixed: true };
}

/** A formula of the cell at that place (0-based) in R1C1 notation. */
export function toR1C1(formula: string, row: number, column: number): string {
  const axis = (letter: string, at: number | undefined, fixed: boolean, here: number): string => {
    if (at === undefined) return '';
    if (fixed) return `${letter}${at + 1}`;
    return at === here ? letter : `${letter}[${at - here}]`;
  };
  const one = (at: Corner): string =>
    axis('R', at.row, at.fixedRow, row) + axis('C', at.column, at.fixedColumn, column);
  return formula.replace(REFERENCE, (all: string, sheet: string | undefined, body: string | undefined) => {
    if (body === undefined) return all;
    const [a = '', b] = body.split(':');
    const text = one(corner(a)) + (b === undefined ? '' : `:${one(corner(b))}`);
    return `${sheet === undefined ? '' : `${sheet}!`}${text}`;
  });
}
