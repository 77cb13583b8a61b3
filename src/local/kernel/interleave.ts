import type { RunResult } from './api';
import type { Core } from './core';
import { RunningExecution } from './execution';
import type { Answer, Question } from './execution-types';
import { Pair } from './pair';
import { Parked } from './parked';
import { ownZone, realProcess } from './realm/vm-realm';
import { endIdleWorkers } from './realm/worker-pool';
import { type RunRequest, begin, realmSetup, runBegun } from './runner';

/** Executions that are parked at their calls: two at once, or one that waits for a person. */
export class Interleaver {
  constructor(private readonly core: Core) {}

  /** Two executions, one call at a time, the next one drawn by `seed`. `order`: who made each call. */
  run(
    a: RunRequest,
    b: RunRequest,
    seed: number,
  ): { readonly results: readonly [RunResult, RunResult]; readonly order: string } {
    const first = new RunningExecution(this.core, a);
    const second = new Parked(this.core, b);
    first.patient = { answers: false, locks: true };
    second.execution.patient = first.patient;
    const pair = new Pair(first, second, seed);
    try {
      const refused = begin(first);
      const setup = realmSetup(first);
      second.start();
      // Programs of one zone load side by side; the zone of the process can be one only.
      if (a.project.manifest.timeZone !== b.project.manifest.timeZone) second.advance();
      const result = refused ?? runBegun(first, a, setup, (...args) => pair.makeFirst(...args));
      return { results: [pair.endFirst(result), second.result!], order: pair.order };
    } finally {
      second.abandon();
      resetZone();
    }
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

/** Workers set the zone of the whole process. */
function resetZone(): void {
  if (ownZone === undefined) delete realProcess.env['TZ'];
  else realProcess.env['TZ'] = ownZone;
}
