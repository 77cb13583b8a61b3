import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../../server/api-types';
import { Icon } from '../icon';
import { dayText, fieldMoment, fieldText, timeText } from '../words';

interface Props {
  readonly clock: ClockView;
  readonly busy: boolean;
  readonly moveTo: (at: number) => void;
  readonly run: (running: boolean) => void;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const STEPS = [
  { label: '+10 phút', ms: 10 * MINUTE },
  { label: '+1 giờ', ms: 60 * MINUTE },
  { label: '+1 ngày', ms: 24 * 60 * MINUTE },
];

/** The clock's moment; between two readings of it, this page lets it run on when it does. */
function useNow({ now, running }: ClockView): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    setPassed(0);
    if (!running) return undefined;
    const read = performance.now();
    const timer = setInterval(() => setPassed(Math.round(performance.now() - read)), SECOND);
    return () => clearInterval(timer);
  }, [now, running]);
  return now + passed;
}

/** The workspace's clock and the ways to move it on; it never goes back. */
export function Clock({ clock, busy, moveTo, run }: Props) {
  const { timeZone, next, nextTrigger, running } = clock;
  const now = useNow(clock);
  const [typed, setTyped] = useState('');
  const target = typed ? fieldMoment(typed, timeZone) : null;
  const soonest = next && next.at > now ? next : nextTrigger && nextTrigger.at > now ? nextTrigger : null;
  return (
    <section class="card clock" aria-labelledby="clock" aria-busy={busy}>
      <h2 id="clock">Đồng hồ</h2>
      <p class="t" data-testid="clock-time">
        {timeText(now, timeZone)}
      </p>
      <p class="d" data-testid="clock-day">
        {dayText(now, timeZone)}
      </p>
      <div class="row">
        {STEPS.map(({ label, ms }) => (
          <button
            key={label}
            class="btn btn--outline"
            type="button"
            aria-disabled={busy}
            onClick={() => !busy && moveTo(now + ms)}
          >
            {label}
          </button>
        ))}
      </div>
      {soonest && (
        <button
          class="btn btn--quiet"
          type="button"
          aria-disabled={busy}
          onClick={() => !busy && moveTo(soonest.at)}
        >
          Đến mốc kế: {soonest.label}
        </button>
      )}
      <details>
        <summary>Đến một lúc khác…</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (target !== null && target > now && !busy) moveTo(target);
          }}
        >
          <input
            class="field"
            type="datetime-local"
            aria-label="Đi đến ngày giờ"
            min={fieldText(now, timeZone)}
            value={typed || fieldText(now, timeZone)}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button class="btn btn--outline" type="submit" aria-disabled={busy}>
            Đi đến
          </button>
          {target !== null && target <= now && (
            <p class="hint">Đồng hồ chỉ đi tới. Hãy chọn một lúc sau bây giờ.</p>
          )}
        </form>
      </details>
      <p class="note">
        <Icon name="clock" />
        <span>
          {running ? 'Đang chạy như đồng hồ thật.' : 'Đứng yên cho đến khi bạn chỉnh.'} Việc hẹn giờ đến lượt
          sẽ tự chạy.
          {busy && ' Đang chuyển…'}
        </span>
      </p>
      <button class="btn btn--small run" type="button" onClick={() => run(!running)}>
        {running ? 'Cho đứng yên' : 'Cho chạy như thật'}
      </button>
    </section>
  );
}
