/** Where a job that visits one after the other goes on: behind the code it did last. '' = at the beginning. */
export interface Walk {
  readonly after: string;
}

/** The next one to visit and how many were visited before; null when all are done. A code that is gone begins anew: every visit may be repeated. */
export function nextOf<T>(
  all: readonly T[],
  codeOf: (one: T) => string,
  after: string,
): { readonly next: T | null; readonly done: number } {
  const done = after === '' ? 0 : all.findIndex((one) => codeOf(one) === after) + 1;
  return { next: all[done] ?? null, done };
}
