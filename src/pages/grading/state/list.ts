import type { BranchView, GradeBrief, MemberBrief } from '../../../contract/committee';
import { bareName } from '../../../programme/names';
import { briefOfRequest, isAssessable } from './drafts';
import type { Filter, GradingState } from './model';
import { gradeOnItsWay } from './queue';

/** The grade the committee sees: the one on its way, else the one that counts. */
export function gradeShown(state: GradingState, member: MemberBrief): GradeBrief | null {
  const own = gradeOnItsWay(state.queue, member.code);
  return own ? briefOfRequest(own, state.greeting?.email ?? '', state.now) : member.grade;
}

/** Whether the member still waits for the committee; one who was returned waits again. */
export function isUngraded(state: GradingState, member: MemberBrief): boolean {
  if (!isAssessable(member)) return false;
  if (gradeOnItsWay(state.queue, member.code)) return false;
  return member.grade === null || member.state === 'RETURNED';
}

/** How many are to be assessed, and how many are. */
export function progressOf(state: GradingState): { readonly done: number; readonly total: number } {
  const members = (state.view?.members ?? []).filter(isAssessable);
  const done = members.filter((member) => !isUngraded(state, member)).length;
  return { done, total: members.length };
}

/** Whether the committee may write about the member now; the script asks the same again. */
export function mayGrade(view: BranchView, member: MemberBrief): boolean {
  if (!mayWrite(view)) return false;
  return view.state !== 'RETURNED' || !['SENT', 'RECOGNISED', 'ADJUSTED'].includes(member.state);
}

/** Whether the person may write into the branch's wave now: open, not sent, not locked, and theirs to assess. */
export function mayWrite(view: BranchView): boolean {
  const isTheirs = view.role === 'BASE' ? view.takenOver : view.role === 'BRANCH' && !view.takenOver;
  const isOpen = view.wave.isGradingOpen && view.lockedAt === null;
  return isTheirs && isOpen && view.canWrite && view.state !== 'SENT' && view.state !== 'RECOGNISED';
}

/** Whether activities and paper sheets may be written down: they are results, but come before the grading step (P7). */
export function mayRecord(view: BranchView): boolean {
  return mayWrite({ ...view, wave: { ...view.wave, isGradingOpen: true } });
}

/** Whether difficulties may be raised and answered: neither *Gửi* nor a lock silences one (P8). */
export function maySpeak(view: BranchView): boolean {
  return view.canWrite && view.role !== 'READER';
}

export const FILTERS: readonly Filter[] = ['ALL', 'UNGRADED', 'GRADED', 'NO_SELF', 'LOOK_AGAIN', 'RESENT'];

/** Whether the filter lets the member through. */
export function passes(state: GradingState, member: MemberBrief, filter: Filter): boolean {
  switch (filter) {
    case 'ALL':
      return true;
    case 'UNGRADED':
      return isUngraded(state, member);
    case 'GRADED':
      return gradeShown(state, member) !== null && !isUngraded(state, member);
    case 'NO_SELF':
      return member.selfLevels === '';
    case 'LOOK_AGAIN':
      return member.flags.length > 0 || member.marks.includes('SECOND_LOOK');
    case 'RESENT':
      return member.marks.includes('RESENT');
  }
}

/** How many members each filter shows. */
export function filterCounts(state: GradingState): Readonly<Record<Filter, number>> {
  const counts = { ALL: 0, UNGRADED: 0, GRADED: 0, NO_SELF: 0, LOOK_AGAIN: 0, RESENT: 0 };
  for (const member of state.view?.members ?? [])
    for (const filter of FILTERS) if (passes(state, member, filter)) counts[filter] += 1;
  return counts;
}

/** Members in the list, in the branch's order: through the filter and the search, which asks for no diacritics. */
export function listed(state: GradingState): readonly MemberBrief[] {
  const wanted = bareName(state.search);
  return (state.view?.members ?? []).filter(
    (member) =>
      passes(state, member, state.filter) && (wanted === '' || bareName(member.name).includes(wanted)),
  );
}

/** The member `steps` away in the list; the list may not hold the one in front any more. */
export function neighbour(state: GradingState, steps: 1 | -1): MemberBrief | null {
  const all = state.view?.members ?? [];
  const inList = new Set(listed(state).map((member) => member.code));
  const walk = inList.size === 0 ? new Set(all.map((member) => member.code)) : inList;
  const from = all.findIndex((member) => member.code === state.member);
  for (let at = from + steps; at >= 0 && at < all.length; at += steps) {
    const member = all[at];
    if (member && walk.has(member.code)) return member;
  }
  return null;
}

/** The next member who waits, from the one in front on and round: who has assessed himself comes first; null when nobody waits. */
export function nextUngraded(state: GradingState): MemberBrief | null {
  const all = state.view?.members ?? [];
  const from = all.findIndex((member) => member.code === state.member);
  const turned = [...all.slice(from + 1), ...all.slice(0, Math.max(0, from + 1))];
  const waiting = turned.filter((member) => isUngraded(state, member));
  return waiting.find((member) => member.selfLevels !== '') ?? waiting[0] ?? null;
}
