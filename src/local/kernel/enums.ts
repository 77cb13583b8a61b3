import members from '../platform/google-members.json';

/** One value of a Google enumeration. A script sees an object with toString(), name(), ordinal(), compareTo(). */
export class EnumValue {
  constructor(
    /** `Spreadsheet.Dimension`: the namespace and name in Google's types. */
    readonly type: string,
    readonly name: string,
    readonly ordinal: number,
  ) {}

  toString(): string {
    return this.name;
  }
}

const made = new Map<string, Readonly<Record<string, EnumValue>>>();
const added: Readonly<Record<string, readonly string[]>> = { 'Forms.ItemType': ['RATING'] };

/**
 * The values of one of Google's enumerations, by name: `googleEnum<typeof GoogleAppsScript.Forms.ItemType>('Forms.ItemType').GRID`.
 * Each value is one object per process, so values a script hands in are compared with ===; returning one gives the script its own
 * object of that value. A service's enumerations (`FormApp.ItemType`) reach scripts by themselves: nothing has to be registered.
 */
export function googleEnum<E extends object>(type: string): { readonly [K in keyof E]: E[K] } {
  return enumValues(type) as unknown as { readonly [K in keyof E]: E[K] };
}

/** As `googleEnum`, untyped. Throws when Google's types have no such enumeration. */
export function enumValues(type: string): Readonly<Record<string, EnumValue>> {
  const known = made.get(type);
  if (known) return known;
  const names = (members.enums as Record<string, readonly string[]>)[type];
  if (!names) throw new Error(`Google's types have no enumeration ${type}`);
  const all = [...names, ...(added[type] ?? []).filter((name) => !names.includes(name))];
  const values = Object.fromEntries(all.map((name, at) => [name, new EnumValue(type, name, at)]));
  made.set(type, values);
  return values;
}

/** The name of an enumeration's value (`'GRID'`), or null when the argument is none. */
export function enumName(value: unknown): string | null {
  return value instanceof EnumValue ? value.name : null;
}
