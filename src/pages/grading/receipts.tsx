import { useState } from 'preact/hooks';
import { Button } from '../parts/button';
import { copyText } from '../parts/copy-text';
import type { ViewProps } from './props';
import { memberMessages } from './state/receipts';

/** *Nhắn riêng từng đoàn viên* (P15): what was received or decided, copied one by one; never for a group. */
export function MemberMessages({ state, view }: Pick<ViewProps, 'state' | 'view'>) {
  const [copied, setCopied] = useState('');
  const messages = memberMessages(view, state.texts);
  return (
    <section class="sec">
      <h2>Nhắn riêng từng đoàn viên</h2>
      <p class="hint">
        {messages.length === 0
          ? 'Chưa có phiếu hoặc kết quả nào để báo. Khi có, tin nhắn cho từng người hiện ở đây.'
          : 'Tin có nội dung riêng của từng người: chỉ nhắn cho đúng người đó, không gửi vào nhóm.'}
      </p>
      <ul class="items items--tall">
        {messages.map(({ code, name, kind, text }) => (
          <li key={code}>
            <span>{name}</span>
            <span class="hint">{kind === 'RESULT' ? 'kết quả, lý do, hạn xem lại' : 'phiếu đã nhận'}</span>
            {copied === code ? <span class="answer">{text}</span> : null}
            <span class="items__acts">
              <Button
                small
                icon={copied === code ? 'check' : undefined}
                onPress={() => setCopied(copyText(text) ? code : '')}
              >
                {copied === code ? 'Đã chép' : 'Chép'}
                <span class="visually-hidden"> tin gửi {name}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
