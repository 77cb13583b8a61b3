import { fittingText } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type Column, type TabRecord } from './tab';

/** The one tab of an export: everything that is held on a member, a line a cell, to be printed or handed over (Luật 91/2025/QH15). */
export const HELD_TAB = tab(
  SHEET_IDS.heldData,
  'Dữ liệu đang giữ',
  [
    column('place', 'Nơi lưu', 'text', 260),
    column('entry', 'Mục', 'text', 80),
    column('field', 'Cột', 'text', 200),
    column('text', 'Nội dung', 'text', 560),
  ],
  2,
);

/** One cell that holds something. */
export interface HeldLine {
  readonly place: string;
  /** Which of the rows of that place, from 1. */
  readonly entry: number;
  readonly field: string;
  readonly text: string;
}

/** Everything in a row that is not empty, under the headers people know; `shown` = each cell as people read it. */
export function heldLines(
  place: string,
  entry: number,
  columns: readonly Pick<Column, 'key' | 'header'>[],
  shown: (key: string) => string,
): readonly HeldLine[] {
  return columns.flatMap(({ key, header }) => {
    const text = shown(key);
    return text.trim() === '' ? [] : [{ place, entry, field: header, text }];
  });
}

/** A line as a row. */
export function heldRecord({ place, entry, field, text }: HeldLine): TabRecord {
  return { place, entry: String(entry), field, text: fittingText(text) };
}
