import type { Commitments } from './submission';
import type { EpochMs, IsoDay } from './dates';
import type { PackedLevels } from './levels';

/** Every kind of row a ledger can hold (data-dictionary.md). */
export const EVENT_KINDS = [
  'grade',
  'agree',
  'agreeBulk',
  'byHand',
  'paperEntry',
  'progress',
  'deployed',
  'guidance',
  'rosterProposal',
  'takeBack',
  'secondLook',
  'undo',
  'restored',
  'reviewing',
  'takeOver',
  'handBack',
  'identify',
  'erased',
  'branchAssessment',
  'activity',
  'difficulty',
  'answer',
  'escalate',
  'send',
  'recognise',
  'adjust',
  'return',
  'gradeFor',
  'branchClass',
  'lessons',
  'lock',
  'reopen',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds that judge one member whole: ten signs, class, self class, submission shown. */
export const GRADE_KINDS = ['grade', 'agree', 'agreeBulk', 'byHand', 'gradeFor'] as const;
export type GradeKind = (typeof GRADE_KINDS)[number];

/** Whose tab a ledger is. */
export type LedgerOwner = 'BRANCH' | 'BASE' | 'DISTRICT';

/** One row of a ledger. Order is `seq` within its ledger; `at` is for people only. */
export interface LedgerEvent {
  /** `ledgerId(…)`. */
  readonly ledger: string;
  /** 1, 2, 3 … within the ledger. */
  readonly seq: number;
  readonly at: EpochMs;
  readonly actor: string;
  readonly kind: EventKind;
  /** Wave code; '' for what belongs to no wave. */
  readonly wave: string;
  /** Round of the branch it belongs to, from 1; 0 where rounds mean nothing. */
  readonly round: number;
  /** Member code, branch code or base code. */
  readonly subject: string;
  readonly levels: PackedLevels;
  readonly class: string;
  readonly reason: string;
  /** Readable Vietnamese. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `<32 hex>/<nn>`: an operation repeated by a retry is counted once. */
  readonly operation: string;
}

/** A row to append: its ledger's writer adds sequence number, time and person. */
export type EventDraft = Omit<LedgerEvent, 'seq' | 'at' | 'actor'>;

/**
 * `after` = last sequence number of the branch's ledger that the writer of another ledger had read: it places an event of that
 * ledger right behind that row (architecture.md 3, "By phone").
 */
export interface PlacedData {
  readonly branch: string;
  readonly after: number;
}

/** grade, agree, agreeBulk (branch ledger). `submission` = `submissionShown(…)` of what the page showed. */
export interface GradeData {
  readonly selfClass: string;
  readonly selfLevels?: PackedLevels;
  readonly submission: string;
  readonly proposed?: string;
  readonly remark?: string;
  /** Milliseconds the member was on screen; for the honesty flags. */
  readonly shownMs?: number;
  /** Names the cells as they were typed by hand. */
  readonly typed?: string;
}
/** byHand (district ledger), gradeFor (base ledger). */
export type PlacedGradeData = GradeData & PlacedData;

export interface PaperEntryData {
  readonly paper: 'REGISTRATION' | 'SELF_ASSESSMENT';
  readonly commitments?: Commitments;
  readonly ownClass?: string;
  readonly signedOn?: IsoDay;
}
export interface ProgressData {
  readonly attended?: boolean;
}
export interface DeployedData {
  readonly day: IsoDay;
  readonly how: string;
  readonly document: string;
  readonly branches: readonly string[];
}
export interface GuidanceData {
  readonly link: string;
}
export interface RosterProposalData {
  readonly proposal: 'ADD' | 'MOVE' | 'LEAVE';
  readonly fullName: string;
  readonly birthDate: IsoDay;
}
/** send; `branch` and `after` only when it stands in another ledger (by hand, or by the base committee). */
export interface SendData extends Partial<PlacedData> {
  readonly graded: number;
}
export interface TakeBackData {
  /** Operation of the send it takes back. */
  readonly send: string;
}
export interface UndoData {
  /** Operations of its own ledger. */
  readonly operations: readonly string[];
}
export interface RestoredData {
  /** The copy of the missing or changed row; its `ledger` and `seq` say whose place it takes. */
  readonly event: LedgerEvent;
}
/** reviewing, branchClass, and the common part of recognise, adjust, return. */
export interface JudgementData {
  readonly branch: string;
  /** Operation of the send it judges. */
  readonly send: string;
  /** Last sequence number of the branch's ledger it had read. */
  readonly after?: number;
}
/** recognise: of one member (subject = member), or of all (subject = branch) but the exceptions; `classes` keeps what was recognised. */
export interface RecogniseData extends JudgementData {
  readonly exceptions?: readonly string[];
  readonly classes?: Readonly<Record<string, string>>;
  readonly decisionNumber?: string;
  readonly decisionDay?: IsoDay;
}
/** recognise by the district of a base unit's result as a whole (subject = base code) — P11. */
export interface RecogniseUnitData {
  readonly send: string;
  readonly decisionNumber: string;
  readonly decisionDay: IsoDay;
}
/** return: `members` empty = the whole branch. */
export interface ReturnData extends JudgementData {
  readonly members: readonly string[];
}
export type TakeOverData = PlacedData;
export type HandBackData = PlacedData;
/** identify: subject = the provisional code; `member` '' = refused. */
export interface IdentifyData {
  readonly branch: string;
  readonly member: string;
}
export interface ErasedData {
  readonly rows: readonly { readonly ledger: string; readonly seq: number }[];
}
export interface BranchAssessmentData {
  readonly day: IsoDay;
  readonly present: readonly string[];
  readonly doneWell: string;
  readonly limits: string;
  readonly causes: string;
  readonly proposals: string;
  readonly lessons: string;
  readonly vote?: string;
  /** Names the cells as they were typed by hand. */
  readonly typed?: string;
}

/** Loại hoạt động (wording.md 1). */
export const ACTIVITY_KINDS = [
  'MEMBER_DAY',
  'PROPAGANDA',
  'THEMED_MEETING',
  'FOLLOWING_UNCLE_HO',
  'VOLUNTEERING',
  'STUDY_SKILLS',
  'CULTURE_SPORT',
  'CHILDREN',
  'OTHER',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** activity (P7). `replaces` = operation of the earlier entry it corrects. */
export interface ActivityData {
  readonly day: IsoDay;
  readonly name: string;
  readonly activityKind: ActivityKind;
  readonly members: number;
  readonly others: number;
  readonly criteria: readonly string[];
  readonly replaces?: string;
}
/** difficulty (P8): the text stands in `text`; it is named by its operation. */
export interface DifficultyData {
  readonly raisedBy: 'MEMBER' | 'BRANCH' | 'BASE';
  readonly due?: IsoDay;
}
/**
 * answer: `difficulty` = operation of the difficulty; `done` closes it; `shared` = for all units to read. Or `secondLook` = operation of the second
 * look that is answered; `agreed` = the member is assessed anew.
 */
export interface AnswerData {
  readonly difficulty?: string;
  readonly secondLook?: string;
  readonly agreed?: boolean;
  readonly done?: boolean;
  readonly shared?: boolean;
}
export interface EscalateData {
  readonly difficulty: string;
}
/** lock (district ledger): last sequence number of every ledger it closed on. */
export interface LockData {
  readonly closedOn: Readonly<Record<string, number>>;
  readonly forced?: boolean;
}
/** reopen: answers a lock; `members` empty = the whole branch. */
export interface ReopenData {
  readonly branch: string;
  readonly lock: string;
  readonly members: readonly string[];
}

/** The `data` of each kind. */
export interface EventDataByKind {
  readonly grade: GradeData;
  readonly agree: GradeData;
  readonly agreeBulk: GradeData;
  readonly byHand: PlacedGradeData;
  readonly gradeFor: PlacedGradeData;
  readonly paperEntry: PaperEntryData;
  readonly progress: ProgressData;
  readonly deployed: DeployedData;
  readonly guidance: GuidanceData;
  readonly rosterProposal: RosterProposalData;
  readonly takeBack: TakeBackData;
  readonly secondLook: Readonly<Record<string, never>>;
  readonly undo: UndoData;
  readonly restored: RestoredData;
  readonly reviewing: JudgementData;
  readonly takeOver: TakeOverData;
  readonly handBack: HandBackData;
  readonly identify: IdentifyData;
  readonly erased: ErasedData;
  readonly branchAssessment: BranchAssessmentData;
  readonly activity: ActivityData;
  readonly difficulty: DifficultyData;
  readonly answer: AnswerData;
  readonly escalate: EscalateData;
  readonly send: SendData;
  readonly recognise: RecogniseData | RecogniseUnitData;
  readonly adjust: JudgementData;
  readonly return: ReturnData;
  readonly branchClass: JudgementData;
  readonly lessons: Readonly<Record<string, never>>;
  readonly lock: LockData;
  readonly reopen: ReopenData;
}

/** Name of a ledger: whose, of which unit, in which programme year ('BRANCH:P05-KP3:2014'; base and district ledgers by base code). */
export function ledgerId(owner: LedgerOwner, unit: string, programme: string): string {
  return `${owner}:${unit}:${programme}`;
}

/** Names an act among all ledgers: an operation id stands for one act of its own ledger, and a copy of it in another one for nothing. */
export function actOf(row: { readonly ledger: string; readonly operation: string }): string {
  return `${row.ledger}|${row.operation}`;
}

/** Whose ledger it is. */
export function ledgerOwner(ledger: string): LedgerOwner {
  const owner = ledger.slice(0, ledger.indexOf(':'));
  if (owner === 'BRANCH' || owner === 'BASE' || owner === 'DISTRICT') return owner;
  throw new Error(`Not a ledger: "${ledger}"`);
}

/** Code of the unit a ledger belongs to: a branch's, or a base unit's. */
export function ledgerUnit(ledger: string): string {
  return ledger.split(':')[1] ?? '';
}

/** The data of an event, read as its kind says; fields may be missing where the row was written by an older version. */
export function eventData<K extends EventKind>(event: LedgerEvent, _kind: K): Partial<EventDataByKind[K]> {
  return event.data as Partial<EventDataByKind[K]>;
}

/** Whether the kind judges one member whole. */
export function isGradeKind(kind: EventKind): kind is GradeKind {
  return (GRADE_KINDS as readonly string[]).includes(kind);
}
