import type { JobName } from '../contract/district';
import { sentenceOf } from '../contract/problems';
import { newRun, propertyJobStore, runSlice, TRIGGER_SLICE_MS, type JobRun } from '../google/jobs';
import { districtServices } from '../google/services';
import { isSameEmail } from '../google/who';
import { dayOf, type EpochMs } from '../programme/dates';
import { settingsFrom } from '../workbook/settings-tab';
import { SHEET_IDS } from '../workbook/sheet-ids';
import type { District } from './district';
import { writeStart } from './district-start';
import { withDistrict } from './endpoint';
import { readFacts } from './facts';
import { followHints, type Relay } from './follow-hints';
import { isIdle, rememberIdle } from './idle';
import { wavesToServe } from './push-job';
import { recall, remember } from './properties';
import { serveQueue } from './queue';
import { jobOf } from './registry';
import type { CLOCK_MS } from './triggers';

/** While hints are followed other hints end at once; a run that was killed is missed after so long. */
const HINT = 'hint';
const HINT_S = 90;
const HINT_AGAIN_MS = 40_000;
/** A run that follows hints gives way to the next one after four and a half of Google's six minutes; where none comes, it writes what waits in one more. */
const HINT_RUN_MS = 270_000;
/** Runs of the clock take minutes off the day's six hours (docs/apps-script-notes.md, Quotas): beyond these, a hint is followed every five minutes. */
const HINT_BUDGET_MS = 3.5 * 3_600_000;
const HINT_PAUSE_S = 300;

/** What members sent: collected and pushed. Nearly all runs of a year find nothing new, and end after three calls. */
export function everyTenMinutes(): void {
  const services = districtServices();
  // Hints are being followed: that run does the same, and would have to wait for this one's long look back.
  if (isIdle(services) || services.cache.getScriptCache()?.get(HINT) === 'followed') return;
  byClock('everyTenMinutes', (district, end) => {
    const told = [runByClock(district, 'collect', {}, end), runByClock(district, 'push', {}, end)];
    writeStart(district);
    const store = propertyJobStore(district.services);
    const isDone = ['collect', 'push'].every((job) => store.read(`clock-${job}:`)?.state === 'DONE');
    if (isDone && told.every((one) => one === ''))
      rememberIdle(
        district,
        wavesToServe(readFacts(district), '').map((wave) => wave.code),
      );
    return told;
  });
}

/** What staff asked for. */
export function everyFiveMinutes(): void {
  byClock('everyFiveMinutes', (district, end) => {
    serveQueue(district, end);
    return [];
  });
}

/** What committees wrote, and what members are told where the district lets the clock send letters. */
export function hourly(): void {
  byClock('hourly', (district, end) => [
    runByClock(district, 'collectLedgers', {}, end),
    runByClock(district, 'receipts', { byClock: true }, end),
  ]);
}

/** Everything compared anew: sheets that were missed, books that were changed, all results. */
export function nightly(): void {
  byClock('nightly', (district, end) => [
    runByClock(district, 'collect', { all: true }, end),
    runByClock(district, 'push', { all: true }, end),
    runByClock(district, 'createBooks', {}, end),
    runByClock(district, 'collectLedgers', { all: true }, end),
  ]);
}

/**
 * Somebody sent the form: a hint. The first of many follows them all, the others end after one look. Google may call it twice, late, or never: the
 * clock's own runs find whatever it misses.
 */
export function onFormSent(): void {
  const services = districtServices();
  const cache = services.cache.getScriptCache();
  if (!cache || cache.get(HINT) !== null) return;
  cache.put(HINT, 'followed', HINT_S);
  let saidAt = services.now();
  let isGiven = false;
  let pauseS = 0;
  const relay: Relay = {
    keep() {
      if (services.now() - saidAt < HINT_AGAIN_MS) return;
      cache.put(HINT, 'followed', HINT_S);
      saidAt = services.now();
    },
    give() {
      isGiven = true;
      if (pauseS > 0) cache.put(HINT, 'paused', pauseS);
      else cache.remove(HINT);
    },
    isTaken: () => pauseS === 0 && cache.get(HINT) !== null,
  };
  byClock('everyTenMinutes', (district) => {
    const health = recall(services, 'health:everyTenMinutes');
    if (health?.day === dayOf(services.now()) && (health.usedMs ?? 0) > HINT_BUDGET_MS) pauseS = HINT_PAUSE_S;
    return [followHints(district, district.now() + HINT_RUN_MS, relay)];
  });
  // Given away, it is another run's by now.
  if (!isGiven) relay.give();
}

/** Runs something as the role account's trigger, and keeps how it went: that is the heartbeat the console shows. */
function byClock(
  name: keyof typeof CLOCK_MS,
  act: (district: District, end: EpochMs) => readonly string[],
): void {
  withDistrict(districtServices(), (district) => {
    // A trigger of somebody who is no longer the role account does nothing: two would write one tab.
    const [rows] = district.api.read(district.book, [{ sheetId: SHEET_IDS.settings }]);
    const { settings } = settingsFrom(rows ?? []);
    if (!isSameEmail(settings.roleAccount, district.email)) return;
    let error = '';
    const began = district.now();
    try {
      error = act(district, began + TRIGGER_SLICE_MS)
        .filter((one) => one !== '')
        .join(' ');
    } catch (thrown) {
      error = 'Lần chạy gần nhất bị dừng giữa chừng; lần sau sẽ làm tiếp.';
      district.services.log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
    }
    const at = district.now();
    const before = recall(district.services, `health:${name}`);
    const day = dayOf(at);
    const usedMs = (before?.day === day ? (before.usedMs ?? 0) : 0) + (at - began);
    remember(district.services, `health:${name}`, { at, error, day, usedMs });
  });
}

/**
 * Runs a job until it is done or time is over; what is left goes on at the next call. Gives what a person must mend first, '' when nothing. Throws
 * when the job met an error.
 */
function runByClock(
  district: District,
  job: JobName,
  args: Readonly<Record<string, unknown>>,
  end: EpochMs,
): string {
  const { services } = district;
  const store = propertyJobStore(services);
  const key = `clock-${job}${args.all === true ? '-all' : ''}:`;
  const before = store.read(key);
  const made = jobOf(district, job);
  let run: JobRun | null = before;
  if (!run || run.state === 'DONE') {
    run = newRun(made, key, args, district.email, district.now());
    store.write(run);
  }
  do {
    run = runSlice(services, store, made, run, Math.max(1, end - district.now()));
    // The console is at work: it does the same.
    if (!run) return '';
    if (run.lastError !== '') throw new Error(run.lastError);
  } while (run.state === 'RUNNING' && district.now() < end);
  const [first] = run.problems;
  return first ? sentenceOf(first) : '';
}
