import { erasedRows, isAbout } from '../programme/privacy';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { erasedRow, rowToEvent } from '../workbook/ledger-rows';
import { copiedCells, ERASED_COPIES, LOG_TAB, logDataOf } from '../workbook/log-tab';
import { columnsByKey } from '../workbook/tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { logRequests } from './ledger-copies';
import type { UnitReading } from './read-unit';

/** Rows of the log read in one stretch. */
const STRETCH = 2_000;

/**
 * Takes the words out of the copies that *Nhật ký* keeps of a unit's erased rows, and of copies of rows about these people that no longer count; an entry
 * of the log names the copies, so that they stay copies and *Khôi phục* brings figures back and no words. One read of names, then the rows concerned;
 * one write. Nothing to erase = no write.
 */
export function redactCopies(
  district: District,
  { state }: DistrictFacts,
  { ledgers, events }: UnitReading,
  codes: ReadonlySet<string>,
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
    (rows ?? []).forEach((row, index) => {
      const [ledger = '', number = ''] = textOfCell(row[at('related')]).split('#');
      if (!own.has(ledger)) return;
      const cells = copiedCells({ data: logDataOf(String(row[at('data')] ?? '')) });
      const event = cells && rowToEvent(ledger, cells);
      if (!cells || !event) return;
      if (erased.get(ledger)?.has(Number(number)) !== true && !isAbout(event, codes)) return;
      const data = JSON.stringify({ cells: erasedRow(cells) });
      if (data === String(row[at('data')] ?? '')) return;
      const sheetRow = first + index;
      requests.push(
        writeCells(sheetId, sheetRow, at('data'), [[data]]),
        writeCells(sheetId, sheetRow, at('detail'), [['']]),
      );
      seqs.push(Number(row[at('seq')]));
    });
  }
  if (requests.length === 0) return;
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Xóa theo yêu cầu',
    related: ERASED_COPIES,
    detail: `Xóa lời văn ở ${seqs.length} dòng của Nhật ký`,
    data: { rows: seqs },
  };
  district.api.change(
    district.book,
    [...requests, ...logRequests(state, [entry]), ...state.changes()],
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
