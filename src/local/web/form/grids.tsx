import type { AnswerView } from '../../server/api-types';
import type { FieldProps } from './fields';

/** A grid on a phone: one short list of choices a row. */
export function GridField({ item, question, answer, change }: FieldProps) {
  const rows = question.rows ?? [];
  const now = (Array.isArray(answer) ? answer : []) as readonly (string | null)[];
  const put = (place: number, value: string): void =>
    change(rows.map((_, at) => (at === place ? value : (now[at] ?? null))) as AnswerView);
  return (
    <>
      {rows.map((row, place) => (
        <fieldset key={row} class="row">
          <legend>{row}</legend>
          {(question.choices ?? []).map((choice) => (
            <label key={choice} class={now[place] === choice ? 'choice is-on' : 'choice'}>
              <input
                type="radio"
                name={`entry.${item.id}.${place}`}
                checked={now[place] === choice}
                onChange={() => put(place, choice)}
              />
              <span>{choice}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** A grid of checkboxes on a phone: one list of boxes a row. */
export function CheckboxGridField({ question, answer, change }: FieldProps) {
  const rows = question.rows ?? [];
  const now = (Array.isArray(answer) ? answer : []) as readonly (readonly string[])[];
  const put = (place: number, choice: string, on: boolean): void => {
    const next = rows.map((_, at) => {
      const kept = now[at] ?? [];
      if (at !== place) return kept;
      return on ? [...kept, choice] : kept.filter((one) => one !== choice);
    });
    change(next);
  };
  return (
    <>
      {rows.map((row, place) => (
        <fieldset key={row} class="row">
          <legend>{row}</legend>
          {(question.choices ?? []).map((choice) => {
            const on = (now[place] ?? []).includes(choice);
            return (
              <label key={choice} class={on ? 'choice is-on' : 'choice'}>
                <input
                  type="checkbox"
                  checked={on}
                  onChange={(event) => put(place, choice, event.currentTarget.checked)}
                />
                <span>{choice}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}
