import { formatMoment, type EpochMs } from '../programme/dates';
import type { CellInput, ReadRows } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, newTabRows, tab, type TabRecord } from './tab';

/** The tab *Bắt đầu*: what to do next, links, health. The same shape in the district's and a base unit's workbook. */
export const START_TAB = tab(SHEET_IDS.start, 'Bắt đầu', [
  column('item', 'Mục', 'text', 260),
  column('value', 'Nội dung', 'text', 460),
  column('link', 'Đường dẫn', 'text', 320),
  column('note', 'Lưu ý', 'text', 360),
]);

/** A line of *Bắt đầu*; a line with an item alone is a heading. */
export interface StartLine {
  readonly item: string;
  readonly value?: string;
  readonly link?: string;
  readonly note?: string;
}

/** How a job last went, for the health lines. */
export interface JobHealth {
  readonly what: string;
  /** Null = has not run yet. */
  readonly lastRun: EpochMs | null;
  /** Longest time between two runs; null = runs on demand only. */
  readonly everyMs: number | null;
  readonly lastError: string;
}

/** All rows of *Bắt đầu*. */
export function startRows(lines: readonly StartLine[]): readonly (readonly CellInput[])[] {
  return newTabRows(
    START_TAB,
    lines.map((line): TabRecord => ({
      item: line.item,
      value: line.value ?? '',
      link: line.link ?? '',
      note: line.note ?? '',
    })),
  );
}

/** *Mục* of the line that holds a branch's poster link, under the heading of its wave. */
export const FORM_LINK_ITEM = 'Đường dẫn phiếu';

/** The poster link that a unit's *Bắt đầu* holds for a branch under a wave's heading ("Đợt I – …"); '' = it holds none (yet). */
export function linkInStart(rows: ReadRows, wave: string, branch: string): string {
  const [item, value, link] = ['item', 'value', 'link'].map((key) =>
    START_TAB.columns.findIndex((one) => one.key === key),
  );
  const at = (row: ReadRows[number], place: number | undefined): string => String(row[place ?? -1] ?? '');
  const from = rows.findIndex((row) => at(row, item).startsWith(`${wave} – `));
  if (from < 0) return '';
  const found = rows
    .slice(from + 1)
    .find((row) => at(row, item) === FORM_LINK_ITEM && at(row, value) === branch);
  return found ? at(found, link) : '';
}

/** Health of a job as a line: when it ran last, and what to do when it is overdue (three times its usual span) or went wrong. */
export function healthLine(health: JobHealth, now: EpochMs): StartLine {
  const { what, lastRun, everyMs, lastError } = health;
  if (lastRun === null) return { item: what, value: 'Chưa chạy lần nào', note: lastError };
  const overdue = everyMs !== null && now - lastRun > 3 * everyMs;
  return {
    item: what,
    value: `Lần gần nhất: ${formatMoment(lastRun).slice(0, 16)}`,
    note:
      lastError !== ''
        ? lastError
        : overdue
          ? 'Đã lâu chưa chạy. Hãy mở bảng điều khiển bằng tài khoản chạy chương trình, rồi bấm Kiểm tra lại.'
          : '',
  };
}
