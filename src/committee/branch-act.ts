import type { BranchKey, BranchView, CommitteeRole, Operation } from '../contract/committee';
import type { Services } from '../google/services';
import type { EventDraft } from '../programme/events';
import type { Act, ActFacts } from '../programme/planning';
import { fail, ok, type Problem, type Result } from '../programme/result';
import { actOnBranch, onceOnly } from './act';
import { readBranchBooks, type BranchBooks } from './books';
import { branchView } from './branch-view';
import { deskForBranch, notOnCommittee } from './desk';
import { forgetBooks } from './known-books';

/**
 * Carries out an act of one row, or of a few that stand together, and answers with the branch as it is then; a retry answers the same without a second row. `as` = the one role in
 * which it may be done; whoever does not hold it is NOT_ON_COMMITTEE. Problems: those of
 * `deskForBranch`, `readBranchBooks`, `actOnBranch` and of the plan. Calls: 5 to read, 9 to act (10 with `watch`).
 */
export function branchAct(
  services: Services,
  request: BranchKey & Operation,
  { watch, as }: { readonly watch: boolean; readonly as?: CommitteeRole },
  plan: (
    facts: ActFacts,
    act: Act,
    books: BranchBooks,
  ) => Result<EventDraft | readonly EventDraft[], Problem>,
): Result<BranchView, Problem> {
  const place = deskForBranch(services, as === undefined ? request : { ...request, role: as });
  if (!place.ok) return place;
  if (as !== undefined && place.value.role !== as) return fail(notOnCommittee(place.value));
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const how = { watch, isKnown: false };
  const acted = actOnBranch(books.value, request.operation, how, onceOnly(request.operation, plan));
  // Another round may have begun, or ended: no save builds upon what was known.
  if (acted.ok) forgetBooks(place.value);
  return acted.ok ? ok(branchView(acted.value.books, true, acted.value.fold)) : acted;
}
