/** What a fetched object already knows: no service call. */
export const known = { counted: false } as const;

/** A change of a document. */
export const write = { latency: 'DocumentApp.write' } as const;

/** Scopes that do for everything on a document already opened. */
export const DOC_SCOPES = ['documents.currentonly', 'documents'] as const;

export { same } from '../../kernel/same';
