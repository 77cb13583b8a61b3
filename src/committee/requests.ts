import * as z from 'zod/mini';
import type { RequestOf } from '../contract/answer';
import type { CommitteeEndpoints } from '../contract/committee';
import { CRITERION_CODES, isCriterionCode } from '../programme/criteria';
import { isRealDay } from '../programme/dates';
import { ACTIVITY_KINDS } from '../programme/events';
import { LEDGER_TEXT_SIGNS } from '../workbook/ledger-rows';

/** Most grades of one trip, and most names of one list; more is no page of ours. */
const GRADES_A_TRIP = 200;
const NAMES_A_LIST = 2_000;

const code = z.string().check(z.minLength(1), z.maxLength(64));
const shortText = z.string().check(z.maxLength(500));
/** A remark stands among a row's figures, which hold more than a cell of words. */
const REMARK_SIGNS = 20_000;
const longText = z.string().check(z.maxLength(LEDGER_TEXT_SIGNS));
/** Words of a record: what a row cannot keep is told to the person (TEXT_TOO_LONG), what no person types is refused here. */
const words = z.string().check(z.maxLength(50_000));
const classCode = z.string().check(z.maxLength(40));
const levels = z.string().check(z.maxLength(10));
const day = z.string().check(z.refine((text) => text === '' || isRealDay(text)));
const seq = z.int().check(z.gte(0));
const count = z.int().check(z.gte(0), z.lte(100_000));
const names = z.array(code).check(z.maxLength(NAMES_A_LIST));
const criterion = z.string().check(z.refine(isCriterionCode));

const operation = { operation: z.string().check(z.regex(/^[0-9a-f]{32}$/)) };
/** Names a difficulty, whoever's ledger it stands in. */
const difficultyId = z.string().check(z.minLength(1), z.maxLength(128));
/** Of one row: the trip's id and the number in it. */
const rowOperation = z.string().check(z.regex(/^[0-9a-f]{32}\/\d{2,3}$/));
const branchKey = { wave: code, branch: code, role: z.optional(z.enum(['BRANCH', 'BASE', 'READER'])) };

const grade = z.object({
  kind: z.enum(['grade', 'agree', 'agreeBulk', 'gradeFor']),
  member: code,
  levels,
  class: classCode,
  reason: longText,
  data: z.object({
    selfClass: classCode,
    selfLevels: z.optional(levels),
    submission: z.string().check(z.maxLength(40)),
    proposed: z.optional(classCode),
    remark: z.optional(z.string().check(z.maxLength(REMARK_SIGNS))),
    shownMs: z.optional(z.int().check(z.gte(0))),
  }),
  lastSeen: seq,
});

const activity = z.object({
  day,
  name: shortText,
  activityKind: z.enum(ACTIVITY_KINDS),
  members: count,
  others: count,
  criteria: z.array(criterion).check(z.maxLength(CRITERION_CODES.length)),
  replaces: z.optional(rowOperation),
});

const difficulty = z.object({ kind: z.literal('difficulty'), text: words, due: z.optional(day) });
const answer = z.object({
  kind: z.literal('answer'),
  difficulty: difficultyId,
  text: words,
  done: z.boolean(),
});
const escalate = z.object({ kind: z.literal('escalate'), difficulty: difficultyId });

const commitment = z.object({ kind: z.enum(['SUGGESTED', 'OWN']), text: shortText });
const commitments = z.partialRecord(z.enum(CRITERION_CODES), commitment);

const branchRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('branchAssessment'),
    class: classCode,
    data: z.object({
      day,
      present: z.array(shortText).check(z.maxLength(100)),
      doneWell: words,
      limits: words,
      causes: words,
      proposals: words,
      lessons: words,
      vote: z.optional(shortText),
    }),
  }),
  z.object({ kind: z.literal('activity'), data: activity }),
  difficulty,
  answer,
  escalate,
  z.object({
    kind: z.literal('rosterProposal'),
    member: code,
    text: words,
    data: z.object({ proposal: z.enum(['ADD', 'MOVE', 'LEAVE']), fullName: shortText, birthDate: day }),
  }),
  z.object({
    kind: z.literal('paperEntry'),
    member: code,
    levels,
    data: z.object({
      paper: z.enum(['REGISTRATION', 'SELF_ASSESSMENT']),
      commitments: z.optional(commitments),
      ownClass: z.optional(classCode),
      signedOn: z.optional(day),
    }),
  }),
  z.object({ kind: z.literal('progress'), member: code, text: words, attended: z.boolean() }),
  z.object({ kind: z.literal('secondLook'), member: code, text: words }),
  z.object({ kind: z.literal('answerLook'), member: code, look: rowOperation, text: words }),
]);

const judgement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reviewing') }),
  z.object({
    kind: z.literal('recogniseAll'),
    exceptions: names,
    decisionNumber: z.optional(shortText),
    decisionDay: z.optional(day),
  }),
  z.object({ kind: z.literal('recognise'), member: code }),
  z.object({ kind: z.literal('adjust'), member: code, class: classCode, reason: longText }),
  z.object({ kind: z.literal('unrecognise'), members: names }),
  z.object({ kind: z.literal('return'), members: names, reason: longText }),
  z.object({ kind: z.literal('branchClass'), class: classCode, reason: longText }),
  z.object({
    kind: z.literal('answerLook'),
    member: code,
    look: rowOperation,
    agreed: z.boolean(),
    text: longText,
  }),
  z.object({ kind: z.literal('takeOver'), reason: longText }),
  z.object({ kind: z.literal('handBack') }),
]);

const unitRecord = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('deployed'),
    data: z.object({ day, how: words, document: shortText, branches: names }),
  }),
  z.object({ kind: z.literal('guidance'), text: words, link: z.string().check(z.maxLength(2_000)) }),
  z.object({ kind: z.literal('lessons'), text: words }),
  z.object({ kind: z.literal('activity'), data: activity }),
  difficulty,
  answer,
  escalate,
  z.object({ kind: z.literal('send') }),
]);

type Schemas = {
  readonly [K in keyof CommitteeEndpoints]: z.ZodMiniType<RequestOf<CommitteeEndpoints[K]>>;
};

/**
 * What each endpoint takes. Whoever has a sidebar open can call an endpoint with any text from the browser's tools, so every field is checked;
 * unknown ones are left out.
 */
export const REQUESTS: Schemas = {
  greet: z.object({}),
  openBranch: z.object(branchKey),
  loadTexts: z.object({ ...branchKey, members: z.optional(names) }),
  saveGrades: z.object({
    ...branchKey,
    ...operation,
    grades: z.array(grade).check(z.minLength(1), z.maxLength(GRADES_A_TRIP)),
    lastSeen: seq,
  }),
  undoActs: z.object({
    ...branchKey,
    ...operation,
    operations: z.array(rowOperation).check(z.maxLength(GRADES_A_TRIP)),
  }),
  restoreTo: z.object({ ...branchKey, ...operation, to: rowOperation, members: names }),
  formLink: z.object(branchKey),
  branchMoments: z.object({ ...branchKey, to: z.optional(rowOperation) }),
  record: z.object({ ...branchKey, ...operation, record: branchRecord }),
  sendBranch: z.object({ ...branchKey, ...operation }),
  takeBackBranch: z.object({ ...branchKey, ...operation }),
  openUnit: z.object({ wave: code }),
  judge: z.object({ ...branchKey, ...operation, judgement }),
  recordForUnit: z.object({ wave: code, ...operation, record: unitRecord }),
  memberHistory: z.object({ ...branchKey, member: code }),
  heartbeat: z.object({ ...branchKey, member: z.string().check(z.maxLength(64)), lastSeen: z.optional(seq) }),
};
