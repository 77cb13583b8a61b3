import type { ClassLabel, Preset } from '../../programme/classification';
import type { BranchState } from '../../programme/fold';
import type { MemberMark, MemberState } from '../../programme/fold-member';
import { levelOfSign, type Level } from '../../programme/levels';
import type { BaseKind } from '../../programme/organisation';
import { NO_CLASS_LABEL } from '../../programme/presets';

/** The letter of a level: on its tile, and the key that sets it. */
export type LevelLetter = 'T' | 'H' | 'C' | 'K';

export const LEVEL_LETTERS: Readonly<Record<Level, LevelLetter>> = {
  DONE_WELL: 'T',
  DONE: 'H',
  NOT_FINISHED: 'C',
  NOT_STARTED: 'K',
};

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
  DONE_WELL: 'Hoàn thành tốt',
  DONE: 'Hoàn thành',
  NOT_FINISHED: 'Chưa hoàn thành',
  NOT_STARTED: 'Chưa thực hiện',
};

/** A packed sign in words; '' for "not registered" and "not graded". */
export function signWords(sign: string): string {
  const level = levelOfSign(sign);
  return level ? LEVEL_WORDS[level] : '';
}

/** A packed sign as its letter; '' where there is no level. */
export function signLetter(sign: string): LevelLetter | '' {
  const level = levelOfSign(sign);
  return level ? LEVEL_LETTERS[level] : '';
}

const MEMBER_STATE_WORDS: Readonly<Record<MemberState, string>> = {
  NOT_REGISTERED: 'Chưa đăng ký',
  REGISTERED: 'Đã đăng ký',
  SELF_ASSESSED: 'Đã tự đánh giá',
  GRADED: 'Chi đoàn đã đánh giá',
  SENT: 'Đã gửi về Đoàn cơ sở',
  RECOGNISED: 'Đã công nhận',
  ADJUSTED: 'Công nhận có điều chỉnh',
  RETURNED: 'Trả lại để bổ sung',
  LOCKED: 'Đã khóa',
};

/** The state of a member; a base branch sends straight to the district. */
export function memberStateWords(state: MemberState, kind: BaseKind): string {
  return state === 'SENT' && kind === 'BASE_BRANCH' ? 'Đã gửi về Quận đoàn' : MEMBER_STATE_WORDS[state];
}

export const MARK_WORDS: Readonly<Record<MemberMark, string>> = {
  RESENT: 'Đã gửi lại',
  FROM_PAPER: 'Nhập từ phiếu giấy',
  COMMENT_ONLY: 'Chỉ nhận xét',
  PROVISIONAL: 'Chờ bổ sung vào danh sách',
  TWO_WRITERS: 'Hai nơi cùng đánh giá',
  SECOND_LOOK: 'Đề nghị xem lại',
  LOOKED_AGAIN: 'Đã trả lời đề nghị xem lại',
  AFTER_SEND: 'Có đánh giá ghi sau khi gửi',
};

export const BRANCH_STATE_WORDS: Readonly<Record<BranchState, string>> = {
  NOT_STARTED: 'Chưa bắt đầu',
  GRADING: 'Đang đánh giá',
  READY: 'Đánh giá xong, chưa gửi',
  SENT: 'Đã gửi',
  RETURNED: 'Trả lại để bổ sung',
  RECOGNISED: 'Đã công nhận',
};

/** The class as people read it; '' = no basis for one. */
export function classWords(preset: Preset, code: string): string {
  return labelOf(preset, code)?.label ?? NO_CLASS_LABEL;
}

/** The class in narrow columns. One letter alone is written out: K is a level too. */
export function classShort(preset: Preset, code: string): string {
  const found = labelOf(preset, code);
  if (!found) return '–';
  return found.short.length > 1 ? found.short : found.label;
}

function labelOf(preset: Preset, code: string): ClassLabel | undefined {
  return preset.classes.find((one) => one.code === code);
}
