import type { Fault } from '../../../contract/fault';
import type {
  BranchKey,
  BranchView,
  CommitteeRole,
  GradeBrief,
  Greeting,
  HistoryView,
  MemberBrief,
  MemberTexts,
  MomentsView,
  Presence,
  SaveGrades,
  UnitView,
} from '../../../contract/committee';
import type { CriterionCode } from '../../../programme/criteria';
import type { BranchAssessmentData } from '../../../programme/events';
import type { EpochMs } from '../../../programme/dates';
import type { PackedLevels } from '../../../programme/levels';
import type { GradeRequest } from '../../../programme/plan-branch';
import type { Problem } from '../../../programme/result';
import type { Act } from './effects';

/** What the committee has in hand about one member, before it is saved. */
export interface Draft {
  /** Ten signs as the committee set them: '_' = not yet, '0' = not registered. */
  readonly levels: PackedLevels;
  readonly reasons: Readonly<Partial<Record<CriterionCode, string>>>;
  /** Words of an earlier reason that belong to no criterion. */
  readonly otherReason: string;
  /** Class chosen instead of the proposed one; null = as proposed. */
  readonly class: string | null;
  readonly classReason: string;
  readonly remark: string;
}

/** One trip on its way: the same operation and grades until Google has answered (contract, Operation). */
export interface Flight extends SaveGrades {
  readonly startedAt: EpochMs;
}

/** Why the last trip did not arrive. `retryAt` null = waits for a press. */
export interface SaveTrouble {
  readonly fault: Fault | null;
  readonly problems: readonly Problem[];
  readonly retryAt: EpochMs | null;
}

export interface Queue {
  /** One grade a member at most: a newer one takes the older one's place. */
  readonly waiting: readonly GradeRequest[];
  readonly flight: Flight | null;
  readonly trouble: SaveTrouble | null;
  /** When a grade first waited behind the last trip; null = none waits. */
  readonly waitingSince: EpochMs | null;
  readonly lastTripAt: EpochMs | null;
  readonly savedAt: EpochMs | null;
}

/** Two versions of one member: ours, not saved, and the one that stands in the ledger. */
export interface Conflict {
  readonly member: string;
  readonly mine: GradeRequest;
  readonly theirs: GradeBrief;
}

/** What *Hoàn tác* takes back: a change of a draft, or grades that were given. */
export type Undoable =
  | { readonly kind: 'DRAFT'; readonly member: string; readonly before: Draft | null }
  | { readonly kind: 'GRADES'; readonly members: readonly string[] };

/** Where the person works: a wave, and a branch of it ('' = the base unit). */
export interface Place extends BranchKey {
  readonly role: CommitteeRole;
}

export type Page = 'MEMBERS' | 'BRANCH' | 'BRANCHES' | 'UNIT' | AsidePage;
/** Pages beside the tabs, with a way back: help, following members (P8), paper sheets, messages to copy. */
export type AsidePage = 'HELP' | 'PROGRESS' | 'PAPER' | 'MESSAGES';
const ASIDE: ReadonlySet<Page> = new Set(['HELP', 'PROGRESS', 'PAPER', 'MESSAGES']);

/** The page of the tabs that is open, or that stands behind one beside them. */
export function tabOf({ page, before }: Pick<GradingState, 'page' | 'before'>): Page {
  return ASIDE.has(page) ? before : page;
}
export type MembersScreen = 'MEMBER' | 'LIST' | 'DONE';

export type Filter = 'ALL' | 'UNGRADED' | 'GRADED' | 'NO_SELF' | 'LOOK_AGAIN' | 'RESENT';

/** What keeps a whole page from being shown, or an act from being done. */
export interface Trouble {
  readonly fault: Fault | null;
  readonly problems: readonly Problem[];
}

/** An act on its way, or one that failed and can be sent again unchanged. */
export interface PendingAct {
  readonly act: Act;
  readonly state: 'RUNNING' | 'FAILED';
  readonly trouble: Trouble | null;
}

/** The branch's own assessment in hand (P10). */
export interface OwnForm {
  readonly class: string;
  readonly data: BranchAssessmentData;
}

/** A question that stands over the page. */
export type Question =
  | { readonly kind: 'SEND' }
  | { readonly kind: 'SEND_UNIT' }
  | { readonly kind: 'AGREE_BULK' }
  | { readonly kind: 'RECOGNISE_ALL'; readonly exceptions: readonly string[] }
  | { readonly kind: 'RETURN_ALL' }
  /** *Bỏ công nhận*; none named = everybody. */
  | { readonly kind: 'UNRECOGNISE'; readonly members: readonly string[] }
  /** *Khôi phục* of the branch; `to` = the moment that is looked at, '' = none chosen. */
  | { readonly kind: 'RESTORE'; readonly to: string }
  | { readonly kind: 'TAKE_OVER' }
  | { readonly kind: 'HISTORY'; readonly member: string };

export interface GradingState {
  readonly now: EpochMs;
  readonly greeting: Greeting | null;
  readonly place: Place | null;
  /** A page or branch is being read since then; null = nothing is. */
  readonly loadingSince: EpochMs | null;
  /** Why the place could not be opened. */
  readonly trouble: Trouble | null;
  readonly page: Page;
  /** Page to go back to from one beside the tabs. */
  readonly before: Page;
  readonly screen: MembersScreen;
  readonly view: BranchView | null;
  readonly unit: UnitView | null;
  readonly texts: Readonly<Record<string, MemberTexts>>;
  /** Codes asked for and not yet answered. */
  readonly textsAsked: readonly string[];
  readonly textsTrouble: Trouble | null;
  /** Member in front; '' = none. */
  readonly member: string;
  /** Criterion that is open; null = all folded. */
  readonly criterion: CriterionCode | null;
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly queue: Queue;
  readonly conflicts: readonly Conflict[];
  /** Refusals that a person has to mend, by member. */
  readonly refused: readonly Problem[];
  readonly undoable: readonly Undoable[];
  /** What was last done, for the line with *Hoàn tác*; null = nothing to show. */
  readonly notice: { readonly members: readonly string[]; readonly until: EpochMs } | null;
  readonly filter: Filter;
  readonly search: string;
  readonly selected: readonly string[];
  /** Members whose evidence has been on screen: only they can be agreed with in bulk. */
  readonly read: readonly string[];
  /** Milliseconds each member has been on screen, and since when the one in front is. */
  readonly shownMs: Readonly<Record<string, number>>;
  readonly shownSince: EpochMs | null;
  /** Member whose evidence is unfolded in the list; '' = none. */
  readonly unfolded: string;
  readonly presence: Presence | null;
  readonly pending: PendingAct | null;
  /** *Chi đoàn tự đánh giá* as it is being written; null = as saved. */
  readonly ownForm: OwnForm | null;
  /** *Gửi* was confirmed and waits for the last grades to be saved. */
  readonly sendWhenSaved: boolean;
  /** Another place was chosen and waits likewise. */
  readonly goWhenSaved: Place | null;
  readonly question: Question | null;
  readonly history: { readonly member: string; readonly view: HistoryView | null } | null;
  /** Moments to go back to; null = not asked for, or not yet come. */
  readonly moments: MomentsView | null;
  /** The branch's poster link, for messages; '' = not known (yet). */
  readonly formLink: string;
  /** False when the browser keeps nothing for this page: said where it matters. */
  readonly hasNet: boolean;
}

export const EMPTY_QUEUE: Queue = {
  waiting: [],
  flight: null,
  trouble: null,
  waitingSince: null,
  lastTripAt: null,
  savedAt: null,
};

/** What a page knows and holds of a place it has just come to: nothing. */
export const FRESH_PLACE = {
  texts: {},
  textsAsked: [],
  textsTrouble: null,
  member: '',
  criterion: null,
  drafts: {},
  queue: EMPTY_QUEUE,
  conflicts: [],
  refused: [],
  undoable: [],
  notice: null,
  filter: 'UNGRADED',
  search: '',
  selected: [],
  read: [],
  shownMs: {},
  shownSince: null,
  unfolded: '',
  presence: null,
  pending: null,
} as const satisfies Partial<GradingState>;

/** The state before anything is known. */
export function initialState(now: EpochMs): GradingState {
  return {
    now,
    greeting: null,
    place: null,
    loadingSince: now,
    trouble: null,
    page: 'MEMBERS',
    before: 'MEMBERS',
    screen: 'MEMBER',
    view: null,
    unit: null,
    ...FRESH_PLACE,
    ownForm: null,
    sendWhenSaved: false,
    goWhenSaved: null,
    question: null,
    history: null,
    moments: null,
    formLink: '',
    hasNet: true,
  };
}

/** The member with that code; null when the branch has none. */
export function memberOf(view: BranchView | null, code: string): MemberBrief | null {
  return view?.members.find((one) => one.code === code) ?? null;
}
