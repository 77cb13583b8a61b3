import type { CommitteeEndpoints } from '../../contract/committee';
import type { Call } from '../parts/call';
import { openWindow } from '../parts/google';
import { newOperation } from '../parts/random';
import { startScreen } from '../parts/start-screen';
import type { Action } from './state/actions';
import type { Act, Effect, FocusTarget } from './state/effects';
import { initialState, type GradingState } from './state/model';
import { dueAt } from './state/queue';
import { reduce } from './state/reduce';
import type { NetBox } from './net-box';

const TICK_MS = 500;
const HEARTBEAT_MS = 30_000;

export type Dispatch = (action: Action) => void;

/** Holds the state, carries out what the reducer asks for, and tells whoever listens. */
export interface Store {
  state(): GradingState;
  readonly dispatch: Dispatch;
  listen(listener: () => void): void;
  /** First call, clock and heartbeat. */
  start(): void;
}

/** Makes the store over a way to call the script and a place that keeps things on this machine. */
export function createStore(call: Call<CommitteeEndpoints>, box: NetBox): Store {
  let state = initialState(Date.now());
  const listeners: (() => void)[] = [];

  const dispatch: Dispatch = (action) => {
    const step = reduce(state, action, { now: Date.now(), operation: newOperation() });
    state = step.state;
    for (const listener of listeners) listener();
    for (const effect of step.effects) perform(effect);
  };

  const perform = (effect: Effect): void => {
    switch (effect.kind) {
      case 'GREET':
        void call('greet', {}).then((result) => dispatch({ type: 'GREETED', result, start: startScreen() }));
        return;
      case 'OPEN_BRANCH': {
        const { key, quiet } = effect;
        void call('openBranch', key).then((result) => {
          const net = quiet ? null : box.read(state.greeting, key, Date.now());
          dispatch({ type: 'BRANCH_OPENED', key, quiet, result, net });
          // Beside the person's first look the script learns the books, so that the first save is as quick as the others.
          if (!quiet) dispatch({ type: 'BEAT' });
        });
        return;
      }
      case 'OPEN_UNIT': {
        const { wave } = effect;
        void call('openUnit', { wave }).then((result) => dispatch({ type: 'UNIT_OPENED', wave, result }));
        return;
      }
      case 'LOAD_TEXTS': {
        const { key, members } = effect;
        void call('loadTexts', { ...key, members }).then((result) =>
          dispatch({ type: 'TEXTS', key, members, result }),
        );
        return;
      }
      case 'SAVE': {
        const { startedAt: _startedAt, ...trip } = effect.flight;
        void call('saveGrades', trip).then((result) =>
          dispatch({ type: 'SAVED', operation: trip.operation, result }),
        );
        return;
      }
      case 'DO':
        carryOut(effect.act);
        return;
      case 'HISTORY': {
        const { key, member } = effect;
        void call('memberHistory', { ...key, member }).then((result) =>
          dispatch({ type: 'HISTORY', member, result }),
        );
        return;
      }
      case 'MOMENTS': {
        const { key, to } = effect;
        void call('branchMoments', to === '' ? key : { ...key, to }).then((result) =>
          dispatch({ type: 'MOMENTS', to, result }),
        );
        return;
      }
      case 'FORM_LINK': {
        const { key } = effect;
        void call('formLink', key).then((result) => dispatch({ type: 'FORM_LINK', key, result }));
        return;
      }
      case 'PRINT':
        openWindow('openPapers', effect.sheet);
        return;
      case 'HEARTBEAT': {
        const { key, member } = effect;
        void call('heartbeat', { ...key, member, lastSeen: state.view?.lastSeen ?? 0 }).then((result) =>
          dispatch({ type: 'PRESENCE', key, result }),
        );
        return;
      }
      case 'KEEP':
        box.keep(effect.name, effect.net);
        return;
      case 'FOCUS':
        // The page is painted first: what shall have the focus may only just appear.
        setTimeout(() => focusOn(effect.on), 0);
    }
  };

  const carryOut = (act: Act): void => {
    const { operation } = act;
    const done = async (): Promise<void> => {
      const result = await callAct(call, act, operation);
      dispatch({ type: 'ACTED', act, result });
    };
    void done();
  };

  return {
    state: () => state,
    dispatch,
    listen: (listener) => {
      listeners.push(listener);
    },
    start: () => {
      box.sweep(Date.now());
      dispatch({ type: 'START', hasNet: box.isThere() });
      setInterval(() => {
        if (dueAt(state.queue) !== null || state.notice || state.loadingSince !== null)
          dispatch({ type: 'TICK' });
      }, TICK_MS);
      setInterval(() => {
        if (document.visibilityState === 'visible') dispatch({ type: 'BEAT' });
      }, HEARTBEAT_MS);
      document.addEventListener('visibilitychange', () =>
        dispatch({ type: 'HIDDEN', hidden: document.visibilityState === 'hidden' }),
      );
      window.addEventListener('pagehide', () => dispatch({ type: 'HIDDEN', hidden: true }));
    },
  };
}

function callAct(call: Call<CommitteeEndpoints>, act: Act, operation: string) {
  switch (act.kind) {
    case 'record':
      return call('record', { ...act.key, operation, record: act.record });
    case 'send':
      return call('sendBranch', { ...act.key, operation });
    case 'takeBack':
      return call('takeBackBranch', { ...act.key, operation });
    case 'undo':
      return call('undoActs', { ...act.key, operation, operations: act.operations });
    case 'restore':
      return call('restoreTo', { ...act.key, operation, to: act.to, members: act.members });
    case 'judge':
      return call('judge', { ...act.key, operation, judgement: act.judgement });
    case 'recordForUnit':
      return call('recordForUnit', { wave: act.wave, operation, record: act.record });
  }
}

const FOCUS_IDS: Readonly<Record<Exclude<FocusTarget, 'PAGE'>, string>> = {
  REASON: 'reason',
  CLASS_REASON: 'class-reason',
  SEARCH: 'search',
  CRITERION: 'open-criterion',
  SIGHT: 'open-criterion',
};

/** The page itself takes the keys once no field has the cursor. */
function focusOn(target: FocusTarget): void {
  if (target === 'PAGE') {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return;
  }
  const element = document.getElementById(FOCUS_IDS[target]);
  element?.scrollIntoView({ block: 'nearest' });
  if (target !== 'SIGHT') element?.focus({ preventScroll: true });
}
