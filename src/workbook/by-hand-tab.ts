import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Preset } from '../programme/classification';
import { CRITERION_CODES } from '../programme/criteria';
import { NOT_GRADED, NOT_REGISTERED, signOf, type PackedLevels } from '../programme/levels';
import { textOfCell, type CellInput, type ReadRows } from './cells';
import { classOfWord } from './class-words';
import type { SheetProblem } from './problems';
import { readRecords, type RowReader } from './row-reader';
import { byHandSheetId } from './sheet-ids';
import { DID_NOT_REGISTER } from './submission-rows';
import { column, headerRow, keyRow, recordToCells, type TabDefinition } from './tab';
import { utf8 } from './utf8';
import { LEVEL_SHORT_WORDS, LEVEL_WORDS } from './words';

/** The word that hands a row over, and the one that sends the branch's results. */
export const DONE_WORD = 'Xong';
export const SEND_WORD = 'Gửi';

/** Row with the cell *Gửi*, between the hidden keys and the header; the cell stands in the column *Xong*. */
export const SEND_ROW = 1;
const HEADER = 2;
const SEND_LABEL = 'Đánh giá xong cả chi đoàn, chọn Gửi ở ô cùng hàng, cột Xong';

/** The tab *Nhập tay <Chi đoàn>*: for branches that work by phone. Its drop-downs warn and do not refuse: a phone that pastes must not lose text. */
export function byHandTab(branch: string, branchName: string, preset: Preset): TabDefinition {
  const levels = [...LEVEL_SHORT_WORDS.words, DID_NOT_REGISTER];
  return {
    sheetId: byHandSheetId(branch),
    title: `Nhập tay ${branchName.replace(/[[\]*?:/\\]/g, ' ').slice(0, 80)}`,
    columns: [
      column('code', 'Mã đoàn viên', 'text', 100),
      column('fullName', 'Họ và tên', 'text', 170),
      ...CRITERION_CODES.map((code) => column(code, code, 'text', 80, { words: levels, typed: true })),
      column('class', 'Xếp loại', 'text', 110, {
        words: preset.classes.map((one) => one.label),
        typed: true,
      }),
      column('reason', 'Lý do', 'text', 200, { typed: true }),
      column('done', 'Xong', 'text', 70, { words: [DONE_WORD], typed: true }),
    ],
    frozenRows: HEADER + 1,
    frozenColumns: 2,
  };
}

/** All rows of a new tab: code and name are the owner's, the rest is typed. */
export function byHandRows(
  definition: TabDefinition,
  members: readonly { readonly code: string; readonly fullName: string }[],
): readonly (readonly CellInput[])[] {
  return [
    keyRow(definition),
    recordToCells(definition, { fullName: SEND_LABEL }),
    headerRow(definition),
    ...members.map(({ code, fullName }) => recordToCells(definition, { code, fullName })),
  ];
}

/** A row typed by hand that is *Xong*. */
export interface ByHandEntry {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly member: string;
  /** As typed: '_' for an empty cell; to be limited to what the member registered. */
  readonly levels: PackedLevels;
  /** '' = no class typed. */
  readonly class: string;
  readonly reason: string;
  /** Names what was typed: the same in the next run means that the row is at rest. */
  readonly hash: string;
}

/** The tab as typed: rows that are done and can be read, whether the branch sends, and what is wrong (told on *Bắt đầu*, never in this tab). */
export interface ByHandReading {
  readonly entries: readonly ByHandEntry[];
  readonly send: boolean;
  readonly problems: readonly SheetProblem[];
}

/** Reads the tab. A row with a problem is no entry, nor any row while a column is gone; a row that is not *Xong* is neither read nor judged. */
export function byHandFrom(rows: ReadRows, definition: TabDefinition, preset: Preset): ByHandReading {
  const reading = readRecords(definition, rows, 'code', (reader) => entryOf(reader, preset));
  const place = reading.table.columns.get('done') ?? -1;
  const whole = reading.table.missing.length === 0;
  const wrong = new Set(reading.problems.map((problem) => problem.row));
  return {
    entries: reading.values.flatMap((entry) => (entry && whole && !wrong.has(entry.row) ? [entry] : [])),
    send: textOfCell(rows[SEND_ROW]?.[place]).toLowerCase() === SEND_WORD.toLowerCase(),
    problems: reading.problems,
  };
}

function entryOf(reader: RowReader, preset: Preset): ByHandEntry | null {
  if (reader.text('done').toLowerCase() !== DONE_WORD.toLowerCase()) return null;
  const given = classOfWord(reader.text('class'), preset);
  const labels = preset.classes.map((one) => one.label);
  if (given === null || (given !== '' && !labels.includes(labelOf(given, preset))))
    reader.problem('UNKNOWN_WORD', 'class', { words: labels });
  const keys = ['code', ...CRITERION_CODES, 'class', 'reason'];
  return {
    row: reader.row.row,
    member: reader.needed('code'),
    levels: CRITERION_CODES.map((code) => signTyped(reader, code)).join(''),
    class: given ?? '',
    reason: reader.text('reason'),
    hash: bytesToHex(sha256(utf8(JSON.stringify(keys.map(reader.text))))).slice(0, 16),
  };
}

function labelOf(code: string, preset: Preset): string {
  return preset.classes.find((one) => one.code === code)?.label ?? '';
}

/** A level as people type it: the short or the long word, or its letter in a ledger. */
function signTyped(reader: RowReader, key: string): string {
  const word = reader.text(key);
  if (word === '') return NOT_GRADED;
  if (word.toLowerCase() === DID_NOT_REGISTER.toLowerCase() || word === '–' || word === '-')
    return NOT_REGISTERED;
  const level = LEVEL_SHORT_WORDS.codeOf(word) ?? LEVEL_WORDS.codeOf(word);
  const letter = 'KCHT'.indexOf(word.toUpperCase()) + 1;
  if (!level && (word.length !== 1 || letter === 0)) reader.problem('NOT_A_LEVEL', key);
  return level ? signOf(level) : letter > 0 ? String(letter) : NOT_GRADED;
}
