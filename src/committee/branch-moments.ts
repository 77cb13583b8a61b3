import type { BranchKey, MomentsView } from '../contract/committee';
import type { Services } from '../google/services';
import { isGradeKind, type LedgerEvent } from '../programme/events';
import { gradesApart } from '../programme/plan-restoring';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { sideOf } from './act';
import { foldOf, foldUpTo, readBranchBooks } from './books';
import { deskForBranch } from './desk';

/** Moments one answer tells; older ones are reached member by member. */
const MOST_MOMENTS = 40;

/**
 * Moments to which the branch can go back, newest first: what was saved together in the asker's ledger is one; where the ledger stands now is
 * none. With `to`, what going back there would change. Problems: those of `deskForBranch` and `readBranchBooks`; NOTHING_TO_UNDO for a row that is not
 * there. Calls: 5 reads.
 */
export function branchMoments(
  services: Services,
  request: BranchKey & { readonly to?: string },
): Result<MomentsView, Problem> {
  const place = deskForBranch(services, request);
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const side = sideOf(books.value);
  const rows = (side && books.value.ledgers[side])?.reading.events ?? [];
  const now = foldOf(books.value);
  const codes = new Set(now.members.map(({ member }) => member));
  const moments = momentsOf(
    rows.filter(({ wave, subject, kind }) => {
      if (wave !== request.wave) return false;
      return isGradeKind(kind) ? codes.has(subject) : kind === 'undo' && subject === request.branch;
    }),
  );
  if (request.to === undefined) return ok({ moments, preview: null });
  const row = rows.find(({ operation }) => operation === request.to);
  if (!row) return fail(problem('NOTHING_TO_UNDO', request.branch));
  const apart = gradesApart(now, foldUpTo(books.value, row), []);
  return ok({
    moments,
    preview: {
      to: row.operation,
      regraded: apart.filter(({ was }) => was?.grade).length,
      cleared: apart.filter(({ was }) => !was?.grade).length,
    },
  });
}

function momentsOf(rows: readonly LedgerEvent[]): MomentsView['moments'] {
  const trips = new Map<string, LedgerEvent[]>();
  for (const row of rows) {
    const trip = row.operation.split('/')[0] ?? '';
    const own = trips.get(trip);
    if (own) own.push(row);
    else trips.set(trip, [row]);
  }
  return [...trips.values()]
    .slice(0, -1)
    .slice(-MOST_MOMENTS)
    .reverse()
    .flatMap((trip) => {
      const last = trip[trip.length - 1];
      if (!last) return [];
      const graded = new Set(trip.filter(({ kind }) => isGradeKind(kind)).map(({ subject }) => subject));
      return [{ to: last.operation, at: last.at, actor: last.actor, graded: graded.size }];
    });
}
