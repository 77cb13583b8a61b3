import { addDays, dayOf, type IsoDay, type EpochMs } from '../programme/dates';
import type { Difficulty, DueFacts } from '../programme/difficulties';
import { isLate } from '../programme/wave';
import type { SharedAnswer } from '../workbook/difficulties-tab';
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

/** When a difficulty is due: the day staff set, else the one its unit set, else so many days after it was raised (*Số ngày trả lời vướng mắc*). */
export function dueDay({ due, raisedAt }: DueFacts, typed: IsoDay | undefined, answerDays: number): IsoDay {
  return typed || due || addDays(dayOf(raisedAt), answerDays);
}

/** Whether it was, or still can be, answered by its day. */
export function isInTime({ due, answeredAt }: KeptDifficulty, now: EpochMs): boolean {
  return !isLate(due, answeredAt ?? now);
}

/** How many of all units wait for an answer, and how many of these are past their day. */
export function waitingDifficulties(
  state: NamedTexts,
  setup: Setup,
  now: EpochMs,
): { readonly open: number; readonly overdue: number } {
  const open = setup.units
    .flatMap(({ unit }) => keptDifficulties(state, unit.code))
    .filter((one) => one.answeredAt === null);
  return { open: open.length, overdue: open.filter((one) => !isInTime(one, now)).length };
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

const SHARED = 'sharedAnswers';

/** The answers shared with all units, as the last run of *Khó khăn, vướng mắc* kept them. */
export function sharedAnswers(state: NamedTexts): readonly SharedAnswer[] {
  return jsonOf<readonly SharedAnswer[]>(state, SHARED, []);
}

/** Keeps them for whatever writes a unit's *Bắt đầu*. */
export function keepSharedAnswers(state: NamedTexts, shared: readonly SharedAnswer[]): void {
  state.set(SHARED, JSON.stringify(shared));
}
