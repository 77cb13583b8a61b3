import type { DifficultyBrief } from '../contract/committee';
import type { EpochMs } from '../programme/dates';
import { foldDifficulties, type Difficulty } from '../programme/difficulties';
import type { LedgerEvent } from '../programme/events';

/** The difficulties of a wave in the ledgers given (P8). */
export function difficultiesIn(
  events: readonly LedgerEvent[],
  wave: string,
  now: EpochMs,
): readonly Difficulty[] {
  return foldDifficulties(events, now).filter((one) => one.wave === wave);
}

/** Those that a branch raised, or that are about it or one of its members. */
export function ofBranch(
  difficulties: readonly Difficulty[],
  branch: string,
  members: readonly string[],
): readonly Difficulty[] {
  const about = new Set([branch, ...members]);
  return difficulties.filter((one) => one.unit === branch || about.has(one.subject));
}

/** A difficulty as pages show it; `branch` '' = the base unit's own. */
export function difficultyBrief(difficulty: Difficulty, unit: string): DifficultyBrief {
  const last = difficulty.answers[difficulty.answers.length - 1];
  return {
    operation: difficulty.id,
    branch: difficulty.unit === unit ? '' : difficulty.unit,
    text: difficulty.text,
    at: difficulty.raisedAt,
    state: difficulty.state,
    answer: last?.text ?? '',
  };
}
