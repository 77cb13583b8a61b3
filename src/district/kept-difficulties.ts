import type { IsoDay, EpochMs } from '../programme/dates';
import type { Difficulty } from '../programme/difficulties';
import { isLate } from '../programme/wave';
import type { Setup } from '../workbook/setup';
import { jsonOf, type NamedTexts } from './state-tab';

/** What is kept of a unit's difficulties between the runs: for the officer's letter, the emulation and the report. */
export interface KeptDifficulty {
  readonly id: string;
  readonly wave: string;
  readonly due: IsoDay;
  readonly answeredAt: EpochMs | null;
}

/** The difficulties of a unit as the last run found them. */
export function keptDifficulties(state: NamedTexts, unit: string): readonly KeptDifficulty[] {
  return jsonOf<readonly KeptDifficulty[]>(state, `difficulties:${unit}`, []);
}

/** Keeps them for the next run. */
export function keepDifficulties(state: NamedTexts, unit: string, found: readonly Difficulty[]): void {
  const kept = found.map(({ id, wave, due, answeredAt }): KeptDifficulty => ({ id, wave, due, answeredAt }));
  state.set(`difficulties:${unit}`, JSON.stringify(kept));
}

/** Whether it was, or still can be, answered by its day. */
export function isInTime({ due, answeredAt }: KeptDifficulty, now: EpochMs): boolean {
  return !isLate(due, answeredAt ?? now);
}

/** How many of each unit are past their day without an answer. */
export function overdueByUnit(state: NamedTexts, setup: Setup, now: EpochMs): ReadonlyMap<string, number> {
  return new Map(
    setup.units.map(({ unit }) => [
      unit.code,
      keptDifficulties(state, unit.code).filter((one) => one.answeredAt === null && !isInTime(one, now))
        .length,
    ]),
  );
}
