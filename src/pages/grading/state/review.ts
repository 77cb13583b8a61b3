import type { BranchView, MemberBrief } from '../../../contract/committee';
import { classRank, type Preset } from '../../../programme/classification';

/** Why a base committee should look at a member before recognising. */
export type LookReason =
  | { readonly kind: 'FLAG'; readonly text: string }
  | { readonly kind: 'CLASS_CHANGED' }
  | { readonly kind: 'NO_SELF' }
  | { readonly kind: 'SELF_APART' }
  | { readonly kind: 'SECOND_LOOK' };

/** The members of a branch that has sent, sorted into what asks for a look, what agrees everywhere, and who has no grade. */
export interface ReviewGroups {
  readonly look: readonly MemberBrief[];
  readonly same: readonly MemberBrief[];
  readonly ungraded: readonly MemberBrief[];
}

/** Everything about the member that asks for a look. */
export function lookReasons(member: MemberBrief, preset: Preset): readonly LookReason[] {
  const { grade } = member;
  if (!grade) return [];
  const reasons: LookReason[] = member.flags.map((text) => ({ kind: 'FLAG', text }));
  if (member.marks.includes('SECOND_LOOK')) reasons.push({ kind: 'SECOND_LOOK' });
  if (member.classed && grade.class !== grade.proposed) reasons.push({ kind: 'CLASS_CHANGED' });
  if (member.selfLevels === '') reasons.push({ kind: 'NO_SELF' });
  else if (member.classed && classRank(preset, member.selfClass) !== classRank(preset, grade.class))
    reasons.push({ kind: 'SELF_APART' });
  return reasons;
}

/** Sorts a branch's members for the review. */
export function reviewGroups(view: BranchView): ReviewGroups {
  const graded = view.members.filter((member) => member.grade !== null);
  return {
    look: graded.filter((member) => lookReasons(member, view.preset).length > 0),
    same: graded.filter((member) => lookReasons(member, view.preset).length === 0),
    ungraded: view.members.filter((member) => member.grade === null),
  };
}

/** Members who have a grade and are not recognised yet. */
export function notRecognised(members: readonly MemberBrief[]): readonly MemberBrief[] {
  return members.filter((member) => member.grade !== null && member.recognised === null);
}

/** How many have each class of the scale, by the recognised class, else the branch's; the last figure = no class. */
export function classFigures(view: BranchView): readonly { readonly code: string; readonly count: number }[] {
  const of = (member: MemberBrief): string => member.recognised ?? member.grade?.class ?? '';
  const codes = [...view.preset.classes.map((one) => one.code), ''];
  return codes
    .map((code) => ({ code, count: view.members.filter((member) => of(member) === code).length }))
    .filter(({ count }) => count > 0);
}
