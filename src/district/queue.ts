import type { JobRequest } from '../contract/district';
import { sentenceOf } from '../contract/problems';
import type { EpochMs } from '../programme/dates';
import {
  JOBS_ASKED_TAB,
  JOBS_DONE_TAB,
  jobProgressFrom,
  jobProgressRecord,
  jobRequestRecord,
  jobRequestsFrom,
  type JobProgress,
  type JobRequest as AskedRow,
} from '../workbook/jobs-tabs';
import { waveName } from '../workbook/class-words';
import type { Setup } from '../workbook/setup';
import type { ReadRows } from '../workbook/cells';
import { recordToCells } from '../workbook/tab';
import { wavesFrom, WAVES_TAB } from '../workbook/waves-tab';
import { appendRows, writeCells } from '../google/sheets-batch';
import { textArg, type JobRun } from '../google/jobs';
import { answersOf } from './job-answers';
import { isTransient } from '../google/retry';
import { normalEmail } from '../google/who';
import type { District } from './district';
import { readFacts, staffOf, waveEntryOf } from './facts';
import { JOB_WORDS } from './job-words';
import { isJobName, jobKey, needsWave } from './registry';
import { continueRun, forgetAsked, rememberAsked, startRun, troubleOf } from './runs';

/** Adds a job to *Việc chờ* for the role account; the same operation twice adds one row. */
export function askForJob(
  district: District,
  setup: Setup,
  request: JobRequest & { readonly operation: string },
): void {
  const [rows] = district.api.read(district.book, [{ sheetId: JOBS_ASKED_TAB.sheetId }]);
  const askedAt = district.now();
  const { operation, job, wave, reason = '', answers = {} } = request;
  if (!jobRequestsFrom(rows ?? []).some((one) => one.request === operation)) {
    const row: AskedRow = {
      request: operation,
      job,
      args: { wave, reason, answers },
      what: JOB_WORDS[job],
      for: waveSaid(setup, wave),
      askedBy: district.email,
      askedAt,
    };
    district.api.change(
      district.book,
      [appendRows(JOBS_ASKED_TAB.sheetId, [recordToCells(JOBS_ASKED_TAB, jobRequestRecord(row))])],
      false,
    );
  }
  rememberAsked(district, jobKey(request), { operation, askedBy: district.email, askedAt });
}

/**
 * Carries out what stands in *Việc chờ*, oldest first, until `end` (role account). Before acting it asks again whether the asker is still staff and
 * the wave still there. A job that met a passing error is tried again at the next run; any other ends with what hinders it.
 */
export function serveQueue(district: District, end: EpochMs): void {
  const [asked, done] = district.api.read(district.book, [
    { sheetId: JOBS_ASKED_TAB.sheetId },
    { sheetId: JOBS_DONE_TAB.sheetId },
  ]);
  const progress = jobProgressFrom(done ?? []);
  const waiting = jobRequestsFrom(asked ?? []).filter(
    (one) =>
      !progress.some(
        (row) => row.request === one.request && (row.state === 'DONE' || row.state === 'STOPPED'),
      ),
  );
  if (waiting.length === 0) return;
  const { setup, settings } = readFacts(district);
  const staff = staffOf(settings);
  for (const row of waiting) {
    if (district.now() >= end) return;
    const wave = textArg(row.args, 'wave');
    const refusal = !staff.includes(normalEmail(row.askedBy))
      ? 'Người yêu cầu không còn trong danh sách cán bộ Quận đoàn.'
      : !isJobName(row.job) || (needsWave(row.job) && !waveEntryOf(setup, wave))
        ? 'Việc này hoặc đợt này không còn nữa.'
        : '';
    if (refusal !== '' || !isJobName(row.job)) {
      writeProgress(district, { ...progressOf(row, null), state: 'STOPPED', lastError: refusal });
      continue;
    }
    const answers = answersOf(row.args);
    const request = {
      job: row.job,
      wave,
      reason: textArg(row.args, 'reason'),
      answers,
      operation: row.request,
    };
    const run = carryOut(district, request, end);
    forgetAsked(district, jobKey(request));
    if (run) writeProgress(district, progressOf(row, run));
  }
}

function carryOut(
  district: District,
  request: JobRequest & { readonly operation: string },
  end: EpochMs,
): JobRun | null {
  if (!startRun(district, request).ok) return null;
  let run: JobRun | null;
  do {
    run = continueRun(district, jobKey(request), Math.max(1, end - district.now()));
  } while (run?.state === 'RUNNING' && district.now() < end);
  return run;
}

/** Puts a run's row in *Việc đã làm*: found by its request, or added. */
export function writeProgress(district: District, progress: JobProgress): void {
  const [rows] = district.api.read(district.book, [{ sheetId: JOBS_DONE_TAB.sheetId }]);
  putProgress(district, progress, rows ?? []);
}

function putProgress(district: District, progress: JobProgress, rows: ReadRows): void {
  const cells = recordToCells(JOBS_DONE_TAB, jobProgressRecord(progress));
  const there = jobProgressFrom(rows).find((one) => one.request === progress.request);
  district.api.change(
    district.book,
    [
      there
        ? writeCells(JOBS_DONE_TAB.sheetId, there.row, 0, [cells])
        : appendRows(JOBS_DONE_TAB.sheetId, [cells]),
    ],
    there !== undefined,
  );
}

/** Puts the row of a run that the role account started himself; one read, one write. */
export function writeOwnProgress(district: District, run: JobRun): void {
  const [done, waves] = district.api.read(district.book, [
    { sheetId: JOBS_DONE_TAB.sheetId },
    { sheetId: WAVES_TAB.sheetId },
  ]);
  putProgress(district, ownProgress(run, { waves: wavesFrom(waves ?? []).values }), done ?? []);
}

function ownProgress(run: JobRun, setup: Pick<Setup, 'waves'>): JobProgress {
  const job = isJobName(run.job) ? JOB_WORDS[run.job] : run.job;
  const row: AskedRow = {
    request: textArg(run.args, 'operation') || run.key,
    job: run.job,
    args: run.args,
    what: job,
    for: waveSaid(setup, textArg(run.args, 'wave')),
    askedBy: run.askedBy,
    askedAt: run.startedAt,
  };
  return progressOf(row, run);
}

function progressOf(row: AskedRow, run: JobRun | null): JobProgress {
  const trouble = run ? [troubleOf(run), ...run.problems.map((one) => sentenceOf(one))] : [];
  const again =
    run?.state === 'STOPPED' && run.problems.length === 0 && isTransient(new Error(run.lastError));
  return {
    request: row.request,
    what: row.what,
    for: row.for,
    askedBy: row.askedBy,
    state: again ? 'RUNNING' : (run?.state ?? 'QUEUED'),
    done: run?.done ?? 0,
    total: run?.total ?? 0,
    lastError: trouble.filter((one) => one !== '').join('\n'),
    startedAt: run?.startedAt ?? null,
    endedAt: run?.endedAt ?? null,
    cursor: '',
  };
}

function waveSaid(setup: Pick<Setup, 'waves'>, wave: string): string {
  const entry = waveEntryOf(setup, wave);
  return entry ? waveName(entry.wave) : '';
}
