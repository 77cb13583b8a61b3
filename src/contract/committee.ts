import type { Commitment } from '../programme/submission';
import type { CriterionCode } from '../programme/criteria';
import type { EpochMs, IsoDay } from '../programme/dates';
import type { DifficultyState } from '../programme/difficulties';
import type {
  ActivityData,
  BranchAssessmentData,
  DeployedData,
  EventKind,
  GradeKind,
  PaperEntryData,
  RosterProposalData,
} from '../programme/events';
import type { BranchState } from '../programme/fold';
import type { MemberMark, MemberState } from '../programme/fold-member';
import type { PackedLevels } from '../programme/levels';
import type { BaseKind } from '../programme/organisation';
import type { GradeRequest } from '../programme/plan-branch';
import type { Preset } from '../programme/classification';
import type { Problem } from '../programme/result';
import type { SecondLook } from '../programme/second-look';
import type { Step } from '../programme/wave';
import type { Endpoint } from './answer';

/**
 * What the grading page may ask of the committee script. Every request names the wave and, where it matters, the branch; who asks is what
 * Google says, never a field. Moments are epoch ms, days ISO days.
 */
export interface CommitteeEndpoints {
  /** First call: who Google says is at the keyboard and which tabs that person may write. */
  readonly greet: Endpoint<Readonly<Record<string, never>>, Greeting>;
  /** Names, levels and states of one branch: all that grading needs but the texts; ≤ 100 kB. */
  readonly openBranch: Endpoint<BranchKey, BranchView>;
  /** Commitments, evidence, difficulties of one branch, or of some of its members. */
  readonly loadTexts: Endpoint<BranchKey & { readonly members?: readonly string[] }, TextsView>;
  /** One trip of grades (and what else the page gathered), appended to the writer's ledger, flushed, read back. */
  readonly saveGrades: Endpoint<SaveGrades, Saved>;
  /** *Hoàn tác*: takes operations of the same ledger and round back. */
  readonly undoActs: Endpoint<BranchKey & Operation & { readonly operations: readonly string[] }, BranchView>;
  /**
   * *Khôi phục* of members (none named = the whole branch) to what they were graded right behind a row of the asker's ledger: `to` = that row's
   * operation, as `memberHistory` tells it. Written as new grades.
   */
  readonly restoreTo: Endpoint<
    BranchKey & Operation & { readonly to: string; readonly members: readonly string[] },
    BranchView
  >;
  /** Moments to which `restoreTo` can bring the branch back, newest first; with `to`, what that would change. */
  readonly branchMoments: Endpoint<BranchKey & { readonly to?: string }, MomentsView>;
  /** The branch's poster link, for messages to its group; '' = none yet. */
  readonly formLink: Endpoint<BranchKey, { readonly link: string }>;
  /** One record of the branch or unit: own assessment, activity, difficulty, answer … (`BranchRecord`). */
  readonly record: Endpoint<BranchKey & Operation & { readonly record: BranchRecord }, BranchView>;
  /** *Gửi về Đoàn cơ sở* (of a base branch: về Quận đoàn). */
  readonly sendBranch: Endpoint<BranchKey & Operation, BranchView>;
  /** *Rút lại*. */
  readonly takeBackBranch: Endpoint<BranchKey & Operation, BranchView>;
  /** Base committee: all its branches with their state. */
  readonly openUnit: Endpoint<{ readonly wave: string }, UnitView>;
  /** Base committee: one judgement on a branch that has sent (`Judgement`). */
  readonly judge: Endpoint<BranchKey & Operation & { readonly judgement: Judgement }, BranchView>;
  /** Base committee: deployment, guidance, lessons, the unit's *Gửi về Quận đoàn* … (`UnitRecord`). */
  readonly recordForUnit: Endpoint<
    { readonly wave: string } & Operation & { readonly record: UnitRecord },
    UnitView
  >;
  /** Everything the ledgers hold about one member, oldest first. */
  readonly memberHistory: Endpoint<BranchKey & { readonly member: string }, HistoryView>;
  /** Presence, advisory only: who else has the branch open, and whether there is anything new. */
  readonly heartbeat: Endpoint<BranchKey & { readonly member: string; readonly lastSeen?: number }, Presence>;
}

export interface BranchKey {
  readonly wave: string;
  readonly branch: string;
  /** In which of several roles; without it as the branch's own committee, else the base committee, else a reader. */
  readonly role?: CommitteeRole;
}

/** 32 hex digits made by the page for one act; sent again unchanged on a retry, and counted once. */
export interface Operation {
  readonly operation: string;
}

/** BRANCH and BASE write their ledger; READER (officers, staff, role account) only looks. */
export type CommitteeRole = 'BRANCH' | 'BASE' | 'READER';

export interface Greeting {
  /** '' when Google does not say who is there: then nothing else works and the page says why. */
  readonly email: string;
  readonly unit: { readonly code: string; readonly name: string; readonly kind: BaseKind };
  readonly district: string;
  readonly waves: readonly WaveBrief[];
  /** The wave the page opens with; '' when there is none yet. */
  readonly currentWave: string;
  /** In which roles, for which branches; empty = notOnCommittee. */
  readonly roles: readonly RoleBrief[];
  /** Whom to ask: the officer in charge; '' when the district names none. */
  readonly officer: string;
  readonly now: EpochMs;
}

export interface RoleBrief {
  readonly role: CommitteeRole;
  /** '' for BASE and READER. */
  readonly branch: string;
  readonly name: string;
  /** False while the tab waits for the owner's repair: the page shows, but saves nothing. */
  readonly canWrite: boolean;
}

export interface WaveBrief {
  readonly code: string;
  /** "Đợt I". */
  readonly name: string;
  readonly theme: string;
  readonly step: Step;
  /** Day by which the step's work is due; '' when none. */
  readonly due: IsoDay;
  readonly registrationCloses: IsoDay;
  readonly selfOpens: IsoDay;
  readonly selfCloses: IsoDay;
  readonly gradingDue: IsoDay;
  readonly recognitionDue: IsoDay;
  /** Whether the committee may grade now. */
  readonly isGradingOpen: boolean;
}

export interface CriterionBrief {
  readonly code: CriterionCode;
  readonly title: string;
}

/** A branch in a wave as the grading page shows it. `role` = in which role the asker works on it. */
export interface BranchView {
  readonly wave: WaveBrief;
  readonly branch: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: string; readonly kind: BaseKind };
  readonly role: CommitteeRole;
  /** In a role that writes; whether Google lets the person, the greeting says (`RoleBrief.canWrite`). */
  readonly canWrite: boolean;
  readonly state: BranchState;
  readonly round: number;
  /** "Lượt" opened by a return: what was asked for; '' otherwise. */
  readonly returnReason: string;
  readonly sentAt: EpochMs | null;
  readonly late: boolean;
  readonly reviewing: boolean;
  readonly lockedAt: EpochMs | null;
  readonly takenOver: boolean;
  readonly branchClass: { readonly class: string; readonly reason: string } | null;
  /** Number and day of the decision with which members were recognised, the newest; null = none was written down. */
  readonly decision: { readonly number: string; readonly day: IsoDay } | null;
  readonly branchAssessment: (Partial<BranchAssessmentData> & { readonly class: string }) | null;
  readonly activities: readonly (Partial<ActivityData> & { readonly operation: string })[];
  /** Difficulties that the branch raised, or is the one to answer. */
  readonly difficulties: readonly DifficultyBrief[];
  /** *Nên xem lại* of the branch as a whole, in Vietnamese. */
  readonly flags?: readonly string[];
  /** Codes of members who must be assessed before *Gửi*. */
  readonly missing: readonly string[];
  readonly criteria: readonly CriterionBrief[];
  readonly preset: Preset;
  readonly members: readonly MemberBrief[];
  /** Last row, of the ledger the asker writes, that this view has read (a reader: the branch's); sent back with every save. */
  readonly lastSeen: number;
  /** Rows of the ledger that do not count (changed by hand, gaps): shown to the committee; 0 = none. */
  readonly brokenRows: number;
  /** The wave tab holds for this moment. */
  readonly submissionsAt: EpochMs | null;
  readonly now: EpochMs;
}

/** A member in the list. Packed levels are ten signs, '' = none; `registered` and `evidence` are ten signs of '1' and '0'. */
export interface MemberBrief {
  readonly code: string;
  readonly name: string;
  readonly birthYear: string;
  /** Vietnamese label. */
  readonly group: string;
  readonly classed: boolean;
  readonly registered: string;
  readonly evidence: string;
  readonly selfLevels: PackedLevels;
  readonly selfClass: string;
  /** `submissionShown(…)`: goes back with a grade. */
  readonly submission: string;
  readonly state: MemberState;
  readonly marks: readonly MemberMark[];
  /** The grade that counts; null = none. */
  readonly grade: GradeBrief | null;
  readonly recognised: string | null;
  /** Why the level above adjusted it, since when it is known, the last day to ask for a second look; null = no result. */
  readonly result: { readonly at: EpochMs; readonly reason: string; readonly until: IsoDay } | null;
  /** *Đề nghị xem lại*, the newest; null = none. */
  readonly secondLook: SecondLook | null;
  readonly returnReason: string;
  /** *Nên xem lại*, in Vietnamese (wording.md 1). */
  readonly flags: readonly string[];
  /** Class in the wave before; '' when none. */
  readonly before: string;
  /** How often the committee wrote down how the member is getting on (P8). */
  readonly followed: number;
}

export interface GradeBrief {
  readonly levels: PackedLevels;
  readonly class: string;
  readonly proposed: string;
  readonly reason: string;
  readonly remark: string;
  readonly how: GradeKind;
  readonly by: string;
  readonly at: EpochMs;
  readonly seq: number;
  readonly operation: string;
}

export interface TextsView {
  readonly members: readonly MemberTexts[];
}

/** Texts of one member, as the member wrote them: plain text, never HTML. */
export interface MemberTexts {
  readonly code: string;
  readonly commitments: Readonly<Partial<Record<CriterionCode, Commitment>>>;
  readonly evidence: Readonly<Partial<Record<CriterionCode, string>>>;
  readonly difficulties: string;
}

/** One trip: up to 200 grades under one operation id; grade n is `<operation>/<n>`, from 01. */
export interface SaveGrades extends BranchKey, Operation {
  readonly grades: readonly GradeRequest[];
  readonly lastSeen: number;
}

export interface Saved {
  /** What stands in the ledger, read back. */
  readonly saved: readonly {
    readonly member: string;
    readonly seq: number;
    readonly at: EpochMs;
    readonly operation: string;
  }[];
  /** Refused member by member; NEWER_GRADE carries the other person's version. */
  readonly refused: readonly Problem[];
  /** Members whose state changed since `lastSeen`, the saved ones included. */
  readonly members: readonly MemberBrief[];
  readonly lastSeen: number;
  readonly state: BranchState;
  readonly missing: readonly string[];
  readonly at: EpochMs;
}

/** What a branch records beside grades (P7, P8, P10; rosterProposal, paperEntry, progress are about one member). */
export type BranchRecord =
  | { readonly kind: 'branchAssessment'; readonly class: string; readonly data: BranchAssessmentData }
  | { readonly kind: 'activity'; readonly data: ActivityData }
  | { readonly kind: 'difficulty'; readonly text: string; readonly due?: IsoDay }
  | { readonly kind: 'answer'; readonly difficulty: string; readonly text: string; readonly done: boolean }
  | { readonly kind: 'escalate'; readonly difficulty: string }
  | {
      readonly kind: 'rosterProposal';
      readonly member: string;
      readonly text: string;
      readonly data: RosterProposalData;
    }
  | {
      readonly kind: 'paperEntry';
      readonly member: string;
      readonly levels: PackedLevels;
      readonly data: PaperEntryData;
    }
  | { readonly kind: 'progress'; readonly member: string; readonly text: string; readonly attended: boolean }
  | { readonly kind: 'secondLook'; readonly member: string; readonly text: string }
  /** Explains why a result stays; only the level above can agree. `look` = operation of the second look. */
  | { readonly kind: 'answerLook'; readonly member: string; readonly look: string; readonly text: string };

/** What a base committee says of a branch that has sent (P11). */
export type Judgement =
  | { readonly kind: 'reviewing' }
  | {
      readonly kind: 'recogniseAll';
      readonly exceptions: readonly string[];
      readonly decisionNumber?: string;
      readonly decisionDay?: IsoDay;
    }
  | { readonly kind: 'recognise'; readonly member: string }
  | { readonly kind: 'adjust'; readonly member: string; readonly class: string; readonly reason: string }
  /** *Bỏ công nhận*; none named = everybody of the branch. */
  | { readonly kind: 'unrecognise'; readonly members: readonly string[] }
  | { readonly kind: 'return'; readonly members: readonly string[]; readonly reason: string }
  | { readonly kind: 'branchClass'; readonly class: string; readonly reason: string }
  /** Answers a second look: `agreed` returns the member to the branch, else `text` explains. */
  | {
      readonly kind: 'answerLook';
      readonly member: string;
      readonly look: string;
      readonly agreed: boolean;
      readonly text: string;
    }
  | { readonly kind: 'takeOver'; readonly reason: string }
  | { readonly kind: 'handBack' };

/** What a base unit records for itself (P7, P13, P18, P19) and its own *Gửi về Quận đoàn*. */
export type UnitRecord =
  | { readonly kind: 'deployed'; readonly data: DeployedData }
  | { readonly kind: 'guidance'; readonly text: string; readonly link: string }
  | { readonly kind: 'lessons'; readonly text: string }
  | { readonly kind: 'activity'; readonly data: ActivityData }
  | { readonly kind: 'difficulty'; readonly text: string; readonly due?: IsoDay }
  | { readonly kind: 'answer'; readonly difficulty: string; readonly text: string; readonly done: boolean }
  | { readonly kind: 'escalate'; readonly difficulty: string }
  | { readonly kind: 'send' };

export interface UnitView {
  readonly wave: WaveBrief;
  readonly unit: { readonly code: string; readonly name: string; readonly kind: BaseKind };
  readonly canWrite: boolean;
  readonly preset: Preset;
  readonly criteria: readonly CriterionBrief[];
  readonly branches: readonly BranchBrief[];
  readonly deployed: Partial<DeployedData> | null;
  readonly lessons: string;
  readonly guidance: readonly { readonly text: string; readonly link: string }[];
  readonly activities: readonly (Partial<ActivityData> & { readonly operation: string })[];
  readonly difficulties: readonly DifficultyBrief[];
  readonly sentAt: EpochMs | null;
  readonly recognisedAt: EpochMs | null;
  /** Address of the workbook, for messages to secretaries. */
  readonly book: string;
  readonly now: EpochMs;
}

/** A branch in the base committee's list. */
export interface BranchBrief {
  readonly code: string;
  readonly name: string;
  readonly state: BranchState;
  readonly members: number;
  readonly eligible: number;
  readonly registered: number;
  readonly selfAssessed: number;
  readonly graded: number;
  readonly recognised: number;
  readonly flagged: number;
  readonly sentAt: EpochMs | null;
  readonly late: boolean;
  readonly takenOver: boolean;
  /** It has the tab *Nhập tay*. */
  readonly byHand: boolean;
  readonly branchClass: string;
}

export interface DifficultyBrief {
  readonly operation: string;
  readonly branch: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly state: DifficultyState;
  readonly answer: string;
}

export interface HistoryView {
  readonly rows: readonly {
    readonly at: EpochMs;
    readonly actor: string;
    readonly kind: EventKind;
    /** "Đánh giá", "Công nhận" … */
    readonly what: string;
    readonly levels: PackedLevels;
    readonly class: string;
    readonly reason: string;
    readonly text: string;
    readonly operation: string;
    readonly counts: boolean;
  }[];
}

export interface MomentsView {
  /** What was saved together is one moment: `to` names it, `graded` members were assessed in it (0 = *Hoàn tác*). */
  readonly moments: readonly {
    readonly to: string;
    readonly at: EpochMs;
    readonly actor: string;
    readonly graded: number;
  }[];
  /** Members who would get the grade of that moment, and those who had none then. */
  readonly preview: { readonly to: string; readonly regraded: number; readonly cleared: number } | null;
}

export interface Presence {
  /** Others who have the branch open, with the member they look at. */
  readonly others: readonly { readonly email: string; readonly member: string; readonly at: EpochMs }[];
  readonly lastSeen: number;
}
