import { actOf, eventData, isGradeKind, type JudgementData, type LedgerEvent } from './events';
import {
  isAbout,
  isBefore,
  isWithinLock,
  judgementsOf,
  mayJudge,
  mayWrite,
  placesOf,
  roundsOf,
  type BranchRows,
  type Place,
  type Round,
} from './rounds';

/** Why a row does not count; it is shown all the same. */
export type WhyNotCounted =
  | 'ROUND_NOT_OPEN'
  | 'AFTER_SEND'
  | 'AFTER_LOCK'
  | 'NOT_IN_ROUND'
  | 'NOT_TAKEN_OVER'
  | 'UNDONE'
  | 'REFUSED'
  | 'NOT_A_MEMBER'
  | 'NO_SUCH_SEND';

export interface NotCountedRow {
  readonly event: LedgerEvent;
  readonly why: WhyNotCounted;
}

/** The rows of a branch and wave, sorted into what counts and what does not. */
export interface CountedRows {
  readonly rounds: readonly Round[];
  /** Rows that make the result, oldest first in the branch's line: grades, own assessment, activities, paper entries. */
  readonly work: readonly LedgerEvent[];
  /** recognise, adjust, branchClass that name a *Gửi* in force; lower level first, then by sequence number. */
  readonly judgements: readonly LedgerEvent[];
  readonly notCounted: readonly NotCountedRow[];
  /** Acts (`actOf`) that an *Hoàn tác* takes away, talk included. */
  readonly undone: ReadonlySet<string>;
}

/**
 * Which rows count (architecture.md 3): those of an opened round above its *Gửi*, not undone, within the lock. Difficulties, answers, following
 * and proposals are talk, not result: no *Gửi* and no lock silences them (P8), so they are not sorted here.
 */
export function countRows(branch: BranchRows): CountedRows {
  const rounds = roundsOf(branch);
  const places = placesOf(branch);
  const context = { branch, rounds, places };
  const undone = undoneOperations(context);
  const work: LedgerEvent[] = [];
  const judgements: LedgerEvent[] = [];
  const notCounted: NotCountedRow[] = [];
  for (const row of branch.rows) {
    const list = isWork(branch, row) ? work : isJudgement(branch, row) ? judgements : null;
    if (!list) continue;
    const why = undone.has(actOf(row))
      ? 'UNDONE'
      : list === work
        ? whyNotWork(context, row)
        : whyNotJudgement(context, row);
    if (why === '') list.push(row);
    else notCounted.push({ event: row, why });
  }
  for (const row of branch.rows) {
    if (row.kind !== 'send' || rounds.some((round) => round.send === row)) continue;
    if (row.ledger !== branch.branchLedger && !isAbout(row, branch.branch)) continue;
    const why = whyNotWork(context, row);
    if (why !== '') notCounted.push({ event: row, why });
  }
  work.sort((a, b) => (isBefore(placeIn(places, a), placeIn(places, b)) ? -1 : 1));
  return { rounds, work, judgements, notCounted, undone };
}

/** The newest round that was opened for the member (null = for the branch as a whole). */
export function lastRoundFor(rounds: readonly Round[], member: string | null): Round {
  for (let index = rounds.length - 1; index > 0; index--) {
    const round = rounds[index];
    if (round && (round.members === null || (member !== null && round.members.has(member)))) return round;
  }
  const [first] = rounds;
  if (!first) throw new Error('A branch has at least one round');
  return first;
}

/** The round whose *Gửi* the row names; null when it names none in force. */
export function judgedRound(rounds: readonly Round[], row: LedgerEvent): Round | null {
  const { send } = row.data as Partial<JudgementData>;
  const index = rounds.findIndex((round) => round.send !== null && round.send.operation === send);
  const round = rounds[index];
  return round && rounds[index + 1]?.openedBy !== 'TAKE_BACK' ? round : null;
}

interface Context {
  readonly branch: BranchRows;
  readonly rounds: readonly Round[];
  readonly places: ReadonlyMap<LedgerEvent, Place>;
}

const WORK_KINDS: ReadonlySet<string> = new Set(['branchAssessment', 'activity', 'paperEntry']);
const JUDGEMENT_KINDS: ReadonlySet<string> = new Set(['recognise', 'adjust', 'branchClass']);
const TALK_KINDS: ReadonlySet<string> = new Set([
  'progress',
  'deployed',
  'guidance',
  'rosterProposal',
  'secondLook',
  'difficulty',
  'answer',
  'escalate',
  'lessons',
]);

function isWork(branch: BranchRows, row: LedgerEvent): boolean {
  if (!isGradeKind(row.kind) && !WORK_KINDS.has(row.kind)) return false;
  return row.ledger === branch.branchLedger || isAbout(row, branch.branch);
}

function isJudgement(branch: BranchRows, row: LedgerEvent): boolean {
  return JUDGEMENT_KINDS.has(row.kind) && isAbout(row, branch.branch) && mayJudge(branch, row.ledger);
}

function whyNotWork({ branch, rounds, places }: Context, row: LedgerEvent): WhyNotCounted | '' {
  if (!mayWrite(branch, row)) return 'NOT_TAKEN_OVER';
  const round = rounds[row.round - 1];
  const place = placeIn(places, row);
  if (!round || !isBefore(round.from, place)) return 'ROUND_NOT_OPEN';
  if (!isWithinLock(row, round.lock)) return 'AFTER_LOCK';
  if (round.send && isBefore(placeIn(places, round.send), place)) return 'AFTER_SEND';
  if (row.kind === 'send' || row.kind === 'undo') return '';
  if (branch.member(row.subject) === '') return 'REFUSED';
  if (round.members && !round.members.has(branch.member(row.subject))) return 'NOT_IN_ROUND';
  return '';
}

function whyNotJudgement({ branch, rounds }: Context, row: LedgerEvent): WhyNotCounted | '' {
  const round = judgedRound(rounds, row);
  if (!round?.send) return 'NO_SUCH_SEND';
  return judgementsOf(branch, round.send, round.lock).includes(row) ? '' : 'AFTER_LOCK';
}

/**
 * Acts (`actOf`) that an *Hoàn tác* takes away: of its own ledger and round, earlier than itself. Newest first, because an undo can be undone.
 * *Gửi*, *Rút lại*, *Trả lại* and what opens or closes are never undone: each has its own answer.
 */
function undoneOperations(context: Context): ReadonlySet<string> {
  const byAct = new Map(context.branch.rows.map((row) => [actOf(row), row]));
  const undone = new Set<string>();
  for (const undo of context.branch.rows.filter((row) => row.kind === 'undo').reverse()) {
    if (undone.has(actOf(undo))) continue;
    for (const operation of eventData(undo, 'undo').operations ?? []) {
      const act = actOf({ ledger: undo.ledger, operation });
      const target = byAct.get(act);
      if (target && target.seq < undo.seq && mayUndo(context, undo, target)) undone.add(act);
    }
  }
  return undone;
}

function mayUndo(context: Context, undo: LedgerEvent, target: LedgerEvent): boolean {
  if (TALK_KINDS.has(target.kind)) return true;
  if (undo.round !== target.round) return false;
  if (JUDGEMENT_KINDS.has(target.kind)) {
    const round = judgedRound(context.rounds, target);
    return round !== null && isWithinLock(undo, round.lock);
  }
  if (target.kind === 'undo' || isWork(context.branch, target)) return whyNotUndo(context, undo) === '';
  return false;
}

/** An undo in a level above may name no branch; its target did, so only its place and the lock are asked. */
function whyNotUndo(context: Context, undo: LedgerEvent): WhyNotCounted | '' {
  const { branch, rounds, places } = context;
  const round = rounds[undo.round - 1];
  if (undo.ledger === branch.branchLedger) return whyNotWork(context, undo);
  if (!round) return 'ROUND_NOT_OPEN';
  if (!isWithinLock(undo, round.lock)) return 'AFTER_LOCK';
  return round.send && isBefore(placeIn(places, round.send), placeIn(places, undo)) ? 'AFTER_SEND' : '';
}

function placeIn(places: ReadonlyMap<LedgerEvent, Place>, row: LedgerEvent): Place {
  const place = places.get(row);
  if (!place) throw new Error(`Row ${row.seq} of ${row.ledger} has no place`);
  return place;
}
