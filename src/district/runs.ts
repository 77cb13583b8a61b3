import type { JobRequest, JobView } from '../contract/district';
import { faultOf, faultSentence } from '../contract/fault';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import type { EpochMs } from '../programme/dates';
import {
  newRun,
  PAGE_SLICE_MS,
  propertyJobStore,
  runKeptSlice,
  textArg,
  type JobRun,
  type JobStore,
  type Slice,
} from '../google/jobs';
import { deleteProperty, keepingProperties } from '../google/kept-properties';
import { withScriptLock } from '../google/locks';
import type { District } from './district';
import { endIdle } from './idle';
import { progressSentence } from './job-words';
import { isJobName, jobKey, jobOf } from './registry';
import { shortHash } from './short-hash';

/** How long a press of a button waits for a slice that is ending. */
const START_WAIT_MS = 5_000;

/** A job that staff asked for and the role account has not begun; a property beside the row in *Việc chờ*, so that a look is cheap. */
export interface AskedJob {
  readonly operation: string;
  readonly askedBy: string;
  readonly askedAt: EpochMs;
}

const ASKED = 'asked:';

/** Keeps that a job was asked for. */
export function rememberAsked({ services }: District, key: string, asked: AskedJob): void {
  services.properties.getScriptProperties().setProperty(ASKED + key, JSON.stringify(asked));
}

/** Forgets it: the job has begun, or was refused. */
export function forgetAsked({ services }: District, key: string): void {
  deleteProperty(services, ASKED + key);
}

/** All runs and requests, from properties read at once. */
export function allViews(
  text: (name: string) => string | null,
  names: readonly string[],
): readonly JobView[] {
  const keys = new Set(
    names.flatMap((name) =>
      name.startsWith(ASKED) ? [name.slice(ASKED.length)] : name.startsWith('job:') ? [name.slice(4)] : [],
    ),
  );
  return [...keys].flatMap((key) => {
    const [run, asked] = [text(`job:${key}`), text(ASKED + key)];
    const view = viewOf(
      key,
      run === null ? null : (JSON.parse(run) as JobRun),
      asked === null ? null : (JSON.parse(asked) as AskedJob),
    );
    return view ? [view] : [];
  });
}

/** Begins a job, or goes on with it where it stands; the same operation twice begins it once. Only the role account's. Problem: JOB_RUNNING. */
export function startRun(
  district: District,
  request: JobRequest & { readonly operation: string },
): Result<JobView, Problem> {
  const store = propertyJobStore(district.services);
  const key = jobKey(request);
  const { operation, reason = '', answers = {} } = request;
  const { services } = district;
  const begin = (): JobRun =>
    keepingProperties(services, () => {
      const before = store.read(key);
      if (before?.state === 'DONE' && before.args.operation === operation) return before;
      const args = { wave: request.wave, reason, answers, operation };
      const run: JobRun =
        before && before.state !== 'DONE'
          ? {
              ...before,
              // Pressed again, it is still the work it began as: what was done under its first operation is not done twice.
              args: { ...before.args, ...args, began: beganAs(before) },
              state: 'RUNNING',
              lastError: '',
              problems: [],
              askedBy: district.email,
            }
          : newRun(jobOf(district, request.job), key, args, district.email, district.now());
      store.write(run);
      endIdle(district);
      forgetAsked(district, key);
      return run;
    });
  const held = withScriptLock(services, begin, START_WAIT_MS);
  const run = held?.value ?? store.read(key);
  // Somebody else's slice holds the lock: if it is this job's, it goes on by itself.
  if (!run || (!held && run.state !== 'RUNNING')) return fail(problem('JOB_RUNNING', key));
  if (!held) forgetAsked(district, key);
  return ok(viewOf(key, run, null) ?? unknownView(key));
}

/** The operation a run began with, whoever pressed again since. */
function beganAs({ args }: JobRun): string {
  return textArg(args, 'began') || textArg(args, 'operation');
}

/** Carries a run on for one slice; when another slice is at work, tells how far it is. Null = there is no such run. */
export function continueRun(district: District, key: string, sliceMs = PAGE_SLICE_MS): JobRun | null {
  return carryOn(district, key, sliceMs)?.run ?? propertyJobStore(district.services).read(key);
}

/** The same with the run as it was before; null = there is no such run, or another slice is at work. */
export function carryOn({ services, ...rest }: District, key: string, sliceMs = PAGE_SLICE_MS): Slice | null {
  const jobNamed = ({ job }: JobRun): ReturnType<typeof jobOf> | null =>
    isJobName(job) ? jobOf({ services, ...rest }, job) : null;
  const held = runKeptSlice(services, propertyJobStore(services), key, jobNamed, sliceMs);
  const after = held?.value?.run;
  if (after && after.lastError !== '') services.log(`fault ${faultNumber(after)} ${key}`);
  return held?.value ?? null;
}

/** Stops a run where it stands. Null when a slice is at work: it is asked again after it. */
export function stopRun(district: District, key: string): JobRun | null {
  const store: JobStore = propertyJobStore(district.services);
  const held = withScriptLock(
    district.services,
    () => {
      const run = store.read(key);
      if (!run || run.state === 'DONE') return run;
      const stopped: JobRun = { ...run, state: 'STOPPED' };
      store.write(stopped);
      return stopped;
    },
    START_WAIT_MS,
  );
  return held ? held.value : null;
}

/** A run as the console shows it; a job asked for and not begun is queued. Null for what is no job. */
export function viewOf(key: string, run: JobRun | null, asked: AskedJob | null): JobView | null {
  const [job = '', wave = ''] = key.split(':');
  if (!isJobName(job)) return null;
  if (!run || (asked && run.args.operation !== asked.operation && run.state !== 'RUNNING'))
    return {
      key,
      job,
      wave,
      state: 'QUEUED',
      done: 0,
      total: 0,
      sentence: 'Đã xếp hàng; tài khoản chạy chương trình sẽ làm trong khoảng 5 phút.',
      trouble: '',
      problems: [],
      endedAt: null,
    };
  return {
    key,
    job,
    wave,
    state: run.state,
    done: run.done,
    total: run.total,
    sentence: progressSentence(job, run, run.state === 'DONE'),
    trouble: troubleOf(run),
    problems: run.problems,
    endedAt: run.endedAt,
  };
}

/** What went wrong, in words; the message itself is in the log under the number. */
export function troubleOf(run: JobRun): string {
  if (run.lastError === '') return '';
  const fault = faultOf(run.lastError);
  return faultSentence(fault.class === 'OURS' ? { class: 'OURS', number: faultNumber(run) } : fault);
}

function faultNumber(run: JobRun): string {
  return shortHash(`${run.key}${run.startedAt}${run.lastError}`).slice(0, 6).toUpperCase();
}

function unknownView(key: string): never {
  throw new Error(`${key} is no job of the console`);
}
