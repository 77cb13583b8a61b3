import type nodeVm from 'node:vm';
import type nodeWorkers from 'node:worker_threads';
import type { Entry, HostPort, Outcome, Realm, RealmSetup } from './port';

/** What the main thread asks of a worker: run this. `files` only the first time a worker meets this code. */
export interface WorkerRun {
  readonly key: string;
  readonly files?: readonly { readonly name: string; readonly source: string }[];
  readonly timeZone: string;
  readonly setup: RealmSetup;
  readonly entry: Entry;
}

/** What a worker asks of the main thread. Only `call`, `service`, `shape` and `enumNames` wait for an answer. */
export type WorkerAsk =
  | { readonly op: 'call'; readonly args: Parameters<HostPort['call']> }
  | { readonly op: 'service' | 'shape' | 'enumNames' | 'notEmulated'; readonly args: [string] }
  | { readonly op: 'log'; readonly args: [string, string] }
  | { readonly op: 'done'; readonly outcome: Outcome; readonly cpuMs: number };

/**
 * The whole of a worker: runs programs in realms of its own, each call to Google a question to the main thread, during which the worker
 * sleeps. Turned into text and run by itself, so it may use nothing of this module.
 */
export function workerMain(need: NodeJS.Require): void {
  const { workerData, receiveMessageOnPort } = need('node:worker_threads') as typeof nodeWorkers;
  const vm = need('node:vm') as typeof nodeVm;
  const data = workerData as {
    port: nodeWorkers.MessagePort;
    signal: SharedArrayBuffer;
    prelude: string;
  };
  const flags = new Int32Array(data.signal);
  const preludeScript = new vm.Script(data.prelude, { filename: 'prelude' });
  const enterScript = new vm.Script(
    '(() => { const enter = globalThis[" enter"]; delete globalThis[" enter"]; enter(); })()',
    { filename: 'enter' },
  );
  const programs = new Map<string, nodeVm.Script[]>();
  const remembered = new Map<string, unknown>();

  let zone = '';

  const receive = (): unknown => {
    for (;;) {
      const seen = Atomics.load(flags, 0);
      const got = receiveMessageOnPort(data.port) as { message: unknown } | undefined;
      if (got) return got.message;
      // The answer mostly comes at once: looking a little is quicker than being woken.
      let looks = 4000;
      while (looks > 0 && Atomics.load(flags, 0) === seen) looks -= 1;
      if (looks === 0) Atomics.wait(flags, 0, seen);
    }
  };
  const tell = (message: WorkerAsk): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    data.port.postMessage(message);
    Atomics.add(flags, 1, 1);
    Atomics.notify(flags, 1);
  };
  const ask = (message: WorkerAsk): unknown => {
    tell(message);
    const answer = receive();
    // The zone is the process's: another thread may have set its own meanwhile.
    if (process.env['TZ'] !== zone) process.env['TZ'] = zone;
    return answer;
  };
  // Shapes of types are the same for every execution.
  const once = (op: 'shape' | 'enumNames', name: string): unknown => {
    const key = `${op} ${name}`;
    if (!remembered.has(key)) remembered.set(key, ask({ op, args: [name] }));
    return remembered.get(key);
  };
  const port: HostPort = {
    call: (...args) => ask({ op: 'call', args }) as ReturnType<HostPort['call']>,
    service: (name) => ask({ op: 'service', args: [name] }) as ReturnType<HostPort['service']>,
    shape: (type) => once('shape', type) as ReturnType<HostPort['shape']>,
    enumNames: (type) => once('enumNames', type) as readonly string[],
    log: (level, line) => tell({ op: 'log', args: [level, line] }),
    notEmulated: (name) => tell({ op: 'notEmulated', args: [name] }),
  };

  const run = (of: WorkerRun): Outcome => {
    if (of.files) {
      programs.set(
        of.key,
        of.files.map((file) => new vm.Script(file.source, { filename: `script:${file.name}` })),
      );
    }
    zone = of.timeZone;
    process.env['TZ'] = zone;
    const context = vm.createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
    const build = preludeScript.runInContext(context) as (host: HostPort, setup: RealmSetup) => Realm;
    const realm = build(port, of.setup);
    try {
      for (const script of programs.get(of.key)!) script.runInContext(context);
    } catch (error) {
      return realm.describe(error);
    }
    Object.defineProperty(context, ' enter', { value: () => realm.enter(of.entry), configurable: true });
    enterScript.runInContext(context);
    return realm.outcome();
  };
  for (;;) {
    const message = receive() as WorkerRun;
    const start = process.hrtime.bigint();
    const outcome = run(message);
    tell({ op: 'done', outcome, cpuMs: Number(process.hrtime.bigint() - start) / 1e6 });
  }
}
