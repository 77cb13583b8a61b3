import { DIFFICULTIES_TAB, sharedAnswersFrom } from '../workbook/difficulties-tab';
import { START_TAB } from '../workbook/start-tab';
import type { StepResult } from '../google/jobs';
import { rewriteTab } from '../google/lay-tab';
import { saidByHand } from './by-hand-state';
import { startRowsOf } from './create-books-job';
import { fileOfLink, type District } from './district';
import type { DistrictFacts } from './facts';
import { keepSharedAnswers, sharedAnswers } from './kept-difficulties';
import { nextOf, type Walk } from './walk';

/** First every unit's difficulties, then, where something is newly shared, every unit's *Bắt đầu*. */
export type DifficultiesCursor = Walk & { readonly phase: 'LIST' | 'SHARE' };

/** What the units were told last. */
const TOLD = 'sharedAnswersTold';

/** Keeps what staff share now; true when the units have been told of something else. */
export function isShareDue(district: District, { state }: DistrictFacts): boolean {
  const [rows] = district.api.read(district.book, [{ sheetId: DIFFICULTIES_TAB.sheetId }]);
  const shared = sharedAnswersFrom(rows ?? []);
  if (JSON.stringify(shared) === (state.get(TOLD) ?? '[]')) return false;
  keepSharedAnswers(state, shared);
  district.api.change(district.book, state.changes(), true);
  return true;
}

/** Tells the next unit: its *Bắt đầu* is written anew. After the last it is kept that all were told. */
export function shareNext(
  district: District,
  facts: DistrictFacts,
  listed: number,
  after: string,
): StepResult & { readonly cursor: DifficultiesCursor | null } {
  const { setup, state } = facts;
  const units = setup.units.filter(({ book }) => book !== '');
  const total = listed + units.length;
  const { next, done } = nextOf(units, ({ unit }) => unit.code, after);
  if (!next) {
    state.set(TOLD, JSON.stringify(sharedAnswers(state)));
    district.api.change(district.book, state.changes(), true);
    return { cursor: null, done: total, total };
  }
  const rows = startRowsOf(
    district,
    setup,
    next.unit,
    sharedAnswers(state),
    saidByHand(state, next.unit.code),
  );
  district.api.change(fileOfLink(next.book), rewriteTab(START_TAB, rows), true);
  return { cursor: { phase: 'SHARE', after: next.unit.code }, done: listed + done + 1, total };
}
