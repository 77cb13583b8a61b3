import type { EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import type { MemberFold } from '../programme/fold-member';
import { inRoster, type UnitResults } from '../programme/summary';
import { momentCell } from './cells';
import { CODE_COLUMN, NOTE_COLUMN, type HeadedColumn, type SheetPicture } from './sheet-picture';
import { SHEET_IDS } from './sheet-ids';
import { drawPart, type PartFacts } from './summary-part-cells';
import type { TabRecord } from './tab';
import { BRANCH_STATE_WORDS } from './words';

/** What *Tiến độ* shows beside the folds. */
export interface ProgressFacts extends PartFacts {
  readonly branchNames: ReadonlyMap<string, string>;
  /** Branches that are late now. */
  readonly lateBranches: ReadonlySet<string>;
  /** Moment of the last reminder, by unit code. */
  readonly reminders: ReadonlyMap<string, EpochMs>;
}

const COLUMNS: readonly HeadedColumn[] = [
  { key: 'unit', header: 'Đơn vị', kind: 'text', width: 190 },
  { key: 'branch', header: 'Chi đoàn', kind: 'text', width: 200 },
  { key: 'registered', header: 'Đăng ký', kind: 'text', width: 90 },
  { key: 'selfAssessed', header: 'Tự đánh giá', kind: 'text', width: 90 },
  { key: 'graded', header: 'Chi đoàn đánh giá', kind: 'text', width: 110 },
  { key: 'sent', header: 'Gửi', kind: 'text', width: 160 },
  { key: 'recognised', header: 'Công nhận', kind: 'text', width: 100 },
  { key: 'late', header: 'Trễ hạn', kind: 'text', width: 80 },
  { key: 'officers', header: 'Cán bộ phụ trách', kind: 'text', width: 170 },
  { key: 'reminded', header: 'Lần nhắc gần nhất', kind: 'moment', width: 130 },
  CODE_COLUMN,
  NOTE_COLUMN,
];

/** The tab *Tiến độ*: a row a branch, in the order of the units. */
export function drawProgress(facts: ProgressFacts, results: readonly UnitResults[]): SheetPicture {
  const records = results.flatMap(({ unit, branches }) =>
    branches.map((fold): TabRecord => {
      const reminded = facts.reminders.get(unit.code) ?? null;
      return {
        unit: unit.name,
        branch: facts.branchNames.get(fold.branch) ?? fold.branch,
        ...progressCells(fold),
        late: fold.late || facts.lateBranches.has(fold.branch) ? 'Trễ hạn' : '',
        officers: unit.officers.map((officer) => officer.name).join('; '),
        reminded: momentCell(reminded),
        code: fold.branch,
      };
    }),
  );
  return drawPart(facts, SHEET_IDS.progressSummary, 'Tiến độ', COLUMNS, records, { frozenColumns: 2 });
}

/** 'có/trong' of every step of a branch; graded and recognised are of those to be classed. */
export function progressCells(fold: BranchFold): TabRecord {
  const members = inRoster(fold.members);
  const eligible = members.filter((member) => member.facts.classed);
  const share = (of: readonly MemberFold[], has: (member: MemberFold) => boolean): string =>
    of.length === 0 ? '–' : `${of.filter(has).length}/${of.length}`;
  return {
    registered: share(members, (member) => member.registered.length > 0),
    selfAssessed: share(members, (member) => member.selfLevels !== ''),
    graded: share(eligible, (member) => member.grade !== null),
    sent: BRANCH_STATE_WORDS.wordOf(fold.state),
    recognised: share(eligible, (member) => member.recognised !== null),
  };
}
