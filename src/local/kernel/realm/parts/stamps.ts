import type { Wire } from '../port';

/** What a realm knows of Google's objects: the number each goes by, and the answers that came with it. Scripts cannot see it. */
export interface Stamps {
  /** By its number, or by its type when it is nothing but its answers. */
  put(object: object, number: number | string, known: Record<string, Wire> | undefined): void;
  /** undefined: not one of Google's. */
  number(object: object): number | string | undefined;
  known(object: object): Record<string, Wire> | undefined;
}

/**
 * Makes a realm's `Stamps`, as text: private fields of V8 on objects made elsewhere, which the compiler would turn into a WeakMap. A
 * WeakMap of a million objects, as a form's answers are, takes seconds to collect.
 */
export const STAMPS_SOURCE = `(() => {
  class Same { constructor(object) { return object; } }
  class Stamp extends Same {
    #number;
    #known;
    constructor(object, number, known) {
      super(object);
      this.#number = number;
      this.#known = known;
    }
    static number(object) { return #number in object ? object.#number : undefined; }
    static known(object) { return #known in object ? object.#known : undefined; }
  }
  const { number, known } = Stamp;
  return { put: (object, n, k) => { new Stamp(object, n, k); }, number, known };
})()`;
