import type { PlainValue } from './book';
import type { SheetLocale } from './locale';
import { renderMoment } from './date-format';

const dateFormats = new Map<string, boolean>();

/** True when a number with this format is a date, a time or a duration. */
export function isDateFormat(format: string | undefined): boolean {
  if (!format) return false;
  let is = dateFormats.get(format);
  if (is === undefined) {
    const bare = format
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .split(';')[0]!;
    is = !/^general$/i.test(bare.trim()) && !/[0#?]/.test(bare.replace(/\.0+/g, '')) && /[ymdhs]/i.test(bare);
    dateFormats.set(format, is);
  }
  return is;
}

/** What the grid shows for a value under a number format, in the locale's writing. */
export function displayValue(value: PlainValue, format: string | undefined, locale: SheetLocale): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return format ? renderText(value, format) : value;
  if (!format || /^general$/i.test(format)) return automatic(value, locale);
  if (format === '@') return String(value).replace('.', locale.decimal);
  if (isDateFormat(format)) return renderMoment(value, format, locale);
  return renderNumber(value, format, locale);
}

function renderText(text: string, format: string): string {
  const sections = splitSections(format);
  const section =
    sections.length >= 4 ? sections[3]! : sections.length === 1 && format.includes('@') ? format : undefined;
  if (section === undefined || section === '@') return text;
  return literals(section).replaceAll('@', text);
}

/** A number nobody has formatted: at most ten significant digits, powers of ten from 1E+15 on. */
function automatic(value: number, locale: SheetLocale): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) return scientific(value, 5, 0, locale, 2);
  const text = Number.isInteger(value) ? String(value) : plainDecimal(Number(value.toPrecision(10)));
  return text.replace('.', locale.decimal);
}

function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15).replace(/0+$/, '').replace(/\.$/, '') : text;
}

function scientific(
  value: number,
  most: number,
  least: number,
  locale: SheetLocale,
  powerDigits: number,
): string {
  const [mantissa = '', power = '0'] = value.toExponential(most).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const kept = fraction.slice(0, least) + fraction.slice(least).replace(/0+$/, '');
  const exponent = Math.abs(Number(power)).toString().padStart(powerDigits, '0');
  return `${whole}${kept ? locale.decimal + kept : ''}E${Number(power) < 0 ? '-' : '+'}${exponent}`;
}

/** The parts of a format between semicolons: positive; negative; zero; text. */
function splitSections(format: string): string[] {
  const sections: string[] = [];
  let part = '';
  for (const token of format.match(/"[^"]*"|\\.|\[[^\]]*\]|./gs) ?? []) {
    if (token === ';') {
      sections.push(part);
      part = '';
    } else {
      part += token;
    }
  }
  return [...sections, part];
}

/** The literal text of a part of a format that holds no digits. */
function literals(part: string): string {
  return part.replace(
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_(.)|\*./gs,
    (_all, quoted, escaped, money, gap) => quoted ?? escaped ?? money ?? (gap ? ' ' : ''),
  );
}

const DIGITS = /[#0?][#0?,]*(?:\.[#0?]*)?(?:E[+-]?0+)?|\.[#0?]+/i;

function renderNumber(value: number, format: string, locale: SheetLocale): string {
  const sections = splitSections(format);
  let section = sections[0]!;
  let size = value;
  if (value < 0 && sections.length > 1) {
    section = sections[1]!;
    size = -value;
  } else if (value === 0 && sections.length > 2) {
    section = sections[2]!;
  }
  // Literals are set aside so that their letters and digits are not read as the pattern.
  const kept: string[] = [];
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gs, (token) => {
    kept.push(literals(token));
    return String.fromCharCode(0xe000 + kept.length - 1);
  });
  const percents = bare.split('%').length - 1;
  const shown = bare.replace(DIGITS, (pattern) => digits(size * 100 ** percents, pattern, locale));
  const text = shown.replace(/[\uE000-\uF8FF]/g, (mark) => kept[mark.charCodeAt(0) - 0xe000] ?? mark);
  return size < 0 && /^-?[^\d-]/.test(text) && text.includes('-') ? `-${text.replace('-', '')}` : text;
}

function digits(value: number, pattern: string, locale: SheetLocale): string {
  const power = /E[+-]?(0+)$/i.exec(pattern);
  const [whole = '', fraction = ''] = (power ? pattern.slice(0, power.index) : pattern).split('.');
  const least = fraction.replace(/[^0]/g, '').length;
  if (power) return scientific(value, fraction.length, least, locale, power[1]!.length);
  const scale = /,+$/.exec(whole)?.[0].length ?? 0;
  const scaled = value / 1000 ** scale;
  const rounded =
    Math.abs(scaled) < 1e21 ? roundTo(Math.abs(scaled), fraction.length) : String(Math.abs(scaled));
  const [digitsBefore = '0', digitsAfter = ''] = rounded.split('.');
  const leastWhole = whole.replace(/[^0]/g, '').length;
  let before = digitsBefore.replace(/^0+/, '').padStart(leastWhole, '0');
  if (whole.replace(/,+$/, '').includes(',')) before = before.replace(/\B(?=(\d{3})+(?!\d))/g, locale.group);
  const after = digitsAfter.slice(0, least) + digitsAfter.slice(least).replace(/0+$/, '');
  const negative = scaled < 0 && /[1-9]/.test(before + after);
  return `${negative ? '-' : ''}${before}${after ? locale.decimal + after : ''}`;
}

/** Half away from zero, as Sheets shows numbers; 1.005 to two places is 1.01 there. */
function roundTo(value: number, places: number): string {
  const [mantissa, power = '0'] = String(value).split('e');
  const up = Math.round(Number(`${mantissa}e${Number(power) + places}`));
  return Number(`${up}e-${places}`).toFixed(places);
}
