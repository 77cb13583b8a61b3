import type { BranchView, MemberBrief } from '../../../contract/committee';
import { proposeBranchClass, type ProposedUnitClass } from '../../../programme/unit-classes';
import { gradeShown } from './list';
import type { GradingState, OwnForm } from './model';

/** The branch's own assessment as the page shows it: what is in hand, else what is saved, else empty. */
export function ownFormOf(state: GradingState, view: BranchView): OwnForm {
  const saved = view.branchAssessment;
  return (
    state.ownForm ?? {
      class: saved?.class ?? '',
      data: {
        day: saved?.day ?? '',
        present: saved?.present ?? [],
        doneWell: saved?.doneWell ?? '',
        limits: saved?.limits ?? '',
        causes: saved?.causes ?? '',
        proposals: saved?.proposals ?? '',
        lessons: saved?.lessons ?? '',
        ...(saved?.vote === undefined ? {} : { vote: saved.vote }),
      },
    }
  );
}

/** What must be there before *Gửi*: class, day of the meeting, those present. */
export type OwnPart = 'CLASS' | 'DAY' | 'PRESENT';

/** Parts of the own assessment that are still empty. */
export function missingParts(form: OwnForm): readonly OwnPart[] {
  const parts: OwnPart[] = [];
  if (form.class === '') parts.push('CLASS');
  if (form.data.day === '') parts.push('DAY');
  if (!form.data.present.some((name) => name.trim() !== '')) parts.push('PRESENT');
  return parts;
}

/** The class the figures suggest for the branch, from the grades on the screen (P11). */
export function branchProposal(state: GradingState, view: BranchView): ProposedUnitClass {
  const classes: Record<string, number> = {};
  for (const member of view.members) {
    const code = member.classed ? (gradeShown(state, member)?.class ?? '') : '';
    if (code !== '') classes[code] = (classes[code] ?? 0) + 1;
  }
  return proposeBranchClass(
    {
      members: view.members.length,
      registered: view.members.filter((member) => member.registered.includes('1')).length,
      eligible: view.members.filter((member) => member.classed).length,
      classes,
    },
    view.preset,
  );
}

/** How often each fact worth a second look stands beside a member of the branch, the most frequent first. */
export function flagCounts(members: readonly MemberBrief[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const member of members)
    for (const flag of member.flags) counts.set(flag, (counts.get(flag) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** What stands between the branch and *Gửi*; everything false or empty = it may go. */
export interface SendBlocks {
  readonly ungraded: readonly string[];
  readonly parts: readonly OwnPart[];
  readonly formNotSaved: boolean;
  readonly toMend: number;
}

/** Counts what keeps *Gửi* back. `ungraded` = names, in the branch's order. */
export function sendBlocks(
  state: GradingState,
  view: BranchView,
  isUngraded: (member: MemberBrief) => boolean,
): SendBlocks {
  return {
    ungraded: view.members.filter(isUngraded).map((member) => member.name),
    parts: missingParts(ownFormOf(state, view)),
    formNotSaved: state.ownForm !== null,
    toMend: state.refused.length + state.conflicts.length,
  };
}

/** Whether *Gửi* may be pressed. */
export function maySend(blocks: SendBlocks): boolean {
  return (
    blocks.ungraded.length === 0 && blocks.parts.length === 0 && !blocks.formNotSaved && blocks.toMend === 0
  );
}
