import type { EpochMs } from '../programme/dates';
import type { EventDraft } from '../programme/events';
import type { LedgerReading } from '../workbook/ledger-reading';
import { appendRowsFor } from '../workbook/ledger-rows';
import { writeCells } from '../google/sheets-batch';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { keepUnit, signOf, type LedgerPlaces } from './ledgers-job';
import { foldWave, withRows, type ReadLedger, type UnitReading } from './read-unit';

/** *Sổ Quận* of a unit, as read. Throws when its tab is gone: the repair makes it again. */
export function districtLedger(reading: UnitReading): ReadLedger & { readonly reading: LedgerReading } {
  const own = reading.ledgers.find((one) => one.ledger.owner === 'DISTRICT');
  if (!own?.reading) throw new Error(`${reading.entry.unit.code} has no ledger of the district`);
  return { ...own, reading: own.reading };
}

/**
 * Records the district's own acts in *Sổ Quận* of a unit and folds anew what was read of it: one write into the unit's workbook, one into the
 * district's. Killed in between, the rows are there and whoever plans again finds them done.
 */
export function recordActs(
  district: District,
  facts: DistrictFacts,
  places: LedgerPlaces,
  reading: UnitReading,
  drafts: readonly EventDraft[],
  at: EpochMs,
): UnitReading {
  const own = districtLedger(reading);
  const found = reading.ledgers.find((one) => one.ledger.ledger === own.ledger.ledger);
  const appended = appendRowsFor(drafts, own.reading, { actor: district.email, at });
  const row = writeCells(own.ledger.tab.definition.sheetId, own.reading.nextRow, 0, appended.rows);
  const after = found ? withRows(reading, found, appended) : reading;
  const folded = after.waves.map((wave) => foldWave(after, facts.setup, wave));
  keepUnit(district, facts, places, after, folded, signOf(after, facts), [row]);
  return after;
}

/** Brings the district's own tabs up to what the unit's ledgers say, without a new act: a run killed between its two writes left them behind. */
export function keepAsRead(
  district: District,
  facts: DistrictFacts,
  places: LedgerPlaces,
  reading: UnitReading,
): void {
  const folded = reading.waves.map((wave) => foldWave(reading, facts.setup, wave));
  keepUnit(district, facts, places, reading, folded, signOf(reading, facts));
}
