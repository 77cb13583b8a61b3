import { googleInterface } from './catalogue';
import { EnumValue } from './enums';
import { GoogleError } from './errors';
import { HostObject } from './host';
import type { TypeDefinition } from './host';
import { Opaque } from './wire';

type Fits = (value: unknown) => boolean;

/** One overload of a method: how many arguments it takes, and whether each fits. */
interface Overload {
  readonly fewest: number;
  readonly most: number;
  readonly fits: readonly Fits[];
}

const overloadsOf = new WeakMap<TypeDefinition, Map<string, readonly Overload[] | null>>();
const TEXT_TYPES = new Set([
  'FontLine',
  'FontStyle',
  'FontWeight',
  'Char',
  'HttpMethod',
  'Payload',
  'BigNumber',
  'Date',
  'Object',
]);

/** Overloads of a method in Google's types; null when Google's types do not have it. */
function overloads(type: TypeDefinition, method: string): readonly Overload[] | null {
  let ofType = overloadsOf.get(type);
  if (!ofType) overloadsOf.set(type, (ofType = new Map()));
  let known = ofType.get(method);
  if (known === undefined) {
    const methods = type.google === null ? {} : (googleInterface(type.google)?.methods ?? {});
    // Not by name alone: every object has a toString.
    const listed = Object.entries(methods).find(([name]) => name === method)?.[1];
    known = listed?.map((text) => overload(parameters(text))) ?? null;
    ofType.set(method, known);
  }
  return known;
}

function overload(types: readonly string[]): Overload {
  return {
    fewest: types.filter((type) => !type.endsWith('?') && !type.startsWith('...')).length,
    most: types.at(-1)?.startsWith('...') ? Infinity : types.length,
    fits: types.map((type) => {
      if (type.startsWith('...')) return () => true;
      if (!type.endsWith('?')) return (value) => fits(type, value);
      return (value) => value === undefined || value === null || fits(type.slice(0, -1), value);
    }),
  };
}

function parameters(text: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (sign !== undefined && '({[<'.includes(sign)) depth += 1;
    else if (sign !== undefined && ')}]>'.includes(sign)) depth -= 1;
    else if (sign === undefined || (sign === ',' && depth === 0)) {
      if (at > from) out.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return out;
}

/** False only where no reading of the argument fits; Google turns much into what it wants (numbers into text, '5' into 5). */
function fits(type: string, value: unknown): boolean {
  if (value instanceof Opaque) return false;
  if (type.includes('|') || type.includes('{') || type === 'any' || type === 'object') return true;
  if (type.endsWith('[][]')) return Array.isArray(value);
  if (type.endsWith('[]')) return Array.isArray(value);
  if (type === 'Integer' || type === 'number' || type === 'Byte') {
    return (
      typeof value === 'number' ||
      (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))
    );
  }
  if (type === 'string')
    return !(value instanceof HostObject) && !(value instanceof EnumValue) && !Array.isArray(value);
  if (type === 'boolean') return !Array.isArray(value) && !(value instanceof HostObject);
  const last = type.split('.').pop()!;
  if (/^[A-Z]/.test(last) && !TEXT_TYPES.has(last)) return typeof value === 'object';
  return true;
}

function matches({ fewest, most, fits: each }: Overload, args: readonly unknown[]): boolean {
  if (args.length < fewest || args.length > most) return false;
  return args.every((value, at) => each[at]?.(value) ?? true);
}

/** True when the arguments fit some overload of the method in Google's types, or Google's types do not say. */
export function argumentsFit(type: TypeDefinition, method: string, args: readonly unknown[]): boolean {
  const all = overloads(type, method);
  return all === null || all.some((overload) => matches(overload, args));
}

/** What Google throws when arguments fit no signature; `method` is the full name, `SpreadsheetApp.Range.setValues`. */
export function badParameters(
  method: string,
  args: readonly unknown[],
  nameOf: (object: HostObject) => string,
): GoogleError {
  const kinds = args.map((value) => kindOf(value, nameOf)).join(',');
  return new GoogleError(
    'Exception',
    `The parameters (${kinds}) don't match the method signature for ${method}.`,
  );
}

function kindOf(value: unknown, nameOf: (object: HostObject) => string): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'Boolean';
  if (Array.isArray(value)) return `${value.length > 0 ? kindOf(value[0], nameOf) : 'Object'}[]`;
  if (value instanceof HostObject) return nameOf(value);
  if (value instanceof EnumValue) return value.type;
  return value instanceof Opaque ? value.kind : '(class)';
}
