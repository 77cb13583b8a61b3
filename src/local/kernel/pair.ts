import type { RunResult } from './api';
import { call } from './door';
import { type RunningExecution, Waiting } from './execution';
import type { Parked } from './parked';
import type { Answered } from './realm/port';
import { realProcess } from './realm/vm-realm';

/** The execution that runs in this thread: it is parked while the door keeps its call. */
interface Caller {
  readonly execution: RunningExecution;
  result: RunResult | null;
  blocked: boolean;
}

/** Two executions, one call at a time, the next one drawn from a seed: the first in this thread, the second in a worker. */
export class Pair {
  /** Who made each call: `a` or `b`. */
  order = '';
  private readonly first: Caller;
  private readonly draw: () => number;
  /** What the first waited for the second's program to run. */
  private waitedMs = 0;

  constructor(
    first: RunningExecution,
    private readonly second: Parked,
    seed: number,
  ) {
    this.first = { execution: first, result: null, blocked: false };
    this.draw = drawFrom(seed);
  }

  /** Makes a call of the first, after as many of the second's as are drawn before it. */
  makeFirst(...args: Parameters<typeof call>): Answered {
    this.advanceSecond();
    for (;;) {
      const next = this.next();
      if (next === this.second) this.serveSecond();
      else if (next === this.first) {
        try {
          const answer = call(...args);
          this.order += 'a';
          this.backInZone();
          return answer;
        } catch (error) {
          if (!(error instanceof Waiting)) {
            this.order += 'a';
            throw error;
          }
          this.first.blocked = isForLock(error.until);
        }
      }
    }
  }

  /** The first is done; the second goes on alone. */
  endFirst(result: RunResult): RunResult {
    this.first.result = result;
    this.advanceSecond();
    while (this.second.result === null) if (this.next() === this.second) this.serveSecond();
    return { ...result, cpuMs: Math.max(0, result.cpuMs - this.waitedMs) };
  }

  private serveSecond(): void {
    const served = this.second.serve();
    if (served !== 'served') {
      this.second.blocked = isForLock(served);
      return;
    }
    this.order += 'b';
    this.advanceSecond();
  }

  private advanceSecond(): void {
    const start = realProcess.hrtime.bigint();
    this.second.advance();
    if (this.first.result === null) this.waitedMs += Number(realProcess.hrtime.bigint() - start) / 1e6;
  }

  /** Whose turn it is; null: both waited, and one of them does so no longer. */
  private next(): Caller | Parked | null {
    const { first, second } = this;
    const open = [first, second].filter((one) => one.result === null);
    for (const one of open) unblock(one, one === first ? second : first);
    const ready = open.filter((one) => !one.blocked && one.result === null);
    if (ready.length === 0) {
      giveUp(open);
      return null;
    }
    return ready[Math.floor(this.draw() * ready.length)]!;
  }

  /** The zone is the process's: the second's program has its own. */
  private backInZone(): void {
    const { timeZone } = this.first.execution.project.manifest;
    if (realProcess.env['TZ'] !== timeZone) realProcess.env['TZ'] = timeZone;
  }
}

function isForLock(until: Waiting['until']): true {
  if (until === 'lock') return true;
  throw new Error('Interleaved executions have nobody to ask: queue answers first');
}

/** A waiting execution goes on when the lock is free, or when the other's time has passed its patience. */
function unblock(one: Caller | Parked, other: Caller | Parked): void {
  const wait = one.execution.lockWait;
  if (!one.blocked || !wait) return;
  const free = !one.execution.core.locks.has(wait.name);
  const otherMs = other.execution.now() - one.execution.startedAt;
  if (!free && other.result === null && otherMs < wait.until) return;
  one.blocked = false;
  const untilMs = free ? Math.min(otherMs, wait.until) : wait.until;
  pass(one, Math.max(0, untilMs - one.execution.elapsedMs));
}

/** All wait for one another: the one whose patience ends first goes on without the lock. */
function giveUp(open: readonly (Caller | Parked)[]): void {
  const first = [...open].sort((a, b) => a.execution.lockWait!.until - b.execution.lockWait!.until)[0];
  if (!first) return;
  first.blocked = false;
  pass(first, Math.max(0, first.execution.lockWait!.until - first.execution.elapsedMs));
}

/** Lets its own time pass while it waits; the first's end for want of time is thrown through its own call. */
function pass(one: Caller | Parked, ms: number): void {
  if ('pass' in one) one.pass(ms);
  else one.execution.pass(ms);
}

function drawFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
