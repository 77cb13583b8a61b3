/**
 * Holds the offline workspace against what is known of Google: runs the cases of platform/conformance-cases.json and prints what is
 * right, wrong and unsupported. Ends with 1 when anything is wrong, or more than a tenth is unsupported.
 */
import { holds, judgeCases, ofKind } from './conformance-tally';

const judged = judgeCases(process.argv.slice(2));
const [right, wrong, unsupported] = (['right', 'wrong', 'unsupported'] as const).map((kind) =>
  ofKind(judged, kind),
);
for (const { id, verdict } of [...wrong!, ...unsupported!])
  console.log(`${verdict.kind}  ${id}  ${verdict.why}`);
console.log(
  `${right!.length} right, ${wrong!.length} wrong, ${unsupported!.length} unsupported of ${judged.length}`,
);
if (judged.length === 0) console.log('No case was run.');
process.exitCode = holds(judged) ? 0 : 1;
