import { offsetMs, zoned } from '../kernel/zones';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date in Java's SimpleDateFormat, as Utilities.formatDate writes it: names are English whatever the locale. */
export function formatDate(at: number, zone: string, pattern: string): string {
  let out = '';
  let place = 0;
  while (place < pattern.length) {
    const sign = pattern[place]!;
    if (sign === "'") {
      const quoted = /^'((?:[^']|'')*)'?/.exec(pattern.slice(place))!;
      // Two quotes are one, inside quoted text and alone.
      out += quoted[1] === '' ? "'" : quoted[1]!.replaceAll("''", "'");
      place += quoted[0].length;
      continue;
    }
    if (!/[A-Za-z]/.test(sign)) {
      out += sign;
      place += 1;
      continue;
    }
    let length = 1;
    while (pattern[place + length] === sign) length += 1;
    out += field(sign, length, at, zone);
    place += length;
  }
  return out;
}

function field(sign: string, length: number, at: number, zone: string): string {
  const time = zoned(zone, at);
  const padded = (value: number): string => String(value).padStart(length, '0');
  switch (sign) {
    case 'y':
    case 'Y':
      return length === 2 ? String(time.year % 100).padStart(2, '0') : padded(time.year);
    case 'M':
    case 'L':
      if (length < 3) return padded(time.month);
      return length === 3 ? MONTHS[time.month - 1]!.slice(0, 3) : MONTHS[time.month - 1]!;
    case 'd':
      return padded(time.day);
    case 'D':
      return padded(
        (Date.UTC(time.year, time.month - 1, time.day) - Date.UTC(time.year, 0, 1)) / 86_400_000 + 1,
      );
    case 'E':
      return length < 4 ? DAYS[time.weekday - 1]!.slice(0, 3) : DAYS[time.weekday - 1]!;
    case 'u':
      return padded(time.weekday);
    case 'H':
      return padded(time.hour);
    case 'k':
      return padded(time.hour === 0 ? 24 : time.hour);
    case 'h':
      return padded(time.hour % 12 === 0 ? 12 : time.hour % 12);
    case 'K':
      return padded(time.hour % 12);
    case 'm':
      return padded(time.minute);
    case 's':
      return padded(time.second);
    case 'S':
      return padded(time.ms);
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'z':
      return zoneName(at, zone);
    case 'Z':
      return offset(at, zone, '');
    case 'X':
      return offsetMs(zone, at) === 0
        ? 'Z'
        : length === 1
          ? offset(at, zone, '').slice(0, 3)
          : offset(at, zone, length === 3 ? ':' : '');
    case 'G':
      return 'AD';
    default:
      return sign.repeat(length);
  }
}

function offset(at: number, zone: string, separator: string): string {
  const minutes = Math.round(offsetMs(zone, at) / 60_000);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

function zoneName(at: number, zone: string): string {
  return offsetMs(zone, at) === 0 ? 'GMT' : `GMT${offset(at, zone, ':')}`;
}
