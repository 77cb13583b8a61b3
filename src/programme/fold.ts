import { withoutSheets, type BranchFacts, type MemberFacts } from './branch-facts';
import { countRows, lastRoundFor, type CountedRows, type NotCountedRow } from './counting';
import type { EpochMs } from './dates';
import { isGradeKind, ledgerId, ledgerUnit, type LedgerEvent } from './events';
import { foldMember, type MemberFold } from './fold-member';
import { identities, isProvisional, readLedgers } from './ledgers';
import { judgementsOf, type BranchRows, type Round } from './rounds';
import { isLate, type Wave } from './wave';

/** State of a branch in a wave (wording.md 1). */
export type BranchState = 'NOT_STARTED' | 'GRADING' | 'READY' | 'SENT' | 'RETURNED' | 'RECOGNISED';

/** What is the case for a branch in a wave. */
export interface BranchFold {
  readonly branch: string;
  readonly wave: string;
  readonly state: BranchState;
  /** The newest round, and all of them. */
  readonly round: number;
  readonly rounds: readonly Round[];
  /** The *Gửi* of the newest round; null while it is open. */
  readonly send: LedgerEvent | null;
  readonly sentAt: EpochMs | null;
  /** Whether the first *Gửi* that was not taken back missed the day (P6). */
  readonly late: boolean;
  /** The level above has begun to consider: *Rút lại* has ended. */
  readonly reviewing: boolean;
  /** The lock in force; null = not locked, or reopened. */
  readonly lock: LedgerEvent | null;
  /** Whether the base committee now assesses for the branch. */
  readonly takenOver: boolean;
  /** Own assessment (P10); null = none. */
  readonly branchAssessment: LedgerEvent | null;
  /** Activities (P7), corrected ones once. */
  readonly activities: readonly LedgerEvent[];
  /** Class of the branch given by the level above (P11); null = none. */
  readonly branchClass: LedgerEvent | null;
  /** By member code; provisional ones (`TAM-…`) behind the roster. */
  readonly members: readonly MemberFold[];
  /** Members who must be assessed before *Gửi* and are not. */
  readonly missing: readonly string[];
  readonly notCounted: readonly NotCountedRow[];
}

/**
 * What is the case for one branch and wave: a pure fold over its rows (P10, P11; architecture.md 3). Order is the sequence number of each ledger
 * and the rows they name; times are only shown.
 */
export function foldBranch(facts: BranchFacts): BranchFold {
  return foldRead(facts, readLedgers(facts.events));
}
/** A base unit's branches folded at once: the ledgers are read a single time. `branches` = members by branch code. */
export function foldBase(
  facts: Omit<BranchFacts, 'branch' | 'members'>,
  branches: ReadonlyMap<string, readonly MemberFacts[]>,
): ReadonlyMap<string, BranchFold> {
  const own = new Map<string, LedgerEvent[]>();
  const above: LedgerEvent[] = [];
  for (const row of readLedgers(facts.events)) {
    const owner = ledgerUnit(row.ledger);
    if (!branches.has(owner)) above.push(row);
    else if (own.has(owner)) own.get(owner)?.push(row);
    else own.set(owner, [row]);
  }
  const folded = new Map<string, BranchFold>();
  for (const [branch, members] of branches)
    folded.set(branch, foldRead({ ...facts, branch, members }, [...(own.get(branch) ?? []), ...above]));
  return folded;
}

function foldRead(facts: BranchFacts, events: readonly LedgerEvent[]): BranchFold {
  const rows = branchRows(facts, events);
  const counted = countRows(rows);
  const members = memberFacts(facts, rows, counted).map((member) => foldMember(member, facts, rows, counted));
  const newest = counted.rounds[counted.rounds.length - 1];
  if (!newest) throw new Error('A branch has at least one round');
  const reviewing = newest.send !== null && judgementsOf(rows, newest.send, newest.lock).length > 0;
  const branchClass = branchClassOf(counted);
  const missing = members
    .filter((member) => mustBeGraded(member, counted.rounds))
    .map((member) => member.member);
  return {
    branch: facts.branch,
    wave: facts.wave.code,
    state: stateOf(newest, members, missing, branchClass),
    round: newest.round,
    rounds: counted.rounds,
    send: newest.send,
    sentAt: newest.send?.at ?? null,
    late: isSentLate(counted.rounds, facts.wave),
    reviewing,
    lock: newest.lock,
    takenOver: isTakenOver(rows),
    branchAssessment: last(counted.work.filter((row) => row.kind === 'branchAssessment')),
    activities: activitiesOf(counted.work),
    branchClass,
    members,
    missing,
    notCounted: [...counted.notCounted, ...ofStrangers(rows, counted, members)],
  };
}

/** The class the level above gave the branch, the newest of the highest level, while the branch has not been opened again since. */
function branchClassOf(counted: CountedRows): LedgerEvent | null {
  const opened = lastRoundFor(counted.rounds, null).round;
  return last(
    counted.judgements.filter((row) => row.kind === 'branchClass' && roundJudged(counted, row) >= opened),
  );
}

function roundJudged(counted: CountedRows, row: LedgerEvent): number {
  const send = (row.data as { readonly send?: string }).send;
  return counted.rounds.find((round) => round.send?.operation === send)?.round ?? 0;
}

function branchRows(facts: BranchFacts, events: readonly LedgerEvent[]): BranchRows {
  const { wave, unit, branch } = facts;
  const branchLedger = ledgerId('BRANCH', branch, wave.programme);
  const above = new Set([
    ledgerId('BASE', unit.code, wave.programme),
    ledgerId('DISTRICT', unit.code, wave.programme),
  ]);
  const known = identities(events.filter((row) => above.has(row.ledger)));
  return {
    branch,
    unitKind: unit.kind,
    branchLedger,
    rows: events.filter(
      (row) => row.wave === wave.code && (row.ledger === branchLedger || above.has(row.ledger)),
    ),
    member: (subject) => known.get(subject) ?? subject,
  };
}

/** The roster's members, then those only proposed so far who have a row that counts. */
function memberFacts(facts: BranchFacts, rows: BranchRows, counted: CountedRows): readonly MemberFacts[] {
  const known = new Set(facts.members.map((member) => member.code));
  const proposed = new Set<string>();
  for (const row of counted.work) {
    const member = rows.member(row.subject);
    if (isProvisional(member) && !known.has(member)) proposed.add(member);
  }
  return [...facts.members, ...[...proposed].sort().map((code) => withoutSheets(code))];
}

/** Grades of somebody who is in no roster of this branch: shown, not counted. */
function ofStrangers(
  rows: BranchRows,
  counted: CountedRows,
  members: readonly MemberFold[],
): readonly NotCountedRow[] {
  const known = new Set(members.map((member) => member.member));
  return counted.work
    .filter((row) => isGradeKind(row.kind) && !known.has(rows.member(row.subject)))
    .map((event) => ({ event, why: 'NOT_A_MEMBER' as const }));
}

/**
 * Whom *Gửi* waits for: whoever is to be classed and has registered or assessed himself, and whoever was returned by name. Somebody who sent
 * nothing hinders nobody: the machine brands no one, and the committee may still say so itself.
 */
function mustBeGraded(member: MemberFold, rounds: readonly Round[]): boolean {
  const newest = rounds[rounds.length - 1];
  if (newest?.members?.has(member.member)) return member.grade?.round !== newest.round;
  return (
    member.grade === null &&
    member.facts.classed &&
    (member.registered.length > 0 || member.selfLevels !== '')
  );
}

function stateOf(
  newest: Round,
  members: readonly MemberFold[],
  missing: readonly string[],
  branchClass: LedgerEvent | null,
): BranchState {
  const graded = members.filter((member) => member.grade !== null);
  if (newest.send) {
    const recognised = graded.filter((member) => member.judgement !== null).length;
    const judged = recognised > 0 || branchClass !== null;
    return judged && recognised === graded.length ? 'RECOGNISED' : 'SENT';
  }
  if (newest.openedBy === 'RETURN') return 'RETURNED';
  if (graded.length === 0) return 'NOT_STARTED';
  return missing.length === 0 ? 'READY' : 'GRADING';
}

function isSentLate(rounds: readonly Round[], wave: Pick<Wave, 'gradingDue'>): boolean {
  const held = rounds.find((round, index) => round.send && rounds[index + 1]?.openedBy !== 'TAKE_BACK');
  return held?.send ? isLate(wave.gradingDue, held.send.at) : false;
}

function isTakenOver(rows: BranchRows): boolean {
  const turns = rows.rows.filter(
    (row) =>
      (row.kind === 'takeOver' || row.kind === 'handBack') &&
      row.ledger.startsWith('BASE:') &&
      (row.data as { readonly branch?: string }).branch === rows.branch,
  );
  return last(turns)?.kind === 'takeOver';
}

function activitiesOf(work: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const activities = work.filter((row) => row.kind === 'activity');
  const replaced = new Set(activities.map((row) => (row.data as { readonly replaces?: string }).replaces));
  return activities.filter((row) => !replaced.has(row.operation));
}

function last<T>(list: readonly T[]): T | null {
  return list[list.length - 1] ?? null;
}
