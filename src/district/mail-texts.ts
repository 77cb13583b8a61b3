import { formatDayInDocument, formatMoment, type EpochMs, type IsoDay } from '../programme/dates';

/** A letter before it has an address. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
}

/** Where a branch stands that has not sent its results. */
export interface BranchBehind {
  readonly branch: string;
  readonly base: string;
  readonly wave: string;
  readonly ungraded: number;
  readonly members: number;
  readonly selfAssessed: number;
  readonly hasOwnAssessment: boolean;
  readonly due: IsoDay;
  readonly book: string;
  readonly officers: string;
  /** It has the tab *Nhập tay*. */
  readonly byHand: boolean;
}

/** Email 2 of wording.md: the reminder to a branch. `number` = which reminder of the wave, `limit` = the most there are. */
export function branchReminder(one: BranchBehind, number: number, limit: number): Letter {
  const due = formatDayInDocument(one.due);
  const helper = one.officers === '' ? '' : ` hoặc gọi ${one.officers}`;
  const stand =
    one.ungraded > 0
      ? `còn ${one.ungraded}/${one.members} đoàn viên chưa được đánh giá`
      : 'đã đánh giá đủ đoàn viên, chưa gửi kết quả';
  return {
    subject: `[Rèn luyện và hành động] ${one.branch}: ${
      one.ungraded > 0 ? `còn ${one.ungraded} đoàn viên chưa đánh giá` : 'chưa gửi kết quả'
    } – hạn ${due}`,
    body:
      `Kính gửi Ban Chấp hành ${one.branch}, ${one.wave} ${stand}; phần Chi đoàn tự đánh giá: ` +
      `${one.hasOwnAssessment ? 'đã có' : 'chưa có'}. Hạn gửi về ${one.base}: ${due}. Mở sổ: ${one.book}. ` +
      `Có vướng mắc, đồng chí ghi ở phần Vướng mắc của bảng đánh giá${helper}. ` +
      `Đây là thư nhắc lần ${number}, mỗi đợt nhắc nhiều nhất ${limit} lần.`,
  };
}

/** Zalo 4 of wording.md: the same for a message to the secretary; who has no tab for the phone reads how to ask for one. */
export function branchMessage(one: BranchBehind): string {
  const onPhone = one.byHand
    ? `trên điện thoại thì dùng trang Nhập tay ${one.branch}: chọn mức trong danh sách của ô, xong người nào đánh dấu Xong người đó.`
    : `chỉ có điện thoại thì nhắn ${one.officers || 'cán bộ phụ trách'} xin trang Nhập tay.`;
  return (
    `Đồng chí ơi, ${one.wave} đến bước Chi đoàn đánh giá. ${one.branch}: ${one.selfAssessed}/${one.members} bạn đã tự đánh giá, ` +
    `còn ${one.ungraded} bạn chờ Ban Chấp hành đánh giá. Hạn gửi về ${one.base}: ${formatDayInDocument(one.due)}. Sổ: ${one.book}. ` +
    `Mở trên máy tính để có bảng đánh giá; ${onPhone}`
  );
}

/** Email 3 of wording.md: the reminder to a base committee. */
export function baseReminder(one: {
  readonly base: string;
  readonly unsent: readonly string[];
  readonly waiting: readonly string[];
  readonly due: IsoDay;
  readonly book: string;
  readonly at: EpochMs;
}): Letter {
  const parts = [
    ...(one.unsent.length > 0 ? [`chưa gửi kết quả: ${one.unsent.join(', ')}`] : []),
    ...(one.waiting.length > 0 ? [`chờ xem xét, công nhận: ${one.waiting.join(', ')}`] : []),
  ];
  const counts = [
    ...(one.unsent.length > 0 ? [`${one.unsent.length} chi đoàn chưa gửi`] : []),
    ...(one.waiting.length > 0 ? [`${one.waiting.length} chi đoàn chờ công nhận`] : []),
  ];
  const moment = formatMoment(one.at);
  return {
    subject: `[Rèn luyện và hành động] ${one.base}: ${counts.join(', ')}`,
    body:
      `Kính gửi Ban Chấp hành ${one.base}, tính đến ${moment.slice(11, 16)} ngày ${moment.slice(0, 10)}: ${parts.join('; ')}. ` +
      `Hạn công nhận: ${formatDayInDocument(one.due)}. Mở sổ: ${one.book}.`,
  };
}

/** Where a unit stands, for its officer. */
export interface UnitStand {
  readonly name: string;
  readonly isDone: boolean;
  readonly late: readonly string[];
  readonly overdueDifficulties: number;
}

/** Email 4 of wording.md: an officer's own units; the first late branch of each is what to do today. */
export function officerDigest(wave: string, day: IsoDay, units: readonly UnitStand[]): Letter {
  const done = units.filter((one) => one.isDone);
  const help = units.filter((one) => !one.isDone && (one.late.length > 0 || one.overdueDifficulties > 0));
  const helped = help.map(
    (one) =>
      `${one.name}: ${[
        ...(one.late.length > 0 ? [`${one.late.length} chi đoàn chưa gửi`] : []),
        ...(one.overdueDifficulties > 0 ? [`${one.overdueDifficulties} vướng mắc đã quá hạn trả lời`] : []),
      ].join(', ')}`,
  );
  const today = help.flatMap((one) => [
    ...one.late.slice(0, 1).map((branch) => `gọi Bí thư ${branch}`),
    ...(one.overdueDifficulties > 0 ? [`trả lời vướng mắc của ${one.name}`] : []),
  ]);
  return {
    subject: `[Rèn luyện và hành động] Đơn vị đồng chí phụ trách, ${wave}, ngày ${formatDayInDocument(day)}`,
    body:
      `Đồng chí đang phụ trách ${units.length} đơn vị. Đã xong: ${done.length}. ` +
      `Đúng tiến độ: ${units.length - done.length - help.length}. Cần giúp: ${help.length}` +
      `${helped.length > 0 ? ` – ${helped.join('; ')}` : ''}.` +
      (today.length > 0 ? ` Việc nên làm hôm nay: ${today.join('; ')}.` : ''),
  };
}
