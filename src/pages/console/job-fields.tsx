import type { JobField, JobPreview } from '../../contract/district';
import type { ConsoleProps } from './props';
import type { Asked } from './state';

/** What a job must be told before it starts: chosen from a list, or typed. */
export function JobFields({
  asked,
  dispatch,
}: {
  readonly asked: Asked;
  readonly dispatch: ConsoleProps['dispatch'];
}) {
  return (
    <>
      {(asked.preview?.fields ?? []).map((field) => (
        <label class="para" key={field.name}>
          <span class="label">{field.label}</span>
          <FieldInput
            field={field}
            value={asked.answers[field.name] ?? ''}
            onText={(text) => dispatch({ type: 'ANSWER', name: field.name, text })}
          />
        </label>
      ))}
    </>
  );
}

function FieldInput({
  field,
  value,
  onText,
}: {
  readonly field: JobField;
  readonly value: string;
  readonly onText: (text: string) => void;
}) {
  if (field.kind === 'CHOICE')
    return (
      <select class="field" value={value} onChange={(event) => onText(event.currentTarget.value)}>
        {field.choices.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'TEXT')
    return (
      <textarea
        class="field"
        rows={2}
        maxLength={500}
        value={value}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    );
  const onInput = (event: { readonly currentTarget: HTMLInputElement }): void =>
    onText(event.currentTarget.value);
  if (field.kind === 'DAY') return <input class="field" type="date" value={value} onInput={onInput} />;
  return <input class="field" type="text" maxLength={120} value={value} onInput={onInput} />;
}

/** Messages to copy into Zalo, one a recipient; folded away, because there may be many. */
export function JobTexts({ texts }: { readonly texts: NonNullable<JobPreview['texts']> }) {
  if (texts.length === 0) return null;
  return (
    <details class="texts">
      <summary>{`Nội dung để chép (${texts.length})`}</summary>
      {texts.map(({ to, text }) => (
        <label class="para" key={to}>
          <span class="label">{to}</span>
          <textarea
            class="field"
            rows={4}
            readOnly
            value={text}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      ))}
    </details>
  );
}
