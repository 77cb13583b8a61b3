/**
 * What passes between a script's realm and the door. Everything here survives a structured clone, so that a realm may as well live in
 * a worker. Values: primitives, null, undefined, arrays, Dates as they are; the rest is tagged.
 */
export type Wire =
  | string
  | number
  | boolean
  | null
  | undefined
  | Date
  | Wire[]
  /** A host object, by its number; `t`: its type; `k`: what its methods of that name answer, now and ever. */
  | { h: number; t: string; k?: Record<string, Wire> }
  /** An object of that type which is nothing but those answers. */
  | { v: string; k: Record<string, Wire> }
  /** A value of an enumeration. */
  | { e: string; n: string }
  /** A table: rows of nothing but texts, numbers, truth values and gaps. Never an argument. */
  | { r: (string | number | boolean | null | undefined)[][] }
  /** A plain object. */
  | { o: Record<string, Wire> }
  /** Something that cannot be handed over: a function, a symbol. */
  | { x: string };

/** What the host answers to a call; `now` is the execution's clock afterwards. */
export type Answered =
  | { readonly ok: true; readonly value: Wire; readonly now: number }
  | {
      readonly ok: false;
      readonly name: string;
      readonly message: string;
      readonly details?: Wire;
      readonly now: number;
    };

/**
 * A type as the realm needs it to make its objects: what each member is. `method` and `property` go through the door; a call of a
 * `noMethod`, or a look at a `noProperty`, of Google's throws NotEmulatedError; anything else is the name of an enumeration.
 */
export interface TypeShape {
  /** How the script sees it named: `Range`. */
  readonly name: string;
  readonly members: Readonly<Record<string, string>>;
}

/** The host, as a realm calls it. */
export interface HostPort {
  call(handle: number, method: string, args: Wire[]): Answered;
  /** The object behind a global name. */
  service(name: string): Wire;
  shape(type: string): TypeShape;
  enumNames(type: string): readonly string[];
  log(level: string, line: string): void;
  notEmulated(name: string): void;
}

/** What a realm is made with. */
export interface RealmSetup {
  readonly now: number;
  readonly seed: number;
  /** Global names of services that exist here. */
  readonly services: readonly string[];
  /** Global names of Google's that do not, with their type. */
  readonly missing: Readonly<Record<string, string>>;
  /** Global objects of plain constants: MimeType. */
  readonly constants: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** How a function is to be called. */
export interface Entry {
  readonly fn: string;
  readonly args: Wire[];
  /** Values must fit through google.script.run. */
  readonly page: boolean;
}

/** What became of the call. */
export type Outcome =
  | { readonly ok: true; readonly value: Wire }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly stack: string };

/** The realm, as the host drives it. */
export interface Realm {
  /** Calls a top-level function; the outcome is read with `outcome` after microtasks ran. */
  enter(entry: Entry): void;
  outcome(): Outcome;
  /** Describes something a top-level statement threw. */
  describe(error: unknown): Outcome;
}
