import type { JobField, JobPreview } from '../contract/district';
import { formatDay } from '../programme/dates';
import type { Member, WhyNotClassed } from '../programme/organisation';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { planRosterImport, type ImportPlan, type MemberChange } from '../programme/roster-import';
import { readRosterTable, type RosterTable } from '../programme/roster-table';
import type { ReadRows } from '../workbook/cells';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { problemLine } from '../workbook/problems';
import { importSentence, IMPORT_WORDS, ROSTER_TAB, rosterTexts } from '../workbook/roster-tab';
import { GROUP_WORDS, ROLE_WORDS, WHY_NOT_WORDS } from '../workbook/words';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { countSaid } from './job-words';
import { recall } from './properties';

/** A list held against the roster, with what a member's row would become. */
export interface PlannedRoster {
  readonly table: RosterTable;
  readonly plan: ImportPlan;
  /** Of the list's branches, classed so far, and not in the list. */
  readonly left: readonly Member[];
}

/** What staff say of those who are not in the list: nothing, or why they are not classed any more. Their rows, sheets and ledgers stay. */
export const KEEP_LEFT = 'KEEP';
const LEFT_REASONS: readonly WhyNotClassed[] = [
  'TRANSFERRED_AWAY',
  'AGED_OUT',
  'TEMPORARILY_ELSEWHERE',
  'MILITARY_SERVICE',
];

/** Lines of each list that a preview shows. */
const LINES_SHOWN = 200;

/** The rows of *Nhập danh sách*; null when the tab is not there yet. */
export function readRosterTab({ api, book }: District): ReadRows | null {
  const [rows] = api.read(book, [{ sheetId: ROSTER_TAB.sheetId }]);
  return rows ?? null;
}

/**
 * Plans what taking over *Nhập danh sách* would do. Problems: ROSTER_TAB_MISSING, ROSTER_UNFINISHED (a file of which not all has come),
 * ROSTER_EMPTY, ROSTER_NO_NAMES (no column of names), and what is wrong with *Đoàn viên* as a tab.
 */
export function planRoster(
  district: District,
  { setup }: DistrictFacts,
  rows: ReadRows | null,
): Result<PlannedRoster, Problem> {
  const broken = setup.problems.filter(
    (one) =>
      one.sheetId === MEMBERS_TAB.sheetId && (one.code === 'COLUMN_MISSING' || one.code === 'TAB_MISSING'),
  );
  if (broken.length > 0)
    return fail(...broken.map((one) => problem('SHEET_PROBLEM', one.at, { sentence: problemLine(one) })));
  if (rows === null) return fail(problem('ROSTER_TAB_MISSING'));
  const file = recall(district.services, 'roster');
  if (file && file.received < file.total) return fail(problem('ROSTER_UNFINISHED', '', { ...file }));
  const table = readRosterTable(rosterTexts(rows), { identifierAsCode: false });
  if (!table) return fail(problem(rows.length > ROSTER_TAB.frozenRows ? 'ROSTER_NO_NAMES' : 'ROSTER_EMPTY'));
  if (table.rows.length === 0) return fail(problem('ROSTER_EMPTY'));
  const plan = planRosterImport(table.rows, setup.members, setup.allBranches, IMPORT_WORDS);
  return ok({ table, plan, left: plan.left.filter((member) => member.classed) });
}

/** A line of the list that cannot be taken over, with its place as people count. */
export function importLine(one: ImportPlan['problems'][number]): string {
  return `${ROSTER_TAB.title}, dòng ${one.row}: ${importSentence(one)}`;
}

/** What taking the list over will do, in numbers and by name; nothing is written. */
export function previewRoster(
  district: District,
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'fields' | 'lists'> {
  const planned = planRoster(district, facts, readRosterTab(district));
  if (!planned.ok) return { sentence: '', problems: planned.problems };
  const { plan, left } = planned.value;
  const nameOf = branchNames(facts);
  const lists = [
    list('Chỗ cần sửa', plan.problems.map(importLine)),
    list(
      'Thêm mới',
      plan.added.map((one) => `${person(one)}, ${nameOf(one.branch)}`),
    ),
    list(
      'Chuyển chi đoàn',
      plan.moved.map(
        ({ before, after }) => `${person(after)}: từ ${nameOf(before.branch)} sang ${nameOf(after.branch)}`,
      ),
    ),
    list(
      'Sửa thông tin',
      plan.changed.map((one) => `${person(one.before)}: ${changes(one)}`),
    ),
    list(
      'Có ở Đoàn viên nhưng không có trong danh sách',
      left.map((one) => `${person(one)}, ${nameOf(one.branch)}`),
    ),
  ].filter((one) => one.lines.length > 0);
  const said =
    `thêm ${countSaid(plan.added.length)}, chuyển chi đoàn ${countSaid(plan.moved.length)}, ` +
    `sửa thông tin ${countSaid(plan.changed.length)}, giữ nguyên ${countSaid(plan.unchanged)}`;
  if (plan.problems.length > 0)
    return {
      sentence:
        `Danh sách có ${countSaid(plan.problems.length)} chỗ cần sửa; chưa nhập dòng nào. ` +
        'Tô màu và ghi chú từng chỗ ở trang Nhập danh sách?',
      problems: [],
      lists,
    };
  return {
    sentence:
      `Nhập danh sách ${countSaid(planned.value.table.rows.length)} đoàn viên: ${said}?` +
      (plan.moved.length > 0
        ? ' Người chuyển chi đoàn giữ mã và kết quả cũ; đợt đang mở vẫn ở chi đoàn cũ, đợt mở sau ở chi đoàn mới.'
        : ''),
    problems: [],
    lists,
    ...(left.length > 0 ? { fields: [leftField(left.length)] } : {}),
  };
}

function leftField(count: number): JobField {
  return {
    name: 'left',
    label: `${countSaid(count)} người không có trong danh sách: ghi gì? Dòng và kết quả của họ vẫn được giữ.`,
    kind: 'CHOICE',
    choices: [
      { code: KEEP_LEFT, label: 'Giữ nguyên, chưa ghi gì' },
      ...LEFT_REASONS.map((code) => ({ code, label: `Không xếp loại: ${WHY_NOT_WORDS.wordOf(code)}` })),
    ],
    value: KEEP_LEFT,
  };
}

/** The reason chosen for those who left; null = they stay as they are. */
export function leftReason(answer: string): WhyNotClassed | null {
  return LEFT_REASONS.find((code) => code === answer) ?? null;
}

function list(title: string, lines: readonly string[]): NonNullable<JobPreview['lists']>[number] {
  const more = lines.length - LINES_SHOWN;
  return {
    title: `${title} (${countSaid(lines.length)})`,
    lines: [...lines.slice(0, LINES_SHOWN), ...(more > 0 ? [`… và ${countSaid(more)} người nữa`] : [])],
  };
}

function branchNames({ setup }: DistrictFacts): (code: string) => string {
  const names = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  return (code) => names.get(code) ?? code;
}

function person({ fullName, birthDate }: Member): string {
  return birthDate === '' ? fullName : `${fullName} (${formatDay(birthDate)})`;
}

function changes({ before, after }: MemberChange): string {
  const said = (from: string, to: string): string => (from === '' ? to : `${from} → ${to}`);
  const group = (code: Member['group']): string => (code === '' ? '' : GROUP_WORDS.wordOf(code));
  return [
    before.fullName === after.fullName ? '' : said(before.fullName, after.fullName),
    before.birthDate === after.birthDate
      ? ''
      : `ngày sinh ${said(formatDay(before.birthDate), formatDay(after.birthDate))}`,
    before.group === after.group ? '' : `đối tượng ${said(group(before.group), group(after.group))}`,
    before.role === after.role
      ? ''
      : `chức vụ ${said(ROLE_WORDS.wordOf(before.role), ROLE_WORDS.wordOf(after.role))}`,
    before.email === after.email ? '' : `email ${said(before.email, after.email)}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}
