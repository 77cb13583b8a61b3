import type { CallSize, MethodFacts } from '../kernel/host';

export { same } from '../kernel/same';

/** Free: getActive*, getSheet*, getRange*, builders, and what a fetched object already knows [measures.md]. */
export const free = { counted: false } as const satisfies MethodFacts;

/** A look at a sheet's or book's stored facts. */
export const metadataRead = { latency: 'Sheet.getLastRow', store: 'read' } as const satisfies MethodFacts;

/** A change of structure without a line of its own in the latency model. */
export const structural = { store: 'now' } as const satisfies MethodFacts;

/** A change of a protection. */
export const protectionWrite = { latency: 'Protection.write', store: 'now' } as const satisfies MethodFacts;

interface Sized {
  readonly self: { size(): CallSize };
}

interface Lined {
  readonly self: { readonly session: { readonly readLine: string; readonly writeLine: string } };
}

/** Reads of all cells of a range, of whatever kind; near a range read before they cost little. */
export const cellsRead = {
  latency: ({ self }: Lined) => self.session.readLine,
  store: 'read',
  size: ({ self }: Sized) => self.size(),
} as const;

/** Reads of one cell. */
export const cellRead = {
  latency: ({ self }: Lined) => self.session.readLine,
  store: 'read',
  size: () => ({ cells: 1, rows: 1 }),
} as const;

/** Writes of values, kept back until the flush. */
export const cellsWrite = {
  latency: ({ self }: Lined) => self.session.writeLine,
  store: 'write',
  size: ({ self }: Sized) => self.size(),
} as const;

/** Writes of looks, kept back until the flush. */
export const looksWrite = {
  latency: 'Range.format',
  store: 'write',
  size: ({ self }: Sized) => self.size(),
} as const;
