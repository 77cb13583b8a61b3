/**
 * Holds the offline workspace against what is known of Google: runs the cases of platform/conformance-cases.json and prints what is
 * right, wrong and unsupported. Ends with 1 when anything is wrong, or more than a tenth is unsupported.
 */
import data from './platform/conformance-cases.json';
import { type ConformanceCase, type Verdict, isWithin, judge } from './conformance-case';
import { controlCases } from './conformance-controls';

const MOST_UNSUPPORTED = 0.1;

function main(ids: readonly string[]): number {
  const cases = (data.cases as ConformanceCase[]).filter((one) => isWithin(one, ids));
  const verdicts = cases.map((one) => ({ id: one.id, ...verdictOf(one) }));
  const of = (kind: Verdict['kind']): typeof verdicts => verdicts.filter((one) => one.kind === kind);
  for (const one of [...of('wrong'), ...of('unsupported')]) console.log(`${one.kind}  ${one.id}  ${one.why}`);
  const [right, wrong, unsupported] = [of('right').length, of('wrong').length, of('unsupported').length];
  console.log(`${right} right, ${wrong} wrong, ${unsupported} unsupported of ${verdicts.length}`);
  if (verdicts.length === 0) console.log('No case was run.');
  return wrong > 0 || verdicts.length === 0 || unsupported > MOST_UNSUPPORTED * verdicts.length ? 1 : 0;
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

process.exitCode = main(process.argv.slice(2));
