import type { BranchView, MemberBrief } from '../../../contract/committee';
import type { CriterionCode } from '../../../programme/criteria';
import type { EpochMs } from '../../../programme/dates';
import type { Level } from '../../../programme/levels';
import { stepTo, andThen, type Moment, type Step } from './actions';
import { draftOf, gradeRequest, unsetCriteria, withLevel, withRestAgreed } from './drafts';
import { draftShown, filledAct } from './filled-act';
import { gradeShown, mayGrade, neighbour, nextUngraded, progressOf } from './list';
import { memberOf, type Draft, type GradingState, type Undoable } from './model';
import { enqueue } from './queue';
import { notInBulk } from './bulk';

/** How long the line with *Hoàn tác* stays, and how many steps can be taken back. */
export const NOTICE_MS = 8_000;
const UNDO_DEPTH = 100;
/** A member left on the screen over lunch was not read for an hour. */
const LONGEST_LOOK_MS = 600_000;

/** Brings a member to the front, and counts how long the one before was on the screen. */
export function showMember(state: GradingState, code: string, at: Moment): Step {
  return stepTo(
    {
      ...lookedAt(state, at.now),
      member: code,
      criterion: null,
      screen: 'MEMBER',
      shownSince: at.now,
      unfolded: '',
    },
    { kind: 'FOCUS', on: 'PAGE' },
  );
}

/** Adds the time the member in front was on the screen. */
export function lookedAt(state: GradingState, now: EpochMs): GradingState {
  if (state.shownSince === null || state.member === '') return state;
  const looked = Math.min(LONGEST_LOOK_MS, Math.max(0, now - state.shownSince));
  const before = state.shownMs[state.member] ?? 0;
  return { ...state, shownMs: { ...state.shownMs, [state.member]: before + looked }, shownSince: now };
}

/** ↑ ↓ */
export function walk(state: GradingState, steps: 1 | -1, at: Moment): Step {
  const next = neighbour(state, steps);
  return next ? showMember(state, next.code, at) : stepTo(state);
}

/** N: to the next member who waits; when nobody does, the page says so. */
export function toNextUngraded(state: GradingState, at: Moment): Step {
  const next = nextUngraded(state);
  if (next) return showMember(state, next.code, at);
  const { done, total } = progressOf(state);
  return stepTo(total > 0 && done === total ? { ...state, screen: 'DONE', criterion: null } : state);
}

/** Opens a criterion of the member in front, or folds it. */
export function openCriterion(state: GradingState, code: CriterionCode | null): Step {
  return stepTo({ ...state, criterion: code }, { kind: 'FOCUS', on: code ? 'CRITERION' : 'PAGE' });
}

/** Sets a level; where it differs from the self-assessment the line grows by a reason, which comes into sight. */
export function setLevel(state: GradingState, code: CriterionCode, level: Level): Step {
  const next = edit(state, (draft, member) => withLevel(draft, member, code, level), { criterion: code });
  return andThen(next, (after) => stepTo(after, { kind: 'FOCUS', on: 'SIGHT' }));
}

/** Changes the draft of the member in front; the change can be taken back. */
export function edit(
  state: GradingState,
  change: (draft: Draft, member: MemberBrief) => Draft,
  also: Partial<GradingState> = {},
): Step {
  const member = memberOf(state.view, state.member);
  if (!state.view || !member || !mayGrade(state.view, member)) return stepTo(state);
  const before = state.drafts[member.code] ?? null;
  const draft = change(draftShown(state, member), member);
  return stepTo({
    ...state,
    ...also,
    drafts: { ...state.drafts, [member.code]: draft },
    undoable: remembered(state.undoable, { kind: 'DRAFT', member: member.code, before }),
  });
}

/** Changes words: not a step of its own for *Hoàn tác*, the field has its own. */
export function editWords(state: GradingState, change: (draft: Draft) => Draft): Step {
  return stepTo({ ...edit(state, change).state, undoable: state.undoable });
}

/** Enter: what the filled button says. */
export function pressFilled(state: GradingState, at: Moment): Step {
  const act = filledAct(state);
  switch (act.kind) {
    case 'REASON':
      return stepTo({ ...state, criterion: act.criterion }, { kind: 'FOCUS', on: 'REASON' });
    case 'CLASS_REASON':
      return stepTo(state, { kind: 'FOCUS', on: 'CLASS_REASON' });
    case 'OPEN':
      return openCriterion(state, act.criterion);
    case 'AGREE':
    case 'AGREE_REST':
      return andThen(edit(state, withRestAgreed), (next) => {
        const member = memberOf(next.view, next.member);
        const left = member ? unsetCriteria(draftShown(next, member).levels) : [];
        return left[0] ? openCriterion(next, left[0]) : saveAndGoOn(next, at);
      });
    case 'SAVE':
    case 'NOTHING_REGISTERED':
      return saveAndGoOn(state, at);
    case 'NEXT_UNGRADED':
      return toNextUngraded(state, at);
    case 'TO_BRANCH':
      return stepTo({ ...state, page: 'BRANCH', criterion: null });
    case 'NONE':
      return stepTo(state);
  }
}

/** Puts the member's grade into the queue and shows the next one who waits: nothing is waited for. */
export function saveAndGoOn(state: GradingState, at: Moment): Step {
  const { view } = state;
  const member = memberOf(view, state.member);
  if (!view || !member) return stepTo(state);
  const saved = give(lookedAt(state, at.now), view, [member], at, false);
  return toNextUngraded({ ...saved, criterion: null }, at);
}

/** Agrees with everyone chosen in the list, as one act that says it was one. */
export function agreeSelected(state: GradingState, at: Moment): Step {
  const { view } = state;
  if (!view) return stepTo(state);
  const chosen = view.members.filter(
    (member) => state.selected.includes(member.code) && notInBulk(state, view, member) === null,
  );
  const drafts = { ...state.drafts };
  for (const member of chosen) drafts[member.code] = withRestAgreed(draftOf(member, null), member);
  const given = give({ ...state, drafts }, view, chosen, at, true);
  return stepTo({ ...given, selected: [], question: null, unfolded: '' });
}

function give(
  state: GradingState,
  view: BranchView,
  members: readonly MemberBrief[],
  at: Moment,
  bulk: boolean,
): GradingState {
  const codes = members.map((member) => member.code);
  if (codes.length === 0) return state;
  const grades = members.map((member) =>
    gradeRequest(draftShown(state, member), member, view, state.shownMs[member.code] ?? 0, bulk),
  );
  const drafts = { ...state.drafts };
  for (const code of codes) delete drafts[code];
  return {
    ...state,
    drafts,
    queue: enqueue(state.queue, grades, at.now),
    refused: state.refused.filter((one) => !codes.includes(one.at)),
    notice: { members: codes, until: at.now + NOTICE_MS },
    undoable: remembered(
      state.undoable.filter((one) => one.kind === 'GRADES' || !codes.includes(one.member)),
      { kind: 'GRADES', members: codes },
    ),
  };
}

function remembered(list: readonly Undoable[], one: Undoable): readonly Undoable[] {
  return [...list.slice(1 - UNDO_DEPTH), one];
}

/** The class a grade on the screen has; for the line with *Hoàn tác*. */
export function classGiven(state: GradingState, code: string): string | null {
  const member = memberOf(state.view, code);
  return member ? (gradeShown(state, member)?.class ?? null) : null;
}
