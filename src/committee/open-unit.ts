import type { BranchBrief, UnitView } from '../contract/committee';
import { tabById } from '../google/book';
import type { OpenLedger } from '../google/ledger';
import { tabAccess } from '../google/tab-access';
import type { Services } from '../google/services';
import { eventData, type LedgerEvent } from '../programme/events';
import { foldBase, type BranchFold } from '../programme/fold';
import { foldUnit, type UnitFold } from '../programme/fold-unit';
import { memberFlags } from '../programme/flags';
import { fail, ok, type Problem, type Result } from '../programme/result';
import type { BaseConfig, ConfigLedger, ConfigWave } from '../workbook/base-config';
import { openAbove, openOne } from './books';
import { activityBrief, criteriaOf } from './branch-view';
import { deskForWave, notOnCommittee, type Desk } from './desk';
import { difficultiesIn, difficultyBrief } from './difficulty-brief';
import { readUnitMembers } from './wave-tab';
import { waveBrief } from './wave-brief';

/** Everything read of a base unit's wave. */
export interface UnitBooks {
  readonly desk: Desk & { readonly wave: ConfigWave };
  /** Ledgers of the branches, of the base committee (none of a base branch), of the district. */
  readonly branches: readonly OpenLedger[];
  readonly base: OpenLedger | null;
  readonly district: OpenLedger;
  readonly folds: ReadonlyMap<string, BranchFold>;
  readonly unit: UnitFold;
}

/**
 * A base unit's branches with their state, for its committee and for readers; of a base branch for the branch's committee too. Problems: those of
 * `deskForWave`, NOT_ON_COMMITTEE, BOOK_NOT_READY, SHEET_CHANGED. Calls: 4 reads and one for each branch, and 3 for whoever writes.
 */
export function openUnit(services: Services, request: { readonly wave: string }): Result<UnitView, Problem> {
  const books = readUnitBooks(services, request.wave);
  if (!books.ok) return books;
  const ledger = unitLedger(books.value.desk);
  const sheet = ledger && tabById(services, ledger.sheetId);
  return ok(unitView(books.value, !!sheet && tabAccess(services, sheet) === 'WRITER'));
}

/** Reads a base unit's wave whole. Problems as `openUnit`. */
export function readUnitBooks(services: Services, wave: string): Result<UnitBooks, Problem> {
  const opened = deskForWave(services, wave);
  if (!opened.ok) return opened;
  const desk = opened.value;
  if (!unitLedger(desk) && !desk.roles.some(({ role }) => role === 'READER'))
    return fail(notOnCommittee(desk));
  const members = readUnitMembers(desk, desk.wave);
  if (!members.ok) return members;
  const above = openAbove(desk, desk.wave);
  if (!above.ok) return above;
  const { base, district } = above.value;
  const branches: OpenLedger[] = [];
  for (const { code, name, ledger } of desk.config.branches) {
    const open = openOne(desk, 'BRANCH', code, desk.wave, ledger, name, district);
    if (!open.ok) return open;
    branches.push(open.value);
  }
  const byBranch = new Map(
    desk.config.branches.map(({ code }) => [
      code,
      members.value.members.filter((one) => one.branch === code).map((one) => one.facts),
    ]),
  );
  const { wave: ofWave, config } = desk;
  const events = [...branches, ...(base ? [base] : []), district].flatMap((open) => open.reading.events);
  const folds = foldBase({ wave: ofWave, unit: config.unit, preset: config.preset, events }, byBranch);
  const unit = foldUnit({
    wave: ofWave,
    unit: config.unit,
    branches: config.branches.map(({ code }) => code),
    events,
  });
  return ok({ desk, branches, base, district, folds, unit });
}

/** The ledger in which a person records for the unit: the base committee's, of a base branch the branch's; null for everybody else. */
export function unitLedger({ config, roles }: Desk): ConfigLedger | null {
  if (roles.some(({ role }) => role === 'BASE')) return config.unit.ledger;
  if (config.unit.kind !== 'BASE_BRANCH') return null;
  const own = roles.find(({ role }) => role === 'BRANCH');
  return config.branches.find(({ code }) => code === own?.branch)?.ledger ?? null;
}

/** All rows of the unit's ledgers. */
export function unitEvents({ branches, base, district }: UnitBooks): readonly LedgerEvent[] {
  return [...branches, ...(base ? [base] : []), district].flatMap((open) => open.reading.events);
}

/** A base unit's wave as the page shows it. */
export function unitView(books: UnitBooks, canWrite: boolean): UnitView {
  const { desk, folds, unit } = books;
  const { config, wave, now } = desk;
  return {
    wave: waveBrief(wave, now),
    unit: { code: config.unit.code, name: config.unit.name, kind: config.unit.kind },
    canWrite,
    preset: config.preset,
    criteria: criteriaOf(config),
    branches: config.branches.flatMap((branch) => {
      const fold = folds.get(branch.code);
      return fold ? [branchBrief(fold, branch, config.least)] : [];
    }),
    deployed: unit.deployed && eventData(unit.deployed, 'deployed'),
    lessons: unit.lessons?.text ?? '',
    guidance: unit.guidance.map((row) => ({ text: row.text, link: eventData(row, 'guidance').link ?? '' })),
    activities: unit.activities.map(activityBrief),
    difficulties: difficultiesIn(unitEvents(books), wave.code, now).map((one) =>
      difficultyBrief(one, config.unit.code),
    ),
    sentAt: unit.send?.at ?? null,
    recognisedAt: unit.recognised?.at ?? null,
    book: desk.services.spreadsheets.getActiveSpreadsheet().getUrl(),
    now,
  };
}

function branchBrief(
  fold: BranchFold,
  { name, byHandSheetId }: BaseConfig['branches'][number],
  least: BaseConfig['least'],
): BranchBrief {
  const { members } = fold;
  const howMany = (holds: (member: (typeof members)[number]) => boolean): number =>
    members.filter(holds).length;
  return {
    code: fold.branch,
    name,
    state: fold.state,
    members: members.length,
    eligible: howMany((member) => member.facts.classed),
    registered: howMany((member) => member.registered.length > 0),
    selfAssessed: howMany((member) => member.selfLevels !== ''),
    graded: howMany((member) => member.grade !== null),
    recognised: howMany((member) => member.recognised !== null),
    flagged: howMany((member) => memberFlags(member, least).length > 0),
    sentAt: fold.sentAt,
    late: fold.late,
    takenOver: fold.takenOver,
    byHand: byHandSheetId !== null,
    branchClass: fold.branchClass?.class ?? '',
  };
}
