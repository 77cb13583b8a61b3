import type { EpochMs } from '../programme/dates';
import { sentenceOf } from '../contract/problems';
import type { Wave } from '../programme/wave';
import type { UnitEntry } from '../workbook/units-tab';
import { withScriptLock, type Held } from '../google/locks';
import { collectState } from './collect-state';
import { openIntake, type CollectPlace, type OpenIntake } from './collect-wave';
import type { District } from './district';
import { entriesOfWave, factsOnce, waveEntryOf, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { rememberFigures } from './properties';
import {
  growingSheets,
  pushOne,
  readIntakeState,
  rememberWave,
  wavesToServe,
  type GrowingSheets,
} from './push-job';
import { formResponses, type ResponseSource } from './responses';
import { followStep, formRecordOf } from './wave-form';

/** A round takes about so long: whoever sends is in the book before the second one after him ends. */
const ROUND_MS = 5_000;
/** Workbooks written in every round, whatever time it took. */
const LEAST_WRITTEN = 1;
/** A run whose time is over writes on for so long where workbooks wait and no other run comes: no hint would follow. */
const DRAIN_MS = 65_000;
/** Whoever sends now has a run that says it is there after so long: Google's start and two calls to the cache. */
const TAKING_OVER_MS = 2_000;
/** Looked back over at every round, and at the first one; what becomes visible later is found by the clock's own run. */
const LOOK_BACK_MS = 3_000;
const FIRST_LOOK_BACK_MS = 10_000;
/** A round waits so long for a slice of a page that is at work. */
const LOCK_WAIT_MS = 25_000;
/** Between two rounds others may take the lock. */
const PAUSE_MS = 50;
/** Calls of a minute left to the collecting itself, when workbooks are written. */
const SPARE_CALLS = 8;
/** Since when workbooks wait is told to the next run, which else would begin with those that this one wrote last. */
const WAITING_KEY = 'waiting:';
const WAITING_S = 600;

/** What runs that follow hints tell each other. */
export interface Relay {
  /** Says that hints are being followed, so that others end at once; called at every round. */
  readonly keep: () => void;
  /** Says that they are not any more: the next hint starts a run. */
  readonly give: () => void;
  /** Another run has come since. */
  readonly isTaken: () => boolean;
}

/**
 * Follows hints that members are sending: round after round takes in what is new, then writes the base workbooks that wait longest, until a round brings
 * nothing new or `end`. Then the relay is given to the next hint's run; should none come, the workbooks that wait are written all the same. Every round
 * holds the script's lock by itself: pages and other runs come in between. Gives what a person must mend first, '' when nothing.
 */
export function followHints(
  district: District,
  end: EpochMs,
  relay: Relay,
  source: ResponseSource = formResponses(district.services),
): string {
  const facts = factsOnce(district);
  const followed = new Map<string, FollowedWave>();
  const locked: Locked = (act) => withScriptLock(district.services, act, LOCK_WAIT_MS);
  const look = (): Look => lookOnce(district, facts(), followed, source);
  for (;;) {
    relay.keep();
    const held = locked(() => {
      const until = district.now() + ROUND_MS;
      const { received, trouble } = look();
      const waiting = pushed(followed.values(), until, SPARE_CALLS);
      return trouble === '' && received + waiting > 0;
    });
    // Whoever holds the lock so long does the same, or the clock will.
    if (!held) return '';
    if (!held.value || district.now() + ROUND_MS > end) break;
    district.services.sleep(PAUSE_MS);
  }
  // Given away before the last look: a hint that comes too late for it finds nobody, and starts a run.
  relay.give();
  const takenBy = district.now() + TAKING_OVER_MS;
  const last = locked(() => {
    const { trouble } = look();
    for (const one of followed.values()) one.end();
    return { trouble, isWaiting: [...followed.values()].some((one) => one.isWaiting()) };
  });
  if (last?.value.trouble === '' && last.value.isWaiting) {
    district.services.sleep(Math.max(PAUSE_MS, takenBy - district.now()));
    drain(district, end + DRAIN_MS, relay, followed, locked);
  }
  return last?.value.trouble ?? '';
}

type Locked = <T>(act: () => T) => Held<T> | null;

interface Look {
  readonly received: number;
  readonly trouble: string;
}

/** Takes in what is new of every wave. */
function lookOnce(
  district: District,
  facts: DistrictFacts,
  followed: Map<string, FollowedWave>,
  source: ResponseSource,
): Look {
  let [received, trouble] = [0, ''];
  for (const wave of wavesToServe(facts, '')) {
    const known = followed.get(wave.code);
    const one = known?.isCurrent() ? known : openFollowed(district, facts, wave, source);
    if (typeof one === 'string') {
      followed.delete(wave.code);
      trouble ||= one;
    } else {
      followed.set(wave.code, one);
      received += one.collect();
    }
  }
  return { received, trouble };
}

/** Writes workbooks of each wave; how many are left. */
function pushed(waves: Iterable<FollowedWave>, until: EpochMs, spare: number): number {
  let waiting = 0;
  for (const one of waves) waiting += one.push(until, spare);
  return waiting;
}

/** Writes the workbooks that wait, for the time of a round under each lock, until another run comes, or until `last`. */
function drain(
  district: District,
  last: EpochMs,
  relay: Relay,
  followed: ReadonlyMap<string, FollowedWave>,
  locked: Locked,
): void {
  let waiting = 1;
  while (waiting > 0 && district.now() + ROUND_MS < last) {
    if (relay.isTaken()) return;
    const held = locked(() => {
      // What somebody else has written since is his to go on with.
      const own = [...followed.values()].filter((one) => one.isCurrent());
      return pushed(own, district.now() + ROUND_MS, 0);
    });
    waiting = held?.value ?? 0;
  }
  locked(() => {
    for (const one of followed.values()) if (one.isCurrent()) one.end();
  });
}

interface FollowedWave {
  /** Nobody else has written the wave's state since. One read. */
  readonly isCurrent: () => boolean;
  /** Takes in what is new; how much. */
  readonly collect: () => number;
  /** Writes workbooks, the longest waiting first, while there is time for another one and more than `spare` calls of the minute; how many are left. */
  readonly push: (until: EpochMs, spare: number) => number;
  /** Some are not written yet. */
  readonly isWaiting: () => boolean;
  /** Keeps what was done. Only while `isCurrent`: what somebody else wrote in between stands, and what he did not see done is done again. */
  readonly end: () => void;
}

/** A wave ready to be followed; a sentence when something must be mended first. */
function openFollowed(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
  source: ResponseSource,
): FollowedWave | string {
  const intake = intakeOf(district, wave.programme);
  const entry = waveEntryOf(facts.setup, wave.code);
  const form = entry && formRecordOf(district, facts.setup, entry);
  if (!form || intake === '') return '';
  followStep(district, facts.setup, wave, form);
  const place: CollectPlace = { wave, form, intake };
  const opened = openIntake(district, facts, place);
  if (!opened.ok) return opened.problems.map((one) => sentenceOf(one)).join(' ');
  const book: OpenIntake = opened.value;
  let lookBackMs = FIRST_LOOK_BACK_MS;
  let sheets: GrowingSheets | null = null;
  const entries = entriesOfWave(facts.setup, wave).filter((one) => one.book !== '');
  const waitingSince = new Map<string, EpochMs>();
  let before = waitingBefore(district, wave);
  const noteWaiting = (): void => {
    for (const { unit } of entries)
      if (book.state().touched[unit.code] === undefined) waitingSince.delete(unit.code);
      else if (!waitingSince.has(unit.code)) waitingSince.set(unit.code, before[unit.code] ?? district.now());
    before = {};
  };
  noteWaiting();
  const isCurrent = (): boolean =>
    JSON.stringify(collectState(readIntakeState(district, intake), wave.code)) === book.written();

  const pushUnit = (one: UnitEntry, served: ReturnType<GrowingSheets['served']>): void => {
    pushOne(district, facts, wave, one, served, false);
    const { [one.unit.code]: _, ...touched } = book.state().touched;
    book.setState({ ...book.state(), touched });
    waitingSince.delete(one.unit.code);
  };
  return {
    isCurrent,
    collect() {
      const given = source.since(form, Math.max(0, book.since() - lookBackMs));
      lookBackMs = LOOK_BACK_MS;
      const { placed, received } = book.take(given, Number.MAX_SAFE_INTEGER);
      sheets?.add(placed);
      noteWaiting();
      return received;
    },
    isWaiting: () => waitingSince.size > 0,
    push(until, spare) {
      let [lastMs, written] = [0, 0];
      let served: ReturnType<GrowingSheets['served']> | null = null;
      while (waitingSince.size > 0 && (written < LEAST_WRITTEN || district.now() + lastMs <= until)) {
        if (district.api.limiter.spare('write') < spare) break;
        if (district.api.limiter.spare('read') < spare) break;
        const began = district.now();
        sheets ??= growingSheets(district, facts, wave, intake);
        served ??= sheets.served();
        const [code] = [...waitingSince].reduce((a, b) => (b[1] < a[1] ? b : a));
        const next = entries.find(({ unit }) => unit.code === code);
        if (!next) throw new Error(`${code} takes no part in ${wave.code}`);
        pushUnit(next, served);
        lastMs = district.now() - began;
        written += 1;
      }
      return waitingSince.size;
    },
    end() {
      if (waitingSince.size > 0) rememberWaiting(district, wave, waitingSince);
      if (JSON.stringify(book.state()) !== book.written()) book.settle();
      rememberFigures(district.services, wave.code, {
        unmatched: book.waiting(),
        collectedAt: district.now(),
      });
      if (sheets && waitingSince.size === 0) rememberWave(district, facts, wave, sheets.served());
    },
  };
}

/** Since when the run before saw workbooks wait; the cache may forget it, then all are as old. */
function waitingBefore({ services }: District, wave: Wave): Readonly<Record<string, EpochMs | undefined>> {
  const text = services.cache.getScriptCache()?.get(`${WAITING_KEY}${wave.code}`) ?? null;
  return text === null ? {} : (JSON.parse(text) as Record<string, EpochMs>);
}

function rememberWaiting({ services }: District, wave: Wave, since: ReadonlyMap<string, EpochMs>): void {
  const text = JSON.stringify(Object.fromEntries(since));
  services.cache.getScriptCache()?.put(`${WAITING_KEY}${wave.code}`, text, WAITING_S);
}
