import type { Problem } from '../programme/result';
import { packList, unpackIn } from './packed';

/** Version of the envelope and of every shape in this folder: a page of another version is told to open again. */
export const CONTRACT_VERSION = 1;

/**
 * What every public function gives a page, as one JSON text: a value, or everything a person can mend. What nobody can mend is thrown, and
 * reaches the page as a fault (fault.ts).
 */
export type Answer<T, P extends Problem = Problem> =
  | { readonly v: typeof CONTRACT_VERSION; readonly ok: true; readonly value: T }
  | { readonly v: typeof CONTRACT_VERSION; readonly ok: false; readonly problems: readonly P[] };

/** The text of an answer; long lists of members go packed. */
export function answerToText(answer: Answer<unknown>): string {
  return JSON.stringify(answer, (key, value: unknown) =>
    key === 'members' && Array.isArray(value) ? (packList(value) ?? value) : value,
  );
}

/** The answer of a text. Throws where it is none. */
export function answerFromText<T>(text: string): Answer<T> {
  return unpackIn(JSON.parse(text)) as Answer<T>;
}

/** What a page sends, as one JSON text; `v` tells an old page from a new script. */
export interface Request<T> {
  readonly v: typeof CONTRACT_VERSION;
  readonly body: T;
}

/** Each public function that a page may call: what it is asked and what it answers. */
export interface Endpoint<Q, A> {
  readonly request: Q;
  readonly answer: A;
}

/** Names of a script's endpoints, from its interface. */
export type RequestOf<E> = E extends Endpoint<infer Q, unknown> ? Q : never;
export type AnswerOf<E> = E extends Endpoint<unknown, infer A> ? A : never;
