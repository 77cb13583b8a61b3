import { type EnumValue, type Execution, GoogleError, HostObject } from '../kernel/host';
import { momentIn, zoned } from '../kernel/zones';
import { type TriggerObject, createTrigger } from './trigger';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** A clock trigger being described. */
export class ClockTriggerBuilderObject extends HostObject {
  private everyMs = 0;
  private nextAt: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  private weekday: number | null = null;
  private monthDay: number | null = null;
  private zone: string;

  constructor(
    execution: Execution,
    private readonly handler: string,
  ) {
    super(execution);
    this.zone = execution.project.manifest.timeZone;
  }

  after(durationMilliseconds: number): this {
    this.nextAt = this.execution.now() + durationMilliseconds;
    return this;
  }

  at(date: Date): this {
    this.nextAt = date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    this.nextAt = momentIn(this.zone, year, month, day);
    return this;
  }

  atHour(hour: number): this {
    this.hour = hour;
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = minute;
    return this;
  }

  everyMinutes(n: number): this {
    return this.every(n, [1, 5, 10, 15, 30], MINUTE_MS, 'minutes');
  }

  everyHours(n: number): this {
    return this.every(n, [1, 2, 4, 6, 8, 12], HOUR_MS, 'hours');
  }

  everyDays(n: number): this {
    this.everyMs = n * DAY_MS;
    return this;
  }

  everyWeeks(n: number): this {
    this.everyMs = n * 7 * DAY_MS;
    return this;
  }

  onWeekDay(day: EnumValue): this {
    this.weekday = WEEKDAYS.indexOf(day.name) + 1;
    if (this.everyMs === 0) this.everyMs = 7 * DAY_MS;
    return this;
  }

  onMonthDay(day: number): this {
    this.monthDay = day;
    if (this.everyMs === 0) this.everyMs = 28 * DAY_MS;
    return this;
  }

  inTimezone(timezone: string): this {
    this.zone = timezone;
    return this;
  }

  create(): TriggerObject {
    if (this.nextAt === null && this.everyMs === 0) {
      throw new GoogleError('Exception', 'The clock trigger was not set to fire at any time.');
    }
    return createTrigger(this.execution, {
      handler: this.handler,
      event: 'CLOCK',
      source: 'CLOCK',
      file: null,
      nextAt: this.nextAt ?? this.first(),
      everyMs: this.everyMs,
    });
  }

  private every(n: number, allowed: readonly number[], unitMs: number, unit: string): this {
    if (!allowed.includes(n)) {
      throw new GoogleError(
        'Exception',
        `The value you passed to every${unit === 'hours' ? 'Hours' : 'Minutes'} was invalid. It must be one of ${allowed.join(', ')}.`,
      );
    }
    this.everyMs = n * unitMs;
    return this;
  }

  /** A recurring trigger's first time: the chosen hour's minute is Google's own choice, and stays. */
  private first(): number {
    const now = this.execution.now();
    if (this.everyMs < DAY_MS) return now + this.everyMs;
    const today = zoned(this.zone, now);
    const hour = this.hour ?? Math.floor(this.execution.random() * 24);
    const minute = this.minute ?? Math.floor(this.execution.random() * 60);
    for (let days = 0; days < 62; days += 1) {
      const at = momentIn(this.zone, today.year, today.month, today.day + days, hour, minute);
      const day = zoned(this.zone, at);
      const fits =
        (this.weekday === null || day.weekday === this.weekday) &&
        (this.monthDay === null || day.day === this.monthDay);
      if (at > now && fits) return at;
    }
    throw new GoogleError('Exception', 'The clock trigger was not set to fire at any time.');
  }
}
