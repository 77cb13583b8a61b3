import { isClassOf, type Preset } from './classification';
import type { IsoDay } from './dates';
import type { EventDraft } from './events';
import {
  draft,
  judgingProblems,
  memberOf,
  sendOperation,
  type Act,
  type ActFacts,
  type ActProblem,
} from './planning';
import { fail, ok, problem, type Result } from './result';

/** Number and date of the decision, where one exists (P11). */
export interface Decision {
  readonly decisionNumber: string;
  readonly decisionDay: IsoDay;
}

/** *Bắt đầu xem xét* (P11): ends *Rút lại*. Problems: LOCKED, NOT_SENT, BEING_REVIEWED. */
export function planReviewing(facts: ActFacts, act: Act): Result<EventDraft, ActProblem> {
  const problems = judgingProblems(facts);
  if (problems.length > 0) return fail(...problems);
  if (facts.fold.reviewing) return fail(problem('BEING_REVIEWED', facts.fold.branch));
  return ok(draft(facts, act, 'reviewing', { data: judged(facts) }));
}

/**
 * Recognises the whole branch but the exceptions, as one row (P11). The class of each recognised member is stored in it. Problems: LOCKED,
 * NOT_SENT, UNKNOWN_MEMBER (an exception nobody knows), NOBODY_GRADED.
 */
export function planRecognisingAll(
  facts: ActFacts,
  exceptions: readonly string[],
  act: Act,
  decision?: Decision,
): Result<EventDraft, ActProblem> {
  const { fold } = facts;
  const problems: ActProblem[] = [...judgingProblems(facts)];
  for (const code of exceptions) if (!memberOf(fold, code)) problems.push(problem('UNKNOWN_MEMBER', code));
  const recognised = fold.members.filter(
    (member) => member.grade !== null && member.reached !== 'ADJUSTED' && !exceptions.includes(member.member),
  );
  if (problems.length === 0 && recognised.length === 0) problems.push(problem('NOBODY_GRADED', fold.branch));
  if (problems.length > 0) return fail(...problems);
  const classes = Object.fromEntries(recognised.map((member) => [member.member, member.decided ?? '']));
  return ok(draft(facts, act, 'recognise', { data: { ...judged(facts), exceptions, classes, ...decision } }));
}

/** Recognises one member with the class the branch decided (P11). Problems: LOCKED, NOT_SENT, UNKNOWN_MEMBER, NOT_GRADED_YET. */
export function planRecognising(
  facts: ActFacts,
  code: string,
  act: Act,
  decision?: Decision,
): Result<EventDraft, ActProblem> {
  const problems = memberProblems(facts, code);
  const member = memberOf(facts.fold, code);
  if (problems.length > 0 || !member) return fail(...problems);
  return ok(
    draft(facts, act, 'recognise', {
      subject: code,
      class: member.decided ?? '',
      data: { ...judged(facts), ...decision },
    }),
  );
}

/**
 * Recognises with another class (P11, ours): always with a reason. Problems: as `planRecognising`, and REASON_NEEDED, UNKNOWN_CLASS,
 * NOT_CLASSED.
 */
export function planAdjusting(
  facts: ActFacts,
  code: string,
  change: { readonly class: string; readonly reason: string },
  preset: Preset,
  act: Act,
): Result<EventDraft, ActProblem> {
  const problems = [...memberProblems(facts, code)];
  if (change.reason.trim() === '') problems.push(problem('REASON_NEEDED', code, { what: 'ADJUST' }));
  if (change.class !== '' && !isClassOf(preset, change.class))
    problems.push(problem('UNKNOWN_CLASS', code, { class: change.class }));
  if (change.class !== '' && memberOf(facts.fold, code)?.facts.classed === false)
    problems.push(problem('NOT_CLASSED', code));
  if (problems.length > 0) return fail(...problems);
  return ok(draft(facts, act, 'adjust', { subject: code, ...change, data: judged(facts) }));
}

/**
 * Returns named members, or with none the whole branch, for something to be added (P11, ours): always with a reason; opens the next round.
 * Problems: LOCKED, NOT_SENT, REASON_NEEDED, UNKNOWN_MEMBER.
 */
export function planReturning(
  facts: ActFacts,
  members: readonly string[],
  reason: string,
  act: Act,
): Result<EventDraft, ActProblem> {
  const problems: ActProblem[] = [...judgingProblems(facts)];
  if (reason.trim() === '') problems.push(problem('REASON_NEEDED', facts.fold.branch, { what: 'RETURN' }));
  for (const code of members) if (!memberOf(facts.fold, code)) problems.push(problem('UNKNOWN_MEMBER', code));
  if (problems.length > 0) return fail(...problems);
  const [only] = members;
  const subject = members.length === 1 && only !== undefined ? only : facts.fold.branch;
  return ok(draft(facts, act, 'return', { subject, reason, data: { ...judged(facts), members } }));
}

/** Gives the branch its class (P11). Problems: LOCKED, NOT_SENT, UNKNOWN_CLASS. */
export function planBranchClass(
  facts: ActFacts,
  branchClass: string,
  reason: string,
  preset: Preset,
  act: Act,
): Result<EventDraft, ActProblem> {
  const problems: ActProblem[] = [...judgingProblems(facts)];
  if (!isClassOf(preset, branchClass))
    problems.push(problem('UNKNOWN_CLASS', facts.fold.branch, { class: branchClass }));
  if (problems.length > 0) return fail(...problems);
  return ok(draft(facts, act, 'branchClass', { class: branchClass, reason, data: judged(facts) }));
}

/** *Nhận đánh giá thay*: the base committee assesses for a branch without a secretary (ours). Problems: LOCKED, ALREADY_SENT, TAKEN_OVER. */
export function planTakingOver(facts: ActFacts, reason: string, act: Act): Result<EventDraft, ActProblem> {
  const { fold } = facts;
  if (fold.lock) return fail(problem('LOCKED', fold.branch, { at: fold.lock.at }));
  if (fold.send) return fail(problem('ALREADY_SENT', fold.branch, { at: fold.send.at }));
  if (fold.takenOver) return fail(problem('TAKEN_OVER', fold.branch));
  return ok(draft(facts, act, 'takeOver', { reason }));
}

/** *Giao lại* to the branch. Problem: NOT_TAKEN_OVER. */
export function planHandingBack(facts: ActFacts, act: Act): Result<EventDraft, ActProblem> {
  if (!facts.fold.takenOver) return fail(problem('NOT_TAKEN_OVER', facts.fold.branch));
  return ok(draft(facts, act, 'handBack', {}));
}

/**
 * *Khóa* of one unit's books (programme.md 1): names the last row of every ledger. Branches that have not sent stop it (NOT_SENT each) unless a
 * reason forces it. `closedOn` = last sequence number by ledger, the district's own left out.
 */
export function planLocking(
  facts: {
    readonly wave: ActFacts['wave'];
    readonly unit: string;
    readonly folds: readonly ActFacts['fold'][];
  },
  closedOn: Readonly<Record<string, number>>,
  force: { readonly reason: string } | null,
  act: Act,
): Result<EventDraft, ActProblem> {
  const waiting = facts.folds.filter((fold) => fold.send === null && fold.lock === null);
  if (waiting.length > 0 && !force) return fail(...waiting.map((fold) => problem('NOT_SENT', fold.branch)));
  const reason = force?.reason.trim() ?? '';
  if (force && reason === '') return fail(problem('REASON_NEEDED', facts.unit, { what: 'LOCK' }));
  return ok({
    ledger: act.ledger,
    kind: 'lock',
    wave: facts.wave.code,
    round: 0,
    subject: facts.unit,
    levels: '',
    class: '',
    reason,
    text: act.text,
    data: { closedOn, forced: waiting.length > 0 },
    operation: `${act.operation}/01`,
  });
}

/** *Mở lại* for a branch, or named members of it, always with a reason. Problems: NOT_LOCKED, REASON_NEEDED, UNKNOWN_MEMBER. */
export function planReopening(
  facts: ActFacts,
  members: readonly string[],
  reason: string,
  act: Act,
): Result<EventDraft, ActProblem> {
  const { fold } = facts;
  if (!fold.lock) return fail(problem('NOT_LOCKED', fold.branch));
  const problems: ActProblem[] = [];
  if (reason.trim() === '') problems.push(problem('REASON_NEEDED', fold.branch, { what: 'REOPEN' }));
  for (const code of members) if (!memberOf(fold, code)) problems.push(problem('UNKNOWN_MEMBER', code));
  if (problems.length > 0) return fail(...problems);
  return ok(draft(facts, act, 'reopen', { reason, data: { lock: fold.lock.operation, members } }));
}

function memberProblems(facts: ActFacts, code: string): readonly ActProblem[] {
  const problems = judgingProblems(facts);
  if (problems.length > 0) return problems;
  const member = memberOf(facts.fold, code);
  if (!member) return [problem('UNKNOWN_MEMBER', code)];
  return member.grade ? [] : [problem('NOT_GRADED_YET', code)];
}

function judged(facts: ActFacts): { readonly send: string } {
  return { send: sendOperation(facts.fold) };
}
