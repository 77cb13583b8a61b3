import { randomUUID } from 'node:crypto';
import type { Answer, Question, RunOptions, RunResult, Workspace } from '../workspace';
import type { EffectView, QuestionAsked, RunView } from './api-types';
import { Refusal } from './router';

const CAPTIONS = { OK: 'OK', CANCEL: 'Hủy', YES: 'Có', NO: 'Không' } as const;
const BUTTONS = {
  OK: ['OK'],
  OK_CANCEL: ['CANCEL', 'OK'],
  YES_NO: ['NO', 'YES'],
  YES_NO_CANCEL: ['CANCEL', 'NO', 'YES'],
} as const;

/** Whose run, of what: everything `runAsking` needs. */
export interface RunRequest {
  readonly project: string;
  readonly fn: string;
  readonly options: RunOptions & { readonly as: string };
}

/** Runs scripts for people at their windows, stopping at every question. */
export interface Runs {
  readonly start: (request: RunRequest) => Promise<RunView>;
  /** Answers a question and goes on to the next one or the end. Only whoever was asked may answer. */
  readonly answer: (id: string, as: string, answer: Answer) => Promise<RunView>;
  /** Closes every question that still waits, as if its window were closed, until no run waits any more. */
  readonly closeQuestions: () => Promise<void>;
}

interface Waiting {
  readonly as: string;
  readonly reply: (answer: Answer) => void;
  readonly next: () => Promise<RunView>;
}

/** `effectsOf` turns what a run showed into what the window shows; `done` is called after every run. */
export function createRuns(
  workspace: Workspace,
  effectsOf: (request: RunRequest, result: RunResult) => readonly EffectView[],
  done: () => void,
): Runs {
  const waiting = new Map<string, Waiting>();

  const viewOf = (request: RunRequest, result: RunResult): RunView => {
    done();
    const effects = effectsOf(request, result);
    if (result.ok) return { ok: true, value: result.value ?? null, effects };
    const { name, message } = result.error ?? { name: 'Exception', message: '' };
    return { ok: false, error: { name, message }, effects };
  };

  const goOn = (id: string, found: Waiting, answer: Answer): Promise<RunView> => {
    waiting.delete(id);
    const next = found.next();
    found.reply(answer);
    return next;
  };

  return {
    start: (request) => {
      const steps = createSteps<RunView>();
      const ask = (question: Question): Promise<Answer> =>
        new Promise((reply) => {
          const asked = questionView(question);
          waiting.set(asked.id, { as: request.options.as, reply, next: steps.next });
          steps.put(Promise.resolve({ ok: true, question: asked, effects: [] }));
        });
      const { project, fn, options } = request;
      const ended = workspace.runAsking(project, fn, options, ask);
      void ended
        .finally(() => steps.put(ended.then((result) => viewOf(request, result))))
        .catch(() => undefined);
      return steps.next();
    },
    answer: (id, as, answer) => {
      const found = waiting.get(id);
      if (!found || found.as !== as) throw new Refusal(404, 'Câu hỏi này không còn chờ trả lời.');
      return goOn(id, found, answer);
    },
    closeQuestions: async () => {
      while (waiting.size > 0) {
        const open = [...waiting];
        // oxlint-disable-next-line no-await-in-loop -- a run may ask again once its question is closed
        await Promise.all(open.map(([id, found]) => goOn(id, found, { button: 'CLOSE' })));
      }
    },
  };
}

/** The stations of one run, in order: whoever asks for the next one waits until it is there. */
function createSteps<T>(): { readonly put: (step: Promise<T>) => void; readonly next: () => Promise<T> } {
  const come: Promise<T>[] = [];
  const wanted: ((step: Promise<T>) => void)[] = [];
  return {
    put: (step) => {
      const take = wanted.shift();
      if (take) take(step);
      else come.push(step);
    },
    next: () => come.shift() ?? new Promise((resolve) => wanted.push(resolve)),
  };
}

function questionView({ kind, title, message, buttons }: Question): QuestionAsked {
  return {
    id: randomUUID(),
    kind,
    title,
    message,
    buttons: BUTTONS[buttons].map((name) => ({ name, caption: CAPTIONS[name] })),
  };
}

const NAMES = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;

/** The answer in a request's JSON. */
export function readAnswer(body: Readonly<Record<string, unknown>>): Answer {
  const button = NAMES.find((name) => name === body['button']);
  if (!button) throw new Refusal(400, 'Nội dung gửi lên không đọc được.');
  return typeof body['text'] === 'string' ? { button, text: body['text'] } : { button };
}
