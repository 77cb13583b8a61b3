import type { BranchKey, BranchView } from '../contract/committee';
import type { Services } from '../google/services';
import { ok, type Problem, type Result } from '../programme/result';
import { sideOf } from './act';
import { readBranchBooks } from './books';
import { branchView } from './branch-view';
import { deskForBranch } from './desk';

/**
 * A branch's wave for the page, without the texts. Whether Google lets the person write, the greeting has asked. Problems: those of
 * `deskForBranch` and `readBranchBooks`. Calls: 5 reads; of a base branch one less.
 */
export function openBranch(services: Services, request: BranchKey): Result<BranchView, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  return ok(branchView(books.value, sideOf(books.value) !== null));
}
