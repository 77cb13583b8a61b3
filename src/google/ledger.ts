import type { EventDraft, LedgerEvent } from '../programme/events';
import type { EpochMs } from '../programme/dates';
import { textOfCell, type ReadCell, type ReadRows } from '../workbook/cells';
import { checkOfCell } from '../workbook/ledger-hash';
import { readLedgerRows, type LedgerReading } from '../workbook/ledger-reading';
import { appendRowsFor, type LedgerTail } from '../workbook/ledger-rows';
import { FEWEST_SPARE_ROWS, LEDGER_COLUMNS, ledgerTab, SPARE_ROWS } from '../workbook/ledger-tab';
import { columnsByKey, KEY_ROW } from '../workbook/tab';
import { readColumns, readRange, readRows, readTab, rowsWithin, type Range, type Sheet } from './book';
import { googleDigest } from './digest';
import { retrying } from './retry';
import type { Services } from './services';

/** Rows read again inside the lock, from the last known one on (architecture.md 3.6). */
export const TAIL_ROWS = 60;

/** A ledger as it was read, and where its next row goes. */
export interface OpenLedger {
  readonly ledger: string;
  readonly sheet: Sheet;
  readonly columns: ReadonlyMap<string, number>;
  readonly reading: LedgerReading;
  /** Number and hash the next row is written behind; a row that was changed by hand keeps its number. */
  readonly end: LedgerTail;
  /** Cells of the last row with anything in it, as the mark from which a tail is read; [] = none yet. */
  readonly lastRow: readonly ReadCell[];
  readonly erased: ReadonlySet<number>;
}

/** Reads a ledger whole, in one call (three where a column was moved behind ours). `erased` = numbers of rows whose words were taken out on request. */
export function openLedger(
  services: Services,
  sheet: Sheet,
  ledger: string,
  erased: ReadonlySet<number> = new Set(),
): OpenLedger {
  let rows = readColumns(services, sheet, LEDGER_COLUMNS.length);
  let columns = columnsByKey(ledgerTab(ledger), rows[KEY_ROW] ?? []);
  if (columns.size < LEDGER_COLUMNS.length) {
    rows = readTab(services, sheet);
    columns = columnsByKey(ledgerTab(ledger), rows[KEY_ROW] ?? []);
  }
  const reading = readLedgerRows(ledger, rows, { erased, digest: googleDigest(services) });
  const lastRow = reading.nextRow > ledgerTab(ledger).frozenRows ? (rows[reading.nextRow - 1] ?? []) : [];
  return { ledger, sheet, columns, reading, end: endOf(reading, rows, 0, columns), lastRow, erased };
}

/**
 * The ledger with what was appended since it was read: 60 rows from its last row on, in one call. When they are all full, or another row stands
 * at the mark (somebody sorted, or moved a column), the whole of it is read.
 */
export function readOn(services: Services, open: OpenLedger): OpenLedger {
  const { ledger, sheet, columns, reading, erased } = open;
  const again = (): OpenLedger => openLedger(services, sheet, ledger, erased);
  const known = open.lastRow.length > 0 ? 1 : 0;
  const from = reading.nextRow - known;
  const rows = readRows(services, sheet, from, TAIL_ROWS, widthOf(columns));
  if (!rows || !isEmptyRow(rows[rows.length - 1] ?? [])) return again();
  if (known === 1 && !isSameRow(rows[0] ?? [], open.lastRow, columns)) return again();

  const added = rows.slice(known);
  const firstRow = from + known;
  if (added.every(isEmptyRow)) return open;
  const more = readLedgerRows(ledger, added, {
    columns,
    firstRow,
    erased,
    after: reading,
    digest: googleDigest(services),
  });
  const merged: LedgerReading = {
    events: [...reading.events, ...more.events],
    rows: [...reading.rows, ...more.rows],
    broken: [...reading.broken, ...more.broken],
    missingSeqs: [...reading.missingSeqs, ...more.missingSeqs],
    missingColumns: [],
    nextRow: more.nextRow,
    lastSeq: more.lastSeq,
    lastHash: more.lastHash,
  };
  const lastRow = rows[more.nextRow - 1 - from] ?? [];
  const end = laterOf(endOf(more, added, firstRow, columns), open.end);
  return { ...open, reading: merged, end, lastRow };
}

/** Rows that were written and are not yet read back. */
export interface WrittenRows {
  readonly range: Range;
  readonly cells: readonly (readonly string[])[];
  /** The ledger with them. */
  readonly open: OpenLedger;
  readonly events: readonly LedgerEvent[];
}

/**
 * Appends drafts behind the ledger's end as one block of texts, and flushes; to be done inside the document lock, after `readOn`. The tab is
 * enlarged only when fewer than 60 rows are free. Writing the same block twice leaves the same behind, so passing errors are tried again.
 */
export function appendToLedger(
  services: Services,
  open: OpenLedger,
  drafts: readonly EventDraft[],
  by: { readonly actor: string; readonly at: EpochMs },
): WrittenRows {
  const { sheet, columns, reading } = open;
  const { rows, events, tail } = appendRowsFor(drafts, open.end, by);
  const width = widthOf(columns);
  const places = LEDGER_COLUMNS.map((one) => columns.get(one.key) ?? -1);
  const cells = rows.map((row) => {
    const placed = Array.from({ length: width }, () => '');
    row.forEach((cell, index) => {
      placed[places[index] ?? -1] = cell;
    });
    return placed;
  });
  const range = roomFor(sheet, reading.nextRow, cells.length, width);
  retrying(services, () => {
    range.setValues(cells);
    services.spreadsheets.flush();
  });
  const nextRow = reading.nextRow + cells.length;
  const after: OpenLedger = {
    ...open,
    reading: { ...reading, ...tail, events: [...reading.events, ...events], nextRow },
    end: tail,
    lastRow: cells[cells.length - 1] ?? [],
  };
  return { range, cells, open: after, events };
}

/** Reads back what was written; throws when Google keeps anything else (architecture.md 3.6, 3.12). One call. */
export function readBack(services: Services, { range, cells, open }: WrittenRows): void {
  const kept = readRange(services, range);
  cells.forEach((row, index) => {
    const place = row.findIndex((cell, column) => cell !== kept[index]?.[column]);
    if (place >= 0)
      throw new Error(`Row ${index + 1} of a block of ${open.ledger} was not kept in column ${place + 1}`);
  });
}

/** The rows whose operation id (32 hex digits, before the '/') is the given one. */
export function rowsOfOperation(open: OpenLedger, operation: string): readonly LedgerEvent[] {
  return open.reading.events.filter((event) => event.operation.startsWith(`${operation}/`));
}

function roomFor(sheet: Sheet, row: number, count: number, width: number): Range {
  if (!rowsWithin(sheet, row, Math.max(count, FEWEST_SPARE_ROWS), width)) {
    const last = sheet.getMaxRows();
    sheet.insertRowsAfter(last, count + SPARE_ROWS);
    sheet.getRange(last + 1, 1, count + SPARE_ROWS, sheet.getMaxColumns()).setNumberFormat('@');
  }
  return sheet.getRange(row + 1, 1, count, width);
}

function widthOf(columns: ReadonlyMap<string, number>): number {
  return Math.max(...columns.values()) + 1;
}

function isEmptyRow(row: readonly ReadCell[]): boolean {
  return row.every((cell) => cell === '');
}

function isSameRow(
  a: readonly ReadCell[],
  b: readonly ReadCell[],
  columns: ReadonlyMap<string, number>,
): boolean {
  return [...columns.values()].every((place) => textOfCell(a[place]) === textOfCell(b[place]));
}

/**
 * The end behind which the next row is numbered. A last row that was changed by hand does not count, but its number stays taken: the owner will
 * restore it. A number far beyond was typed in, and is not followed.
 */
function endOf(
  reading: LedgerReading,
  rows: ReadRows,
  firstRow: number,
  columns: ReadonlyMap<string, number>,
): LedgerTail {
  let end: LedgerTail = { lastSeq: reading.lastSeq, lastHash: reading.lastHash };
  const highest = reading.lastSeq + reading.broken.length;
  for (const broken of reading.broken) {
    if (broken.seq === null || broken.seq <= end.lastSeq || broken.seq > highest) continue;
    const cell = rows[broken.row - firstRow]?.[columns.get('check') ?? -1];
    const check = checkOfCell(textOfCell(cell));
    end = { lastSeq: broken.seq, lastHash: check?.hash ?? '' };
  }
  return end;
}

function laterOf(a: LedgerTail, b: LedgerTail): LedgerTail {
  return a.lastSeq >= b.lastSeq ? a : b;
}
