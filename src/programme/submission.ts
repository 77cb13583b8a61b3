import { CRITERION_CODES, HALVES, halfOf, type CriterionCode, type Half, type TargetGroup } from './criteria';
import { endOfDay, type EpochMs, type IsoDay } from './dates';
import { NOT_REGISTERED, registeredIn, signAt, type PackedLevels } from './levels';
import type { Wave } from './wave';

/** How a submission was tied to a member (wording.md 1, "Cách khớp"). */
export type MatchedHow = 'LINK' | 'CODE' | 'NAME' | 'PERSON' | '';

/** What every sheet carries. One submission = one (responseId, sentAt); an edit made anyway is a new one. */
export interface SubmissionIdentity {
  readonly responseId: string;
  readonly sentAt: EpochMs;
  readonly formId: string;
  readonly wave: string;
  /** Member code or token as typed or pre-filled; '' when left empty. */
  readonly typedCode: string;
  readonly typedName: string;
  /** As typed, not yet parsed. */
  readonly typedBirthDate: string;
  /** Branch code carried by the poster link; '' when none. */
  readonly linkBranch: string;
  /** Member code; '' = unmatched. */
  readonly member: string;
  readonly matchedHow: MatchedHow;
}

/** 'SUGGESTED' = "như gợi ý"; 'OWN' = own words in `text`; a criterion left out is absent (P3, P4). */
export interface Commitment {
  readonly kind: 'SUGGESTED' | 'OWN';
  readonly text: string;
}

export type Commitments = Readonly<Partial<Record<CriterionCode, Commitment>>>;

/** Phiếu đăng ký (P3). `signature` = full name typed. */
export interface Registration extends SubmissionIdentity {
  readonly kind: 'REGISTRATION';
  readonly group: TargetGroup | '';
  readonly commitments: Commitments;
  readonly signature: string;
  readonly consent: boolean;
}

/** Rating of the branch or of the unit by a member (P9); '' = no opinion. */
export type Rating = 'EXCELLENT' | 'GOOD' | 'AVERAGE' | 'WEAK' | '';

/** Phiếu tự đánh giá (P9). `levels` holds ten signs as the member chose them; '0' = "Tôi không đăng ký tiêu chí này". */
export interface SelfAssessment extends SubmissionIdentity {
  readonly kind: 'SELF_ASSESSMENT';
  readonly levels: PackedLevels;
  readonly evidence: Readonly<Partial<Record<CriterionCode, string>>>;
  readonly ownClass: string;
  readonly branchRating: Rating;
  readonly unitRating: Rating;
  readonly difficulties: string;
  readonly signature: string;
}

export type Submission = Registration | SelfAssessment;

/** Least number of criteria in each half (P3); a setting. Fewer is accepted and flagged, never refused. */
export interface LeastRegistered {
  readonly TRAINING: number;
  readonly ACTION: number;
}

export const DEFAULT_LEAST_REGISTERED: LeastRegistered = { TRAINING: 1, ACTION: 1 };

/** Names one submission: an answer edited afterwards has the same response id and another time (architecture.md 3, must 4–5). */
export function submissionId(submission: { readonly responseId: string; readonly sentAt: EpochMs }): string {
  return `${submission.responseId}@${submission.sentAt}`;
}

/** The criteria a member registered for, in the order of the sheet (P3). Own words of spaces alone say nothing. */
export function registeredCriteria(commitments: Commitments): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => {
    const commitment = commitments[code];
    return commitment !== undefined && (commitment.kind === 'SUGGESTED' || commitment.text.trim() !== '');
  });
}

/** The halves in which fewer criteria were registered than the setting asks (P3). */
export function halvesBelowLeast(
  commitments: Commitments,
  least: LeastRegistered = DEFAULT_LEAST_REGISTERED,
): readonly Half[] {
  return halvesWithFew(registeredCriteria(commitments), least);
}

/** The same of criteria that are known to be registered. */
export function halvesWithFew(registered: readonly CriterionCode[], least: LeastRegistered): readonly Half[] {
  return HALVES.filter((half) => registered.filter((code) => halfOf(code) === half).length < least[half]);
}

/**
 * Registered criteria that the member, in the self-assessment, says were not registered (pages.md 1): a flag, never a change. And the
 * other way round: levels of criteria not registered are kept, marked and not counted.
 */
export function mismatchedCriteria(
  commitments: Commitments,
  levels: PackedLevels,
): { readonly denied: readonly CriterionCode[]; readonly notRegistered: readonly CriterionCode[] } {
  const registered = registeredCriteria(commitments);
  return {
    denied: registered.filter((code) => signAt(levels, code) === NOT_REGISTERED),
    notRegistered: registeredIn(levels).filter((code) => !registered.includes(code)),
  };
}

/** Why a submission does not count. */
export type NotCounted = 'UNMATCHED' | 'OTHER_WAVE' | 'LATE' | 'SUPERSEDED' | 'NO_CONSENT';

/** One submission of a member with its place among the others. */
export interface Version<S extends Submission> {
  readonly submission: S;
  /** 1 for the member's first of this kind, 2 for the next …; 0 when it is in no member's line. */
  readonly version: number;
  /** '' = this one counts. */
  readonly notCounted: NotCounted | '';
}

/** The first and last day a kind of sheet is taken; '' = no bound. */
export interface SheetWindow {
  readonly opens: IsoDay;
  readonly closes: IsoDay;
}

/** The window of a kind of sheet in a wave. */
export function windowOf(
  wave: Pick<Wave, 'registrationOpens' | 'registrationCloses' | 'selfOpens' | 'selfCloses'>,
  kind: Submission['kind'],
): SheetWindow {
  return kind === 'REGISTRATION'
    ? { opens: wave.registrationOpens, closes: wave.registrationCloses }
    : { opens: wave.selfOpens, closes: wave.selfCloses };
}

/**
 * All versions of one kind of sheet in a wave, oldest first, each with why it does not count (P3, P9): the newest one of a member that was
 * sent before the deadline counts; earlier ones are superseded; late ones are kept and shown. One sent before the window counts: the
 * form was open because a person opened it. `accepted` names submissions (`submissionId`) that a
 * person let in after the deadline, with a reason. Equal times are ordered by response id, so that every reading gives one result.
 */
export function versionsOf<S extends Submission>(
  submissions: readonly S[],
  wave: Wave,
  accepted: ReadonlySet<string> = new Set(),
): readonly Version<S>[] {
  const ordered = distinct(submissions).sort(bySending);
  const count = new Map<string, number>();
  const newest = new Map<string, S>();
  const reasons = ordered.map((submission) => {
    const reason = reasonNotToCount(submission, wave, accepted);
    if (reason === '') newest.set(lineOf(submission), submission);
    return reason;
  });
  return ordered.map((submission, index) => {
    const line = lineOf(submission);
    const version = submission.member === '' ? 0 : (count.get(line) ?? 0) + 1;
    count.set(line, version);
    const reason = reasons[index] ?? '';
    return {
      submission,
      version,
      notCounted: reason !== '' || newest.get(line) === submission ? reason : 'SUPERSEDED',
    };
  });
}

/** The one submission of each member that counts, by member code. Pass one kind at a time. */
export function countingByMember<S extends Submission>(
  submissions: readonly S[],
  wave: Wave,
  accepted: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, S> {
  const counting = new Map<string, S>();
  for (const { submission, notCounted } of versionsOf(submissions, wave, accepted))
    if (notCounted === '') counting.set(submission.member, submission);
  return counting;
}

/** A registration that holds in a wave, and whether it came from an earlier wave of the same year. */
export interface HoldingRegistration {
  readonly registration: Registration;
  readonly carriedOver: boolean;
}

/**
 * The registrations that hold in a wave (P3, "Phạm vi đăng ký"): its own; where its scope is YEAR, else the member's from the nearest
 * earlier wave of the same calendar and programme year. A registration sent in the wave itself corrects the one carried over. `byWave` =
 * `countingByMember` of each wave.
 */
export function holdingRegistrations(
  wave: Wave,
  waves: readonly Wave[],
  byWave: ReadonlyMap<string, ReadonlyMap<string, Registration>>,
): ReadonlyMap<string, HoldingRegistration> {
  const holding = new Map<string, HoldingRegistration>();
  if (wave.scope === 'YEAR') {
    const earlier = waves
      .filter(
        (other) =>
          other.calendar === wave.calendar &&
          other.programme === wave.programme &&
          other.number < wave.number,
      )
      .sort((a, b) => a.number - b.number);
    for (const other of earlier)
      for (const [member, registration] of byWave.get(other.code) ?? [])
        holding.set(member, { registration, carriedOver: true });
  }
  for (const [member, registration] of byWave.get(wave.code) ?? [])
    holding.set(member, { registration, carriedOver: false });
  return holding;
}

/**
 * What a committee's page saw of a member's sheets, as one text: the seconds at which registration and self-assessment were sent. A grade
 * carries it, and a newer submission shows as "đã gửi lại" (architecture.md 3). Seconds, because a Sheets date keeps no finer time.
 */
export function submissionShown(registeredAt: EpochMs | null, selfAt: EpochMs | null): string {
  return `${seconds(registeredAt)}/${seconds(selfAt)}`;
}

function seconds(at: EpochMs | null): string {
  return at === null ? '' : String(Math.round(at / 1000));
}

function reasonNotToCount(
  submission: Submission,
  wave: Wave,
  accepted: ReadonlySet<string>,
): NotCounted | '' {
  if (submission.wave !== wave.code) return 'OTHER_WAVE';
  if (submission.member === '') return 'UNMATCHED';
  if (submission.kind === 'REGISTRATION' && !submission.consent) return 'NO_CONSENT';
  if (accepted.has(submissionId(submission))) return '';
  const { closes } = windowOf(wave, submission.kind);
  return closes !== '' && submission.sentAt > endOfDay(closes) ? 'LATE' : '';
}

function lineOf(submission: Submission): string {
  return `${submission.wave}|${submission.kind}|${submission.member}`;
}

function bySending(a: Submission, b: Submission): number {
  return a.sentAt - b.sentAt || (a.responseId < b.responseId ? -1 : a.responseId > b.responseId ? 1 : 0);
}

/** One and the same submission collected twice is one. */
function distinct<S extends Submission>(submissions: readonly S[]): S[] {
  return [...new Map(submissions.map((submission) => [submissionId(submission), submission])).values()];
}
