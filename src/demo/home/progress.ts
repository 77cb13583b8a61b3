import { dayOf, formatDay } from '../../programme/dates';
import { stepOf, type Step, type Wave } from '../../programme/wave';
import type { HomeProgress } from '../../local/server/api-types';
import { readTab, tabTitles } from '../world/sheet-reading';
import { waveTitle } from '../world/calendar';
import type { World } from '../world/world';

/** How far a branch is, as its base workbook shows it. */
export interface BranchProgress {
  readonly members: number;
  readonly registered: number;
  readonly selfAssessed: number;
  /** Members with a grade in the branch's ledger. */
  readonly graded: number;
  /** Members who have registered or assessed themselves and have no grade. */
  readonly waiting: number;
  readonly sent: boolean;
  /** Codes of members who have assessed themselves. */
  readonly assessed: ReadonlySet<string>;
}

type Counting = { -readonly [K in Exclude<keyof BranchProgress, 'assessed'>]: BranchProgress[K] } & {
  readonly assessed: Set<string>;
};

const GRADES = new Set(['Đánh giá', 'Thống nhất với tự đánh giá', 'Thống nhất nhiều người cùng lúc']);

/** Reads how far the branches of a base workbook are in a wave, by the branch's name. */
export function branchesProgress(
  { workspace }: World,
  book: string,
  wave: Wave,
): ReadonlyMap<string, BranchProgress> {
  const graded = gradedMembers(workspace, book, wave.code);
  const found = new Map<string, Counting>();
  const table = readTab(workspace, book, waveTitle(wave));
  for (const row of table?.rows ?? []) {
    const name = String(table!.cell(row, 'Chi đoàn'));
    const code = String(table!.cell(row, 'Mã đoàn viên'));
    const branch = found.get(name) ?? {
      members: 0,
      registered: 0,
      selfAssessed: 0,
      graded: 0,
      waiting: 0,
      sent: graded.sent.has(name),
      assessed: new Set<string>(),
    };
    found.set(name, branch);
    const [registered, self] = ['Đăng ký lúc', 'Tự đánh giá lúc'].map(
      (header) => table!.cell(row, header) !== '',
    );
    branch.members += 1;
    if (registered) branch.registered += 1;
    if (self) {
      branch.selfAssessed += 1;
      branch.assessed.add(code);
    }
    if (graded.members.has(code)) branch.graded += 1;
    else if (self) branch.waiting += 1;
  }
  return found;
}

function gradedMembers(
  workspace: World['workspace'],
  book: string,
  wave: string,
): { readonly members: ReadonlySet<string>; readonly sent: ReadonlySet<string> } {
  const members = new Set<string>();
  const sent = new Set<string>();
  for (const title of tabTitles(workspace, book).filter((one) => one.startsWith('Sổ '))) {
    const table = readTab(workspace, book, title);
    if (!table?.columns.has('Mã lượt lưu')) continue;
    const branch = title.replace(/^Sổ /, '').replace(/ \d{4}$/, '');
    for (const row of table.rows) {
      if (table.cell(row, 'Đợt') !== wave) continue;
      const what = String(table.cell(row, 'Việc'));
      if (GRADES.has(what)) members.add(String(table.cell(row, 'Đối tượng')));
      if (what === 'Gửi') sent.add(branch);
      if (what === 'Rút lại') sent.delete(branch);
    }
  }
  return { members, sent };
}

const PHASES: readonly (readonly [title: string, step: Step, from: keyof Wave, to: keyof Wave])[] = [
  ['Đăng ký', 'REGISTRATION', 'registrationOpens', 'registrationCloses'],
  ['Tự đánh giá', 'SELF_ASSESSMENT', 'selfOpens', 'selfCloses'],
  ['Chi đoàn đánh giá', 'GRADING', 'selfCloses', 'gradingDue'],
  ['Công nhận', 'RECOGNITION', 'gradingDue', 'recognitionDue'],
  ['Báo cáo, khóa đợt', 'LOCKED', 'recognitionDue', 'reportDue'],
];

const STEP_SAID: Readonly<Record<Step, string>> = {
  PREPARATION: 'đang chuẩn bị',
  REGISTRATION: 'đang ở bước đăng ký',
  CARRYING_OUT: 'đang ở bước thực hiện',
  SELF_ASSESSMENT: 'đang ở bước tự đánh giá',
  GRADING: 'đang ở bước chi đoàn đánh giá',
  RECOGNITION: 'đang ở bước xem xét, công nhận',
  LOCKED: 'đã khóa',
};

/** The card of a wave: where it stands, and how many members of each unit are assessed. */
export function waveProgress(
  world: World,
  wave: Wave,
  units: readonly { readonly name: string; readonly branches: ReadonlyMap<string, BranchProgress> }[],
): HomeProgress {
  const now = world.workspace.now();
  const step = stepOf(wave, now);
  const today = dayOf(now);
  const { district } = world;
  return {
    title: `${waveTitle(wave)} ${STEP_SAID[step]}`,
    note: `${district.units.length} cơ sở · ${district.branches.length} chi đoàn · ${district.members.length} đoàn viên`,
    phases: PHASES.map(([title, , from, to]) => {
      const [first, last] = [String(wave[from]), String(wave[to])];
      return {
        title,
        dates: `${short(first)} – ${short(last)}`,
        state: today > last ? 'past' : today >= first ? 'here' : 'ahead',
      } as const;
    }),
    bars: units.map(({ name, branches }) => {
      const all = [...branches.values()];
      const done = all.reduce((sum, { graded }) => sum + graded, 0);
      const total = all.reduce((sum, { members }) => sum + members, 0);
      return { title: name, done, total, label: `${done}/${total} đã đánh giá` };
    }),
  };
}

function short(day: string): string {
  return formatDay(day).slice(0, 5);
}
