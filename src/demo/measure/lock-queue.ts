import { latencyOf, tailFactor } from '../../local/kernel/latency';
import { createRandom, type Random } from '../invent/random';

/** What one save cost, as it was run alone. */
export interface SaveCost {
  readonly rows: number;
  readonly simulatedMs: number;
}

/** Columns of a ledger and rows of its tail that a save reads (architecture.md 3.6). */
const COLUMNS = 23;
const TAIL_ROWS = 60;
/** A save waits so long for the document's lock, then answers that others are saving; the page comes back after one to three seconds. */
const LOCK_WAIT_MS = 20_000;
const PAUSE_MS = 1_000;
const JITTER_MS = 2_000;
/** Draws of the whole meeting: the percentile is over all of them. */
const ROUNDS = 40;

/**
 * How long people wait who save at one moment in one workbook, the 95th percentile over all of them: every call drawn from the model's tail, the
 * document's lock given to any of those who wait. Throws when the model does not come to what the saves really cost.
 */
export function saversOf(costs: readonly SaveCost[], seed: number): number {
  for (const cost of costs) {
    const reckoned = sumOf(callsOf(cost));
    // Letting the lock go is charged by the workspace; the model has no line for it.
    const charged = cost.simulatedMs - latencyOf('Lock.tryLock');
    if (Math.abs(reckoned - charged) > 2) throw new Error(`A save costs ${charged} ms, not ${reckoned}`);
  }
  const random = createRandom(seed).fork('savers');
  const waits = Array.from({ length: ROUNDS }, () => roundOf(costs, random)).flat();
  return waits.sort((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1] ?? 0;
}

interface Calls {
  readonly before: readonly number[];
  readonly held: readonly number[];
  readonly after: readonly number[];
}

function callsOf({ rows }: SaveCost): Calls {
  const cells = rows * COLUMNS;
  return {
    before: [latencyOf('Cache.get'), latencyOf('Lock.tryLock')],
    held: [
      latencyOf('Range.getValues', { cells: TAIL_ROWS * COLUMNS, rows: TAIL_ROWS }),
      latencyOf('Range.setValues', { cells, rows }),
      latencyOf('SpreadsheetApp.flush'),
    ],
    after: [latencyOf('Range.getValues', { cells, rows })],
  };
}

function sumOf({ before, held, after }: Calls): number {
  return [...before, ...held, ...after].reduce((sum, ms) => sum + ms, 0);
}

interface Saver {
  readonly calls: Calls;
  /** When the save asks for the lock. */
  asksAt: number;
}

function roundOf(costs: readonly SaveCost[], random: Random): readonly number[] {
  const drawn = (calls: readonly number[]): number =>
    calls.reduce((sum, ms) => sum + ms * tailFactor(random.next()), 0);
  const trip = (): number => drawn([latencyOf('google.script.run') / 2]);
  const start = (): number => trip() + drawn([latencyOf('execution.start')]);
  const savers = costs.map((cost): Saver => {
    const calls = callsOf(cost);
    return { calls, asksAt: start() + drawn(calls.before) };
  });
  const waiting = new Set(savers);
  const done: number[] = [];
  let free = 0;
  while (waiting.size > 0) {
    for (const saver of waiting)
      while (saver.asksAt + LOCK_WAIT_MS < free)
        saver.asksAt +=
          LOCK_WAIT_MS + trip() + PAUSE_MS + random.next() * JITTER_MS + start() + drawn(saver.calls.before);
    const there = [...waiting].filter(({ asksAt }) => asksAt <= free);
    const next = there.length > 0 ? random.pick(there) : earliest(waiting);
    waiting.delete(next);
    free = Math.max(free, next.asksAt) + drawn(next.calls.held);
    done.push(free + drawn(next.calls.after) + trip());
  }
  return done;
}

function earliest(waiting: ReadonlySet<Saver>): Saver {
  const [first] = [...waiting].sort((a, b) => a.asksAt - b.asksAt);
  if (!first) throw new Error('Nobody waits');
  return first;
}
