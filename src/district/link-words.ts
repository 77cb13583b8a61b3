import { CRITERION_CODES } from '../programme/criteria';
import type { Commitments } from '../programme/submission';

/** Signs of each commitment that the line *Đã đăng ký* and a message show: ten of them keep an address below 3 kB (wording.md 7). */
const COMMITMENT_SIGNS = 60;

/** What a member registered, short: '1. …; 2. …'; '' when nothing. */
export function registeredLine(commitments: Commitments): string {
  return CRITERION_CODES.flatMap((code, index) => {
    const text = commitments[code]?.text.replace(/\s+/g, ' ').trim() ?? '';
    return text === '' ? [] : [`${index + 1}. ${shortened(text)}`];
  }).join('; ');
}

function shortened(text: string): string {
  const signs = Array.from(text);
  return signs.length <= COMMITMENT_SIGNS ? text : `${signs.slice(0, COMMITMENT_SIGNS - 1).join('')}…`;
}

/** What the message of a branch's group says (wording.md 3, Zalo 1). */
export interface GroupMessage {
  readonly branch: string;
  readonly wave: string;
  readonly theme: string;
  readonly sheet: 'REGISTRATION' | 'SELF_ASSESSMENT';
  readonly until: string;
  readonly link: string;
  readonly secretary: string;
}

/** The message for a branch's group: its poster link and no name. */
export function groupMessage(given: GroupMessage): string {
  const isSelf = given.sheet === 'SELF_ASSESSMENT';
  const doing = isSelf ? 'tự đánh giá' : 'đăng ký';
  return [
    `Các bạn đoàn viên ${given.branch} thân mến! Ngày đoàn viên “Rèn luyện và hành động” ${given.wave}` +
      `${given.theme === '' ? '' : ` – chủ đề “${given.theme}”`} đã mở ${doing}.`,
    `Bấm vào đây, mất khoảng ${isSelf ? 3 : 5} phút, không cần tài khoản: ${given.link}`,
    `Hạn ${doing}: hết ngày ${given.until}. ${isSelf ? 'Mỗi bạn đánh giá đúng việc mình đã làm nhé.' : 'Mỗi bạn chọn việc vừa sức mình nhé.'} ` +
      `Cần giúp, nhắn ${given.secretary}.`,
  ].join('\n');
}

/** The message to one member with the personal link (wording.md 3, Zalo 3); `registered` '' = before the self-assessment. */
export function memberMessage(given: {
  readonly fullName: string;
  readonly wave: string;
  readonly link: string;
  readonly registered: string;
}): string {
  const called = given.fullName.trim().split(/\s+/).pop() ?? '';
  return (
    `Chào ${called}, đây là đường dẫn phiếu riêng của bạn cho ${given.wave}, đừng chuyển cho người khác nhé: ${given.link}` +
    (given.registered === '' ? '' : `\nNhững việc bạn đã đăng ký: ${given.registered}.`)
  );
}
