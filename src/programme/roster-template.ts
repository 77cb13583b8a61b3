import { formatDay } from './dates';
import type { RosterRow } from './roster-table';

/** Columns of a list as the program hands it on and as the template has them: key, and header in words. Nothing else of a list is kept. */
export const ROSTER_COLUMNS = [
  { key: 'code', header: 'Mã đoàn viên' },
  { key: 'fullName', header: 'Họ và tên' },
  { key: 'birthDate', header: 'Ngày sinh' },
  { key: 'branch', header: 'Chi đoàn' },
  { key: 'group', header: 'Đối tượng' },
  { key: 'role', header: 'Chức vụ' },
  { key: 'email', header: 'Email' },
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]['key'];

/** One line of a list: a text for each of `ROSTER_COLUMNS`. */
export type RosterCells = readonly string[];

/** Signs of one cell that are handed on: one more than can be meant, so that too long a text is told and not cut unseen. */
export const MOST_CELL_SIGNS = 250;

/** A line of a list in the order of the columns; a birth date that could not be read stays as it was typed, to be told. */
export function rosterCells(row: RosterRow): RosterCells {
  const { code, fullName, branch, group, role, email } = row;
  const birthDate = row.birthDate ? formatDay(row.birthDate) : row.typedBirthDate;
  return [code, fullName, birthDate, branch, group, role, email].map((text) =>
    text.slice(0, MOST_CELL_SIGNS),
  );
}

/** The template: headings and two lines of invented people, to be written over. */
export const ROSTER_TEMPLATE: readonly RosterCells[] = [
  ROSTER_COLUMNS.map((one) => one.header),
  [
    'T-0001',
    'Nguyễn Thị Ví Dụ',
    '05/09/1994',
    'P05-KP1',
    'Thanh niên sinh hoạt ở khu phố',
    'Bí thư',
    'vi.du@vidu.vn',
  ],
  ['', 'Trần Văn Thí Dụ', '12/01/1992', 'Chi đoàn Khu phố 2', 'Công nhân, lao động', 'Đoàn viên', ''],
];
