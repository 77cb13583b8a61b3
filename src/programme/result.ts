/** What went wrong in words a program can sort and a person can be told: a code, the thing it is about, and figures for the sentence. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  /** The code of the member, branch, wave, tab or setting it is about; '' when it is about the whole request. */
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failed<P> {
  readonly ok: false;
  readonly problems: readonly P[];
}

/** A value, or everything a person can mend, all at once. What a person cannot mend is thrown instead. */
export type Result<T, P> = Ok<T> | Failed<P>;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps one or more problems as a failure. */
export function fail<P>(...problems: readonly P[]): Failed<P> {
  if (problems.length === 0) throw new Error('A failure needs at least one problem');
  return { ok: false, problems };
}

/** Makes a problem; `at` names what it is about. */
export function problem<Code extends string>(
  code: Code,
  at = '',
  data: Readonly<Record<string, unknown>> = {},
): Problem<Code> {
  return { code, at, data };
}
