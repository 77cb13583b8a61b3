import type { EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import type { MemberMark } from '../programme/fold-member';
import type { EventKind } from '../programme/events';
import { inRoster } from '../programme/summary';
import type { Wave } from '../programme/wave';
import { RESULTS_TAB } from '../workbook/results-tab';
import { rulesOf } from '../workbook/rules-in-force';
import type { UnitEntry } from '../workbook/units-tab';
import { textArg, type Job } from '../google/jobs';
import type { SheetsRequest } from '../google/sheets-batch';
import { shortHash } from './short-hash';
import { packBranch, packUnit } from './fold-snapshot';
import { frozenBranches } from './rules-kept';
import { takeByHand } from './by-hand-run';
import type { District } from './district';
import { factsOnce, type DistrictFacts } from './facts';
import { brokenLedgers, brokenSentence, copiesOf, copyRows } from './ledger-copies';
import { rememberFigures, type WaveFigures } from './properties';
import { wavesToServe } from './push-job';
import { foldWave, readUnit, type FoldedWave, type UnitReading } from './read-unit';
import { readUnitOn } from './read-unit-on';
import { keepProposals } from './roster-proposals';
import { resultPlaces, resultRowsOf, type ResultPlaces } from './result-rows';
import { showFolds } from './show-folds';
import { FOLDS_TAB, readNamedTexts, type NamedTexts } from './state-tab';
import { restoreRows } from './restore-rows';
import { nextOf } from './walk';

/** Figures of a wave as they add up over the units. */
type Sums = Pick<
  Required<WaveFigures>,
  'graded' | 'eligible' | 'sent' | 'recognised' | 'broken' | 'looksAsked' | 'looksOpen'
>;
const NOTHING: Sums = {
  graded: 0,
  eligible: 0,
  sent: 0,
  recognised: 0,
  broken: 0,
  looksAsked: 0,
  looksOpen: 0,
};

interface LedgersCursor {
  readonly after: string;
  readonly sums: Readonly<Record<string, Sums>>;
}

/**
 * Brings home what the committees wrote: of each unit all rows of all ledgers in one read; new rows copied into *Nhật ký*, results folded into
 * *Kết quả đoàn viên*, the last folds kept for the summaries, states shown in the unit's workbook. A unit in which nothing changed is not
 * written to. What branches typed into *Nhập tay* is taken over. Rows that do not count are told. `all` = every unit is written.
 */
export function collectLedgersJob(district: District): Job<LedgersCursor> {
  const facts = factsOnce(district);
  let known: LedgerPlaces | null = null;
  // Only what is written needs its place.
  const places = (): LedgerPlaces => (known ??= readPlaces(district));
  return {
    name: 'collectLedgers',
    first: () => ({ after: '', sums: {} }),
    step(args, cursor) {
      const waves = wavesToServe(facts(), textArg(args, 'wave'));
      const units = unitsWithBooks(facts(), waves);
      const total = units.length;
      const { next, done } = nextOf(units, (entry) => entry.unit.code, cursor.after);
      if (!next) {
        for (const wave of waves)
          rememberFigures(district.services, wave.code, {
            ...(cursor.sums[wave.code] ?? NOTHING),
            ledgersAt: district.now(),
          });
        return { cursor: null, done: total, total };
      }
      const own = waves.filter((wave) => wave.calendar === next.unit.calendar);
      const visited = visitUnit(district, facts(), places, next, own, args.all === true);
      return {
        cursor: { after: next.unit.code, sums: added(cursor.sums, visited.sums) },
        done: done + 1,
        total,
        counts: { changed: visited.changed ? 1 : 0, broken: visited.broken, restored: visited.restored },
      };
    },
  };
}

/** Units of these waves that have a workbook, in the order of the tab. */
export function unitsWithBooks({ setup }: DistrictFacts, waves: readonly Wave[]): readonly UnitEntry[] {
  return setup.units.filter(
    ({ unit, book }) => book !== '' && waves.some((wave) => wave.calendar === unit.calendar),
  );
}

/** Where rows stand in the district's own long tabs. */
export interface LedgerPlaces {
  readonly results: ResultPlaces;
  readonly folds: NamedTexts;
}

/** Reads what names the rows of the two long tabs; one call. */
export function readPlaces(district: District): LedgerPlaces {
  const [results, folds] = district.api.read(district.book, [
    { sheetId: RESULTS_TAB.sheetId, startColumnIndex: 0, endColumnIndex: 2 },
    { sheetId: FOLDS_TAB.sheetId, startColumnIndex: 0, endColumnIndex: 1 },
  ]);
  return { results: resultPlaces(results ?? []), folds: readNamedTexts(FOLDS_TAB, folds ?? null) };
}

interface Visited {
  readonly changed: boolean;
  /** Rows that were put back from their copies. */
  readonly restored: number;
  readonly broken: number;
  readonly sums: Readonly<Record<string, Sums>>;
}

function visitUnit(
  district: District,
  facts: DistrictFacts,
  places: () => LedgerPlaces,
  entry: UnitEntry,
  waves: readonly Wave[],
  isAll: boolean,
): Visited {
  const { tails } = copiesOf(facts.state, entry.unit.code);
  const read = isAll
    ? readUnit(district, facts.setup, entry, waves)
    : readUnitOn(district, facts.setup, entry, waves, tails);
  const whole = restoreRows(district, facts.state, read);
  const typed = takeByHand(district, facts, whole.reading);
  const { reading } = typed;
  const folded = reading.waves.map((wave) => foldWave(reading, facts.setup, wave));
  const broken = brokenLedgers(facts.state, reading);
  const sign = signOf(reading, facts);
  const changed = isAll || typed.isNew || copiesOf(facts.state, entry.unit.code).sign !== sign;
  if (changed)
    keepUnit(district, facts, places(), reading, folded, sign, [
      ...whole.requests,
      ...typed.requests,
      ...typed.start(),
    ]);
  return {
    changed,
    restored: whole.restored,
    broken: broken.length,
    sums: Object.fromEntries(folded.map((one) => [one.wave.code, sumsOf(one, broken.length)])),
  };
}

/**
 * Writes what was folded: first into the unit's workbook, then, with the tails that say it is done, into the district's. Killed between the two,
 * the next run does both again.
 */
export function keepUnit(
  district: District,
  { setup, state }: DistrictFacts,
  { results, folds }: LedgerPlaces,
  reading: UnitReading,
  folded: readonly FoldedWave[],
  sign: string,
  more: readonly SheetsRequest[] = [],
): void {
  const now: EpochMs = district.now();
  district.api.change(reading.file, [...more, ...showFolds(reading, folded, setup, now)], more.length === 0);
  const memberByCode = new Map(setup.members.map((member) => [member.code, member]));
  const answering = folded.map((one) => withoutTakenOver(state, reading, one));
  for (const { wave, branches, own } of answering) {
    const frozen = frozenBranches(state, wave.code);
    const now = { unit: reading.entry.unit.code, acts: districtActs(reading, wave.code) };
    for (const fold of branches.values()) {
      const name = `${wave.code}|${fold.branch}`;
      const isLocked = fold.lock !== null;
      if (isLocked && frozen.of(fold.branch)?.acts === now.acts && folds.get(name) !== null) continue;
      folds.set(name, packBranch(fold).join(''));
      frozen.follow(fold.branch, isLocked ? now : null);
    }
    folds.set(`${wave.code}|unit:${reading.entry.unit.code}`, packUnit(own).join(''));
  }
  keepProposals(state, reading);
  state.set(
    `broken:${reading.entry.unit.code}`,
    brokenLedgers(state, reading).map(brokenSentence).join('\n'),
  );
  district.api.change(
    district.book,
    [
      ...answering.flatMap((one) =>
        results.write(resultRowsOf(setup, reading.entry, one, memberByCode, now)),
      ),
      ...copyRows(state, reading, sign),
      ...folds.changes(),
      ...state.changes(),
    ],
    false,
  );
}

/** What a unit answers for: not the branches that another one had when the wave was locked. */
function withoutTakenOver(state: NamedTexts, { entry }: UnitReading, folded: FoldedWave): FoldedWave {
  const frozen = frozenBranches(state, folded.wave.code);
  const isOwn = (branch: string): boolean => (frozen.of(branch)?.unit ?? entry.unit.code) === entry.unit.code;
  return { ...folded, branches: new Map([...folded.branches].filter(([branch]) => isOwn(branch))) };
}

/** Acts of the district that change what a locked wave came to. */
const JUDGING: readonly EventKind[] = ['recognise', 'adjust', 'return', 'branchClass', 'reopen'];

function districtActs({ ledgers, events }: UnitReading, wave: string): number {
  const own = ledgers.find((one) => one.ledger.owner === 'DISTRICT')?.ledger.ledger;
  return events.filter((one) => one.ledger === own && one.wave === wave && JUDGING.includes(one.kind)).length;
}

/** One short text of everything the unit's results are made of. */
export function signOf({ ledgers, waves, branches }: UnitReading, { setup }: DistrictFacts): string {
  const tails = ledgers.map(({ reading }) =>
    reading ? [reading.lastSeq, reading.lastHash, reading.broken.length, reading.missingSeqs.length] : null,
  );
  const members = waves.map(({ wave, members }) => [
    wave.code,
    wave.lockedAt ?? 0,
    wave.gradingDue,
    branches.map((branch) => members.get(branch.code) ?? []),
  ]);
  return shortHash(JSON.stringify([tails, members, rulesOf(setup.settings)]));
}

function sumsOf({ branches }: FoldedWave, broken: number): Sums {
  const folds = [...branches.values()];
  const eligible = inRoster(folds.flatMap((fold) => fold.members)).filter((member) => member.facts.classed);
  return {
    eligible: eligible.length,
    graded: eligible.filter((member) => member.grade !== null).length,
    recognised: eligible.filter((member) => member.recognised !== null).length,
    sent: folds.filter((fold) => fold.send !== null).length,
    broken,
    looksAsked: marked(folds, 'SECOND_LOOK', 'LOOKED_AGAIN'),
    looksOpen: marked(folds, 'SECOND_LOOK'),
  };
}

/** Members who have asked for a second look (P15), by the mark that says how it stands. */
function marked(folds: readonly BranchFold[], ...marks: readonly MemberMark[]): number {
  return inRoster(folds.flatMap((fold) => fold.members)).filter((member) =>
    member.marks.some((mark) => marks.includes(mark)),
  ).length;
}

function added(
  sums: Readonly<Record<string, Sums>>,
  more: Readonly<Record<string, Sums>>,
): Readonly<Record<string, Sums>> {
  const all: Record<string, Sums> = { ...sums };
  for (const [wave, own] of Object.entries(more)) {
    const before = all[wave] ?? NOTHING;
    all[wave] = {
      eligible: before.eligible + own.eligible,
      graded: before.graded + own.graded,
      recognised: before.recognised + own.recognised,
      sent: before.sent + own.sent,
      broken: before.broken + own.broken,
      looksAsked: before.looksAsked + own.looksAsked,
      looksOpen: before.looksOpen + own.looksOpen,
    };
  }
  return all;
}
