import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Preset } from '../programme/classification';
import { CRITERION_CODES } from '../programme/criteria';
import { NOT_GRADED, NOT_REGISTERED, signOf, type PackedLevels } from '../programme/levels';
import { DONE_WORD, OWN_COLUMN, OWN_ROWS, SEND_ROW, SEND_WORDS, type OwnKey } from './by-hand-tab';
import { textOfCell, type ReadRows } from './cells';
import { classOfWord } from './class-words';
import { doubledRows } from './doubled';
import { placeOfTab, sheetProblem, type SheetProblem } from './problems';
import { placeOf, readRecords, type RowReader } from './row-reader';
import { DID_NOT_REGISTER } from './submission-rows';
import type { TabDefinition } from './tab';
import { utf8 } from './utf8';
import { comparable, LEVEL_SHORT_WORDS, LEVEL_WORDS } from './words';

/** A row typed by hand that is *Xong*. */
export interface ByHandEntry {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly member: string;
  /** The name beside the code: another than the roster's says that cells were moved apart. */
  readonly fullName: string;
  /** As typed: '_' for an empty cell; to be held against what the member registered. */
  readonly levels: PackedLevels;
  /** '' = no class typed. */
  readonly class: string;
  readonly reason: string;
  /** Names what was typed: the same in the next run means that the row is at rest. */
  readonly hash: string;
}

/** The branch's own assessment as typed (P10); `hash` names it. */
export interface ByHandOwn {
  readonly said: Readonly<Record<OwnKey, string>>;
  readonly hash: string;
}

/** What the cell *Gửi* asks for, of which round. */
export interface ByHandAsk {
  readonly what: 'SEND' | 'TAKE_BACK';
  readonly round: number;
}

/** The tab as typed: rows that are done and can be read, what the branch says of itself, whether it sends, and what is wrong (told on *Bắt đầu*, never in this tab). */
export interface ByHandReading {
  readonly entries: readonly ByHandEntry[];
  readonly own: ByHandOwn;
  readonly ask: ByHandAsk | null;
  /** Codes that stand in the tab, done or not. */
  readonly codes: ReadonlySet<string>;
  /** Where each column stands; a key that is not there was taken out by hand. */
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: readonly SheetProblem[];
}

/** Reads the tab. A row with a problem is no entry, nor any row while a column is gone; a row that is not *Xong* is neither read nor judged. */
export function byHandFrom(rows: ReadRows, definition: TabDefinition, preset: Preset): ByHandReading {
  const reading = readRecords(definition, rows, 'code', (reader) => ({
    code: reader.text('code'),
    answer: reader.text(OWN_COLUMN),
    entry: entryOf(reader, preset),
  }));
  const { table } = reading;
  const problems = [...reading.problems];
  const done = reading.values.flatMap(({ entry }) => (entry ? [entry] : []));
  const twice = doubledRows({ values: done, rows: done.map(({ row }) => row) }, ({ member }) => member);
  for (const { row, others, index } of twice) {
    const value = done[index]?.member ?? '';
    problems.push(
      sheetProblem('DOUBLED_CODE', placeOf(reading, row, 'code'), value, { value, rows: others }),
    );
  }
  const cell = textOfCell(rows[SEND_ROW]?.[table.columns.get('done') ?? -1]);
  const ask = askOf(cell);
  if (ask === undefined) {
    const place = { ...placeOfTab(definition), row: SEND_ROW, column: 'done' };
    problems.push(sheetProblem('UNKNOWN_WORD', place, '', { value: cell, words: SEND_WORDS }));
  }
  const wrong = new Set(problems.map((problem) => problem.row));
  const isWhole = table.missing.length === 0;
  return {
    entries: isWhole ? done.filter(({ row }) => !wrong.has(row)) : [],
    own: ownOf(reading.values),
    ask: isWhole ? (ask ?? null) : null,
    codes: new Set(reading.values.map(({ code }) => code)),
    columns: table.columns,
    problems,
  };
}

/** 'Gửi', 'gửi lần 2', 'Rút lại'; null for an empty cell, undefined for another word. */
function askOf(cell: string): ByHandAsk | null | undefined {
  const word = comparable(cell);
  if (word === '') return null;
  const parts = /^(gửi|rút lại)(?: lần (\d{1,2}))?$/.exec(word);
  if (!parts) return undefined;
  return { what: parts[1] === 'gửi' ? 'SEND' : 'TAKE_BACK', round: Number(parts[2] ?? '1') };
}

function ownOf(values: readonly { readonly code: string; readonly answer: string }[]): ByHandOwn {
  const answers = new Map(values.map(({ code, answer }) => [code, answer]));
  const said = Object.fromEntries(OWN_ROWS.map(({ code, key }) => [key, answers.get(code) ?? '']));
  return { said: said as Record<OwnKey, string>, hash: nameOf(OWN_ROWS.map(({ key }) => said[key] ?? '')) };
}

function entryOf(reader: RowReader, preset: Preset): ByHandEntry | null {
  if (reader.text('code').startsWith('#')) return null;
  if (comparable(reader.text('done')) !== comparable(DONE_WORD)) return null;
  const given = classOfWord(reader.text('class'), preset);
  const labels = preset.classes.map((one) => one.label);
  if (given === null || (given !== '' && !labels.includes(labelOf(given, preset))))
    reader.problem('UNKNOWN_WORD', 'class', { words: labels });
  if (FORMULA_TROUBLE.test(reader.text('reason'))) reader.problem('FORMULA_TROUBLE', 'reason');
  const keys = ['code', ...CRITERION_CODES, 'class', 'reason'];
  return {
    row: reader.row.row,
    member: reader.needed('code'),
    fullName: reader.text('fullName'),
    levels: CRITERION_CODES.map((code) => signTyped(reader, code)).join(''),
    class: given ?? '',
    reason: reader.text('reason'),
    hash: nameOf(keys.map(reader.text)),
  };
}

/** What Sheets shows where a text that begins with '=' was taken for a formula. */
const FORMULA_TROUBLE = /^#(ERROR|NAME|REF|VALUE|DIV\/0|N\/A|NUM|NULL)[!?]?$/;

function nameOf(texts: readonly string[]): string {
  return bytesToHex(sha256(utf8(JSON.stringify(texts)))).slice(0, 16);
}

function labelOf(code: string, preset: Preset): string {
  return preset.classes.find((one) => one.code === code)?.label ?? '';
}

/** A level as people type it: the short or the long word, or its letter in a ledger. */
function signTyped(reader: RowReader, key: string): string {
  const word = reader.text(key);
  if (word === '') return NOT_GRADED;
  if (comparable(word) === comparable(DID_NOT_REGISTER) || word === '–' || word === '-')
    return NOT_REGISTERED;
  const level = LEVEL_SHORT_WORDS.codeOf(word) ?? LEVEL_WORDS.codeOf(word);
  const letter = 'KCHT'.indexOf(word.toUpperCase()) + 1;
  if (!level && (word.length !== 1 || letter === 0)) reader.problem('NOT_A_LEVEL', key);
  return level ? signOf(level) : letter > 0 ? String(letter) : NOT_GRADED;
}
