import type { EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import { planLocking } from '../programme/plan-above';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { momentCell } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { appendRowsFor } from '../workbook/ledger-rows';
import { readTable } from '../workbook/tab';
import type { UnitEntry } from '../workbook/units-tab';
import { WAVES_TAB } from '../workbook/waves-tab';
import { STEP_WORDS } from '../workbook/words';
import { textArg, type Job } from '../google/jobs';
import { writeCells } from '../google/sheets-batch';
import { collectJob } from './collect-job';
import type { District } from './district';
import { factsOnce, readFacts, waveEntryOf, type DistrictFacts } from './facts';
import { goneUnits } from './gone-units';
import { writeKeyed } from './keyed-cells';
import { copiesOf, logRequests } from './ledger-copies';
import { keepUnit, readPlaces, signOf, unitsWithBooks, type LedgerPlaces } from './ledgers-job';
import { comparedWords, NOTHING_COMPARED, withUnit, type Compared } from './lock-compared';
import { recall } from './properties';
import { pushJob, type PushCursor } from './push-job';
import { foldWave, readUnit, withRows, type FoldedWave, type UnitReading } from './read-unit';
import { restoreRows } from './restore-rows';
import { keepScale } from './rules-kept';
import { FOLDS_TAB, readNamedTexts } from './state-tab';
import { countWave, resultsOf } from './summarise-job';
import { nextOf } from './walk';
import { followStep, formRecordOf } from './wave-form';
import { keepHistory, takeSnapshot } from './wave-snapshot';

const KEPT_WAITING = 50;

interface LockCursor {
  readonly phase: 'COLLECT' | 'PUSH' | 'CHECK' | 'LOCK' | 'CLOSE';
  readonly after: string;
  /** Where the bringing in of all sheets is. */
  readonly push: PushCursor | null;
  /** Sheets that the books were found to lack, and members of the locked units whose sheets stand in them. */
  readonly compared: Compared;
  /** Branches that have not sent, by code and name; the first of them, because a run is kept in 9 kB. */
  readonly waiting: readonly (readonly [code: string, name: string])[];
  /** The moment of the lock, the same in every workbook. */
  readonly lockedAt: EpochMs;
}

/**
 * Locks a wave: first everything is compared once (architecture.md 3): whatever the form's store holds is in *Sổ tiếp nhận phiếu*, whatever counts of
 * it in the units' tabs, and what was lost of the ledgers is put back. Then every unit is read whole, and while
 * a branch has not sent nothing is locked, unless a reason forces it; then an event in *Sổ Quận* of every unit names the last row of each ledger; last,
 * *Đợt* says so and the form is closed. A unit locked already is passed over. Problems: NOT_SENT of each branch, UNKNOWN_WAVE, WAVE_NOT_OPENED, and those of collecting.
 */
export function lockWaveJob(district: District): Job<LockCursor> {
  const facts = factsOnce(district);
  const collect = collectJob(district);
  const push = pushJob(district);
  let places: LedgerPlaces | null = null;
  return {
    name: 'lockWave',
    first: () => ({
      phase: 'COLLECT',
      after: '',
      push: null,
      compared: NOTHING_COMPARED,
      waiting: [],
      lockedAt: 0,
    }),
    step(args, cursor, end) {
      const code = textArg(args, 'wave');
      const reason = textArg(args, 'reason').trim();
      const entry = waveEntryOf(facts().setup, code);
      if (!entry || entry.formId === '') {
        const problems = [problem(entry ? 'WAVE_NOT_OPENED' : 'UNKNOWN_WAVE', code)];
        return { cursor, done: 0, total: 0, problems };
      }
      const { wave } = entry;
      const gone = goneUnits(facts(), wave);
      if (gone.length > 0) return { cursor, done: 0, total: 0, problems: gone };
      const units = unitsWithBooks(facts(), [wave]);
      const total = units.length + 1;
      if (cursor.phase === 'COLLECT') {
        const taken = collect.step({ wave: code, all: true }, { wave: '' }, end);
        const received = cursor.compared.received + (taken.counts?.received ?? 0);
        // A form that is gone gives no more sheets: with a reason the wave is locked on those that were received.
        const problems = (taken.problems ?? []).filter((one) => reason === '' || one.code !== 'FORM_GONE');
        const isWhole = taken.cursor === null || (taken.problems ?? []).length > 0;
        return {
          cursor: {
            ...cursor,
            compared: { ...cursor.compared, received },
            phase: isWhole && problems.length === 0 ? 'PUSH' : 'COLLECT',
          },
          done: 0,
          total,
          problems,
        };
      }
      if (cursor.phase === 'PUSH') {
        const from = cursor.push ?? push.first({});
        const { cursor: left, problems = [] } = push.step({ wave: code, all: true }, from, end);
        return {
          cursor: { ...cursor, push: left, phase: left === null ? 'CHECK' : 'PUSH' },
          done: 0,
          total,
          problems,
        };
      }
      if (cursor.phase === 'CLOSE') {
        closeWave(district, wave, cursor, reason);
        return { cursor: null, done: total, total };
      }
      const { next, done } = nextOf(units, (one) => one.unit.code, cursor.after);
      if (cursor.phase === 'CHECK') {
        // With a reason the list is not asked for: it stands in the preview the person has seen.
        if (reason === '' && next) {
          const waiting = waitingBranches(facts(), foldedOf(district, facts(), next, wave).fold);
          const after = next.unit.code;
          return {
            cursor: { ...cursor, after, waiting: [...cursor.waiting, ...waiting].slice(0, KEPT_WAITING) },
            done: 0,
            total,
          };
        }
        const problems =
          reason === '' ? cursor.waiting.map(([at, name]) => problem('NOT_SENT', at, { name })) : [];
        // Whoever tries again finds every unit read anew.
        if (problems.length > 0)
          return { cursor: { ...cursor, after: '', waiting: [] }, done: 0, total, problems };
        return {
          cursor: { ...cursor, phase: 'LOCK', after: '', waiting: [], lockedAt: district.now() },
          done: 0,
          total,
        };
      }
      if (!next) return { cursor: { ...cursor, phase: 'CLOSE', after: '' }, done, total };
      places ??= readPlaces(district);
      const locked = lockUnit(district, facts(), places, next, { wave, at: cursor.lockedAt, reason });
      if (locked.problems.length > 0) return { cursor, done, total, problems: locked.problems };
      const compared = withUnit(cursor.compared, locked.read);
      return { cursor: { ...cursor, compared, after: next.unit.code }, done: done + 1, total };
    },
  };
}

function foldedOf(
  district: District,
  { setup }: DistrictFacts,
  entry: UnitEntry,
  wave: Wave,
): { readonly reading: UnitReading; readonly fold: FoldedWave } {
  const reading = readUnit(district, setup, entry, [wave]);
  const [read] = reading.waves;
  if (!read) throw new Error(`${wave.code} was not read`);
  return { reading, fold: foldWave(reading, setup, read) };
}

function waitingBranches(
  { setup }: DistrictFacts,
  { branches }: FoldedWave,
): readonly (readonly [string, string])[] {
  const nameOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  return [...branches.values()]
    .filter((fold: BranchFold) => fold.send === null && fold.lock === null)
    .map((fold) => [fold.branch, nameOf.get(fold.branch) ?? fold.branch] as const);
}

interface Locking {
  readonly wave: Wave;
  readonly at: EpochMs;
  readonly reason: string;
}

function lockUnit(
  district: District,
  facts: DistrictFacts,
  places: LedgerPlaces,
  entry: UnitEntry,
  { wave, at, reason }: Locking,
): { readonly problems: readonly Problem[]; readonly read: UnitReading } {
  const read = foldedOf(district, facts, entry, wave).reading;
  // What was lost by hand is put back before anything is closed on it.
  const { reading, requests } = restoreRows(district, facts.state, read);
  const [ofWave] = reading.waves;
  if (!ofWave) throw new Error(`${wave.code} was not read`);
  const fold = foldWave(reading, facts.setup, ofWave);
  const folds = [...fold.branches.values()];
  if (folds.every((one) => one.lock !== null)) {
    // Locked by a run that was killed before the district's own tabs were written.
    const sign = signOf(reading, facts);
    if (copiesOf(facts.state, entry.unit.code).sign !== sign)
      keepUnit(district, facts, places, reading, [fold], sign, requests);
    return { problems: [], read };
  }
  const own = reading.ledgers.find((one) => one.ledger.owner === 'DISTRICT');
  if (!own?.reading) throw new Error(`${entry.unit.code} has no ledger of the district`);
  const closedOn = Object.fromEntries(
    reading.ledgers.flatMap(({ ledger, reading: read }) =>
      read && ledger.owner !== 'DISTRICT'
        ? [[ledger.ledger, Math.max(read.lastSeq, lastCopied(facts, entry, ledger.ledger))]]
        : [],
    ),
  );
  const planned = planLocking(
    { wave, unit: entry.unit.code, folds },
    closedOn,
    reason === '' ? null : { reason },
    {
      ledger: own.ledger.ledger,
      operation: district.services.utilities.getUuid().replace(/-/g, ''),
      text: `Khóa ${waveName(wave)}`,
    },
  );
  if (!planned.ok) return { problems: planned.problems, read };
  const appended = appendRowsFor([planned.value], own.reading, { actor: district.email, at });
  const row = writeCells(own.ledger.tab.definition.sheetId, own.reading.nextRow, 0, appended.rows);
  const after = withRows(lockedConfig(reading, wave, at), own, appended);
  const lockedFold = foldWave(after, facts.setup, ofWave);
  keepUnit(district, facts, places, after, [lockedFold], signOf(after, facts), [...requests, row]);
  return { problems: [], read };
}

/** Number of a ledger's last row in *Nhật ký*: rows deleted at its end were restored, and lie before the lock. */
function lastCopied({ state }: DistrictFacts, { unit }: UnitEntry, ledger: string): number {
  return copiesOf(state, unit.code).tails[ledger]?.lastSeq ?? 0;
}

function lockedConfig(reading: UnitReading, wave: Wave, lockedAt: EpochMs): UnitReading {
  const { config } = reading;
  if (!config) return reading;
  const waves = config.waves.map((one) => (one.code === wave.code ? { ...one, lockedAt } : one));
  return { ...reading, config: { ...config, waves } };
}

/** *Đợt* says when, *Nhật ký* who and why; what the wave stands on and came to is kept as values; the form is closed. */
function closeWave(
  district: District,
  wave: Wave,
  { lockedAt, compared }: Pick<LockCursor, 'lockedAt' | 'compared'>,
  reason: string,
): void {
  const facts = readFacts(district);
  const { setup, settings, tabs, state } = facts;
  const cells = { step: STEP_WORDS.wordOf('LOCKED'), lockedAt: momentCell(lockedAt) };
  const entry = waveEntryOf(setup, wave.code);
  const isNew = entry?.wave.lockedAt === undefined;
  const log = {
    at: lockedAt,
    actor: district.email,
    what: 'Khóa đợt',
    related: '',
    detail: reason === '' ? waveName(wave) : `${waveName(wave)}, dù còn chi đoàn chưa gửi: ${reason}`,
    data: { wave: wave.code },
  };
  const comparison = {
    ...log,
    what: 'Đối chiếu khi khóa đợt',
    detail: `${waveName(wave)}: ${comparedWords(compared, recall(district.services, `wave:${wave.code}`) ?? {})}.`,
  };
  const [rows] = district.api.read(district.book, [{ sheetId: FOLDS_TAB.sheetId }]);
  const folds = readNamedTexts(FOLDS_TAB, rows ?? null);
  keepScale(state, wave, settings);
  takeSnapshot(folds, setup, wave, lockedAt);
  keepHistory(folds, countWave(folds, setup, wave, resultsOf(folds, facts, wave), lockedAt).history);
  district.api.change(
    district.book,
    [
      ...writeKeyed(WAVES_TAB, readTable(WAVES_TAB, tabs.waves ?? []), 'wave', new Map([[wave.code, cells]])),
      ...(isNew ? logRequests(state, [log, comparison]) : []),
      ...folds.changes(),
      ...state.changes(),
    ],
    false,
  );
  const form = entry && formRecordOf(district, setup, entry);
  if (form) followStep(district, setup, { ...wave, lockedAt }, form);
}
