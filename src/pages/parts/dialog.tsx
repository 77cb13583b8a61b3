import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button';

/** A question over the page. Focus goes into it and comes back; Esc is the quiet answer, Enter the filled one. */
export function Confirm({
  title,
  text,
  yes,
  no,
  whyNot = '',
  busy = false,
  children,
  onYes,
  onNo,
}: {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly whyNot?: string;
  readonly busy?: boolean;
  readonly children?: ComponentChildren;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  return (
    <Panel title={title} onClose={onNo}>
      <p class="dialog__text">{text}</p>
      {children}
      {whyNot === '' ? null : <p class="hint dialog__why">{whyNot}</p>}
      <div class="dialog__acts">
        <Button look="plain" onPress={onNo}>
          {no}
        </Button>
        <Button look="filled" isEnter whyNot={whyNot} busy={busy} onPress={onYes}>
          {yes}
        </Button>
      </div>
    </Panel>
  );
}

/** A panel over the page that keeps the focus until it is closed. */
export function Panel({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const panel = box.current;
    const first = panel?.querySelector<HTMLElement>('textarea, input, select');
    (first ?? panel)?.focus();
    // Over the page the panel comes first: Esc closes it and nothing behind it, Tab stays inside.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        close.current();
      }
      if (event.key === 'Tab' && panel) holdFocus(event, panel);
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <div class="veil">
      <div class="dialog" role="dialog" aria-modal="true" aria-label={title} tabIndex={-1} ref={box}>
        <h2 class="dialog__title">{title}</h2>
        {children}
      </div>
    </div>
  );
}

function holdFocus(event: KeyboardEvent, box: HTMLElement): void {
  const inside = [...box.querySelectorAll<HTMLElement>('button, input, textarea, select, a[href]')];
  const [first, last] = [inside[0], inside[inside.length - 1]];
  const at = document.activeElement;
  if (!first || !last) return;
  if (event.shiftKey ? at === first || at === box : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
