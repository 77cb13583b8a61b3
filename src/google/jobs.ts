import type { EpochMs } from '../programme/dates';
import type { Problem } from '../programme/result';
import { keepingProperties, readProperty, writeProperty } from './kept-properties';
import { withScriptLock, type Held } from './locks';
import { messageOf } from './retry';
import type { Services } from './services';

/**
 * A slice driven by a page takes twenty seconds with what begins and ends its execution (architecture.md 3.10); one driven by a trigger ends well
 * before Google's six minutes.
 */
export const PAGE_SLICE_MS = 17_500;
export const TRIGGER_SLICE_MS = 240_000;

export type JobState = 'RUNNING' | 'DONE' | 'STOPPED';

/** A job as it is kept between its slices. `cursor` is the job's own plain data: where to go on. */
export interface JobRun {
  /** Names one piece of work; starting it again while it runs goes on with it. */
  readonly key: string;
  readonly job: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly cursor: unknown;
  readonly done: number;
  readonly total: number;
  readonly state: JobState;
  /** Text of the last error; '' when none. */
  readonly lastError: string;
  /** What a person must mend before it goes on; the first of them when there are many. */
  readonly problems: readonly Problem[];
  readonly askedBy: string;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | null;
  /** Figures for people, by name. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a step leaves: the next cursor (null = finished), how far, and figures that are added to those before. */
export interface StepResult {
  readonly cursor: unknown;
  readonly done: number;
  readonly total: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** What a person must mend first: the run stops at this cursor. */
  readonly problems?: readonly Problem[];
}

/**
 * A job: a chain of idempotent steps. A step may be killed anywhere and done again from its cursor with the same outcome; it should take
 * a few seconds at most. `end` tells when the slice should be over, for steps that do as much as fits.
 */
export interface Job<C> {
  readonly name: string;
  readonly first: (args: Readonly<Record<string, unknown>>) => C;
  readonly step: (
    args: Readonly<Record<string, unknown>>,
    cursor: C,
    end: EpochMs,
  ) => Omit<StepResult, 'cursor'> & { readonly cursor: C | null };
}

/** Where runs are kept. */
export interface JobStore {
  readonly read: (key: string) => JobRun | null;
  readonly write: (run: JobRun) => void;
  readonly keys: () => readonly string[];
}

const PREFIX = 'job:';

/** A property holds 9 kB: of a long list of problems the first are kept, the rest stand in their cells. */
const KEPT_PROBLEMS = 12;

/** Runs kept as script properties: seen by every user of the script, 62 ms a write, 9 kB each. */
export function propertyJobStore(services: Services): JobStore {
  return {
    read(key) {
      const text = readProperty(services, PREFIX + key);
      return text === null ? null : (JSON.parse(text) as JobRun);
    },
    write(run) {
      const kept = { ...run, problems: run.problems.slice(0, KEPT_PROBLEMS) };
      writeProperty(services, PREFIX + run.key, JSON.stringify(kept));
    },
    keys: () =>
      services.properties
        .getScriptProperties()
        .getKeys()
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length)),
  };
}

/** A text among a job's arguments; '' when it is not there. */
export function textArg(args: Readonly<Record<string, unknown>>, name: string): string {
  const value = args[name];
  return typeof value === 'string' ? value : '';
}

/** A new run at its beginning. */
export function newRun<C>(
  job: Job<C>,
  key: string,
  args: Readonly<Record<string, unknown>>,
  askedBy: string,
  now: EpochMs,
): JobRun {
  return {
    key,
    job: job.name,
    args,
    cursor: job.first(args),
    done: 0,
    total: 0,
    state: 'RUNNING',
    lastError: '',
    problems: [],
    askedBy,
    startedAt: now,
    endedAt: null,
    counts: {},
  };
}

/**
 * Carries a run on for at most `sliceMs`, under the script's lock; null when another slice is at work (page and trigger meet here). An error
 * stops the run where it stands — nothing is lost, the next slice goes on from the same cursor — and comes back in `lastError`.
 */
export function runSlice<C>(
  services: Services,
  store: JobStore,
  job: Job<C>,
  run: JobRun,
  sliceMs: number,
): JobRun | null {
  const held = inSlice(services, () => {
    // Another slice may have gone further between the reading of `run` and the lock; an earlier run of the same key is over.
    const kept = store.read(run.key);
    const now = kept && kept.startedAt >= run.startedAt ? kept : run;
    return now.state === 'DONE' ? now : sliceOf(services, store, job, now, sliceMs);
  });
  return held ? held.value : null;
}

/** A slice of a run, with the run as it stood before. */
export interface Slice {
  readonly was: JobRun;
  readonly run: JobRun;
}

/** As `runSlice`, of the run kept under a key; `jobOf` null = it is left as it is. Value null = there is no such run. */
export function runKeptSlice(
  services: Services,
  store: JobStore,
  key: string,
  jobOf: (run: JobRun) => Job<unknown> | null,
  sliceMs: number,
): Held<Slice | null> | null {
  return inSlice(services, () => {
    const was = store.read(key);
    if (!was) return null;
    const job = was.state === 'DONE' ? null : jobOf(was);
    return { was, run: job ? sliceOf(services, store, job, was, sliceMs) : was };
  });
}

function inSlice<T>(services: Services, act: () => T): Held<T> | null {
  return withScriptLock(services, () => keepingProperties(services, act));
}

function sliceOf<C>(services: Services, store: JobStore, job: Job<C>, run: JobRun, sliceMs: number): JobRun {
  const end = services.now() + sliceMs;
  let now: JobRun = { ...run, state: 'RUNNING', lastError: '', problems: [] };
  let lastMs = 0;
  try {
    do {
      const began = services.now();
      const result = job.step(now.args, now.cursor as C, end);
      now = advanced(now, result, services.now());
      // Another step as long as this one must still fit in.
      lastMs = services.now() - began;
    } while (now.state === 'RUNNING' && services.now() + lastMs < end);
  } catch (error) {
    now = { ...now, state: 'STOPPED', lastError: messageOf(error) };
    services.log(
      `${run.job} ${run.key}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`,
    );
  }
  store.write(now);
  return now;
}

function advanced(run: JobRun, result: StepResult, now: EpochMs): JobRun {
  const counts: Record<string, number> = { ...run.counts };
  for (const [name, count] of Object.entries(result.counts ?? {})) counts[name] = (counts[name] ?? 0) + count;
  const problems = result.problems ?? [];
  const finished = result.cursor === null && problems.length === 0;
  return {
    ...run,
    // A step that asks for something to be mended is done again, wherever it says to go on.
    cursor: problems.length > 0 && result.cursor === null ? run.cursor : result.cursor,
    done: result.done,
    total: result.total,
    counts,
    problems,
    state: problems.length > 0 ? 'STOPPED' : finished ? 'DONE' : 'RUNNING',
    endedAt: finished ? now : null,
  };
}
