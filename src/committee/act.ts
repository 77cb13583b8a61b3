import { appendToLedger, readBack, readOn, rowsOfOperation, type OpenLedger } from '../google/ledger';
import { withDocumentLock } from '../google/locks';
import { isGuarded } from '../google/tab-access';
import type { EventDraft, LedgerEvent } from '../programme/events';
import type { BranchFold } from '../programme/fold';
import type { Act, ActFacts } from '../programme/planning';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { LEDGER_DATA_SIGNS, LEDGER_TEXT_SIGNS } from '../workbook/ledger-rows';
import { changedProblem, foldOf, type BranchBooks } from './books';
import { notOnCommittee } from './desk';
import { rowText } from './row-text';

/** Whose ledger an act is written into. */
export type Side = 'branch' | 'base';

/** Asks the rules for the rows of an act; what was planned before and is already there is left out. */
export type ActPlan = (
  facts: ActFacts,
  act: Act,
  books: BranchBooks,
) => Result<readonly EventDraft[], Problem>;

/** An act that was carried out: the books with it, and its rows. */
export interface Acted {
  readonly books: BranchBooks;
  readonly fold: BranchFold;
  readonly rows: readonly LedgerEvent[];
}

/**
 * Carries out an act on a branch (architecture.md 3.6): inside the document lock the ledger is read on, the rules are asked, and their rows are
 * appended as one block and flushed; after it they are read back, and only then it is done. `watch` = the other side's ledger is read on inside
 * the lock too: *Gửi*, *Rút lại* and *Bắt đầu xem xét* exclude each other so. `isKnown` = the books come from the cache, whose protection was
 * asked for when they were kept. Problems of its own: NOT_ON_COMMITTEE, TAB_NOT_READY, BUSY, SHEET_CHANGED. Calls: 2 for the protection, lock 1,
 * read 1 (2 with `watch`), write 1, flush 1, release 1, read back 1; `isKnown` without the first two.
 */
export function actOnBranch(
  books: BranchBooks,
  operation: string,
  { watch, isKnown }: { readonly watch: boolean; readonly isKnown: boolean },
  plan: ActPlan,
): Result<Acted, Problem> {
  const { place } = books;
  const { services } = place;
  const side = sideOf(books);
  const own = side && books.ledgers[side];
  if (!side || !own) return fail(notOnCommittee(place));
  if (!isKnown && !isGuarded(services, own.sheet)) return fail(problem('TAB_NOT_READY', place.branch.code));

  const held = withDocumentLock(services, () => {
    const fresh = watch ? readOnBoth(books) : withLedger(books, side, readOn(services, own));
    const changed = changedIn(fresh);
    if (changed) return fail(changed);
    const target = fresh.ledgers[side] ?? own;
    const facts: ActFacts = { fold: foldOf(fresh), wave: place.wave, now: services.now() };
    const planned = plan(facts, actIn(fresh, side, operation), fresh);
    if (!planned.ok) return planned;
    if (planned.value.length === 0) return ok({ books: fresh, written: null });
    const drafts = planned.value.map((draft) => ({ ...draft, text: rowText(draft, fresh) }));
    const written = appendToLedger(services, target, drafts, { actor: place.email, at: facts.now });
    return ok({ books: withLedger(fresh, side, written.open), written });
  });
  if (!held) return fail(problem('BUSY'));
  if (!held.value.ok) return held.value;

  const { books: after, written } = held.value.value;
  if (written) readBack(services, written);
  const rows = rowsOfOperation(after.ledgers[side] ?? own, operation);
  return ok({ books: after, fold: foldOf(after), rows });
}

/** A plan of one row, or of a few that stand together, asked for only when its operation is not there yet: a retry answers as the first time. Problem of its own: TEXT_TOO_LONG. */
export function onceOnly(
  operation: string,
  plan: (
    facts: ActFacts,
    act: Act,
    books: BranchBooks,
  ) => Result<EventDraft | readonly EventDraft[], Problem>,
): ActPlan {
  return (facts, act, books) => {
    const side = sideOf(books);
    const own = side && books.ledgers[side];
    if (own && rowsOfOperation(own, operation).length > 0) return ok([]);
    const planned = plan(facts, act, books);
    if (!planned.ok) return planned;
    const drafts = 'kind' in planned.value ? [planned.value] : planned.value;
    const long = drafts.map(tooLong).find((one) => one !== null);
    return long ? fail(long) : ok(drafts);
  };
}

/** What a row cannot keep (TEXT_TOO_LONG): more words than its cell, or more figures than its data; null = it fits. */
export function tooLong(draft: EventDraft): Problem | null {
  const fits =
    draft.text.length <= LEDGER_TEXT_SIGNS &&
    draft.reason.length <= LEDGER_TEXT_SIGNS &&
    JSON.stringify(draft.data).length <= LEDGER_DATA_SIGNS;
  return fits ? null : problem('TEXT_TOO_LONG', draft.subject);
}

/** Whose ledger the person writes; null for a reader. */
export function sideOf({ place }: BranchBooks): Side | null {
  if (place.role === 'READER') return null;
  return place.role === 'BASE' ? 'base' : 'branch';
}

function actIn(books: BranchBooks, side: Side, operation: string): Act {
  const { branch } = books.ledgers;
  const ledger = books.ledgers[side]?.ledger ?? branch.ledger;
  return { ledger, operation, text: '', ...(side === 'base' ? { after: branch.end.lastSeq } : {}) };
}

function readOnBoth(books: BranchBooks): BranchBooks {
  const { services } = books.place;
  const { branch, base } = books.ledgers;
  const fresh = withLedger(books, 'branch', readOn(services, branch));
  return base ? withLedger(fresh, 'base', readOn(services, base)) : fresh;
}

function withLedger(books: BranchBooks, side: Side, open: OpenLedger): BranchBooks {
  return { ...books, ledgers: { ...books.ledgers, [side]: open } };
}

function changedIn({ place, ledgers }: BranchBooks): Problem | null {
  const { branch, config } = place;
  return (
    changedProblem(ledgers.branch, branch.ledger.title, branch.name) ??
    (ledgers.base ? changedProblem(ledgers.base, config.unit.ledger.title) : null)
  );
}
