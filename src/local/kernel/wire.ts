import { types } from 'node:util';
import { EnumValue, enumValues } from './enums';
import { type Execution, HostObject, type TypeDefinition } from './host';
import type { Wire } from './realm/port';

/** An argument that is nothing a service can use: a function or a symbol. */
export class Opaque {
  constructor(readonly kind: string) {}
}

/** Host objects by number, for one execution: what its script holds handles of. */
export class Handles {
  private readonly objects: HostObject[] = [];
  private readonly fixed = new Map<TypeDefinition, readonly string[]>();

  constructor(
    private readonly execution: Execution & { typeOf(object: HostObject): TypeDefinition },
    /** The methods of a type whose answers may go along with its objects. */
    private readonly fixedOf: (type: TypeDefinition) => readonly string[],
  ) {}

  at(number: number): HostObject | undefined {
    return this.objects[number - 1];
  }

  /** The wire form of an object; the same every time, with what never changes of it. */
  of(object: HostObject): Wire {
    return (object.handle ??= this.made(object));
  }

  private made(object: HostObject): Wire {
    const type = this.execution.typeOf(object);
    const t = type.fullName;
    let fixed = this.fixed.get(type);
    if (!fixed) this.fixed.set(type, (fixed = this.fixedOf(type)));
    const isValue = type.revive !== null && fixed.length === type.fixed.length;
    if (fixed.length === 0) return { h: this.objects.push(object), t };
    const known: Record<string, Wire> = {};
    for (const method of fixed) {
      known[method] = this.pack((object as unknown as Record<string, () => unknown>)[method]!());
    }
    return isValue ? { v: t, k: known } : { h: this.objects.push(object), t, k: known };
  }

  /** A result on its way to the script. Arrays of nothing but plain values and dates go as they are: a large table is not copied here. */
  pack(value: unknown): Wire {
    if (typeof value !== 'object' || value === null) {
      if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
        throw new TypeError(`A service gave a ${typeof value}`);
      }
      return value as Wire;
    }
    if (Array.isArray(value))
      return isTable(value)
        ? { r: value as never }
        : isPlainList(value)
          ? (value as Wire[])
          : value.map((one) => this.pack(one));
    if (value instanceof HostObject) return this.of(value);
    if (value instanceof EnumValue) return { e: value.type, n: value.name };
    if (types.isDate(value)) return value;
    const out: Record<string, Wire> = {};
    for (const [key, part] of Object.entries(value)) out[key] = this.pack(part);
    return { o: out };
  }

  /** An argument on its way to a service: everything is made anew in the host's realm. */
  unpack(value: Wire): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const { length } = value;
      // oxlint-disable-next-line unicorn/no-new-array -- a large table is copied three times as fast into a list of its length
      const out = new Array<unknown>(length);
      for (let at = 0; at < length; at += 1) {
        const one = value[at];
        out[at] = typeof one !== 'object' || one === null ? one : this.unpack(one);
      }
      return out;
    }
    if (types.isDate(value)) return new Date(value.getTime());
    if ('h' in value) return this.objects[value.h - 1];
    if ('v' in value) return this.revived(value.v, value.k);
    if ('e' in value) return enumValues(value.e)[value.n];
    if ('x' in value) return new Opaque(value.x);
    if ('r' in value) return this.unpack(value.r);
    return Object.fromEntries(Object.entries(value.o).map(([key, part]) => [key, this.unpack(part)]));
  }

  private revived(type: string, known: Readonly<Record<string, Wire>>): HostObject {
    const answers = Object.fromEntries(Object.entries(known).map(([key, part]) => [key, this.unpack(part)]));
    return this.execution.core.catalogue.types.get(type)!.revive!(this.execution, answers as never);
  }
}

/** True for rows of nothing but primitives: most of what a script ever gets, copied row by row. */
function isTable(list: readonly unknown[]): boolean {
  for (const row of list) {
    if (!Array.isArray(row)) return false;
    for (const cell of row) {
      const type = typeof cell;
      if (type === 'object' ? cell !== null : type === 'function' || type === 'symbol' || type === 'bigint')
        return false;
    }
  }
  return list.length > 0;
}

/** True when a list holds, at any depth, nothing but primitives, dates and lists: it can go to the script as it is. */
export function isPlainList(list: readonly unknown[]): boolean {
  for (const value of list) {
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value) ? !isPlainList(value) : !types.isDate(value)) return false;
    } else if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      return false;
  }
  return true;
}
