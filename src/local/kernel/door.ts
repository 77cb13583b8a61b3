import { shapeOf } from './catalogue';
import { enumValues } from './enums';
import { GoogleError, NotEmulatedError } from './errors';
import { type RunningExecution, Waiting } from './execution';
import type { CallSize, CallView, HostObject, MethodFacts, TypeDefinition } from './host';
import type { Answered, HostPort, Wire } from './realm/port';
import { refusalOf } from './rights';
import { argumentsFit } from './signature';

/** Writes of fewer cells than this are kept back and charged at the flush [latency.json, Range.setValues]. */
const BUFFERED_CELLS = 20_000;

type Facts = MethodFacts<never, never>;
type View = CallView<never, never>;

/**
 * The one way from a script to a service. Here, and nowhere else: what is counted and charged, faults, scopes, auth modes, argument
 * checks, and what is done about writes kept back. Throws only Killed, Waiting, and mistakes of the workspace itself.
 */
export function call(execution: RunningExecution, handle: number, method: string, args: Wire[]): Answered {
  if (execution.deadOf !== null) execution.kill(execution.deadOf);
  const self = execution.handles.at(handle);
  const type = self && execution.typeOf(self);
  const facts = type?.methods[method];
  if (!self || !type || !facts) throw new Error(`No such call: ${type?.name}.${method}`);
  try {
    return {
      ok: true,
      value: execution.handles.pack(carryOut(execution, self, type, method, facts, args)),
      now: execution.now(),
    };
  } catch (error) {
    if (error instanceof GoogleError) {
      const details = error.details && execution.handles.pack(error.details);
      return { ok: false, name: error.name, message: error.message, details, now: execution.now() };
    }
    if (error instanceof NotEmulatedError) {
      return { ok: false, name: error.name, message: error.message, now: execution.now() };
    }
    throw error;
  }
}

function carryOut(
  execution: RunningExecution,
  self: HostObject,
  type: TypeDefinition,
  method: string,
  facts: Facts,
  wire: Wire[],
): unknown {
  const name = `${type.name}.${method}`;
  const args = execution.handles.unpack(wire) as unknown[];
  const counted = facts.counted !== false && facts.property !== true;
  // Whoever acts in between acts at the time it is here.
  if (counted) execution.passOn();
  const fault =
    counted && execution.again === null ? execution.core.faults.beforeCall(name) : execution.again;
  execution.again = null;
  if (fault?.do === 'kill') execution.kill(fault.message);
  if (fault?.do === 'refuse') {
    charge(execution, self, name, facts, { self, args, result: undefined } as unknown as View, counted);
    throw new GoogleError('Exception', fault.message);
  }
  const refusal = refusalOf(execution, type, method);
  if (refusal) throw refusal;
  if (facts.property) return (self as unknown as Record<string, unknown>)[method];
  if (!argumentsFit(type, method, args)) throw execution.badParameters(`${type.fullName}.${method}`, args);
  if (facts.store === 'read' || facts.store === 'now') execution.flush(self.fileId ?? undefined);
  if (facts.store === 'flush') execution.flush();
  let result: unknown;
  try {
    result = (self as unknown as Record<string, (...args: unknown[]) => unknown>)[method]!(...args);
  } catch (error) {
    if (error instanceof Waiting) execution.again = fault ?? { do: 'none', message: '' };
    else if (error instanceof GoogleError)
      charge(execution, self, name, facts, { self, args, result: undefined } as unknown as View, counted);
    throw error;
  }
  charge(execution, self, name, facts, { self, args, result } as unknown as View, counted);
  if (fault?.do === 'effectThenError') throw new GoogleError('Exception', fault.message);
  return result;
}

function charge(
  execution: RunningExecution,
  self: HostObject,
  name: string,
  facts: Facts,
  view: View,
  counted: boolean,
): void {
  if (!counted) return;
  // A refused call has no result to measure; it costs what an empty one does.
  const done =
    (view as { result: unknown }).result !== undefined || facts.size === undefined || facts.store === 'write';
  const line = typeof facts.latency === 'function' ? (done ? facts.latency(view) : null) : facts.latency;
  execution.count(name, facts.latency !== undefined);
  // `flush` itself was charged when there was something to flush; Google's answer to an empty one is quick.
  if (facts.store === 'flush') return;
  const size: CallSize = done ? (facts.size?.(view) ?? {}) : {};
  const costMs = execution.cost(line ?? 'default', size);
  if (facts.store === 'write' && self.fileId !== null && (size.cells ?? 0) < BUFFERED_CELLS)
    execution.payLater(self.fileId, costMs);
  else execution.pass(costMs);
}

/**
 * The door as a realm sees it. What a call throws (Killed, Waiting, a mistake of ours) goes to `onEnd`, which does not return.
 * `make`: makes a call, after whatever else has to happen before it.
 */
export function hostPort(
  execution: RunningExecution,
  onEnd: (error: unknown) => never,
  make: typeof call,
): HostPort {
  const guarded = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      // The script went too deep: the prelude makes an error of the script's own realm out of it.
      if (error instanceof RangeError && error.message.includes('call stack')) throw error;
      return onEnd(error);
    }
  };
  return {
    call: (handle, method, args) => guarded(() => make(execution, handle, method, args)),
    service: (name) => guarded(() => execution.handles.of(execution.service(name))),
    shape: (type) => guarded(() => shapeOf(execution.core.catalogue, type)),
    enumNames: (type) => guarded(() => Object.keys(enumValues(type))),
    log: (level, line) => {
      execution.log(level, line);
    },
    notEmulated: (name) => {
      execution.notEmulated.add(name);
    },
  };
}
