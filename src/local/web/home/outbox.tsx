import { useEffect, useState } from 'preact/hooks';
import { localAddress } from '../addresses';
import { getJson, onChange } from '../api';
import type { ClockView, HomeView, MailView } from '../../server/api-types';
import { Icon } from '../icon';
import { momentText, numberText } from '../words';

/** The newest mails, on the home page. */
export function OutboxCard({ home }: { readonly home: HomeView }) {
  const { total, latest } = home.mails;
  const { timeZone, now } = home.clock;
  return (
    <section class="card out" aria-labelledby="out">
      <header>
        <h2 id="out">Hộp thư đi</h2>
        <span class="num">{numberText(total)} thư</span>
      </header>
      <p>Không thư nào ra khỏi máy này.</p>
      <ul>
        {latest.map((mail) => (
          <li key={mail.id}>
            <a href={`/outbox#${mail.id}`}>
              <b>{mail.subject || '(không có tiêu đề)'}</b>
              <span>Đến: {mail.to}</span>
              <span class="when num">{momentText(mail.at, timeZone, now)}</span>
            </a>
          </li>
        ))}
      </ul>
      {total > latest.length && (
        <a class="btn btn--small all" href="/outbox">
          Xem cả {numberText(total)} thư
        </a>
      )}
    </section>
  );
}

interface OutboxView {
  readonly mails: readonly MailView[];
  readonly clock: ClockView;
}

/** A mail's HTML with its links opening beside it, Google's files here. */
function localHtml(html: string): string {
  const local = html.replace(/(href=["'])(https:\/\/[^"']+)/gi, (_all, start: string, address: string) => {
    const here = localAddress(address);
    return `${start}${here.startsWith('/') ? location.origin : ''}${here}`;
  });
  return `<base target="_blank">${local}`;
}

function PlainBody({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/g);
  return (
    <div class="body">
      {parts.map((part, place) =>
        place % 2 ? (
          <a key={place} href={localAddress(part)}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}

function Mail({
  mail,
  clock,
  open,
}: {
  readonly mail: MailView;
  readonly clock: ClockView;
  readonly open: boolean;
}) {
  return (
    <li id={String(mail.id)}>
      <details open={open}>
        <summary>
          <b>{mail.subject || '(không có tiêu đề)'}</b>
          <span>Đến: {mail.to}</span>
          <span class="num">{momentText(mail.at, clock.timeZone, clock.now)}</span>
        </summary>
        <p class="hint">
          Từ: {mail.from}
          {mail.attachments.length > 0 && ` · Tệp đính kèm: ${mail.attachments.join(', ')}`}
        </p>
        {mail.html ? (
          <iframe
            class="html"
            title={`Nội dung thư: ${mail.subject}`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcdoc={localHtml(mail.html)}
          />
        ) : (
          <PlainBody text={mail.body} />
        )}
      </details>
    </li>
  );
}

/** Every mail that scripts have sent, newest first; nothing has left this machine. */
export function OutboxPage() {
  const [view, setView] = useState<OutboxView | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    const read = (): void => {
      getJson<OutboxView>('/api/outbox').then(setView, (error: Error) => setFault(error.message));
    };
    read();
    return onChange(read);
  }, []);
  const opened = Number(location.hash.slice(1));
  return (
    <main class="mails">
      <a class="btn btn--small back" href="/">
        ← Về trang đầu
      </a>
      <h1>
        <Icon name="mail" /> Hộp thư đi
      </h1>
      {fault && <p role="alert">{fault}</p>}
      {view && (
        <>
          <p class="hint">
            {view.mails.length
              ? `${numberText(view.mails.length)} thư. Không thư nào ra khỏi máy này.`
              : 'Chưa có thư nào. Thư do chương trình gửi sẽ hiện ở đây.'}
          </p>
          <ul class="card">
            {view.mails.map((mail) => (
              <Mail key={mail.id} mail={mail} clock={view.clock} open={mail.id === opened} />
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
