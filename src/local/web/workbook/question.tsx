import { useEffect, useRef, useState } from 'preact/hooks';
import type { FrameAnswer, QuestionAsked } from '../../server/api-types';

interface Props {
  readonly question: QuestionAsked;
  readonly answer: (answer: FrameAnswer) => void;
}

/** An alert or a prompt of a script; closing it answers CLOSE. */
export function Question({ question, answer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const asks = question.kind === 'prompt';
  const reply = (button: string): void => answer(asks ? { button, text } : { button });
  const last = question.buttons[question.buttons.length - 1];
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="question"
      onCancel={(event) => {
        event.preventDefault();
        reply('CLOSE');
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (last) reply(last.name);
        }}
      >
        {question.title && <h2 id="question">{question.title}</h2>}
        <p id={question.title ? undefined : 'question'} class="ask__message">
          {question.message}
        </p>
        {asks && (
          <input
            class="field"
            aria-label="Câu trả lời"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
        <div class="acts">
          {question.buttons.map(({ name, caption }) =>
            name === last?.name ? (
              <button key={name} type="submit" class="btn btn--filled">
                {caption}
              </button>
            ) : (
              <button key={name} type="button" class="btn" onClick={() => reply(name)}>
                {caption}
              </button>
            ),
          )}
        </div>
      </form>
    </dialog>
  );
}
