import { endOfDay } from './dates';
import type { EventDraft } from './events';
import { planReturning } from './plan-above';
import { draft, memberOf, type Act, type ActFacts, type ActProblem } from './planning';
import { fail, ok, problem, type Problem, type Result } from './result';
import { secondLookUntil } from './second-look';

export type SecondLookProblem = Problem<
  'NO_RESULT_YET' | 'SECOND_LOOK_LATE' | 'SECOND_LOOK_WAITING' | 'SECOND_LOOK_ANSWERED'
>;

/**
 * What keeps a second look from being asked for now: no result yet, more than three days behind it, or one that still waits. A code the branch does
 * not know is somebody else's problem.
 */
export function askingProblems({ fold, now }: ActFacts, code: string): readonly SecondLookProblem[] {
  const member = memberOf(fold, code);
  if (!member) return [];
  if (member.recognised === null || !member.judgement) return [problem('NO_RESULT_YET', code)];
  if (member.secondLook?.state === 'OPEN')
    return [problem('SECOND_LOOK_WAITING', code, { at: member.secondLook.askedAt })];
  const until = secondLookUntil(member.judgement.at);
  return now > endOfDay(until) ? [problem('SECOND_LOOK_LATE', code, { until })] : [];
}

/** An answer as it is asked for: `agreed` = the member is assessed anew, else `text` explains why the result stays. */
export interface LookAnswer {
  readonly member: string;
  /** Operation of the second look. */
  readonly look: string;
  readonly agreed: boolean;
  readonly text: string;
}

/**
 * Answers a second look. Agreeing also returns the member to the branch with the same words, which only the level above can: two rows of one operation.
 * Problems: UNKNOWN_MEMBER, SECOND_LOOK_ANSWERED (or there is no such look), TEXT_MISSING; agreeing those of `planReturning` too.
 */
export function planAnsweringLook(
  facts: ActFacts,
  { member: code, look, agreed, text }: LookAnswer,
  act: Act,
): Result<readonly EventDraft[], ActProblem | SecondLookProblem | Problem<'TEXT_MISSING'>> {
  const member = memberOf(facts.fold, code);
  if (!member) return fail(problem('UNKNOWN_MEMBER', code));
  if (member.secondLook?.operation !== look || member.secondLook.state !== 'OPEN')
    return fail(problem('SECOND_LOOK_ANSWERED', code));
  if (text.trim() === '') return fail(problem('TEXT_MISSING', code));
  const answer = draft(facts, act, 'answer', { subject: code, text, data: { secondLook: look, agreed } });
  if (!agreed) return ok([answer]);
  const returned = planReturning(facts, [code], text, act);
  if (!returned.ok) return returned;
  return ok([returned.value, { ...answer, operation: `${act.operation}/02` }]);
}
