import { useState } from 'preact/hooks';
import { levelOfSign } from '../../programme/levels';
import { Button } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { clockText } from '../parts/numbers';
import { signLetter, signWords } from '../parts/words';
import type { ViewProps } from './props';
import {
  allOf,
  chosenGrade,
  differencesOf,
  isDecided,
  type Choices,
  type Difference,
  type Side,
} from './state/conflict';
import { criterionNumber } from './state/keys';
import { memberOf, type Conflict } from './state/model';

/** Two people assessed one member: only what differs, side by side, nothing chosen beforehand. */
export function ConflictPage({ view, dispatch, conflict }: ViewProps & { readonly conflict: Conflict }) {
  const [choices, setChoices] = useState<Choices>({});
  const member = memberOf(view, conflict.member);
  if (!member) return null;
  const differences = differencesOf(conflict);
  const grade = (chosen: Choices) => chosenGrade(conflict, chosen, member, view);
  const settle = (chosen: Choices): void => {
    dispatch({ type: 'SETTLE', member: member.code, grade: grade(chosen) });
    setChoices({});
  };
  const decided = isDecided(conflict, choices);
  const other = conflict.theirs.by;
  const outcome = decided ? (grade(choices)?.class ?? conflict.theirs.class) : null;
  return (
    <>
      <div class="sidebar__body conflict">
        <h2>Hai đánh giá khác nhau: {member.name}</h2>
        <p class="conflict__why">
          {`${other} vừa lưu một đánh giá khác cho ${member.name} lúc ${clockText(conflict.theirs.at)}. Hãy xem hai bản và chọn bản đúng; bản kia vẫn còn trong Lịch sử.`}
        </p>
        <div class="sides">
          <p>
            <b>Bản đang ghi</b>
            <span class="hint">chưa lưu</span>
          </p>
          <p>
            <b class="fade">{other}</b>
            <span class="hint">{`${clockText(conflict.theirs.at)}, đã lưu`}</span>
          </p>
        </div>
        {differences.map((difference) => (
          <fieldset class="versus" key={difference.key}>
            <legend>{aboutWords(difference, view)}</legend>
            {(['MINE', 'THEIRS'] as const).map((side) => (
              <label key={side} class={choices[difference.key] === side ? 'is-chosen' : undefined}>
                <Version difference={difference} side={side} view={view} />
                <input
                  type="radio"
                  name={`versus-${difference.key}`}
                  checked={choices[difference.key] === side}
                  onChange={() => setChoices({ ...choices, [difference.key]: side })}
                />
              </label>
            ))}
          </fieldset>
        ))}
        {outcome !== null && member.classed ? (
          <p class="conflict__class">
            Xếp loại theo lựa chọn này: <ClassPill preset={view.preset} code={outcome} />
          </p>
        ) : null}
      </div>
      <footer class="sidebar__foot">
        <div class="acts acts--wrap">
          <Button
            look="filled"
            whyNot={decided ? '' : 'Chọn một bản ở từng mục'}
            onPress={() => settle(choices)}
          >
            Lưu lựa chọn này
          </Button>
          <Button onPress={() => settle(allOf(conflict, 'MINE'))}>Giữ hết bản đang ghi</Button>
          <Button onPress={() => settle(allOf(conflict, 'THEIRS'))}>Lấy bản đã lưu</Button>
        </div>
        {decided ? null : <p class="hint">Chọn một bản ở từng mục, hoặc lấy cả một bản.</p>}
      </footer>
    </>
  );
}

function aboutWords(difference: Difference, view: ViewProps['view']): string {
  if (difference.about !== 'LEVEL') return difference.about === 'CLASS' ? 'Xếp loại' : 'Nhận xét';
  const title = view.criteria.find(({ code }) => code === difference.criterion)?.title ?? '';
  return `${criterionNumber(difference.criterion)} ${title}`;
}

function Version({
  difference,
  side,
  view,
}: {
  readonly difference: Difference;
  readonly side: Side;
  readonly view: ViewProps['view'];
}) {
  const value = side === 'MINE' ? difference.mine : difference.theirs;
  if (difference.about === 'CLASS') return <ClassPill preset={view.preset} code={value} />;
  if (difference.about === 'REMARK') return <span>{value === '' ? 'Không có nhận xét' : value}</span>;
  if (levelOfSign(value) === null) return <span>Chưa đánh giá</span>;
  return (
    <>
      <span class={`level level--${signLetter(value)}`} aria-hidden="true">
        {signLetter(value)}
      </span>
      <span>{signWords(value)}</span>
    </>
  );
}
