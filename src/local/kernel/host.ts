import type { Execution } from './execution-types';
import type { Wire } from './realm/port';

export type { AuthMode, Execution, Origin, PersonRef } from './execution-types';
export { GoogleError, NotEmulatedError, apiError } from './errors';
export { EnumValue, enumName, enumValues, googleEnum } from './enums';

/** The members of a Google type that a class here has: `class RangeObject implements Emulated<…Range, 'getValues' | 'setValues'>`. */
export type Emulated<T, K extends keyof T> = { [P in K]: T[P] };

/**
 * What every object that scripts may hold derives from. Lives outside the script's realm; the script gets a handle whose methods
 * go through the door. Methods get and give plain values: strings, numbers, booleans, null, undefined, arrays, plain objects,
 * Date, EnumValue and other HostObjects (at any depth); arguments were copied, so they may be kept. Throw `GoogleError`.
 * Two handles of one HostObject are the same object to the script; return the same instance where Google does.
 */
export abstract class HostObject {
  /** How it goes to its script; null while the script has not met it. Kept by the kernel. */
  handle: Wire | null = null;

  constructor(readonly execution: Execution) {}

  /** The Drive file this object belongs to, when reads of it must see this execution's own pending writes to that file. */
  get fileId(): string | null {
    return null;
  }
}

/** How big a call was, for the latency model. Missing figures count 0. */
export interface CallSize {
  readonly cells?: number;
  readonly rows?: number;
  readonly ranges?: number;
  readonly responses?: number;
}

/** What must be allowed for a call [facts 2.5]: nothing, the open document, properties, or the person's own data and rights. */
export type Need = 'nothing' | 'document' | 'properties' | 'user';

/** A call as its facts may look at it. `result` is undefined while the call has not been made. */
export interface CallView<C, K extends keyof C> {
  readonly self: C;
  readonly args: C[K] extends (...args: infer A) => unknown ? A : never;
  readonly result: C[K] extends (...args: never[]) => infer R ? R : never;
}

/** What the door knows of one method. */
export interface MethodFacts<C = HostObject, K extends keyof C = keyof C> {
  /**
   * Line of platform/latency.json that is charged: its name, or a function that picks it after the call. Without one, and not
   * `counted: false`, the call counts 1, costs `default`, and is listed in the report's `unlisted`.
   */
  readonly latency?: string | ((call: CallView<C, K>) => string);
  /** false: not a service call, 0 ms (getActive*, getSheet*, getRange*, builders; what a fetched object already knows). */
  readonly counted?: false;
  readonly size?: (call: CallView<C, K>) => CallSize;
  /**
   * read: this execution's pending writes to the object's file are carried out first (a flush, charged);
   * write: cheap until flushed: its cost is kept back and charged with the flush (20 000 cells or more: at once). What it changes
   *   it hands to `execution.writeLater(fileId, apply)`;
   * now: pending writes first, then this call, at once (structure: insertSheet, appendRow);
   * flush: carries out pending writes of all files. Default: none of these.
   */
  readonly store?: 'read' | 'write' | 'now' | 'flush';
  /** Any one of these OAuth scopes suffices; default: the type's. Short names: `spreadsheets.currentonly`. [] = none needed. */
  readonly scopes?: readonly string[];
  /** Default: the type's. */
  readonly needs?: Need;
  /** A property the script reads without calling it: `Sheets.Spreadsheets`. Implies `counted: false`. */
  readonly property?: true;
  /**
   * What it answers never changes for one object and takes no arguments: the answer goes to the script along with the object, and no
   * call is made. For what is not counted only; whoever may have the object must be allowed to ask.
   */
  readonly fixed?: true;
}

/** A type of Google's, as scripts meet it here. Made by `defineType`. */
export interface TypeDefinition {
  /** As scripts and reports name it: `Range`. */
  readonly name: string;
  /** Its interface in Google's types, `Spreadsheet.Range`: members listed there and not in `methods` throw NotEmulatedError. */
  readonly google: string | null;
  readonly class: abstract new (...args: never[]) => HostObject;
  /** In errors about arguments and permissions: `SpreadsheetApp.Range`; default: its name. */
  readonly fullName: string;
  readonly scopes: readonly string[];
  readonly needs: Need;
  readonly methods: Readonly<Record<string, MethodFacts<never, never>>>;
  /** The methods whose facts say `fixed`. */
  readonly fixed: readonly string[];
  /** Makes an object of the type anew from its fixed answers; null: the script holds the one it was given. */
  readonly revive: ((execution: Execution, known: never) => HostObject) | null;
}

/**
 * Tells the door about a class: which of its methods scripts may call, and the facts of each. Only what is listed in `methods`
 * exists for scripts. `scopes` and `needs` hold for every method that does not say otherwise (default: none, nothing).
 */
export function defineType<C extends HostObject>(of: {
  readonly name: string;
  readonly google?: string;
  readonly fullName?: string;
  readonly class: abstract new (...args: never[]) => C;
  readonly scopes?: readonly string[];
  readonly needs?: Need;
  /**
   * For a type that is nothing but its fixed answers (every method is `fixed`, and Google gives a new object each time): such objects are
   * not remembered, and one that a script hands in is made anew from what it answers.
   */
  readonly revive?: (execution: Execution, known: never) => C;
  readonly methods: {
    readonly [K in Exclude<keyof C, 'execution' | 'fileId' | 'handle'>]?: MethodFacts<C, K>;
  };
}): TypeDefinition {
  return {
    name: of.name,
    google: of.google ?? null,
    class: of.class,
    fullName: of.fullName ?? of.name,
    scopes: of.scopes ?? [],
    needs: of.needs ?? 'nothing',
    methods: of.methods as TypeDefinition['methods'],
    fixed: Object.entries<MethodFacts<never, never>>(of.methods as TypeDefinition['methods'])
      .filter(([, facts]) => facts.fixed === true)
      .map(([method]) => method),
    revive: of.revive ?? null,
  };
}

/** What one room of services brings: its types, its globals (`SpreadsheetApp`), its advanced services by id (`sheets`). */
export interface ServiceModule {
  readonly types: readonly TypeDefinition[];
  /** Made once an execution, when the script first names it. */
  readonly globals: Readonly<Record<string, (execution: Execution) => HostObject>>;
  /** By serviceId of the manifest's enabledAdvancedServices; the script sees it under the manifest's userSymbol. */
  readonly advanced?: Readonly<Record<string, (execution: Execution) => HostObject>>;
}
