import type { EpochMs } from '../programme/dates';
import { momentCell, momentOfCell, numberOfCell, textOfCell, fittingText, type ReadRows } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, readTable, tab, type TabRecord } from './tab';
import { JOB_STATE_WORDS, type JobRequestState } from './words';

/** The tab *Việc chờ*: a job that staff ask for; the role account's run carries it out. */
export const JOBS_ASKED_TAB = tab(
  SHEET_IDS.jobsAsked,
  'Việc chờ',
  [
    column('request', 'Mã yêu cầu', 'text', 140),
    column('job', 'Mã việc', 'text', 110, { hidden: true }),
    column('what', 'Việc', 'text', 240),
    column('for', 'Cho', 'text', 220),
    column('askedBy', 'Người yêu cầu', 'text', 200),
    column('askedAt', 'Yêu cầu lúc', 'moment', 140),
    column('args', 'Dữ liệu', 'text', 160, { hidden: true }),
  ],
  1,
);

/** The tab *Việc đã làm*: how far each job is; written by the role account alone. */
export const JOBS_DONE_TAB = tab(
  SHEET_IDS.jobsDone,
  'Việc đã làm',
  [
    column('request', 'Mã yêu cầu', 'text', 140),
    column('what', 'Việc', 'text', 240),
    column('for', 'Cho', 'text', 220),
    column('askedBy', 'Người yêu cầu', 'text', 200),
    column('state', 'Tình trạng', 'text', 110, { words: JOB_STATE_WORDS.words }),
    column('done', 'Đã xong', 'number', 80),
    column('total', 'Tổng số', 'number', 80),
    column('lastError', 'Vướng gần nhất', 'text', 360),
    column('startedAt', 'Bắt đầu lúc', 'moment', 140),
    column('endedAt', 'Xong lúc', 'moment', 140),
    column('cursor', 'Đang ở', 'text', 120, { hidden: true }),
  ],
  1,
);

/** A job asked for. `job` and `args` are the program's own; `what` and `for` are what people read. */
export interface JobRequest {
  readonly request: string;
  readonly job: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly what: string;
  readonly for: string;
  readonly askedBy: string;
  readonly askedAt: EpochMs;
}

/** A request as a row. */
export function jobRequestRecord(request: JobRequest): TabRecord {
  return {
    ...request,
    askedAt: momentCell(request.askedAt),
    args: JSON.stringify(request.args),
  };
}

/** The requests of the tab, oldest first; a row that no program wrote is passed over. */
export function jobRequestsFrom(rows: ReadRows): readonly JobRequest[] {
  return readTable(JOBS_ASKED_TAB, rows).records.flatMap(({ cells }) => {
    const askedAt = momentOfCell(cells.askedAt ?? '');
    const args = argsOf(textOfCell(cells.args));
    const [request, job] = [textOfCell(cells.request), textOfCell(cells.job)];
    if (request === '' || job === '' || askedAt === null || args === null) return [];
    const text = (key: string): string => textOfCell(cells[key]);
    return [{ request, job, args, what: text('what'), for: text('for'), askedBy: text('askedBy'), askedAt }];
  });
}

/** How far a job is. `cursor` is the job's own text. */
export interface JobProgress {
  readonly request: string;
  readonly what: string;
  readonly for: string;
  readonly askedBy: string;
  readonly state: JobRequestState;
  readonly done: number;
  readonly total: number;
  readonly lastError: string;
  readonly startedAt: EpochMs | null;
  readonly endedAt: EpochMs | null;
  readonly cursor: string;
}

/** A job's progress as a row. */
export function jobProgressRecord(progress: JobProgress): TabRecord {
  return {
    ...progress,
    state: JOB_STATE_WORDS.wordOf(progress.state),
    lastError: fittingText(progress.lastError),
    startedAt: momentCell(progress.startedAt),
    endedAt: momentCell(progress.endedAt),
  };
}

/** The progress of all jobs, each with its 0-based row. */
export function jobProgressFrom(rows: ReadRows): readonly (JobProgress & { readonly row: number })[] {
  return readTable(JOBS_DONE_TAB, rows).records.flatMap(({ row, cells }) => {
    const text = (key: string): string => textOfCell(cells[key]);
    if (text('request') === '') return [];
    return [
      {
        row,
        request: text('request'),
        what: text('what'),
        for: text('for'),
        askedBy: text('askedBy'),
        state: JOB_STATE_WORDS.codeOf(text('state')) ?? 'QUEUED',
        done: numberOfCell(cells.done ?? '') ?? 0,
        total: numberOfCell(cells.total ?? '') ?? 0,
        lastError: text('lastError'),
        startedAt: momentOfCell(cells.startedAt ?? ''),
        endedAt: momentOfCell(cells.endedAt ?? ''),
        cursor: text('cursor'),
      },
    ];
  });
}

function argsOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = text === '' ? {} : JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
