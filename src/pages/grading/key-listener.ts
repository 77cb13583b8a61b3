import { watchFocus } from '../parts/focus';
import { actionOfKey } from './state/keys';
import type { Store } from './store';

type IsControl = (element: HTMLElement) => boolean;

/** Gives every key press of the page to the rules of keys.ts; what they take is not the browser's any more. */
export function listenToKeys(store: Store): void {
  // A control reached with the keyboard keeps its own Enter; one pressed with the mouse does not take it from the filled button.
  const isControl = watchFocus();
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Enter' && pressDialog(event, isControl)) return;
    const { target } = event;
    const element = target instanceof HTMLElement ? target : null;
    const action = actionOfKey(store.state(), {
      code: event.code,
      key: event.key,
      shift: event.shiftKey,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      // 229: what a key is worth while an input method still makes up its mind.
      composing: event.isComposing || event.keyCode === 229,
      held: event.repeat,
      inText: element !== null && isTextField(element),
      onControl: element !== null && isControl(element),
    });
    if (action) {
      event.preventDefault();
      store.dispatch(action);
    } else if (event.key === 'Enter' && !event.repeat && !event.isComposing)
      pressFilled(event, element, isControl);
  });
}

function isTextField(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Where the rules know no Enter of their own, it is the page's filled button. */
function pressFilled(event: KeyboardEvent, element: HTMLElement | null, isControl: IsControl): void {
  if (element && (isTextField(element) || isControl(element))) return;
  const filled = document.querySelector<HTMLButtonElement>('.sidebar [data-enter]');
  if (!filled) return;
  event.preventDefault();
  filled.click();
}

/** Over the page stands a question: Enter is its filled button. */
function pressDialog(event: KeyboardEvent, isControl: IsControl): boolean {
  const dialog = document.querySelector('.dialog');
  if (!dialog || event.isComposing) return false;
  const { target } = event;
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && isControl(target)))
    return false;
  event.preventDefault();
  dialog.querySelector<HTMLButtonElement>('[data-enter]')?.click();
  return true;
}
