import { CRITERION_CODES, type CriterionCode } from './criteria';
import type { PackedLevels } from './levels';

/** A member's levels as they are kept: the committee's, his own, and what he registered (null = every criterion with a level of his own). */
export interface KeptLevels {
  readonly levels: PackedLevels;
  readonly selfLevels: PackedLevels;
  readonly registered: readonly CriterionCode[] | null;
}

/** What was counted of one criterion. */
export interface CriterionTally {
  readonly code: CriterionCode;
  /** Judged by the committee: how many at each sign, '1' … '4'. */
  readonly judged: readonly [number, number, number, number];
  /** Both judged: how many, the sum of self minus committee, done or better by each. */
  readonly both: number;
  readonly gapSum: number;
  readonly selfDone: number;
  readonly committeeDone: number;
}

const WIDTH = 8;
const ZERO = 48;
const DONE = 3;
const CRITERIA = CRITERION_CODES.length;
const BIT = new Map(CRITERION_CODES.map((code, place) => [code, 1 << place]));
const EVERY = (1 << CRITERIA) - 1;

/**
 * Counts packed levels by criterion: one pass over the signs, into plain numbers. Signs other than 1 … 4 (not registered, not graded) count for
 * nothing.
 */
export function tallyLevels(rows: readonly KeptLevels[]): readonly CriterionTally[] {
  const sums = new Int32Array(CRITERIA * WIDTH);
  for (const { levels, selfLevels, registered } of rows) {
    if (levels === '') continue;
    const mask =
      registered === null ? EVERY : registered.reduce((bits, code) => bits | (BIT.get(code) ?? 0), 0);
    const hasSelf = selfLevels !== '';
    for (let place = 0, at = 0; place < CRITERIA; place++, at += WIDTH) {
      const level = levels.charCodeAt(place) - ZERO;
      if (!(level >= 1 && level <= 4)) continue;
      sums[at + level - 1]! += 1;
      if (!hasSelf || (mask & (1 << place)) === 0) continue;
      const self = selfLevels.charCodeAt(place) - ZERO;
      if (!(self >= 1 && self <= 4)) continue;
      sums[at + 4]! += 1;
      sums[at + 5]! += self - level;
      if (self >= DONE) sums[at + 6]! += 1;
      if (level >= DONE) sums[at + 7]! += 1;
    }
  }
  return CRITERION_CODES.map((code, place) => {
    const of = (offset: number): number => sums[place * WIDTH + offset] ?? 0;
    return {
      code,
      judged: [of(0), of(1), of(2), of(3)],
      both: of(4),
      gapSum: of(5),
      selfDone: of(6),
      committeeDone: of(7),
    };
  });
}
