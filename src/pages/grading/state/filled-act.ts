import type { CriterionCode } from '../../../programme/criteria';
import { NOT_GRADED, signAt } from '../../../programme/levels';
import {
  draftOf,
  isAssessable,
  isSameSheet,
  reasonsWanted,
  registeredBy,
  selfSign,
  unsetCriteria,
} from './drafts';
import { gradeShown, isUngraded, mayGrade, mayWrite, nextUngraded, progressOf } from './list';
import { memberOf, type Draft, type GradingState } from './model';
import type { MemberBrief } from '../../../contract/committee';

/** What the one filled button does for the member in front: Enter is always that button. */
export type FilledAct =
  | { readonly kind: 'AGREE' }
  | { readonly kind: 'AGREE_REST'; readonly count: number }
  | { readonly kind: 'OPEN'; readonly criterion: CriterionCode; readonly count: number }
  | { readonly kind: 'REASON'; readonly criterion: CriterionCode }
  | { readonly kind: 'CLASS_REASON' }
  | { readonly kind: 'SAVE' }
  | { readonly kind: 'NOTHING_REGISTERED' }
  | { readonly kind: 'NEXT_UNGRADED' }
  | { readonly kind: 'TO_BRANCH' }
  | { readonly kind: 'NONE' };

/** The draft of the member in front, or of another. */
export function draftShown(state: GradingState, member: MemberBrief): Draft {
  return state.drafts[member.code] ?? draftOf(member, gradeShown(state, member));
}

/** Whether the sheet in hand differs from what is saved or on its way. */
export function isChanged(state: GradingState, member: MemberBrief): boolean {
  const draft = state.drafts[member.code];
  return draft !== undefined && !isSameSheet(draft, draftOf(member, gradeShown(state, member)));
}

/** Decides what the filled button does: words first that are missing, then levels, then saving, then the next member. */
export function filledAct(state: GradingState): FilledAct {
  const { view } = state;
  const member = memberOf(view, state.member);
  if (!view || !member) return { kind: 'NONE' };
  if (!mayGrade(view, member) || !isAssessable(member)) return onward(state);
  const draft = draftShown(state, member);
  const wanted = reasonsWanted(draft, member, view.preset);
  const [first] = wanted.criteria;
  if (first) return { kind: 'REASON', criterion: first };
  if (wanted.class) return { kind: 'CLASS_REASON' };
  const unset = unsetCriteria(draft.levels);
  const agreeable = unset.filter((code) => selfSign(member, code) !== NOT_GRADED);
  if (agreeable.length > 0) {
    const isWhole = registeredBy(member).every((code) => signAt(draft.levels, code) === NOT_GRADED);
    return isWhole && agreeable.length === unset.length
      ? { kind: 'AGREE' }
      : { kind: 'AGREE_REST', count: agreeable.length };
  }
  if (unset[0]) return { kind: 'OPEN', criterion: unset[0], count: unset.length };
  if (isUngraded(state, member) || isChanged(state, member))
    return registeredBy(member).length === 0 ? { kind: 'NOTHING_REGISTERED' } : { kind: 'SAVE' };
  return onward(state);
}

function onward(state: GradingState): FilledAct {
  if (state.view && mayWrite(state.view) && nextUngraded(state)) return { kind: 'NEXT_UNGRADED' };
  const { done, total } = progressOf(state);
  return total > 0 && done === total && state.view?.role === 'BRANCH'
    ? { kind: 'TO_BRANCH' }
    : { kind: 'NONE' };
}
