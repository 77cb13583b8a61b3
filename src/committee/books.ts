import { tabById } from '../google/book';
import { openLedger, type OpenLedger } from '../google/ledger';
import { eventData, ledgerId, type LedgerEvent, type LedgerOwner } from '../programme/events';
import { erasedRows } from '../programme/privacy';
import { foldBranch, type BranchFold } from '../programme/fold';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import type { ConfigLedger, ConfigWave } from '../workbook/base-config';
import { ledgerTab } from '../workbook/ledger-tab';
import type { WaveMember } from '../workbook/wave-rows';
import type { Desk, Place } from './desk';
import { readBranchMembers, type WaveReading } from './wave-tab';

/** The ledgers that say what is the case for a branch. Of a base branch there is no base committee's. */
export interface Ledgers {
  readonly branch: OpenLedger;
  readonly base: OpenLedger | null;
  readonly district: OpenLedger;
}

/** Everything read of a branch's wave. */
export interface BranchBooks extends WaveReading {
  readonly place: Place;
  readonly ledgers: Ledgers;
  /** Each member's class in the wave before, where it is known without that wave's rows. */
  readonly before?: ReadonlyMap<string, string>;
}

/**
 * Reads a branch's wave: its members and its ledgers whole; four reads, of a base branch three. Problems: BOOK_NOT_READY (a tab is not there
 * yet), SHEET_CHANGED (a column is gone).
 */
export function readBranchBooks(place: Place): Result<BranchBooks, Problem> {
  const { wave, branch } = place;
  const reading = readBranchMembers(place, wave, branch.code);
  if (!reading.ok) return reading;
  const above = openAbove(place, wave);
  if (!above.ok) return above;
  const { district, base } = above.value;
  const own = openOne(place, 'BRANCH', branch.code, wave, branch.ledger, branch.name, district);
  if (!own.ok) return own;
  return ok({ ...reading.value, place, ledgers: { branch: own.value, base, district } });
}

/** The ledgers of the levels above. Problems: BOOK_NOT_READY, SHEET_CHANGED. */
export function openAbove(
  desk: Desk,
  wave: ConfigWave,
): Result<{ readonly base: OpenLedger | null; readonly district: OpenLedger }, Problem> {
  const { unit } = desk.config;
  const district = openOne(desk, 'DISTRICT', unit.code, wave, unit.districtLedger, '', null);
  if (!district.ok) return district;
  if (unit.kind === 'BASE_BRANCH') return ok({ base: null, district: district.value });
  const base = openOne(desk, 'BASE', unit.code, wave, unit.ledger, '', district.value);
  return base.ok ? ok({ base: base.value, district: district.value }) : base;
}

/** One ledger, read whole; the district's says which of its rows were redacted. Problems: BOOK_NOT_READY, SHEET_CHANGED. */
export function openOne(
  desk: Desk,
  owner: LedgerOwner,
  unit: string,
  wave: ConfigWave,
  at: ConfigLedger,
  branchName: string,
  district: OpenLedger | null,
): Result<OpenLedger, Problem> {
  const ledger = ledgerId(owner, unit, wave.programme);
  const sheet = tabById(desk.services, at.sheetId);
  if (!sheet) return fail(problem('BOOK_NOT_READY', at.title));
  const erasedIn = (from: OpenLedger | null): ReadonlySet<number> | undefined =>
    erasedRows(from?.reading.events ?? []).get(ledger);
  let open = openLedger(desk.services, sheet, ledger, erasedIn(district));
  // The district's ledger names rows of its own as well.
  const own = owner === 'DISTRICT' ? erasedIn(open) : undefined;
  if (own) open = openLedger(desk.services, sheet, ledger, own);
  const changed = changedProblem(open, at.title, branchName);
  return changed ? fail(changed) : ok(open);
}

/** What keeps a ledger from being read: a column that is gone; null = nothing. */
export function changedProblem(open: OpenLedger, title: string, branchName = ''): Problem | null {
  const [gone] = open.reading.missingColumns;
  if (gone === undefined) return null;
  const header = ledgerTab(open.ledger, branchName).columns.find((one) => one.key === gone)?.header ?? gone;
  return problem('SHEET_CHANGED', title, { tab: title, column: header });
}

/** All rows of the branch's ledgers. */
export function eventsOf({ branch, base, district }: Ledgers): readonly LedgerEvent[] {
  return [...branch.reading.events, ...(base?.reading.events ?? []), ...district.reading.events];
}

/** What is the case for the branch (P10, P11). */
export function foldOf(books: BranchBooks): BranchFold {
  return foldRows(books, eventsOf(books.ledgers));
}

/** What was the case right behind a row of a ledger, as far as that ledger goes; sheets and the other ledgers as they are now. */
export function foldUpTo(books: BranchBooks, row: LedgerEvent): BranchFold {
  const until = (event: LedgerEvent): boolean => event.ledger !== row.ledger || event.seq <= row.seq;
  return foldRows(books, eventsOf(books.ledgers).filter(until));
}

function foldRows(books: BranchBooks, events: readonly LedgerEvent[]): BranchFold {
  const { place, members } = books;
  return foldBranch({
    wave: place.wave,
    unit: place.config.unit,
    branch: place.branch.code,
    members: members.map((member) => member.facts),
    preset: place.config.preset,
    events,
  });
}

/** Rows of a ledger that do not count and that nobody has restored yet: changed by hand, or gone. */
export function brokenRows(open: OpenLedger, district: OpenLedger): number {
  const restored = new Set(
    district.reading.events
      .filter((event) => event.kind === 'restored')
      .map((event) => eventData(event, 'restored').event)
      .filter((copy) => copy?.ledger === open.ledger)
      .map((copy) => copy?.seq),
  );
  const { broken, missingSeqs } = open.reading;
  const numbers = new Set([...missingSeqs, ...broken.map((row) => row.seq)]);
  const strange = broken.filter((row) => row.seq === null).length;
  return strange + [...numbers].filter((seq) => seq !== null && !restored.has(seq)).length;
}

/** The name people read for a member or branch code; the code itself for one nobody knows. */
export function nameIn(
  members: readonly Pick<WaveMember, 'facts' | 'fullName'>[],
  branches: readonly { readonly code: string; readonly name: string }[],
): (code: string) => string {
  const names = new Map([
    ...branches.map((one) => [one.code, one.name] as const),
    ...members.map((one) => [one.facts.code, one.fullName] as const),
  ]);
  return (code) => names.get(code) ?? code;
}
