import type { Preset } from '../../programme/classification';
import type { ActivityKind } from '../../programme/events';
import type { DifficultyState } from '../../programme/difficulties';
import { faultSentence } from '../../contract/fault';
import { sentenceOf } from '../../contract/problems';
import type { MemberBrief } from '../../contract/committee';
import { wholePercent } from '../../programme/percent';
import type { ProposedUnitClass } from '../../programme/unit-classes';
import { classWords } from '../parts/words';
import type { NotInBulk } from './state/bulk';
import { criterionNumber } from './state/keys';
import type { FilledAct } from './state/filled-act';
import type { Filter, SaveTrouble, Trouble } from './state/model';
import type { OwnPart } from './state/own-form';
import type { LookReason } from './state/review';

export const FILTER_WORDS: Readonly<Record<Filter, string>> = {
  ALL: 'Tất cả',
  UNGRADED: 'Chưa đánh giá',
  GRADED: 'Đã đánh giá',
  NO_SELF: 'Chưa tự đánh giá',
  LOOK_AGAIN: 'Nên xem lại',
  RESENT: 'Đã gửi lại',
};

/** What the filled button says; it is what Enter does. */
export function filledWords(act: FilledAct): string {
  switch (act.kind) {
    case 'AGREE':
      return 'Thống nhất với phần tự đánh giá';
    case 'AGREE_REST':
      return `Thống nhất ${act.count} mục còn lại và tiếp`;
    case 'OPEN':
      return `Chọn mức cho ${act.count} mục còn lại`;
    case 'REASON':
      return `Ghi lý do ở mục ${criterionNumber(act.criterion)}`;
    case 'CLASS_REASON':
      return 'Ghi lý do đổi xếp loại';
    case 'SAVE':
      return 'Lưu, sang người kế tiếp';
    case 'NOTHING_REGISTERED':
      return 'Ghi nhận chưa đủ cơ sở xếp loại';
    case 'NEXT_UNGRADED':
      return 'Đến người chưa được đánh giá';
    case 'TO_BRANCH':
      return 'Sang phần Chi đoàn';
    case 'NONE':
      return '';
  }
}

/** Why a member cannot be chosen in the list. */
export const NOT_IN_BULK_WORDS: Readonly<Record<NotInBulk, string>> = {
  NOT_OPEN: 'Lúc này chưa ghi được',
  ALREADY_GRADED: 'Đã đánh giá',
  NO_SELF: 'Tự đánh giá chưa đủ: đánh giá riêng',
  OTHER_CLASS: 'Tự xếp loại khác quy tắc: đánh giá riêng',
  NOT_READ: 'Mở xem minh chứng rồi mới chọn được',
};

export const DIFFICULTY_WORDS: Readonly<Record<DifficultyState, string>> = {
  NEW: 'Mới nêu',
  IN_PROGRESS: 'Đang giải quyết',
  ESCALATED: 'Đã chuyển Quận đoàn',
  ANSWERED: 'Đã trả lời',
  DONE: 'Xong',
  OVERDUE: 'Quá hạn',
};

export const ACTIVITY_WORDS: Readonly<Record<ActivityKind, string>> = {
  MEMBER_DAY: 'Ngày đoàn viên',
  PROPAGANDA: 'Tuyên truyền',
  THEMED_MEETING: 'Sinh hoạt chủ đề',
  FOLLOWING_UNCLE_HO: 'Học tập và làm theo lời Bác',
  VOLUNTEERING: 'Tình nguyện',
  STUDY_SKILLS: 'Học tập, kỹ năng',
  CULTURE_SPORT: 'Văn hóa, thể thao',
  CHILDREN: 'Chăm lo thiếu nhi',
  OTHER: 'Khác',
};

export const OWN_PART_WORDS: Readonly<Record<OwnPart, string>> = {
  CLASS: 'chi đoàn tự xếp loại',
  DAY: 'ngày họp Ban Chấp hành',
  PRESENT: 'thành phần dự họp',
};

/** Why a base committee should look at a member. */
export function lookWords(reason: LookReason): string {
  switch (reason.kind) {
    case 'FLAG':
      return reason.text;
    case 'CLASS_CHANGED':
      return 'đổi xếp loại, có lý do';
    case 'NO_SELF':
      return 'chưa tự đánh giá';
    case 'SELF_APART':
      return 'tự xếp khác chi đoàn';
    case 'SECOND_LOOK':
      return 'đề nghị xem lại';
  }
}

/** The class a member gave itself; a text that is no class of the scale stays as it was written. */
export function selfClassWords(preset: Preset, member: MemberBrief): string {
  const isOfScale = preset.classes.some((one) => one.code === member.selfClass);
  return isOfScale ? classWords(preset, member.selfClass) : member.selfClass;
}

/** The figures behind the class suggested for the branch. */
export function branchFiguresWords(proposal: ProposedUnitClass): string {
  const { registered, members, goodOrBetter, classed, weak } = proposal.because;
  const share = (part: number, whole: number): string => {
    const percent = wholePercent(part, whole);
    return percent === null ? '–' : `${part}/${whole} (${percent}%)`;
  };
  const last = weak === 0 ? 'không có mức thấp nhất' : `${weak} ở mức thấp nhất`;
  return `Đăng ký ${share(registered, members)}, Khá trở lên ${share(goodOrBetter, classed)}, ${last}.`;
}

/** Everything that is the matter, in sentences. */
export function troubleWords(trouble: Trouble, name: (code: string) => string): string {
  if (trouble.fault) return faultSentence(trouble.fault);
  const sentences = trouble.problems.map((problem) => sentenceOf(problem, name));
  return [...new Set(sentences)].join(' ');
}

/** Why the grades did not arrive (wording.md 2, saveFailed). */
export function saveTroubleWords(
  trouble: SaveTrouble,
  members: number,
  name: (code: string) => string,
): string {
  if (trouble.fault?.class === 'NETWORK')
    return `Chưa lưu được ${members} đoàn viên vì mất kết nối. Phần vừa làm vẫn còn trên máy này. Khi có mạng, bấm Thử lại; đừng đóng bảng.`;
  return `Chưa lưu được ${members} đoàn viên. ${troubleWords(trouble, name)}`;
}
