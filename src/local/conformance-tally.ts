import data from './platform/conformance-cases.json';
import { type ConformanceCase, type Verdict, isWithin, judge } from './conformance-case';
import { controlCases } from './conformance-controls';

/** What became of one case. */
export interface Judged {
  readonly id: string;
  readonly verdict: Verdict;
}

const MOST_UNSUPPORTED = 0.1;

/** Every case that is asked for: all, or those whose id begins as one of `ids`. */
export function judgeCases(ids: readonly string[] = []): readonly Judged[] {
  return (data.cases as ConformanceCase[])
    .filter((one) => isWithin(one, ids))
    .map((one) => ({ id: one.id, verdict: verdictOf(one) }));
}

function verdictOf(one: ConformanceCase): Verdict {
  if (one.run === 'auto') return judge(one);
  const act = controlCases[one.id];
  if (!act) return { kind: 'unsupported', why: 'needs controls that are not written' };
  try {
    return act(one);
  } catch (error) {
    return { kind: 'wrong', why: String(error) };
  }
}

/** Those of a kind. */
export function ofKind(judged: readonly Judged[], kind: Verdict['kind']): readonly Judged[] {
  return judged.filter(({ verdict }) => verdict.kind === kind);
}

/** Whether the workspace may call itself like Google: nothing wrong, a tenth unsupported at most, and something looked at. */
export function holds(judged: readonly Judged[]): boolean {
  return (
    judged.length > 0 &&
    ofKind(judged, 'wrong').length === 0 &&
    ofKind(judged, 'unsupported').length <= MOST_UNSUPPORTED * judged.length
  );
}
