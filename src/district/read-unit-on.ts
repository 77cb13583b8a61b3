import type { Wave } from '../programme/wave';
import { checkOfCell } from '../workbook/ledger-hash';
import type { LedgerTail } from '../workbook/ledger-rows';
import type { Setup } from '../workbook/setup';
import type { UnitEntry } from '../workbook/units-tab';
import type { District } from './district';
import { lostRows } from './ledger-copies';
import { readUnit, ROWS_ON, type ReadLedger, type UnitReading } from './read-unit';

/**
 * As `readUnit`, without the empty rows that every ledger keeps free: of each no further than a little behind the last row known. Whatever is not just
 * as it should be there (a row gone, changed or exchanged, more new rows than that, a tab that is shorter) is read whole: a second call.
 */
export function readUnitOn(
  district: District,
  setup: Setup,
  entry: UnitEntry,
  waves: readonly Wave[],
  tails: Readonly<Record<string, LedgerTail>>,
): UnitReading {
  try {
    const reading = readUnit(district, setup, entry, waves, tails);
    if (reading.ledgers.every((one) => isFollowed(one, tails[one.ledger.ledger]))) return reading;
  } catch (error) {
    // Google refuses an area beyond a tab's end; what else it refuses it will refuse again.
    district.services.log(`${entry.unit.code} is read whole: ${String(error)}`);
  }
  return readUnit(district, setup, entry, waves);
}

function isFollowed({ ledger, reading }: ReadLedger, tail: LedgerTail | undefined): boolean {
  if (!reading || reading.broken.length > 0) return false;
  const hashAt = (seq: number): string => {
    const cells = reading.rows.find((row) => row.event.seq === seq)?.cells;
    return checkOfCell(cells?.[cells.length - 1] ?? '')?.hash ?? '';
  };
  const end = ledger.tab.definition.frozenRows + (tail?.lastSeq ?? 0) + ROWS_ON;
  return lostRows(reading, tail, hashAt).length === 0 && reading.nextRow < end;
}
