import { actOf, eventData, ledgerOwner, type LedgerEvent, type LedgerOwner } from './events';
import { erasedRows, wordlessData } from './privacy';

/** Order of the three ledgers where two rows stand at one place: a level above comes later. */
const OWNER_RANK: Readonly<Record<LedgerOwner, number>> = { BRANCH: 0, BASE: 1, DISTRICT: 2 };

/**
 * The rows of ledgers as the rules read them (architecture.md 3): restored rows in the place of the missing or changed ones, erased ones without
 * their words, one operation once, in order of ledger and sequence number. Neither the order of the argument nor any time matters.
 */
export function readLedgers(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return withoutErased(once(withRestored(inOrder(events))));
}

/** Rank of a ledger's owner: 0 branch, 1 base committee, 2 district. */
export function ownerRank(ledger: string): number {
  return OWNER_RANK[ledgerOwner(ledger)];
}

/** Compares two rows by ledger, then sequence number. */
export function compareRows(a: LedgerEvent, b: LedgerEvent): number {
  return comparePlaces(a, b) || compareText(a.operation, b.operation);
}

function comparePlaces(a: LedgerEvent, b: LedgerEvent): number {
  return ownerRank(a.ledger) - ownerRank(b.ledger) || compareText(a.ledger, b.ledger) || a.seq - b.seq;
}

/**
 * The member each provisional code (`TAM-…`) stands for (event identify, district ledger): '' = refused. The newest says.
 */
export function identities(events: readonly LedgerEvent[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const event of events) {
    if (event.kind !== 'identify' || ledgerOwner(event.ledger) !== 'DISTRICT') continue;
    found.set(event.subject, eventData(event, 'identify').member ?? '');
  }
  return found;
}

/** Whether the code is a provisional one, given to a member who is not yet in the roster. */
export function isProvisional(member: string): boolean {
  return member.startsWith('TAM-');
}

function inOrder(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  return [...events].sort(compareRows);
}

/**
 * Only the district restores; of several copies of one row the newest holds. A copy takes the place of the row it is a copy of, whatever was
 * made of that; where a row of another act stands there by now (the last rows were deleted, and others written), it comes behind the copy.
 */
function withRestored(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const copies = new Map<string, LedgerEvent>();
  for (const event of events) {
    if (event.kind !== 'restored' || ledgerOwner(event.ledger) !== 'DISTRICT') continue;
    const copy = eventData(event, 'restored').event;
    if (copy) copies.set(placeOf(copy), copy);
  }
  if (copies.size === 0) return events;
  const others = events.filter((event) => copies.get(placeOf(event))?.operation !== event.operation);
  const restored = new Set(copies.values());
  return [...copies.values(), ...others].sort(
    (a, b) =>
      comparePlaces(a, b) ||
      rankOf(restored, a) - rankOf(restored, b) ||
      compareText(a.operation, b.operation),
  );
}

function rankOf(restored: ReadonlySet<LedgerEvent>, row: LedgerEvent): number {
  return restored.has(row) ? 0 : 1;
}

/** A retry appends the same operation again, to the same ledger; the first row of it counts. A copied id silences nobody else's row. */
function once(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    if (event.operation === '') return true;
    const act = actOf(event);
    if (seen.has(act)) return false;
    seen.add(act);
    return true;
  });
}

/** The figures of an erased row stay, its words go: sums hold, the person is gone from them. */
function withoutErased(events: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const erased = erasedRows(events);
  if (erased.size === 0) return events;
  return events.map((event) =>
    erased.get(event.ledger)?.has(event.seq) === true
      ? { ...event, reason: '', text: '', data: wordlessData(event.data) }
      : event,
  );
}

function placeOf(row: { readonly ledger: string; readonly seq: number }): string {
  return `${row.ledger}#${row.seq}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
