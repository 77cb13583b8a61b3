import type { Fault } from './api';

type CallFault = Extract<Fault, { do: 'refuse' | 'effectThenError' | 'kill' }>;
type TriggerFault = Extract<Fault, { at: 'trigger' }>;

interface Waiting<F extends Fault> {
  readonly fault: F;
  /** Calls of the fault's kind still to go before it strikes. */
  skip: number;
  left: number;
}

const SERVER_ERROR = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Faults and interruptions to come, counted by service call over all executions. */
export class FaultQueue {
  private calls: Waiting<CallFault>[] = [];
  private events: Waiting<TriggerFault>[] = [];
  private interruptions: { skip: number; act: () => void }[] = [];

  replace(faults: readonly Fault[]): void {
    this.calls = [];
    this.events = [];
    for (const fault of faults) {
      const left = fault.times ?? 1;
      if (isTriggerFault(fault)) this.events.push({ fault, skip: 0, left });
      else
        this.calls.push({
          fault,
          skip: (typeof fault.at === 'number' ? fault.at : (fault.nth ?? 1)) - 1,
          left,
        });
    }
  }

  /** Something to happen just before the n-th counted call from now (1 = the next). */
  interrupt(n: number, act: () => void): void {
    this.interruptions.push({ skip: n - 1, act });
  }

  /** To be told of every counted call before it is made: runs what happens in between, then names the fault that strikes it. */
  beforeCall(name: string): { readonly do: CallFault['do']; readonly message: string } | null {
    const due = this.interruptions.filter((one) => one.skip === 0);
    this.interruptions = this.interruptions.filter((one) => one.skip > 0);
    for (const one of this.interruptions) one.skip -= 1;
    for (const one of due) one.act();
    let struck: CallFault | null = null;
    for (const one of this.calls) {
      if (typeof one.fault.at === 'string' && one.fault.at !== name) continue;
      if (one.skip > 0) one.skip -= 1;
      else if (struck === null) {
        struck = one.fault;
        one.left -= 1;
      }
    }
    this.calls = this.calls.filter((one) => one.left > 0);
    if (struck === null) return null;
    const killed = struck.do === 'kill' ? 'Exceeded maximum execution time' : SERVER_ERROR;
    return { do: struck.do, message: struck.message ?? killed };
  }

  /** The fault of the next trigger event, if one waits. */
  nextEvent(): TriggerFault | null {
    const next = this.events[0];
    if (!next) return null;
    next.left -= 1;
    if (next.left === 0) this.events.shift();
    return next.fault;
  }
}

function isTriggerFault(fault: Fault): fault is TriggerFault {
  return fault.at === 'trigger';
}
