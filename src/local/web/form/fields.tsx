import type { AnswerView, FormItemView, OneAnswer, QuestionView } from '../../server/api-types';
import { chosen, isOther } from './answers';
import { CheckboxGridField, GridField } from './grids';

/** What every kind of question is given: its words' ids for the screen reader, its answer, and where changes go. */
export interface FieldProps {
  readonly item: FormItemView;
  readonly question: QuestionView;
  readonly answer: AnswerView | undefined;
  readonly change: (answer: AnswerView | undefined) => void;
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

const YOUR_ANSWER = 'Câu trả lời của bạn';

function WrittenField(props: FieldProps) {
  const { item, question, answer, change, labelledBy, describedBy, invalid } = props;
  const shared = {
    class: 'write',
    name: `entry.${item.id}`,
    value: typeof answer === 'string' ? answer : '',
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': invalid,
    'aria-required': item.required,
    autoComplete: 'off',
  };
  if (question.kind === 'paragraph') {
    return (
      <textarea
        {...shared}
        rows={2}
        placeholder={YOUR_ANSWER}
        onInput={(event) => change(event.currentTarget.value)}
      />
    );
  }
  const onInput = (event: { currentTarget: HTMLInputElement }): void => change(event.currentTarget.value);
  if (question.kind === 'date' || question.kind === 'time') {
    return <input {...shared} type={question.kind} onInput={onInput} />;
  }
  return <input {...shared} type="text" placeholder={YOUR_ANSWER} onInput={onInput} />;
}

function OtherText({
  answer,
  change,
}: {
  readonly answer: OneAnswer | undefined;
  readonly change: (text: string) => void;
}) {
  if (!isOther(answer)) return null;
  return (
    <input
      class="write write--other"
      aria-label="Nội dung của Mục khác"
      placeholder={YOUR_ANSWER}
      value={answer.other}
      onInput={(event) => change(event.currentTarget.value)}
    />
  );
}

function RadioField({ item, question, answer, change }: FieldProps) {
  const name = `entry.${item.id}`;
  const choices = question.choices ?? [];
  return (
    <div class="choices">
      {choices.map((choice) => (
        <label key={choice} class={answer === choice ? 'choice is-on' : 'choice'}>
          <input type="radio" name={name} checked={answer === choice} onChange={() => change(choice)} />
          <span>{choice}</span>
        </label>
      ))}
      {question.other && (
        <label class={isOther(answer) ? 'choice is-on' : 'choice'}>
          <input type="radio" name={name} checked={isOther(answer)} onChange={() => change({ other: '' })} />
          <span>Mục khác:</span>
        </label>
      )}
      <OtherText answer={answer as OneAnswer | undefined} change={(other) => change({ other })} />
      {!item.required && answer !== undefined && (
        <button class="btn btn--small clear" type="button" onClick={() => change(undefined)}>
          Bỏ lựa chọn
        </button>
      )}
    </div>
  );
}

function CheckboxField({ question, answer, change }: FieldProps) {
  const now = chosen(answer);
  const other = now.find(isOther);
  const put = (next: readonly OneAnswer[]): void => change(next.length ? next : undefined);
  const toggle = (choice: string, on: boolean): void => {
    const rest = now.filter((one) => one !== choice);
    put(on ? [...rest, choice] : rest);
  };
  const withoutOther = now.filter((one) => !isOther(one));
  return (
    <div class="choices">
      {(question.choices ?? []).map((choice) => (
        <label key={choice} class={now.includes(choice) ? 'choice is-on' : 'choice'}>
          <input
            type="checkbox"
            checked={now.includes(choice)}
            onChange={(event) => toggle(choice, event.currentTarget.checked)}
          />
          <span>{choice}</span>
        </label>
      ))}
      {question.other && (
        <label class={other ? 'choice is-on' : 'choice'}>
          <input
            type="checkbox"
            checked={other !== undefined}
            onChange={(event) =>
              put(event.currentTarget.checked ? [...withoutOther, { other: '' }] : withoutOther)
            }
          />
          <span>Mục khác:</span>
        </label>
      )}
      <OtherText answer={other} change={(text) => put([...withoutOther, { other: text }])} />
    </div>
  );
}

function ListField({ item, question, answer, change, labelledBy, describedBy, invalid }: FieldProps) {
  return (
    <select
      class="write"
      name={`entry.${item.id}`}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy || undefined}
      aria-invalid={invalid}
      value={typeof answer === 'string' ? answer : ''}
      onChange={(event) => change(event.currentTarget.value || undefined)}
    >
      <option value="">Chọn</option>
      {(question.choices ?? []).map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

function ScaleField({ item, question, answer, change }: FieldProps) {
  return (
    <div class="scale">
      {(question.low || question.high) && (
        <p class="scale__ends">
          <span>{question.low}</span>
          <span>{question.high}</span>
        </p>
      )}
      <div class="scale__points">
        {(question.choices ?? []).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={`entry.${item.id}`}
              checked={answer === choice}
              onChange={() => change(choice)}
            />
            <span>{choice}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

const FIELDS: Record<QuestionView['kind'], (props: FieldProps) => preact.JSX.Element> = {
  text: WrittenField,
  paragraph: WrittenField,
  date: WrittenField,
  time: WrittenField,
  radio: RadioField,
  checkbox: CheckboxField,
  list: ListField,
  scale: ScaleField,
  rating: ScaleField,
  grid: GridField,
  checkboxGrid: CheckboxGridField,
};

/** Kinds whose parts are several controls: their words stand in a legend. */
export const GROUPED: ReadonlySet<QuestionView['kind']> = new Set([
  'radio',
  'checkbox',
  'scale',
  'rating',
  'grid',
  'checkboxGrid',
]);

/** The control of one question. */
export function Field(props: FieldProps) {
  const Control = FIELDS[props.question.kind];
  return <Control {...props} />;
}
