import type { BranchView, UnitView } from '../../../contract/committee';
import type { Called } from '../../parts/call';
import { stepTo, type Moment, type Step } from './actions';
import type { Act, ActBody } from './effects';
import type { GradingState } from './model';
import { troubleOf } from './reduce-open';

/** Starts an act under a fresh operation id; one at a time, so that two presses do one thing. */
export function startAct(state: GradingState, body: ActBody, at: Moment): Step {
  if (state.pending?.state === 'RUNNING') return stepTo(state);
  const act: Act = { ...body, operation: at.operation };
  return stepTo({ ...state, pending: { act, state: 'RUNNING', trouble: null } }, { kind: 'DO', act });
}

/** Sends a failed act again, unchanged. */
export function retryAct(state: GradingState): Step {
  const { pending } = state;
  if (pending?.state !== 'FAILED') return stepTo(state);
  const { act } = pending;
  return stepTo({ ...state, pending: { act, state: 'RUNNING', trouble: null } }, { kind: 'DO', act });
}

function withoutAll(drafts: GradingState['drafts'], members: readonly string[]): GradingState['drafts'] {
  if (members.length === 0) return {};
  return Object.fromEntries(Object.entries(drafts).filter(([code]) => !members.includes(code)));
}

/** The answer of an act: the fresh view, or why it was not done. */
export function acted(state: GradingState, act: Act, result: Called<BranchView | UnitView>): Step {
  if (state.pending?.act.operation !== act.operation) return stepTo(state);
  const trouble = troubleOf(result);
  if (trouble || result.kind !== 'VALUE')
    return stepTo({ ...state, pending: { act, state: 'FAILED', trouble }, question: null });
  const done: GradingState = { ...state, pending: null, question: null };
  if ('branches' in result.value) return stepTo({ ...done, unit: result.value });
  const view = result.value;
  const saved = act.kind === 'record' && act.record.kind === 'branchAssessment';
  const next: GradingState = {
    ...done,
    view,
    ownForm: saved ? null : done.ownForm,
    // What lies in hand of a restored member is of before.
    drafts: act.kind === 'restore' ? withoutAll(done.drafts, act.members) : done.drafts,
    moments: null,
  };
  // The base unit's list counts what the judgement has changed.
  return act.kind === 'judge' || (view.role !== 'BRANCH' && act.kind === 'send')
    ? stepTo(next, { kind: 'OPEN_UNIT', wave: view.wave.code })
    : stepTo(next);
}
