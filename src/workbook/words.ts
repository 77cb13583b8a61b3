import { GROUP_LABELS, type TargetGroup } from '../programme/criteria';
import type { DifficultyState } from '../programme/difficulties';
import type { ActivityKind, EventKind, GradeKind } from '../programme/events';
import type { BranchState } from '../programme/fold';
import type { MemberMark, MemberState } from '../programme/fold-member';
import type { Level } from '../programme/levels';
import type { LateDecision } from '../programme/late-sheets';
import type { UnmatchedReason } from '../programme/matching';
import type {
  BaseKind,
  Block,
  CalendarName,
  MemberRole,
  OfficerRank,
  WhyNotClassed,
} from '../programme/organisation';
import type { MatchedHow, Rating } from '../programme/submission';
import type { RegistrationScope, Step } from '../programme/wave';

/** The Vietnamese words of an enumeration: one word a code, both ways. Sources: wording.md 1, programme.md 9. */
export interface WordTable<Code extends string> {
  readonly codes: readonly Code[];
  /** In the order of the codes; what a drop-down offers. */
  readonly words: readonly string[];
  readonly wordOf: (code: Code) => string;
  /** The code of a word, whatever its case and spaces; null for an unknown one. */
  readonly codeOf: (word: string) => Code | null;
}

/** Makes a table of words. `also` = other spellings that are understood but never written. */
export function wordTable<Code extends string>(
  wordByCode: Readonly<Record<Code, string>>,
  also: Readonly<Record<string, Code>> = {},
): WordTable<Code> {
  const codes = Object.keys(wordByCode) as Code[];
  // Made when first asked for: a script begins anew at every call, and most calls read few of these tables.
  let codeByWord: Map<string, Code> | null = null;
  const byWord = (): Map<string, Code> =>
    new Map<string, Code>([
      ...Object.entries(also).map(([word, code]): [string, Code] => [comparable(word), code]),
      ...codes.map((code): [string, Code] => [comparable(wordByCode[code]), code]),
    ]);
  return {
    codes,
    words: codes.map((code) => wordByCode[code]),
    wordOf: (code) => wordByCode[code],
    codeOf: (word) => (codeByWord ??= byWord()).get(comparable(word)) ?? null,
  };
}

/** A word without what people do not mean by it: case, spaces, the way its marks are stored. */
export function comparable(word: string): string {
  return word.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

export const BLOCK_WORDS = wordTable<Block>({
  RESIDENTIAL: 'Địa bàn dân cư',
  SCHOOL: 'Trường học',
  WORKER: 'Công nhân lao động',
  OFFICE: 'Công chức, viên chức',
  ARMED: 'Lực lượng vũ trang',
});

export const KIND_WORDS = wordTable<BaseKind>({ BASE_UNION: 'Đoàn cơ sở', BASE_BRANCH: 'Chi đoàn cơ sở' });

export const CALENDAR_WORDS = wordTable<CalendarName>({ GENERAL: 'Lịch chung', SCHOOL: 'Lịch trường học' });

export const SCOPE_WORDS = wordTable<RegistrationScope>({ WAVE: 'Từng đợt', YEAR: 'Cả năm' });

export const STEP_WORDS = wordTable<Step>({
  PREPARATION: 'Chuẩn bị',
  REGISTRATION: 'Đăng ký',
  CARRYING_OUT: 'Thực hiện',
  SELF_ASSESSMENT: 'Tự đánh giá',
  GRADING: 'Chi đoàn đánh giá',
  RECOGNITION: 'Xem xét, công nhận',
  LOCKED: 'Đã khóa',
});

export const OFFICER_RANK_WORDS = wordTable<OfficerRank>({
  STANDING_COMMITTEE: 'Ủy viên Ban Thường vụ',
  COMMITTEE: 'Ủy viên Ban Chấp hành',
  OFFICER: 'Cán bộ Quận đoàn',
});

export const ROLE_WORDS = wordTable<MemberRole>({
  SECRETARY: 'Bí thư',
  DEPUTY_SECRETARY: 'Phó Bí thư',
  COMMITTEE_MEMBER: 'Ủy viên Ban Chấp hành',
  MEMBER: 'Đoàn viên',
});

export const WHY_NOT_WORDS = wordTable<WhyNotClassed>({
  UNDER_SIX_MONTHS: 'Sinh hoạt Đoàn dưới 06 tháng',
  FULL_PARTY_MEMBER: 'Đảng viên chính thức (chỉ nhận xét)',
  TEMPORARILY_ELSEWHERE: 'Đang sinh hoạt tạm nơi khác',
  TRANSFERRED_AWAY: 'Chuyển sinh hoạt Đoàn đi',
  MILITARY_SERVICE: 'Nghĩa vụ quân sự, công an',
  LONG_LEAVE: 'Nghỉ thai sản hoặc ốm dài ngày',
  AGED_OUT: 'Đã trưởng thành Đoàn',
  OTHER: 'Lý do khác (ghi rõ)',
});

/** Short forms of a group's label are understood: 'Lực lượng vũ trang'. */
export const GROUP_WORDS = wordTable<TargetGroup>(
  Object.fromEntries(GROUP_LABELS.map(({ code, label }) => [code, label])) as Record<TargetGroup, string>,
  Object.fromEntries(GROUP_LABELS.map(({ code, label }) => [shortGroup(label), code])),
);

/** A group's label without what stands in brackets, for headers. */
export function shortGroup(label: string): string {
  return label.replace(/\s*\(.*\)$/, '');
}

export const LEVEL_WORDS = wordTable<Level>({
  DONE_WELL: 'Hoàn thành tốt',
  DONE: 'Hoàn thành',
  NOT_FINISHED: 'Chưa hoàn thành',
  NOT_STARTED: 'Chưa thực hiện',
});

export const LEVEL_SHORT_WORDS = wordTable<Level>({
  DONE_WELL: 'HT tốt',
  DONE: 'HT',
  NOT_FINISHED: 'Chưa HT',
  NOT_STARTED: 'Chưa TH',
});

export const EVENT_WORDS = wordTable<EventKind>({
  grade: 'Đánh giá',
  agree: 'Thống nhất với tự đánh giá',
  agreeBulk: 'Thống nhất nhiều người cùng lúc',
  byHand: 'Nhập tay trong bảng tính',
  paperEntry: 'Nhập từ phiếu giấy',
  progress: 'Theo dõi',
  deployed: 'Triển khai',
  guidance: 'Hướng dẫn của đơn vị',
  rosterProposal: 'Đề nghị danh sách',
  takeBack: 'Rút lại',
  secondLook: 'Đề nghị xem lại',
  undo: 'Hoàn tác',
  restored: 'Khôi phục',
  reviewing: 'Bắt đầu xem xét',
  takeOver: 'Nhận đánh giá thay',
  handBack: 'Giao lại',
  identify: 'Ghép mã',
  erased: 'Xóa theo yêu cầu',
  branchAssessment: 'Chi đoàn tự đánh giá',
  activity: 'Hoạt động',
  difficulty: 'Vướng mắc',
  answer: 'Trả lời',
  escalate: 'Chuyển cấp trên',
  send: 'Gửi',
  recognise: 'Công nhận',
  adjust: 'Điều chỉnh',
  return: 'Trả lại để bổ sung',
  gradeFor: 'Đoàn cơ sở đánh giá thay',
  branchClass: 'Xếp loại chi đoàn',
  lessons: 'Rút kinh nghiệm',
  lock: 'Khóa',
  reopen: 'Mở lại',
});

/** How a member was graded (wording.md 1, "How"). */
export const HOW_WORDS = wordTable<GradeKind>({
  grade: 'Từng đoàn viên',
  agree: 'Thống nhất với tự đánh giá',
  agreeBulk: 'Thống nhất nhiều người cùng lúc',
  byHand: 'Nhập tay trong bảng tính',
  gradeFor: 'Đoàn cơ sở đánh giá thay',
});

export const MEMBER_STATE_WORDS = wordTable<MemberState>(
  {
    NOT_REGISTERED: 'Chưa đăng ký',
    REGISTERED: 'Đã đăng ký',
    SELF_ASSESSED: 'Đã tự đánh giá',
    GRADED: 'Chi đoàn đã đánh giá',
    SENT: 'Đã gửi về Đoàn cơ sở',
    RECOGNISED: 'Đã công nhận',
    ADJUSTED: 'Công nhận có điều chỉnh',
    RETURNED: 'Trả lại để bổ sung',
    LOCKED: 'Đã khóa',
  },
  { 'Đã gửi về Quận đoàn': 'SENT' },
);

/** State of a member as people read it: a base branch sends to the district (P2). */
export function memberStateWord(state: MemberState, kind: BaseKind): string {
  return state === 'SENT' && kind === 'BASE_BRANCH'
    ? 'Đã gửi về Quận đoàn'
    : MEMBER_STATE_WORDS.wordOf(state);
}

export const BRANCH_STATE_WORDS = wordTable<BranchState>({
  NOT_STARTED: 'Chưa bắt đầu',
  GRADING: 'Đang đánh giá',
  READY: 'Đánh giá xong, chưa gửi',
  SENT: 'Đã gửi',
  RETURNED: 'Trả lại để bổ sung',
  RECOGNISED: 'Đã công nhận',
});

export const MARK_WORDS = wordTable<MemberMark>({
  RESENT: 'Đã gửi lại',
  FROM_PAPER: 'Nhập từ phiếu giấy',
  COMMENT_ONLY: 'Chỉ nhận xét',
  PROVISIONAL: 'Chờ ghép mã',
  TWO_WRITERS: 'Hai nơi cùng đánh giá',
  SECOND_LOOK: 'Đề nghị xem lại',
  LOOKED_AGAIN: 'Đã trả lời đề nghị xem lại',
  AFTER_SEND: 'Có đánh giá sau khi gửi',
});

export const ACTIVITY_WORDS = wordTable<ActivityKind>({
  MEMBER_DAY: 'Ngày đoàn viên',
  PROPAGANDA: 'Tuyên truyền',
  THEMED_MEETING: 'Sinh hoạt chủ đề',
  FOLLOWING_UNCLE_HO: 'Học tập và làm theo lời Bác',
  VOLUNTEERING: 'Tình nguyện',
  STUDY_SKILLS: 'Học tập, kỹ năng',
  CULTURE_SPORT: 'Văn hóa, thể thao',
  CHILDREN: 'Chăm lo thiếu nhi',
  OTHER: 'Khác',
});

export const MATCHED_HOW_WORDS = wordTable<Exclude<MatchedHow, ''>>({
  LINK: 'Đường dẫn riêng',
  CODE: 'Mã và ngày sinh',
  NAME: 'Họ tên và ngày sinh',
  PERSON: 'Người chọn',
});

export const UNMATCHED_WORDS = wordTable<UnmatchedReason>({
  CODE_NOT_IN_ROSTER: 'mã không có trong danh sách',
  BIRTH_DATE_DIFFERS: 'ngày sinh khác danh sách',
  NAME_DIFFERS: 'tên khác danh sách',
  TWO_ALIKE: 'có hai người trùng họ tên và ngày sinh',
  LATE: 'gửi sau hạn',
  OTHER_WAVE: 'phiếu của đợt khác',
});

/** What staff said of a sheet sent after the deadline. */
export const LATE_DECISION_WORDS = wordTable<LateDecision>({
  ACCEPT: 'Nhận',
  REFUSE: 'Không nhận',
  TAKE_BACK: 'Hoàn tác',
});

/** Ratings of branch and unit; '' = *Không có ý kiến*. */
export const RATING_WORDS = wordTable<Rating>({
  EXCELLENT: 'Xuất sắc',
  GOOD: 'Khá',
  AVERAGE: 'Trung bình',
  WEAK: 'Yếu',
  '': 'Không có ý kiến',
});

export const DIFFICULTY_STATE_WORDS = wordTable<DifficultyState>({
  NEW: 'Mới nêu',
  IN_PROGRESS: 'Đang giải quyết',
  ESCALATED: 'Đã chuyển Quận đoàn',
  ANSWERED: 'Đã trả lời',
  DONE: 'Xong',
  OVERDUE: 'Quá hạn',
});

/** State of a job asked for (wording.md 1, Việc chờ). */
export type JobRequestState = 'QUEUED' | 'RUNNING' | 'DONE' | 'STOPPED';

export const JOB_STATE_WORDS = wordTable<JobRequestState>({
  QUEUED: 'Đã xếp hàng',
  RUNNING: 'Đang làm',
  DONE: 'Xong',
  STOPPED: 'Dừng',
});

/** What a scale of classes is called in *Thiết lập*, by preset code. */
export const PRESET_WORDS = wordTable<string>({
  '2014': 'Xuất sắc, Khá, Trung bình, Yếu (theo hai phần)',
  '2019': 'Hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành (theo tỷ lệ)',
  points5: 'Năm mức theo điểm (91, 81, 71, 51)',
  points4: 'Bốn mức theo điểm (90, 70, 50)',
});
