import { types } from 'node:util';

/**
 * Arguments as google.script.run carries them from a page: copied, undefined made null; what Google's page refuses is named as it
 * names it, by the property that holds it [facts 6].
 */
export function pageArguments(
  args: readonly unknown[],
): { readonly ok: true; readonly args: unknown[] } | { readonly ok: false; readonly message: string } {
  try {
    return { ok: true, args: args.map((arg, at) => pageValue(arg, String(at), 0)) };
  } catch (error) {
    if (error instanceof IllegalValue) return { ok: false, message: error.message };
    throw error;
  }
}

class IllegalValue extends Error {
  constructor(property: string) {
    super(`Failed due to illegal value in property: ${property}`);
  }
}

function pageValue(value: unknown, property: string, depth: number): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || depth > 60) throw new IllegalValue(property);
  if (Array.isArray(value)) return value.map((one, at) => pageValue(one, String(at), depth + 1));
  const isPlain = Object.prototype.toString.call(value) === '[object Object]' && !types.isProxy(value);
  if (!isPlain) throw new IllegalValue(property);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, pageValue(part, key, depth + 1)]),
  );
}
