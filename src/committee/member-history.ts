import type { BranchKey, HistoryView } from '../contract/committee';
import type { Services } from '../google/services';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { memberOf } from '../programme/planning';
import { EVENT_WORDS } from '../workbook/words';
import { foldOf, readBranchBooks } from './books';
import { deskForBranch } from './desk';

/**
 * Everything the ledgers hold about one member in the wave, oldest first; rows that do not count are there too and say so. Problems: those of
 * `deskForBranch` and `readBranchBooks`, UNKNOWN_MEMBER. Calls: 5 reads.
 */
export function memberHistory(
  services: Services,
  request: BranchKey & { readonly member: string },
): Result<HistoryView, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const fold = foldOf(books.value);
  const member = memberOf(fold, request.member);
  if (!member) return fail(problem('UNKNOWN_MEMBER', request.member));
  const silent = new Set(fold.notCounted.map(({ event }) => `${event.ledger}#${event.seq}`));
  // *Công nhận tất cả* is a row about the branch, and the member's judgement all the same.
  const rows = new Set([...member.history, ...(member.judgement ? [member.judgement] : [])]);
  return ok({
    rows: [...rows]
      .sort((a, b) => a.at - b.at || a.seq - b.seq)
      .map((row) => ({
        at: row.at,
        actor: row.actor,
        kind: row.kind,
        what: EVENT_WORDS.wordOf(row.kind),
        levels: row.levels,
        class: row === member.judgement ? (member.recognised ?? row.class) : row.class,
        reason: row.reason,
        text: row.text,
        operation: row.operation,
        counts: !silent.has(`${row.ledger}#${row.seq}`),
      })),
  });
}
