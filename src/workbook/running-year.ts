import type { CalendarName } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import type { Settings } from './settings';
import type { WaveEntry } from './waves-tab';

/** The waves of *Đợt* and the year being set up. */
export interface YearsFacts {
  readonly waves: readonly WaveEntry[];
  readonly settings: Pick<Settings, 'programme'>;
}

/**
 * The programme year a calendar's units are in: that of the newest wave opened in it; before the first, the year of *Thiết lập*. So a school year goes
 * on beside the next year of the others (programme.md 1), and a year lasts until the next one's first wave is opened.
 */
export function runningProgramme({ waves, settings }: YearsFacts, calendar: CalendarName): string {
  const opened = waves.filter(({ wave, formId }) => formId !== '' && wave.calendar === calendar);
  return (
    opened.reduce((newest, { wave }) => (wave.programme > newest ? wave.programme : newest), '') ||
    settings.programme
  );
}

/** Whether the wave is of the year its calendar is in. */
export function isRunning(facts: YearsFacts, wave: Pick<Wave, 'programme' | 'calendar'>): boolean {
  return wave.programme === runningProgramme(facts, wave.calendar);
}

/** The waves whose member days have a column in *Đơn vị*: those of the year being set up, and the opened ones of a year still running. */
export function wavesOfColumns(facts: YearsFacts): readonly Wave[] {
  return facts.waves
    .filter(
      ({ wave, formId }) =>
        wave.code !== '' &&
        (wave.programme === facts.settings.programme || (formId !== '' && isRunning(facts, wave))),
    )
    .map(({ wave }) => wave);
}

/** Opened waves of earlier years in the wave's calendar that are not locked: they must be, before the new year's first wave is opened. */
export function unlockedBefore({ waves }: YearsFacts, wave: Wave): readonly Wave[] {
  return waves
    .filter(
      (other) =>
        other.formId !== '' &&
        other.wave.calendar === wave.calendar &&
        other.wave.programme < wave.programme &&
        other.wave.lockedAt === undefined,
    )
    .map((other) => other.wave);
}
