import type { CriterionCode, TargetGroup } from './criteria';
import type { EpochMs } from './dates';
import type { PackedLevels } from './levels';

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
