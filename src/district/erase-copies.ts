import { erasedRows, type Concerns } from '../programme/privacy';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { erasedRow, rowToEvent } from '../workbook/ledger-rows';
import { copiedCells, ERASED_COPIES, LOG_TAB, logDataOf } from '../workbook/log-tab';
import { columnsByKey } from '../workbook/tab';
import type { SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { logRequests } from './ledger-copies';
import type { UnitReading } from './read-unit';
import { columnBlocks, type RedactedCell } from './redact-columns';

/** Rows of the log read in one stretch. */
const STRETCH = 2_000;

/** Copies that one entry of the log names: their numbers must fit a cell. */
const ROWS_AN_ENTRY = 5_000;

/**
 * Takes the words out of the copies that *Nhật ký* keeps of a unit's erased rows, and of copies of such rows that no longer count; an entry
 * of the log names the copies, so that they stay copies and *Khôi phục* brings figures back and no words. One read of names, then the rows concerned;
 * one write. Nothing to erase = no write.
 */
export function redactCopies(
  district: District,
  { state }: DistrictFacts,
  { ledgers, events }: UnitReading,
  concerns: Concerns,
): void {
  const { sheetId } = LOG_TAB;
  const own = new Set(ledgers.map(({ ledger }) => ledger.ledger));
  const erased = erasedRows(events);
  const place = LOG_TAB.columns.findIndex((one) => one.key === 'related');
  const [names] = district.api.read(district.book, [
    { sheetId, startColumnIndex: place, endColumnIndex: place + 1 },
  ]);
  const wanted = (names ?? []).flatMap((row, index) => {
    const [ledger = ''] = textOfCell(row[0]).split('#');
    return own.has(ledger) ? [index] : [];
  });
  if (wanted.length === 0) return;
  const requests: SheetsRequest[] = [];
  const seqs: number[] = [];
  for (const [first, last] of stretches(wanted)) {
    const [head, rows] = district.api.read(district.book, [
      { sheetId, startRowIndex: 0, endRowIndex: 1 },
      { sheetId, startRowIndex: first, endRowIndex: last + 1 },
    ]) as readonly (ReadRows | null)[];
    const columns = columnsByKey(LOG_TAB, head?.[0] ?? []);
    const at = (key: string): number => columns.get(key) ?? -1;
    const [datas, details]: [RedactedCell[], RedactedCell[]] = [[], []];
    (rows ?? []).forEach((row, index) => {
      const [ledger = '', number = ''] = textOfCell(row[at('related')]).split('#');
      if (!own.has(ledger)) return;
      const cells = copiedCells({ data: logDataOf(String(row[at('data')] ?? '')) });
      const event = cells && rowToEvent(ledger, cells);
      if (!cells || !event) return;
      if (erased.get(ledger)?.has(Number(number)) !== true && !concerns(event)) return;
      const data = JSON.stringify({ cells: erasedRow(cells) });
      if (data === String(row[at('data')] ?? '')) return;
      const one = first + index;
      datas.push({ row: one, was: String(row[at('data')] ?? ''), now: data });
      details.push({ row: one, was: String(row[at('detail')] ?? ''), now: '' });
      seqs.push(Number(row[at('seq')]));
    });
    requests.push(
      ...columnBlocks(sheetId, at('data'), datas),
      ...columnBlocks(sheetId, at('detail'), details),
    );
  }
  if (requests.length === 0) return;
  const entries = Array.from({ length: Math.ceil(seqs.length / ROWS_AN_ENTRY) }, (_, index) => {
    const rows = seqs.slice(index * ROWS_AN_ENTRY, (index + 1) * ROWS_AN_ENTRY);
    return {
      at: district.now(),
      actor: district.email,
      what: 'Xóa theo yêu cầu',
      related: ERASED_COPIES,
      detail: `Xóa lời văn ở ${rows.length} dòng của Nhật ký`,
      data: { rows },
    };
  });
  district.api.change(
    district.book,
    [...requests, ...logRequests(state, entries), ...state.changes()],
    false,
  );
}

/** Rows in stretches that are read at once: neighbours, and those between them. */
function stretches(rows: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    if (last && row - last[0] < STRETCH) last[1] = row;
    else found.push([row, row]);
  }
  return found;
}
