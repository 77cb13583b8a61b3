const DAY_MS = 86_400_000;
/** Milliseconds from 1899-12-30, day 0 of Sheets, to 1970-01-01. */
const EPOCH_SHIFT_MS = 25_569 * DAY_MS;

const offsets = new Map<string, (epochMs: number) => number>();

/** How far the zone's clock is ahead of UTC at that moment, in milliseconds. */
export function zoneOffsetMs(timeZone: string, epochMs: number): number {
  let offset = offsets.get(timeZone);
  if (!offset) {
    offset = makeOffset(timeZone);
    offsets.set(timeZone, offset);
  }
  return offset(epochMs);
}

function makeOffset(timeZone: string): (epochMs: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone === 'Etc/GMT' ? 'UTC' : timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // Offsets change at most at whole quarters of an hour, so one answer serves 15 minutes.
  const known = new Map<number, number>();
  return (epochMs) => {
    const slot = Math.floor(epochMs / 900_000);
    let offset = known.get(slot);
    if (offset === undefined) {
      const at = slot * 900_000;
      const parts = Object.fromEntries(
        format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
      );
      const shown = Date.UTC(
        parts.year!,
        parts.month! - 1,
        parts.day!,
        parts.hour!,
        parts.minute!,
        parts.second!,
      );
      offset = shown - at;
      known.set(slot, offset);
    }
    return offset;
  };
}

/** The number Sheets keeps for a moment: days since 1899-12-30 on the book's clock. */
export function serialOf(epochMs: number, timeZone: string): number {
  return (epochMs + zoneOffsetMs(timeZone, epochMs) + EPOCH_SHIFT_MS) / DAY_MS;
}

/** The moment a serial number means on the book's clock, to the millisecond. */
export function momentOf(serial: number, timeZone: string): number {
  const wallMs = Math.round(serial * DAY_MS) - EPOCH_SHIFT_MS;
  const guess = wallMs - zoneOffsetMs(timeZone, wallMs);
  return wallMs - zoneOffsetMs(timeZone, guess);
}

/** The serial number of a wall-clock time; undefined when the calendar has no such day or the clock no such time. */
export function serialOfParts(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (date.getTime() + EPOCH_SHIFT_MS) / DAY_MS + (hour * 3600 + minute * 60 + second) / 86_400;
}

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly milli: number;
}

/** What a calendar and a clock show for a serial number. */
export function wallClock(serial: number): WallClock {
  const date = new Date(Math.round(serial * DAY_MS) - EPOCH_SHIFT_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    milli: date.getUTCMilliseconds(),
  };
}
