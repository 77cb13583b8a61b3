import * as fc from 'fast-check';
import { momentOf } from '../../src/programme/dates';
import { ledgerId, type EventDraft } from '../../src/programme/events';
import type { ReadCell } from '../../src/workbook/cells';
import { readLedgerRows, type LedgerReading } from '../../src/workbook/ledger-reading';
import { appendRowsFor, EMPTY_LEDGER, erasedRow, type LedgerCells } from '../../src/workbook/ledger-rows';
import { LEDGER_COLUMNS, ledgerTab } from '../../src/workbook/ledger-tab';
import { headerRow, keyRow } from '../../src/workbook/tab';

const LEDGER = ledgerId('BRANCH', 'P05-KP3', '2014');
const HEAD = [keyRow(ledgerTab(LEDGER)), headerRow(ledgerTab(LEDGER))];
const BY = { actor: 'bithu.kp3@example.com', at: momentOf('2014-04-09', 14) };

function draft(subject: string): EventDraft {
  return {
    ledger: LEDGER,
    kind: 'grade',
    wave: '2014-C1',
    round: 1,
    subject,
    levels: '4444433330',
    class: 'EXCELLENT',
    reason: 'vì đã làm xong',
    text: `Đánh giá ${subject}`,
    data: {},
    operation: `${subject}/01`,
  };
}
/** Five rows of a ledger. */
const WRITTEN = appendRowsFor(['DV-1', 'DV-2', 'DV-3', 'DV-4', 'DV-5'].map(draft), EMPTY_LEDGER, BY);
const ROWS = WRITTEN.rows;
const read = (rows: readonly (readonly ReadCell[])[]): LedgerReading =>
  readLedgerRows(LEDGER, [...HEAD, ...rows]);
const seqs = (reading: LedgerReading): readonly number[] => reading.events.map((event) => event.seq);
const put = (cells: LedgerCells, key: string, value: string): LedgerCells =>
  cells.map((cell, index) => (LEDGER_COLUMNS[index]?.key === key ? value : cell));
const row = (number: number): LedgerCells => ROWS[number - 1] ?? [];

describe('readLedgerRows', () => {
  it('reads an untouched ledger whole, with its end', () => {
    const reading = read([...ROWS, [], ['']]);

    expect(reading.events).toEqual(WRITTEN.events);
    expect(reading).toMatchObject({
      ...WRITTEN.tail,
      broken: [],
      missingSeqs: [],
      missingColumns: [],
      nextRow: 7,
    });
  });

  it('reads the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ROWS], { minLength: 5 }), (sorted) => {
        const reading = read(sorted);

        expect(reading.events).toEqual(WRITTEN.events);
        expect(reading.broken).toEqual([]);
      }),
    );
  });

  it('finds its columns where they were moved to', () => {
    const moved = [...HEAD, ...ROWS].map((cells) => [...cells].reverse());

    expect(readLedgerRows(LEDGER, moved).events).toEqual(WRITTEN.events);
  });

  it('reads nothing where a column is gone, and says which', () => {
    const cut = [...HEAD, ...ROWS].map((cells) => cells.filter((_, index) => index !== 17));

    const reading = readLedgerRows(LEDGER, cut);

    expect(reading.missingColumns).toEqual(['class']);
    expect(reading.events).toEqual([]);
  });

  it('does not count a row of which any cell was changed, and shows it', () => {
    const changes = LEDGER_COLUMNS.slice(0, -1).map((one) => one.key);
    expect(changes.length).toBeGreaterThan(20);
    for (const key of changes) {
      const reading = read([row(1), put(row(2), key, key === 'R1' ? 'K' : '9'), row(3), row(4), row(5)]);

      expect(seqs(reading)).not.toContain(2);
      expect(seqs(reading)).toEqual(expect.arrayContaining([1, 3, 4, 5]));
      expect(reading.broken.map((one) => one.row)).toContain(3);
      expect(reading.missingSeqs).toContain(2);
    }
  });

  it('misses a deleted row and counts those behind it', () => {
    const reading = read([row(1), row(3), row(4), row(5)]);

    expect(seqs(reading)).toEqual([1, 3, 4, 5]);
    expect(reading.missingSeqs).toEqual([2]);
    expect(reading.broken).toEqual([]);
  });

  it('shows a row that was typed in', () => {
    const reading = read([row(1), ['', '', 'ai đó', 'Đánh giá'], ['6', 'x'], row(2)]);

    expect(seqs(reading)).toEqual([1, 2]);
    expect(reading.broken).toEqual([
      { row: 3, seq: null, why: 'NOT_A_ROW' },
      { row: 4, seq: null, why: 'NOT_A_ROW' },
    ]);
    expect(reading.missingSeqs).toEqual([]);
    expect(reading.nextRow).toBe(6);
  });

  it('counts a copied row once', () => {
    const reading = read([...ROWS, row(2)]);

    expect(seqs(reading)).toEqual([1, 2, 3, 4, 5]);
    expect(reading.broken).toEqual([{ row: 7, seq: 2, why: 'DOUBLED' }]);
  });

  it('sees a row that was exchanged for a well-made one', () => {
    const forged = appendRowsFor([draft('DV-1'), draft('DV-9')], EMPTY_LEDGER, BY).rows[1] ?? [];

    const reading = read([row(1), forged, row(3), row(4), row(5)]);

    expect(seqs(reading)).toEqual([1, 3, 4, 5]);
    expect(reading.broken).toEqual([{ row: 3, seq: 2, why: 'EXCHANGED' }]);
    expect(read([...ROWS, forged]).events).toEqual(WRITTEN.events);
  });

  it('does not take rows of another ledger', () => {
    const other = readLedgerRows(ledgerId('BRANCH', 'P05-KP4', '2014'), [...HEAD, ...ROWS]);

    expect(other.events).toEqual([]);
    expect(other.broken.map((one) => one.why)).toEqual(Array(5).fill('CHANGED'));
  });

  it('does not take text moved from one cell to its neighbour', () => {
    const moved = put(put(row(2), 'reason', ''), 'text', 'vì đã làm xongĐánh giá DV-2');

    expect(read([row(1), moved]).broken).toEqual([{ row: 3, seq: 2, why: 'CHANGED' }]);
  });

  it('counts a row that was redacted on request, and only when told so', () => {
    const rows = [row(1), erasedRow(row(2)), row(3)];

    const told = readLedgerRows(LEDGER, [...HEAD, ...rows], { erased: new Set([2]) });

    expect(seqs(told)).toEqual([1, 2, 3]);
    expect(told.events[1]).toMatchObject({ text: '', levels: '4444433330' });
    expect(seqs(read(rows))).toEqual([1, 3]);
  });

  it('reads a tail behind a row already known', () => {
    const columns = new Map(LEDGER_COLUMNS.map((one, index) => [one.key, index]));
    const after = appendRowsFor(['DV-1', 'DV-2', 'DV-3'].map(draft), EMPTY_LEDGER, BY).tail;

    const reading = readLedgerRows(LEDGER, [row(3), row(4), row(5), []], { columns, firstRow: 4, after });
    const nothingNew = readLedgerRows(LEDGER, [row(3), []], { columns, firstRow: 4, after });

    expect(seqs(reading)).toEqual([3, 4, 5]);
    expect(reading).toMatchObject({ missingSeqs: [], nextRow: 7, lastSeq: 5 });
    expect(nothingNew).toMatchObject({ ...after, nextRow: 5, missingSeqs: [] });
  });

  it('sees that the known row was exchanged', () => {
    const columns = new Map(LEDGER_COLUMNS.map((one, index) => [one.key, index]));
    const after = { lastSeq: 3, lastHash: 'f'.repeat(32) };

    const reading = readLedgerRows(LEDGER, [row(3), row(4)], { columns, firstRow: 4, after });

    expect(reading.broken).toEqual([{ row: 4, seq: 3, why: 'EXCHANGED' }]);
  });

  it('does not miss thousands of rows for one number typed by hand', () => {
    const reading = read([...ROWS, put(row(5), 'seq', '90000')]);

    expect(reading.broken).toEqual([{ row: 7, seq: 90000, why: 'CHANGED' }]);
    expect(reading.missingSeqs.length).toBeLessThan(3);
  });
});
