import vm from 'node:vm';
import type { ProjectFile } from '../state';
import { compile } from './compile';
import { installClock } from './parts/clock';
import { installConsole } from './parts/console';
import { createEnums } from './parts/enums';
import { installErrors } from './parts/errors';
import { STAMPS_SOURCE } from './parts/stamps';
import { runTemplate } from './parts/template';
import { createValues } from './parts/values';
import { prelude } from './prelude';
import type { Entry, HostPort, Outcome, Realm, RealmSetup } from './port';

const PARTS = { installClock, installConsole, installErrors, createEnums, createValues, runTemplate };

/** The prelude as text, a function of host and setup: it is compiled again inside every realm, where nothing of this module exists. */
export const PRELUDE_SOURCE = `(host, setup) => (${prelude.toString()})(host, setup, {${Object.entries(PARTS)
  .map(([name, part]) => `${name}: (${part.toString()})`)
  .join(',\n')},
stamps: ${STAMPS_SOURCE}})`;

const preludeScript = new vm.Script(PRELUDE_SOURCE, { filename: 'prelude' });
const enterScript = new vm.Script(
  '(() => { const enter = globalThis[" enter"]; delete globalThis[" enter"]; enter(); })()',
  { filename: 'enter' },
);

/** The process itself; a test runner gives its tests a copy, whose zone and signals reach nobody. */
export const realProcess = vm.runInThisContext('process') as NodeJS.Process;

/** The zone of this process when nobody's script runs. */
export const ownZone = realProcess.env['TZ'];

/** A loop that never calls Google cannot be ended by the simulated clock. */
const CPU_LIMIT_MS = 600_000;

/** A program, in a realm of its own. */
export interface Program {
  readonly files: readonly ProjectFile[];
  readonly timeZone: string;
}

/**
 * Runs a program in a fresh realm: its files in order, then one function. `isDead` tells whether an interruption was the kernel's own
 * (then null is returned: no catch or finally of the script ran); otherwise what Node threw is thrown on.
 */
export function runInRealm(
  program: Program,
  port: HostPort,
  setup: RealmSetup,
  entry: (realm: Realm) => Entry,
  isDead: () => boolean,
): Outcome | null {
  const zone = realProcess.env['TZ'];
  realProcess.env['TZ'] = program.timeZone;
  try {
    const context = vm.createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
    const build = preludeScript.runInContext(context) as (host: HostPort, setup: RealmSetup) => Realm;
    const realm = build(port, setup);
    try {
      for (const file of program.files) if (file.type === 'code') killable(compile(file), context);
    } catch (error) {
      if (interrupted(error)) throw error;
      return realm.describe(error);
    }
    const made = entry(realm);
    Object.defineProperty(context, ' enter', {
      value: () => realm.enter(made),
      configurable: true,
      enumerable: false,
    });
    killable(enterScript, context);
    return realm.outcome();
  } catch (error) {
    if (interrupted(error) && isDead()) return null;
    throw error;
  } finally {
    if (zone === undefined) delete realProcess.env['TZ'];
    else realProcess.env['TZ'] = zone;
  }
}

function killable(script: vm.Script, context: vm.Context): void {
  script.runInContext(context, { breakOnSigint: true, timeout: CPU_LIMIT_MS });
}

function interrupted(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED' || code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/**
 * Ends the running script so that neither catch nor finally of it runs: V8 stops it at the signal which `breakOnSigint` listens for.
 * Called inside a host function; never returns.
 */
export function interrupt(): never {
  realProcess.kill(realProcess.pid, 'SIGINT');
  const until = Date.now() + 5_000;
  while (Date.now() < until);
  throw new Error('The signal that ends an execution was not heard');
}
