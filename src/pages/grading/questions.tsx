import { useState } from 'preact/hooks';
import type { IsoDay } from '../../programme/dates';
import { Button } from '../parts/button';
import { DayField } from '../parts/day-field';
import { Confirm, Panel } from '../parts/dialog';
import { momentText } from '../parts/numbers';
import { classWords } from '../parts/words';
import { keyOfView, nameIn, type PageProps } from './props';
import { RestoreQuestion } from './restore-question';
import { mayGrade } from './state/list';
import { lookReasons, notRecognised } from './state/review';

/** The question that stands over the page, if there is one (wording.md 1, Confirmations). */
export function Questions({ state, dispatch }: PageProps) {
  const { question, view, unit } = state;
  const close = (): void => dispatch({ type: 'ASK', question: null });
  const busy = state.pending?.state === 'RUNNING' || state.sendWhenSaved;
  if (!question) return null;
  switch (question.kind) {
    case 'SEND': {
      if (!view) return null;
      const graded = view.members.filter((member) => member.grade !== null).length;
      const to = view.unit.kind === 'BASE_BRANCH' ? 'Quận đoàn' : view.unit.name;
      const above = view.unit.kind === 'BASE_BRANCH' ? 'Quận đoàn' : 'Đoàn cơ sở';
      return (
        <Confirm
          title="Gửi kết quả"
          text={`Gửi kết quả ${view.wave.name} của ${view.name} về ${to}? Gồm ${graded} đoàn viên và phần Chi đoàn tự đánh giá. Sau khi gửi, số liệu được giữ nguyên; còn rút lại được cho đến khi ${above} bắt đầu xem xét.`}
          yes="Gửi"
          no="Xem lại"
          busy={busy}
          onYes={() => dispatch({ type: 'SEND' })}
          onNo={close}
        />
      );
    }
    case 'SEND_UNIT':
      return unit ? (
        <Confirm
          title="Gửi về Quận đoàn"
          text={`Gửi kết quả ${unit.wave.name} của ${unit.unit.name} về Quận đoàn? Gồm ${unit.branches.length} chi đoàn.`}
          yes="Gửi"
          no="Xem lại"
          busy={busy}
          onYes={() =>
            dispatch({
              type: 'ACT',
              body: { kind: 'recordForUnit', wave: unit.wave.code, record: { kind: 'send' } },
            })
          }
          onNo={close}
        />
      ) : null;
    case 'AGREE_BULK':
      return (
        <Confirm
          title="Thống nhất nhiều người"
          text={`Thống nhất với phần tự đánh giá của ${state.selected.length} đoàn viên đã chọn? Lịch sử sẽ ghi rõ là thống nhất nhiều người cùng lúc.`}
          yes="Thống nhất"
          no="Xem lại từng người"
          onYes={() => dispatch({ type: 'AGREE_SELECTED' })}
          onNo={close}
        />
      );
    case 'RECOGNISE_ALL':
      return <RecogniseAll state={state} dispatch={dispatch} exceptions={question.exceptions} />;
    case 'RETURN_ALL':
      return <ReturnAll state={state} dispatch={dispatch} />;
    case 'UNRECOGNISE':
      return <Unrecognise state={state} dispatch={dispatch} members={question.members} />;
    case 'RESTORE':
      return view ? <RestoreQuestion state={state} dispatch={dispatch} view={view} to={question.to} /> : null;
    case 'TAKE_OVER':
      return <TakeOver state={state} dispatch={dispatch} />;
    case 'HISTORY':
      return <History state={state} dispatch={dispatch} />;
  }
}

function RecogniseAll({
  state,
  dispatch,
  exceptions,
}: PageProps & { readonly exceptions: readonly string[] }) {
  const { view } = state;
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<IsoDay>('');
  if (!view) return null;
  const members = notRecognised(view.members).filter((member) => !exceptions.includes(member.code));
  const decision = number.trim() === '' ? {} : { decisionNumber: number.trim(), decisionDay: day };
  const look = members.filter((member) => lookReasons(member, view.preset).length > 0).length;
  const close = (): void => dispatch({ type: 'ASK', question: null });
  return (
    <Confirm
      title="Công nhận kết quả"
      text={`Công nhận kết quả của ${members.length} đoàn viên ${view.name}?${look > 0 ? ` ${look} đoàn viên có mục nên xem lại.` : ''}`}
      yes="Công nhận"
      no={look > 0 ? `Xem ${look} người` : 'Xem lại'}
      busy={state.pending?.state === 'RUNNING'}
      onYes={() =>
        dispatch({
          type: 'ACT',
          body: {
            kind: 'judge',
            key: keyOfView(view),
            judgement: { kind: 'recogniseAll', exceptions, ...decision },
          },
        })
      }
      onNo={close}
      whyNot={number.trim() !== '' && day === '' ? 'Ghi ngày quyết định' : ''}
    >
      <div class="two">
        <label class="para">
          <span class="label">Số quyết định</span>
          <input
            class="field"
            placeholder="nếu có"
            maxLength={60}
            value={number}
            onInput={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        <DayField label="Ngày quyết định" value={day} onDay={setDay} />
      </div>
    </Confirm>
  );
}

function Unrecognise({ state, dispatch, members }: PageProps & { readonly members: readonly string[] }) {
  const { view } = state;
  if (!view) return null;
  const [only] = members;
  const count = view.members.filter(({ recognised }) => recognised !== null).length;
  const whom = only === undefined ? `${count} đoàn viên ${view.name}` : nameIn(state)(only);
  return (
    <Confirm
      title="Bỏ công nhận"
      text={`Bỏ công nhận kết quả của ${whom}? Đánh giá của chi đoàn được giữ nguyên, chờ công nhận lại; việc này được ghi vào Lịch sử.`}
      yes="Bỏ công nhận"
      no="Hủy"
      busy={state.pending?.state === 'RUNNING'}
      onYes={() =>
        dispatch({
          type: 'ACT',
          body: { kind: 'judge', key: keyOfView(view), judgement: { kind: 'unrecognise', members } },
        })
      }
      onNo={() => dispatch({ type: 'ASK', question: null })}
    />
  );
}

function ReasonField({
  label,
  value,
  onValue,
}: {
  readonly label: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
}) {
  return (
    <label class="para">
      <span class="label">{label}</span>
      <textarea
        class="field"
        rows={3}
        maxLength={500}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

function ReturnAll({ state, dispatch }: PageProps) {
  const [reason, setReason] = useState('');
  const { view } = state;
  if (!view) return null;
  return (
    <Confirm
      title="Trả lại cả chi đoàn"
      text={`Trả lại ${view.name} để bổ sung? Hãy ghi rõ cần bổ sung gì; Ban Chấp hành chi đoàn sẽ nhận được nội dung này.`}
      yes="Trả lại"
      no="Hủy"
      whyNot={reason.trim() === '' ? 'Ghi nội dung cần bổ sung' : ''}
      busy={state.pending?.state === 'RUNNING'}
      onYes={() =>
        dispatch({
          type: 'ACT',
          body: {
            kind: 'judge',
            key: keyOfView(view),
            judgement: { kind: 'return', members: [], reason: reason.trim() },
          },
        })
      }
      onNo={() => dispatch({ type: 'ASK', question: null })}
    >
      <ReasonField label="Cần bổ sung gì" value={reason} onValue={setReason} />
    </Confirm>
  );
}

function TakeOver({ state, dispatch }: PageProps) {
  const [reason, setReason] = useState('');
  const { view } = state;
  if (!view) return null;
  return (
    <Confirm
      title="Nhận đánh giá thay"
      text={`Đoàn cơ sở đánh giá thay ${view.name} trong đợt này? Mọi đánh giá được ghi là Đoàn cơ sở đánh giá thay, cho đến khi giao lại.`}
      yes="Nhận đánh giá thay"
      no="Hủy"
      whyNot={reason.trim() === '' ? 'Ghi lý do' : ''}
      busy={state.pending?.state === 'RUNNING'}
      onYes={() =>
        dispatch({
          type: 'ACT',
          body: {
            kind: 'judge',
            key: keyOfView(view),
            judgement: { kind: 'takeOver', reason: reason.trim() },
          },
        })
      }
      onNo={() => dispatch({ type: 'ASK', question: null })}
    >
      <ReasonField label="Lý do" value={reason} onValue={setReason} />
    </Confirm>
  );
}

function History({ state, dispatch }: PageProps) {
  const { history, view } = state;
  const close = (): void => dispatch({ type: 'ASK', question: null });
  const rows = history?.view?.rows ?? [];
  const member = view?.members.find(({ code }) => code === history?.member);
  const busy = state.pending?.state === 'RUNNING';
  const mayGoBack = view && member && mayGrade(view, member);
  const goBack = (to: string): void => {
    if (view && member)
      dispatch({ type: 'ACT', body: { kind: 'restore', key: keyOfView(view), to, members: [member.code] } });
  };
  return (
    <Panel title={`Lịch sử: ${member?.name ?? ''}`} onClose={close}>
      {history?.view ? (
        <ol class="history">
          {rows.map((row) => (
            <li key={row.operation} class={row.counts ? undefined : 'history--off'}>
              <b>{row.what}</b>
              {row.class !== '' && view ? ` · ${classWords(view.preset, row.class)}` : ''}
              <span class="hint">{`${momentText(row.at)} · ${row.actor}${row.counts ? '' : ' · không còn tính'}`}</span>
              {row.reason === '' ? null : <span>{row.reason}</span>}
              {mayGoBack && row.levels !== '' && row.operation !== member.grade?.operation ? (
                <Button look="quiet" small busy={busy} onPress={() => goBack(row.operation)}>
                  Dùng lại đánh giá này
                </Button>
              ) : null}
            </li>
          ))}
          {rows.length === 0 ? <li>Chưa có việc nào được ghi.</li> : null}
        </ol>
      ) : (
        <p class="hint">Đang đọc lịch sử…</p>
      )}
      <div class="dialog__acts">
        <Button look="filled" isEnter onPress={close}>
          Đóng
        </Button>
      </div>
    </Panel>
  );
}
