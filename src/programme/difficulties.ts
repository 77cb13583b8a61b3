import type { EpochMs, IsoDay } from './dates';
import { actOf, eventData, ledgerUnit, type LedgerEvent } from './events';
import { undoneIn } from './fold-unit';
import { readLedgers } from './ledgers';
import { isLate } from './wave';

/** State of a difficulty (wording.md 1). */
export type DifficultyState = 'NEW' | 'IN_PROGRESS' | 'ESCALATED' | 'ANSWERED' | 'DONE' | 'OVERDUE';

/** A difficulty with its answers (P8): a member's, answered by branch or base; a unit's, answered by the district. */
export interface Difficulty {
  /** Operation of the row that raised it: its name. */
  readonly id: string;
  readonly wave: string;
  /** Unit whose ledger it was raised in. */
  readonly unit: string;
  readonly raisedBy: 'MEMBER' | 'BRANCH' | 'BASE';
  readonly raisedAt: EpochMs;
  readonly text: string;
  /** Member or branch it is about. */
  readonly subject: string;
  readonly state: DifficultyState;
  readonly due: IsoDay;
  readonly answers: readonly LedgerEvent[];
  readonly answeredAt: EpochMs | null;
  /** Answered by the day it was due, where one was set. */
  readonly inTime: boolean;
  readonly shared: boolean;
}

/** What the day a difficulty is due may be told from. */
export type DueFacts = Pick<Difficulty, 'id' | 'raisedAt' | 'due'>;

/**
 * Folds the difficulties of ledgers (P8), in order of ledger and row. Neither *Gửi* nor a lock silences one. `now` only tells what is overdue: past
 * its due day without an answer. `dueOf` = the day it is due, where more is known than its own row says.
 */
export function foldDifficulties(
  events: readonly LedgerEvent[],
  now: EpochMs,
  dueOf: (facts: DueFacts) => IsoDay = ({ due }) => due,
): readonly Difficulty[] {
  const read = readLedgers(events);
  const undone = undoneIn(read);
  const rows = read.filter((row) => !undone.has(actOf(row)));
  return rows
    .filter((row) => row.kind === 'difficulty')
    .map((row) => {
      const answers = rows.filter(
        (one) => one.kind === 'answer' && eventData(one, 'answer').difficulty === row.operation,
      );
      const escalated = rows.some(
        (one) => one.kind === 'escalate' && eventData(one, 'escalate').difficulty === row.operation,
      );
      const data = eventData(row, 'difficulty');
      const due = dueOf({ id: row.operation, raisedAt: row.at, due: data.due ?? '' });
      const first = answers[0] ?? null;
      return {
        id: row.operation,
        wave: row.wave,
        unit: ledgerUnit(row.ledger),
        raisedBy: data.raisedBy ?? 'BRANCH',
        raisedAt: row.at,
        text: row.text,
        subject: row.subject,
        state: stateOf(answers, escalated, due, now),
        due,
        answers,
        answeredAt: first?.at ?? null,
        inTime: first ? !isLate(due, first.at) : !isLate(due, now),
        shared: answers.some((one) => eventData(one, 'answer').shared === true),
      };
    });
}

/** An answer with `done: false` says only that somebody is at it. */
function stateOf(
  answers: readonly LedgerEvent[],
  escalated: boolean,
  due: IsoDay,
  now: EpochMs,
): DifficultyState {
  const given = answers.map((row) => eventData(row, 'answer').done);
  if (given.includes(true)) return 'DONE';
  if (given.includes(undefined)) return 'ANSWERED';
  if (isLate(due, now)) return 'OVERDUE';
  if (escalated) return 'ESCALATED';
  return answers.length > 0 ? 'IN_PROGRESS' : 'NEW';
}
