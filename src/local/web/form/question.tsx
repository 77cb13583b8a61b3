import type { AnswerView, FormItemView } from '../../server/api-types';
import { Icon } from '../icon';
import { Field, GROUPED } from './fields';

interface Props {
  readonly item: FormItemView;
  readonly answer: AnswerView | undefined;
  readonly message: string | undefined;
  readonly change: (answer: AnswerView | undefined) => void;
}

/** One card of a form: a question with its help, its control and, when refused, the reason. */
export function QuestionCard({ item, answer, message, change }: Props) {
  const { id, title, help, required, question } = item;
  const [titleId, helpId, messageId] = [`q${id}`, `h${id}`, `m${id}`];
  const words = (
    <>
      {title}
      {required && (
        <>
          <span class="star" aria-hidden="true">
            {' '}
            *
          </span>
          <span class="visually-hidden"> (bắt buộc)</span>
        </>
      )}
    </>
  );
  const helpText = help && (
    <p class="help" id={helpId}>
      {help}
    </p>
  );
  if (!question) {
    return (
      <section class="card q">
        {title && <h3>{title}</h3>}
        {helpText}
      </section>
    );
  }
  const describedBy = [help && helpId, message && messageId].filter(Boolean).join(' ');
  const field = (
    <Field
      item={item}
      question={question}
      answer={answer}
      change={change}
      labelledBy={titleId}
      describedBy={describedBy}
      invalid={message !== undefined}
    />
  );
  const refusal = message && (
    <p class="refusal" id={messageId} role="alert">
      <Icon name="warning" /> {message}
    </p>
  );
  const className = message ? 'card q is-refused' : 'card q';
  if (GROUPED.has(question.kind)) {
    return (
      <fieldset
        class={className}
        id={`card${id}`}
        aria-describedby={describedBy || undefined}
        aria-required={(required && question.kind === 'radio') || undefined}
        role={question.kind === 'radio' ? 'radiogroup' : undefined}
      >
        <legend id={titleId}>{words}</legend>
        {helpText}
        {field}
        {refusal}
      </fieldset>
    );
  }
  return (
    <section class={className} id={`card${id}`}>
      <h3 id={titleId}>{words}</h3>
      {helpText}
      {field}
      {refusal}
    </section>
  );
}
