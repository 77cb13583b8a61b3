import type { RunResult } from './api';
import type { Core } from './core';
import { call } from './door';
import { enumValues } from './enums';
import { shapeOf } from './catalogue';
import { Killed, RunningExecution, Waiting } from './execution';
import type { Answer, Question } from './execution-types';
import type { Outcome } from './realm/port';
import { type RealmWorker, endIdleWorkers, giveBack, takeWorker } from './realm/worker-pool';
import { ownZone, realProcess } from './realm/vm-realm';
import type { WorkerAsk } from './realm/worker-main';
import { type RunRequest, begin, conclude, noteEnd, realmSetup, wireArgs } from './runner';

type Call = Extract<WorkerAsk, { op: 'call' }>;

/** An execution in a worker, parked at a call (or done). */
class Parked {
  readonly execution: RunningExecution;
  readonly worker: RealmWorker;
  pending: Call | null = null;
  result: RunResult | null = null;
  /** It waits for a lock that another execution holds. */
  blocked = false;

  constructor(
    core: Core,
    readonly request: RunRequest,
  ) {
    this.execution = new RunningExecution(core, request);
    this.worker = takeWorker();
  }

  start(): void {
    const refused = begin(this.execution);
    if (refused) {
      this.result = refused;
      giveBack(this.worker);
      return;
    }
    const { request, execution } = this;
    const entry = { fn: request.fn, args: wireArgs(execution, request), page: request.page };
    this.worker.start(execution.project, realmSetup(execution), entry);
  }

  /** Takes what the worker asks: true when it is parked at a call or done, false when it goes on by itself. */
  take(ask: WorkerAsk): boolean {
    const { execution, worker } = this;
    switch (ask.op) {
      case 'call':
        this.pending = ask;
        return true;
      case 'done':
        this.finish(ask.outcome, ask.cpuMs);
        return true;
      case 'log':
        execution.log(...ask.args);
        return false;
      case 'notEmulated':
        execution.notEmulated.add(ask.args[0]);
        return false;
      case 'service':
        worker.answer(execution.handles.of(execution.service(ask.args[0])));
        return false;
      case 'shape':
        worker.answer(shapeOf(execution.core.catalogue, ask.args[0]));
        return false;
      case 'enumNames':
        worker.answer(Object.keys(enumValues(ask.args[0])));
        return false;
    }
  }

  /** Makes the call it is parked at. `waits`: it could not be made yet. */
  serve(): Waiting['until'] | 'served' {
    try {
      const answer = call(this.execution, ...this.pending!.args);
      this.pending = null;
      this.worker.answer(answer);
      return 'served';
    } catch (error) {
      if (error instanceof Waiting) return error.until;
      noteEnd(this.execution, error);
      this.pending = null;
      this.finish(null, 0);
      return 'served';
    }
  }

  /** Lets its own time pass while it waits. Dies when its time is over. */
  pass(ms: number): void {
    try {
      this.execution.pass(ms);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.pending = null;
      this.finish(null, 0);
    }
  }

  /** Ends it where it stands when a mistake of ours ended the whole. */
  abandon(): void {
    if (this.result !== null) return;
    this.worker.end();
    this.execution.core.running.delete(this.execution);
  }

  private finish(outcome: Outcome | null, cpuMs: number): void {
    // A killed script is stopped where it stands; neither catch nor finally of it runs.
    if (outcome === null) this.worker.end();
    else giveBack(this.worker);
    this.result = conclude(this.execution, this.request, outcome, cpuMs);
  }
}

/** Executions that are parked at their calls: two at once, or one that waits for a person. */
export class Interleaver {
  constructor(private readonly core: Core) {}

  /** Two executions, one call at a time, the next one drawn by `seed`. `order`: who made each call. */
  run(
    a: RunRequest,
    b: RunRequest,
    seed: number,
  ): { readonly results: readonly [RunResult, RunResult]; readonly order: string } {
    const both = [new Parked(this.core, a), new Parked(this.core, b)] as const;
    const draw = drawFrom(seed);
    let order = '';
    try {
      for (const one of both) {
        one.execution.patient = { answers: false, locks: true };
        one.start();
      }
      for (const one of both) advance(one);
      for (;;) {
        const open = both.filter((one) => one.result === null);
        if (open.length === 0) break;
        for (const one of open) unblock(one, both[one === both[0] ? 1 : 0]);
        const ready = open.filter((one) => !one.blocked && one.result === null);
        if (ready.length === 0) {
          giveUp(open);
          continue;
        }
        const next = ready[Math.floor(draw() * ready.length)]!;
        const served = next.serve();
        if (served === 'lock') next.blocked = true;
        else if (served === 'answer')
          throw new Error('Interleaved executions have nobody to ask: queue answers first');
        else {
          order += next === both[0] ? 'a' : 'b';
          advance(next);
        }
      }
    } finally {
      for (const one of both) one.abandon();
      resetZone();
    }
    return { results: [both[0].result!, both[1].result!], order };
  }

  /** One execution, parked at every question until the person answered. */
  async runAsking(request: RunRequest, ask: (question: Question) => Promise<Answer>): Promise<RunResult> {
    const one = new Parked(this.core, request);
    try {
      one.execution.patient = { answers: true, locks: false };
      one.start();
      while (one.result === null) {
        // oxlint-disable-next-line no-await-in-loop -- a script asks one thing after the other
        if (!one.take(await one.worker.nextLater())) continue;
        while (one.pending !== null) {
          if (one.serve() !== 'answer') continue;
          // oxlint-disable-next-line no-await-in-loop -- a script asks one thing after the other
          const answer = await ask(one.execution.question!);
          this.core.answers.unshift(answer);
        }
      }
    } finally {
      resetZone();
    }
    return one.result;
  }

  close(): void {
    endIdleWorkers();
  }
}

/** Lets it run until it is parked at a call or done. */
function advance(one: Parked): void {
  while (one.result === null && one.pending === null) one.take(one.worker.next());
}

/** A waiting execution goes on when the lock is free, or when the other's time has passed its patience. */
function unblock(one: Parked, other: Parked): void {
  const wait = one.execution.lockWait;
  if (!one.blocked || !wait) return;
  const free = !one.execution.core.locks.has(wait.name);
  const otherMs = other.execution.now() - one.execution.startedAt;
  if (!free && other.result === null && otherMs < wait.until) return;
  one.blocked = false;
  const untilMs = free ? Math.min(otherMs, wait.until) : wait.until;
  one.pass(Math.max(0, untilMs - one.execution.elapsedMs));
}

/** All wait for one another: the one whose patience ends first goes on without the lock. */
function giveUp(open: readonly Parked[]): void {
  const first = [...open].sort((a, b) => a.execution.lockWait!.until - b.execution.lockWait!.until)[0]!;
  first.blocked = false;
  first.pass(Math.max(0, first.execution.lockWait!.until - first.execution.elapsedMs));
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

/** Workers set the zone of the whole process. */
function resetZone(): void {
  if (ownZone === undefined) delete realProcess.env['TZ'];
  else realProcess.env['TZ'] = ownZone;
}
