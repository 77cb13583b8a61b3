import type { Saved, SaveGrades } from '../contract/committee';
import { rowsOfOperation, TAIL_ROWS } from '../google/ledger';
import type { Services } from '../google/services';
import type { LedgerEvent } from '../programme/events';
import { planGrading, type GradeRequest } from '../programme/plan-branch';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { actOnBranch, sideOf, tooLong, type Acted, type ActPlan } from './act';
import { readBranchBooks, type BranchBooks } from './books';
import { CONFIG_KEY } from './config';
import { deskForBranch } from './desk';
import { keptAll } from './document-cache';
import { keepBooks, knownBooks, knownKeys } from './known-books';
import { memberBriefs } from './member-brief';

/** With more rows behind what is known the next save would find its tail full: then it is told anew. */
const MOST_UNKNOWN_ROWS = TAIL_ROWS - 2;

/**
 * Saves one trip of grades (P10). Refused member by member: one refusal holds nobody else up. A trip that is sent again answers with the rows
 * that are already there and appends none of them twice. It builds upon what the cache knows of the books and reads the own ledger on inside the
 * lock; whatever would be refused so is asked of the books themselves. Problems: those of `deskForBranch`, `readBranchBooks`, `actOnBranch`,
 * and of `planGrading` where they concern the whole branch. Calls: 1 of the cache, lock, read, write, flush, release, read back;
 * where nothing is known 7 more.
 */
export function saveGrades(services: Services, request: SaveGrades): Result<Saved, Problem> {
  const found = keptAll(services, [CONFIG_KEY, ...knownKeys(request)]);
  const place = deskForBranch(services, request, { kept: found[CONFIG_KEY] ?? null });
  if (!place.ok) return place;
  const known = knownBooks(place.value, found);
  if (known) {
    const saved = saveInto(known, request, true);
    if (saved.ok && saved.value.refused.length === 0) return saved;
    if (!saved.ok && saved.problems.some(({ code }) => code === 'BUSY')) return saved;
  }
  const books = readBranchBooks(place.value);
  return books.ok ? saveInto(books.value, request, false) : books;
}

function saveInto(books: BranchBooks, request: SaveGrades, isKnown: boolean): Result<Saved, Problem> {
  const isBase = sideOf(books) === 'base';
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
    const fitting = planned.value.drafts.filter((draft) => tooLong(draft) === null);
    const long = planned.value.drafts.flatMap((draft) => tooLong(draft) ?? []);
    refused.push(...long.filter(({ at }) => !saved.has(at)));
    // What is known may be old: nothing is refused by it, and nothing half done.
    if (isKnown && refused.length > 0) return ok([]);
    return ok(fitting.filter((draft) => !there.has(draft.operation)));
  };

  const acted = actOnBranch(books, request.operation, { watch: false, isKnown }, plan);
  if (!acted.ok) return acted;
  const saved = savedOf(acted.value, request, refused);
  if (!isKnown || rowsBehind(books, acted.value.books) > MOST_UNKNOWN_ROWS) keepBooks(acted.value.books);
  return ok(saved);
}

function rowsBehind(known: BranchBooks, now: BranchBooks): number {
  const side = sideOf(known);
  return side ? (now.ledgers[side]?.end.lastSeq ?? 0) - (known.ledgers[side]?.end.lastSeq ?? 0) : 0;
}

function savedBefore(books: BranchBooks, operation: string): readonly LedgerEvent[] {
  const side = sideOf(books);
  const own = side && books.ledgers[side];
  return own ? rowsOfOperation(own, operation) : [];
}

function savedOf({ books, fold, rows }: Acted, request: SaveGrades, refused: readonly Problem[]): Saved {
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
