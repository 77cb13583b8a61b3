import type { BranchView, MemberBrief } from '../../../contract/committee';
import { NOT_GRADED } from '../../../programme/levels';
import { draftOf, isAssessable, proposedFor, registeredBy, selfSign } from './drafts';
import { isUngraded, mayGrade } from './list';
import type { GradingState } from './model';

/** Why a member cannot be agreed with together with others. */
export type NotInBulk = 'NOT_OPEN' | 'ALREADY_GRADED' | 'NO_SELF' | 'OTHER_CLASS' | 'NOT_READ';

/** Why the member cannot be chosen for agreeing in bulk; null = can be (pages.md 2: only whose evidence was on screen). */
export function notInBulk(state: GradingState, view: BranchView, member: MemberBrief): NotInBulk | null {
  if (!mayGrade(view, member)) return 'NOT_OPEN';
  if (!isUngraded(state, member)) return 'ALREADY_GRADED';
  const registered = registeredBy(member);
  const isWhole = registered.length > 0 && registered.every((code) => selfSign(member, code) !== NOT_GRADED);
  if (!isAssessable(member) || !isWhole) return 'NO_SELF';
  const proposed = proposedFor(draftOf(member, null), member, view.preset).class;
  if (member.classed && member.selfClass !== '' && member.selfClass !== proposed) return 'OTHER_CLASS';
  return state.read.includes(member.code) ? null : 'NOT_READ';
}
