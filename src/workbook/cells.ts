import {
  dayNumber,
  dayOfNumber,
  isRealDay,
  parseDay,
  parseMoment,
  ZONE_OFFSET_MS,
  type EpochMs,
  type IsoDay,
} from '../programme/dates';

/** What a cell may be given: text stays text whatever it looks like, numbers are figures or dates, '' is an empty cell. */
export type CellInput = string | number | boolean;

/** A cell as it is read unformatted: dates are serial numbers, an empty cell is ''. */
export type ReadCell = string | number | boolean;

/** Rows as read, from the first row of the tab on; empty cells at a row's end and empty rows at the end may be left out. */
export type ReadRows = readonly (readonly ReadCell[])[];

/** Days between the first day of Sheets (30/12/1899) and 1970. */
const SHEETS_EPOCH_DAYS = 25_569;

/** Serial numbers that can be meant as a day: 1900–9999. A lone figure such as 3 or 20140318 is none. */
const FIRST_SERIAL = 2;
const LAST_SERIAL = 2_958_465;

/** Signs a cell may hold; Google takes 50 000 and refuses the whole write above. */
export const CELL_SIGNS = 45_000;

/** A day as Sheets counts it; '' for no day. */
export function dayCell(day: IsoDay): CellInput {
  return isRealDay(day) ? dayNumber(day) + SHEETS_EPOCH_DAYS : '';
}

/** A moment as Sheets counts it, in Asia/Ho_Chi_Minh, to the second; '' for none. */
export function momentCell(at: EpochMs | null): CellInput {
  return at === null ? '' : Math.round((at + ZONE_OFFSET_MS) / 1000) / 86_400 + SHEETS_EPOCH_DAYS;
}

/** The day in a cell, typed as text or kept as a date; '' for an empty cell, null when it names no day that exists. */
export function dayOfCell(cell: ReadCell): IsoDay | null {
  if (typeof cell === 'number')
    return cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1
      ? dayOfNumber(Math.floor(cell - SHEETS_EPOCH_DAYS))
      : null;
  if (typeof cell === 'boolean') return null;
  return cell.trim() === '' ? '' : parseDay(cell);
}

/** The moment in a cell, to the second: a date with a time, or the text 'dd/MM/yyyy HH:mm:ss'; null for none. */
export function momentOfCell(cell: ReadCell): EpochMs | null {
  if (typeof cell === 'number')
    return cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1
      ? Math.round((cell - SHEETS_EPOCH_DAYS) * 86_400) * 1000 - ZONE_OFFSET_MS
      : null;
  return typeof cell === 'string' ? parseMoment(cell) : null;
}

/** A month 'YYYY-MM' as people write it: '3/2014'; '' for none. */
export function monthCell(month: string): CellInput {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  return parts ? `${Number(parts[2])}/${parts[1] ?? ''}` : '';
}

/** The month in a cell, also where Sheets made a date of '3/2014'; '' for an empty cell, null when it is no month. */
export function monthOfCell(cell: ReadCell): string | null {
  if (typeof cell === 'number') return dayOfCell(cell)?.slice(0, 7) ?? null;
  const text = textOfCell(cell);
  if (text === '') return '';
  const parts = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (!parts) return null;
  const month = `${parts[2] ?? ''}-${(parts[1] ?? '').padStart(2, '0')}`;
  return isRealDay(`${month}-01`) ? month : null;
}

/** A cell as text without spaces at its ends; figures as figures. */
export function textOfCell(cell: ReadCell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'Có' : 'Không';
  return (typeof cell === 'number' ? String(cell) : cell).normalize('NFC').trim();
}

/** The text of a cell as it was written, spaces and normal form too: what a member typed. */
export function wholeText(cell: ReadCell): string {
  return typeof cell === 'string' ? cell : textOfCell(cell);
}

/** The figure in a cell, Vietnamese notation too ('5.300', '95,5', '80 %'); null when empty or no figure. */
export function numberOfCell(cell: ReadCell): number | null {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return null;
  const text = cell.replace(/\s+/g, '').replace(/%$/, '');
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(text)) return null;
  return Number(text.replace(/\./g, '').replace(',', '.'));
}

/** *Có* / *Không*, a tick, or null for anything else; an empty cell gives `empty`. */
export function flagOfCell(cell: ReadCell, empty: boolean): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const word = textOfCell(cell).toLowerCase();
  if (word === '') return empty;
  if (word === 'có' || word === 'x' || word === '1') return true;
  return word === 'không' || word === '0' ? false : null;
}

/** *Có* or *Không*. */
export function flagCell(flag: boolean): CellInput {
  return flag ? 'Có' : 'Không';
}

/** Entries of a cell that holds several, between ';' or line breaks. */
export function listOfCell(cell: ReadCell): readonly string[] {
  return textOfCell(cell)
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Several entries in one cell. */
export function listCell(entries: readonly string[]): CellInput {
  return entries.join('; ');
}

/** E-mail addresses of a cell; commas and spaces part them too. */
export function emailsOfCell(cell: ReadCell): readonly string[] {
  return textOfCell(cell)
    .split(/[;,\s]+/)
    .filter((entry) => entry !== '')
    .map((entry) => entry.toLowerCase());
}

/** Whether the text can be an e-mail address Google would take as an editor. */
export function isEmail(text: string): boolean {
  return /^[a-z0-9._%+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text) && !/\.\.|^\.|\.@/.test(text);
}

const CUT_MARK = ' … (phần sau đã được cắt bớt)';

/** Text cut to what a cell can hold, saying so; never between the halves of a sign, and never a second time. */
export function fittingText(text: string): string {
  return text.length <= CELL_SIGNS
    ? text
    : text.slice(0, wholeSigns(text, CELL_SIGNS - CUT_MARK.length)) + CUT_MARK;
}

/** Text in pieces that a cell can hold. */
export function cellPieces(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + CELL_SIGNS >= text.length ? text.length : wholeSigns(text, from + CELL_SIGNS);
    pieces.push(text.slice(from, end));
    from = end;
  }
  return pieces;
}

/** The place, or one before it where it would part a surrogate pair. */
function wholeSigns(text: string, place: number): number {
  return /[\ud800-\udbff]/.test(text[place - 1] ?? '') ? place - 1 : place;
}
