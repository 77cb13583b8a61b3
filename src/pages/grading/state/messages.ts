import type { BranchBrief, BranchView, UnitView, WaveBrief } from '../../../contract/committee';
import { dayOf, daysBetween, formatDayInDocument, type IsoDay } from '../../../programme/dates';

/** A text to be copied, under the name of whom it is for. */
export interface Message {
  readonly to: string;
  readonly text: string;
}

/** Where nobody has pasted the address yet. */
const NO_LINK = '…';

/** The sheet that can be sent in now; null = none is open. */
function openSheet(
  wave: WaveBrief,
): { readonly doing: string; readonly minutes: number; readonly until: IsoDay } | null {
  if (wave.step === 'REGISTRATION') return { doing: 'đăng ký', minutes: 5, until: wave.registrationCloses };
  if (wave.step === 'SELF_ASSESSMENT') return { doing: 'tự đánh giá', minutes: 3, until: wave.selfCloses };
  return null;
}

/** For the branch's own group (wording.md 3, Zalo 1 and 2): numbers only, no name. Empty while no sheet is open. */
export function groupMessages(view: BranchView, link: string, secretary: string): readonly Message[] {
  const { wave } = view;
  const sheet = openSheet(wave);
  if (!sheet) return [];
  const { doing, minutes, until } = sheet;
  const address = link.trim() === '' ? NO_LINK : link.trim();
  const whom = secretary.trim() === '' ? 'Bí thư chi đoàn' : secretary.trim();
  const sent = view.members.filter((member) =>
    doing === 'đăng ký' ? member.registered.includes('1') : member.selfLevels !== '',
  ).length;
  const left = daysBetween(dayOf(view.now), until);
  const theme = wave.theme === '' ? '' : ` – chủ đề “${wave.theme}”`;
  const last =
    doing === 'đăng ký'
      ? 'Mỗi bạn chọn việc vừa sức mình nhé.'
      : 'Mỗi bạn đánh giá đúng việc mình đã làm nhé.';
  return [
    {
      to: 'Nhóm chi đoàn: mở phiếu',
      text: [
        `Các bạn đoàn viên ${view.name} thân mến! Ngày đoàn viên “Rèn luyện và hành động” ${wave.name}${theme} đã mở ${doing}.`,
        `Bấm vào đây, mất khoảng ${minutes} phút, không cần tài khoản: ${address}`,
        `Hạn ${doing}: hết ngày ${formatDayInDocument(until)}. ${last} Cần giúp, nhắn ${whom}.`,
      ].join('\n'),
    },
    {
      to: 'Nhóm chi đoàn: nhắc',
      text:
        `${left > 0 ? `Còn ${left} ngày nữa là hết hạn` : 'Hôm nay là hạn cuối'} ${doing} ${wave.name} (${formatDayInDocument(until)}). ` +
        `Chi đoàn mình đã có ${sent}/${view.members.length} bạn gửi phiếu. Bạn nào chưa gửi, bấm: ${address}. ` +
        `Không dùng được điện thoại thì lấy phiếu giấy ở ${whom}.`,
    },
  ];
}

/** For the secretaries whose branches have not sent (wording.md 3, Zalo 4), while grading is open. */
export function secretaryMessages(unit: UnitView): readonly Message[] {
  if (!unit.wave.isGradingOpen) return [];
  return unit.branches
    .filter(({ state, members }) => members > 0 && state !== 'SENT' && state !== 'RECOGNISED')
    .map((branch) => ({ to: `Bí thư ${branch.name}`, text: secretaryText(unit, branch) }));
}

function secretaryText(unit: UnitView, branch: BranchBrief): string {
  const waiting = Math.max(0, branch.registered - branch.graded);
  const onPhone = branch.byHand
    ? `trên điện thoại thì dùng trang Nhập tay ${branch.name}: chọn mức trong danh sách của ô, xong người nào đánh dấu Xong người đó.`
    : 'chỉ có điện thoại thì nhắn cán bộ phụ trách xin trang Nhập tay.';
  return (
    `Đồng chí ơi, ${unit.wave.name} đến bước Chi đoàn đánh giá. ${branch.name}: ${branch.selfAssessed}/${branch.members} bạn đã tự đánh giá, ` +
    `còn ${waiting} bạn chờ Ban Chấp hành đánh giá. Hạn gửi về ${unit.unit.name}: ${formatDayInDocument(unit.wave.gradingDue)}. Sổ: ${unit.book}. ` +
    `Mở trên máy tính để có bảng đánh giá; ${onPhone}`
  );
}
