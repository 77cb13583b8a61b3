import type { SheetLocale } from './locale';
import { wallClock } from './serial';

/** A date, a time or a duration under a format; m is a minute beside h or s, else a month. */
export function renderMoment(serial: number, format: string, locale: SheetLocale): string {
  const tokens =
    format.split(';')[0]!.match(/"[^"]*"|\\.|\[[^\]]*\]|am\/pm|a\/p|([ymdhs])\1*|\.0+|./gi) ?? [];
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  const fine = tokens.some((token) => /^\.0+$/.test(token));
  // Without a place for them, parts of a second are cut off, not rounded up.
  const clock = wallClock(fine ? serial : Math.floor(serial * 86_400 + 1e-4) / 86_400);
  const units = tokens.map((token) =>
    /^\[?[ymdhs]/i.test(token) ? token.replace(/\W/g, '')[0]!.toLowerCase() : '',
  );
  return tokens
    .map((token, place) => {
      const unit = units[place];
      const length = token.replace(/\W/g, '').length;
      if (unit && token.startsWith('[')) return elapsed(serial, unit, length);
      if (unit === 'm' && isMinute(units, place)) return pad(clock.minute, length);
      if (unit === 'y') return length <= 2 ? pad(clock.year % 100, 2) : String(clock.year).padStart(4, '0');
      if (unit === 'm') return named(clock, 'month', clock.month, length, locale);
      if (unit === 'd') return named(clock, 'weekday', clock.day, length, locale);
      if (unit === 'h') return pad(half ? clock.hour % 12 || 12 : clock.hour, length);
      if (unit === 's') return pad(clock.second, length);
      if (/^am\/pm$/i.test(token)) return clock.hour < 12 ? 'AM' : 'PM';
      if (/^a\/p$/i.test(token)) return clock.hour < 12 ? 'A' : 'P';
      if (/^\.0+$/.test(token)) return `${locale.decimal}${pad(clock.milli, 3).slice(0, token.length - 1)}`;
      if (token.startsWith('"')) return token.slice(1, -1);
      if (token.startsWith('\\')) return token.slice(1);
      return token.startsWith('[') ? '' : token;
    })
    .join('');
}

function isMinute(units: readonly string[], place: number): boolean {
  const before = units.slice(0, place).findLast(Boolean);
  const after = units.slice(place + 1).find(Boolean);
  return before === 'h' || after === 's';
}

function elapsed(serial: number, unit: string, length: number): string {
  const seconds = Math.round(serial * 86_400);
  const per = unit === 'h' ? 3600 : unit === 'm' ? 60 : 1;
  return pad(Math.trunc(seconds / per), length);
}

function named(
  clock: { year: number; month: number; day: number },
  unit: 'month' | 'weekday',
  value: number,
  length: number,
  locale: SheetLocale,
): string {
  if (length <= 2) return pad(value, length);
  const format = new Intl.DateTimeFormat(locale.tag, {
    [unit]: length === 3 ? 'short' : 'long',
    timeZone: 'UTC',
  });
  const text = format.format(Date.UTC(clock.year, clock.month - 1, clock.day));
  return length === 5 ? text.slice(0, 1) : text;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
