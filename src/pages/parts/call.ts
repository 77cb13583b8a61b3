import { answerFromText, CONTRACT_VERSION, type AnswerOf, type RequestOf } from '../../contract/answer';
import { faultOf, type Fault } from '../../contract/fault';
import { problem, type Problem } from '../../programme/result';
import { runScript } from './google';

/** What became of a call: a value, what a person can mend, or a fault. It never rejects. */
export type Called<T> =
  | { readonly kind: 'VALUE'; readonly value: T }
  | { readonly kind: 'PROBLEMS'; readonly problems: readonly Problem[] }
  | { readonly kind: 'FAULT'; readonly fault: Fault };

/** Calls a script's endpoint by its name, in the envelope of the contract. */
export type Call<E> = <K extends keyof E & string>(
  name: K,
  body: RequestOf<E[K]>,
) => Promise<Called<AnswerOf<E[K]>>>;

/** Makes the caller for a script's endpoints; `run` carries the text over (google.ts). */
export function createCall<E>(run: (name: string, text: string) => Promise<string> = runScript): Call<E> {
  return async (name, body) => {
    try {
      return opened(await run(name, JSON.stringify({ v: CONTRACT_VERSION, body })));
    } catch (error) {
      return { kind: 'FAULT', fault: faultOf(error instanceof Error ? error.message : String(error)) };
    }
  };
}

function opened<T>(text: string): Called<T> {
  const answer = answerFromText<T>(text);
  // A script of another version answers in shapes this page does not know.
  if (answer.v !== CONTRACT_VERSION) return { kind: 'PROBLEMS', problems: [problem('OLD_PAGE')] };
  return answer.ok ? { kind: 'VALUE', value: answer.value } : { kind: 'PROBLEMS', problems: answer.problems };
}
