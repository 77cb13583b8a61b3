/** Dates and numbers as people in Viet Nam write them, in the workspace's zone. */

const WEEKDAYS = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: string;
  readonly minute: string;
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: number, timeZone: string): Parts {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const [year, month, day] = [Number(found['year']), Number(found['month']), Number(found['day'])];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return { year, month, day, hour: found['hour'] ?? '', minute: found['minute'] ?? '', weekday };
}

/** 14:05 */
export function timeText(at: number, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone);
  return `${hour}:${minute}`;
}

/** Thứ Hai, 31/3/2014 */
export function dayText(at: number, timeZone: string): string {
  const { weekday, day, month, year } = parts(at, timeZone);
  return `${WEEKDAYS[weekday]}, ${day}/${month}/${year}`;
}

/** 14:05, 31/3 — with the year when it is another than that of `now`. */
export function momentText(at: number, timeZone: string, now: number): string {
  const { day, month, year } = parts(at, timeZone);
  const ofYear = year === parts(now, timeZone).year ? '' : `/${year}`;
  return `${timeText(at, timeZone)}, ${day}/${month}${ofYear}`;
}

/** 2014-03-31T14:05, what a date-and-time field holds. */
export function fieldText(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = parts(at, timeZone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${hour}:${minute}`;
}

/** The moment a date-and-time field means in the zone. */
export function fieldMoment(text: string, timeZone: string): number {
  const asUtc = Date.parse(`${text}:00Z`);
  const shown = Date.parse(`${fieldText(asUtc, timeZone)}:00Z`);
  return asUtc - (shown - asUtc);
}

/** 5.300 */
export function numberText(value: number): string {
  return value.toLocaleString('vi-VN');
}

/** Two letters for the round mark beside a name: Nguyễn Thị Ánh → TÁ. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(-2);
  return words
    .map((word) => word.charAt(0))
    .join('')
    .toLocaleUpperCase('vi');
}
