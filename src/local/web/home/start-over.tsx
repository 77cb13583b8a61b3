import { useRef } from 'preact/hooks';

/** Puts the workspace back to its first state, after asking. */
export function StartOver({
  startOver,
  busy,
}: {
  readonly startOver: () => Promise<void>;
  readonly busy: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    await startOver();
    dialog.current?.close();
  };
  return (
    <>
      <button
        class="btn btn--small btn--bad start-over"
        type="button"
        onClick={() => dialog.current?.showModal()}
      >
        Làm lại từ đầu…
      </button>
      <dialog ref={dialog} class="ask" aria-labelledby="again">
        <h2 id="again">Làm lại từ đầu?</h2>
        <p>Mọi việc đã làm trong không gian này bị xóa; dữ liệu mẫu, đồng hồ và hộp thư trở về lúc đầu.</p>
        <div class="acts">
          <button class="btn" type="button" onClick={() => dialog.current?.close()}>
            Hủy
          </button>
          <button
            class="btn btn--bad btn--outline"
            type="button"
            aria-disabled={busy}
            onClick={() => void confirm()}
          >
            {busy ? 'Đang làm lại…' : 'Làm lại từ đầu'}
          </button>
        </div>
      </dialog>
    </>
  );
}
