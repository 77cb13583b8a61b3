import { momentOf } from '../../src/programme/dates';
import type { EventDraft, LedgerEvent } from '../../src/programme/events';
import type { Act, ActFacts } from '../../src/programme/planning';
import type { Result } from '../../src/programme/result';
import { assessed, BASE_LEDGER, type Books, BRANCH_LEDGER, fold, WAVE } from './ledger-builder';

export const NOW = momentOf('2014-04-09');
/** Facts of a plan from the books. */
export const facts = (books: Books, change: Partial<ActFacts> = {}): ActFacts => ({
  fold: fold(books),
  wave: WAVE,
  now: NOW,
  ...change,
});
/** An act in a ledger. */
export const act = (ledger: string, after?: number): Act => ({
  ledger,
  operation: 'f'.repeat(32),
  text: 'Gửi',
  ...(after === undefined ? {} : { after }),
});
export const BRANCH_ACT = act(BRANCH_LEDGER);
export const BASE_ACT = act(BASE_LEDGER, 5);

/** Codes of a plan's problems, each with what it is about. */
export function codes(
  result: Result<unknown, { readonly code: string; readonly at: string }>,
): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code, at }) => `${code} ${at}`);
}

/** Appends the planned row, as a script would. */
export function apply(books: Books, result: Result<EventDraft, unknown>): LedgerEvent {
  if (!result.ok) throw new Error('Nothing was planned');
  const { ledger, ...row } = result.value;
  return books.append(ledger, { ...row, operation: `${row.operation}#${books.rows.length}` });
}

/** The branch of `assessed`, sent. */
export function sent(): Books {
  const books = assessed();
  books.send();
  return books;
}
/** The branch of `sent`, locked. */
export function locked(): Books {
  const books = sent();
  books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 5 } } });
  return books;
}
