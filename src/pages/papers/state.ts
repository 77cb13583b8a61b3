import type {
  BranchKey,
  BranchView,
  Greeting,
  MemberTexts,
  RoleBrief,
  UnitView,
} from '../../contract/committee';
import type { Fault } from '../../contract/fault';
import type { Problem } from '../../programme/result';

/** What can be printed (committee/menu.ts names the one a page begins with). */
export const SHEETS = ['MEMBERS', 'SLIPS', 'MINUTES', 'RECOGNISED', 'REPORT'] as const;
export type Sheet = (typeof SHEETS)[number];

export const SHEET_WORDS: Readonly<Record<Sheet, string>> = {
  MEMBERS: 'Danh sách đoàn viên',
  SLIPS: 'Phiếu đã đăng ký',
  MINUTES: 'Biên bản họp Ban Chấp hành chi đoàn',
  RECOGNISED: 'Danh sách công nhận',
  REPORT: 'Báo cáo của đơn vị',
};

/** Everything the page shows. */
export interface PapersState {
  readonly greeting: Greeting | null;
  readonly role: RoleBrief | null;
  readonly wave: string;
  readonly sheet: Sheet;
  /** The branch that is printed; '' = all of the unit. */
  readonly branch: string;
  readonly unit: UnitView | null;
  readonly views: Readonly<Record<string, BranchView>>;
  /** Commitments by member, of the branch whose slips are printed. */
  readonly texts: Readonly<Record<string, MemberTexts>>;
  readonly loading: boolean;
  readonly trouble: { readonly fault: Fault | null; readonly problems: readonly Problem[] } | null;
}

/** The state before anything is known. */
export function initialPapers(sheet: Sheet): PapersState {
  return {
    greeting: null,
    role: null,
    wave: '',
    sheet,
    branch: '',
    unit: null,
    views: {},
    texts: {},
    loading: true,
    trouble: null,
  };
}

/** The sheet of that name; the list of members where there is none. */
export function sheetOf(name: string): Sheet {
  return SHEETS.find((one) => one === name) ?? 'MEMBERS';
}

/** Sheets the person may print: the unit's report is its own committee's. */
export function sheetsFor({ greeting, role }: PapersState): readonly Sheet[] {
  const isOfUnit = role?.branch === '' || greeting?.unit.kind === 'BASE_BRANCH';
  return isOfUnit ? SHEETS : SHEETS.filter((one) => one !== 'REPORT');
}

/** Branches the person may print, and whether all together can be. */
export function branchesFor(state: PapersState): readonly { readonly code: string; readonly name: string }[] {
  if (state.unit) return state.unit.branches;
  return (state.greeting?.roles ?? [])
    .filter(({ branch }) => branch !== '')
    .map(({ branch, name }) => ({ code: branch, name }));
}

/** Branches whose members the sheet shows: one, or for the unit's own sheets all. */
export function wanted(state: PapersState): readonly string[] {
  const codes = branchesFor(state).map(({ code }) => code);
  if (state.sheet === 'REPORT') return codes;
  if (state.sheet === 'RECOGNISED' && state.branch === '') return codes;
  return codes.includes(state.branch) ? [state.branch] : codes.slice(0, 1);
}

/** How a request about a branch names it. */
export function keyFor(state: PapersState, branch: string): BranchKey {
  return { wave: state.wave, branch, ...(state.role ? { role: state.role.role } : {}) };
}

/** The branches of the sheet that have come, in order; all of them = the sheet can be printed. */
export function viewsOf(state: PapersState): readonly BranchView[] {
  return wanted(state).flatMap((code) => state.views[code] ?? []);
}
