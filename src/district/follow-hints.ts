import type { EpochMs } from '../programme/dates';
import { sentenceOf } from '../contract/problems';
import type { Wave } from '../programme/wave';
import type { UnitEntry } from '../workbook/units-tab';
import { withScriptLock } from '../google/locks';
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
const ROUND_MS = 5_500;
/** Workbooks written in every round, whatever time it took. */
const LEAST_WRITTEN = 2;
/** A run whose time is over goes on for so long, when nothing new comes and workbooks still wait: no hint would follow. */
const DRAIN_MS = 90_000;
/** Looked back over at every round, and at the first one; what becomes visible later is found by the clock's own run. */
const LOOK_BACK_MS = 3_000;
const FIRST_LOOK_BACK_MS = 30_000;
/** A round waits so long for a slice of a page that is at work. */
const LOCK_WAIT_MS = 25_000;
/** Between two rounds others may take the lock. */
const PAUSE_MS = 50;
/** Calls of a minute left to the collecting itself, when workbooks are written. */
const SPARE_CALLS = 8;

/**
 * Follows hints that members are sending: round after round takes in what is new, then writes the base workbooks that wait longest, until a round brings
 * nothing new or `end`. `onRound` is called at every round's beginning. Every round holds the script's lock by itself: pages and other
 * runs come in between. Gives what a person must mend first, '' when nothing.
 */
export function followHints(
  district: District,
  end: EpochMs,
  onRound: () => void,
  source: ResponseSource = formResponses(district.services),
): string {
  const facts = factsOnce(district);
  const followed = new Map<string, FollowedWave>();
  let told = '';
  let isOver = false;
  while (!isOver) {
    onRound();
    const held = withScriptLock(
      district.services,
      () => roundOf(district, facts(), followed, source),
      LOCK_WAIT_MS,
    );
    // Whoever holds the lock so long does the same, or the clock will.
    if (!held) return told;
    const { received, waiting, trouble } = held.value;
    told = trouble;
    const left = end - district.now() - ROUND_MS;
    isOver = trouble !== '' || left < (received > 0 ? 0 : -DRAIN_MS) || (waiting === 0 && received === 0);
    if (!isOver) district.services.sleep(PAUSE_MS);
  }
  withScriptLock(
    district.services,
    () => {
      for (const one of followed.values()) one.end();
    },
    LOCK_WAIT_MS,
  );
  return told;
}

interface Round {
  readonly received: number;
  /** Workbooks that are not written yet. */
  readonly waiting: number;
  readonly trouble: string;
}

function roundOf(
  district: District,
  facts: DistrictFacts,
  followed: Map<string, FollowedWave>,
  source: ResponseSource,
): Round {
  const until = district.now() + ROUND_MS;
  let [received, waiting, trouble] = [0, 0, ''];
  for (const wave of wavesToServe(facts, '')) {
    const known = followed.get(wave.code);
    const one = known?.isCurrent() ? known : openFollowed(district, facts, wave, source);
    if (typeof one === 'string') trouble ||= one;
    else {
      followed.set(wave.code, one);
      received += one.collect();
    }
  }
  for (const one of followed.values()) waiting += one.push(until);
  return { received, waiting, trouble };
}

interface FollowedWave {
  /** Nobody else has written the wave's state since. One read. */
  readonly isCurrent: () => boolean;
  /** Takes in what is new; how much. */
  readonly collect: () => number;
  /** Writes workbooks, the longest waiting first, while there is time for another one; how many are left. */
  readonly push: (until: EpochMs) => number;
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
  const noteWaiting = (): void => {
    for (const { unit } of entries)
      if (book.state().touched[unit.code] === undefined) waitingSince.delete(unit.code);
      else if (!waitingSince.has(unit.code)) waitingSince.set(unit.code, district.now());
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
    push(until) {
      let [lastMs, written] = [0, 0];
      let served: ReturnType<GrowingSheets['served']> | null = null;
      while (waitingSince.size > 0 && (written < LEAST_WRITTEN || district.now() + lastMs <= until)) {
        if (district.api.limiter.spare('write') < SPARE_CALLS) break;
        if (district.api.limiter.spare('read') < SPARE_CALLS) break;
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
      // Somebody else was at work in between: what he wrote stands, and what he did not see done is done again.
      if (!isCurrent()) return;
      book.settle();
      rememberFigures(district.services, wave.code, {
        unmatched: book.waiting(),
        collectedAt: district.now(),
      });
      if (sheets && waitingSince.size === 0) rememberWave(district, facts, wave, sheets.served());
    },
  };
}
