import { formatDay } from '../programme/dates';
import type { Member } from '../programme/organisation';
import { flagCell, type ReadRows } from './cells';
import { readRecords, type RowReader, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';
import { GROUP_WORDS, ROLE_WORDS, WHY_NOT_WORDS } from './words';

/** The tab *Đoàn viên*. Birth dates are text dd/MM/yyyy: Sheets must not turn them round. */
export const MEMBERS_TAB = tab(
  SHEET_IDS.members,
  'Đoàn viên',
  [
    column('code', 'Mã đoàn viên', 'text', 110, { typed: true }),
    column('fullName', 'Họ và tên', 'text', 200, { typed: true }),
    column('birthDate', 'Ngày sinh', 'text', 100, { typed: true }),
    column('branch', 'Chi đoàn', 'text', 110, { typed: true }),
    column('group', 'Đối tượng', 'text', 200, { words: GROUP_WORDS.words, strict: true, typed: true }),
    column('role', 'Chức vụ', 'text', 150, { words: ROLE_WORDS.words, strict: true, typed: true }),
    column('email', 'Email', 'text', 200, { typed: true }),
    column('classed', 'Thuộc diện xếp loại', 'flag', 100, {
      words: ['Có', 'Không'],
      strict: true,
      typed: true,
    }),
    column('whyNot', 'Lý do không thuộc diện', 'text', 220, {
      words: WHY_NOT_WORDS.words,
      strict: true,
      typed: true,
    }),
    column('token', 'Mã đường dẫn', 'text', 130),
  ],
  2,
);

/** Birth years that can be meant: the Union takes members from 16 on, and a slip of a figure shows here. */
const YOUNGEST_YEARS = 13;
const OLDEST_YEARS = 45;

/** A member as a row. */
export function memberRecord(member: Member): TabRecord {
  return {
    code: member.code,
    fullName: member.fullName,
    birthDate: formatDay(member.birthDate),
    branch: member.branch,
    group: member.group === '' ? '' : GROUP_WORDS.wordOf(member.group),
    role: ROLE_WORDS.wordOf(member.role),
    email: member.email,
    classed: flagCell(member.classed),
    whyNot: member.whyNot === '' ? '' : WHY_NOT_WORDS.wordOf(member.whyNot),
    token: member.token,
  };
}

/**
 * The roster of the tab. Empty: role = Đoàn viên, *Thuộc diện xếp loại* = Có. `programme` = the programme year, from which unlikely birth years
 * are told; '' = not told.
 */
export function membersFrom(rows: ReadRows, programme = ''): TabReading<Member> {
  return readRecords(MEMBERS_TAB, rows, 'code', (reader) => {
    const classed = reader.flag('classed', true);
    const whyNot = reader.word('whyNot', WHY_NOT_WORDS, '');
    if (classed && whyNot !== '') reader.problem('REASON_WITHOUT_NEED', 'whyNot');
    if (!classed && reader.text('whyNot') === '') reader.problem('REASON_MISSING', 'whyNot');
    return {
      code: reader.code('code'),
      fullName: reader.needed('fullName'),
      birthDate: birthDateOf(reader, programme),
      branch: reader.needed('branch'),
      group: reader.word('group', GROUP_WORDS, ''),
      role: reader.word('role', ROLE_WORDS, 'MEMBER'),
      email: reader.emails('email')[0] ?? '',
      classed,
      whyNot: classed ? '' : whyNot,
      token: reader.text('token'),
    };
  });
}

function birthDateOf(reader: RowReader, programme: string): string {
  const day = reader.day('birthDate');
  if (day === '' || !/^\d{4}$/.test(programme)) return day;
  const age = Number(programme) - Number(day.slice(0, 4));
  if (age < YOUNGEST_YEARS || age > OLDEST_YEARS)
    reader.problem('BIRTH_DATE_UNLIKELY', 'birthDate', { value: formatDay(day) });
  return day;
}
