import { Button } from '../parts/button';
import { Panel } from '../parts/dialog';
import { momentText } from '../parts/numbers';
import { keyOfView, type ViewProps } from './props';

/** *Khôi phục* of the whole branch to a moment of its ledger: the moments, what going back would change in numbers, and the confirmation. */
export function RestoreQuestion({ state, view, dispatch, to }: ViewProps & { readonly to: string }) {
  const { moments } = state;
  const busy = state.pending?.state === 'RUNNING';
  const chosen = moments?.moments.find((moment) => moment.to === to);
  const preview = moments?.preview ?? null;
  const changes = preview ? preview.regraded + preview.cleared : 0;
  const waits = state.queue.waiting.length > 0 || state.queue.flight !== null;
  const whyNot = waits
    ? 'Lưu xong mới khôi phục được'
    : !chosen
      ? 'Chọn một lúc'
      : preview === null
        ? 'Đang xem lúc đó…'
        : changes === 0
          ? 'Lúc đó giống bây giờ'
          : '';
  return (
    <Panel title={`Khôi phục ${view.name}`} onClose={() => dispatch({ type: 'ASK', question: null })}>
      {moments === null ? (
        <p class="hint" role="status">
          Đang đọc lịch sử…
        </p>
      ) : moments.moments.length === 0 ? (
        <p>Chưa có lúc nào trước đây để trở lại.</p>
      ) : (
        <fieldset class="moments">
          <legend class="label">Trở lại như lúc</legend>
          {moments.moments.map((moment) => (
            <label key={moment.to} class="tick">
              <input
                type="radio"
                name="moment"
                checked={to === moment.to}
                onChange={() => dispatch({ type: 'ASK', question: { kind: 'RESTORE', to: moment.to } })}
              />
              <span>
                {`${momentText(moment.at)} · ${moment.graded === 0 ? 'hoàn tác' : `đánh giá ${moment.graded} đoàn viên`}`}
                <span class="hint fade">{moment.actor}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {chosen && preview ? (
        <p class="dialog__text" role="status">
          {changes === 0
            ? 'Không đánh giá nào khác lúc đó.'
            : `Khôi phục ${view.name} như lúc ${momentText(chosen.at)}? ${previewWords(preview)} Đánh giá bây giờ vẫn còn trong Lịch sử.`}
        </p>
      ) : null}
      {whyNot === '' || moments?.moments.length === 0 ? null : <p class="hint dialog__why">{whyNot}</p>}
      <div class="dialog__acts">
        <Button onPress={() => dispatch({ type: 'ASK', question: null })}>Hủy</Button>
        <Button
          look="filled"
          isEnter
          whyNot={whyNot}
          busy={busy}
          onPress={() =>
            dispatch({ type: 'ACT', body: { kind: 'restore', key: keyOfView(view), to, members: [] } })
          }
        >
          Khôi phục
        </Button>
      </div>
    </Panel>
  );
}

function previewWords({
  regraded,
  cleared,
}: {
  readonly regraded: number;
  readonly cleared: number;
}): string {
  const parts = [
    ...(regraded > 0 ? [`${regraded} đoàn viên trở lại đánh giá lúc đó`] : []),
    ...(cleared > 0 ? [`${cleared} đoàn viên trở lại chưa đánh giá`] : []),
  ];
  return `${parts.join(', ')}.`;
}
