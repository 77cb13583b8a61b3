import type { EventDraft } from '../programme/events';
import { foldBranch, type BranchFold } from '../programme/fold';
import { byHandFrom } from '../workbook/by-hand-reading';
import { appendRowsFor } from '../workbook/ledger-rows';
import { presetOfWave } from '../workbook/wave-scale';
import { START_TAB } from '../workbook/start-tab';
import { googleDigest } from '../google/digest';
import { freeTitle, rewriteTab } from '../google/lay-tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import { planAsked, planRows, type ByHandFacts } from './by-hand-plan';
import { keepSaid, keepSeen, saidByHand, seenByHand } from './by-hand-state';
import { addJoined, layByHand, namedMembers, type ByHandTab, type NamedMember } from './by-hand-tabs';
import { byHandSaid } from './by-hand-words';
import { startRowsOf } from './create-books-job';
import type { District } from './district';
import { ownersOf, type DistrictFacts } from './facts';
import { sharedAnswers } from './kept-difficulties';
import { copiesOf } from './ledger-copies';
import { withRows, type ReadByHand, type UnitReading } from './read-unit';

/** A unit's reading with what its branches typed by hand, and what is to be written for it into the unit's workbook. */
export interface TakenByHand {
  readonly reading: UnitReading;
  readonly requests: readonly SheetsRequest[];
  /** Something is to be written or remembered, though no ledger may have changed. */
  readonly isNew: boolean;
  /** *Bắt đầu* anew, for whenever the unit is written to; nothing for a unit without such a tab. */
  readonly start: () => readonly SheetsRequest[];
}

type Facts = Pick<DistrictFacts, 'setup' | 'settings' | 'state'>;

/**
 * Takes over what branches typed into *Nhập tay* (data-dictionary.md, "By phone"): rows that are *Xong* and at rest become events of *Sổ Quận*,
 * so does the cell *Gửi*; members who joined get their row; a tab that is gone is made again. Trouble is told on *Bắt đầu*. Calls: none, but one
 * where a tab must be made. What is remembered and said goes into `state`, for the write that ends the unit.
 */
export function takeByHand(district: District, facts: Facts, reading: UnitReading): TakenByHand {
  const { setup, state } = facts;
  const { unit } = reading.entry;
  const said: Record<string, readonly string[]> = {};
  const requests: SheetsRequest[] = [];
  let taken = reading;
  let isNew = false;
  for (const one of reading.byHand) {
    const result = takeTab(district, facts, taken, one);
    taken = result.reading;
    requests.push(...result.requests);
    isNew ||= result.isNew;
    if (result.said.length > 0) said[one.tab.tab.title] = result.said;
  }
  isNew = keepSaid(state, unit.code, said) || isNew || requests.length > 0;
  const start = (): readonly SheetsRequest[] =>
    reading.byHand.length === 0
      ? []
      : rewriteTab(
          START_TAB,
          startRowsOf(district, setup, unit, sharedAnswers(state), saidByHand(state, unit.code)),
        );
  return { reading: taken, requests, isNew, start };
}

interface TakenTab {
  readonly reading: UnitReading;
  readonly requests: readonly SheetsRequest[];
  readonly said: readonly string[];
  readonly isNew: boolean;
}

function takeTab(district: District, facts: Facts, reading: UnitReading, one: ReadByHand): TakenTab {
  const { tab, rows: typed } = one;
  const { branch, wave } = tab;
  const nothing = { reading, requests: [], said: [], isNew: false };
  const read = reading.waves.find((each) => each.wave.code === wave.code);
  if (!read) return nothing;
  const members = namedMembers(read.table).get(branch.code) ?? [];
  if (typed === null) return { ...nothing, requests: makeAgain(district, facts, reading, tab, members) };
  const requests = [...addJoined(tab, typed, members)];
  const known = byHandFacts(district, facts, reading, one, members);
  if (!known) return { ...nothing, requests };
  let now = known;
  let grown = reading;
  const append = (drafts: readonly EventDraft[]): void => {
    const own = districtLedger(grown);
    if (drafts.length === 0 || !own?.reading) return;
    const by = { actor: `${branch.name} (nhập tay)`, at: district.now() };
    const appended = appendRowsFor(drafts, own.reading, by);
    requests.push(writeCells(own.ledger.tab.definition.sheetId, own.reading.nextRow, 0, appended.rows));
    grown = withRows(grown, own, appended);
    now = { ...now, fold: foldOf(facts, grown, tab) };
  };
  const rows = planRows(known);
  append(rows.drafts);
  const asked = planAsked(now, rows);
  append(asked.drafts);
  const isNew = keepSeen(facts.state, wave.code, branch.code, { ...rows.waiting, ...asked.waiting });
  const troubles = [...rows.troubles, ...asked.troubles];
  return {
    reading: grown,
    requests,
    said: byHandSaid(now, troubles, Object.keys(rows.waiting).length),
    isNew,
  };
}

/** Null where a ledger is gone: nothing can be placed, and *Bắt đầu* of the district tells of it. */
function byHandFacts(
  district: District,
  facts: Facts,
  reading: UnitReading,
  { tab, rows }: ReadByHand,
  members: readonly NamedMember[],
): ByHandFacts | null {
  const { branch, wave } = tab;
  const own = districtLedger(reading);
  const branchs = reading.ledgers.find(({ ledger }) => ledger.branch === branch.code);
  if (!own?.reading || !branchs?.reading) return null;
  // Rows that were deleted at the end of the branch's ledger are restored, and lie before what is typed now.
  const copied = copiesOf(facts.state, reading.entry.unit.code).tails[branchs.ledger.ledger]?.lastSeq ?? 0;
  const names = new Map(members.map((member) => [member.code, member.fullName]));
  const preset = presetOfWave(facts.setup, wave);
  const digest = googleDigest(district.services);
  return {
    fold: foldOf(facts, reading, tab),
    wave,
    now: district.now(),
    ledger: own.ledger.ledger,
    after: Math.max(branchs.reading.lastSeq, copied),
    preset,
    reading: byHandFrom(rows ?? [], tab.tab.definition, preset),
    nameOf: (code) => (code === branch.code ? branch.name : (names.get(code) ?? code)),
    seen: seenByHand(facts.state, wave.code, branch.code),
    digest: (text) => digest(text).slice(0, 32),
  };
}

/** The branch alone, from its own ledger and those above: a unit may have many branches on phones. */
function foldOf({ setup }: Facts, reading: UnitReading, { branch, wave }: ByHandTab): BranchFold {
  const read = reading.waves.find((each) => each.wave.code === wave.code);
  const ledgers = reading.ledgers.filter(
    ({ ledger }) => ledger.owner !== 'BRANCH' || ledger.branch === branch.code,
  );
  return foldBranch({
    wave,
    unit: reading.entry.unit,
    branch: branch.code,
    members: read?.members.get(branch.code) ?? [],
    preset: presetOfWave(setup, wave),
    events: ledgers.flatMap((one) => one.reading?.events ?? []),
  });
}

function districtLedger(reading: UnitReading): UnitReading['ledgers'][number] | undefined {
  return reading.ledgers.find(({ ledger }) => ledger.owner === 'DISTRICT');
}

/** The tab is gone, or was never made: its writers are those of the committee whom Google knows in the branch's ledger. */
function makeAgain(
  district: District,
  { settings }: Facts,
  reading: UnitReading,
  tab: ByHandTab,
  members: readonly NamedMember[],
): readonly SheetsRequest[] {
  const there = district.api.tabs(reading.file);
  const ledger = reading.ledgers.find((one) => one.ledger.branch === tab.branch.code)?.ledger.tab.definition;
  const guards = there.find(({ sheetId }) => sheetId === ledger?.sheetId)?.guards ?? [];
  const known = new Set(guards.flatMap(({ writers }) => writers));
  const writers = tab.tab.writers.filter((email) => known.has(email.toLowerCase()));
  const title = freeTitle(tab.tab.title, new Set(there.map((one) => one.title)), tab.wave.programme);
  return layByHand(tab, members, title, writers, ownersOf(settings));
}
