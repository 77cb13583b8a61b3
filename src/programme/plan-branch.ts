import { isClassOf, proposeClass, type Preset } from './classification';
import { isGradeKind, type EventDraft, type GradeData, type GradeKind, type LedgerEvent } from './events';
import { CRITERION_CODES, type CriterionCode } from './criteria';
import { isPackedLevels, levelOfSign, signAt, type PackedLevels } from './levels';
import {
  draft,
  holderProblems,
  memberOf,
  newerRows,
  writingProblems,
  type Act,
  type ActFacts,
  type ActProblem,
} from './planning';
import { isProvisional } from './ledgers';
import { fail, ok, problem, type Result } from './result';

/** One member's grade as the page sends it: whole, with what the page showed (P10). */
export interface GradeRequest {
  readonly kind: GradeKind;
  readonly member: string;
  readonly levels: PackedLevels;
  readonly class: string;
  readonly reason: string;
  readonly data: GradeData;
  /** Last row of this ledger the page had read; a newer grade of another person is a conflict. */
  readonly lastSeen: number;
}

/** A trip's grades: the rows to append, and what was refused, member by member: one refusal holds nobody else up. */
export interface GradingPlan {
  readonly drafts: readonly EventDraft[];
  readonly refused: readonly ActProblem[];
}

/**
 * Grades (P10) that may be appended. Whole-request problems: LOCKED, ALREADY_SENT, WAVE_NOT_OPEN, TAKEN_OVER, NOT_TAKEN_OVER. Per member:
 * UNKNOWN_MEMBER, NOT_IN_ROUND, NOT_TEN_LEVELS, UNKNOWN_CLASS, NOT_CLASSED, REASON_NEEDED (`data.what` LEVEL with its criteria, or CLASS),
 * NEWER_GRADE (`data.seq`).
 */
export function planGrading(
  facts: ActFacts,
  requests: readonly GradeRequest[],
  preset: Preset,
  actor: string,
  act: Act,
): Result<GradingPlan, ActProblem> {
  const problems = [...writingProblems(facts), ...holderProblems(facts, act)];
  if (problems.length > 0) return fail(...problems);
  const drafts: EventDraft[] = [];
  const refused: ActProblem[] = [];
  requests.forEach((request, index) => {
    const found = gradeProblems(facts, request, preset, actor, act);
    if (found.length > 0) refused.push(...found);
    else
      drafts.push(
        draft(
          facts,
          act,
          request.kind,
          {
            subject: request.member,
            levels: request.levels,
            class: request.class,
            reason: request.reason,
            data: { ...request.data },
          },
          index + 1,
        ),
      );
  });
  return ok({ drafts, refused });
}

/**
 * *Gửi* (P10): sends the members' results and the branch's own assessment, and freezes them. Problems, all at once: LOCKED, ALREADY_SENT,
 * WAVE_NOT_OPEN, NOT_GRADED_YET (one per member), MISSING_SELF_ASSESSMENT_OF_BRANCH, TAKEN_OVER, NOT_TAKEN_OVER.
 */
export function planSending(facts: ActFacts, act: Act): Result<EventDraft, ActProblem> {
  const { fold } = facts;
  const problems: ActProblem[] = [...writingProblems(facts)];
  if (problems.length === 0) {
    problems.push(...holderProblems(facts, act));
    problems.push(...fold.missing.map((member) => problem('NOT_GRADED_YET', member)));
    if (!fold.branchAssessment) problems.push(problem('MISSING_SELF_ASSESSMENT_OF_BRANCH', fold.branch));
  }
  if (problems.length > 0) return fail(...problems);
  const graded = fold.members.filter((member) => member.grade !== null).length;
  return ok(draft(facts, act, 'send', { data: { graded } }));
}

/** *Rút lại* (P10), until the level above begins to consider. Problems: LOCKED, NOT_SENT, BEING_REVIEWED. */
export function planTakingBack(facts: ActFacts, act: Act): Result<EventDraft, ActProblem> {
  const { fold } = facts;
  if (fold.lock) return fail(problem('LOCKED', fold.branch, { at: fold.lock.at }));
  if (!fold.send) return fail(problem('NOT_SENT', fold.branch));
  if (fold.reviewing) return fail(problem('BEING_REVIEWED', fold.branch));
  return ok(draft(facts, act, 'takeBack', { data: { send: fold.send.operation } }));
}

/**
 * *Hoàn tác* of operations of this ledger and round (architecture.md 3): it names them, and writes no old value. `rows` = the ledger's rows.
 * Problems: LOCKED, ALREADY_SENT, WAVE_NOT_OPEN, NOTHING_TO_UNDO (per operation that is not there, not of this round, or nothing to undo).
 */
export function planUndoing(
  facts: ActFacts,
  operations: readonly string[],
  rows: readonly LedgerEvent[],
  act: Act,
): Result<EventDraft, ActProblem> {
  const problems: ActProblem[] = [...writingProblems(facts)];
  for (const operation of operations) {
    const target = rows.find((row) => row.operation === operation && row.ledger === act.ledger);
    if (!target || target.round !== facts.fold.round || !isUndoable(target))
      problems.push(problem('NOTHING_TO_UNDO', operation));
  }
  if (operations.length === 0) problems.push(problem('NOTHING_TO_UNDO', facts.fold.branch));
  if (problems.length > 0) return fail(...problems);
  return ok(draft(facts, act, 'undo', { data: { operations } }));
}

function isUndoable(row: LedgerEvent): boolean {
  return isGradeKind(row.kind) || UNDOABLE.has(row.kind);
}

const UNDOABLE: ReadonlySet<string> = new Set([
  'branchAssessment',
  'activity',
  'paperEntry',
  'progress',
  'difficulty',
  'answer',
  'rosterProposal',
  'undo',
]);

function gradeProblems(
  facts: ActFacts,
  request: GradeRequest,
  preset: Preset,
  actor: string,
  act: Act,
): readonly ActProblem[] {
  const { fold } = facts;
  const code = request.member;
  const member = memberOf(fold, code);
  if (!member && !isProvisional(code)) return [problem('UNKNOWN_MEMBER', code)];
  const opened = fold.rounds[fold.rounds.length - 1]?.members;
  if (opened && !opened.has(code)) return [problem('NOT_IN_ROUND', code, { round: fold.round })];
  if (!isPackedLevels(request.levels)) return [problem('NOT_TEN_LEVELS', code, { levels: request.levels })];
  const newer = member
    ? newerRows(member, act.ledger, request.lastSeen).find(
        (row) => isGradeKind(row.kind) && row.actor !== actor,
      )
    : undefined;
  if (newer) return [problem('NEWER_GRADE', code, { seq: newer.seq, actor: newer.actor, at: newer.at })];
  if (request.class !== '' && member && !member.facts.classed) return [problem('NOT_CLASSED', code)];
  if (request.class !== '' && !isClassOf(preset, request.class))
    return [problem('UNKNOWN_CLASS', code, { class: request.class })];
  return reasonProblems(request, preset, member?.selfLevels ?? '', member?.facts.classed ?? true);
}

/** A level other than the self-assessed one, or a class other than the proposed one, asks for a few words (P10, programme.md 5). */
function reasonProblems(
  request: GradeRequest,
  preset: Preset,
  selfLevels: PackedLevels,
  classed: boolean,
): readonly ActProblem[] {
  if (request.reason.trim() !== '') return [];
  const criteria = selfLevels === '' ? [] : differingCriteria(request.levels, selfLevels);
  if (criteria.length > 0) return [problem('REASON_NEEDED', request.member, { what: 'LEVEL', criteria })];
  const proposed = proposeClass(request.levels, preset).class;
  return classed && request.class !== proposed
    ? [problem('REASON_NEEDED', request.member, { what: 'CLASS', proposed, class: request.class })]
    : [];
}

/** Criteria on which both have a level, and not the same one. */
export function differingCriteria(a: PackedLevels, b: PackedLevels): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => {
    const [first, second] = [levelOfSign(signAt(a, code)), levelOfSign(signAt(b, code))];
    return first !== null && second !== null && first !== second;
  });
}
