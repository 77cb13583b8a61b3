import type { CellValue, PlainValue } from './book';
import type { SheetLocale } from './locale';
import { sheetLocale } from './locale';
import { serialOfParts, wallClock } from './serial';

/** What typing a text gives: the value, and the format it brings along when the cell has none. */
export interface Entered {
  readonly value: CellValue;
  readonly numberFormat?: string;
}

export interface Entry {
  readonly locale: string;
  /** The cell's number format before. */
  readonly numberFormat: string;
  /** Today's serial number on the book's clock: a date typed without its year is of this year. */
  readonly today: number;
}

/** Texts that begin like a number, a date, money, a month's name or a truth value; most texts do not, and are soon done with. */
const MAYBE_KNOWN = /^\s*(?:[-+(]*\s*[$£₫đ%]?\s*[-+.,]?\d|vnd|[a-z]{3,9}\.? \d|true\s*$|false\s*$)/i;

/** What Sheets makes of a text as a person types it, by the book's locale; `@` cells keep it as it is [facts 5]. */
export function enterText(text: string, entry: Entry): Entered {
  if (text === '') return { value: null };
  if (entry.numberFormat === '@') return { value: text };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (text.startsWith('=') && text.length > 1) return { value: { f: text, v: null } };
  if (MAYBE_KNOWN.test(text)) {
    const trimmed = text.trim();
    const locale = sheetLocale(entry.locale);
    const known =
      enterBoolean(trimmed) ?? enterNumber(trimmed, locale) ?? enterMoment(trimmed, locale, entry.today);
    if (known) return known;
  }
  // A sign that begins no number begins a formula; "- abc" becomes #ERROR! as in Sheets.
  if (/^[+-]./.test(text)) return { value: { f: `=${text}`, v: null } };
  return { value: text };
}

function enterBoolean(text: string): Entered | undefined {
  const upper = text.toUpperCase();
  return upper === 'TRUE' || upper === 'FALSE' ? { value: upper === 'TRUE' } : undefined;
}

function enterNumber(text: string, locale: SheetLocale): Entered | undefined {
  if (!/\d/.test(text)) return undefined;
  const money = locale.currency.test(text);
  let body = money ? text.replace(locale.currency, '').trim() : text;
  const negative = /^\(.*\)$/.test(body);
  if (negative) body = body.slice(1, -1);
  const percent = /^%|%$/.test(body);
  if (percent) body = body.replace('%', '').trim();
  const match = locale.number.exec(body);
  if (!match || (match[2] === '' && !match[3])) return undefined;
  const [, sign = '', whole = '', fraction, power = ''] = match;
  const grouped = whole.includes(locale.group);
  const digits = whole.replaceAll(locale.group, '') || '0';
  let value = Number(`${sign}${digits}.${fraction || '0'}${power}`);
  if (!Number.isFinite(value)) return undefined;
  if (negative) value = -value;
  if (percent) return { value: value / 100, numberFormat: fraction ? '0.00%' : '0%' };
  if (money) return { value, numberFormat: locale.money };
  if (power) return { value, numberFormat: '0.00E+00' };
  if (grouped) return { value, numberFormat: fraction ? '#,##0.00' : '#,##0' };
  return { value };
}

const TIME = /(?:^|[ T]+)(\d{1,4}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?(?:\s*([AaPp][Mm]))?$/;

function enterMoment(text: string, locale: SheetLocale, today: number): Entered | undefined {
  const time = TIME.exec(text);
  const dateText = time ? text.slice(0, time.index).trim() : text;
  const date = dateText === '' ? undefined : readDate(dateText, locale, today);
  if (dateText !== '' && !date) return undefined;
  if (!time) return date && { value: date.serial, numberFormat: date.format };
  const clock = readTime(time);
  if (clock === undefined || (date && clock >= 1)) return undefined;
  if (date) return { value: date.serial + clock, numberFormat: `${date.format} ${locale.time}` };
  return { value: clock, numberFormat: clock >= 1 ? '[h]:mm:ss' : locale.time };
}

/** The share of a day; undefined when the clock has no such time. */
function readTime(match: RegExpExecArray): number | undefined {
  const [, hourText, minuteText, secondText = '0', milliText = '0', half] = match;
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText) + Number(`0.${milliText}`);
  if (minute > 59 || second >= 60) return undefined;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

interface ReadDate {
  readonly serial: number;
  readonly format: string;
}

function readDate(text: string, locale: SheetLocale, today: number): ReadDate | undefined {
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(text);
  if (iso)
    return made(Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1), iso[3] ? 'yyyy-MM-dd' : 'yyyy-MM');
  const month = /^(\d{1,2})[/-](\d{4})$/.exec(text);
  if (month) return made(Number(month[2]), Number(month[1]), 1, 'MM/yyyy');
  const plain = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (plain) {
    const [a, b] = [Number(plain[1]), Number(plain[3])];
    const [d, m] = locale.order === 'DMY' ? [a, b] : [b, a];
    const year = plain[4] === undefined ? wallClock(today).year : fullYear(plain[4]);
    return made(year, m, d, plain[4] === undefined ? locale.shortDate : locale.date);
  }
  return readNamedMonth(text, today);
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Jun 7, 2015 · 7 Jun 2015 · June 7: English month names are understood in every locale. */
function readNamedMonth(text: string, today: number): ReadDate | undefined {
  const match =
    /^(?<m>[A-Za-z]{3,9})\.? (?<d>\d{1,2})(?:,? (?<y>\d{4}))?$/.exec(text) ??
    /^(?<d>\d{1,2})[ -](?<m>[A-Za-z]{3,9})(?:[ -](?<y>\d{4}))?$/.exec(text);
  const groups = match?.groups;
  if (!groups) return undefined;
  const word = groups.m!.toLowerCase();
  const full = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
  const index = MONTHS.indexOf(word.slice(0, 3));
  if (index < 0 || (word.length > 3 && full.format(Date.UTC(2000, index, 1)).toLowerCase() !== word))
    return undefined;
  const year = groups.y ? Number(groups.y) : wallClock(today).year;
  return made(year, index + 1, Number(groups.d), groups.y ? 'MMM d, yyyy' : 'MMM d');
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function made(year: number, month: number, day: number, format: string): ReadDate | undefined {
  const serial = serialOfParts(year, month, day);
  return serial === undefined ? undefined : { serial, format };
}

/** The longest text one cell takes. */
export const MAX_CELL_CHARS = 50_000;

/** True when a value is a text too long for a cell. */
export function isTooLong(value: PlainValue | undefined): boolean {
  return typeof value === 'string' && value.length > MAX_CELL_CHARS;
}
