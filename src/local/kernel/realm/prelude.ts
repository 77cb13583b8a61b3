import type { installClock } from './parts/clock';
import type { installConsole } from './parts/console';
import type { createEnums } from './parts/enums';
import type { installErrors } from './parts/errors';
import type { Stamps } from './parts/stamps';
import type { runTemplate } from './parts/template';
import type { createValues } from './parts/values';
import type { Answered, Entry, HostPort, Outcome, Realm, RealmSetup, TypeShape, Wire } from './port';

/** The parts the prelude is put together from; each is compiled in the realm too. */
export interface PreludeParts {
  readonly installClock: typeof installClock;
  readonly installConsole: typeof installConsole;
  readonly installErrors: typeof installErrors;
  readonly createEnums: typeof createEnums;
  readonly createValues: typeof createValues;
  readonly stamps: Stamps;
  readonly runTemplate: typeof runTemplate;
}

/**
 * Builds, inside a script's own realm, everything the script gets from Google: services, enumerations, errors, the clock, chance and
 * console. It is turned into text and compiled in each fresh context, so it may use nothing but its arguments and the language; and
 * nothing the host hands over may reach the script as it is.
 */
export function prelude(host: HostPort, setup: RealmSetup, parts: PreludeParts): Realm {
  const global = globalThis as unknown as Record<string, unknown>;
  const { defineProperty, create, keys, getOwnPropertyNames } = Object;
  /** What the language brings: a page may call the script's functions, not eval. */
  const builtIn = new Set(getOwnPropertyNames(global));
  const RealError = Error;
  const RealTypeError = TypeError;
  const RealRangeError = RangeError;
  const RealPromise = Promise;
  const RealProxy = Proxy;
  const objectPrototype = Object.prototype;
  // oxlint-disable-next-line typescript/unbound-method -- called with `apply`
  const { hasOwnProperty: hasOwn } = objectPrototype;
  const { get: getMember, apply } = Reflect;
  const RealDate = Date;
  const toText: (value: unknown) => string = String;
  // oxlint-disable-next-line no-eval -- called under another name it sees the script's global scope, const and class included
  const evaluate = eval;
  const hidden = (target: object, name: string, value: unknown): void => {
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  };

  const { stamps } = parts;
  const handles: (object | undefined)[] = [];
  const prototypes = new Map<string, object>();
  const clock = parts.installClock(global, setup, hidden);
  parts.installErrors();
  const enums = parts.createEnums((type) => host.enumNames(type), hidden);
  const values = parts.createValues({ enums, handle, stamps, valueObject, RealDate });
  parts.installConsole(global, {
    log: (level, line) => {
      host.log(level, line);
    },
    now: () => clock.now,
    isGoogles: (value) => stamps.number(value) !== undefined || enums.place(value) !== undefined,
    hidden,
  });

  const makeError = (name: string, message: string, details?: Wire): Error => {
    const error = new RealError(message);
    hidden(error, 'name', name);
    if (details !== undefined) {
      const more = values.unpack(details) as Record<string, unknown>;
      for (const key of keys(more)) (error as unknown as Record<string, unknown>)[key] = more[key];
    }
    return error;
  };
  const notEmulated = (name: string): Error => {
    host.notEmulated(name);
    return makeError('NotEmulatedError', name);
  };

  function invoke(target: object, type: string, method: string, args: unknown[]): unknown {
    const number = stamps.number(target);
    if (typeof number !== 'number') throw new RealTypeError(`${type}.${method} was called on something else`);
    const packed = values.packList(args);
    let answer: Answered;
    try {
      answer = host.call(number, method, packed);
    } catch {
      // An error of the host's own realm must not reach the script; all that can come here is a full stack.
      throw new RealRangeError('Maximum call stack size exceeded');
    }
    clock.now = answer.now;
    clock.looks = 0;
    if (answer.ok) return values.unpack(answer.value);
    if (answer.name === 'NotEmulatedError') throw notEmulated(answer.message);
    throw makeError(answer.name, answer.message, answer.details);
  }

  /** The scriptlets run here, among the script's functions and what the script hung on the template. */
  const evaluateTemplate = (template: object): unknown => {
    const code = invoke(template, 'HtmlTemplate', 'getCode', []) as string;
    const { html, printed } = parts.runTemplate(code, template as Record<string, unknown>);
    return invoke(template, 'HtmlTemplate', '__evaluated', [html, printed]);
  };

  /** Puts one member of a type on its prototype. */
  const define = (target: object, type: string, member: string, kind: string): void => {
    const name = `${type}.${member}`;
    const method = (act: (self: object, args: unknown[]) => unknown): void => {
      const made = {
        [member](this: object, ...args: unknown[]) {
          return act(this, args);
        },
      };
      hidden(target, member, made[member]);
    };
    const getter = (get: (this: object) => unknown): void => {
      defineProperty(target, member, { get, configurable: true, enumerable: false });
    };
    if (kind === 'method') {
      method((self, args) => {
        if (name === 'HtmlTemplate.evaluate') return evaluateTemplate(self);
        const known = args.length === 0 ? stamps.known(self) : undefined;
        return known && apply(hasOwn, known, [member])
          ? values.unpack(known[member])
          : invoke(self, type, member, args);
      });
    } else if (kind === 'noMethod') {
      method(() => {
        throw notEmulated(name);
      });
    } else if (kind === 'property') {
      getter(function (this: object) {
        return invoke(this, type, member, []);
      });
    } else if (kind === 'noProperty') {
      getter(() => {
        throw notEmulated(name);
      });
    } else getter(() => enums.of(kind));
  };
  /**
   * A prototype whose members are made when they are first named: a script uses a few of the two hundred a type has. Behind the
   * prototype stands a proxy that is asked for what the prototype lacks.
   */
  const lazyPrototype = (type: string, members: TypeShape['members']): object => {
    const has = (member: string | symbol): member is string =>
      typeof member === 'string' && (apply(hasOwn, members, [member]) as boolean);
    const behind = new RealProxy(objectPrototype, {
      has: (target, member) => has(member) || member in target,
      get(target, member, receiver) {
        if (!has(member)) return getMember(target, member, receiver) as unknown;
        define(made, type, member, members[member]!);
        return getMember(made, member, receiver) as unknown;
      },
    });
    const made = create(behind) as object;
    if (!has('toString')) hidden(made, 'toString', { toString: () => type }.toString);
    else define(made, type, 'toString', 'method');
    return made;
  };
  const prototypeOf = (type: string): object => {
    let made = prototypes.get(type);
    if (!made) {
      const { name, members } = host.shape(type);
      made = lazyPrototype(name, members);
      prototypes.set(type, made);
    }
    return made;
  };
  function handle(number: number, type: string, known?: Record<string, Wire>): object {
    let made = handles[number];
    if (!made) {
      made = create(prototypeOf(type)) as object;
      handles[number] = made;
      stamps.put(made, number, known);
    }
    return made;
  }

  function valueObject(type: string, known: Record<string, Wire>): object {
    const made = create(prototypeOf(type)) as object;
    stamps.put(made, type, known);
    return made;
  }

  /** A global that is made when it is first named, and that a script may put something else in the place of. */
  const lazily = (name: string, make: () => unknown): void => {
    defineProperty(global, name, {
      get() {
        const value = make();
        hidden(global, name, value);
        return value;
      },
      set(value: unknown) {
        hidden(global, name, value);
      },
      configurable: true,
      enumerable: false,
    });
  };
  for (const name of setup.services) lazily(name, () => values.unpack(host.service(name)));
  for (const name of keys(setup.missing)) {
    lazily(name, () => create(lazyPrototype(name, host.shape(setup.missing[name]!).members)) as object);
  }
  for (const name of keys(setup.constants)) lazily(name, () => ({ ...setup.constants[name] }));

  let outcome: Outcome = { ok: true, value: undefined };
  const describe = (error: unknown): Outcome => {
    if (typeof error === 'object' && error !== null && 'message' in error) {
      const { name, message, stack } = error as Error;
      return { ok: false, name: toText(name), message: toText(message), stack: toText(stack ?? '') };
    }
    let text = 'An object without a text';
    try {
      text = toText(error);
    } catch {
      // It stays without one.
    }
    return { ok: false, name: 'Error', message: text, stack: '' };
  };
  const finish = (value: unknown, page: boolean): void => {
    try {
      outcome = { ok: true, value: page ? values.forPage(value) : values.pack(value) };
    } catch (error) {
      outcome = describe(error);
    }
  };
  const enter = (entry: Entry): void => {
    try {
      const first = entry.fn.split('.')[0]!;
      const isOurs =
        !builtIn.has(first) && (getOwnPropertyNames(global).includes(first) || !(first in global));
      const isName = isOurs && /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(entry.fn);
      const fn: unknown = isName && evaluate(`typeof ${first} === 'undefined' ? undefined : ${entry.fn}`);
      // A page reaches top-level functions only; a menu may name a method too [facts 7].
      if (typeof fn !== 'function' || (entry.page && entry.fn.includes('.'))) {
        throw makeError('ScriptError', `Script function not found: ${entry.fn}`);
      }
      const value: unknown = (fn as (...args: unknown[]) => unknown)(...values.unpackList(entry.args));
      if (!(value instanceof RealPromise)) {
        finish(value, entry.page);
        return;
      }
      outcome = { ok: false, name: 'Error', message: 'The returned promise never settles', stack: '' };
      value.then(
        (settled: unknown) => {
          finish(settled, entry.page);
        },
        (error: unknown) => {
          outcome = describe(error);
        },
      );
    } catch (error) {
      outcome = describe(error);
    }
  };
  return { enter, outcome: () => outcome, describe };
}
