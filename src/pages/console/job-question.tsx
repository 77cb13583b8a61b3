import { Confirm, Panel } from '../parts/dialog';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { consoleTroubleWords, problemWords, type ConsoleProps } from './props';
import { JobFields, JobTexts } from './job-fields';
import { emptyField } from './state';
import { ThresholdLists } from './thresholds-list';
import { JOB_WORDS, JOB_YES } from './words';

/** What a job will do, in numbers, before it does it; and everything that keeps it from starting. */
export function JobQuestion({ state, dispatch }: ConsoleProps) {
  const { asked } = state;
  if (!asked) return null;
  const { preview, trouble, request } = asked;
  const title = JOB_WORDS[request.job];
  const close = (): void => dispatch({ type: 'CLOSE' });
  if (trouble || !preview)
    return (
      <Panel title={title} onClose={close}>
        {trouble ? (
          <p class="dialog__text">{consoleTroubleWords(trouble)}</p>
        ) : (
          <p class="loading" role="status">
            <Icon name="ring" turns />
            <span>Đang đếm xem việc này gồm những gì…</span>
          </p>
        )}
        <div class="dialog__acts">
          <Button onPress={close}>Đóng</Button>
          {trouble ? (
            <Button look="filled" isEnter onPress={() => dispatch({ type: 'ASK', job: request.job })}>
              Thử lại
            </Button>
          ) : null}
        </div>
      </Panel>
    );
  const blocks = [...new Set(preview.problems.map(problemWords))];
  // Locking in spite of branches that have not sent is a person's decision, with a reason.
  const isForce =
    request.job === 'lockWave' && preview.problems.length > 0 && preview.problems.every(isNotSent);
  const canForce = isForce && asked.reason.trim() !== '';
  const missing = emptyField(asked);
  return (
    <Confirm
      title={title}
      text={preview.sentence}
      yes={isForce ? 'Vẫn khóa' : preview.queued ? 'Xếp hàng' : JOB_YES[request.job]}
      no="Hủy"
      busy={asked.starting}
      whyNot={
        blocks.length === 0 || canForce
          ? missing === ''
            ? ''
            : `Còn trống: ${missing}`
          : isForce
            ? 'Ghi lý do; lý do sẽ vào báo cáo'
            : 'Sửa các mục trên rồi làm lại'
      }
      onYes={() => dispatch({ type: 'CONFIRM' })}
      onNo={close}
    >
      {blocks.length === 0 ? null : (
        <ul class="checks">
          {blocks.map((text) => (
            <li class="stop" key={text}>
              <Icon name="alert" />
              <span>{text}</span>
              <span />
            </li>
          ))}
        </ul>
      )}
      {isForce ? (
        <label class="para">
          <span class="label">Vẫn khóa? Hãy ghi lý do; lý do sẽ vào báo cáo.</span>
          <textarea
            class="field"
            rows={2}
            maxLength={500}
            value={asked.reason}
            onInput={(event) => dispatch({ type: 'REASON', text: event.currentTarget.value })}
          />
        </label>
      ) : null}
      <JobFields asked={asked} dispatch={dispatch} />
      <ThresholdLists lists={preview.lists ?? []} />
      <JobTexts texts={preview.texts ?? []} />
      {preview.queued && state.view ? (
        <p class="hint">{`Việc này chạy bằng tài khoản ${state.view.roleAccount}: sẽ được xếp hàng, thường bắt đầu trong 5 phút.`}</p>
      ) : null}
    </Confirm>
  );
}

function isNotSent(problem: { readonly code: string }): boolean {
  return problem.code === 'NOT_SENT';
}
