import { WAVES_2014 } from '../../programme/plan-defaults';
import { endOfDay, startOfDay, type EpochMs, type IsoDay } from '../../programme/dates';
import type { Wave } from '../../programme/wave';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Between two acts of a committee. Committees work side by side, and the workspace has one clock: so it is short. */
export const ACT_MS = 1000;

/** The demo begins in the middle of Đợt I: self-assessment is open, committees grade. */
export const DEMO_INSTANT = '2014-04-07T19:30:00+07:00';

/** The district begins its work on the day the plan was signed. */
export const FIRST_MORNING = '2014-03-17T08:00:00+07:00';

/** Theme the demo's district types for the school wave; the plan leaves it to a guidance of its own (P5). */
export const SCHOOL_THEME = 'Học tập, rèn luyện vì ngày mai lập nghiệp';

/** A wave of the plan's calendar. Throws for an unknown code. */
export function waveOf(code: string): Wave {
  const wave = WAVES_2014.find((one) => one.code === code);
  if (!wave) throw new Error(`The plan has no wave ${code}`);
  return wave;
}

/** 'Đợt I', as titles of tabs say it. */
export function waveTitle(wave: Wave): string {
  const number = ['', 'I', 'II', 'III', 'IV'][wave.number] ?? String(wave.number);
  return `Đợt ${number}${wave.calendar === 'SCHOOL' ? ' (trường học)' : ''}`;
}

/** That hour of a day. */
export function hourOf(day: IsoDay, hour: number): EpochMs {
  return startOfDay(day) + hour * HOUR;
}

/** The first and last moment of a window. */
export function windowMoments(
  opens: IsoDay,
  closes: IsoDay,
): { readonly from: EpochMs; readonly to: EpochMs } {
  return { from: startOfDay(opens), to: endOfDay(closes) };
}
