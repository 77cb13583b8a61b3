import { dayOf, type EpochMs } from './dates';
import { line, type ReportBlock, type ReportColumns, type ReportPassage } from './report-blocks';
import { BLANK } from './report-passages';
import { longDay } from './report-words';

/** Letterhead, addressee and signer as the district set them (P13, P21). */
export interface ReportFrame {
  /** "THÀNH ĐOÀN TP. HỒ CHÍ MINH". */
  readonly above: string;
  /** "BAN CHẤP HÀNH ĐOÀN QUẬN 8". */
  readonly body: string;
  readonly place: string;
  /** "-BC/ĐTN-BTC". */
  readonly numberEnd: string;
  /** '' = the report goes upwards: no Kính gửi, and the standing committee signs. */
  readonly addressee: string;
  readonly authority: string;
  readonly title: string;
  readonly signer: string;
  /** One a line. */
  readonly recipients: readonly string[];
}

/** Who signs a report to the district standing committee, as delivered. */
const TO_STANDING_COMMITTEE = { authority: 'TL. BAN THƯỜNG VỤ', title: 'TRƯỞNG BAN TỔ CHỨC' };
/** Who signs one that goes upwards. */
const UPWARDS = { authority: 'TM. BAN THƯỜNG VỤ QUẬN ĐOÀN', title: 'PHÓ BÍ THƯ' };

/** The two signings: without an addressee the report goes upwards, and what was left as delivered becomes the standing committee's signature. */
export function signingOf(frame: ReportFrame): ReportFrame {
  if (frame.addressee.trim() !== '') return frame;
  return {
    ...frame,
    authority: frame.authority === TO_STANDING_COMMITTEE.authority ? UPWARDS.authority : frame.authority,
    title: frame.title === TO_STANDING_COMMITTEE.title ? UPWARDS.title : frame.title,
  };
}

/** The letterhead in two columns (29-HD/TWĐTN-VP); number and date are staff's to complete. */
export function reportHead(frame: ReportFrame, at: EpochMs): ReportColumns {
  return {
    kind: 'COLUMNS',
    name: 'HEAD',
    left: [
      line('ABOVE', frame.above),
      line('BODY_NAME', frame.body),
      line('HEAD_LINE', '***'),
      headPassage('number', 'HEAD_LINE', 'Số: ', `${BLANK}${frame.numberEnd}`),
    ],
    right: [
      line('UNION', 'ĐOÀN TNCS HỒ CHÍ MINH'),
      line('HEAD_LINE', '─'.repeat(16)),
      headPassage('day', 'PLACE', `${frame.place}, `, longDay(dayOf(at))),
    ],
  };
}

/** Title, subject and addressee. */
export function reportTitle(frame: ReportFrame, about: string, theme: string): readonly ReportBlock[] {
  return [
    line('TITLE', 'BÁO CÁO'),
    line('SUBTITLE', about),
    line('SUBTITLE', `Chủ đề “${theme}”`),
    line('RULE', '------------------'),
    ...(frame.addressee.trim() === '' ? [] : [line('ADDRESSEE', `Kính gửi: ${frame.addressee.trim()}`)]),
  ];
}

/** Nơi nhận on the left, the signer on the right. */
export function reportFoot(frame: ReportFrame): ReportColumns {
  return {
    kind: 'COLUMNS',
    name: 'FOOT',
    left: [
      line('RECIPIENTS', 'Nơi nhận:'),
      ...frame.recipients
        .map((one) => one.trim())
        .filter((one) => one !== '')
        .map((one) => line('RECIPIENT', `- ${one}`)),
    ],
    right: [
      line('AUTHORITY', frame.authority),
      line('SIGNER', frame.title),
      line('SIGNATURE', ''),
      line('SIGNER_NAME', frame.signer),
    ],
  };
}

function headPassage(
  id: ReportPassage['id'],
  look: ReportPassage['look'],
  lead: string,
  text: string,
): ReportPassage {
  return { kind: 'PASSAGE', id, look, lead, lines: [text], isOneLine: true };
}
