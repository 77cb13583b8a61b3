import { googleDigest } from '../google/digest';
import type { GridArea } from '../google/sheets-batch';
import type { MemberFacts } from '../programme/branch-facts';
import type { Preset } from '../programme/classification';
import type { LedgerEvent } from '../programme/events';
import { foldBase, type BranchFold } from '../programme/fold';
import { foldUnit, type UnitFold } from '../programme/fold-unit';
import type { Branch } from '../programme/organisation';
import { erasedRows } from '../programme/privacy';
import type { Wave } from '../programme/wave';
import { configFromRows, CONFIG_TAB, type BaseConfig } from '../workbook/base-config';
import type { ReadRows } from '../workbook/cells';
import { readLedgerRows, type LedgerReading } from '../workbook/ledger-reading';
import type { AppendedRows, LedgerTail } from '../workbook/ledger-rows';
import { waveSheetId } from '../workbook/sheet-ids';
import { runningProgramme } from '../workbook/running-year';
import type { Setup } from '../workbook/setup';
import { readTable, type Table } from '../workbook/tab';
import { presetOfWave } from '../workbook/wave-scale';
import type { UnitEntry } from '../workbook/units-tab';
import { memberFactsFromWaveRow } from '../workbook/wave-rows';
import { waveTab } from '../workbook/wave-tab';
import { ledgersOf, type UnitLedger } from './base-book';
import { byHandTabs, type ByHandTab } from './by-hand-tabs';
import { fileOfLink, type District } from './district';
import { branchesOfUnit } from './facts';

/** A ledger with what stands in it; null reading = its tab is gone. */
export interface ReadLedger {
  readonly ledger: UnitLedger;
  readonly reading: LedgerReading | null;
}

/** The wave's tab of a unit as it stands. */
export interface ReadWave {
  readonly wave: Wave;
  readonly table: Table;
  /** Members by branch; every branch of the unit is there. */
  readonly members: ReadonlyMap<string, readonly MemberFacts[]>;
  /** Whether the unit's own summary of the wave has its tab. */
  readonly hasSummary: boolean;
}

/** A tab *Nhập tay* with what stands in it; null rows = it is not there. */
export interface ReadByHand {
  readonly tab: ByHandTab;
  readonly rows: ReadRows | null;
}

/** Everything of a unit's workbook that results are made of. */
export interface UnitReading {
  readonly entry: UnitEntry;
  readonly file: string;
  readonly branches: readonly Branch[];
  readonly ledgers: readonly ReadLedger[];
  readonly waves: readonly ReadWave[];
  /** Of the branches that asked for it, in these waves as far as they are open. */
  readonly byHand: readonly ReadByHand[];
  /** Null = `_cfg` is missing or damaged. */
  readonly config: BaseConfig | null;
  readonly events: readonly LedgerEvent[];
}

/** Rows of a ledger read behind the last one known. */
export const ROWS_ON = 60;

/**
 * Reads a unit's workbook in one call: all rows of all its ledgers, and the members of these waves (architecture.md 3.9). `tails` = of each ledger no
 * further than `ROWS_ON` rows behind the last one known.
 */
export function readUnit(
  district: District,
  setup: Setup,
  entry: UnitEntry,
  waves: readonly Wave[],
  tails: Readonly<Record<string, LedgerTail>> | null = null,
): UnitReading {
  const file = fileOfLink(entry.book);
  const branches = branchesOfUnit(setup, entry.unit);
  // A wave of a year that is over is read from that year's ledgers.
  const programme = waves[0]?.programme ?? runningProgramme(setup, entry.unit.calendar);
  const ledgers = ledgersOf(entry.unit, branches, setup.settings, programme);
  const byHand = byHandTabs(branches, setup, waves).filter(({ isOpen }) => isOpen);
  const areaOf = ({ ledger, tab }: UnitLedger): GridArea => {
    const { sheetId, frozenRows } = tab.definition;
    if (!tails) return { sheetId };
    return { sheetId, startRowIndex: 0, endRowIndex: frozenRows + (tails[ledger]?.lastSeq ?? 0) + ROWS_ON };
  };
  const [config, ...rest] = district.api.read(file, [
    { sheetId: CONFIG_TAB.sheetId },
    ...ledgers.map(areaOf),
    ...waves.map((wave) => ({ sheetId: waveTab(wave).sheetId })),
    ...waves.map((wave) => ({ sheetId: waveSheetId(wave.code, 'branches'), endRowIndex: 1 })),
    ...byHand.map(({ tab }) => ({ sheetId: tab.definition.sheetId })),
  ]) as readonly (ReadRows | null)[];
  const digest = googleDigest(district.services);
  const read = ledgersFrom(ledgers, rest, digest);
  const checked = configFromRows(config ?? []);
  return {
    entry,
    file,
    branches,
    ledgers: read,
    waves: waves.map((wave, index) => {
      const table = readTable(waveTab(wave), rest[ledgers.length + index] ?? []);
      const summary = rest[ledgers.length + waves.length + index] ?? null;
      return {
        wave,
        table,
        members: membersOf(table, branches, presetOfWave(setup, wave)),
        hasSummary: summary !== null,
      };
    }),
    byHand: byHand.map((tab, index) => ({
      tab,
      rows: rest[ledgers.length + 2 * waves.length + index] ?? null,
    })),
    config: checked.ok ? checked.value : null,
    events: read.flatMap(({ reading }) => reading?.events ?? []),
  };
}

/** The district's ledger is read first: it says which rows of the others had their words taken out on request. */
function ledgersFrom(
  ledgers: readonly UnitLedger[],
  tabs: readonly (ReadRows | null)[],
  digest: ReturnType<typeof googleDigest>,
): readonly ReadLedger[] {
  const readingOf = (index: number, erased: ReadonlySet<number>): LedgerReading | null => {
    const rows = tabs[index] ?? null;
    return rows === null ? null : readLedgerRows(ledgers[index]?.ledger ?? '', rows, { erased, digest });
  };
  const own = ledgers.findIndex((ledger) => ledger.owner === 'DISTRICT');
  const first = readingOf(own, new Set());
  const erased = erasedRows(first?.events ?? []);
  return ledgers.map((ledger, index) => {
    const rows = erased.get(ledger.ledger) ?? new Set();
    // Rows of its own may be among them.
    return { ledger, reading: index === own && rows.size === 0 ? first : readingOf(index, rows) };
  });
}

function membersOf(
  table: Table,
  branches: readonly Branch[],
  preset: Preset,
): ReadonlyMap<string, readonly MemberFacts[]> {
  const members = new Map<string, MemberFacts[]>(branches.map((branch) => [branch.code, []]));
  for (const row of table.records) {
    const facts = memberFactsFromWaveRow(row, preset);
    if (facts) members.get(String(row.cells.branchCode ?? ''))?.push(facts);
  }
  return members;
}

/** The reading as it is once rows of ours are appended. */
export function withRows(reading: UnitReading, own: ReadLedger, appended: AppendedRows): UnitReading {
  const before = own.reading;
  if (!before) throw new Error('A ledger that is gone takes no rows');
  const grown: LedgerReading = {
    ...before,
    ...appended.tail,
    events: [...before.events, ...appended.events],
    rows: [
      ...before.rows,
      ...appended.events.map((event, index) => ({
        row: before.nextRow + index,
        cells: appended.rows[index] ?? [],
        event,
      })),
    ],
    nextRow: before.nextRow + appended.rows.length,
  };
  return {
    ...reading,
    ledgers: reading.ledgers.map((one) => (one === own ? { ...one, reading: grown } : one)),
    events: [...reading.events, ...appended.events],
  };
}

/** A unit's wave, folded. */
export interface FoldedWave {
  readonly wave: Wave;
  readonly branches: ReadonlyMap<string, BranchFold>;
  readonly own: UnitFold;
}

/** Folds a wave of a unit from what was read. */
export function foldWave({ entry, branches, events }: UnitReading, setup: Setup, read: ReadWave): FoldedWave {
  const { wave } = read;
  const { unit } = entry;
  const preset = presetOfWave(setup, wave);
  return {
    wave,
    branches: foldBase({ wave, unit, preset, events }, read.members),
    own: foldUnit({ wave, unit, branches: branches.map((branch) => branch.code), events }),
  };
}
