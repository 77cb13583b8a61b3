import { type RunningExecution, Waiting } from '../kernel/execution';
import {
  type Emulated,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
} from '../kernel/host';

/** One lock; held by an execution, whichever of its Lock objects asked. Lost at the end of the execution and at every alert. */
class LockObject
  extends HostObject
  implements Emulated<GoogleAppsScript.Lock.Lock, 'hasLock' | 'tryLock' | 'waitLock' | 'releaseLock'>
{
  constructor(
    execution: Execution,
    private readonly name: string,
  ) {
    super(execution);
  }

  hasLock(): boolean {
    return this.running.core.locks.get(this.name) === this.running;
  }

  tryLock(timeoutInMillis: number): boolean {
    const { running } = this;
    const { locks } = running.core;
    if (timeoutInMillis < 0) return this.hasLock();
    const holder = locks.get(this.name);
    if (holder === undefined || holder === running) {
      running.lockWait = null;
      locks.set(this.name, running);
      return true;
    }
    running.lockWait ??= { name: this.name, until: running.elapsedMs + timeoutInMillis };
    const { until } = running.lockWait;
    if (running.patient.locks && running.elapsedMs < until) throw new Waiting('lock');
    // Nobody else can go on while this execution waits: its time passes, and the lock is as far away as before.
    running.lockWait = null;
    running.pass(Math.max(0, until - running.elapsedMs));
    return false;
  }

  waitLock(timeoutInMillis: number): void {
    if (this.tryLock(timeoutInMillis)) return;
    throw new GoogleError('Exception', 'Lock timeout: another process was holding the lock for too long.');
  }

  releaseLock(): void {
    if (this.hasLock()) this.running.core.locks.delete(this.name);
  }

  private get running(): RunningExecution {
    return this.execution as RunningExecution;
  }
}

class LockServiceObject
  extends HostObject
  implements Emulated<GoogleAppsScript.Lock.LockService, 'getScriptLock' | 'getUserLock'>
{
  getScriptLock(): LockObject {
    return new LockObject(this.execution, `script:${this.execution.project.id}`);
  }

  getUserLock(): LockObject {
    return new LockObject(
      this.execution,
      `user:${this.execution.project.id}:${this.execution.effectiveUser}`,
    );
  }

  /** null outside a document, whatever Google's types say [facts 8]. */
  getDocumentLock(): LockObject | null {
    const { container, project } = this.execution;
    return container ? new LockObject(this.execution, `document:${project.id}:${container.id}`) : null;
  }
}

const uncounted = { counted: false } as const;
const asked = { latency: 'Lock.tryLock' } as const;

/** LockService: locks of the script, of the document, of the user; all of one project only. */
export const lockModule: ServiceModule = {
  types: [
    defineType({
      name: 'LockService',
      google: 'Lock.LockService',
      class: LockServiceObject,
      methods: { getScriptLock: uncounted, getUserLock: uncounted, getDocumentLock: uncounted },
    }),
    defineType({
      name: 'Lock',
      google: 'Lock.Lock',
      fullName: 'LockService.Lock',
      class: LockObject,
      methods: { hasLock: uncounted, tryLock: asked, waitLock: asked, releaseLock: asked },
    }),
  ],
  globals: { LockService: (execution) => new LockServiceObject(execution) },
};
