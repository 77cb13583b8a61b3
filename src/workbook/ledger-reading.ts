import type { LedgerEvent } from '../programme/events';
import { textOfCell, type ReadCell, type ReadRows } from './cells';
import { checkOfCell, checkWithLink, LINK_SIGNS, type Digest, type RowCheck } from './ledger-hash';
import { EMPTY_LEDGER, rowToEvent, type LedgerCells, type LedgerTail } from './ledger-rows';
import { LEDGER_COLUMNS, ledgerTab } from './ledger-tab';
import { columnsByKey } from './tab';

/**
 * Why a row of a ledger does not count: typed in by hand; its cells do not match its check; its number stands there twice; the row behind it
 * was written after another row than this one.
 */
export type WhyBroken = 'NOT_A_ROW' | 'CHANGED' | 'DOUBLED' | 'EXCHANGED';

/** A row that does not count; it is shown, and the owner restores the district's copy. `seq` null = it has none. */
export interface BrokenRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly seq: number | null;
  readonly why: WhyBroken;
}

/** A row that counts. */
export interface CountedRow {
  readonly row: number;
  readonly cells: LedgerCells;
  readonly event: LedgerEvent;
}

/** A ledger as read. */
export interface LedgerReading extends LedgerTail {
  /** In order of their numbers. */
  readonly events: readonly LedgerEvent[];
  /** The same rows with their cells, for the district's copy. */
  readonly rows: readonly CountedRow[];
  readonly broken: readonly BrokenRow[];
  /** Numbers that should stand there and do not (rows deleted, or broken). Rows deleted at the end only the copy can tell. */
  readonly missingSeqs: readonly number[];
  /** Keys of columns that are gone; then nothing is read. */
  readonly missingColumns: readonly string[];
  /** 0-based row behind the last one with anything in it: where the next row goes. */
  readonly nextRow: number;
}

/** How to read a part of a ledger, or one with redacted rows. */
export interface LedgerReadingOptions {
  /** Where each column stands, when `rows` begin elsewhere than with the key row. */
  readonly columns?: ReadonlyMap<string, number>;
  /** Sheet row of the first of `rows`; 0. */
  readonly firstRow?: number;
  /** The last row already known: rows up to it are not missed. */
  readonly after?: LedgerTail;
  /** Numbers of rows redacted on request (event erased in the district's ledger): they count although their words are gone. */
  readonly erased?: ReadonlySet<number>;
  /** What hashes are worked out with; left out: a program of ours. */
  readonly digest?: Digest;
}

const KEYS: readonly string[] = LEDGER_COLUMNS.map((one) => one.key);
const CHECK = KEYS.length - 1;

/**
 * Reads a ledger (architecture.md 3.3): the order is the sequence number, so that sorting does no harm; a row without a valid hash does not
 * count and is shown; missing, exchanged and doubled rows are found. Empty rows are passed over.
 */
export function readLedgerRows(
  ledger: string,
  rows: ReadRows,
  options: LedgerReadingOptions = {},
): LedgerReading {
  const after = options.after ?? EMPTY_LEDGER;
  const columns = options.columns ?? columnsByKey(ledgerTab(ledger), rows[0] ?? []);
  const missingColumns = KEYS.filter((key) => !columns.has(key));
  const nothing = { events: [], rows: [], broken: [], missingSeqs: [], missingColumns, ...after };
  const firstRow = options.firstRow ?? 0;
  if (missingColumns.length > 0) return { ...nothing, nextRow: firstRow + rows.length };

  const start = options.columns ? 0 : ledgerTab(ledger).frozenRows;
  const places = KEYS.map((key) => columns.get(key) ?? -1);
  const broken: BrokenRow[] = [];
  const candidates: Candidate[] = [];
  let nextRow = Math.max(firstRow, options.columns ? 0 : start);
  for (let index = start; index < rows.length; index++) {
    const given = rows[index] ?? [];
    // The spare rows at a ledger's end are many times its rows.
    if (isEmptyRow(given)) continue;
    const cells = cellsOf(given, places);
    if (isEmptyRow(cells)) continue;
    const row = firstRow + index;
    nextRow = row + 1;
    const event = rowToEvent(ledger, cells);
    const check = checkOfCell(cells[CHECK] ?? '');
    if (!event || !check) {
      broken.push({ row, seq: check ? numberIn(cells[0] ?? '') : null, why: 'NOT_A_ROW' });
      continue;
    }
    const valid =
      options.erased?.has(event.seq) === true ||
      checkWithLink(ledger, cells.slice(0, CHECK), check.link, options.digest).hash === check.hash;
    if (valid) candidates.push({ row, cells, event, check });
    else broken.push({ row, seq: event.seq, why: 'CHANGED' });
  }

  const kept = chained(candidates, after, broken);
  const last = kept[kept.length - 1];
  return {
    events: kept.map((one) => one.event),
    rows: kept,
    broken: broken.sort((a, b) => a.row - b.row),
    missingSeqs: gaps(kept, after.lastSeq, broken),
    missingColumns,
    nextRow,
    lastSeq: last && last.event.seq > after.lastSeq ? last.event.seq : after.lastSeq,
    lastHash: last && last.event.seq > after.lastSeq ? last.check.hash : after.lastHash,
  };
}

interface Candidate extends CountedRow {
  readonly check: RowCheck;
}

/** Each number once, and only rows the one behind them was written after. Read from the end: the newest row has nothing to answer to. */
function chained(
  candidates: readonly Candidate[],
  after: LedgerTail,
  broken: BrokenRow[],
): readonly Candidate[] {
  const bySeq = new Map<number, Candidate[]>();
  for (const one of candidates) bySeq.set(one.event.seq, [...(bySeq.get(one.event.seq) ?? []), one]);
  const kept: Candidate[] = [];
  let behind: Candidate | null = null;
  for (const seq of [...bySeq.keys()].sort((a, b) => b - a)) {
    const link: string | null = behind && behind.event.seq === seq + 1 ? behind.check.link : null;
    const own = bySeq.get(seq) ?? [];
    const fitting: readonly Candidate[] = own.filter(
      (one) =>
        (link === null || one.check.hash.slice(0, LINK_SIGNS) === link) &&
        (seq !== after.lastSeq || one.check.hash === after.lastHash),
    );
    const [chosen] = fitting;
    for (const one of own)
      if (one !== chosen)
        broken.push({ row: one.row, seq, why: fitting.includes(one) ? 'DOUBLED' : 'EXCHANGED' });
    if (chosen) kept.push(chosen);
    behind = chosen ?? null;
  }
  return kept.reverse();
}

function gaps(kept: readonly Candidate[], from: number, broken: readonly BrokenRow[]): readonly number[] {
  const there = new Set(kept.map((one) => one.event.seq));
  const highest = Math.max(from, ...there, ...broken.map((one) => one.seq ?? 0));
  // A number written in by hand must not make thousands of rows look missing.
  const end = Math.min(highest, Math.max(from, ...there) + broken.length);
  const missing: number[] = [];
  for (let seq = from + 1; seq <= end; seq++) if (!there.has(seq)) missing.push(seq);
  return missing;
}

/** The number of a row that once was one: without a check it was typed in, and takes no number. */
function numberIn(cell: string): number | null {
  return /^[1-9]\d{0,8}$/.test(cell) ? Number(cell) : null;
}

function isEmptyRow(row: readonly ReadCell[]): boolean {
  for (const cell of row) if (cell !== '') return false;
  return true;
}

function cellsOf(row: readonly ReadCell[], places: readonly number[]): LedgerCells {
  return places.map((place) => {
    const cell = row[place] ?? '';
    return typeof cell === 'string' ? cell : textOfCell(cell);
  });
}
