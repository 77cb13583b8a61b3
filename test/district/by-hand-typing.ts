import { columnName, typeBeside } from '../../src/demo/people/typing';
import type { SheetData } from '../../src/local/sheets/model/book';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { bookNamed, recordsOf, seen, tabIn, type Seen } from './books';
import { assessedDistrict } from './grading';
import { must, ROLE_ACCOUNT, SECRETARY, STAFF, WAVE, type SmallDistrict } from './small-district';

/** The unit and the branch that works by phone. */
export const P05 = 'Sổ cơ sở – Đoàn Phường 5';
export const BY_HAND = 'Nhập tay Chi đoàn Khu phố 1 – Đợt I';
export const MEMBERS = ['DV-01', 'DV-02', 'DV-03'] as const;

/** A district of which everybody has assessed himself; Khu phố 1 has asked for its tab and has it. */
export function phoneDistrict(): SmallDistrict {
  const district = assessedDistrict();
  askForTab(district, 'P05-KP1');
  must(district.press('createBooks'));
  return district;
}

/** Staff write *Có* under *Nhập tay* of a branch. */
export function askForTab({ workspace, book }: SmallDistrict, branch: string, word = 'Có'): void {
  typeBeside(
    workspace,
    { file: book, title: 'Chi đoàn', as: STAFF },
    { header: 'Mã chi đoàn', text: branch },
    { header: 'Nhập tay (khi dùng điện thoại)', text: word },
  );
}

/** The tab as it is. */
export function handTab(district: SmallDistrict, title = BY_HAND): SheetData {
  return tabIn(bookNamed(district.workspace, P05).data, title);
}

/** The address of a cell, by the code of its row ('' = the row of *Gửi*) and the key of its column. */
export function cellOf(sheet: SheetData, code: string, key: string): string {
  const keys = (sheet.rows[0]?.v ?? []).map((cell) => String(seen(cell)));
  const row =
    code === '' ? 1 : sheet.rows.findIndex((one, index) => index > 2 && String(seen(one?.v[0])) === code);
  if (row < 0 || !keys.includes(key)) throw new Error(`No ${code} or no ${key}`);
  return `${columnName(keys.indexOf(key))}${row + 1}`;
}

/** Types into cells of a row as the branch's secretary does on a phone; gives what Google refused, '' for nothing. */
export function typeRow(
  district: SmallDistrict,
  code: string,
  cells: Readonly<Record<string, string>>,
  as = SECRETARY,
): string {
  const { id } = bookNamed(district.workspace, P05);
  const sheet = handTab(district);
  for (const [key, text] of Object.entries(cells)) {
    const typed = district.workspace.typeInto(id, sheet.sheetId, cellOf(sheet, code, key), text, { as });
    if (!typed.ok) return typed.message;
  }
  return '';
}

/** A row as everybody in these tests assessed himself: every criterion done, class Khá. */
export function agreeing(more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return { ...Object.fromEntries(CRITERION_CODES.map((code) => [code, 'HT'])), ...more, done: 'Xong' };
}

/** What the branch says of itself. */
export function typeOwn(district: SmallDistrict): void {
  typeRow(district, '#1', { R1: '09/04/2014' });
  typeRow(district, '#2', { R1: 'Khá' });
  typeRow(district, '#3', { R1: 'Bí thư; Phó Bí thư' });
  typeRow(district, '#4', { R1: 'Sinh hoạt đều' });
}

/** The clock's hourly run. */
export function collect(district: SmallDistrict): void {
  must(district.press('collectLedgers', WAVE.code));
}

/** Rows of *Sổ Quận* of the unit. */
export function districtRows(district: SmallDistrict): readonly Readonly<Record<string, Seen>>[] {
  return recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
}

/** What *Bắt đầu* of the unit tells under the tab's title. */
export function told(district: SmallDistrict): readonly string[] {
  const rows = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Bắt đầu'));
  const first = rows.findIndex((row) => row.item === BY_HAND);
  if (first < 0) return [];
  const rest = rows.slice(first + 1);
  const end = rest.findIndex((row) => row.item !== '');
  return [rows[first]!, ...rest.slice(0, end)].map((row) => String(row.value));
}

/** State and class of each member of the branch, as the unit's tab shows them. */
export function shown(district: SmallDistrict): readonly unknown[] {
  return recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'))
    .filter((row) => MEMBERS.some((code) => code === row.code))
    .map((row) => [row.code, row.state, row.class, row.gradedBy]);
}

/** The nightly run of the clock. */
export function nightly(district: SmallDistrict): void {
  const run = district.workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
  if (!run.ok) throw new Error(run.error?.message);
}
