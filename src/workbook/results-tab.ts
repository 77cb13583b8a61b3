import type { Preset } from '../programme/classification';
import type { EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import type { MemberFold } from '../programme/fold-member';
import type { BaseUnit, Member } from '../programme/organisation';
import { dueOf, isLate, type Wave } from '../programme/wave';
import { flagCell, momentCell } from './cells';
import { classWord } from './class-words';
import { levelCells } from './ledger-rows';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';
import { GROUP_WORDS, HOW_WORDS, MARK_WORDS, memberStateWord } from './words';

/** The tab *Kết quả đoàn viên*: a member in a wave; rows are found by wave and member. */
export const RESULTS_TAB = tab(
  SHEET_IDS.results,
  'Kết quả đoàn viên',
  [
    column('wave', 'Đợt', 'text', 80),
    column('member', 'Mã đoàn viên', 'text', 110),
    column('fullName', 'Họ và tên', 'text', 190),
    column('base', 'Đơn vị', 'text', 170),
    column('branch', 'Chi đoàn', 'text', 170),
    column('group', 'Đối tượng', 'text', 160),
    column('classed', 'Thuộc diện xếp loại', 'flag', 90),
    column('registered', 'Số tiêu chí đăng ký', 'number', 80),
    column('registeredAt', 'Đăng ký lúc', 'moment', 130),
    column('selfAt', 'Tự đánh giá lúc', 'moment', 130),
    column('selfClass', 'Tự xếp loại', 'text', 110),
    column('gradedAt', 'Chi đoàn đánh giá lúc', 'moment', 130),
    column('how', 'Cách đánh giá', 'text', 190),
    column('proposed', 'Đề nghị xếp loại', 'text', 130),
    column('decided', 'Chi đoàn xếp loại', 'text', 130),
    column('recognised', 'Xếp loại được công nhận', 'text', 140),
    column('state', 'Tình trạng', 'text', 160),
    column('levels', 'Mức theo tiêu chí', 'text', 130),
    column('late', 'Trễ hạn', 'flag', 80),
    column('marks', 'Lưu ý', 'text', 180),
  ],
  3,
);

/** From what a member's result is shown. */
export interface ResultFacts {
  readonly wave: Wave;
  readonly unit: BaseUnit;
  readonly branchName: string;
  readonly member: Member;
  readonly fold: MemberFold;
  readonly branchFold: Pick<BranchFold, 'late'>;
  readonly preset: Preset;
  readonly now: EpochMs;
}

/** A member's result in a wave as a row. */
export function resultRecord(facts: ResultFacts): TabRecord {
  const { wave, unit, member, fold, preset } = facts;
  const classCell = (code: string | null): string => (code === null ? '' : classWord(code, preset));
  return {
    wave: wave.code,
    member: fold.member,
    fullName: member.fullName,
    base: unit.name,
    branch: facts.branchName,
    group: member.group === '' ? '' : GROUP_WORDS.wordOf(member.group),
    classed: flagCell(fold.facts.classed),
    registered: fold.registered.length,
    registeredAt: momentCell(fold.facts.registeredAt),
    selfAt: momentCell(fold.facts.selfAt),
    selfClass: fold.selfClass === '' ? '' : classWord(fold.selfClass, preset),
    gradedAt: momentCell(fold.gradedAt),
    how: fold.how === '' ? '' : HOW_WORDS.wordOf(fold.how),
    proposed: fold.grade === null ? '' : classWord(fold.proposed, preset),
    decided: classCell(fold.decided),
    recognised: classCell(fold.recognised),
    state: memberStateWord(fold.state, unit.kind),
    levels: levelsSaid(fold.levels),
    late: flagCell(isResultLate(facts)),
    marks: fold.marks.map(MARK_WORDS.wordOf).join(' · '),
  };
}

/** Key of a result's row: rows are found by it, wherever they stand. */
export function resultKey(wave: string, member: string): string {
  return `${wave}|${member}`;
}

/** Ten levels in one cell: 'T H C K – · …'; '' where there are none. */
export function levelsSaid(levels: string): string {
  return levels === '' ? '' : levelCells(levels).join(' ');
}

/** Late = the branch sent too late, or has not graded the member although the day is over. */
function isResultLate({ wave, fold, branchFold, now }: ResultFacts): boolean {
  if (fold.grade !== null) return branchFold.late;
  return fold.facts.classed && fold.registered.length > 0 && isLate(dueOf(wave, 'GRADING'), now);
}
