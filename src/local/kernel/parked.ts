import type { RunResult } from './api';
import type { Core } from './core';
import { call } from './door';
import { enumValues } from './enums';
import { shapeOf } from './catalogue';
import { Killed, RunningExecution, Waiting } from './execution';
import type { Outcome } from './realm/port';
import { type RealmWorker, giveBack, takeWorker } from './realm/worker-pool';
import type { WorkerAsk } from './realm/worker-main';
import { type RunRequest, begin, conclude, noteEnd, realmSetup, wireArgs } from './runner';

type Call = Extract<WorkerAsk, { op: 'call' }>;

/** An execution in a worker, parked at a call (or done). */
export class Parked {
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

  /** Lets it run until it is parked at a call or done. */
  advance(): void {
    while (this.result === null && this.pending === null) this.take(this.worker.next());
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
