import type { Preset } from '../../programme/classification';
import { classTone } from '../parts/class-pill';
import { classShort } from '../parts/words';

/** A class of the scale to choose, for a branch or in an adjustment. */
export function ClassChoice({
  labelledBy,
  preset,
  value,
  disabled = false,
  onPick,
}: {
  readonly labelledBy: string;
  readonly preset: Preset;
  readonly value: string;
  readonly disabled?: boolean;
  readonly onPick: (code: string) => void;
}) {
  // Long names of the newer scales do not fit beside each other.
  const long = preset.classes.some((one) => one.label.length > 12);
  return (
    <div class={long ? 'own own--long' : 'own'} role="radiogroup" aria-labelledby={labelledBy}>
      {preset.classes.map((one) => (
        <label
          key={one.code}
          class={one.code === value ? `on class--${classTone(preset, one.code)}` : undefined}
        >
          <input
            type="radio"
            name={labelledBy}
            disabled={disabled}
            checked={one.code === value}
            aria-label={one.label}
            onChange={() => onPick(one.code)}
          />
          <span aria-hidden="true">{long ? classShort(preset, one.code) : one.label}</span>
        </label>
      ))}
    </div>
  );
}
