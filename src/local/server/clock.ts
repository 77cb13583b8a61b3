import type { Workspace } from '../workspace';
import type { ClockView, HomeMoment } from './api-types';
import { Refusal } from './router';

/** The workspace's clock as the server moves it. */
export interface Clock {
  readonly running: () => boolean;
  readonly run: (running: boolean) => void;
  /** Goes on to that moment, triggers on the way included; answers when it is there. */
  readonly moveTo: (at: number) => Promise<void>;
  readonly close: () => void;
}

const TICK_MS = 1000;
/** Between two steps of a long way other requests are answered. */
const STEP_MS = 60 * 60_000;
const YEAR_MS = 366 * 24 * 60 * 60_000;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still. `changed` is called after every step of a move, and after a tick in which triggers ran. */
export function createClock(workspace: Workspace, changed: () => void): Clock {
  let timer: ReturnType<typeof setInterval> | undefined;
  let moving = false;
  let last = 0;
  const tick = (): void => {
    const now = performance.now();
    const passed = Math.round(now - last);
    last = now;
    if (!moving && workspace.advance(passed).length > 0) changed();
  };
  const run = (on: boolean): void => {
    clearInterval(timer);
    timer = undefined;
    if (!on) return;
    last = performance.now();
    timer = setInterval(tick, TICK_MS);
  };
  return {
    running: () => timer !== undefined,
    run,
    moveTo: async (at) => {
      const now = workspace.now();
      if (!Number.isFinite(at) || at < now)
        throw new Refusal(400, 'Đồng hồ chỉ đi tới. Hãy chọn một lúc sau bây giờ.');
      if (at - now > YEAR_MS) throw new Refusal(400, 'Mỗi lần chỉ chuyển được nhiều nhất một năm.');
      if (moving) throw new Refusal(409, 'Đồng hồ đang chuyển. Chờ một lát rồi thử lại.');
      moving = true;
      try {
        while (workspace.now() < at) {
          workspace.advance(Math.min(STEP_MS, at - workspace.now()));
          // oxlint-disable-next-line no-await-in-loop -- the steps follow one another, as time does
          await nextTurn();
        }
      } finally {
        moving = false;
        last = performance.now();
        changed();
      }
    },
    close: () => clearInterval(timer),
  };
}

/** The clock for the home page; `next` is the product's own next moment. */
export function clockView(workspace: Workspace, running: boolean, next: HomeMoment | undefined): ClockView {
  const due = workspace
    .triggers()
    .filter((trigger) => !trigger.disabled && trigger.nextAt !== null)
    .map((trigger) => trigger.nextAt as number);
  const soonest = due.length > 0 ? Math.min(...due) : null;
  return {
    now: workspace.now(),
    timeZone: workspace.state.timeZone,
    running,
    next: next ?? null,
    nextTrigger: soonest === null ? null : { label: 'việc hẹn giờ kế tiếp', at: soonest },
  };
}
