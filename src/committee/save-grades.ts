import type { Saved, SaveGrades } from '../contract/committee';
import { rowsOfOperation } from '../google/ledger';
import type { Services } from '../google/services';
import type { LedgerEvent } from '../programme/events';
import { planGrading, type GradeRequest } from '../programme/plan-branch';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { actOnBranch, sideOf, type ActPlan } from './act';
import { readBranchBooks, type BranchBooks } from './books';
import { deskForBranch } from './desk';
import { memberBriefs } from './member-brief';

/**
 * Saves one trip of grades (P10). Refused member by member: one refusal holds nobody else up. A trip that is sent again answers with the rows
 * that are already there and appends none of them twice. Problems: those of `deskForBranch`, `readBranchBooks`, `actOnBranch`, and of
 * `planGrading` where they concern the whole branch. Calls: 1 of the cache and 4 to read, 9 to act.
 */
export function saveGrades(services: Services, request: SaveGrades): Result<Saved, Problem> {
  const place = deskForBranch(services, request, 'KEPT');
  if (!place.ok) return place;
  const books = readBranchBooks(place.value);
  if (!books.ok) return books;
  const isBase = sideOf(books.value) === 'base';
  // A base committee assesses for a branch, a branch for itself: another kind of row is none of theirs.
  if (!isBase && request.grades.some((grade) => grade.kind === 'gradeFor'))
    return fail(problem('BAD_REQUEST', '', { field: 'grades.kind' }));
  const grades = isBase
    ? request.grades.map((grade): GradeRequest => ({ ...grade, kind: 'gradeFor' }))
    : request.grades;

  const refused: Problem[] = [];
  const plan: ActPlan = (facts, act, fresh) => {
    const before = savedBefore(fresh, request.operation);
    const there = new Set(before.map((row) => row.operation));
    if (there.size === grades.length) return ok([]);
    const saved = new Set(before.map((row) => row.subject));
    const planned = planGrading(facts, grades, fresh.place.config.preset, fresh.place.email, act);
    if (!planned.ok) {
      if (there.size === 0) return planned;
      const [why] = planned.problems;
      const others = grades.filter(({ member }) => !saved.has(member));
      if (why) refused.push(...others.map(({ member }) => ({ ...why, at: member })));
      return ok([]);
    }
    refused.push(...planned.value.refused.filter(({ at }) => !saved.has(at)));
    return ok(planned.value.drafts.filter((draft) => !there.has(draft.operation)));
  };

  const acted = actOnBranch(books.value, request.operation, false, plan);
  if (!acted.ok) return acted;
  return ok(savedOf(acted.value, request, refused));
}

function savedBefore(books: BranchBooks, operation: string): readonly LedgerEvent[] {
  const side = sideOf(books);
  const own = side && books.ledgers[side];
  return own ? rowsOfOperation(own, operation) : [];
}

function savedOf(
  { books, fold, rows }: Extract<ReturnType<typeof actOnBranch>, { ok: true }>['value'],
  request: SaveGrades,
  refused: readonly Problem[],
): Saved {
  const own = sideOf(books) === 'base' ? books.ledgers.base : books.ledgers.branch;
  const touched = new Set([...rows.map((row) => row.subject), ...refused.map(({ at }) => at)]);
  for (const member of fold.members)
    if (member.history.some((row) => row.ledger === own?.ledger && row.seq > request.lastSeen))
      touched.add(member.member);
  return {
    saved: rows.map((row) => ({
      member: row.subject,
      seq: row.seq,
      at: row.at,
      operation: row.operation,
    })),
    refused,
    members: memberBriefs(books, fold).filter((member) => touched.has(member.code)),
    lastSeen: own?.end.lastSeq ?? request.lastSeen,
    state: fold.state,
    missing: fold.missing,
    at: books.place.now,
  };
}
