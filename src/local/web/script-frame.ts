/** What Google adds to a script's page: google.script.run and google.script.host. Runs before the page's own scripts. */
import type { FrameAnswer, FrameMessage, QuestionAsked, RunView } from '../server/api-types';
import { localAddress } from './addresses';
import { legalArguments } from './frame/legal';

type Callback = (value: unknown, userObject?: unknown) => void;

interface Setup {
  readonly success?: Callback;
  readonly failure?: Callback;
  readonly user?: unknown;
}

interface Call {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly setup: Setup;
}

/** Google sends at most ten calls at a time; the others wait here. */
const MOST_IN_FLIGHT = 10;

const { functions = '', workspace = '' } = document.currentScript?.dataset ?? {};
const token = location.pathname.split('/').pop() ?? '';
const waiting: Call[] = [];
let inFlight = 0;

function tell(message: FrameMessage): void {
  parent.postMessage(message, workspace);
}

function ask(question: QuestionAsked): Promise<FrameAnswer> {
  const { port1, port2 } = new MessageChannel();
  const message: FrameMessage = { google: 'ask', question };
  return new Promise((resolve) => {
    port1.addEventListener('message', (event) => resolve(event.data as FrameAnswer), { once: true });
    port1.start();
    parent.postMessage(message, workspace, [port2]);
  });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

async function post(path: string, body: unknown): Promise<RunView> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw named('NetworkError', 'NetworkError: Connection failure due to HTTP 0');
  }
  if (!response.ok) {
    throw named('NetworkError', `NetworkError: Connection failure due to HTTP ${response.status}`);
  }
  return (await response.json()) as RunView;
}

async function outcome(view: RunView): Promise<unknown> {
  if (view.effects.length > 0) tell({ google: 'effects', effects: view.effects });
  if (view.question) {
    const answer = await ask(view.question);
    return outcome(await post(`/answer/${token}/${view.question.id}`, answer));
  }
  if (view.ok) return view.value ?? null;
  throw named(view.error?.name ?? 'ScriptError', view.error?.message ?? '');
}

/** Outside of the promise, so that what a handler throws reaches the console as any other error of the page does. */
function later(act: () => void): void {
  setTimeout(act, 0);
}

function failed(error: unknown, { failure, user }: Setup): void {
  later(() => {
    if (!failure) throw error;
    failure(error, user);
  });
}

function next(): void {
  while (inFlight < MOST_IN_FLIGHT) {
    const call = waiting.shift();
    if (!call) return;
    inFlight += 1;
    const { fn, args, setup } = call;
    post(`/run/${token}`, { fn, args })
      .then(outcome)
      .then(
        (value) => later(() => setup.success?.(value, setup.user)),
        (error: unknown) => failed(error, setup),
      )
      .finally(() => {
        inFlight -= 1;
        next();
      });
  }
}

function runner(setup: Setup): Record<string, unknown> {
  const calls = functions
    .split(',')
    .filter(Boolean)
    .map((fn): [string, unknown] => [
      fn,
      (...args: unknown[]): void => {
        waiting.push({ fn, args: legalArguments(args), setup });
        next();
      },
    ]);
  return {
    ...Object.fromEntries(calls),
    withSuccessHandler: (success: Callback) => runner({ ...setup, success }),
    withFailureHandler: (failure: Callback) => runner({ ...setup, failure }),
    withUserObject: (user: unknown) => runner({ ...setup, user }),
  };
}

const host = {
  origin: workspace,
  close: () => tell({ google: 'close' }),
  setWidth: (width: number) => tell({ google: 'size', width }),
  setHeight: (height: number) => tell({ google: 'size', height }),
  editor: { focus: () => tell({ google: 'focus' }) },
};

Object.assign(window, { google: { script: { run: runner({}), host } } });

// Addresses of Google's files, which scripts give to people, lead to the same files here.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const here = link && localAddress(link.href);
    if (link && here?.startsWith('/')) link.href = workspace + here;
  },
  true,
);
