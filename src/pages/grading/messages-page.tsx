import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { copyText } from '../parts/copy-text';
import { AsideHead } from './aside-head';
import type { PageProps } from './props';
import { MemberMessages } from './receipts';
import { groupMessages, secretaryMessages } from './state/messages';

/** *Chép tin nhắn gửi Zalo*: of a branch for its group, of a base committee for the secretaries who have not sent. */
export function MessagesPage({ state, dispatch }: PageProps) {
  const { view, unit, place } = state;
  const [typed, setTyped] = useState<string | null>(null);
  const link = typed ?? state.formLink;
  const [secretary, setSecretary] = useState('');
  const [copied, setCopied] = useState('');
  const isBranch = place?.role === 'BRANCH';
  const messages = isBranch
    ? view
      ? groupMessages(view, link, secretary)
      : []
    : unit
      ? secretaryMessages(unit)
      : [];
  return (
    <div class="sidebar__body help">
      <AsideHead state={state} dispatch={dispatch} title="Chép tin nhắn gửi Zalo" />
      {messages.length === 0 ? (
        <p class="hint">
          {isBranch
            ? 'Lúc này phiếu không mở nên chưa có tin nhắn cho nhóm.'
            : 'Lúc này không có chi đoàn nào cần nhắc.'}
        </p>
      ) : null}
      {isBranch && messages.length > 0 ? (
        <>
          <label class="para">
            <span class="label">Đường dẫn phiếu của chi đoàn</span>
            <input
              class="field"
              type="url"
              placeholder="chép ở trang Bắt đầu của sổ này"
              value={link}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <label class="para">
            <span class="label">Tên Bí thư</span>
            <input
              class="field"
              maxLength={100}
              value={secretary}
              onInput={(event) => setSecretary(event.currentTarget.value)}
            />
          </label>
        </>
      ) : null}
      {messages.map(({ to, text }) => (
        <section key={to} class="message">
          <h3>{to}</h3>
          <p class="message__text">{text}</p>
          <Button
            small
            look="outline"
            icon={copied === text ? 'check' : undefined}
            onPress={() => setCopied(copyText(text) ? text : '')}
          >
            {copied === text ? 'Đã chép' : 'Chép'}
            <span class="visually-hidden"> tin gửi {to}</span>
          </Button>
        </section>
      ))}
      {isBranch && messages.length > 0 ? (
        <p class="hint">Tin nhắn cho nhóm chỉ có số liệu, không nêu tên ai chưa gửi.</p>
      ) : null}
      {isBranch && view ? <MemberMessages state={state} view={view} /> : null}
    </div>
  );
}
