import { useState } from 'preact/hooks';
import { formatDay, parseDay, type IsoDay } from '../../programme/dates';

/** A day as people write it, dd/mm/yyyy: a date picker would follow the browser's language and put the month first. */
export function DayField({
  label,
  value,
  disabled = false,
  onDay,
}: {
  readonly label: string;
  readonly value: IsoDay;
  readonly disabled?: boolean;
  /** '' while the text is no day. */
  readonly onDay: (day: IsoDay) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? formatDay(value);
  const isWrong = shown.trim() !== '' && parseDay(shown) === null;
  return (
    <label class="para">
      <span class="label">{label}</span>
      <input
        class="field"
        inputMode="numeric"
        autocomplete="off"
        placeholder="ngày/tháng/năm, ví dụ 16/03/2014"
        disabled={disabled}
        aria-invalid={isWrong ? 'true' : undefined}
        value={shown}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          onDay(parseDay(text) ?? '');
        }}
        onBlur={() => {
          if (!isWrong) setTyped(null);
        }}
      />
      {isWrong && typed !== null && typed.trim().length >= 8 ? (
        <span class="hint">{`Ngày “${typed}” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998.`}</span>
      ) : null}
    </label>
  );
}
