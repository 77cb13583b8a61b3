import type { ConsoleView, JobView } from '../../contract/district';
import type { Called } from '../parts/call';
import { NO_ROSTER, reduceRoster } from './roster-state';
import {
  isMoving,
  WATCH_MS,
  type ConsoleAction,
  type ConsoleEffect,
  type ConsoleState,
  type ConsoleStepResult,
  type ConsoleTrouble,
} from './state';

/** What the reducer cannot know of itself. */
export interface ConsoleMoment {
  readonly now: number;
  readonly operation: string;
}

/** The console's whole behaviour; pure. */
export function reduceConsole(
  before: ConsoleState,
  action: ConsoleAction,
  at: ConsoleMoment,
): ConsoleStepResult {
  const state = { ...before, now: at.now };
  switch (action.type) {
    case 'LOAD':
      return to(
        { ...state, loadingSince: at.now, trouble: null },
        { kind: 'LOAD', wave: action.wave ?? state.view?.wave ?? '' },
      );
    case 'LOADED':
      return loaded(state, action.result);
    case 'ASK': {
      const request = { job: action.job, wave: waveFor(state, action.job) };
      const asked = {
        request,
        preview: null,
        trouble: null,
        reason: '',
        answers: {},
        operation: at.operation,
        starting: false,
      };
      return to({ ...state, asked }, { kind: 'PREVIEW', request, operation: at.operation });
    }
    case 'PREVIEWED':
      return state.asked?.operation === action.operation
        ? to({
            ...state,
            asked: {
              ...state.asked,
              preview: action.result.kind === 'VALUE' ? action.result.value : null,
              answers:
                action.result.kind === 'VALUE'
                  ? Object.fromEntries(
                      (action.result.value.fields ?? []).map(({ name, value }) => [name, value]),
                    )
                  : {},
              trouble: troubleOf(action.result),
            },
          })
        : to(state);
    case 'REASON':
      return to({ ...state, asked: state.asked ? { ...state.asked, reason: action.text } : null });
    case 'ANSWER':
      return to({
        ...state,
        asked: state.asked
          ? { ...state.asked, answers: { ...state.asked.answers, [action.name]: action.text } }
          : null,
      });
    case 'CLOSE':
      return to({ ...state, asked: null });
    case 'CONFIRM':
      return confirmed(state);
    case 'ROSTER_IDENTIFIER':
    case 'ROSTER_FILE':
    case 'ROSTER_READ':
    case 'ROSTER_SEND':
    case 'ROSTER_SENT': {
      const { roster, effects, isWhole } = reduceRoster(state.roster, action);
      const next = { ...state, roster };
      return isWhole ? reduceConsole(next, { type: 'ASK', job: 'roster' }, at) : to(next, ...effects);
    }
    case 'STARTED':
      return started(state, action.operation, action.result, at);
    case 'CARRIED':
      return carried(state, action.key, action.result, at);
    case 'STOP':
      return to(state, { kind: 'STOP', key: action.key });
    case 'GO_ON':
      return carry(state, action.key);
    case 'TICK':
      return tick(state, at);
    case 'PAGE':
      if (action.page === 'ROSTER') return to({ ...state, page: 'ROSTER', roster: NO_ROSTER });
      return action.page === 'UNMATCHED' && state.view
        ? to({ ...state, page: 'UNMATCHED', unmatched: null }, { kind: 'UNMATCHED', wave: state.view.wave })
        : // What was decided there has changed the figures here.
          to({ ...state, page: action.page }, { kind: 'LOAD', wave: state.view?.wave ?? '' });
    case 'UNMATCHED':
      return action.result.kind === 'VALUE'
        ? to({ ...state, unmatched: action.result.value, deciding: '', trouble: null })
        : to({ ...state, deciding: '', trouble: troubleOf(action.result) });
    case 'DECIDE': {
      if (state.deciding !== '') return to(state);
      const { responseId, sentAt, member } = action;
      return to({ ...state, deciding: responseId }, { kind: 'DECIDE', responseId, sentAt, member });
    }
  }
}

function to(state: ConsoleState, ...effects: readonly ConsoleEffect[]): ConsoleStepResult {
  return { state, effects };
}

function troubleOf(result: Called<unknown>): ConsoleTrouble | null {
  if (result.kind === 'VALUE') return null;
  return result.kind === 'FAULT'
    ? { fault: result.fault, problems: [] }
    : { fault: null, problems: result.problems };
}

/** Setting up and making workbooks belong to no wave. */
function waveFor(state: ConsoleState, job: string): string {
  return job === 'setup' || job === 'createBooks' || job === 'roster' || job === 'proposals'
    ? ''
    : (state.view?.wave ?? '');
}

/** The checklist has come; jobs that it says are under way are carried on. */
function loaded(state: ConsoleState, result: Called<ConsoleView>): ConsoleStepResult {
  if (result.kind !== 'VALUE') return to({ ...state, trouble: troubleOf(result), loadingSince: null });
  const view = result.value;
  const known = new Set(view.running.map((job) => job.key));
  const jobs = [...view.running, ...state.jobs.filter((job) => !known.has(job.key))];
  return to({ ...state, view, jobs, trouble: null, loadingSince: null });
}

function confirmed(state: ConsoleState): ConsoleStepResult {
  const { asked } = state;
  if (!asked?.preview || asked.starting) return to(state);
  const reason = asked.reason.trim();
  const answers = asked.answers;
  const request = {
    ...asked.request,
    ...(reason === '' ? {} : { reason }),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
  };
  return to(
    { ...state, asked: { ...asked, starting: true } },
    { kind: 'START', request, operation: asked.operation },
  );
}

function started(
  state: ConsoleState,
  operation: string,
  result: Called<JobView>,
  at: ConsoleMoment,
): ConsoleStepResult {
  if (state.following === operation) {
    const free = { ...state, following: '' };
    return result.kind === 'VALUE'
      ? followed(free, result.value, at)
      : to({ ...free, trouble: troubleOf(result) });
  }
  if (state.asked?.operation !== operation) return to(state);
  if (result.kind !== 'VALUE')
    return to({ ...state, asked: { ...state.asked, starting: false, trouble: troubleOf(result) } });
  // How far it is stands beside its step.
  const page = result.value.job === 'roster' ? 'STEPS' : state.page;
  return followed({ ...state, asked: null, page }, result.value, at);
}

function carried(
  state: ConsoleState,
  key: string,
  result: Called<JobView>,
  at: ConsoleMoment,
): ConsoleStepResult {
  const free = { ...state, carrying: state.carrying.filter((one) => one !== key) };
  // The job goes on where it stands: a slice that did not answer is asked for again a little later.
  if (result.kind === 'FAULT') return to({ ...free, nextLook: at.now + WATCH_MS });
  if (result.kind === 'PROBLEMS')
    return to({ ...free, trouble: troubleOf(result), nextLook: at.now + WATCH_MS });
  return followed(free, result.value, at);
}

/** A job's newest state: slices follow each other at once for the role account, others look now and then. */
function followed(state: ConsoleState, job: JobView, at: ConsoleMoment): ConsoleStepResult {
  const jobs = [job, ...state.jobs.filter((one) => one.key !== job.key)];
  const next = { ...state, jobs };
  const load = { kind: 'LOAD', wave: state.view?.wave ?? '' } as const;
  // Sheets that were received count once they are in the workbooks of their units.
  if (job.job === 'collect' && job.state === 'DONE' && state.view?.isRoleAccount === true)
    return to({ ...next, following: at.operation }, load, {
      kind: 'START',
      request: { job: 'push', wave: job.wave },
      operation: at.operation,
    });
  if (!isMoving(job)) return to(next, load);
  if (state.view?.isRoleAccount !== true || job.state === 'QUEUED')
    return to({ ...next, nextLook: at.now + WATCH_MS });
  return carry(next, job.key);
}

function carry(state: ConsoleState, key: string): ConsoleStepResult {
  if (state.carrying.includes(key)) return to(state);
  return to({ ...state, carrying: [...state.carrying, key] }, { kind: 'CARRY', key });
}

function tick(state: ConsoleState, at: ConsoleMoment): ConsoleStepResult {
  if (at.now < state.nextLook) return to(state);
  const job = state.jobs.find((one) => isMoving(one) && !state.carrying.includes(one.key));
  return job ? carry(state, job.key) : to(state);
}
