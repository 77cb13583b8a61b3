/**
 * The screen a menu item opened the page at; '' = its own first one. The script puts the mark behind the page's end, so it is there only after the
 * page's program has begun (committee/menu.ts).
 */
export function startScreen(): string {
  return document.getElementById('start')?.dataset['screen'] ?? '';
}
