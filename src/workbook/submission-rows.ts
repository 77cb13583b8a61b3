import type { Preset } from '../programme/classification';
import { CRITERION_CODES, isTargetGroup, type CriterionCode } from '../programme/criteria';
import { NOT_GRADED, NOT_REGISTERED, signAt, signOf, levelOfSign } from '../programme/levels';
import type {
  Commitments,
  Registration,
  SelfAssessment,
  Submission,
  SubmissionIdentity,
} from '../programme/submission';
import {
  fittingText,
  flagCell,
  flagOfCell,
  momentCell,
  momentOfCell,
  type ReadCell,
  wholeText,
} from './cells';
import { classOfWord } from './class-words';
import { commitmentCell, commitmentOfCell } from './commitment-cells';
import type { TableRow, TabRecord } from './tab';
import { GROUP_WORDS, LEVEL_WORDS, MATCHED_HOW_WORDS, RATING_WORDS } from './words';

/** What a level cell of a self-assessment says for "Tôi không đăng ký tiêu chí này". */
export const DID_NOT_REGISTER = 'Không đăng ký';

/**
 * A sheet as the row of its tab (`registrationsTab`, `selfAssessmentsTab`). Times are kept to the second; texts beyond what a cell holds are cut
 * and say so.
 */
export function submissionToRow(submission: Submission, preset: Preset): TabRecord {
  const identity: TabRecord = {
    responseId: submission.responseId,
    sentAt: momentCell(submission.sentAt),
    typedCode: fittingText(submission.typedCode),
    typedName: fittingText(submission.typedName),
    typedBirthDate: fittingText(submission.typedBirthDate),
    member: submission.member,
    matchedHow: submission.matchedHow === '' ? '' : MATCHED_HOW_WORDS.wordOf(submission.matchedHow),
    signature: fittingText(submission.signature),
    linkBranch: fittingText(submission.linkBranch),
    formId: submission.formId,
  };
  if (submission.kind === 'REGISTRATION')
    return {
      ...identity,
      group: submission.group === '' ? '' : GROUP_WORDS.wordOf(submission.group),
      ...commitmentCells(submission.commitments),
      consent: flagCell(submission.consent),
    };
  return {
    ...identity,
    ...byCriterion('level', (code) => levelWord(signAt(submission.levels, code))),
    ...byCriterion('evidence', (code) => fittingText(submission.evidence[code] ?? '')),
    ownClass: preset.classes.find((one) => one.code === submission.ownClass)?.label ?? submission.ownClass,
    branchRating: RATING_WORDS.wordOf(submission.branchRating),
    unitRating: RATING_WORDS.wordOf(submission.unitRating),
    difficulties: fittingText(submission.difficulties),
  };
}

/**
 * The sheet of a row. `wave` = the tab's wave; sent at a whole second. What a person damaged reads as empty, but a row without a response id or
 * a time is null: it was not written by us.
 */
export function submissionFromRow(
  kind: Submission['kind'],
  wave: string,
  { cells }: TableRow,
  preset: Preset,
): Submission | null {
  const text = (key: string): string => wholeText(cells[key] ?? '');
  const sentAt = momentOfCell(cells.sentAt ?? '');
  if (text('responseId') === '' || sentAt === null) return null;
  const identity: SubmissionIdentity & { readonly signature: string } = {
    responseId: text('responseId'),
    sentAt,
    formId: text('formId'),
    wave,
    typedCode: text('typedCode'),
    typedName: text('typedName'),
    typedBirthDate: text('typedBirthDate'),
    linkBranch: text('linkBranch'),
    member: text('member'),
    matchedHow: MATCHED_HOW_WORDS.codeOf(text('matchedHow')) ?? '',
    signature: text('signature'),
  };
  return kind === 'REGISTRATION'
    ? registrationOf(identity, cells, text)
    : selfAssessmentOf(identity, text, preset);
}

type Identity = SubmissionIdentity & { readonly signature: string };

function registrationOf(
  identity: Identity,
  cells: Readonly<Record<string, ReadCell>>,
  text: (key: string) => string,
): Registration {
  const group = GROUP_WORDS.codeOf(text('group')) ?? '';
  return {
    ...identity,
    kind: 'REGISTRATION',
    group: isTargetGroup(group) ? group : '',
    commitments: commitmentsOfCells((code) => text(code)),
    consent: flagOfCell(cells.consent ?? '', false) ?? false,
  };
}

function selfAssessmentOf(identity: Identity, text: (key: string) => string, preset: Preset): SelfAssessment {
  const evidence: Partial<Record<CriterionCode, string>> = {};
  for (const code of CRITERION_CODES) {
    const given = text(`evidence.${code}`);
    if (given !== '') evidence[code] = given;
  }
  return {
    ...identity,
    kind: 'SELF_ASSESSMENT',
    levels: CRITERION_CODES.map((code) => levelSignOfWord(text(`level.${code}`))).join(''),
    evidence,
    ownClass: classOfWord(text('ownClass'), preset) ?? text('ownClass'),
    branchRating: RATING_WORDS.codeOf(text('branchRating')) ?? '',
    unitRating: RATING_WORDS.codeOf(text('unitRating')) ?? '',
    difficulties: text('difficulties'),
  };
}

/** Ten cells of commitments by criterion code. */
export function commitmentCells(commitments: Commitments): TabRecord {
  return Object.fromEntries(CRITERION_CODES.map((code) => [code, commitmentCell(commitments[code])]));
}

/** The commitments of ten cells. */
export function commitmentsOfCells(textOf: (code: CriterionCode) => string): Commitments {
  const commitments: Partial<Record<CriterionCode, NonNullable<Commitments[CriterionCode]>>> = {};
  for (const code of CRITERION_CODES) {
    const commitment = commitmentOfCell(textOf(code));
    if (commitment) commitments[code] = commitment;
  }
  return commitments;
}

/** A level sign as people read it; '' where none was chosen. */
export function levelWord(sign: string): string {
  const level = levelOfSign(sign);
  if (level) return LEVEL_WORDS.wordOf(level);
  return sign === NOT_REGISTERED ? DID_NOT_REGISTER : '';
}

/** The sign of a level word: '_' for an empty cell, '0' for *Không đăng ký* and for what is no level. */
export function levelSignOfWord(word: string): string {
  const level = LEVEL_WORDS.codeOf(word);
  if (level) return signOf(level);
  return word.trim() === '' ? NOT_GRADED : NOT_REGISTERED;
}

function byCriterion(prefix: string, cellOf: (code: CriterionCode) => string): TabRecord {
  return Object.fromEntries(CRITERION_CODES.map((code) => [`${prefix}.${code}`, cellOf(code)]));
}
