import type { Entry, HostPort, Outcome, Realm, RealmSetup, TypeShape, Wire } from './port';

/**
 * Builds, inside a script's own realm, everything the script gets from Google: services, enumerations, errors, the clock, chance and
 * console. It is turned into text and compiled in each fresh context, so it may use nothing but its arguments and the language; and
 * nothing the host hands over may reach the script as it is.
 */
export function prelude(host: HostPort, setup: RealmSetup): Realm {
  const global = globalThis as unknown as Record<string, unknown>;
  const { defineProperty, create, keys } = Object;
  const objectPrototype = Object.prototype;
  const { isArray } = Array;
  const RealError = Error;
  const RealTypeError = TypeError;
  const RealDate = Date;
  const evaluate = eval;
  const RealFunction = Function;
  const tagOf = (value: object): string => objectPrototype.toString.call(value);
  const construct = Reflect.construct;
  const hidden = (target: object, name: string, value: unknown): void => {
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  };

  // ---- the clock and chance --------------------------------------------------------------------------------------------------
  let now = setup.now;
  let looks = 0;
  // A loop that waits for the clock without calling Google would never end: after many looks the clock moves by itself.
  const look = (): number => {
    looks += 1;
    if (looks > 100_000) now += 1;
    return now;
  };
  const FakeDate = function (this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new RealDate(look()).toString();
    return construct(RealDate, args.length === 0 ? [look()] : args, new.target);
  };
  defineProperty(FakeDate, 'name', { value: 'Date', configurable: true });
  defineProperty(FakeDate, 'length', { value: 7, configurable: true });
  hidden(FakeDate, 'now', { now: () => look() }.now);
  hidden(FakeDate, 'parse', RealDate.parse);
  hidden(FakeDate, 'UTC', RealDate.UTC);
  defineProperty(FakeDate, 'prototype', { value: RealDate.prototype, writable: false });
  hidden(RealDate.prototype, 'constructor', FakeDate);
  hidden(global, 'Date', FakeDate);
  let seed = setup.seed | 0;
  hidden(
    Math,
    'random',
    {
      random: () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
      },
    }.random,
  );

  // ---- errors ----------------------------------------------------------------------------------------------------------------
  const framesOf = (frames: NodeJS.CallSite[]): string[] =>
    frames
      .filter((frame) => {
        const file = frame.getFileName();
        return typeof file === 'string' && file.startsWith('script:');
      })
      .map((frame) => {
        const place = `${String(frame.getFileName()).slice(7)}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
        const name = frame.getFunctionName();
        return name ? `    at ${name} (${place})` : `    at ${place}`;
      });
  hidden(RealError, 'prepareStackTrace', (error: unknown, frames: NodeJS.CallSite[]): string =>
    [String(error), ...framesOf(frames)].join('\n'),
  );
  const makeError = (name: string, message: string, details?: Wire): Error => {
    const error = new RealError(message);
    hidden(error, 'name', name);
    if (details !== undefined) {
      const more = unpack(details) as Record<string, unknown>;
      for (const key of keys(more)) (error as unknown as Record<string, unknown>)[key] = more[key];
    }
    return error;
  };
  const notEmulated = (name: string): Error => {
    host.notEmulated(name);
    return makeError('NotEmulatedError', name);
  };

  // ---- enumerations ----------------------------------------------------------------------------------------------------------
  const enumPlaces = new WeakMap<object, { type: string; name: string; ordinal: number }>();
  const enums = new Map<string, Record<string, object>>();
  const place = (value: object): { type: string; name: string; ordinal: number } => {
    const found = enumPlaces.get(value);
    if (!found) throw new RealTypeError('Not a value of an enumeration');
    return found;
  };
  const enumMethods = {
    toString(this: object) {
      return place(this).name;
    },
    name(this: object) {
      return place(this).name;
    },
    ordinal(this: object) {
      return place(this).ordinal;
    },
    compareTo(this: object, other: object) {
      return place(this).ordinal - place(other).ordinal;
    },
    toJSON(this: object) {
      return place(this).name;
    },
  };
  const enumPrototype = {};
  for (const name of keys(enumMethods))
    hidden(enumPrototype, name, enumMethods[name as keyof typeof enumMethods]);
  const enumOf = (type: string): Record<string, object> => {
    let made = enums.get(type);
    if (!made) {
      made = {};
      const names = host.enumNames(type);
      for (let at = 0; at < names.length; at += 1) {
        const value = create(enumPrototype) as object;
        enumPlaces.set(value, { type, name: names[at]!, ordinal: at });
        made[names[at]!] = value;
      }
      enums.set(type, made);
    }
    return made;
  };

  // ---- values across the border ----------------------------------------------------------------------------------------------
  const handles = new Map<number, object>();
  const numbers = new WeakMap<object, number>();
  const prototypes = new Map<string, object>();

  const unpackList = (list: Wire[]): unknown[] => {
    const length = list.length;
    const out: unknown[] = [];
    for (let at = 0; at < length; at += 1) {
      const value = list[at];
      out[at] = typeof value !== 'object' || value === null ? value : unpack(value);
    }
    return out;
  };
  function unpack(value: Wire): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return unpackList(value);
    if (tagOf(value) === '[object Date]') return new RealDate(RealDate.prototype.getTime.call(value));
    if ('h' in value) return handle(value.h, value.t);
    if ('e' in value) return enumOf(value.e)[value.n];
    if ('o' in value) {
      const out: Record<string, unknown> = {};
      for (const key of keys(value.o)) {
        defineProperty(out, key, {
          value: unpack(value.o[key]),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return out;
    }
    return undefined;
  }

  const packList = (list: unknown[], depth: number): Wire[] => {
    const length = list.length;
    const out: Wire[] = [];
    for (let at = 0; at < length; at += 1) {
      const value = list[at];
      const type = typeof value;
      out[at] =
        type === 'string' || type === 'number' || type === 'boolean' || value === null || value === undefined
          ? (value as Wire)
          : pack(value, depth);
    }
    return out;
  };
  function pack(value: unknown, depth: number): Wire {
    if (value === null || value === undefined) return value;
    switch (typeof value) {
      case 'string':
      case 'number':
      case 'boolean':
        return value;
      case 'bigint':
        return Number(value);
      case 'function':
      case 'symbol':
        return { x: typeof value };
      default:
    }
    const object = value as object;
    if (depth > 60) throw new RealTypeError('Converting circular structure');
    const number = numbers.get(object);
    if (number !== undefined) return { h: number, t: '' };
    const enumeration = enumPlaces.get(object);
    if (enumeration) return { e: enumeration.type, n: enumeration.name };
    if (isArray(object)) return packList(object, depth + 1);
    const tag = tagOf(object);
    if (tag === '[object Date]') return new RealDate((object as Date).getTime());
    if (ArrayBuffer.isView(object) && tag !== '[object DataView]') {
      return packList(Array.from(object as unknown as ArrayLike<number>), depth + 1);
    }
    if (tag === '[object String]' || tag === '[object Number]' || tag === '[object Boolean]') {
      return (object as unknown as { valueOf(): string }).valueOf();
    }
    const out: Record<string, Wire> = create(null) as Record<string, Wire>;
    for (const key of keys(object)) out[key] = pack((object as Record<string, unknown>)[key], depth + 1);
    return { o: out };
  }

  // ---- services and their objects --------------------------------------------------------------------------------------------
  function invoke(target: object, type: string, method: string, args: unknown[]): unknown {
    const number = numbers.get(target);
    if (number === undefined) throw new RealTypeError(`${type}.${method} was called on something else`);
    const packed = packList(args, 0);
    let answer;
    try {
      answer = host.call(number, method, packed);
    } catch {
      // An error of the host's own realm must not reach the script; all that can come here is a full stack.
      throw new RangeError('Maximum call stack size exceeded');
    }
    now = answer.now;
    looks = 0;
    if (answer.ok) return unpack(answer.value);
    if (answer.name === 'NotEmulatedError') throw notEmulated(answer.message);
    throw makeError(answer.name, answer.message, answer.details);
  }

  /** The members of a type. What `own` names exists; the rest of Google's throws by name. */
  const dress = (target: object, name: string, shape: TypeShape): void => {
    for (const method of shape.methods) {
      if (method.startsWith('__')) continue;
      hidden(
        target,
        method,
        {
          [method](this: object, ...args: unknown[]) {
            return method === 'evaluate' && name === 'HtmlTemplate'
              ? evaluateTemplate(this)
              : invoke(this, name, method, args);
          },
        }[method],
      );
    }
    for (const property of shape.properties) {
      defineProperty(target, property, {
        get(this: object) {
          return invoke(this, name, property, []);
        },
        configurable: true,
        enumerable: false,
      });
    }
    for (const method of shape.missingMethods) {
      hidden(
        target,
        method,
        {
          [method]() {
            throw notEmulated(`${name}.${method}`);
          },
        }[method],
      );
    }
    for (const property of shape.missingProperties) {
      defineProperty(target, property, {
        get() {
          throw notEmulated(`${name}.${property}`);
        },
        configurable: true,
        enumerable: false,
      });
    }
    for (const property of keys(shape.enums)) {
      defineProperty(target, property, {
        get: () => enumOf(shape.enums[property]!),
        configurable: true,
        enumerable: false,
      });
    }
    if (!shape.methods.includes('toString')) hidden(target, 'toString', { toString: () => name }.toString);
  };
  const prototypeOf = (type: string): object => {
    let made = prototypes.get(type);
    if (!made) {
      made = {};
      prototypes.set(type, made);
      dress(made, type, host.shape(type));
    }
    return made;
  };
  function handle(number: number, type: string): object {
    let made = handles.get(number);
    if (!made) {
      made = create(prototypeOf(type)) as object;
      handles.set(number, made);
      numbers.set(made, number);
    }
    return made;
  }
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
  for (const name of setup.services) lazily(name, () => unpack(host.service(name)));
  for (const name of keys(setup.missing)) {
    lazily(name, () => {
      const made = {};
      dress(made, name, host.shape(setup.missing[name]!));
      return made;
    });
  }
  for (const name of keys(setup.constants)) lazily(name, () => ({ ...setup.constants[name] }));

  const ENTITIES: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&#34;',
    "'": '&#39;',
  };
  /** What `<?= ?>` prints, by where it stands: text and attributes of HTML, or a script. */
  const escaped = (context: string, value: unknown): string => {
    const text = value === null || value === undefined ? '' : String(value);
    if (context !== 'script') return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
    if (typeof value === 'number' || typeof value === 'boolean') return text;
    return text.replace(
      /[\\'"<>&\n\r\u2028\u2029\/]/g,
      (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  };
  // A template runs in the script's realm: it sees the script's functions and what the script hung on the template.
  function evaluateTemplate(template: object): unknown {
    const code = invoke(template, 'HtmlTemplate', 'getCode', []) as string;
    const names = keys(template);
    let html = '';
    let printed = 0;
    const output = {
      _append(text: unknown): void {
        html += text === null || text === undefined ? '' : String(text);
        printed += 1;
      },
      text(text: string): void {
        html += text;
      },
    };
    const run = new RealFunction('output', '__escape', ...names, code) as (...args: unknown[]) => void;
    run(output, escaped, ...names.map((name) => (template as Record<string, unknown>)[name]));
    return invoke(template, 'HtmlTemplate', '__evaluated', [html, printed]);
  }

  // ---- console ---------------------------------------------------------------------------------------------------------------
  const shown = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof RealError) return value.stack ?? String(value);
    if (numbers.has(value) || enumPlaces.has(value)) return String(value);
    try {
      return JSON.stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  };
  const formatted = (values: unknown[]): string => {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || !first.includes('%')) return values.map(shown).join(' ');
    let used = 0;
    const text = first.replace(/%[sdifoOj%]/g, (sign) => {
      if (sign === '%%') return '%';
      if (used >= rest.length) return sign;
      const value = rest[used];
      used += 1;
      if (sign === '%d' || sign === '%i') return String(Math.trunc(Number(value)));
      return sign === '%f' ? String(Number(value)) : shown(value);
    });
    return [text, ...rest.slice(used).map(shown)].join(' ');
  };
  const console: Record<string, unknown> = {};
  const starts = new Map<string, number>();
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    console[level] = {
      [level](...values: unknown[]) {
        host.log(level, formatted(values));
      },
    }[level];
  }
  console['time'] = (label: unknown) => void starts.set(String(label), now);
  console['timeEnd'] = (label: unknown) => {
    const start = starts.get(String(label));
    if (start !== undefined) host.log('log', `${String(label)}: ${now - start}ms`);
  };
  hidden(global, 'console', console);
  const logger = {};
  let logged = '';
  const loggerMethods: Record<string, (...values: unknown[]) => unknown> = {
    log(...values) {
      const line = formatted(values);
      logged += `${line}\n`;
      host.log('info', line);
      return logger;
    },
    getLog: () => logged,
    clear() {
      logged = '';
    },
    toString: () => 'Logger',
  };
  for (const name of keys(loggerMethods)) hidden(logger, name, loggerMethods[name]);
  hidden(global, 'Logger', logger);

  // ---- entering the script ---------------------------------------------------------------------------------------------------
  let outcome: Outcome = { ok: true, value: undefined };
  const describe = (error: unknown): Outcome => {
    if (error instanceof RealError || (typeof error === 'object' && error !== null && 'message' in error)) {
      const one = error as Error;
      return {
        ok: false,
        name: String(one.name),
        message: String(one.message),
        stack: String(one.stack ?? ''),
      };
    }
    let text = 'undefined';
    try {
      text = String(error);
    } catch {
      text = 'An object without a text';
    }
    return { ok: false, name: 'Error', message: text, stack: '' };
  };
  /** A returned value as google.script.run brings it to a page. Google's page gets a function as its source. */
  const forPage = (value: unknown, depth: number): Wire => {
    if (value === undefined || value === null) return null;
    if (typeof value === 'function') return RealFunction.prototype.toString.call(value);
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value !== 'object') {
      if (typeof value === 'string' || typeof value === 'boolean') return value;
      throw new RealTypeError(`A ${typeof value} cannot be returned to a page`);
    }
    if (depth > 60) throw new RealTypeError('Converting circular structure');
    if (isArray(value)) return value.map((one) => forPage(one, depth + 1));
    const enumeration = enumPlaces.get(value);
    if (enumeration) return enumeration.name;
    // Sources tell of a failure and of null; a page that counts on either is wrong, so it is refused aloud [facts 6].
    if (tagOf(value) === '[object Date]') throw new RealTypeError('A Date cannot be returned to a page');
    if (numbers.has(value)) throw new RealTypeError(`${String(value)} cannot be returned to a page`);
    const out: Record<string, Wire> = create(null) as Record<string, Wire>;
    for (const key of keys(value)) {
      const part = (value as Record<string, unknown>)[key];
      if (part !== undefined) out[key] = forPage(part, depth + 1);
    }
    return { o: out };
  };
  const finish = (value: unknown, page: boolean): void => {
    try {
      outcome = { ok: true, value: page ? forPage(value, 0) : pack(value, 0) };
    } catch (error) {
      outcome = describe(error);
    }
  };
  const enter = (entry: Entry): void => {
    try {
      const fn: unknown = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(entry.fn)
        ? evaluate(`typeof ${entry.fn.split('.')[0]} === 'undefined' ? undefined : ${entry.fn}`)
        : undefined;
      if (typeof fn !== 'function' || (entry.page && entry.fn.includes('.'))) {
        throw makeError('ScriptError', `Script function not found: ${entry.fn}`);
      }
      const value: unknown = (fn as (...args: unknown[]) => unknown)(...unpackList(entry.args));
      if (typeof value === 'object' && value !== null && tagOf(value) === '[object Promise]') {
        outcome = {
          ok: false,
          name: 'Error',
          message: 'A promise that nothing will ever settle was returned',
          stack: '',
        };
        (value as Promise<unknown>).then(
          (settled) => finish(settled, entry.page),
          (error: unknown) => {
            outcome = describe(error);
          },
        );
      } else finish(value, entry.page);
    } catch (error) {
      outcome = describe(error);
    }
  };
  return { enter, outcome: () => outcome, describe };
}
