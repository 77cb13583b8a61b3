import type { MemberBrief, Presence, Saved } from '../../../contract/committee';
import type { BranchKey } from '../../../contract/committee';
import type { GradeRequest } from '../../../programme/plan-branch';
import type { Problem } from '../../../programme/result';
import type { Called } from '../../parts/call';
import { stepTo, andThen, type Moment, type Step } from './actions';
import type { Effect } from './effects';
import { briefOfRequest, draftOf } from './drafts';
import { memberOf, type Conflict, type GradingState, type Place, type Undoable } from './model';
import { netName, netOf } from './net';
import { arrived, dueAt, enqueue, failed, gradeOnItsWay, startTrip, withdraw } from './queue';
import { startAct } from './reduce-act';
import { go, isHere, keyOf, troubleOf } from './reduce-open';

/** The effect that keeps what is not acknowledged on this machine, or erases it. */
export function keep(state: GradingState): readonly Effect[] {
  const { greeting, place } = state;
  if (!greeting || !place || place.branch === '') return [];
  const name = netName(greeting.email, greeting.unit.code, place.wave, place.branch);
  return [{ kind: 'KEEP', name, net: netOf(place.branch, state.queue, state.now) }];
}

/** The clock: starts the trip that is due, and takes away the line whose time is over. */
export function tick(state: GradingState, at: Moment): Step {
  const shown = state.notice && state.notice.until <= at.now ? { ...state, notice: null } : state;
  const due = dueAt(shown.queue);
  return due !== null && due <= at.now ? depart(shown, at) : stepTo(shown);
}

/** Starts a trip now, whatever the clock says: *Gửi*, a hidden page, *Thử lại*. */
export function depart(state: GradingState, at: Moment): Step {
  const { place, view } = state;
  if (!place || !view) return stepTo(state);
  const queue = startTrip(state.queue, keyOf(place), view.lastSeen, at.operation, at.now);
  if (!queue?.flight) return stepTo(state);
  const next = { ...state, queue };
  return stepTo(next, { kind: 'SAVE', flight: queue.flight }, ...keep(next));
}

/** The answer of a trip. */
export function tripAnswered(
  state: GradingState,
  operation: string,
  result: Called<Saved>,
  at: Moment,
): Step {
  const { flight } = state.queue;
  if (!flight || flight.operation !== operation) return stepTo(state);
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE') {
    const queue = failed(state.queue, trouble?.fault ?? null, trouble?.problems ?? [], at.now);
    return stepTo({ ...state, queue, sendWhenSaved: false, goWhenSaved: null });
  }
  const saved = result.value;
  const settled: GradingState = {
    ...state,
    queue: arrived(state.queue, saved),
    view: state.view ? withSaved(state.view, saved) : null,
  };
  const sorted = sortRefused(settled, saved, flight.grades);
  return andThen(stepTo(sorted, ...keep(sorted)), (next) => goOn(next, at));
}

function withSaved(view: NonNullable<GradingState['view']>, saved: Saved): NonNullable<GradingState['view']> {
  const changed = new Map(saved.members.map((member) => [member.code, member]));
  return {
    ...view,
    members: view.members.map((member) => changed.get(member.code) ?? member),
    lastSeen: Math.max(view.lastSeen, saved.lastSeen),
    state: saved.state,
    missing: saved.missing,
  };
}

/** A newer grade of another person asks which one is right; every other refusal brings the sheet back into the committee's hand. */
function sortRefused(state: GradingState, saved: Saved, grades: readonly GradeRequest[]): GradingState {
  let next = state;
  for (const problem of saved.refused) {
    const mine = grades.find((grade) => grade.member === problem.at);
    const member = memberOf(next.view, problem.at);
    if (!mine || !member || gradeOnItsWay(next.queue, problem.at)) continue;
    next =
      problem.code === 'NEWER_GRADE' && member.grade
        ? {
            ...next,
            conflicts: [
              ...without(next.conflicts, problem.at),
              { member: problem.at, mine, theirs: member.grade },
            ],
          }
        : withRefusal(next, problem, mine, member);
  }
  return next;
}

function without(conflicts: readonly Conflict[], member: string): readonly Conflict[] {
  return conflicts.filter((one) => one.member !== member);
}

function withRefusal(
  state: GradingState,
  problem: Problem,
  mine: GradeRequest,
  member: MemberBrief,
): GradingState {
  const draft = draftOf(member, briefOfRequest(mine, '', state.now));
  return {
    ...state,
    refused: [...state.refused.filter((one) => one.at !== problem.at), problem],
    drafts: { ...state.drafts, [member.code]: draft },
  };
}

/** Goes to another place once everything here is saved: what is in hand of a branch never hangs on this machine alone. */
export function leave(state: GradingState, place: Place, at: Moment): Step {
  return state.queue.flight || state.queue.waiting.length > 0
    ? depart({ ...state, goWhenSaved: place }, at)
    : go(state, place, at);
}

/** What was waiting for the last grade to be saved: *Gửi*, or another place. What was refused holds both back. */
function goOn(state: GradingState, at: Moment): Step {
  const place = state.goWhenSaved;
  if (!place) return goOnSending(state, at);
  if (state.conflicts.length > 0 || state.refused.length > 0) return stepTo({ ...state, goWhenSaved: null });
  return state.queue.waiting.length > 0 ? depart(state, at) : go(state, place, at);
}

/** *Gửi* was confirmed while grades were on their way: once all are saved it goes; a refused one stops it. */
function goOnSending(state: GradingState, at: Moment): Step {
  if (!state.sendWhenSaved || !state.place) return stepTo(state);
  if (state.conflicts.length > 0 || state.refused.length > 0)
    return stepTo({ ...state, sendWhenSaved: false });
  if (state.queue.waiting.length > 0) return depart(state, at);
  return startAct({ ...state, sendWhenSaved: false }, { kind: 'send', key: keyOf(state.place) }, at);
}

/** *Gửi*, confirmed. */
export function send(state: GradingState, at: Moment): Step {
  const waiting = { ...state, question: null, sendWhenSaved: true };
  return state.queue.flight || state.queue.waiting.length > 0
    ? depart(waiting, at)
    : goOnSending(waiting, at);
}

/** A conflict is settled: `grade` is what shall count now, null keeps the other person's. */
export function settle(state: GradingState, member: string, grade: GradeRequest | null, at: Moment): Step {
  const drafts = { ...state.drafts };
  delete drafts[member];
  const next: GradingState = { ...state, drafts, conflicts: without(state.conflicts, member) };
  if (!grade || !next.view) return stepTo(next);
  const fresh = { ...grade, lastSeen: next.view.lastSeen };
  const queued = { ...next, queue: enqueue(next.queue, [fresh], at.now) };
  return stepTo(queued, ...keep(queued));
}

/** *Hoàn tác*: a change in hand goes back; a grade that still waits is taken out; a saved one is undone in the ledger. */
export function undo(state: GradingState, at: Moment): Step {
  const last = state.undoable[state.undoable.length - 1];
  if (!last) return stepTo(state);
  const undoable = state.undoable.slice(0, -1);
  return last.kind === 'DRAFT'
    ? undoDraft({ ...state, undoable }, last)
    : undoGrades({ ...state, undoable }, last.members, at);
}

function undoDraft(state: GradingState, last: Extract<Undoable, { kind: 'DRAFT' }>): Step {
  const drafts = { ...state.drafts };
  if (last.before) drafts[last.member] = last.before;
  else delete drafts[last.member];
  return stepTo({ ...state, drafts, member: last.member, screen: 'MEMBER' });
}

function undoGrades(state: GradingState, members: readonly string[], at: Moment): Step {
  const { view, place } = state;
  if (!view || !place) return stepTo(state);
  const flying = members.some((code) => state.queue.flight?.grades.some((grade) => grade.member === code));
  // What is on its way cannot be called back: it is undone when it has arrived, so the step stays.
  if (flying) return stepTo({ ...state, undoable: [...state.undoable, { kind: 'GRADES', members }] });
  const waiting = state.queue.waiting.filter((grade) => members.includes(grade.member));
  const codes = waiting.map((grade) => grade.member);
  const drafts = { ...state.drafts };
  // What was written by hand comes back as it was; an agreement leaves nothing to come back to.
  for (const grade of waiting) {
    const member = memberOf(view, grade.member);
    if (member && grade.kind === 'grade')
      drafts[member.code] = draftOf(member, briefOfRequest(grade, '', at.now));
  }
  const queue = withdraw(state.queue, codes);
  const front = members.length === 1 ? (members[0] ?? '') : state.member;
  const next: GradingState = {
    ...state,
    queue,
    drafts,
    notice: null,
    page: 'MEMBERS',
    member: front,
    screen: members.length === 1 ? 'MEMBER' : state.screen,
  };
  const operations = members
    .filter((code) => !codes.includes(code))
    .map((code) => memberOf(view, code)?.grade?.operation ?? '')
    .filter((operation) => operation !== '');
  return andThen(stepTo(next, ...keep(next)), (after) =>
    operations.length === 0
      ? stepTo(after)
      : startAct(after, { kind: 'undo', key: keyOf(place), operations }, at),
  );
}

/** Who else is there; when the ledger has grown and nothing of ours is under way, the branch is read again behind the page. */
export function presenceCame(state: GradingState, key: BranchKey, result: Called<Presence>): Step {
  if (!isHere(state, key) || result.kind !== 'VALUE') return stepTo(state);
  const next = { ...state, presence: result.value };
  const isNewer = state.view !== null && result.value.lastSeen > state.view.lastSeen;
  const isIdle = state.queue.flight === null && state.pending === null;
  return isNewer && isIdle ? stepTo(next, { kind: 'OPEN_BRANCH', key, quiet: true }) : stepTo(next);
}
