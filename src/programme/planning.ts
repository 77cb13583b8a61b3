import type { EpochMs } from './dates';
import type { EventDraft, EventKind, LedgerEvent } from './events';
import type { BranchFold } from './fold';
import type { MemberFold } from './fold-member';
import { problem, type Problem } from './result';
import { isGradingOpen, type Wave } from './wave';

/** Why an act on a branch's wave is refused; all of them can be mended by a person. */
export type ActProblemCode =
  | 'WAVE_NOT_OPEN'
  | 'LOCKED'
  | 'NOT_LOCKED'
  | 'ALREADY_SENT'
  | 'NOT_SENT'
  | 'BEING_REVIEWED'
  | 'NOT_GRADED_YET'
  | 'MISSING_SELF_ASSESSMENT_OF_BRANCH'
  | 'NOBODY_GRADED'
  | 'UNKNOWN_MEMBER'
  | 'NOT_IN_ROUND'
  | 'NOT_CLASSED'
  | 'UNKNOWN_CLASS'
  | 'NOT_TEN_LEVELS'
  | 'REASON_NEEDED'
  | 'NEWER_GRADE'
  | 'TAKEN_OVER'
  | 'NOT_TAKEN_OVER'
  | 'NOTHING_TO_UNDO';
export type ActProblem = Problem<ActProblemCode>;

/** What every plan is made from: what is the case, the wave, the time (facts in → plan out → effects last). */
export interface ActFacts {
  readonly fold: BranchFold;
  readonly wave: Wave;
  readonly now: EpochMs;
}

/** Who writes where: the ledger to append to, the operation id (32 hex) and the readable sentence of each row. */
export interface Act {
  readonly ledger: string;
  readonly operation: string;
  readonly text: string;
  /** Last row of the branch's ledger that was read; asked for in every ledger but the branch's own. */
  readonly after?: number;
}

/** A row to append, of the branch's newest round unless said otherwise. */
export function draft(
  facts: ActFacts,
  act: Act,
  kind: EventKind,
  row: Partial<EventDraft>,
  number = 1,
): EventDraft {
  return {
    ledger: act.ledger,
    kind,
    wave: facts.wave.code,
    round: facts.fold.round,
    subject: facts.fold.branch,
    levels: '',
    class: '',
    reason: '',
    text: act.text,
    operation: `${act.operation}/${String(number).padStart(2, '0')}`,
    ...row,
    data: { ...placed(facts, act), ...row.data },
  };
}

/** What keeps anybody from writing results of the branch now: the lock, *Gửi*, the wave's step. */
export function writingProblems({ fold, wave, now }: ActFacts): readonly ActProblem[] {
  if (fold.lock) return [problem('LOCKED', fold.branch, { at: fold.lock.at })];
  if (fold.send) return [problem('ALREADY_SENT', fold.branch, { at: fold.send.at })];
  const reopened = fold.rounds[fold.rounds.length - 1]?.openedBy === 'REOPEN';
  return reopened || isGradingOpen(wave, now) ? [] : [problem('WAVE_NOT_OPEN', wave.code)];
}

/**
 * What keeps a ledger's owner from writing results because the other one holds the branch: between *Nhận đánh giá thay* and *Giao lại* only the
 * base committee does, outside them only the branch. By hand the district writes for the branch at any time.
 */
export function holderProblems({ fold }: ActFacts, act: Act): readonly ActProblem[] {
  if (act.ledger.startsWith('BASE:') && !fold.takenOver) return [problem('NOT_TAKEN_OVER', fold.branch)];
  if (act.ledger.startsWith('BRANCH:') && fold.takenOver) return [problem('TAKEN_OVER', fold.branch)];
  return [];
}

/** What keeps the level above from judging: the lock, or nothing sent. */
export function judgingProblems({ fold }: ActFacts): readonly ActProblem[] {
  if (fold.lock) return [problem('LOCKED', fold.branch, { at: fold.lock.at })];
  return fold.send ? [] : [problem('NOT_SENT', fold.branch)];
}

/** The member's fold; null for a code the branch does not know. */
export function memberOf(fold: BranchFold, code: string): MemberFold | null {
  return fold.members.find((member) => member.member === code) ?? null;
}

/** Operation of the *Gửi* in force. Throws when there is none: `judgingProblems` comes first. */
export function sendOperation(fold: BranchFold): string {
  if (!fold.send) throw new Error(`Branch ${fold.branch} has not sent`);
  return fold.send.operation;
}

/** The rows of one ledger about the member, behind the row the page had last read. */
export function newerRows(member: MemberFold, ledger: string, lastSeen: number): readonly LedgerEvent[] {
  return member.history.filter((row) => row.ledger === ledger && row.seq > lastSeen);
}

function placed(facts: ActFacts, act: Act): Readonly<Record<string, unknown>> {
  if (act.ledger.startsWith('BRANCH:')) return {};
  return act.after === undefined
    ? { branch: facts.fold.branch }
    : { branch: facts.fold.branch, after: act.after };
}
