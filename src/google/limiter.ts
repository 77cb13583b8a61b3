import type { EpochMs } from '../programme/dates';
import type { Services } from './services';

/** Reads and writes of the advanced Sheets service in any minute: three quarters of Google's 60 a user (facts: limits.json). */
export const CALLS_PER_MINUTE = 45;

const MINUTE_MS = 60_000;
const CACHE_KEY = 'limiter';

export type CallKind = 'read' | 'write';

/** Keeps the calls of one account to the advanced Sheets service below Google's quota, over the executions that follow each other. */
export interface Limiter {
  /** Waits until one more call of the kind fits into the last minute, and counts it. */
  readonly take: (kind: CallKind) => void;
  /** Milliseconds that `take` would wait now. */
  readonly waitMs: (kind: CallKind) => number;
  /** Calls of the kind that may be made at once. */
  readonly spare: (kind: CallKind) => number;
  /** Leaves the times of the last minute's calls to the next execution. */
  readonly save: () => void;
}

/**
 * A limiter that knows the calls of the executions before it. Their times stand in the script cache, which may forget them: then Google's
 * 429 and `retrying` are the net below.
 */
export function createLimiter(services: Services): Limiter {
  const times: Record<CallKind, EpochMs[]> = remembered(services);
  const recent = (kind: CallKind): EpochMs[] => {
    const since = services.now() - MINUTE_MS;
    times[kind] = times[kind].filter((at) => at > since);
    return times[kind];
  };
  const waitMs = (kind: CallKind): number => {
    const calls = recent(kind);
    const oldest = calls[calls.length - CALLS_PER_MINUTE];
    return oldest === undefined ? 0 : oldest + MINUTE_MS - services.now() + 1;
  };
  return {
    take(kind) {
      const pauseMs = waitMs(kind);
      if (pauseMs > 0) services.sleep(pauseMs);
      times[kind].push(services.now());
    },
    waitMs,
    spare: (kind) => Math.max(0, CALLS_PER_MINUTE - recent(kind).length),
    save() {
      const state = { read: recent('read'), write: recent('write') };
      services.cache.getScriptCache()?.put(CACHE_KEY, JSON.stringify(state), 120);
    },
  };
}

function remembered(services: Services): Record<CallKind, EpochMs[]> {
  const text = services.cache.getScriptCache()?.get(CACHE_KEY) ?? null;
  const none: Record<CallKind, EpochMs[]> = { read: [], write: [] };
  if (text === null) return none;
  const state = JSON.parse(text) as Partial<Record<CallKind, EpochMs[]>>;
  return { read: state.read ?? [], write: state.write ?? [] };
}
