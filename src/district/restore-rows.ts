import type { EventDraft, LedgerEvent } from '../programme/events';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { checkOfCell } from '../workbook/ledger-hash';
import { appendRowsFor, LEDGER_DATA_SIGNS, rowToEvent, type LedgerCells } from '../workbook/ledger-rows';
import { copiedCells, ERASED_COPIES, LOG_TAB, readLog } from '../workbook/log-tab';
import { appendRows, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { copiesOf, lostRows, restoredIn, type UnitCopies } from './ledger-copies';
import { withRows, type ReadLedger, type UnitReading } from './read-unit';
import type { NamedTexts } from './state-tab';

/** Above so many rows the log is read whole: a request with more areas costs more than the rows between. */
const MOST_AREAS = 200;

/** A unit's reading with what was restored, and the rows to append to its *Sổ Quận*. */
export interface RestoredUnit {
  readonly reading: UnitReading;
  readonly requests: readonly SheetsRequest[];
  readonly restored: number;
}

/**
 * Makes good what was edited, deleted or exchanged in a unit's ledgers by hand (architecture.md 3.3): the copy in *Nhật ký* of each such row becomes
 * one event *Khôi phục* in *Sổ Quận*, and every fold takes it in that row's place. The committee's tab is left as it is. A row that was
 * never collected has no copy and stays reported. Nothing lost = no call; else two reads of the log.
 */
export function restoreRows(district: District, state: NamedTexts, reading: UnitReading): RestoredUnit {
  const nothing = { reading, requests: [], restored: 0 };
  const own = reading.ledgers.find((one) => one.ledger.owner === 'DISTRICT');
  if (!own?.reading) return nothing;
  const known = copiesOf(state, reading.entry.unit.code);
  const lost = reading.ledgers.flatMap((one) => lostOf(one, known, reading));
  if (lost.length === 0) return nothing;
  const copies = copiesIn(district, new Set(lost.map(({ place }) => place)));
  const drafts = lost.flatMap(({ place, ledger, title, check }): readonly EventDraft[] => {
    const cells = copies.get(place);
    const event = cells && rowToEvent(ledger, cells);
    // The row is there as it was: only one before it was exchanged.
    if (!event || check === cells[cells.length - 1]) return [];
    const draft = draftOf(own.ledger.ledger, event, title);
    return JSON.stringify(draft.data).length <= LEDGER_DATA_SIGNS ? [draft] : [];
  });
  if (drafts.length === 0) return nothing;
  const operation = district.services.utilities.getUuid().replace(/-/g, '');
  const appended = appendRowsFor(
    drafts.map((draft, index) => ({
      ...draft,
      operation: `${operation}/${String(index + 1).padStart(2, '0')}`,
    })),
    own.reading,
    { actor: district.email, at: district.now() },
  );
  return {
    reading: withRows(reading, own, appended),
    requests: [appendRows(own.ledger.tab.definition.sheetId, appended.rows)],
    restored: drafts.length,
  };
}

interface LostRow {
  /** `<ledger>#<seq>`, as the log names its copy. */
  readonly place: string;
  readonly ledger: string;
  readonly title: string;
  /** The check of the row that stands there now; '' = none that counts. */
  readonly check: string;
}

function lostOf(one: ReadLedger, known: UnitCopies, { events }: UnitReading): readonly LostRow[] {
  const { ledger, reading } = one;
  if (!reading) return [];
  const checks = new Map(reading.rows.map((row) => [row.event.seq, row.cells[row.cells.length - 1] ?? '']));
  const restored = restoredIn(events, ledger.ledger);
  const tail = known.tails[ledger.ledger];
  return lostRows(reading, tail, (seq) => checkOfCell(checks.get(seq) ?? '')?.hash ?? '')
    .filter((seq) => seq <= (tail?.lastSeq ?? 0) && !restored.has(seq))
    .map((seq) => ({
      place: `${ledger.ledger}#${seq}`,
      ledger: ledger.ledger,
      title: ledger.tab.title,
      check: checks.get(seq) ?? '',
    }));
}

function draftOf(ledger: string, event: LedgerEvent, title: string): EventDraft {
  return {
    ledger,
    kind: 'restored',
    wave: event.wave,
    round: 0,
    subject: event.subject,
    levels: '',
    class: '',
    reason: '',
    text: `Khôi phục dòng số ${event.seq} của trang “${title}”: ${event.text}`.slice(0, 1000),
    data: { event },
    operation: '',
  };
}

/** The copies of these rows, by place: names first, then only the rows that are wanted. */
function copiesIn(district: District, wanted: ReadonlySet<string>): ReadonlyMap<string, LedgerCells> {
  const { sheetId } = LOG_TAB;
  const related = LOG_TAB.columns.findIndex((one) => one.key === 'related');
  const [names] = district.api.read(district.book, [
    { sheetId, startColumnIndex: related, endColumnIndex: related + 1 },
  ]);
  const rows = (names ?? []).flatMap((row, index) => {
    const name = textOfCell(row[0]);
    // What says which copies are without their words is read with them.
    return wanted.has(name) || name === ERASED_COPIES ? [index] : [];
  });
  if (rows.length === 0) return new Map();
  const areas = [0, ...rows].map((row) => ({ sheetId, startRowIndex: row, endRowIndex: row + 1 }));
  const read = district.api.read(
    district.book,
    areas.length > MOST_AREAS ? [{ sheetId }] : areas,
  ) as readonly (ReadRows | null)[];
  const [keys, ...entries] = read.flatMap((part) => part ?? []);
  // The header may not have been read: an empty row stands in its place, and no header is an entry.
  const log = readLog([keys ?? [], [], ...entries]).entries;
  return new Map(
    log.flatMap((entry) => {
      const cells = copiedCells(entry);
      return cells && wanted.has(entry.related) ? [[entry.related, cells] as const] : [];
    }),
  );
}
