import { faultSentence } from '../../contract/fault';
import { sentenceOf } from '../../contract/problems';
import type { Problem } from '../../programme/result';
import type { ConsoleAction, ConsoleState, ConsoleTrouble } from './state';

/** What every part of the console is given: all it shows comes from the state, all it does goes through `dispatch`. */
export interface ConsoleProps {
  readonly state: ConsoleState;
  readonly dispatch: (action: ConsoleAction) => void;
}

/** Everything that is the matter, in sentences. */
export function consoleTroubleWords(trouble: ConsoleTrouble): string {
  if (trouble.fault) return faultSentence(trouble.fault);
  return [...new Set(trouble.problems.map(problemWords))].join(' ');
}

/** The sentence of a problem; the script puts the name of what it is about beside its code. */
export function problemWords(problem: Problem): string {
  const { name } = problem.data;
  return sentenceOf(problem, (code) => (typeof name === 'string' && name !== '' ? name : code));
}
