import { useState } from 'preact/hooks';
import type { Judgement, MemberBrief } from '../../contract/committee';
import { CRITERION_CODES } from '../../programme/criteria';
import { signAt } from '../../programme/levels';
import { differingCriteria } from '../../programme/plan-branch';
import { Button } from '../parts/button';
import { ClassPill } from '../parts/class-pill';
import { Icon } from '../parts/icon';
import { classShort, classWords, memberStateWords, signLetter, signWords } from '../parts/words';
import { ClassChoice } from './class-choice';
import { keyOfView, type ViewProps } from './props';
import { hasEvidence } from './state/drafts';
import { criterionNumber } from './state/keys';
import { SecondLookPart } from './second-look';
import { lookReasons } from './state/review';
import { lookWords } from './words';

interface GroupProps extends ViewProps {
  readonly title: string;
  readonly members: readonly MemberBrief[];
  readonly may: boolean;
  readonly busy: boolean;
  readonly isOpen?: boolean;
}

/** A group of members: self, committee and rule side by side; a press opens one. */
export function ReviewGroup(props: GroupProps) {
  const { title, members, isOpen = false } = props;
  const [shown, setShown] = useState(isOpen);
  const [open, setOpen] = useState('');
  if (members.length === 0) return null;
  return (
    <section aria-label={title}>
      <button type="button" class="fold" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <span>{`${title} (${members.length})`}</span>
        <Icon name={shown ? 'up' : 'down'} />
      </button>
      {shown ? (
        <>
          <div class="cols" aria-hidden="true">
            <span />
            <span>Tự</span>
            <span>Chi đoàn</span>
            <span>Quy tắc</span>
          </div>
          <ol>
            {members.map((member) => (
              <ReviewRow
                {...props}
                key={member.code}
                member={member}
                isShown={open === member.code}
                onToggle={() => setOpen(open === member.code ? '' : member.code)}
              />
            ))}
          </ol>
        </>
      ) : null}
    </section>
  );
}

interface RowProps extends GroupProps {
  readonly member: MemberBrief;
  readonly isShown: boolean;
  readonly onToggle: () => void;
}

function ReviewRow(props: RowProps) {
  const { view, member, isShown, onToggle } = props;
  const pill = (label: string, code: string | null) => (
    <span class="c">
      <span class="visually-hidden">{label}: </span>
      <ClassPill preset={view.preset} code={code} short />
    </span>
  );
  return (
    <li class={isShown ? 'row row--open' : 'row'}>
      <button type="button" aria-expanded={isShown} onClick={onToggle}>
        <span class="nm">
          <span class="fade">{member.name}</span>
          <span class="hint fade">{rowLine(props)}</span>
        </span>
        {pill('Tự xếp', member.selfClass === '' ? null : member.selfClass)}
        {pill('Chi đoàn', member.grade ? member.grade.class : null)}
        {pill('Quy tắc', member.grade ? member.grade.proposed : null)}
      </button>
      {isShown ? <RowDetails {...props} /> : null}
    </li>
  );
}

function rowLine({ view, member }: RowProps): string {
  const parts: string[] = [];
  if (member.recognised !== null)
    parts.push(
      `${memberStateWords(member.state, view.unit.kind)}: ${classShort(view.preset, member.recognised)}`,
    );
  else if (member.state === 'RETURNED') parts.push(memberStateWords('RETURNED', view.unit.kind));
  parts.push(...lookReasons(member, view.preset).map(lookWords));
  if (!member.classed) parts.push('chỉ nhận xét');
  if (member.before !== '') parts.push(`đợt trước ${classShort(view.preset, member.before)}`);
  return parts.join(' · ');
}

type Decision = 'RECOGNISE' | 'ADJUST' | 'RETURN';

function RowDetails({ state, view, member, may, busy, dispatch, onToggle }: RowProps) {
  const [decision, setDecision] = useState<Decision>('RECOGNISE');
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const act = (judgement: Judgement): void => {
    dispatch({
      type: 'ACT',
      body: { kind: 'judge', key: keyOfView(view), judgement },
    });
    onToggle();
  };
  const decisions: readonly (readonly [Decision, string])[] = [
    ['RECOGNISE', 'Công nhận'],
    ['ADJUST', 'Điều chỉnh'],
    ['RETURN', 'Trả lại'],
  ];
  return (
    <div class="details">
      <Differences state={state} view={view} member={member} dispatch={dispatch} />
      <SecondLookPart state={state} view={view} member={member} dispatch={dispatch} />
      <Button
        small
        icon="clock"
        onPress={() => dispatch({ type: 'ASK', question: { kind: 'HISTORY', member: member.code } })}
      >
        Lịch sử
      </Button>
      {may && member.recognised !== null ? (
        <Button
          small
          icon="undo"
          onPress={() => dispatch({ type: 'ASK', question: { kind: 'UNRECOGNISE', members: [member.code] } })}
        >
          Bỏ công nhận
        </Button>
      ) : null}
      {may && member.grade ? (
        <>
          <div class="trio" role="radiogroup" aria-label={`Quyết định cho ${member.name}`}>
            {decisions
              .filter(([key]) => key !== 'ADJUST' || member.classed)
              .map(([key, words]) => (
                <label key={key} class={decision === key ? `on on--${key}` : undefined}>
                  <input
                    type="radio"
                    name={`decision-${member.code}`}
                    checked={decision === key}
                    onChange={() => setDecision(key)}
                  />
                  {words}
                </label>
              ))}
          </div>
          {decision === 'ADJUST' ? (
            <>
              <span class="visually-hidden" id="adjust-class">
                Xếp loại mới
              </span>
              <ClassChoice labelledBy="adjust-class" preset={view.preset} value={chosen} onPick={setChosen} />
              {chosen === '' ? null : (
                <p class="data">
                  {`Đổi xếp loại của ${member.name} từ ${classWords(view.preset, member.grade.class)} thành ${classWords(view.preset, chosen)}? Lý do sẽ được lưu và báo cho chi đoàn.`}
                </p>
              )}
            </>
          ) : null}
          {decision === 'RECOGNISE' ? null : (
            <label class="para">
              <span class="label">
                {decision === 'ADJUST' ? 'Lý do (chi đoàn sẽ đọc)' : 'Cần bổ sung gì (chi đoàn sẽ đọc)'}
              </span>
              <textarea
                class="field"
                rows={2}
                maxLength={500}
                value={reason}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </label>
          )}
          <DecisionButtons
            decision={decision}
            whyNot={
              decision === 'ADJUST' && chosen === ''
                ? 'Chọn xếp loại mới'
                : decision !== 'RECOGNISE' && reason.trim() === ''
                  ? 'Ghi lý do'
                  : ''
            }
            busy={busy}
            onCancel={onToggle}
            onDo={() => {
              const words = reason.trim();
              if (decision === 'RECOGNISE') act({ kind: 'recognise', member: member.code });
              else if (decision === 'ADJUST')
                act({ kind: 'adjust', member: member.code, class: chosen, reason: words });
              else act({ kind: 'return', members: [member.code], reason: words });
            }}
          />
        </>
      ) : null}
    </div>
  );
}

const DO_WORDS: Readonly<Record<Decision, string>> = {
  RECOGNISE: 'Công nhận',
  ADJUST: 'Điều chỉnh',
  RETURN: 'Trả lại để bổ sung',
};

function DecisionButtons({
  decision,
  whyNot,
  busy,
  onCancel,
  onDo,
}: {
  readonly decision: Decision;
  readonly whyNot: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onDo: () => void;
}) {
  return (
    <div class="details__acts">
      {whyNot === '' ? null : <span class="hint">{whyNot}</span>}
      <Button onPress={onCancel}>Hủy</Button>
      <Button look="outline" whyNot={whyNot} busy={busy} onPress={onDo}>
        {DO_WORDS[decision]}
      </Button>
    </div>
  );
}

function Differences({ state, view, member }: ViewProps & { readonly member: MemberBrief }) {
  const { grade } = member;
  if (!grade || grade.levels === '') return null;
  const differing = member.selfLevels === '' ? [] : differingCriteria(grade.levels, member.selfLevels);
  const lacking = CRITERION_CODES.filter(
    (code) => ['3', '4'].includes(signAt(grade.levels, code)) && !hasEvidence(member, code),
  );
  const shown = CRITERION_CODES.filter((code) => differing.includes(code) || lacking.includes(code));
  return (
    <ul class="why2s">
      {shown.map((code) => {
        const self = member.selfLevels === '' ? '_' : signAt(member.selfLevels, code);
        const given = signAt(grade.levels, code);
        const evidence = state.texts[member.code]?.evidence[code] ?? '';
        return (
          <li class="why2" key={code}>
            <span class="n num">{criterionNumber(code)}</span>
            <b class="fade">{view.criteria.find((one) => one.code === code)?.title ?? ''}</b>
            <span class="tt">
              {differing.includes(code) ? (
                <>
                  <span class={`level level--${signLetter(self)}`} title={`Tự đánh giá: ${signWords(self)}`}>
                    {signLetter(self)}
                  </span>
                  <Icon name="right" />
                </>
              ) : null}
              <span class={`level level--${signLetter(given)}`} title={signWords(given)}>
                {signLetter(given)}
              </span>
            </span>
            <p>{hasEvidence(member, code) ? evidence : 'Không có minh chứng.'}</p>
          </li>
        );
      })}
      {grade.reason === '' ? null : <li class="why2__said">Chi đoàn: “{grade.reason}”</li>}
      {grade.remark === '' ? null : <li class="why2__said">Nhận xét: “{grade.remark}”</li>}
    </ul>
  );
}
