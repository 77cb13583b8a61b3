import members from '../platform/google-members.json';
import type { Catalogue } from './core-types';
import type { Execution } from './execution-types';
import type { HostObject, ServiceModule, TypeDefinition } from './host';
import type { TypeShape } from './realm/port';

/** An interface of Google's: methods with each overload's parameter types, other properties, enumerations by property. */
export interface GoogleInterface {
  readonly extends: readonly string[];
  readonly methods: Readonly<Record<string, readonly string[]>>;
  readonly properties: readonly string[];
  readonly enums: Readonly<Record<string, string>>;
}

const interfaces = members.interfaces as unknown as Readonly<Record<string, GoogleInterface>>;

/** Globals of Google's that are enumerations or no services at all. */
const NO_SERVICES: readonly string[] = [
  'Logger',
  'MimeType',
  'Date2',
  'Charset',
  'DigestAlgorithm',
  'MacAlgorithm',
  'RsaAlgorithm',
];

/** Google's interface of that name with what it inherits. */
export function googleInterface(name: string): GoogleInterface | null {
  const own = interfaces[name];
  if (!own) return null;
  if (own.extends.length === 0) return own;
  const all = [...own.extends.map((parent) => googleInterface(parent)), own].filter((one) => one !== null);
  return {
    extends: [],
    methods: Object.assign({}, ...all.map((one) => one.methods)) as GoogleInterface['methods'],
    properties: [...new Set(all.flatMap((one) => one.properties))],
    enums: Object.assign({}, ...all.map((one) => one.enums)) as GoogleInterface['enums'],
  };
}

/** Google's global services that are not among `globals`, with their interface. */
export function missingGlobals(globals: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(members.globals as Record<string, string>).filter(
      ([name]) => !(name in globals) && !NO_SERVICES.includes(name),
    ),
  );
}

/** Puts the rooms' services together. Throws when two define one type or one global. */
export function createCatalogue(modules: readonly ServiceModule[]): Catalogue {
  const types = new Map<string, TypeDefinition>();
  const typeOf = new Map<unknown, TypeDefinition>();
  const globals: Record<string, (execution: Execution) => HostObject> = {};
  const advanced: Record<string, (execution: Execution) => HostObject> = {};
  for (const module of modules) {
    for (const type of module.types) {
      if (types.has(type.fullName) || typeOf.has(type.class))
        throw new Error(`The type ${type.fullName} is defined twice`);
      if (type.google !== null && !interfaces[type.google])
        throw new Error(`Google has no interface ${type.google}`);
      types.set(type.fullName, type);
      typeOf.set(type.class, type);
    }
    for (const name of Object.keys(module.globals))
      if (name in globals) throw new Error(`${name} is defined twice`);
    Object.assign(globals, module.globals);
    Object.assign(advanced, module.advanced);
  }
  return { types, typeOf, globals, advanced, missing: missingGlobals(globals), shapes: new Map() };
}

/** What the realm needs to know to make objects of a type (by its full name); also of one that exists only at Google. */
export function shapeOf(catalogue: Catalogue, name: string): TypeShape {
  const known = catalogue.shapes.get(name);
  if (known) return known;
  const type = catalogue.types.get(name);
  const google = googleInterface(type ? (type.google ?? '') : name);
  const members: Record<string, string> = {};
  for (const method of Object.keys(google?.methods ?? {}))
    if (method !== 'toString') members[method] = 'noMethod';
  for (const property of google?.properties ?? []) members[property] = 'noProperty';
  Object.assign(members, google?.enums);
  for (const [member, facts] of Object.entries(type?.methods ?? {})) {
    // What only the prelude calls.
    if (!member.startsWith('__')) members[member] = facts.property ? 'property' : 'method';
  }
  const shape: TypeShape = { name: type?.name ?? name, members };
  catalogue.shapes.set(name, shape);
  return shape;
}
