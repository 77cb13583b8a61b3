import type { ComponentChildren } from 'preact';
import { Button } from '../parts/button';
import { Icon, type IconName } from '../parts/icon';
import { clockText } from '../parts/numbers';
import type { ViewProps } from './props';
import { flagCounts, type SendBlocks } from './state/own-form';
import { unsavedMembers } from './state/queue';
import { OWN_PART_WORDS } from './words';

/** *Trước khi gửi*: everything that is missing, everything worth a second look, what is in order; each line leads there. */
export function BranchChecks({ state, view, dispatch, blocks }: ViewProps & { readonly blocks: SendBlocks }) {
  const unsaved = unsavedMembers(state.queue).length;
  const { savedAt } = state.queue;
  const toList = (filter: 'UNGRADED' | 'LOOK_AGAIN') => (): void => {
    dispatch({ type: 'FILTER', filter });
    dispatch({ type: 'SCREEN', screen: 'LIST' });
  };
  return (
    <section class="sec">
      <h2>Trước khi gửi</h2>
      <ul class="checks">
        {blocks.ungraded.length > 0 ? (
          <Check
            tone="stop"
            title={`Còn ${blocks.ungraded.length} đoàn viên chưa đánh giá`}
            hint={namesLine(blocks.ungraded)}
          >
            <Button small onPress={() => dispatch({ type: 'NEXT_UNGRADED' })}>
              Đánh giá
            </Button>
          </Check>
        ) : (
          <Check tone="good" title="Đã đánh giá mọi đoàn viên có đăng ký" />
        )}
        {blocks.parts.length > 0 ? (
          <Check
            tone="stop"
            title="Phần Chi đoàn tự đánh giá còn thiếu"
            hint={blocks.parts.map((part) => OWN_PART_WORDS[part]).join(', ')}
          />
        ) : null}
        {blocks.formNotSaved ? (
          <Check tone="stop" title="Phần Chi đoàn tự đánh giá chưa lưu" hint="Bấm Lưu ở phần nhận định" />
        ) : null}
        {blocks.parts.length === 0 && !blocks.formNotSaved ? (
          <Check tone="good" title="Chi đoàn đã tự xếp loại và ghi nhận định" />
        ) : null}
        {blocks.toMend > 0 ? (
          <Check tone="stop" title={`${blocks.toMend} đánh giá cần xem lại trước khi lưu`}>
            <Button small onPress={() => dispatch({ type: 'PAGE', page: 'MEMBERS' })}>
              Xem
            </Button>
          </Check>
        ) : null}
        {flagCounts(view.members).map(([flag, count]) => (
          <Check
            key={flag}
            tone="note"
            title={`${count} đoàn viên: ${flag.toLowerCase()}`}
            hint="Vẫn gửi được"
          >
            <Button small onPress={toList('LOOK_AGAIN')}>
              Xem
            </Button>
          </Check>
        ))}
        {(view.flags ?? []).map((flag) => (
          <Check key={flag} tone="note" title={flag} hint="Vẫn gửi được" />
        ))}
        {unsaved > 0 ? (
          <Check tone="wait" title={`Chờ lưu ${unsaved} đoàn viên`} hint="Lưu xong mới gửi" />
        ) : (
          <Check
            tone="good"
            title={
              savedAt === null ? 'Mọi đánh giá đã được lưu' : `Mọi đánh giá đã lưu lúc ${clockText(savedAt)}`
            }
          />
        )}
      </ul>
    </section>
  );
}

type Tone = 'good' | 'note' | 'stop' | 'wait';
const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  good: 'done',
  note: 'warning',
  stop: 'alert',
  wait: 'clock',
};

/** One line of a checklist: state, what is the case, and the button that leads there. */
export function Check({
  tone,
  title,
  hint = '',
  children,
}: {
  readonly tone: Tone;
  readonly title: string;
  readonly hint?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <li class={tone}>
      <Icon name={TONE_ICONS[tone]} />
      <span>
        {title}
        {hint === '' ? null : <span class="hint">{hint}</span>}
      </span>
      {children ?? <span />}
    </li>
  );
}

function namesLine(names: readonly string[]): string {
  const first = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${first} và ${names.length - 3} người nữa` : first;
}
