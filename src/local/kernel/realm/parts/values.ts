import type { Wire } from '../port';
import type { RealmEnums } from './enums';
import type { Stamps } from './stamps';

/** Values on their way in and out of the realm. */
export interface RealmValues {
  /** Makes what the host sent, out of the realm's own arrays, dates and objects. */
  unpack(value: Wire): unknown;
  unpackList(list: Wire[]): unknown[];
  pack(value: unknown): Wire;
  packList(list: unknown[]): Wire[];
  /** A returned value as google.script.run brings it to a page; throws on what it refuses. */
  forPage(value: unknown): Wire;
}

/** `handle` makes the object of a number, `valueObject` one that is nothing but its answers. */
export function createValues(of: {
  readonly enums: RealmEnums;
  readonly handle: (number: number, type: string, known?: Record<string, Wire>) => object;
  readonly valueObject: (type: string, known: Record<string, Wire>) => object;
  readonly stamps: Stamps;
  /** Date as the language has it, whose instances the workspace's Date makes too. */
  readonly RealDate: DateConstructor;
}): RealmValues {
  const { enums, handle, valueObject, stamps, RealDate } = of;
  const { create, keys, defineProperty } = Object;
  const { apply } = Reflect;
  const RealArray = Array;
  const { isArray } = Array;
  const { isFinite: isFiniteNumber } = Number;
  // All of these are kept because the script may exchange them.
  // oxlint-disable typescript/unbound-method -- they are called with `apply`
  const prototypeText = Object.prototype.toString;
  const sourceText = Function.prototype.toString;
  const { getTime } = Date.prototype;
  const { isView } = ArrayBuffer;
  const { of: listOf } = Array;
  // oxlint-enable typescript/unbound-method
  const RealTypeError = TypeError;
  const toText: (value: unknown) => string = String;
  const tagOf = (value: object): string => apply(prototypeText, value, []) as string;
  const DEEPEST = 60;
  /** More arguments than this a call may not take. */
  const WIDEST = 10_000;

  // Made at its full length at once: a large table is most of what a script ever gets.
  const unpackList = (list: Wire[]): unknown[] => {
    const { length } = list;
    const out = new RealArray<unknown>(length);
    for (let at = 0; at < length; at += 1) {
      const value = list[at];
      out[at] = typeof value !== 'object' || value === null ? value : unpack(value);
    }
    return out;
  };
  /** Copied by the language's own code, row by row: a script begins cold, and a loop of ours would cost several times as much. */
  const unpackTable = (rows: Wire[][]): unknown[][] => {
    const { length } = rows;
    const out = new RealArray<unknown[]>(length);
    for (let at = 0; at < length; at += 1) {
      const row = rows[at]!;
      out[at] = row.length > WIDEST ? unpackList(row) : (apply(listOf, RealArray, row) as unknown[]);
    }
    return out;
  };
  const unpack = (value: Wire): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) return unpackList(value);
    if ('r' in value) return unpackTable(value.r);
    if ('v' in value) return valueObject(value.v, value.k);
    if ('h' in value) return handle(value.h, value.t, value.k);
    if (tagOf(value) === '[object Date]') return new RealDate(apply(getTime, value, []));
    if ('e' in value) return enums.of(value.e)[value.n];
    if ('o' in value) {
      const out: Record<string, unknown> = {};
      for (const key of keys(value.o)) {
        const part = unpack(value.o[key]);
        defineProperty(out, key, { value: part, writable: true, enumerable: true, configurable: true });
      }
      return out;
    }
    return undefined;
  };

  const packList = (list: ArrayLike<unknown>, depth: number): Wire[] => {
    const { length } = list;
    const out = new RealArray<Wire>(length);
    for (let at = 0; at < length; at += 1) {
      const value = list[at];
      const type = typeof value;
      const isPlain =
        type === 'string' || type === 'number' || type === 'boolean' || value === null || value === undefined;
      out[at] = isPlain ? (value as Wire) : pack(value, depth);
    }
    return out;
  };
  const pack = (value: unknown, depth: number): Wire => {
    if (value === null || value === undefined) return value;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return Number(value);
    if (typeof value !== 'object') return { x: typeof value };
    if (depth > DEEPEST) throw new RealTypeError('Converting circular structure');
    const number = stamps.number(value);
    if (typeof number === 'number') return { h: number, t: '' };
    if (number !== undefined) return { v: number, k: stamps.known(value)! };
    const place = enums.place(value);
    if (place) return { e: place.type, n: place.name };
    if (isArray(value)) return packList(value, depth + 1);
    const tag = tagOf(value);
    if (tag === '[object Date]') return new RealDate(apply(getTime, value, []));
    if (isView(value) && tag !== '[object DataView]') {
      return packList(value as unknown as ArrayLike<unknown>, depth + 1);
    }
    if (tag === '[object String]' || tag === '[object Number]' || tag === '[object Boolean]') {
      return (value as unknown as { valueOf(): string }).valueOf();
    }
    const out = create(null) as Record<string, Wire>;
    for (const key of keys(value)) out[key] = pack((value as Record<string, unknown>)[key], depth + 1);
    return { o: out };
  };

  const forPage = (value: unknown, depth: number): Wire => {
    if (value === undefined || value === null) return null;
    // Measured: a page gets a function as its source.
    if (typeof value === 'function') return apply(sourceText, value, []) as string;
    if (typeof value === 'number') return isFiniteNumber(value) ? value : null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') throw new RealTypeError(`A ${typeof value} cannot be returned to a page`);
    if (depth > DEEPEST) throw new RealTypeError('Converting circular structure');
    if (isArray(value)) return value.map((one) => forPage(one, depth + 1));
    const place = enums.place(value);
    if (place) return place.name;
    // Sources tell of a failure and of null; a page that counts on either is wrong, so it is refused aloud [facts 6].
    if (tagOf(value) === '[object Date]') throw new RealTypeError('A Date cannot be returned to a page');
    if (stamps.number(value) !== undefined)
      throw new RealTypeError(`${toText(value)} cannot be returned to a page`);
    const out = create(null) as Record<string, Wire>;
    for (const key of keys(value)) {
      const part = (value as Record<string, unknown>)[key];
      if (part !== undefined) out[key] = forPage(part, depth + 1);
    }
    return { o: out };
  };
  return {
    unpack,
    unpackList,
    pack: (value) => pack(value, 0),
    packList: (list) => packList(list, 0),
    forPage: (value) => forPage(value, 0),
  };
}
