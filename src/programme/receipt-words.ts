import { addDays, dayOf, formatDayInDocument, formatMoment, type EpochMs, type IsoDay } from './dates';

/** What goes back to a member (P15): as a mail, or as a message that the secretary passes on to this member alone. */
export interface MemberLetter {
  readonly subject: string;
  readonly body: string;
}

/** One criterion of a sheet: its number from 1, its title, what the member promised or chose. */
export interface ReceiptItem {
  readonly number: number;
  readonly title: string;
  readonly text: string;
}

/** A sheet that was received. `until` = last day on which it can be sent again; '' = over. */
export interface ReceivedSheet {
  readonly kind: 'REGISTRATION' | 'SELF_ASSESSMENT';
  readonly fullName: string;
  /** "Đợt I". */
  readonly wave: string;
  readonly sentAt: EpochMs;
  readonly items: readonly ReceiptItem[];
  /** How the member classed himself; '' of a registration. */
  readonly ownClass: string;
  readonly until: IsoDay;
}

/** Signs of one promise in a letter; the whole is in the books. */
const PROMISE_SIGNS = 400;

/** Email 6 of wording.md: what was received, so that nobody has to remember it, and nobody else can send it unseen. */
export function receiptLetter(sheet: ReceivedSheet): MemberLetter {
  const isRegistration = sheet.kind === 'REGISTRATION';
  const name = isRegistration ? 'đăng ký' : 'tự đánh giá';
  const moment = formatMoment(sheet.sentAt);
  const when = `${moment.slice(11, 16)} ngày ${formatDayInDocument(dayOf(sheet.sentAt))}`;
  const list = sheet.items
    .map(({ number, title, text }) => `${number}. ${title}: ${shortened(text)}`)
    .join(' · ');
  const said = list === '' ? `Bạn chưa ${name} tiêu chí nào.` : `Bạn đã ${name}: ${list}.`;
  const own = sheet.ownClass === '' ? '' : ` Bạn tự xếp loại: ${sheet.ownClass}.`;
  const mend =
    sheet.until === '' ? '' : ` Muốn sửa, gửi lại phiếu trước hết ngày ${formatDayInDocument(sheet.until)}.`;
  return {
    subject: `Đã nhận phiếu ${name} ${sheet.wave} của bạn`,
    body:
      `Chào ${calledName(sheet.fullName)}, chi đoàn đã nhận phiếu${isRegistration ? '' : ` ${name}`} của bạn lúc ${when}. ` +
      `${said}${own}${mend} Nếu bạn không gửi phiếu này, hãy báo Bí thư chi đoàn.`,
  };
}

/** A result that was recognised, with all the reasons there are; '' = none. */
export interface MemberResult {
  readonly fullName: string;
  readonly wave: string;
  /** What people read; '' = comments only. */
  readonly class: string;
  readonly remark: string;
  /** Why by the rule, a sentence; why the committee judged otherwise; why the level above adjusted it. */
  readonly because: string;
  readonly reason: string;
  readonly adjusted: string;
  /** Whom to tell: "Bí thư Nguyễn Văn An". */
  readonly secretary: string;
  /** Last day to ask for a second look. */
  readonly until: IsoDay;
}

/** Zalo 5 of wording.md: the result, why, and until when it can be asked about. */
export function resultLetter(result: MemberResult): MemberLetter {
  const { wave } = result;
  const decided =
    result.class === ''
      ? `chi đoàn đã nhận xét kết quả ${wave} của bạn (không thuộc diện xếp loại).`
      : `kết quả ${wave} của bạn đã được công nhận: ${result.class}.`;
  const parts = [
    `Chào ${calledName(result.fullName)}, ${decided}`,
    quoted('Nhận xét của chi đoàn', result.remark),
    result.because === '' ? '' : `Căn cứ: ${result.because}`,
    quoted('Lý do của chi đoàn', result.reason),
    quoted('Lý do điều chỉnh của cấp công nhận', result.adjusted),
    `Nếu thấy chưa đúng, bạn nhắn ${result.secretary} trước ngày ${formatDayInDocument(addDays(result.until, 1))} để được xem lại.`,
  ];
  return {
    subject: `Kết quả ${wave} của bạn`,
    body: parts.filter((part) => part !== '').join(' '),
  };
}

/** The given name, as people are called. */
export function calledName(fullName: string): string {
  return fullName.trim().split(/\s+/).pop() ?? '';
}

function quoted(what: string, words: string): string {
  const said = words.trim();
  return said === '' ? '' : `${what}: “${shortened(said)}”.`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const signs = Array.from(line);
  return signs.length <= PROMISE_SIGNS ? line : `${signs.slice(0, PROMISE_SIGNS - 1).join('')}…`;
}
