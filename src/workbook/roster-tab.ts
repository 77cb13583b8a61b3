import type { ImportProblem, ImportProblemCode, ImportWords } from '../programme/roster-import';
import type { RosterField, TextTable } from '../programme/roster-table';
import { bareName } from '../programme/names';
import { ROSTER_COLUMNS } from '../programme/roster-template';
import { isEmail, textOfCell, type ReadRows } from './cells';
import { isCode } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab } from './tab';
import { GROUP_WORDS, ROLE_WORDS } from './words';

const WIDTHS: Readonly<Record<string, number>> = { fullName: 200, group: 220, branch: 180, email: 200 };

/**
 * The tab *Nhập danh sách*: a list on its way into *Đoàn viên*. Staff paste one into it with whatever headings it has, or the console writes into it
 * what was kept of a file; it is emptied when the list was taken over.
 */
export const ROSTER_TAB = tab(
  SHEET_IDS.roster,
  'Nhập danh sách',
  ROSTER_COLUMNS.map(({ key, header }) => column(key, header, 'text', WIDTHS[key] ?? 120, { typed: true })),
);

/** The tab as a table of texts. Dates that Sheets made of what was pasted stay numbers of days, which the reading of lists knows. */
export function rosterTexts(rows: ReadRows): TextTable {
  return rows.map((row) => row.map(textOfCell));
}

/** What words of a list mean, as people and the national system write them. */
export const IMPORT_WORDS: ImportWords = {
  isCode,
  isEmail,
  groupOf: (word) => (word === '' ? null : GROUP_WORDS.codeOf(word) || null),
  roleOf(word) {
    if (word === '') return null;
    const exact = ROLE_WORDS.codeOf(word);
    if (exact !== null) return exact;
    const bare = bareName(word);
    if (/^pho bi thu\b/.test(bare)) return 'DEPUTY_SECRETARY';
    if (/^bi thu\b/.test(bare)) return 'SECRETARY';
    return /^(uy vien|uv)\b/.test(bare) ? 'COMMITTEE_MEMBER' : null;
  },
};

/** The column in which each problem stands. */
export const FIELD_OF_PROBLEM: Readonly<Record<ImportProblemCode, RosterField>> = {
  NAME_MISSING: 'fullName',
  IMPOSSIBLE_DATE: 'birth',
  BIRTH_DATE_MISSING: 'birth',
  UNKNOWN_BRANCH: 'branch',
  BAD_CODE: 'code',
  BAD_EMAIL: 'email',
  TOO_LONG: 'fullName',
  DOUBLED: 'fullName',
  TWO_ALIKE: 'fullName',
};

const SENTENCES: Readonly<Record<ImportProblemCode, (value: string) => string>> = {
  NAME_MISSING: () => 'Dòng này chưa có họ và tên. Hãy ghi tên, hoặc xóa cả dòng.',
  IMPOSSIBLE_DATE: (value) =>
    `Ngày sinh “${value}” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998.`,
  BIRTH_DATE_MISSING: () =>
    'Chưa có ngày sinh; không có ngày sinh thì phiếu không khớp được. Hãy ghi ngày sinh.',
  UNKNOWN_BRANCH: (value) =>
    value === ''
      ? 'Chưa ghi chi đoàn. Hãy ghi mã hoặc tên như ở trang Chi đoàn.'
      : `Chi đoàn “${value}” không có ở trang Chi đoàn, hoặc có nhiều chi đoàn cùng tên. Hãy ghi mã chi đoàn.`,
  BAD_CODE: (value) =>
    `Mã “${value}” có dấu cách hoặc dấu không dùng được. Chỉ dùng chữ, số, dấu chấm, gạch nối.`,
  BAD_EMAIL: (value) => `“${value}” không phải một địa chỉ email. Hãy sửa, hoặc để trống.`,
  TOO_LONG: (value) => `“${value}…” dài hơn 200 chữ nên không phải một họ tên, mã hay email. Hãy sửa lại.`,
  DOUBLED: (value) =>
    `Dòng này trùng với dòng ${value}. Nếu là một người, hãy xóa một dòng; nếu là hai người, hãy ghi mã đoàn viên cho từng người.`,
  TWO_ALIKE: (value) =>
    `Danh sách đoàn viên có hai người tên “${value}” cùng ngày sinh. Hãy ghi mã đoàn viên vào dòng này để biết là ai.`,
};

/** A problem of a line as one sentence: what is the case, then what to do. */
export function importSentence({ code, value }: ImportProblem): string {
  return SENTENCES[code](value);
}
