import {
  MessageChannel,
  type MessagePort,
  SHARE_ENV,
  Worker,
  receiveMessageOnPort,
} from 'node:worker_threads';
import type { ProjectRecord } from '../state';
import type { Entry, RealmSetup } from './port';
import { PRELUDE_SOURCE } from './vm-realm';
import { type WorkerAsk, type WorkerRun, workerMain } from './worker-main';

/** A realm in a thread of its own: between two questions it runs, while one is unanswered it is parked. */
export class RealmWorker {
  private readonly port: MessagePort;
  private readonly flags: Int32Array;
  private readonly worker: Worker;
  private readonly sent = new Map<string, readonly unknown[]>();

  constructor() {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(8);
    this.port = port1;
    this.flags = new Int32Array(signal);
    this.worker = new Worker(`(${workerMain.toString()})(require)`, {
      eval: true,
      // The zone of a program is set in the worker's own environment, which reaches V8 only when it is the process's.
      env: SHARE_ENV,
      workerData: { port: port2, signal, prelude: PRELUDE_SOURCE },
      transferList: [port2],
    });
    this.worker.unref();
    this.port.unref();
  }

  /** Begins a program; its first question can then be awaited. */
  start(project: ProjectRecord, setup: RealmSetup, entry: Entry): void {
    const code = project.files.filter((file) => file.type === 'code');
    const known = this.sent.get(project.id);
    const isNew = known === undefined || known !== project.files;
    if (isNew) this.sent.set(project.id, project.files);
    const message: WorkerRun = {
      key: project.id,
      ...(isNew ? { files: code.map(({ name, source }) => ({ name, source })) } : {}),
      timeZone: project.manifest.timeZone,
      setup,
      entry,
    };
    this.answer(message);
  }

  answer(message: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    this.port.postMessage(message);
    Atomics.add(this.flags, 0, 1);
    Atomics.notify(this.flags, 0);
  }

  /** The next question; this thread sleeps until it comes. */
  next(): WorkerAsk {
    for (;;) {
      const seen = Atomics.load(this.flags, 1);
      const got = receiveMessageOnPort(this.port) as { message: WorkerAsk } | undefined;
      if (got) return got.message;
      if (this.lookFor(seen)) continue;
      if (Atomics.wait(this.flags, 1, seen, 60_000) === 'timed-out')
        throw new Error('A worker does not answer');
    }
  }

  /** The next question, without keeping this thread longer than most questions take to come. */
  async nextLater(): Promise<WorkerAsk> {
    for (let turn = 0; ; turn += 1) {
      const seen = Atomics.load(this.flags, 1);
      const got = receiveMessageOnPort(this.port) as { message: WorkerAsk } | undefined;
      if (got) return got.message;
      if (this.lookFor(seen)) continue;
      // Node 20 has no Atomics.waitAsync: look again after whatever else there is to do, then in a moment.
      // oxlint-disable-next-line no-await-in-loop -- one look after the other is the point
      await new Promise((resolve) => (turn < 20 ? setImmediate(resolve) : setTimeout(resolve, 1)));
    }
  }

  /** Looks a little whether something came since: quicker than being woken. */
  private lookFor(seen: number): boolean {
    for (let looks = 0; looks < 4000; looks += 1) if (Atomics.load(this.flags, 1) !== seen) return true;
    return false;
  }

  end(): void {
    void this.worker.terminate();
    this.port.close();
  }
}

/** Workers that wait for work, shared by all workspaces of the process: starting one costs more than a whole test. */
const idle: RealmWorker[] = [];

/** A worker to use; give it back with `giveBack`, unless its execution was killed: then end it. */
export function takeWorker(): RealmWorker {
  return idle.pop() ?? new RealmWorker();
}

export function giveBack(worker: RealmWorker): void {
  idle.push(worker);
}

/** Ends the workers nobody uses. */
export function endIdleWorkers(): void {
  for (const worker of idle.splice(0)) worker.end();
}
