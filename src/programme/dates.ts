/** A day of the calendar, 'YYYY-MM-DD'; days compare as text. '' stands for "no day". */
export type IsoDay = string;

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type EpochMs = number;

/** Asia/Ho_Chi_Minh has been seven hours ahead of UTC without summer time since 1975: a constant does for every year of the programme. */
export const ZONE_OFFSET_MS = 7 * 3_600_000;

const DAY_MS = 86_400_000;

/** Year, month 1–12, day 1–31. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Hours, minutes and seconds in the zone, beside the day. */
export interface LocalTime extends CalendarDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Days in a month of the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether the three numbers name a day that exists (years 1000–9999). */
export function isCalendarDay({ year, month, day }: CalendarDay): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1000 &&
    year <= 9999 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** Whether the text is 'YYYY-MM-DD' and that day exists. */
export function isRealDay(text: string): text is IsoDay {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(splitDay(text));
}

/** The parts of a day; the text must be 'YYYY-MM-DD'. */
export function splitDay(day: IsoDay): CalendarDay {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** 'YYYY-MM-DD' of three numbers, which must name a real day. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01 (Howard Hinnant's days_from_civil, exact for the whole Gregorian calendar). */
export function dayNumber(day: IsoDay): number {
  const parts = splitDay(day);
  const year = parts.month <= 2 ? parts.year - 1 : parts.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that many days after 1970-01-01 (civil_from_days, the inverse of `dayNumber`). */
export function dayOfNumber(days: number): IsoDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return isoDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayOfNumber(dayNumber(day) + days);
}

/** The same day of the month that many months later; the month's last day when it has no such day. */
export function addMonths(day: IsoDay, months: number): IsoDay {
  const parts = splitDay(day);
  const count = parts.year * 12 + parts.month - 1 + months;
  const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
  return isoDay(year, month, Math.min(parts.day, daysInMonth(year, month)));
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day a moment falls on in Asia/Ho_Chi_Minh. */
export function dayOf(at: EpochMs): IsoDay {
  return dayOfNumber(Math.floor((at + ZONE_OFFSET_MS) / DAY_MS));
}

/** The first millisecond of a day in Asia/Ho_Chi_Minh. */
export function startOfDay(day: IsoDay): EpochMs {
  return dayNumber(day) * DAY_MS - ZONE_OFFSET_MS;
}

/** The last millisecond of a day in Asia/Ho_Chi_Minh (23:59:59.999): every deadline of a wave includes its day. */
export function endOfDay(day: IsoDay): EpochMs {
  return startOfDay(day) + DAY_MS - 1;
}

/** The moment of a day and a clock time in Asia/Ho_Chi_Minh. */
export function momentOf(day: IsoDay, hour = 0, minute = 0, second = 0): EpochMs {
  return startOfDay(day) + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Day and clock time of a moment in Asia/Ho_Chi_Minh. */
export function localTime(at: EpochMs): LocalTime {
  const day = dayOf(at);
  const seconds = Math.floor((at - startOfDay(day)) / 1000);
  return {
    ...splitDay(day),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/**
 * Reads a date as people type it: d/M/yyyy, with '/', '-', '.' or spaces between, or eight figures ddMMyyyy; 'YYYY-MM-DD' too.
 * Null when it is no date or the day does not exist (31/02/1998). Two-figure years are refused: nobody can tell 1998 from 2098 later.
 */
export function parseDay(typed: string): IsoDay | null {
  const text = typed.normalize('NFKC').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return parts ? realDay(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
}

/** 'dd/MM/yyyy', as in cells; '' for no day. */
export function formatDay(day: IsoDay): string {
  return day === '' ? '' : `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Short date as documents write it: a zero before days 1–9 and months 1–2 only ('05/4/2014', '31/3/2014', '17/02/2014'). */
export function formatDayInDocument(day: IsoDay): string {
  const parts = splitDay(day);
  return `${two(parts.day)}/${parts.month <= 2 ? two(parts.month) : String(parts.month)}/${parts.year}`;
}

/** 'dd/MM/yyyy HH:mm:ss' in Asia/Ho_Chi_Minh, as ledgers store a moment. */
export function formatMoment(at: EpochMs): string {
  const time = localTime(at);
  return `${formatDay(dayOf(at))} ${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
}

/** Reads 'dd/MM/yyyy HH:mm:ss' (seconds may be missing); null when it is none. */
export function parseMoment(text: string): EpochMs | null {
  const parts = /^(\d{2}\/\d{2}\/\d{4}) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  const day = parts ? parseDay(parts[1] ?? '') : null;
  if (!parts || day === null) return null;
  const [hour, minute, second] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? '0')];
  return hour < 24 && minute < 60 && second < 60 ? momentOf(day, hour, minute, second) : null;
}

function realDay(year: number, month: number, day: number): IsoDay | null {
  return isCalendarDay({ year, month, day }) ? isoDay(year, month, day) : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
