/** What a fetched object already knows, and builders: no service call. */
export const known = { counted: false } as const;

/** What of a fetched object never changes, and comes with it. */
export const fixed = { counted: false, fixed: true } as const;

/** A change of a form or of one of its items. */
export const change = { latency: 'Form.addItem' } as const;

/** A look at the stored form; without a line of its own in the latency model. */
export const read = {} as const;

/** Scopes that do for everything on a form already opened [facts 3]. */
export const FORM_SCOPES = ['forms.currentonly', 'forms'] as const;

/** A text as scripts may hand it in: Google writes numbers out. */
export type TextLike = string | number | boolean;

/** A number as scripts may hand it in: Google reads '5' as 5. */
export type NumberLike = number | string;

export { same } from '../../kernel/same';
