import * as z from 'zod/mini';
import {
  JOB_NAMES,
  MOST_ROSTER_LINES,
  ROSTER_PIECE,
  type DistrictEndpoints,
  type JobName,
  type JobView,
} from '../contract/district';
import type { AnswerOf } from '../contract/answer';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { MOST_CELL_SIGNS, ROSTER_COLUMNS } from '../programme/roster-template';
import { withScriptLock } from '../google/locks';
import { propertyJobStore, type JobRun } from '../google/jobs';
import { openLinks as linksOf } from './links';
import { consoleState as readConsole } from './console-state';
import type { District } from './district';
import { answer, type Caller } from './endpoint';
import { readFacts } from './facts';
import { previewOf } from './previews';
import { askForJob, writeOwnProgress } from './queue';
import { putRosterPiece } from './roster-put';
import { carryOn, startRun, stopRun, viewOf, type AskedJob } from './runs';
import { decideUnmatched as decide, openUnmatched as openThem } from './unmatched';

const wave = z.string().check(z.maxLength(20));
const jobRequest = {
  job: z.enum(JOB_NAMES),
  wave,
  reason: z.optional(z.string().check(z.maxLength(2000))),
  answers: z.optional(z.record(z.string().check(z.maxLength(30)), z.string().check(z.maxLength(2000)))),
};
const key = z.object({ key: z.string().check(z.maxLength(60)) });

const TAKE_OVER: JobName = 'takeOver';

/** Longest wait for a run that is ending before a decision is written. */
const DECISION_WAIT_MS = 10_000;

/** The checklist (contract/district.ts). */
export function consoleState(text: unknown): string {
  return answer(
    text,
    z.object({ wave: z.optional(wave) }),
    (district, request): Result<AnswerOf<DistrictEndpoints['consoleState']>, Problem> =>
      ok(readConsole(district, request.wave)),
  );
}

/** What a job will do, in numbers. */
export function previewJob(text: unknown): string {
  return answer(
    text,
    z.object(jobRequest),
    (district, request, caller): Result<AnswerOf<DistrictEndpoints['previewJob']>, Problem> =>
      ok({
        ...previewOf(district, request),
        queued: !mayRun(caller, request.job) && request.job !== TAKE_OVER,
      }),
  );
}

/** Begins a job, or puts it into *Việc chờ* for the role account. */
export function startJob(text: unknown): string {
  return answer(
    text,
    z.object({ ...jobRequest, operation: z.string().check(z.regex(/^[0-9a-f]{32}$/)) }),
    (district, request, caller): Result<JobView, Problem> => {
      if (mayRun(caller, request.job)) return startRun(district, request);
      // Nobody else can do it in the reserve account's name: it is told, not queued.
      if (request.job === TAKE_OVER)
        return fail(problem('RESERVE_ONLY', '', { reserveAccount: caller.settings?.reserveAccount ?? '' }));
      askForJob(district, readFacts(district).setup, request);
      return queuedView(district, `${request.job}:${request.wave}`);
    },
  );
}

/** Carries a job on for one slice (role account), or tells how far it is. */
export function continueJob(text: unknown): string {
  return answer(text, key, (district, request, caller): Result<JobView, Problem> => {
    const [job = ''] = request.key.split(':');
    const slice = mayRun(caller, job) ? carryOn(district, request.key) : null;
    if (!slice) return queuedView(district, request.key);
    const { was, run } = slice;
    if (run.state !== 'RUNNING' && was.state === 'RUNNING' && caller.settings !== null)
      writeOwnProgress(district, run);
    return viewed(request.key, run);
  });
}

/** Stops a job where it stands. */
export function stopJob(text: unknown): string {
  return answer(text, key, (district, request, caller): Result<JobView, Problem> => {
    if (!caller.isRoleAccount)
      return fail(problem('ROLE_ACCOUNT_ONLY', '', { roleAccount: caller.settings?.roleAccount ?? '' }));
    const there = propertyJobStore(district.services).read(request.key);
    if (!there) return fail(problem('UNKNOWN_JOB', request.key));
    const run = stopRun(district, request.key);
    return run ? viewed(request.key, run) : fail(problem('JOB_RUNNING', request.key));
  });
}

/** Sheets that were matched to nobody. */
export function openUnmatched(text: unknown): string {
  return answer(text, z.object({ wave }), (district, request) => openThem(district, request.wave));
}

/** Staff say who sheets are from. */
export function decideUnmatched(text: unknown): string {
  const decision = z.object({
    responseId: z.string().check(z.minLength(1), z.maxLength(200)),
    sentAt: z.number(),
    member: z.string().check(z.maxLength(60)),
  });
  return answer(
    text,
    z.object({ decisions: z.array(decision).check(z.minLength(1), z.maxLength(500)) }),
    (district, request) => {
      // Rows are found and written in one locked step (architecture.md 3.1).
      const held = withScriptLock(
        district.services,
        () => decide(district, request.decisions),
        DECISION_WAIT_MS,
      );
      return held ? held.value : fail(problem('JOB_RUNNING'));
    },
  );
}

/** A piece of a list of members, into *Nhập danh sách*. */
export function putRoster(text: unknown): string {
  const count = z.number().check(z.int(), z.minimum(0), z.maximum(MOST_ROSTER_LINES));
  const row = z.array(z.string().check(z.maxLength(MOST_CELL_SIGNS))).check(z.length(ROSTER_COLUMNS.length));
  return answer(
    text,
    z.object({
      file: z.string().check(z.maxLength(200)),
      total: count,
      from: count,
      rows: z.array(row).check(z.minLength(1), z.maxLength(ROSTER_PIECE)),
    }),
    (district, piece) => {
      const held = withScriptLock(district.services, () => putRosterPiece(district, piece), DECISION_WAIT_MS);
      return held ? held.value : fail(problem('JOB_RUNNING'));
    },
  );
}

/** Links and messages for members. */
export function openLinks(text: unknown): string {
  return answer(text, z.object({ wave, unit: z.string().check(z.maxLength(40)) }), linksOf);
}

/** The role account runs everything; the reserve account only what makes it the role account. */
function mayRun({ isRoleAccount, isReserve }: Caller, job: string): boolean {
  return isRoleAccount || (isReserve && job === TAKE_OVER);
}

function viewed(jobKey: string, run: JobRun | null): Result<JobView, Problem> {
  const view = run && viewOf(jobKey, run, null);
  return view ? ok(view) : fail(problem('UNKNOWN_JOB', jobKey));
}

function queuedView(district: District, jobKey: string): Result<JobView, Problem> {
  const properties = district.services.properties.getScriptProperties();
  const asked = properties.getProperty(`asked:${jobKey}`);
  const run = propertyJobStore(district.services).read(jobKey);
  if (!run && asked === null) return fail(problem('UNKNOWN_JOB', jobKey));
  const view = viewOf(jobKey, run, asked === null ? null : (JSON.parse(asked) as AskedJob));
  return view ? ok(view) : fail(problem('UNKNOWN_JOB', jobKey));
}
