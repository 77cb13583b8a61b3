import type { EventDraft } from '../programme/events';
import { codesOf, ERASED_NAME, isAbout, type Concerns } from '../programme/privacy';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { appendRowsFor, erasedRow, rowToEvent, type LedgerCells } from '../workbook/ledger-rows';
import { LEDGER_COLUMNS } from '../workbook/ledger-tab';
import { redactedWaveRow } from '../workbook/redacted-rows';
import { columnsByKey, readTable, type TableRow } from '../workbook/tab';
import type { UnitEntry } from '../workbook/units-tab';
import { waveTab } from '../workbook/wave-tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import { byHandTabs } from './by-hand-tabs';
import type { District } from './district';
import { districtLedger, keepAsRead } from './district-act';
import type { DistrictFacts } from './facts';
import { redactCopies } from './erase-copies';
import { copiesOf } from './ledger-copies';
import { readPlaces } from './ledgers-job';
import { readUnit, type UnitReading } from './read-unit';
import { columnBlocks, redactRows, type RedactedCell } from './redact-columns';

/** Whose data are erased, and what is said of it in the books. */
export interface Erasing {
  /** Null = of every member. */
  readonly member: string | null;
  /** The name and what else says who he is go too; else only the texts. */
  readonly named: boolean;
  readonly reason: string;
  readonly isOwn: (member: string) => boolean;
}

/** Columns of a ledger that hold words. */
const WORDY: ReadonlySet<string> = new Set(['reason', 'text', 'data']);

/** Rows an event *Xóa theo yêu cầu* names: its data must fit a cell. */
const ROWS_AN_EVENT = 400;

/**
 * Erases in a unit's workbook, all waves of one programme year: the cells of the members' rows and of the ledgers' rows about them, and the events in
 * *Sổ Quận* that name these rows, in one atomic write; then the copies in *Nhật ký*. Gives how many rows were changed, and the ledgers' rows as they
 * were read. What is erased already is left as it is.
 */
export function eraseInUnit(
  district: District,
  facts: DistrictFacts,
  entry: UnitEntry,
  waves: readonly Wave[],
  erasing: Erasing,
): { readonly rows: number; readonly events: UnitReading['events'] } {
  const reading = readUnit(district, facts.setup, entry, waves);
  const concerns = concerned(reading, erasing);
  const raw = readRaw(district, facts, reading, waves);
  const ledgers = reading.ledgers.map((one, index) =>
    redactLedger(one, raw.ledgers[index] ?? null, concerns),
  );
  const isOwn = ({ cells }: TableRow): boolean => erasing.isOwn(textOfCell(cells.code));
  const tabs = [
    ...reading.waves.map(({ wave, table }) =>
      redactRows(waveTab(wave).sheetId, table, table.records.filter(isOwn), (cells) =>
        redactedWaveRow(cells, erasing.named),
      ),
    ),
    ...raw.byHand.map(({ definition, rows }) => {
      const table = readTable(definition, rows);
      return redactRows(definition.sheetId, table, table.records.filter(isOwn), (cells) => ({
        ...(erasing.named ? { fullName: ERASED_NAME } : {}),
        // What is no longer Xong is not taken over anew: the grade made of it stays in the ledger.
        ...(textOfCell(cells.reason) === '' ? {} : { reason: '', done: '' }),
      }));
    }),
  ];
  const inTabs = tabs.reduce((sum, one) => sum + one.rows, 0);
  const rows = ledgers.flatMap((one) => one.named);
  if (inTabs + ledgers.reduce((sum, one) => sum + one.requests.length, 0) > 0)
    district.api.change(
      reading.file,
      [
        ...tabs.flatMap((one) => one.requests),
        ...ledgers.flatMap((one) => one.requests),
        ...eventsOf(district, reading, rows, erasing),
      ],
      false,
    );
  const after = readUnit(district, facts.setup, entry, waves);
  // A run killed between the two writes left *Nhật ký* behind.
  const own = districtLedger(after);
  const known = copiesOf(facts.state, entry.unit.code).tails[own.ledger.ledger]?.lastSeq ?? 0;
  if (own.reading.lastSeq > known) keepAsRead(district, facts, readPlaces(district), after);
  redactCopies(district, facts, after, concerns);
  return { rows: inTabs + rows.length, events: reading.events };
}

function concerned(reading: UnitReading, { member }: Erasing): Concerns {
  if (member === null) return ({ kind }) => kind !== 'erased';
  const codes = codesOf(member, reading.events);
  return (event) => isAbout(event, codes);
}

interface RawUnit {
  readonly ledgers: readonly (ReadRows | null)[];
  readonly byHand: readonly {
    readonly definition: ReturnType<typeof byHandTabs>[number]['tab']['definition'];
    readonly rows: ReadRows;
  }[];
}

/** The ledgers with the rows that do not count, and the tabs *Nhập tay*, the closed ones too; one call. */
function readRaw(
  district: District,
  { setup }: DistrictFacts,
  { file, ledgers, branches }: UnitReading,
  waves: readonly Wave[],
): RawUnit {
  const byHand = byHandTabs(branches, setup, waves).map(({ tab }) => tab.definition);
  const areas = [...ledgers.map(({ ledger }) => ledger.tab.definition), ...byHand];
  const read = district.api.read(
    file,
    areas.map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null)[];
  return {
    ledgers: read.slice(0, ledgers.length),
    byHand: byHand.flatMap((definition, index) => {
      const rows = read[ledgers.length + index] ?? null;
      return rows === null ? [] : [{ definition, rows }];
    }),
  };
}

interface RedactedLedger {
  readonly requests: readonly SheetsRequest[];
  /** Rows that counted: they are named, so that they still do. */
  readonly named: readonly { readonly ledger: string; readonly seq: number }[];
}

function redactLedger(
  { ledger, reading }: UnitReading['ledgers'][number],
  rows: ReadRows | null,
  concerns: Concerns,
): RedactedLedger {
  const byColumn = new Map<number, RedactedCell[]>();
  const named: { ledger: string; seq: number }[] = [];
  const { definition } = ledger.tab;
  const columns = columnsByKey(definition, rows?.[0] ?? []);
  const counting = new Map((reading?.rows ?? []).map((row) => [row.row, row.event.seq]));
  (rows ?? []).forEach((row, index) => {
    if (index < definition.frozenRows) return;
    const cells: LedgerCells = LEDGER_COLUMNS.map(({ key }) => String(row[columns.get(key) ?? -1] ?? ''));
    const event = rowToEvent(ledger.ledger, cells);
    if (!event || !concerns(event)) return;
    let isChanged = false;
    erasedRow(cells).forEach((now, place) => {
      const column = columns.get(LEDGER_COLUMNS[place]?.key ?? '');
      if (column === undefined || !WORDY.has(LEDGER_COLUMNS[place]?.key ?? '')) return;
      isChanged ||= now !== cells[place];
      const own = byColumn.get(column) ?? [];
      byColumn.set(column, own);
      own.push({ row: index, was: cells[place] ?? '', now });
    });
    const seq = counting.get(index);
    if (isChanged && seq !== undefined) named.push({ ledger: ledger.ledger, seq });
  });
  const requests = [...byColumn].flatMap(([column, cells]) =>
    columnBlocks(definition.sheetId, column, cells),
  );
  return { requests, named };
}

function eventsOf(
  district: District,
  reading: UnitReading,
  rows: RedactedLedger['named'],
  { member, reason }: Erasing,
): readonly SheetsRequest[] {
  if (rows.length === 0) return [];
  const own = districtLedger(reading);
  const operation = district.services.utilities.getUuid().replace(/-/g, '');
  const groups = Array.from({ length: Math.ceil(rows.length / ROWS_AN_EVENT) }, (_, index) =>
    rows.slice(index * ROWS_AN_EVENT, (index + 1) * ROWS_AN_EVENT),
  );
  const drafts = groups.map((group, index): EventDraft => ({
    ledger: own.ledger.ledger,
    kind: 'erased',
    wave: '',
    round: 0,
    subject: member ?? reading.entry.unit.code,
    levels: '',
    class: '',
    reason,
    text: `Xóa lời văn ở ${group.length} dòng`,
    data: { rows: group },
    operation: `${operation}/${String(index + 1).padStart(2, '0')}`,
  }));
  const appended = appendRowsFor(drafts, own.reading, { actor: district.email, at: district.now() });
  return [writeCells(own.ledger.tab.definition.sheetId, own.reading.nextRow, 0, appended.rows)];
}
