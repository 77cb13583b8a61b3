import { planGrading, planUndoing, type GradeRequest } from './plan-branch';
import { formatMoment } from './dates';
import { isGradeKind, type EventDraft, type GradeData, type LedgerEvent } from './events';
import type { BranchFold } from './fold';
import type { MemberFold } from './fold-member';
import { memberOf, type Act, type ActFacts, type ActProblem } from './planning';
import type { Preset } from './classification';
import { fail, ok, problem, type Result } from './result';

/** What stood at a moment: that moment's newest row of the ledger, and the fold of the rows up to it. */
export interface PastFacts {
  readonly row: LedgerEvent;
  readonly fold: BranchFold;
}

/**
 * Brings members back to what they were graded at a moment, all of the branch where none is named (architecture.md 3): new grades that say so, and
 * one *Hoàn tác* of the grades of those who had none then. Nothing old is written over. Whoever stands as then is left alone. `rows` = the
 * ledger's rows. Problems: those of `planGrading` and `planUndoing`, whole or of the first member refused; UNKNOWN_MEMBER,
 * NOTHING_TO_UNDO when nobody differs.
 */
export function planRestoring(
  facts: ActFacts,
  past: PastFacts,
  members: readonly string[],
  rows: readonly LedgerEvent[],
  by: { readonly preset: Preset; readonly actor: string },
  act: Act,
): Result<readonly EventDraft[], ActProblem> {
  const unknown = members.filter((code) => memberOf(facts.fold, code) === null);
  if (unknown.length > 0) return fail(...unknown.map((code) => problem('UNKNOWN_MEMBER', code)));
  const pairs = gradesApart(facts.fold, past.fold, members);
  if (pairs.length === 0) return fail(problem('NOTHING_TO_UNDO', facts.fold.branch));

  const grades = pairs.flatMap(({ now, was }) => (was?.grade ? [requestOf(now, was.grade, past.row)] : []));
  const graded = planGrading(facts, grades, by.preset, by.actor, act);
  if (!graded.ok) return graded;
  const [refused] = graded.value.refused;
  if (refused) return fail(refused);
  const since = pairs.filter(({ was }) => !was?.grade).flatMap(({ now }) => gradesSince(now, past, rows));
  if (since.length === 0) return graded.value.drafts.length > 0 ? ok(graded.value.drafts) : nothing(facts);
  const undone = planUndoing(facts, since, rows, act);
  if (!undone.ok) return undone;
  const number = `${act.operation}/${String(grades.length + 1).padStart(2, '0')}`;
  return ok([...graded.value.drafts, { ...undone.value, operation: number }]);
}

/** Members, of all where none is named, whose grade is another one now than it was; `was` null = unknown then. */
export function gradesApart(
  now: BranchFold,
  past: BranchFold,
  members: readonly string[],
): readonly { readonly now: MemberFold; readonly was: MemberFold | null }[] {
  const wanted = new Set(members);
  const before = new Map(past.members.map((member) => [member.member, member]));
  return now.members
    .filter(({ member }) => members.length === 0 || wanted.has(member))
    .map((member) => ({ now: member, was: before.get(member.member) ?? null }))
    .filter((pair) => !isSameGrade(pair.now, pair.was));
}

function nothing({ fold }: ActFacts): Result<readonly EventDraft[], ActProblem> {
  return fail(problem('NOTHING_TO_UNDO', fold.branch));
}

function isSameGrade(now: MemberFold, was: MemberFold | null): boolean {
  const [a, b] = [now.grade, was?.grade ?? null];
  if (a === null || b === null) return a === b;
  return a.levels === b.levels && a.class === b.class && a.reason === b.reason;
}

/** The grade as it was, with words that say where it comes from when it had none of its own. */
function requestOf(now: MemberFold, grade: LedgerEvent, row: LedgerEvent): GradeRequest {
  const moment = formatMoment(row.at);
  return {
    kind: grade.ledger.startsWith('BASE:') ? 'gradeFor' : 'grade',
    member: now.member,
    levels: grade.levels,
    class: grade.class,
    reason:
      grade.reason !== ''
        ? grade.reason
        : `Khôi phục như lúc ${moment.slice(11, 16)} ngày ${moment.slice(0, 10)}`,
    data: grade.data as unknown as GradeData,
    // Restoring is meant to pass over what came since.
    lastSeen: Number.MAX_SAFE_INTEGER,
  };
}

function gradesSince(
  { grade }: MemberFold,
  { row }: PastFacts,
  rows: readonly LedgerEvent[],
): readonly string[] {
  if (!grade) return [];
  const since = rows.filter(
    (one) =>
      one.ledger === row.ledger &&
      one.seq > row.seq &&
      one.subject === grade.subject &&
      one.round === grade.round &&
      isGradeKind(one.kind),
  );
  return [...new Set([grade, ...since].map((one) => one.operation))];
}
