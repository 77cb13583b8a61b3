import type { Difficulty, DifficultyState } from '../programme/difficulties';
import { dayOf, type IsoDay } from '../programme/dates';
import { dayCell, dayOfCell, fittingText, flagCell, flagOfCell, textOfCell, type ReadRows } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, readTable, tab, type TabRecord } from './tab';
import { DIFFICULTY_STATE_WORDS } from './words';

/** The tab *Khó khăn, vướng mắc*: found by the name of the difficulty (its operation), which stands in a hidden column. */
export const DIFFICULTIES_TAB = tab(
  SHEET_IDS.difficulties,
  'Khó khăn, vướng mắc',
  [
    column('raisedOn', 'Ngày nêu', 'day', 100),
    column('unit', 'Đơn vị', 'text', 170),
    column('branch', 'Chi đoàn', 'text', 170),
    column('raisedBy', 'Người nêu', 'text', 120),
    column('text', 'Nội dung', 'text', 360),
    column('state', 'Tình trạng', 'text', 140, { words: DIFFICULTY_STATE_WORDS.words }),
    column('owner', 'Người giải quyết', 'text', 170, { typed: true }),
    column('due', 'Hạn giải quyết', 'day', 110, { typed: true }),
    column('answer', 'Trả lời', 'text', 360, { typed: true }),
    column('answeredOn', 'Ngày trả lời', 'day', 100),
    column('shared', 'Chia sẻ cho các đơn vị', 'flag', 110, { words: ['Có', 'Không'], typed: true }),
    column('id', 'Mã', 'text', 120, { hidden: true }),
  ],
  1,
);

/** Who raised a difficulty, as people read it: no member's name leaves his base unit. */
const RAISED_BY: Readonly<Record<Difficulty['raisedBy'], string>> = {
  MEMBER: 'Đoàn viên',
  BRANCH: 'Chi đoàn',
  BASE: 'Đoàn cơ sở',
};

/** What staff wrote in the tab; a rebuild carries it along by the difficulty's name. */
export interface DifficultyNotes {
  readonly owner: string;
  readonly due: IsoDay;
  readonly answer: string;
  readonly shared: boolean;
}

/** A difficulty as a row. `notes` = what staff wrote before; its answers of the ledgers win over an older note. */
export function difficultyRecord(
  difficulty: Difficulty,
  names: { readonly unit: string; readonly branch: string },
  notes: DifficultyNotes | null,
): TabRecord {
  const answers = difficulty.answers.map((row) => row.text).filter((text) => text !== '');
  return {
    raisedOn: dayCell(dayOf(difficulty.raisedAt)),
    unit: names.unit,
    branch: names.branch,
    raisedBy: RAISED_BY[difficulty.raisedBy],
    text: fittingText(difficulty.text),
    state: DIFFICULTY_STATE_WORDS.wordOf(difficulty.state),
    owner: notes?.owner ?? '',
    due: dayCell(notes?.due || difficulty.due),
    answer: fittingText(answers.length > 0 ? answers.join('\n') : (notes?.answer ?? '')),
    answeredOn: difficulty.answeredAt === null ? '' : dayCell(dayOf(difficulty.answeredAt)),
    shared: flagCell(difficulty.shared || (notes?.shared ?? false)),
    id: difficulty.id,
  };
}

/** A row of the tab: which difficulty, its state when written, and what staff wrote. */
export interface DifficultyRow extends DifficultyNotes {
  readonly id: string;
  readonly row: number;
  readonly state: DifficultyState | '';
}

/** The rows of the tab; a day that cannot be read counts as none. */
export function difficultyRowsFrom(rows: ReadRows): readonly DifficultyRow[] {
  return readTable(DIFFICULTIES_TAB, rows).records.flatMap(({ row, cells }) => {
    const text = (key: string): string => textOfCell(cells[key]);
    if (text('id') === '') return [];
    return [
      {
        id: text('id'),
        row,
        state: DIFFICULTY_STATE_WORDS.codeOf(text('state')) ?? '',
        owner: text('owner'),
        due: dayOfCell(cells.due ?? '') ?? '',
        answer: text('answer'),
        shared: flagOfCell(cells.shared ?? '', false) ?? false,
      },
    ];
  });
}

/** An answer that staff share with all units, with what was asked; a member's own words are not passed on ('' then). */
export interface SharedAnswer {
  readonly question: string;
  readonly answer: string;
}

/** The answers of the tab that are marked to be shared, in its order. No unit is named. */
export function sharedAnswersFrom(rows: ReadRows): readonly SharedAnswer[] {
  return readTable(DIFFICULTIES_TAB, rows).records.flatMap(({ cells }): readonly SharedAnswer[] => {
    const answer = textOfCell(cells.answer).trim();
    if (flagOfCell(cells.shared ?? '', false) !== true || answer === '') return [];
    const isMembers = textOfCell(cells.raisedBy) === RAISED_BY.MEMBER;
    return [{ question: isMembers ? '' : textOfCell(cells.text).trim(), answer }];
  });
}
