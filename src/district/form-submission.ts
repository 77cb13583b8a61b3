import type { Preset } from '../programme/classification';
import {
  CRITERION_CODES,
  isTargetGroup,
  type Criterion,
  type CriterionCode,
  type GroupLabel,
  type TargetGroup,
} from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import { NOT_REGISTERED, type LevelSign } from '../programme/levels';
import type { Commitment, Rating, Submission, SubmissionIdentity } from '../programme/submission';
import { storableText } from '../programme/storable-text';
import { registrationKey, type ItemKey } from './form-plan';
import { formWords as words } from './form-words';

/** A response as Google keeps it, with keys instead of items. An unanswered question is absent or ''. */
export interface RawResponse {
  readonly id: string;
  readonly at: EpochMs;
  readonly answers: ReadonlyMap<ItemKey, string>;
}

/** What is needed to read answers back. */
export interface AnswerFacts {
  readonly wave: string;
  readonly formId: string;
  readonly criteria: readonly Criterion[];
  readonly groups: readonly GroupLabel[];
  readonly preset: Preset;
}

const LEVEL_SIGNS: readonly LevelSign[] = ['4', '3', '2', '1', '0'];
const RATINGS: readonly Rating[] = ['EXCELLENT', 'GOOD', 'AVERAGE', 'WEAK', ''];

/** Between the code and the name of a branch in the line that its link fills in. */
export const BRANCH_SEPARATOR = ' – ';

/** A sheet, and how many signs of it no book can keep (`storableText`). */
export interface ReadSheet {
  readonly submission: Submission;
  readonly replaced: number;
}

/**
 * A response as a registration or a self-assessment, not yet tied to a member. What was typed is kept as it was sent, spaces too. Whoever did not
 * consent leaves no name: only that a sheet came is kept.
 */
export function readSheet(raw: RawResponse, facts: AnswerFacts): ReadSheet {
  const consent = raw.answers.get('consent') !== words.disagree;
  let replaced = 0;
  const kept = new Map<ItemKey, string>();
  const answer = (key: ItemKey): string => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const storable = storableText(consent ? (raw.answers.get(key) ?? '') : '');
    replaced += storable.replaced;
    kept.set(key, storable.text);
    return storable.text;
  };
  const submission = submissionOf(raw, consent, answer, facts);
  return { submission, replaced };
}

/** The sheet alone. */
export function readSubmission(raw: RawResponse, facts: AnswerFacts): Submission {
  return readSheet(raw, facts).submission;
}

function submissionOf(
  raw: RawResponse,
  consent: boolean,
  answer: (key: ItemKey) => string,
  facts: AnswerFacts,
): Submission {
  const identity: SubmissionIdentity = {
    responseId: raw.id,
    sentAt: raw.at,
    formId: facts.formId,
    wave: facts.wave,
    typedCode: answer('code'),
    typedName: answer('name'),
    typedBirthDate: answer('birth'),
    linkBranch: branchOf(answer('branch')),
    member: '',
    matchedHow: '',
  };
  if (answer('kind') === words.selfAssessment) return selfAssessmentOf(identity, answer, facts);
  const group = groupOf(answer('group'), facts.groups);
  return {
    ...identity,
    kind: 'REGISTRATION',
    group,
    commitments: group === '' ? {} : commitmentsOf(group, answer, facts),
    signature: answer('sign:registration'),
    consent,
  };
}

/** The code of the line that a branch's link fills in; what somebody typed there instead stays as it is. */
function branchOf(line: string): string {
  const coded = /^([\p{L}\p{N}._-]+) – /u.exec(line);
  return coded?.[1] ?? line;
}

function selfAssessmentOf(
  identity: SubmissionIdentity,
  answer: (key: ItemKey) => string,
  facts: AnswerFacts,
): Submission {
  const evidence: Partial<Record<CriterionCode, string>> = {};
  for (const code of CRITERION_CODES) {
    const text = answer(`evidence:${code}`);
    if (text !== '') evidence[code] = text;
  }
  return {
    ...identity,
    kind: 'SELF_ASSESSMENT',
    levels: CRITERION_CODES.map(
      (code) => LEVEL_SIGNS[words.levels.indexOf(answer(`level:${code}`) as never)] ?? NOT_REGISTERED,
    ).join(''),
    evidence,
    ownClass: facts.preset.classes.find((one) => one.label === answer('ownClass'))?.code ?? '',
    branchRating: ratingOf(answer('branchRating')),
    unitRating: ratingOf(answer('unitRating')),
    difficulties: answer('difficulties'),
    signature: answer('sign:self'),
  };
}

/** "Như gợi ý" keeps the words of the suggestion as they stood when it was sent. */
function commitmentsOf(
  group: TargetGroup,
  answer: (key: ItemKey) => string,
  facts: AnswerFacts,
): Readonly<Partial<Record<CriterionCode, Commitment>>> {
  const commitments: Partial<Record<CriterionCode, Commitment>> = {};
  for (const { code, hints } of facts.criteria) {
    const text = answer(registrationKey(group, code));
    if (text === '' || text === words.notRegistered) continue;
    commitments[code] =
      text === words.asSuggested ? { kind: 'SUGGESTED', text: hints[group] } : { kind: 'OWN', text };
  }
  return commitments;
}

function groupOf(label: string, groups: readonly GroupLabel[]): TargetGroup | '' {
  const code = groups.find((group) => group.label === label)?.code ?? '';
  return isTargetGroup(code) ? code : '';
}

function ratingOf(label: string): Rating {
  return RATINGS[words.ratings.indexOf(label as never)] ?? '';
}
