import type { BranchKey, BranchView } from '../contract/committee';
import { tabAccess } from '../google/tab-access';
import type { Services } from '../google/services';
import { ok, type Problem, type Result } from '../programme/result';
import { sideOf } from './act';
import { readBranchBooks } from './books';
import { branchView } from './branch-view';
import { deskForBranch } from './desk';

/**
 * A branch's wave for the page, without the texts. Problems: those of `deskForBranch` and `readBranchBooks`. Calls: 5 reads, and 3 for whoever
 * writes; of a base branch one read less.
 */
export function openBranch(services: Services, request: BranchKey): Result<BranchView, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const side = sideOf(books.value);
  const own = side && books.value.ledgers[side];
  return ok(branchView(books.value, !!own && tabAccess(services, own.sheet) === 'WRITER'));
}
