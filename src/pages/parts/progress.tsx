/** A bar of what is done; the number stands beside it in words. */
export function Progress({
  label,
  done,
  total,
  started = 0,
}: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Under way: shown paler behind what is done. */
  readonly started?: number;
}) {
  const share = (part: number): string => `${total === 0 ? 0 : Math.min(100, (part * 100) / total)}%`;
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} trên ${total}`}
    >
      <i style={{ width: share(done) }} />
      {started > done ? <i style={{ width: share(started - done) }} /> : null}
    </div>
  );
}
