import type { IsoDay } from './dates';
import { isRealDay } from './dates';
import { WAVE_DAYS, type Wave } from './wave';

/**
 * The waves of a programme year as a proposal for a later one: the same calendars, numbers and scopes, each day so many years later; a 29/2 becomes 28/2.
 * Themes are each year's own and stay empty; nothing is locked or forced.
 */
export function wavesForYear(waves: readonly Wave[], from: string, to: string): readonly Wave[] {
  const years = Number(to) - Number(from);
  return waves
    .filter((wave) => wave.programme === from)
    .map(({ forcedStep: _forced, lockedAt: _locked, ...wave }): Wave => ({
      ...wave,
      code: `${to}${wave.code.slice(4)}`,
      programme: to,
      month: laterMonth(wave.month, years),
      theme: '',
      ...(Object.fromEntries(WAVE_DAYS.map((day) => [day, laterDay(wave[day], years)])) as Pick<
        Wave,
        (typeof WAVE_DAYS)[number]
      >),
    }));
}

/** Whether the text is a programme year after another one. */
export function isLaterYear(text: string, than: string): boolean {
  return /^20\d\d$/.test(text) && text > than;
}

function laterDay(day: IsoDay, years: number): IsoDay {
  if (day === '') return '';
  const year = Number(day.slice(0, 4)) + years;
  return isRealDay(`${year}${day.slice(4)}`) ? `${year}${day.slice(4)}` : `${year}-02-28`;
}

function laterMonth(month: string, years: number): string {
  return month === '' ? '' : `${Number(month.slice(0, 4)) + years}${month.slice(4)}`;
}
