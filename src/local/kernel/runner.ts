import type { RunError, RunResult } from './api';
import type { Core } from './core';
import { call, hostPort } from './door';
import { EnumValue } from './enums';
import { Killed, RunningExecution, type ExecutionOptions, Waiting } from './execution';
import { GoogleError } from './errors';
import { HostObject } from './host';
import type { Outcome, RealmSetup, Wire } from './realm/port';
import { ScriptSyntaxError } from './realm/compile';
import { interrupt, realProcess, runInRealm } from './realm/vm-realm';
import { MIME_TYPES } from './mime-types';

/** An execution to be made. */
export interface RunRequest extends ExecutionOptions {
  readonly fn: string;
  /** Arguments; a function when they hold objects of this execution (an event's range). */
  readonly args: (execution: RunningExecution) => readonly unknown[];
  readonly page: boolean;
}

/** Runs one execution to its end in this thread. Mistakes of the workspace's own code are thrown. */
export function runNow(core: Core, request: RunRequest): RunResult {
  const execution = new RunningExecution(core, request);
  return begin(execution) ?? runBegun(execution, request, realmSetup(execution), call);
}

/** As `runNow`, an execution that was begun; `make` makes its calls. */
export function runBegun(
  execution: RunningExecution,
  request: RunRequest,
  setup: RealmSetup,
  make: typeof call,
): RunResult {
  const onEnd = (error: unknown): never => {
    noteEnd(execution, error);
    interrupt();
  };
  const startedAt = realProcess.hrtime.bigint();
  let outcome: Outcome | null;
  try {
    outcome = runInRealm(
      { files: execution.project.files, timeZone: execution.project.manifest.timeZone },
      hostPort(execution, onEnd, make),
      setup,
      () => ({ fn: request.fn, args: wireArgs(execution, request), page: request.page }),
      () => execution.deadOf !== null,
    );
  } catch (error) {
    if (!(error instanceof ScriptSyntaxError)) {
      leave(execution);
      throw error;
    }
    outcome = { ok: false, name: error.name, message: error.message, stack: '' };
  }
  return conclude(execution, request, outcome, Number(realProcess.hrtime.bigint() - startedAt) / 1e6);
}

/** Takes the execution up among those running, unless Google refuses one more. */
export function begin(execution: RunningExecution): RunResult | null {
  const { core } = execution;
  const same = [...core.running].filter((one) => one.effectiveUser === execution.effectiveUser).length;
  const ofScript = [...core.running].filter((one) => one.project.id === execution.project.id).length;
  if (
    same >= core.limits.simultaneousExecutionsPerUser ||
    ofScript >= core.limits.simultaneousExecutionsPerScript
  ) {
    return failed(execution, {
      name: 'Exception',
      message: 'There are too many scripts running simultaneously for this Google user account.',
    });
  }
  core.running.add(execution);
  return null;
}

/** Marks why an execution ended at once; a mistake of ours is kept for whoever called `run`. */
export function noteEnd(execution: RunningExecution, error: unknown): void {
  if (error instanceof Killed) return;
  execution.bug =
    error instanceof Waiting ? new Error('An execution waits for others, and there are none') : error;
  execution.deadOf = 'A mistake of the workspace itself';
}

export function wireArgs(execution: RunningExecution, request: RunRequest): Wire[] {
  return request.args(execution).map((arg) => execution.handles.pack(arg));
}

/** What the realm of this execution is made with. */
export function realmSetup(execution: RunningExecution): RealmSetup {
  const { catalogue } = execution.core;
  const symbols = execution.project.manifest.advanced;
  return {
    now: execution.now(),
    seed: Math.floor(execution.random() * 4_294_967_296) | 0,
    services: [
      ...Object.keys(catalogue.globals).filter((name) => name !== 'Ui'),
      ...symbols.filter((one) => one.serviceId in catalogue.advanced).map((one) => one.userSymbol),
    ],
    missing: {
      ...catalogue.missing,
      ...Object.fromEntries(
        symbols
          .filter((one) => !(one.serviceId in catalogue.advanced))
          .map((one) => [one.userSymbol, one.userSymbol]),
      ),
    },
    constants: { MimeType: MIME_TYPES },
  };
}

/** Ends an execution: what was kept back is carried out (or lost, if it was killed), locks are freed, time has passed. */
export function conclude(
  execution: RunningExecution,
  request: RunRequest,
  outcome: Outcome | null,
  cpuMs: number,
): RunResult {
  const dead = execution.deadOf;
  let error: RunError | null = outcome && !outcome.ok ? errorOf(outcome) : null;
  if (dead !== null) execution.dropPending();
  else {
    try {
      execution.flush();
    } catch (thrown) {
      if (thrown instanceof GoogleError) error ??= { name: thrown.name, message: thrown.message };
      else if (!(thrown instanceof Killed)) {
        leave(execution);
        throw thrown;
      }
    }
  }
  leave(execution);
  if (execution.bug !== null) throw execution.bug;
  const killed = execution.deadOf;
  if (killed !== null) error = { name: 'Exception', message: killed };
  if (error && request.page) error = { ...error, name: 'ScriptError' };
  return {
    ok: error === null,
    ...(error === null ? { value: valueOf(execution, outcome) } : { error }),
    calls: execution.report(),
    simulatedMs: execution.elapsedMs,
    sleptMs: execution.sleptMs,
    cpuMs,
    logs: execution.logs,
    ui: execution.effects,
    notEmulated: [...execution.notEmulated],
    ...(killed === null ? {} : { killed: true as const }),
  };
}

function leave(execution: RunningExecution): void {
  execution.releaseLocks();
  execution.end();
  execution.core.running.delete(execution);
  execution.passOn();
}

/** The result of an execution that was never begun. */
export function failed(execution: RunningExecution, error: RunError): RunResult {
  return {
    ok: false,
    error,
    calls: execution.report(),
    simulatedMs: 0,
    sleptMs: 0,
    cpuMs: 0,
    logs: [],
    ui: [],
    notEmulated: [],
  };
}

function errorOf(outcome: Extract<Outcome, { ok: false }>): RunError {
  return {
    name: outcome.name,
    message: outcome.message,
    ...(outcome.stack === '' ? {} : { stack: outcome.stack }),
  };
}

/** The returned value, made of the host's own arrays and objects; objects of services by their type's name. */
function valueOf(execution: RunningExecution, outcome: Outcome | null): unknown {
  if (!outcome?.ok) return undefined;
  return outside(execution.handles.unpack(outcome.value));
}

function outside(value: unknown): unknown {
  if (value instanceof EnumValue) return value.name;
  if (value instanceof HostObject) return `[object ${value.constructor.name}]`;
  if (Array.isArray(value)) return value.map(outside);
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, outside(part)]));
  }
  return value;
}
