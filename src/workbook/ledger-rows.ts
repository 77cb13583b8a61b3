import { CRITERION_CODES } from '../programme/criteria';
import { formatMoment, parseMoment, type EpochMs } from '../programme/dates';
import { wordlessData } from '../programme/privacy';
import { storableText } from '../programme/storable-text';
import type { EventDraft, LedgerEvent } from '../programme/events';
import type { PackedLevels } from '../programme/levels';
import { checkCell, checkOf } from './ledger-hash';
import { LEDGER_COLUMNS } from './ledger-tab';
import { anyClassOfWord, anyClassWord } from './class-words';
import { EVENT_WORDS } from './words';

/** Cells of a ledger's row, all text, in the order of `LEDGER_COLUMNS`. */
export type LedgerCells = readonly string[];

/** Where a ledger ends: number and hash of its last row; `EMPTY_LEDGER` before the first. */
export interface LedgerTail {
  readonly lastSeq: number;
  readonly lastHash: string;
}
export const EMPTY_LEDGER: LedgerTail = { lastSeq: 0, lastHash: '' };

/**
 * Signs a text and the data of a row may have: a copy of the whole row must fit one cell of the log, and one of a restored row the data of
 * another.
 */
export const LEDGER_TEXT_SIGNS = 5_000;
export const LEDGER_DATA_SIGNS = 24_000;

const LETTER_OF: Readonly<Record<string, string>> = {
  '4': 'T',
  '3': 'H',
  '2': 'C',
  '1': 'K',
  '0': '–',
  _: '·',
};
const SIGN_OF: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LETTER_OF).map(([sign, letter]) => [letter, sign]),
);

const KEYS: readonly string[] = LEDGER_COLUMNS.map((one) => one.key);
const PLACES: ReadonlyMap<string, number> = new Map(KEYS.map((key, place) => [key, place]));
const CHECK = KEYS.indexOf('check');

/** Ten cells of levels: T H C K, '–' not registered, '·' registered but not graded; ten empty cells where there are no levels at all. */
export function levelCells(levels: PackedLevels): readonly string[] {
  return CRITERION_CODES.map((_, index) => LETTER_OF[levels[index] ?? ''] ?? '');
}

/** Packed levels of ten cells; null when one of them is no level. */
export function levelsOfCells(cells: readonly string[]): PackedLevels | null {
  if (cells.every((cell) => cell === '')) return '';
  const signs = cells.map((cell) => SIGN_OF[cell.trim().toUpperCase()] ?? SIGN_OF[cell.trim()]);
  return signs.some((sign) => sign === undefined) ? null : signs.join('');
}

/**
 * Text as a ledger's cell keeps it, not above `LEDGER_TEXT_SIGNS`: what no cell can keep is shown as such (`storableText`). Sheets would swallow
 * a leading apostrophe and make a formula of a leading '=' even in a text cell, so a space goes before them; `textOfLedger` takes it off again.
 */
export function ledgerText(text: string): string {
  const { text: clean } = storableText(text);
  const cut = clean.length <= LEDGER_TEXT_SIGNS ? clean : `${clean.slice(0, LEDGER_TEXT_SIGNS - 1)}…`;
  return ESCAPED.test(cut) ? ` ${cut}` : cut;
}

/** The text that `ledgerText` was given. */
export function textOfLedger(cell: string): string {
  return cell.startsWith(' ') && ESCAPED.test(cell) ? cell.slice(1) : cell;
}

/** Spaces before the sign count too: a text that looks escaped is escaped once more. */
const ESCAPED = /^ *['=]/;

/** An event as its row, with the hash of the row before ('' for the first). Throws when its data do not fit a cell. */
export function eventToRow(event: LedgerEvent, hashBefore: string): LedgerCells {
  const data = Object.keys(event.data).length === 0 ? '' : JSON.stringify(event.data);
  if (data.length > LEDGER_DATA_SIGNS)
    throw new Error(`Row ${event.seq} of ${event.ledger} has data of ${data.length} signs`);
  const cells = [
    String(event.seq),
    formatMoment(event.at),
    ledgerText(event.actor),
    EVENT_WORDS.wordOf(event.kind),
    ledgerText(event.wave),
    String(event.round),
    ledgerText(event.subject),
    ...levelCells(event.levels),
    ledgerText(anyClassWord(event.class)),
    ledgerText(event.reason),
    ledgerText(event.text),
    data,
    ledgerText(event.operation),
  ];
  return [...cells, checkCell(checkOf(event.ledger, cells, hashBefore))];
}

/** The event of a row, whatever its hash says; null when the cells are no row of a ledger (typed in by hand). */
export function rowToEvent(ledger: string, cells: LedgerCells): LedgerEvent | null {
  const cell = (key: string): string => textOfLedger(cells[PLACES.get(key) ?? -1] ?? '');
  const [seq, round] = [Number(cell('seq')), Number(cell('round'))];
  const at = parseMoment(cell('at'));
  const kind = EVENT_WORDS.codeOf(cell('kind'));
  const levels = levelsOfCells(CRITERION_CODES.map(cell));
  const data = dataOf(cell('data'));
  if (!/^[1-9]\d*$/.test(cell('seq')) || !/^\d+$/.test(cell('round'))) return null;
  if (at === null || kind === null || levels === null || data === null) return null;
  return {
    ledger,
    seq,
    at,
    actor: cell('actor'),
    kind,
    wave: cell('wave'),
    round,
    subject: cell('subject'),
    levels,
    class: anyClassOfWord(cell('class')),
    reason: cell('reason'),
    text: cell('text'),
    data,
    operation: cell('operation'),
  };
}

/** Rows to append to one ledger, with the events they will be read as and the ledger's new end. */
export interface AppendedRows {
  readonly rows: readonly LedgerCells[];
  readonly events: readonly LedgerEvent[];
  readonly tail: LedgerTail;
}

/** Numbers drafts of one ledger behind its tail, and writes them as rows. Throws when they belong to several ledgers. */
export function appendRowsFor(
  drafts: readonly EventDraft[],
  tail: LedgerTail,
  by: { readonly actor: string; readonly at: EpochMs },
): AppendedRows {
  const rows: LedgerCells[] = [];
  const events: LedgerEvent[] = [];
  let end = tail;
  for (const draft of drafts) {
    if (draft.ledger !== drafts[0]?.ledger) throw new Error('Rows of one trip belong to one ledger');
    const seq = end.lastSeq + 1;
    const cells = eventToRow({ ...draft, seq, at: by.at, actor: by.actor }, end.lastHash);
    const event = rowToEvent(draft.ledger, cells);
    if (!event) throw new Error(`A row of ${draft.ledger} cannot be read back: ${cells.join(' | ')}`);
    rows.push(cells);
    events.push(event);
    end = { lastSeq: seq, lastHash: (cells[CHECK] ?? '').slice(0, 32) };
  }
  return { rows, events, tail: end };
}

/** A row without the words about a person (event erased): figures, codes and its old check stay. */
export function erasedRow(cells: LedgerCells): LedgerCells {
  return cells.map((cell, index) => {
    const key = KEYS[index];
    if (key === 'reason' || key === 'text') return '';
    return key === 'data' ? wordlessCell(cell) : cell;
  });
}

function wordlessCell(cell: string): string {
  const data = dataOf(cell);
  if (!data) return '';
  const rest = wordlessData(data);
  const text = Object.keys(rest).length === 0 ? '' : JSON.stringify(rest);
  return JSON.stringify(data) === text ? cell : text;
}

function dataOf(cell: string): Readonly<Record<string, unknown>> | null {
  if (cell === '') return {};
  try {
    const data: unknown = JSON.parse(cell);
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
