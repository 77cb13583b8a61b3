import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export type ButtonLook = 'filled' | 'outline' | 'quiet' | 'plain' | 'bad';

/** A button. Disabled ones stay in reach of the keyboard and say why: `whyNot` stands in their title and beside them on the page. */
export function Button({
  look = 'plain',
  small = false,
  wide = false,
  icon,
  isEnter = false,
  whyNot = '',
  busy = false,
  onPress,
  children,
}: {
  readonly look?: ButtonLook;
  readonly small?: boolean;
  readonly wide?: boolean;
  readonly icon?: IconName;
  /** Whether Enter presses it: shown as a key on it. */
  readonly isEnter?: boolean;
  readonly whyNot?: string;
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}) {
  const off = whyNot !== '' || busy;
  const shape = `${small ? ' btn--small' : ''}${wide ? ' btn--wide' : ''}`;
  return (
    <button
      type="button"
      class={`btn btn--${look}${shape}`}
      aria-disabled={off ? 'true' : undefined}
      title={whyNot === '' ? undefined : whyNot}
      data-enter={isEnter && !off ? 'yes' : undefined}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      {busy ? <Icon name="ring" turns /> : icon ? <Icon name={icon} /> : null}
      {children}
      {isEnter ? (
        <span class="kbd" aria-hidden="true">
          <Icon name="enter" />
        </span>
      ) : null}
    </button>
  );
}

/** A button that is an icon; `label` says what it does. */
export function IconButton({
  icon,
  label,
  off = false,
  expanded,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly off?: boolean;
  readonly expanded?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <button
      type="button"
      class="btn btn--icon"
      aria-label={label}
      title={label}
      aria-disabled={off ? 'true' : undefined}
      aria-expanded={expanded}
      onClick={() => {
        if (!off) onPress();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
