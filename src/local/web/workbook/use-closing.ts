import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** While `open`, closes what stands in `box` on Escape, on a press elsewhere, and when the focus goes into a script's page. */
export function useClosing(open: boolean, box: RefObject<HTMLElement | null>, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) latest.current();
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      latest.current();
      box.current?.querySelector('button')?.focus();
    };
    // A press inside a script's page is no event of this window; losing the focus is.
    const left = (): void => latest.current();
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', escape);
    window.addEventListener('blur', left);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', escape);
      window.removeEventListener('blur', left);
    };
  }, [open, box]);
}
