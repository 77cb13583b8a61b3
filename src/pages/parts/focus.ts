/**
 * Tells whether a control was reached with the keyboard, and so keeps its own Enter. `:focus-visible` alone does not tell: a button that was
 * clicked matches it too from the next key press on.
 */
export function watchFocus(): (element: HTMLElement) => boolean {
  let clicked: EventTarget | null = null;
  document.addEventListener('focusin', ({ target }) => {
    clicked = target instanceof HTMLElement && !target.matches(':focus-visible') ? target : null;
  });
  return (element) =>
    element.matches('select') ||
    (element !== clicked && element.matches('button:focus-visible, a:focus-visible, summary:focus-visible'));
}
