import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export type BannerTone = 'info' | 'ok' | 'warn' | 'bad';

const ICONS: Readonly<Record<BannerTone, IconName>> = {
  info: 'info',
  ok: 'done',
  warn: 'warning',
  bad: 'alert',
};

/** A message: icon, what happened, what to do; `children` = buttons. */
export function Banner({
  tone,
  icon = ICONS[tone],
  title = '',
  text,
  children,
}: {
  readonly tone: BannerTone;
  readonly icon?: IconName;
  readonly title?: string;
  readonly text: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`banner banner--${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <p>
        {title === '' ? null : <b>{title} </b>}
        {text}
      </p>
      {children ? <div class="acts">{children}</div> : null}
    </div>
  );
}
