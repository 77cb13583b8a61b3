import type {
  ConsoleStepView,
  ConsoleView,
  JobName,
  JobPreview,
  JobRequest,
  JobView,
  UnmatchedView,
} from '../../contract/district';
import type { Fault } from '../../contract/fault';
import type { EpochMs } from '../../programme/dates';
import type { Problem } from '../../programme/result';
import type { Called } from '../parts/call';
import { NO_ROSTER, type RosterAction, type RosterEffect, type RosterState } from './roster-state';

/** Others than the role account look after a job this often; after a fault the page waits as long. */
export const WATCH_MS = 15_000;

/** What keeps something from being shown or done. */
export interface ConsoleTrouble {
  readonly fault: Fault | null;
  readonly problems: readonly Problem[];
}

/** A job that was asked about, before it starts. */
export interface Asked {
  readonly request: JobRequest;
  readonly preview: JobPreview | null;
  readonly trouble: ConsoleTrouble | null;
  /** Reason for locking in spite of branches that have not sent. */
  readonly reason: string;
  /** What was typed or chosen for the fields the preview asks for, by name. */
  readonly answers: Readonly<Record<string, string>>;
  /** One operation for the whole question: pressed twice, it starts once. */
  readonly operation: string;
  readonly starting: boolean;
}

export interface ConsoleState {
  readonly now: EpochMs;
  readonly view: ConsoleView | null;
  readonly trouble: ConsoleTrouble | null;
  readonly loadingSince: EpochMs | null;
  readonly asked: Asked | null;
  /** Jobs under way or ended while the page was open, newest first, by key. */
  readonly jobs: readonly JobView[];
  /** Keys that a call is carrying on right now. */
  readonly carrying: readonly string[];
  /** Operation of the job that follows another by itself; '' when none does. */
  readonly following: string;
  /** Not before then the page asks about a job again. */
  readonly nextLook: EpochMs;
  readonly page: ConsolePage;
  readonly roster: RosterState;
  readonly unmatched: UnmatchedView | null;
  readonly deciding: string;
}

/** What the console shows: the checklist, or one of the pages behind it. */
export type ConsolePage = 'STEPS' | 'UNMATCHED' | 'ROSTER';

export type ConsoleAction =
  | RosterAction
  | { readonly type: 'LOAD'; readonly wave?: string }
  | { readonly type: 'LOADED'; readonly result: Called<ConsoleView> }
  | { readonly type: 'ASK'; readonly job: JobName }
  | { readonly type: 'PREVIEWED'; readonly operation: string; readonly result: Called<JobPreview> }
  | { readonly type: 'REASON'; readonly text: string }
  | { readonly type: 'ANSWER'; readonly name: string; readonly text: string }
  | { readonly type: 'CLOSE' }
  | { readonly type: 'CONFIRM' }
  | { readonly type: 'STARTED'; readonly operation: string; readonly result: Called<JobView> }
  | { readonly type: 'CARRIED'; readonly key: string; readonly result: Called<JobView> }
  | { readonly type: 'STOP'; readonly key: string }
  | { readonly type: 'GO_ON'; readonly key: string }
  | { readonly type: 'TICK' }
  | { readonly type: 'PAGE'; readonly page: ConsolePage }
  | { readonly type: 'UNMATCHED'; readonly result: Called<UnmatchedView> }
  | {
      readonly type: 'DECIDE';
      readonly responseId: string;
      readonly sentAt: EpochMs;
      readonly member: string;
    };

export type ConsoleEffect =
  | RosterEffect
  | { readonly kind: 'LOAD'; readonly wave: string }
  | { readonly kind: 'PREVIEW'; readonly request: JobRequest; readonly operation: string }
  | { readonly kind: 'START'; readonly request: JobRequest; readonly operation: string }
  | { readonly kind: 'CARRY'; readonly key: string }
  | { readonly kind: 'STOP'; readonly key: string }
  | { readonly kind: 'UNMATCHED'; readonly wave: string }
  | {
      readonly kind: 'DECIDE';
      readonly responseId: string;
      readonly sentAt: EpochMs;
      readonly member: string;
    };

export interface ConsoleStepResult {
  readonly state: ConsoleState;
  readonly effects: readonly ConsoleEffect[];
}

/** The console before anything is known. */
export function initialConsole(now: EpochMs): ConsoleState {
  return {
    now,
    view: null,
    trouble: null,
    loadingSince: now,
    asked: null,
    jobs: [],
    carrying: [],
    following: '',
    nextLook: 0,
    page: 'STEPS',
    roster: NO_ROSTER,
    unmatched: null,
    deciding: '',
  };
}

/** The step whose button is the filled one: the first that is not done and can be started. */
export function nextStep(view: ConsoleView): ConsoleStepView | null {
  return view.steps.find((step) => step.state !== 'DONE' && step.job !== null) ?? null;
}

/** The job of a step that is under way or has ended with something to mend; null = none. */
export function jobOfStep(state: ConsoleState, step: ConsoleStepView): JobView | null {
  return state.jobs.find((job) => isShown(job) && isShownIn(state, job, step)) ?? null;
}

/** The job of a step that ended while the page was open, for the sentence of what it did. */
export function endedOfStep(state: ConsoleState, step: ConsoleStepView): JobView | null {
  return state.jobs.find((job) => job.state === 'DONE' && isShownIn(state, job, step)) ?? null;
}

/** Two steps may begin the same job: how far it is stands in the first of them. */
function isShownIn({ view }: ConsoleState, job: JobView, step: ConsoleStepView): boolean {
  return view?.steps.find((one) => isOfStep(job, one))?.step === step.step;
}

/** Whether one of the step's buttons started the job. */
export function isOfStep(job: JobView, step: ConsoleStepView): boolean {
  return job.job === step.job || step.more.includes(job.job);
}

/** The first field of a question that is still empty; '' = none. */
export function emptyField({ preview, answers }: Asked): string {
  return preview?.fields?.find(({ name }) => (answers[name] ?? '').trim() === '')?.label ?? '';
}

/** Whether there is anything to say about a job. */
export function isShown(job: JobView): boolean {
  return job.state !== 'DONE' || job.trouble !== '' || job.problems.length > 0;
}

/** Whether a job still moves. */
export function isMoving(job: JobView): boolean {
  return job.state === 'RUNNING' || job.state === 'QUEUED';
}
