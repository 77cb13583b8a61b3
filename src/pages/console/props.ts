import { faultSentence } from '../../contract/fault';
import { sentenceOf } from '../../contract/problems';
import type { ConsoleAction, ConsoleState, ConsoleTrouble } from './state';

/** What every part of the console is given: all it shows comes from the state, all it does goes through `dispatch`. */
export interface ConsoleProps {
  readonly state: ConsoleState;
  readonly dispatch: (action: ConsoleAction) => void;
}

/** Everything that is the matter, in sentences. */
export function consoleTroubleWords(trouble: ConsoleTrouble): string {
  if (trouble.fault) return faultSentence(trouble.fault);
  return [...new Set(trouble.problems.map((problem) => sentenceOf(problem)))].join(' ');
}
