import type { ComponentChildren } from 'preact';
import { Icon } from './icon';

/** A line that unfolds: its name, what stands in it, and the arrow. */
export function Fold({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="fold-text">
      <summary>
        <span>{title}</span>
        <span class="hint">{hint}</span>
        <Icon name="right" />
      </summary>
      {children}
    </details>
  );
}
