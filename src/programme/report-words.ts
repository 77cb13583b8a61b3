import { splitDay, type IsoDay } from './dates';

/** A number as Vietnamese writes it: 5.300. */
export function numberSaid(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A count in a sentence of a document: one figure takes a zero before it ("05 tiêu chí"), nothing stays "0". */
export function countSaid(count: number): string {
  return count > 0 && count < 10 ? `0${count}` : numberSaid(count);
}

/** A share with one decimal ("95,5%"); "–" for nothing of nothing; 100% only when it is all, 0% only when it is none. */
export function percentSaid(part: number, whole: number): string {
  if (whole === 0) return '–';
  if (part <= 0) return '0%';
  if (part >= whole) return '100%';
  const tenths = Math.min(999, Math.max(1, Math.round((part * 1000) / whole)));
  const rest = tenths % 10;
  return `${Math.floor(tenths / 10)}${rest === 0 ? '' : `,${rest}`}%`;
}

/** "đạt tỷ lệ 95,5%" behind the two numbers: "05/06 chi đoàn, đạt tỷ lệ 83,3%". */
export function shareSaid(part: number, whole: number, of: string): string {
  return `${countSaid(part)}/${countSaid(whole)} ${of}, đạt tỷ lệ ${percentSaid(part, whole)}`;
}

/** "ngày 05 tháng 02 năm 2014": a zero before days 1–9 and months 1–2 (the rule of official papers). */
export function longDay(day: IsoDay, withYear = true): string {
  const parts = splitDay(day);
  const month = parts.month <= 2 ? `0${parts.month}` : String(parts.month);
  return `ngày ${String(parts.day).padStart(2, '0')} tháng ${month}${withYear ? ` năm ${parts.year}` : ''}`;
}
