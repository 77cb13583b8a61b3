import {
  eventData,
  ledgerOwner,
  type JudgementData,
  type LedgerEvent,
  type LockData,
  type PlacedData,
} from './events';
import { ownerRank } from './ledgers';
import type { BaseKind } from './organisation';

/** A place in a branch's line of rows: its own row number, then rows of the levels above placed right behind it. */
export type Place = readonly [afterRow: number, rank: number, seq: number];

/** What opened a round. */
export type OpenedBy = 'START' | 'RETURN' | 'TAKE_BACK' | 'REOPEN';

/** A round of a branch in a wave (architecture.md 3). */
export interface Round {
  readonly round: number;
  readonly openedBy: OpenedBy;
  /** The rows that opened it. */
  readonly openers: readonly LedgerEvent[];
  /** Members it was opened for; null = the whole branch. */
  readonly members: ReadonlySet<string> | null;
  /** The *Gửi* that closed it; null while it is open. */
  readonly send: LedgerEvent | null;
  /** The lock that bounds it; null when none does. */
  readonly lock: LedgerEvent | null;
  /** Rows of the round stand behind this place. */
  readonly from: Place;
}

/** The rows of one branch and wave, read by `readLedgers`, with what the rounds need to know. */
export interface BranchRows {
  readonly branch: string;
  readonly unitKind: BaseKind;
  readonly branchLedger: string;
  readonly rows: readonly LedgerEvent[];
  /** The code a subject stands for after *Ghép mã*. */
  readonly member: (subject: string) => string;
}

const BEGINNING: Place = [0, -1, 0];

/**
 * The rounds of a branch, first to newest. *Gửi* closes round r at its own row; *Trả lại*, *Rút lại* and *Mở lại* name the row they answer and
 * open r+1. Nothing here looks at a time.
 */
export function roundsOf(branch: BranchRows): readonly Round[] {
  const places = placesOf(branch);
  const rounds: Round[] = [];
  let next: Omit<Round, 'send' | 'lock'> & { readonly floor: number } = {
    round: 1,
    openedBy: 'START',
    openers: [],
    members: null,
    from: BEGINNING,
    floor: 0,
  };
  for (;;) {
    const { floor, ...opening } = next;
    const lock = branch.rows.find((row) => isLock(row) && row.seq > floor) ?? null;
    const send = sendOf(branch, places, opening.round, opening.from, lock);
    const round: Round = { ...opening, send, lock };
    rounds.push(round);
    const answer = openingAfter(branch, places, round, floor);
    if (!answer) return rounds;
    next = answer;
  }
}

/**
 * Where each row stands in the branch's line; rows of the levels above keep their own order among themselves. What such a row had read of
 * another branch says nothing about this one.
 */
export function placesOf(branch: BranchRows): ReadonlyMap<LedgerEvent, Place> {
  const places = new Map<LedgerEvent, Place>();
  const reached = new Map<string, number>();
  for (const row of branch.rows) {
    if (row.ledger === branch.branchLedger) {
      places.set(row, [row.seq, 0, row.seq]);
      continue;
    }
    const after = isAbout(row, branch.branch) ? (row.data as Partial<PlacedData>).after : undefined;
    const behind = Math.max(typeof after === 'number' ? after : 0, reached.get(row.ledger) ?? 0);
    reached.set(row.ledger, behind);
    places.set(row, [behind, ownerRank(row.ledger), row.seq]);
  }
  return places;
}

/** Whether the first place is before the second. */
export function isBefore(a: Place, b: Place): boolean {
  return (a[0] - b[0] || a[1] - b[1] || a[2] - b[2]) < 0;
}

/** Whether the row was there when the lock closed the ledgers. */
export function isWithinLock(row: LedgerEvent, lock: LedgerEvent | null): boolean {
  if (!lock) return true;
  if (row.ledger === lock.ledger) return row.seq <= lock.seq;
  return row.seq <= (eventData(lock, 'lock').closedOn?.[row.ledger] ?? 0);
}

/** Whether the base committee held the branch at that row of its own ledger: between *Nhận đánh giá thay* and *Giao lại*. */
export function isTakenOverAt(branch: BranchRows, row: LedgerEvent): boolean {
  let held = false;
  for (const other of branch.rows) {
    if (other.ledger !== row.ledger || other.seq >= row.seq) continue;
    if (!isAbout(other, branch.branch)) continue;
    if (other.kind === 'takeOver') held = true;
    if (other.kind === 'handBack') held = false;
  }
  return held;
}

/** Whether a row of a level above is about the branch. */
export function isAbout(row: LedgerEvent, branch: string): boolean {
  const named = (row.data as Partial<PlacedData>).branch;
  return named === undefined ? row.subject === branch : named === branch;
}

/** Whether the ledger's owner may judge the branch: base committee and district; of a base branch only the district (P2, P11). */
export function mayJudge(branch: BranchRows, ledger: string): boolean {
  const owner = ledgerOwner(ledger);
  return owner === 'DISTRICT' || (owner === 'BASE' && branch.unitKind === 'BASE_UNION');
}

/** The rows that judge one *Gửi*, or begin to consider it, in time to count. */
export function judgementsOf(
  branch: BranchRows,
  send: LedgerEvent,
  lock: LedgerEvent | null,
): readonly LedgerEvent[] {
  return branch.rows.filter(
    (row) =>
      JUDGING.has(row.kind) &&
      mayJudge(branch, row.ledger) &&
      isAbout(row, branch.branch) &&
      (row.data as Partial<JudgementData>).send === send.operation &&
      isWithinLock(row, lock),
  );
}

const JUDGING: ReadonlySet<string> = new Set(['reviewing', 'recognise', 'adjust', 'return', 'branchClass']);

function isLock(row: LedgerEvent): boolean {
  return row.kind === 'lock' && ledgerOwner(row.ledger) === 'DISTRICT';
}

function sendOf(
  branch: BranchRows,
  places: ReadonlyMap<LedgerEvent, Place>,
  round: number,
  from: Place,
  lock: LedgerEvent | null,
): LedgerEvent | null {
  let first: LedgerEvent | null = null;
  for (const row of branch.rows) {
    if (row.kind !== 'send' || row.round !== round || row.operation === '') continue;
    if (!isWithinLock(row, lock) || !mayWrite(branch, row)) continue;
    const place = placeOf(places, row);
    if (!isBefore(from, place)) continue;
    if (!first || isBefore(place, placeOf(places, first))) first = row;
  }
  return first;
}

/** Whether a row stands where results of the branch may be written: its own ledger, the base's while it holds the branch, the district's by hand. */
export function mayWrite(branch: BranchRows, row: LedgerEvent): boolean {
  if (row.ledger === branch.branchLedger) return true;
  if (!isAbout(row, branch.branch)) return false;
  return ledgerOwner(row.ledger) === 'BASE'
    ? isTakenOverAt(branch, row)
    : ledgerOwner(row.ledger) === 'DISTRICT';
}

type Opening = Omit<Round, 'send' | 'lock'> & { readonly floor: number };

function openingAfter(
  branch: BranchRows,
  places: ReadonlyMap<LedgerEvent, Place>,
  round: Round,
  floor: number,
): Opening | null {
  if (round.send) {
    const judgements = judgementsOf(branch, round.send, round.lock);
    const takeBack = takeBackOf(branch, places, round, judgements);
    const openers = takeBack ? [takeBack] : judgements.filter((row) => row.kind === 'return');
    if (openers.length > 0)
      return {
        round: round.round + 1,
        openedBy: takeBack ? 'TAKE_BACK' : 'RETURN',
        openers,
        members: takeBack ? null : namedMembers(branch, openers),
        from: placeOf(places, round.send),
        floor,
      };
  }
  if (!round.lock) return null;
  const lock = round.lock;
  const reopens = branch.rows.filter(
    (row) =>
      row.kind === 'reopen' &&
      row.ledger === lock.ledger &&
      row.seq > lock.seq &&
      isAbout(row, branch.branch) &&
      eventData(row, 'reopen').lock === lock.operation,
  );
  const [first] = reopens;
  if (!first) return null;
  const closedOn = (lock.data as Partial<LockData>).closedOn?.[branch.branchLedger] ?? 0;
  return {
    round: round.round + 1,
    openedBy: 'REOPEN',
    openers: reopens,
    members: namedMembers(branch, reopens),
    from: [closedOn, Infinity, 0],
    floor: first.seq,
  };
}

/**
 * *Rút lại* holds unless the level above had begun to consider without having seen it. One typed by hand stands in the district's ledger, where
 * nobody says whether it was seen: it gives way to every judgement.
 */
function takeBackOf(
  branch: BranchRows,
  places: ReadonlyMap<LedgerEvent, Place>,
  round: Round,
  judgements: readonly LedgerEvent[],
): LedgerEvent | null {
  const { send, lock } = round;
  if (!send) return null;
  const takeBack = branch.rows.find(
    (row) =>
      row.kind === 'takeBack' &&
      isOwnWord(branch, row) &&
      eventData(row, 'takeBack').send === send.operation &&
      isBefore(placeOf(places, send), placeOf(places, row)) &&
      isWithinLock(row, lock),
  );
  if (!takeBack) return null;
  if (takeBack.ledger !== branch.branchLedger) return judgements.length > 0 ? null : takeBack;
  const unseen = judgements.some((row) => {
    const after = (row.data as Partial<JudgementData>).after;
    return after === undefined || after < takeBack.seq;
  });
  return unseen ? null : takeBack;
}

/** Whether the branch itself says it: in its own ledger, or by hand. */
function isOwnWord(branch: BranchRows, row: LedgerEvent): boolean {
  if (row.ledger === branch.branchLedger) return true;
  return ledgerOwner(row.ledger) === 'DISTRICT' && isAbout(row, branch.branch);
}

/** The members named by all openers together; null as soon as one opens the whole branch. */
function namedMembers(branch: BranchRows, openers: readonly LedgerEvent[]): ReadonlySet<string> | null {
  const named = new Set<string>();
  for (const row of openers) {
    const members = (row.data as { readonly members?: readonly string[] }).members ?? [];
    if (members.length === 0) return null;
    for (const member of members) named.add(branch.member(member));
  }
  return named;
}

function placeOf(places: ReadonlyMap<LedgerEvent, Place>, row: LedgerEvent): Place {
  const place = places.get(row);
  if (!place) throw new Error(`Row ${row.seq} of ${row.ledger} has no place`);
  return place;
}
