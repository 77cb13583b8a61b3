import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { Button } from '../parts/button';
import { shortDay } from '../parts/numbers';
import { dayOf, endOfDay } from '../../programme/dates';
import { keyOfView, type ViewProps } from './props';
import { maySpeak } from './state/list';

interface LookProps extends ViewProps {
  readonly member: MemberBrief;
}

/**
 * *Đề nghị xem lại* (P15) of one member: asked for within three days of the result, shown with its answer. The base committee agrees, which returns
 * the member to the branch, or explains; the branch may explain too.
 */
export function SecondLookPart(props: LookProps) {
  const { view, member } = props;
  const { secondLook, result } = member;
  const isBranchs = view.role === 'BRANCH' || view.takenOver;
  const mayAsk = isBranchs && maySpeak(view) && result !== null && view.now <= endOfDay(result.until);
  if (!secondLook) return mayAsk ? <AskForLook {...props} /> : null;
  const isOpen = secondLook.state === 'OPEN';
  return (
    <section class="said" aria-label="Đề nghị xem lại">
      <h3>Đề nghị xem lại</h3>
      <p>{secondLook.text}</p>
      <p class="hint">{`Ghi ngày ${shortDay(dayOf(secondLook.askedAt))} · ${STATE_WORDS[secondLook.state]}`}</p>
      {secondLook.answer === '' ? null : <p>{`Trả lời: ${secondLook.answer}`}</p>}
      {isOpen && maySpeak(view) ? <AnswerLook {...props} look={secondLook.operation} /> : null}
      {!isOpen && mayAsk ? <AskForLook {...props} /> : null}
    </section>
  );
}

const STATE_WORDS = {
  OPEN: 'đang chờ trả lời',
  AGREED: 'đã đồng ý xem lại',
  EXPLAINED: 'đã giải thích, kết quả giữ nguyên',
} as const;

function AskForLook({ state, view, member, dispatch }: LookProps) {
  const [text, setText] = useState<string | null>(null);
  const until = member.result?.until ?? '';
  if (text === null)
    return (
      <p class="marks">
        <Button small onPress={() => setText('')}>
          Ghi đề nghị xem lại
        </Button>
        <span class="hint">{`đến hết ngày ${shortDay(until)}`}</span>
      </p>
    );
  return (
    <Words
      label={`${member.name} đề nghị xem lại điều gì`}
      text={text}
      onText={setText}
      whyNot={text.trim() === '' ? 'Ghi điều đoàn viên đề nghị' : ''}
      busy={state.pending?.state === 'RUNNING'}
      onCancel={() => setText(null)}
      yes="Ghi đề nghị"
      onYes={() => {
        const record = { kind: 'secondLook', member: member.code, text: text.trim() } as const;
        dispatch({ type: 'ACT', body: { kind: 'record', key: keyOfView(view), record } });
        setText(null);
      }}
    />
  );
}

function AnswerLook({ state, view, member, look, dispatch }: LookProps & { readonly look: string }) {
  const [answer, setAnswer] = useState<{ readonly agreed: boolean; readonly text: string } | null>(null);
  const isAbove = view.role === 'BASE';
  if (!answer)
    return (
      <p class="marks">
        {isAbove ? (
          <Button
            small
            whyNot={view.lockedAt === null ? '' : 'Đợt đã khóa: nhờ cán bộ phụ trách mở lại cho chi đoàn'}
            onPress={() => setAnswer({ agreed: true, text: '' })}
          >
            Đồng ý, trả lại để đánh giá lại
          </Button>
        ) : null}
        <Button small onPress={() => setAnswer({ agreed: false, text: '' })}>
          Giải thích
        </Button>
      </p>
    );
  const { agreed, text } = answer;
  return (
    <Words
      label={agreed ? 'Cần xem lại điều gì (chi đoàn sẽ đọc)' : 'Vì sao giữ kết quả (đoàn viên sẽ được nghe)'}
      text={text}
      onText={(typed) => setAnswer({ agreed, text: typed })}
      whyNot={text.trim() === '' ? 'Ghi vài chữ để chi đoàn và đoàn viên hiểu' : ''}
      busy={state.pending?.state === 'RUNNING'}
      onCancel={() => setAnswer(null)}
      yes={agreed ? 'Đồng ý' : 'Lưu trả lời'}
      onYes={() => {
        const said = { kind: 'answerLook', member: member.code, look, text: text.trim() } as const;
        const key = keyOfView(view);
        if (isAbove) dispatch({ type: 'ACT', body: { kind: 'judge', key, judgement: { ...said, agreed } } });
        else dispatch({ type: 'ACT', body: { kind: 'record', key, record: said } });
        setAnswer(null);
      }}
    />
  );
}

function Words({
  label,
  text,
  onText,
  whyNot,
  busy,
  onCancel,
  yes,
  onYes,
}: {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly whyNot: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly yes: string;
  readonly onYes: () => void;
}) {
  return (
    <>
      <label class="para">
        <span class="label">{label}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={500}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <p class="marks">
        <Button small onPress={onCancel}>
          Hủy
        </Button>
        <Button small look="outline" busy={busy} whyNot={whyNot} onPress={onYes}>
          {yes}
        </Button>
      </p>
    </>
  );
}
