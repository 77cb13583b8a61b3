import type { CriterionCode } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import type { Step } from '../programme/wave';
import type { Problem } from '../programme/result';
import type { Endpoint } from './answer';

/** What the console page may ask of the district script. */
export interface DistrictEndpoints {
  /** The checklist, always true: steps, health, what waits, quota used. */
  readonly consoleState: Endpoint<{ readonly wave?: string }, ConsoleView>;
  /** What a job will do, in numbers, before it does it; and everything that keeps it from starting. */
  readonly previewJob: Endpoint<JobRequest, JobPreview>;
  /** Starts a job, or queues it in *Việc chờ* for the role account. Starting it again while it runs goes on with it. */
  readonly startJob: Endpoint<JobRequest & { readonly operation: string }, JobView>;
  /** Carries the job on for one slice of at most 20 s (role account), or tells how far it is (others). */
  readonly continueJob: Endpoint<{ readonly key: string }, JobView>;
  /** Stops a job where it stands; it can be gone on with. */
  readonly stopJob: Endpoint<{ readonly key: string }, JobView>;
  /** Sheets that were matched to nobody, with the three nearest members. */
  readonly openUnmatched: Endpoint<{ readonly wave: string }, UnmatchedView>;
  /** Staff say who a sheet is from ('' = nobody of the district). */
  readonly decideUnmatched: Endpoint<
    {
      readonly decisions: readonly {
        readonly responseId: string;
        readonly sentAt: EpochMs;
        readonly member: string;
      }[];
    },
    UnmatchedView
  >;
  /**
   * A piece of a list of members that the console read from a file (at most `ROSTER_PIECE` lines, texts by `ROSTER_COLUMNS`), into the tab
   * *Nhập danh sách*; the job `roster` takes it over. The first piece empties the tab; a piece sent twice stands there once.
   */
  readonly putRoster: Endpoint<
    {
      readonly file: string;
      readonly total: number;
      readonly from: number;
      readonly rows: readonly (readonly string[])[];
    },
    { readonly received: number }
  >;
  /** Poster links, personal links and messages of a unit's branches; '' = the wave people are at, the first unit; unit '*' = all. */
  readonly openLinks: Endpoint<{ readonly wave: string; readonly unit: string }, LinksView>;
}

/** Lines of a list that one call carries: some 400 kB at most. */
export const ROSTER_PIECE = 2_000;

/** Lines of the longest list that is taken: over twice the largest district. */
export const MOST_ROSTER_LINES = 30_000;

/** Jobs of the console (measures.md names them). */
export const JOB_NAMES = [
  'setup',
  'createBooks',
  'openWave',
  'collect',
  'push',
  'collectLedgers',
  'summarise',
  'lockWave',
  'report',
  'remind',
  'digest',
  'receipts',
  'inspect',
  'difficulties',
  'recognise',
  'reopen',
  'year',
  'applyRules',
  'yearSheet',
  'release',
  'takeOver',
  'archive',
  'newProgramme',
  'roster',
  'proposals',
  'acceptLate',
  'exportMember',
  'erase',
  'retain',
] as const;
export type JobName = (typeof JOB_NAMES)[number];

export interface JobRequest {
  readonly job: JobName;
  /** Wave the job is for; '' for setup and createBooks. */
  readonly wave: string;
  /** For lockWave in spite of branches that have not sent: the reason; '' otherwise. */
  readonly reason?: string;
  /** What the person chose or typed for the fields that the preview asked for, by name. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Something a job must be told before it starts: chosen from a list, or typed. */
export interface JobField {
  readonly name: string;
  /** Vietnamese. */
  readonly label: string;
  readonly kind: 'CHOICE' | 'LINE' | 'TEXT' | 'DAY';
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly value: string;
}

export interface JobPreview {
  /** One Vietnamese sentence with numbers ("Mở Đợt I cho 36 đơn vị, 5.509 đoàn viên …"). */
  readonly sentence: string;
  /** Everything that keeps it from starting; empty = it may. */
  readonly problems: readonly Problem[];
  /** What it must be told first; none = nothing. */
  readonly fields?: readonly JobField[];
  /** Whom it concerns, a fold with a title each. */
  readonly lists?: readonly { readonly title: string; readonly lines: readonly string[] }[];
  /** Texts the person may copy and send himself (Zalo). */
  readonly texts?: readonly { readonly to: string; readonly text: string }[];
  /** Whether the asker is not the role account: then it will be queued. */
  readonly queued: boolean;
}

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'STOPPED';

export interface JobView {
  readonly key: string;
  readonly job: JobName;
  readonly wave: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  /** "Đã tạo 2/3 sổ cơ sở." */
  readonly sentence: string;
  /** What went wrong, in words, with what to do; '' when nothing. */
  readonly trouble: string;
  readonly problems: readonly Problem[];
  readonly endedAt: EpochMs | null;
}

/** The ten steps of the console (wording.md 1). */
export const CONSOLE_STEPS = [
  'SETUP',
  'ROSTER',
  'BOOKS',
  'OPEN_WAVE',
  'FOLLOW',
  'REMIND',
  'SUMMARISE',
  'LOCK',
  'REPORT',
  'YEAR',
] as const;
export type ConsoleStep = (typeof CONSOLE_STEPS)[number];

export type StepState = 'TO_DO' | 'DOING' | 'REVIEW' | 'DONE';

export interface ConsoleStepView {
  readonly step: ConsoleStep;
  readonly state: StepState;
  /** What is the case, in numbers. */
  readonly sentence: string;
  /** The job its button starts; null when the step has none (yet). */
  readonly job: JobName | null;
  /** Other jobs of this step, as quieter buttons. */
  readonly more: readonly JobName[];
}

export interface ConsoleView {
  readonly email: string;
  readonly isRoleAccount: boolean;
  readonly roleAccount: string;
  readonly district: string;
  readonly waves: readonly {
    readonly code: string;
    readonly name: string;
    readonly theme: string;
    readonly step: Step;
  }[];
  /** The wave the console is about; '' when none is set up. */
  readonly wave: string;
  readonly steps: readonly ConsoleStepView[];
  readonly running: readonly JobView[];
  readonly health: readonly HealthLine[];
  readonly problems: readonly Problem[];
  readonly now: EpochMs;
}

/** A line of health: what the clock did, what waits, quota; `bad` in red with the job that mends it. `isLastRun`: told only when asked for. */
export interface HealthLine {
  readonly text: string;
  readonly bad: boolean;
  readonly job: JobName | null;
  readonly isLastRun?: boolean;
}

export interface UnmatchedView {
  readonly sheets: readonly UnmatchedSheet[];
}

export interface UnmatchedSheet {
  readonly responseId: string;
  readonly sentAt: EpochMs;
  readonly kind: 'REGISTRATION' | 'SELF_ASSESSMENT';
  readonly typedName: string;
  readonly typedBirthDate: string;
  readonly linkBranch: string;
  /** Vietnamese. */
  readonly reason: string;
  readonly nearest: readonly { readonly member: string; readonly label: string }[];
}

/** Everything the printed page of links shows. */
export interface LinksView {
  readonly wave: string;
  readonly waveName: string;
  readonly theme: string;
  readonly district: string;
  readonly contact: string;
  readonly waves: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  /** The unit whose branches these are; '*' = all. */
  readonly unit: string;
  /** First and last day of each sheet, as documents write them. */
  readonly days: {
    readonly registration: readonly [string, string];
    readonly selfAssessment: readonly [string, string];
  };
  readonly branches: readonly BranchLinks[];
  readonly paper: PaperSheet;
}

/** What a printed registration sheet says besides the member (P3, P4): for ink, the same words as the form's. */
export interface PaperSheet {
  readonly planNumber: string;
  readonly planDay: string;
  readonly year: string;
  readonly criteria: readonly {
    readonly code: CriterionCode;
    readonly title: string;
    /** Suggestion by target group. */
    readonly hints: Readonly<Record<string, string>>;
  }[];
  readonly groups: readonly { readonly code: string; readonly label: string }[];
  readonly consentTitle: string;
  readonly consent: string;
}

export interface BranchLinks {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** The only link that may go into a group. */
  readonly poster: string;
  /** Text for the branch's group, with the poster link. */
  readonly message: string;
  readonly members: readonly MemberLink[];
}

/** A member's own link; it carries a random token, neither name nor code. */
export interface MemberLink {
  readonly code: string;
  readonly fullName: string;
  /** dd/MM/yyyy; '' = not in the roster. */
  readonly birthDate: string;
  readonly group: string;
  /** For the printed card. */
  readonly card: string;
  /** Text for this member alone, with the link that shows what was registered. */
  readonly message: string;
}
