import type { BranchKey, BranchView, Operation } from '../contract/committee';
import type { Services } from '../google/services';
import { planUndoing } from '../programme/plan-branch';
import type { Problem, Result } from '../programme/result';
import { branchAct } from './branch-act';
import { eventsOf } from './books';

/** *Hoàn tác* of operations of the person's ledger and round. Problems also: those of `planUndoing`. */
export function undoActs(
  services: Services,
  request: BranchKey & Operation & { readonly operations: readonly string[] },
): Result<BranchView, Problem> {
  return branchAct(services, request, { watch: false }, (facts, act, books) =>
    planUndoing(facts, request.operations, eventsOf(books.ledgers), act),
  );
}
