import { fieldsByName } from '../../kernel/form-fields';

/** Google's words when an argument holds what cannot travel. */
function illegal(place: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${place}`);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A copy of what may travel to a script: numbers, booleans, texts, null, and lists and plain objects of these [facts 6]. */
function copyLegal(value: unknown, place: string, around: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || around.includes(value)) throw illegal(place);
  const within = [...around, value];
  if (Array.isArray(value)) return value.map((entry, at) => copyLegal(entry, String(at), within));
  if (!isPlain(value)) throw illegal(place);
  const kept = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return Object.fromEntries(kept.map(([key, entry]) => [key, copyLegal(entry, key, within)]));
}

/** The arguments of a google.script.run call, ready to travel. Throws as Google does for what cannot. */
export function legalArguments(args: readonly unknown[]): unknown[] {
  const [first] = args;
  if (args.length === 1 && first instanceof HTMLFormElement) return [fieldsByName(new FormData(first))];
  return args.map((value, at) => copyLegal(value, String(at), []));
}
