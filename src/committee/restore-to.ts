import type { BranchKey, BranchView, Operation } from '../contract/committee';
import { rowsOfOperation } from '../google/ledger';
import type { Services } from '../google/services';
import type { LedgerEvent } from '../programme/events';
import { planRestoring } from '../programme/plan-restoring';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { actOnBranch, sideOf, type ActPlan } from './act';
import { foldUpTo, readBranchBooks } from './books';
import { branchView } from './branch-view';
import { deskForBranch } from './desk';
import { forgetBooks } from './known-books';

/**
 * *Khôi phục* of members, or of the branch, to the moment of a row of the person's ledger: new grades, appended. A retry answers the same without
 * a second row. Problems: those of `deskForBranch`, `readBranchBooks`, `actOnBranch`, `planRestoring`; NOTHING_TO_UNDO for a row that is not
 * there. Calls: 5 to read, 8 to act, 1 to forget.
 */
export function restoreTo(
  services: Services,
  request: BranchKey & Operation & { readonly to: string; readonly members: readonly string[] },
): Result<BranchView, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const plan: ActPlan = (facts, act, fresh) => {
    const side = sideOf(fresh);
    const own = side && fresh.ledgers[side];
    if (!own) return ok([]);
    if (rowsOfOperation(own, request.operation).length > 0) return ok([]);
    const row = rowOf(own.reading.events, request.to);
    if (!row) return fail(problem('NOTHING_TO_UNDO', request.to));
    const past = { row, fold: foldUpTo(fresh, row) };
    const by = { preset: fresh.place.config.preset, actor: fresh.place.email };
    return planRestoring(facts, past, request.members, own.reading.events, by, act);
  };
  const acted = actOnBranch(books.value, request.operation, { watch: false, isKnown: false }, plan);
  if (!acted.ok) return acted;
  forgetBooks(place.value);
  return ok(branchView(acted.value.books, true, acted.value.fold));
}

function rowOf(events: readonly LedgerEvent[], operation: string): LedgerEvent | null {
  return events.find((event) => event.operation === operation) ?? null;
}
