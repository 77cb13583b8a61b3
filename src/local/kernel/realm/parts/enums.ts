/** Enumerations as scripts see them: objects, one for each value. */
export interface RealmEnums {
  /** The values of an enumeration, by name. */
  of(type: string): Record<string, object>;
  /** What an object is a value of, if it is one. */
  place(
    value: object,
  ): { readonly type: string; readonly name: string; readonly ordinal: number } | undefined;
}

/** Makes enumerations out of the names the host tells; an object of each has toString, name, ordinal, compareTo and toJSON. */
export function createEnums(
  namesOf: (type: string) => readonly string[],
  hidden: (target: object, name: string, value: unknown) => void,
): RealmEnums {
  const places = new WeakMap<object, { type: string; name: string; ordinal: number }>();
  const made = new Map<string, Record<string, object>>();
  const { create, keys } = Object;
  const RealTypeError = TypeError;
  const placeOf = (value: object): { type: string; name: string; ordinal: number } => {
    const found = places.get(value);
    if (!found) throw new RealTypeError('Not a value of an enumeration');
    return found;
  };
  const methods = {
    toString(this: object) {
      return placeOf(this).name;
    },
    name(this: object) {
      return placeOf(this).name;
    },
    ordinal(this: object) {
      return placeOf(this).ordinal;
    },
    compareTo(this: object, other: object) {
      return placeOf(this).ordinal - placeOf(other).ordinal;
    },
    toJSON(this: object) {
      return placeOf(this).name;
    },
  };
  const prototype = {};
  for (const name of keys(methods)) hidden(prototype, name, methods[name as keyof typeof methods]);
  const of = (type: string): Record<string, object> => {
    let values = made.get(type);
    if (!values) {
      values = {};
      const names = namesOf(type);
      for (let at = 0; at < names.length; at += 1) {
        const value = create(prototype) as object;
        places.set(value, { type, name: names[at]!, ordinal: at });
        values[names[at]!] = value;
      }
      made.set(type, values);
    }
    return values;
  };
  return { of, place: (value) => places.get(value) };
}
