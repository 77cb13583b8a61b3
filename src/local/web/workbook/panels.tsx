import { useEffect, useRef, useState } from 'preact/hooks';
import type { EffectView, FrameAnswer, FrameMessage, PageView } from '../../server/api-types';
import { Icon } from '../icon';
import { ScriptFrame } from './script-frame';

export type Hear = (message: FrameMessage, answer: (answer: FrameAnswer) => void) => void;

interface PanelProps {
  readonly page: PageView;
  readonly hear: Hear;
  readonly close: () => void;
}

function Head({ title, close }: { readonly title: string; readonly close: () => void }) {
  return (
    <header class="panel__head">
      <h2>{title}</h2>
      <button type="button" class="btn btn--icon" aria-label={`Đóng ${title}`} title="Đóng" onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  );
}

/** A script's sidebar: 300 px, whatever the script asks. */
export function Sidebar({ page, hear, close }: PanelProps) {
  return (
    <aside class="sidebar" aria-label={page.title} data-testid="sidebar">
      <Head title={page.title} close={close} />
      <ScriptFrame page={page} hear={hear} />
    </aside>
  );
}

const DIALOG_WIDTH = 600;
const DIALOG_HEIGHT = 400;

/** A script's dialog, over the workbook and never larger than the window; a modeless one leaves it usable. */
export function ScriptDialog({ page, hear, close, modal }: PanelProps & { readonly modal: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [size, setSize] = useState({
    width: page.width ?? DIALOG_WIDTH,
    height: page.height ?? DIALOG_HEIGHT,
  });
  useEffect(() => {
    if (modal) dialog.current?.showModal();
    else dialog.current?.show();
  }, [modal]);
  const hearSizes: Hear = (message, answer) => {
    if (message.google !== 'size') return hear(message, answer);
    setSize((old) => ({ width: message.width ?? old.width, height: message.height ?? old.height }));
  };
  return (
    <dialog
      ref={dialog}
      class={modal ? 'panel' : 'panel panel--modeless'}
      aria-label={page.title}
      data-testid="dialog"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Head title={page.title} close={close} />
      <div style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        <ScriptFrame page={page} hear={hearSizes} />
      </div>
    </dialog>
  );
}

export type Toast = Extract<EffectView, { kind: 'toast' }> & { readonly id: number };

/** A passing word of a script; stays until closed when it was given no or a negative time. */
export function ToastCard({ toast, close }: { readonly toast: Toast; readonly close: () => void }) {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (toast.seconds <= 0) return undefined;
    const timer = setTimeout(() => latest.current(), toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, [toast.id, toast.seconds]);
  return (
    <div class="toast" role="status">
      <div>
        {toast.title && <b>{toast.title}</b>}
        <p>{toast.message}</p>
      </div>
      <button type="button" class="btn btn--icon" aria-label="Đóng thông báo" onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
