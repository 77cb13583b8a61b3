import { render } from 'preact';
import type { DistrictEndpoints } from '../../contract/district';
import { createCall } from '../parts/call';
import { watchFocus } from '../parts/focus';
import { newOperation } from '../parts/random';
import '../parts/tokens.css';
import '../parts/parts.css';
import './console.css';
import { App } from './app';
import { reduceConsole } from './reduce';
import { readRosterFile } from './roster-file';
import { initialConsole, type ConsoleAction, type ConsoleEffect } from './state';

const TICK_MS = 1_000;

const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app');

const call = createCall<DistrictEndpoints>();
let state = initialConsole(Date.now());

function dispatch(action: ConsoleAction): void {
  const step = reduceConsole(state, action, { now: Date.now(), operation: newOperation() });
  state = step.state;
  if (root) render(<App state={state} dispatch={dispatch} />, root);
  for (const effect of step.effects) void perform(effect);
}

async function perform(effect: ConsoleEffect): Promise<void> {
  switch (effect.kind) {
    case 'LOAD': {
      const body = effect.wave === '' ? {} : { wave: effect.wave };
      dispatch({ type: 'LOADED', result: await call('consoleState', body) });
      return;
    }
    case 'PREVIEW': {
      const result = await call('previewJob', effect.request);
      dispatch({ type: 'PREVIEWED', operation: effect.operation, result });
      return;
    }
    case 'START': {
      const { operation } = effect;
      const result = await call('startJob', { ...effect.request, operation });
      dispatch({ type: 'STARTED', operation, result });
      return;
    }
    case 'CARRY':
      dispatch({ type: 'CARRIED', key: effect.key, result: await call('continueJob', { key: effect.key }) });
      return;
    case 'STOP':
      dispatch({ type: 'CARRIED', key: effect.key, result: await call('stopJob', { key: effect.key }) });
      return;
    case 'UNMATCHED':
      dispatch({ type: 'UNMATCHED', result: await call('openUnmatched', { wave: effect.wave }) });
      return;
    case 'ROSTER_READ':
      dispatch({ type: 'ROSTER_READ', read: await readRosterFile(effect.file, effect.identifier) });
      return;
    case 'ROSTER_PUT':
      dispatch({ type: 'ROSTER_SENT', result: await call('putRoster', effect.piece) });
      return;
    case 'DECIDE': {
      const { responseId, sentAt, member } = effect;
      const result = await call('decideUnmatched', { decisions: [{ responseId, sentAt, member }] });
      dispatch({ type: 'UNMATCHED', result });
    }
  }
}

document.title = 'Bảng điều khiển';
const isControl = watchFocus();
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.repeat) return;
  const { target } = event;
  if (target instanceof HTMLTextAreaElement) return;
  if (target instanceof HTMLElement && isControl(target)) return;
  const within = document.querySelector('.dialog') ?? document;
  const filled = within.querySelector<HTMLButtonElement>('[data-enter]');
  if (!filled) return;
  event.preventDefault();
  filled.click();
});
dispatch({ type: 'LOAD' });
setInterval(() => {
  if (
    state.jobs.some((job) => job.state === 'RUNNING' || job.state === 'QUEUED') ||
    state.loadingSince !== null
  )
    dispatch({ type: 'TICK' });
}, TICK_MS);
