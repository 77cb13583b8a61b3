import './tokens.css';
import './parts.css';
import './form.css';
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, getJson, postJson } from './api';
import type { FormView, PageCheck, SubmitAnswer } from '../server/api-types';
import { type Progress, freshProgress, keepProgress, keptProgress, withAnswer } from './form/answers';
import { Cover, Notice, Steps } from './form/frame';
import { QuestionCard } from './form/question';
import { Lines } from './lines';

type Messages = Readonly<Record<string, string>>;
const NONE: Messages = {};

function faultText(fault: unknown): string {
  return fault instanceof ApiError
    ? fault.message
    : 'Chưa gửi được phiếu. Phần vừa ghi vẫn còn; hãy thử lại.';
}

function OpenForm({ form, storageKey }: { readonly form: FormView; readonly storageKey: string }) {
  const [progress, setProgress] = useState<Progress>(() => keptProgress(form, storageKey));
  const [messages, setMessages] = useState<Messages>(NONE);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Extract<SubmitAnswer, { ok: true }> | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const page = form.pages[progress.page];

  const move = (next: Progress): void => {
    setProgress(next);
    keepProgress(storageKey, next);
  };
  const goTo = (next: Progress): void => {
    move(next);
    setMessages(NONE);
    scrollTo(0, 0);
    top.current?.focus();
  };
  const startAgain = (): void => {
    keepProgress(storageKey, null);
    setSent(null);
    goTo(freshProgress(form));
  };

  if (sent) {
    return (
      <Notice form={form} kind="done" title="Câu trả lời của bạn đã được ghi lại">
        {sent.confirmation && (
          <p class="confirmation">
            <Lines text={sent.confirmation} />
          </p>
        )}
        {sent.edit && (
          <a class="btn btn--outline" href={sent.edit}>
            Sửa câu trả lời của bạn
          </a>
        )}
        {sent.again && (
          <a
            class="btn btn--outline"
            href={location.href}
            onClick={(event) => {
              event.preventDefault();
              startAgain();
            }}
          >
            Gửi phản hồi khác
          </a>
        )}
      </Notice>
    );
  }
  if (!page) return null;

  const refuse = (found: Messages): void => {
    setMessages(found);
    const first = page.items.find((item) => found[item.id]);
    const card = first && document.getElementById(`card${first.id}`);
    card?.scrollIntoView({ block: 'center' });
    card?.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true });
  };
  const leave = async (): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      const check = await postJson<PageCheck>(`/api/forms/${form.id}/page`, {
        page: progress.page,
        answers: progress.answers,
      });
      if (!check.ok) return refuse(check.messages);
      const trail = [...progress.trail, progress.page];
      if (check.next !== 'submit') return goTo({ ...progress, page: check.next, trail });
      const body = { answers: progress.answers, address: location.search };
      const done = await postJson<SubmitAnswer>(`/api/forms/${form.id}/responses`, body);
      if (!done.ok) return setFault(done.message);
      keepProgress(storageKey, null);
      setSent(done);
      scrollTo(0, 0);
    } catch (error) {
      setFault(faultText(error));
    } finally {
      setBusy(false);
    }
  };
  const back = (): void => {
    const previous = progress.trail[progress.trail.length - 1];
    if (previous !== undefined) goTo({ ...progress, page: previous, trail: progress.trail.slice(0, -1) });
  };
  const last = progress.page === form.pages.length - 1 || page.submits === true;

  return (
    <>
      <main class="sheet">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void leave();
          }}
        >
          <Cover form={form} short={progress.page > 0} />
          <div ref={top} tabIndex={-1}>
            {page.title ? (
              <div class="page-name">
                <h2>{page.title}</h2>
              </div>
            ) : (
              <h2 class="visually-hidden">Câu hỏi</h2>
            )}
          </div>
          {page.help && (
            <p class="lead">
              <Lines text={page.help} />
            </p>
          )}
          {page.items.some((item) => item.required) && (
            <p class="lead lead--star">
              <span class="star">*</span> Câu hỏi bắt buộc
            </p>
          )}
          {page.items.map((item) => (
            <QuestionCard
              key={item.id}
              item={item}
              answer={progress.answers[item.id]}
              message={messages[item.id]}
              change={(answer) => {
                move({ ...progress, answers: withAnswer(progress.answers, item.id, answer) });
                if (messages[item.id]) setMessages(({ [item.id]: _mended, ...rest }) => rest);
              }}
            />
          ))}
          {fault && (
            <p class="card refusal" role="alert">
              {fault}
            </p>
          )}
          <div class="move">
            {progress.trail.length > 0 && (
              <button class="btn btn--outline" type="button" onClick={back}>
                Quay lại
              </button>
            )}
            <button class="btn btn--filled" type="submit" aria-disabled={busy}>
              {last ? 'Gửi' : 'Tiếp'}
            </button>
          </div>
        </form>
      </main>
      {form.progressBar && (
        <Steps page={progress.page} pages={form.pages.length} behind={progress.trail.length} />
      )}
    </>
  );
}

function FormPage({ id }: { readonly id: string }) {
  const [form, setForm] = useState<FormView | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    getJson<FormView>(`/api/forms/${id}${location.search}`).then(
      (view) => {
        document.title = view.title;
        setForm(view);
      },
      (error: unknown) => setFault(faultText(error)),
    );
  }, [id]);
  if (fault) {
    return (
      <main class="sheet">
        <p class="card refusal">{fault}</p>
      </main>
    );
  }
  if (!form) return <main class="sheet" aria-busy="true" />;
  if (form.accepting) return <OpenForm form={form} storageKey={`form ${id}${location.search}`} />;
  return (
    <Notice form={form} kind="closed" title="Biểu mẫu này hiện không nhận câu trả lời">
      <p class="confirmation">
        <Lines text={form.closedMessage} />
      </p>
    </Notice>
  );
}

const root = document.getElementById('app');
const id = /\/forms\/d\/(?:e\/)?([^/]+)/.exec(location.pathname)?.[1];
if (root && id) render(<FormPage id={id} />, root);
