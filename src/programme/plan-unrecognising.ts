import { actOf, eventData, type EventDraft, type LedgerEvent, type RecogniseData } from './events';
import { draft, judgingProblems, memberOf, type Act, type ActFacts, type ActProblem } from './planning';
import { fail, ok, problem, type Result } from './result';

/**
 * *Bỏ công nhận* of members, all of the branch where none is named: one *Hoàn tác* of every row of the asker's ledger that recognised or adjusted
 * them for the *Gửi* in force. A row that recognised others too is written again for those others. The class of the branch stays. `rows` = the
 * ledgers' rows. Problems: LOCKED, NOT_SENT, UNKNOWN_MEMBER, NOTHING_TO_UNDO (nobody named is recognised by this ledger).
 */
export function planUnrecognising(
  facts: ActFacts,
  members: readonly string[],
  rows: readonly LedgerEvent[],
  act: Act,
): Result<readonly EventDraft[], ActProblem> {
  const problems: ActProblem[] = [...judgingProblems(facts)];
  for (const code of members) if (!memberOf(facts.fold, code)) problems.push(problem('UNKNOWN_MEMBER', code));
  if (problems.length > 0) return fail(...problems);
  const { branch } = facts.fold;
  const inForce = judgementsInForce(facts, rows, act.ledger);
  const named = new Set(members);
  const isAsked = (code: string): boolean => members.length === 0 || named.has(code);
  const taken = inForce.filter((row) =>
    row.subject === branch ? classesOf(row).some(([code]) => isAsked(code)) : isAsked(row.subject),
  );
  if (taken.length === 0) return fail(problem('NOTHING_TO_UNDO', members[0] ?? branch));
  const undo = draft(facts, act, 'undo', { data: { operations: taken.map((row) => row.operation) } });
  const together = taken.filter((row) => row.subject === branch);
  const others = together.flatMap(classesOf).filter(([code]) => !isAsked(code));
  const newest = together[together.length - 1];
  if (others.length === 0 || !newest) return ok([undo]);
  const data = newest.data as unknown as RecogniseData;
  const again = draft(
    facts,
    act,
    'recognise',
    {
      data: {
        ...data,
        ...(act.after === undefined ? {} : { after: act.after }),
        exceptions: [...new Set([...(data.exceptions ?? []), ...members])],
        classes: Object.fromEntries(others),
      },
    },
    2,
  );
  return ok([undo, again]);
}

/** Rows of the ledger that recognise or adjust somebody for the *Gửi* in force and have not been taken back. */
function judgementsInForce(
  { fold }: ActFacts,
  rows: readonly LedgerEvent[],
  ledger: string,
): readonly LedgerEvent[] {
  const silent = new Set(fold.notCounted.map(({ event }) => actOf(event)));
  return rows.filter(
    (row) =>
      row.ledger === ledger &&
      (row.kind === 'recognise' || row.kind === 'adjust') &&
      eventData(row, 'adjust').send === fold.send?.operation &&
      !silent.has(actOf(row)),
  );
}

function classesOf(row: LedgerEvent): readonly (readonly [string, string])[] {
  return Object.entries((row.data as Partial<RecogniseData>).classes ?? {});
}
