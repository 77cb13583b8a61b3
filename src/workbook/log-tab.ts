import { formatMoment, parseMoment, type EpochMs } from '../programme/dates';
import { fittingText, textOfCell, type ReadRows } from './cells';
import { checkCell, checkOf, checkOfCell, checkWithLink } from './ledger-hash';
import { EMPTY_LEDGER, ledgerText, textOfLedger, type LedgerCells, type LedgerTail } from './ledger-rows';
import { LEDGER_COLUMNS } from './ledger-tab';
import { SHEET_IDS } from './sheet-ids';
import { column, readTable, tab } from './tab';

/**
 * The tab *Nhật ký*: a copy of every ledger row collected, and the staff's own acts, chained by hashes. Of a ledger row, `related` names ledger
 * and number, `data` keeps all its cells.
 */
export const LOG_TAB = tab(
  SHEET_IDS.log,
  'Nhật ký',
  [
    column('seq', 'STT', 'text', 70),
    column('at', 'Thời gian', 'text', 140),
    column('actor', 'Người thực hiện', 'text', 200),
    column('what', 'Việc', 'text', 200),
    column('related', 'Dòng liên quan', 'text', 200),
    column('detail', 'Chi tiết', 'text', 420),
    column('data', 'Dữ liệu', 'text', 120, { hidden: true }),
    column('check', 'Mã kiểm', 'text', 120, { hidden: true }),
  ],
  1,
);

/** `related` of an entry that names copies whose words were taken out on request: they count although their check speaks of the words. */
export const ERASED_COPIES = '(xóa theo yêu cầu)';

/** The name under which the log's own chain is hashed. */
const LOG = 'LOG';

/** An entry of the log. `related` '' for an act of staff; else `<ledger>#<seq>` of the row it is a copy of. */
export interface LogEntry {
  readonly at: EpochMs;
  readonly actor: string;
  readonly what: string;
  readonly related: string;
  readonly detail: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Entry of a ledger row's copy; `cells` are all cells of the row. */
export function logEntryOfRow(ledger: string, cells: LedgerCells): LogEntry {
  const [seq = '', at = '', actor = '', what = ''] = cells;
  return {
    at: parseMoment(at) ?? 0,
    actor,
    what,
    related: `${ledger}#${seq}`,
    detail: textOfLedger(cells[LEDGER_COLUMNS.findIndex((one) => one.key === 'text')] ?? ''),
    data: { cells },
  };
}

/** Rows to append behind the log's tail. */
export function logRowsFor(
  entries: readonly LogEntry[],
  tail: LedgerTail = EMPTY_LEDGER,
): { readonly rows: readonly LedgerCells[]; readonly tail: LedgerTail } {
  let end = tail;
  const rows = entries.map((entry) => {
    const seq = end.lastSeq + 1;
    const cells = [
      String(seq),
      formatMoment(entry.at),
      ledgerText(entry.actor),
      ledgerText(entry.what),
      ledgerText(entry.related),
      ledgerText(fittingText(entry.detail)),
      JSON.stringify(entry.data),
    ];
    const check = checkOf(LOG, cells, end.lastHash);
    end = { lastSeq: seq, lastHash: check.hash };
    return [...cells, checkCell(check)];
  });
  return { rows, tail: end };
}

/** The log as read: its entries by number, its end, and the rows that do not match their check. */
export interface LogReading extends LedgerTail {
  readonly entries: readonly (LogEntry & { readonly seq: number })[];
  /** 0-based rows. */
  readonly brokenRows: readonly number[];
}

/** Reads the log in the order of its numbers. Copies that a later entry names as erased count without their words. */
export function readLog(rows: ReadRows): LogReading {
  const entries: (LogEntry & { seq: number })[] = [];
  const brokenRows: number[] = [];
  let end = EMPTY_LEDGER;
  const read = readTable(LOG_TAB, rows).records.map(({ row, cells: given }) => {
    const cells = LOG_TAB.columns.map(({ key }) => String(given[key] ?? ''));
    const check = checkOfCell(cells[7] ?? '');
    const seq = Number(cells[0]);
    const isWhole =
      check !== null && checkWithLink(LOG, cells.slice(0, 7), check.link).hash === check.hash && seq > 0;
    return { row, cells, check, seq, isWhole };
  });
  const erased = new Set(
    read
      .filter(({ isWhole, cells }) => isWhole && textOfLedger(cells[4] ?? '') === ERASED_COPIES)
      .flatMap(({ cells }) => numbersIn(logDataOf(cells[6] ?? '').rows)),
  );
  for (const { row, cells, check, seq, isWhole } of read) {
    if (check === null || (!isWhole && !erased.has(seq))) {
      brokenRows.push(row);
      continue;
    }
    entries.push({
      seq,
      at: parseMoment(cells[1] ?? '') ?? 0,
      actor: textOfLedger(cells[2] ?? ''),
      what: textOfLedger(cells[3] ?? ''),
      related: textOfLedger(cells[4] ?? ''),
      detail: textOfLedger(cells[5] ?? ''),
      data: logDataOf(textOfCell(cells[6])),
    });
    if (seq > end.lastSeq) end = { lastSeq: seq, lastHash: check.hash };
  }
  return { entries: entries.sort((a, b) => a.seq - b.seq), brokenRows, ...end };
}

/** The data of an entry from its cell; {} for what is none. */
export function logDataOf(cell: string): LogEntry['data'] {
  try {
    const data: unknown = JSON.parse(cell);
    return typeof data === 'object' && data !== null ? (data as LogEntry['data']) : {};
  } catch {
    return {};
  }
}

function numbersIn(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'number') : [];
}

/** The cells of a ledger row from its copy; null for an entry that is no copy. */
export function copiedCells({ data: { cells } }: Pick<LogEntry, 'data'>): LedgerCells | null {
  return Array.isArray(cells) && cells.every((cell) => typeof cell === 'string') ? cells : null;
}
