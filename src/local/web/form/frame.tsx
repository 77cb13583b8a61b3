import type { ComponentChildren } from 'preact';
import type { FormView } from '../../server/api-types';
import { Icon } from '../icon';
import { Lines } from '../lines';

/** The card at the top of every page of a form. */
export function Cover({ form, short }: { readonly form: FormView; readonly short: boolean }) {
  return (
    <header class="card cover">
      <h1>{form.title}</h1>
      {!short && form.description && (
        <p>
          <Lines text={form.description} />
        </p>
      )}
      {!short && form.collectsEmail && form.accepting && (
        <p class="account">
          Bạn đang điền bằng <b>{form.signedInAs}</b>. Địa chỉ này được ghi lại cùng câu trả lời.
        </p>
      )}
    </header>
  );
}

/** A page of a form that asks nothing: closed, or done. */
export function Notice(props: {
  readonly form: FormView;
  readonly kind: 'done' | 'closed';
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { form, kind, title, children } = props;
  return (
    <main class="sheet">
      <Cover form={form} short />
      <section class={kind === 'done' ? 'card msg good' : 'card msg shut'} aria-live="polite">
        <Icon name={kind === 'done' ? 'done' : 'lock'} />
        <h2>{title}</h2>
        {children}
      </section>
    </main>
  );
}

/** How far one is: pages passed, the page at hand, pages to come. */
export function Steps({
  page,
  pages,
  behind,
}: {
  readonly page: number;
  readonly pages: number;
  readonly behind: number;
}) {
  if (pages < 2) return null;
  return (
    <section class="steps" aria-label="Trang đang điền">
      <div
        class="bar"
        role="progressbar"
        aria-label={`Trang ${page + 1} trên ${pages}`}
        aria-valuemin={0}
        aria-valuemax={pages}
        aria-valuenow={page + 1}
      >
        {Array.from({ length: pages }, (_, place) => (
          <i key={place} class={place === page ? 'now' : place < page || place < behind ? 'past' : ''} />
        ))}
      </div>
      <span class="num">
        Trang {page + 1}/{pages}
      </span>
    </section>
  );
}
