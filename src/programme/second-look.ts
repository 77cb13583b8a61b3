import { addDays, dayOf, type EpochMs, type IsoDay } from './dates';
import { eventData, type LedgerEvent } from './events';

/** Days behind the day of a result within which a member may ask for a second look (P15). */
export const SECOND_LOOK_DAYS = 3;

/** OPEN waits for an answer; AGREED = it is assessed anew, or was adjusted; EXPLAINED = the result stays, and why. */
export type SecondLookState = 'OPEN' | 'AGREED' | 'EXPLAINED';

/** *Đề nghị xem lại*: what a member asked about his result, and what came of it. */
export interface SecondLook {
  /** Operation of the row that asks: its name. */
  readonly operation: string;
  readonly text: string;
  readonly askedAt: EpochMs;
  readonly state: SecondLookState;
  /** Words of the answer; '' while there is none, or where the act itself is the answer. */
  readonly answer: string;
  readonly answeredAt: EpochMs | null;
}

/** Last day on which a result of that moment may be asked about. */
export function secondLookUntil(resultAt: EpochMs): IsoDay {
  return addDays(dayOf(resultAt), SECOND_LOOK_DAYS);
}

/**
 * The newest second look asked for a member; null = none. `counted` = the rows about the member that no *Hoàn tác* has taken away, `openedRound` = the round
 * that was last opened for him. Answered by a row that names it, by a round opened since, or by an *Điều chỉnh* whose writer had read it: nothing
 * here looks at a time.
 */
export function secondLookOf(counted: readonly LedgerEvent[], openedRound: number): SecondLook | null {
  const looks = counted.filter((row) => row.kind === 'secondLook');
  const look = looks[looks.length - 1];
  if (!look) return null;
  const asked = { operation: look.operation, text: look.text, askedAt: look.at };
  const answer = counted.find(
    (row) => row.kind === 'answer' && eventData(row, 'answer').secondLook === look.operation,
  );
  if (answer)
    return {
      ...asked,
      state: eventData(answer, 'answer').agreed === true ? 'AGREED' : 'EXPLAINED',
      answer: answer.text,
      answeredAt: answer.at,
    };
  const adjusted = counted.find((row) => row.kind === 'adjust' && hasRead(row, look));
  if (adjusted) return { ...asked, state: 'AGREED', answer: adjusted.reason, answeredAt: adjusted.at };
  const isReopened = openedRound > look.round;
  return { ...asked, state: isReopened ? 'AGREED' : 'OPEN', answer: '', answeredAt: null };
}

/** Whether the writer of a row had read the other one. */
function hasRead(row: LedgerEvent, read: LedgerEvent): boolean {
  if (row.ledger === read.ledger) return row.seq > read.seq;
  const after = (row.data as { readonly after?: number }).after;
  return typeof after === 'number' && after >= read.seq;
}
