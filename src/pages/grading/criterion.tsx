import type { MemberBrief } from '../../contract/committee';
import type { CriterionCode } from '../../programme/criteria';
import { levelOfSign, signAt, type LevelSign } from '../../programme/levels';
import { IconButton } from '../parts/button';
import { Icon } from '../parts/icon';
import { LevelChoice, LevelTile } from '../parts/level-tiles';
import { signLetter, signWords } from '../parts/words';
import type { ViewProps } from './props';
import { hasEvidence, registeredBy, selfSign } from './state/drafts';
import { criterionNumber } from './state/keys';
import { mayGrade } from './state/list';
import type { Draft } from './state/model';
import { nextPhrase, reasonBank } from './state/phrases';

interface CriterionProps extends ViewProps {
  readonly code: CriterionCode;
  readonly member: MemberBrief;
  readonly draft: Draft;
}

/** A criterion: a line, or, when it is open, all that was promised and proved, with the four levels. */
export function CriterionItem(props: CriterionProps) {
  const { code, member, view, state } = props;
  const title = view.criteria.find((one) => one.code === code)?.title ?? '';
  if (!registeredBy(member).includes(code))
    return (
      <li class="crit crit--off">
        <span class="n num">{criterionNumber(code)}</span>
        <span class="fade">{title}</span>
        <em>không đăng ký</em>
      </li>
    );
  return state.criterion === code ? (
    <OpenCriterion {...props} title={title} />
  ) : (
    <FoldedCriterion {...props} title={title} />
  );
}

type Titled = CriterionProps & { readonly title: string };

function FoldedCriterion({ code, member, draft, state, title, dispatch }: Titled) {
  const sign = signAt(draft.levels, code);
  const self = selfSign(member, code);
  const reason = draft.reasons[code] ?? '';
  const differs = isDifferent(sign, self);
  return (
    <li class="crit">
      <button type="button" aria-expanded={false} onClick={() => dispatch({ type: 'CRITERION', code })}>
        <span class="n num">{criterionNumber(code)}</span>
        <span class="t fade">{title}</span>
        <span class="say fade">
          {differs && reason !== '' ? (
            <>
              <b>Lý do:</b> {reason}
            </>
          ) : (
            commitmentWords(state.texts[member.code], code)
          )}
        </span>
        <span class="mark">
          {differs ? (
            <>
              <span class="was" aria-hidden="true">
                {signLetter(self)}
              </span>
              <Icon name="right" />
            </>
          ) : (
            <EvidenceMark member={member} code={code} />
          )}
        </span>
        <LevelTile sign={sign} self={self} />
        <span class="visually-hidden">{spokenLevel(sign, self)}</span>
      </button>
    </li>
  );
}

/** Before the self-assessment there is nothing to prove yet. */
function EvidenceMark({ member, code }: { readonly member: MemberBrief; readonly code: CriterionCode }) {
  const has = hasEvidence(member, code);
  if (!has && member.selfLevels === '') return null;
  const words = has ? 'Có minh chứng' : 'Chưa có minh chứng';
  return (
    <span class={has ? undefined : 'lack'} title={words}>
      <Icon name={has ? 'clip' : 'flag'} />
      <span class="visually-hidden">{words}.</span>
    </span>
  );
}

function OpenCriterion({ code, member, draft, state, view, title, dispatch }: Titled) {
  const sign = signAt(draft.levels, code);
  const self = selfSign(member, code);
  const number = criterionNumber(code);
  const texts = state.texts[member.code];
  const evidence = texts?.evidence[code] ?? '';
  const may = mayGrade(view, member);
  const asks = isDifferent(sign, self);
  const reason = draft.reasons[code] ?? '';
  return (
    <li class="crit crit--open" id="open-criterion" tabIndex={-1}>
      <div class="open-head">
        <span class="n num">{number}</span>
        <h4>{title}</h4>
        <IconButton
          icon="up"
          label={`Thu gọn tiêu chí ${number} (Esc)`}
          expanded
          onPress={() => dispatch({ type: 'CRITERION', code: null })}
        />
      </div>
      <div class="more">
        <p class="promise">{texts ? commitmentWords(texts, code) : 'Đang tải nội dung…'}</p>
        {hasEvidence(member, code) || member.selfLevels !== '' ? (
          <p class={hasEvidence(member, code) ? 'proof' : 'proof proof--lack'}>
            <Icon name={hasEvidence(member, code) ? 'clip' : 'flag'} />
            <span>{hasEvidence(member, code) ? evidence : 'Chưa có minh chứng'}</span>
          </p>
        ) : null}
        <LevelChoice
          name={`level-${code}`}
          label={`${number} ${title}. Tự đánh giá: ${signWords(self) || 'chưa có'}`}
          sign={sign}
          self={self}
          disabled={!may}
          onPick={(level) => dispatch({ type: 'LEVEL', code, level })}
        />
        <p class="words" aria-live="polite">
          <b>{signWords(sign) || 'Chưa đánh giá'}</b>
          {` · tự đánh giá: ${signWords(self) || 'chưa có'}`}
        </p>
        {asks ? (
          <label class="reason">
            <span>Lý do</span>
            <input
              class="field"
              id="reason"
              value={reason}
              maxLength={200}
              disabled={!may}
              placeholder="Vì sao khác phần tự đánh giá?"
              title="Phím ↓ lấy câu đã dùng"
              onInput={(event) => dispatch({ type: 'REASON', code, text: event.currentTarget.value })}
              onKeyDown={(event) => {
                if (event.code !== 'ArrowDown' || event.isComposing) return;
                event.preventDefault();
                dispatch({ type: 'REASON', code, text: nextPhrase(reasonBank(state), reason) });
              }}
            />
          </label>
        ) : null}
      </div>
    </li>
  );
}

function isDifferent(sign: LevelSign, self: LevelSign): boolean {
  return levelOfSign(sign) !== null && levelOfSign(self) !== null && sign !== self;
}

function spokenLevel(sign: LevelSign, self: LevelSign): string {
  const own = signWords(self) || 'chưa có';
  const set = signWords(sign);
  if (set === '') return `Chưa đánh giá, tự đánh giá: ${own}`;
  return isDifferent(sign, self) ? `${set}, tự đánh giá: ${own}` : set;
}

function commitmentWords(
  texts:
    { readonly commitments: Readonly<Partial<Record<CriterionCode, { readonly text: string }>>> } | undefined,
  code: CriterionCode,
): string {
  if (!texts) return '';
  const text = texts.commitments[code]?.text ?? '';
  return text === '' ? 'Đăng ký như gợi ý' : text;
}
