import { levelOfSign, LEVELS, signOf, type Level, type LevelSign } from '../../programme/levels';
import { LEVEL_LETTERS, LEVEL_WORDS, signLetter } from './words';

/** One tile of a row: dot = as self-assessed, outline = not confirmed yet, fill = the committee's. */
export function LevelTile({ sign, self }: { readonly sign: LevelSign; readonly self: LevelSign }) {
  const confirmed = levelOfSign(sign) !== null;
  const letter = signLetter(confirmed ? sign : self);
  if (letter === '') return <span class="one one--none">–</span>;
  const isSelf = !confirmed || sign === self;
  return (
    <span class={`one ${letter} ${confirmed ? 'on' : 'ghost'}${isSelf ? ' self' : ''}`} aria-hidden="true">
      <span>{letter}</span>
    </span>
  );
}

/** The control of the criterion that is open: four levels to press, the self-assessed one marked. */
export function LevelChoice({
  name,
  label,
  sign,
  self,
  disabled,
  onPick,
}: {
  readonly name: string;
  readonly label: string;
  readonly sign: LevelSign;
  readonly self: LevelSign;
  readonly disabled: boolean;
  readonly onPick: (level: Level) => void;
}) {
  return (
    <div class="levels" role="radiogroup" aria-label={label}>
      {LEVELS.map((level) => {
        const isOn = sign === signOf(level);
        const isSelf = self === signOf(level);
        const letter = LEVEL_LETTERS[level];
        const ghost = isSelf && levelOfSign(sign) === null;
        return (
          <label
            key={level}
            class={`${letter}${isOn ? ' on' : ''}${isSelf ? ' self' : ''}${ghost ? ' ghost' : ''}`}
            title={LEVEL_WORDS[level]}
          >
            <input
              type="radio"
              name={name}
              checked={isOn}
              disabled={disabled}
              aria-label={`${LEVEL_WORDS[level]}${isSelf ? ' (tự đánh giá)' : ''}`}
              onChange={() => onPick(level)}
            />
            <span aria-hidden="true">{letter}</span>
          </label>
        );
      })}
    </div>
  );
}
