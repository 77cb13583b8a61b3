import { eventData, type LedgerEvent } from '../programme/events';
import type { LedgerReading } from '../workbook/ledger-reading';
import { EMPTY_LEDGER, type LedgerTail } from '../workbook/ledger-rows';
import { logEntryOfRow, logRowsFor, LOG_TAB, type LogEntry } from '../workbook/log-tab';
import { appendRows, type SheetsRequest } from '../google/sheets-batch';
import type { ReadLedger, UnitReading } from './read-unit';
import { jsonOf, type NamedTexts } from './state-tab';

/** How far each ledger of a unit was copied, and what was folded from it. */
export interface UnitCopies {
  readonly tails: Readonly<Record<string, LedgerTail>>;
  /** Short text of everything the last fold was made of: the same again = nothing to write. */
  readonly sign: string;
}

/** A ledger that is not as it should be, for staff. */
export interface BrokenLedger {
  readonly tab: string;
  /** Rows that do not count because they were typed, changed, doubled or exchanged; people's numbers. */
  readonly rows: readonly number[];
  /** Numbers of rows that are gone. */
  readonly missing: readonly number[];
  /** The whole tab is gone. */
  readonly gone: boolean;
}

/** What is known of a unit's ledgers. */
export function copiesOf(state: NamedTexts, unit: string): UnitCopies {
  return jsonOf<UnitCopies>(state, `ledgers:${unit}`, { tails: {}, sign: '' });
}

/**
 * Copies the rows that are new into *Nhật ký* and moves the tails, all for one atomic write: killed before it, the next run copies the same rows;
 * after it, none.
 */
export function copyRows(
  state: NamedTexts,
  { entry, ledgers }: UnitReading,
  sign: string,
): readonly SheetsRequest[] {
  const before = copiesOf(state, entry.unit.code);
  const tails: Record<string, LedgerTail> = { ...before.tails };
  const entries: LogEntry[] = [];
  for (const { ledger, reading } of ledgers) {
    if (!reading) continue;
    const known = before.tails[ledger.ledger] ?? EMPTY_LEDGER;
    for (const row of reading.rows)
      if (row.event.seq > known.lastSeq) entries.push(logEntryOfRow(ledger.ledger, row.cells));
    if (reading.lastSeq > known.lastSeq)
      tails[ledger.ledger] = { lastSeq: reading.lastSeq, lastHash: reading.lastHash };
  }
  state.set(`ledgers:${entry.unit.code}`, JSON.stringify({ tails, sign } satisfies UnitCopies));
  return logRequests(state, entries);
}

/** Appends entries to *Nhật ký* behind its tail, which moves in the same write. */
export function logRequests(state: NamedTexts, entries: readonly LogEntry[]): readonly SheetsRequest[] {
  if (entries.length === 0) return [];
  const appended = logRowsFor(entries, jsonOf<LedgerTail>(state, 'log', EMPTY_LEDGER));
  state.set('log', JSON.stringify(appended.tail));
  return [appendRows(LOG_TAB.sheetId, appended.rows)];
}

/**
 * Numbers of a ledger's rows that are gone, changed, exchanged, or others than were copied; in order. The last copied row's hash stands for all
 * before it, for each row is chained to the one before; when it differs, every copied row is suspected. `hashAt` = hash of the row that counts.
 */
export function lostRows(
  reading: LedgerReading,
  tail: LedgerTail | undefined,
  hashAt: (seq: number) => string,
): readonly number[] {
  const lost = new Set(reading.missingSeqs);
  for (const { seq } of reading.broken) if (seq !== null) lost.add(seq);
  const known = tail?.lastSeq ?? 0;
  for (let seq = reading.lastSeq + 1; seq <= known; seq++) lost.add(seq);
  if (known > 0 && hashAt(known) !== tail?.lastHash) for (let seq = 1; seq <= known; seq++) lost.add(seq);
  return [...lost].sort((a, b) => a - b);
}

/** The ledgers of a unit that lost rows or hold rows that do not count; what *Sổ Quận* has restored is not told again. */
export function brokenLedgers(
  state: NamedTexts,
  { entry, ledgers, events }: UnitReading,
): readonly BrokenLedger[] {
  const { tails } = copiesOf(state, entry.unit.code);
  return ledgers.flatMap(({ ledger, reading }: ReadLedger): readonly BrokenLedger[] => {
    const known = tails[ledger.ledger]?.lastSeq ?? 0;
    const tab = `${ledger.tab.title} (${entry.unit.name})`;
    if (!reading) return [{ tab, rows: [], missing: [], gone: true }];
    const restored = restoredIn(events, ledger.ledger);
    const missing = [...reading.missingSeqs];
    for (let seq = Math.max(reading.lastSeq, ...missing, 0) + 1; seq <= known; seq++) missing.push(seq);
    const rows = reading.broken
      .filter((one) => one.seq === null || !restored.has(one.seq))
      .map((one) => one.row + 1);
    const gone = missing.filter((seq) => !restored.has(seq));
    return rows.length === 0 && gone.length === 0 ? [] : [{ tab, rows, missing: gone, gone: false }];
  });
}

/** Numbers of a ledger's rows that *Sổ Quận* has restored. */
export function restoredIn(events: readonly LedgerEvent[], ledger: string): ReadonlySet<number> {
  const copies = events.flatMap((event) =>
    event.kind === 'restored' ? [eventData(event, 'restored').event] : [],
  );
  return new Set(copies.flatMap((copy) => (copy?.ledger === ledger ? [copy.seq] : [])));
}

/** One line for staff. */
export function brokenSentence({ tab, rows, missing, gone }: BrokenLedger): string {
  if (gone) return `Không thấy trang “${tab}”. Bấm Kiểm tra và sửa sổ để tạo lại.`;
  const parts = [
    ...(rows.length > 0 ? [`dòng ${rows.slice(0, 10).join(', ')} không được tính vì đã bị sửa tay`] : []),
    ...(missing.length > 0 ? [`thiếu dòng số ${missing.slice(0, 10).join(', ')}`] : []),
  ];
  return `Trang “${tab}”: ${parts.join('; ')}. Hãy xem lại cùng Ban Chấp hành; bản sao còn trong Nhật ký.`;
}
