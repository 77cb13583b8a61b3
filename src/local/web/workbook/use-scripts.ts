import { useState } from 'preact/hooks';
import { postJson } from '../api';
import type {
  EffectView,
  FrameAnswer,
  FrameMessage,
  PageView,
  QuestionAsked,
  RunView,
} from '../../server/api-types';
import type { RunTarget } from './menu-bar';
import type { Toast } from './panels';

/** A question on the screen, and where its answer goes. */
export interface Pending {
  readonly question: QuestionAsked;
  readonly answer: (answer: FrameAnswer) => void;
}

/** What scripts have put into the window. Google shows one sidebar and one dialog at a time. */
export interface ScriptWindow {
  readonly sidebar: PageView | null;
  readonly dialog: { readonly page: PageView; readonly modal: boolean } | null;
  readonly toasts: readonly Toast[];
  readonly pending: Pending | null;
  readonly running: boolean;
  readonly fault: string;
  readonly run: (target: RunTarget) => void;
  readonly hear: (from: PageView) => (message: FrameMessage, answer: (answer: FrameAnswer) => void) => void;
  readonly closeSidebar: () => void;
  readonly closeDialog: () => void;
  readonly closeToast: (id: number) => void;
  readonly clearFault: () => void;
}

interface Acts {
  readonly select: (sheetId: number, range: string) => void;
  readonly focus: () => void;
}

let lastToast = 0;

/** Runs menu functions of the workbook and shows what they and the scripts' pages do. */
export function useScripts(bookId: string, { select, focus }: Acts): ScriptWindow {
  const [sidebar, setSidebar] = useState<PageView | null>(null);
  const [dialog, setDialog] = useState<ScriptWindow['dialog']>(null);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [pending, setPending] = useState<Pending | null>(null);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState('');

  const show = (effect: EffectView): void => {
    switch (effect.kind) {
      case 'sidebar':
        setSidebar(effect.page);
        break;
      case 'modal':
      case 'modeless':
        setDialog({ page: effect.page, modal: effect.kind === 'modal' });
        break;
      case 'toast':
        lastToast += 1;
        setToasts((old) => [...old, { ...effect, id: lastToast }]);
        break;
      case 'select':
        select(effect.sheetId, effect.range);
        break;
    }
  };
  const ask = (question: QuestionAsked): Promise<FrameAnswer> =>
    new Promise((resolve) => {
      setPending({
        question,
        answer: (answer) => {
          setPending(null);
          resolve(answer);
        },
      });
    });
  const finish = async (view: RunView): Promise<void> => {
    view.effects.forEach(show);
    if (view.question) {
      const answer = await ask(view.question);
      return finish(await postJson<RunView>(`/api/answers/${view.question.id}`, answer));
    }
    if (view.error) setFault(view.error.message || view.error.name);
  };
  const run = async (target: RunTarget): Promise<void> => {
    setRunning(true);
    setFault('');
    try {
      await finish(await postJson<RunView>(`/api/spreadsheets/${bookId}/run`, target));
    } catch (error) {
      setFault((error as Error).message);
    } finally {
      setRunning(false);
    }
  };
  const close = (page: PageView): void => {
    setSidebar((old) => (old?.token === page.token ? null : old));
    setDialog((old) => (old?.page.token === page.token ? null : old));
  };

  return {
    sidebar,
    dialog,
    toasts,
    pending,
    running,
    fault,
    run: (target) => void run(target),
    hear: (page) => (message, answer) => {
      if (message.google === 'effects') message.effects.forEach(show);
      else if (message.google === 'ask') void ask(message.question).then(answer);
      else if (message.google === 'close') close(page);
      else if (message.google === 'focus') focus();
    },
    closeSidebar: () => setSidebar(null),
    closeDialog: () => setDialog(null),
    closeToast: (id) => setToasts((old) => old.filter((toast) => toast.id !== id)),
    clearFault: () => setFault(''),
  };
}
