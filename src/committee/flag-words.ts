import type { Flag } from '../programme/flags';

/** *Nên xem lại*, as facts without blame (wording.md 1). */
const WORDS: Readonly<Record<Flag['code'], string>> = {
  FEW_REGISTERED: 'Đăng ký ít tiêu chí hơn mức Quận đoàn đề nghị',
  NO_EVIDENCE: 'Mức cao nhưng chưa có minh chứng',
  TWO_LEVELS_APART: 'Tự đánh giá và chi đoàn cách nhau hai mức',
  DENIED_REGISTERED: 'Đã đăng ký nhưng phần tự đánh giá ghi là không đăng ký',
  ALL_EQUAL: 'Cả chi đoàn cùng một mức',
  FASTER_THAN_READING: 'Đánh giá nhiều người trong thời gian rất ngắn',
};

/** The sentence of a flag. */
export function flagWord(code: Flag['code']): string {
  return WORDS[code];
}
