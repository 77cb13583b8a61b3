import { endOfDay } from '../programme/dates';
import { matchMember, nearestMembers, type Roster, type UnmatchedReason } from '../programme/matching';
import type { Member } from '../programme/organisation';
import { windowOf, type Submission } from '../programme/submission';
import type { Wave } from '../programme/wave';
import type { UnmatchedSheet } from '../workbook/unmatched-rows';

/** What is needed to tie a sheet to a member of a wave. */
export interface PlacingFacts {
  readonly wave: Wave;
  readonly roster: Roster;
  readonly memberByCode: ReadonlyMap<string, Member>;
  /** Whether a branch's unit takes part in the wave (P5). */
  readonly takesPart: (branch: string) => boolean;
}

/** A sheet as it goes into its tab, and the line for staff when it needs one. */
export interface PlacedSubmission {
  readonly submission: Submission;
  readonly toResolve: UnmatchedSheet | null;
}

/**
 * Ties a sheet to a member, or says what keeps it from counting (P3): nothing is dropped. Who did not consent is not asked who he is. A sheet after
 * the deadline keeps its member and waits for staff; one of a member whose unit follows the other calendar is of another wave.
 */
export function placeSubmission(facts: PlacingFacts, submission: Submission): PlacedSubmission {
  if (submission.kind === 'REGISTRATION' && !submission.consent) return { submission, toResolve: null };
  const match = matchMember(facts.roster, submission);
  if (match.kind === 'UNMATCHED') {
    const nearest = match.nearest.map((one) => one.member);
    return { submission, toResolve: resolve(facts, submission, match.reason, nearest) };
  }
  const member = facts.memberByCode.get(match.member);
  if (!member) throw new Error(`The roster's index knows ${match.member}, the roster does not`);
  if (!facts.takesPart(member.branch))
    return { submission, toResolve: resolve(facts, submission, 'OTHER_WAVE', [member.code]) };
  const placed = { ...submission, member: member.code, matchedHow: match.how };
  return {
    submission: placed,
    toResolve: isLateSheet(facts.wave, submission)
      ? resolve(facts, placed, 'LATE', [
          member.code,
          ...nearestMembers(facts.roster, submission).map((one) => one.member),
        ])
      : null,
  };
}

function isLateSheet(wave: Wave, submission: Submission): boolean {
  const { closes } = windowOf(wave, submission.kind);
  return closes !== '' && submission.sentAt > endOfDay(closes);
}

function resolve(
  facts: PlacingFacts,
  submission: Submission,
  reason: UnmatchedReason,
  codes: readonly string[],
): UnmatchedSheet {
  const nearest = [...new Set(codes)].slice(0, 3).flatMap((code) => {
    const member = facts.memberByCode.get(code);
    return member ? [member] : [];
  });
  return { submission, reason, nearest };
}
