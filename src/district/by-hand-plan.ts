import type { Preset } from '../programme/classification';
import { proposeClass } from '../programme/classification';
import { CRITERION_CODES, type CriterionCode } from '../programme/criteria';
import { eventData, type EventDraft } from '../programme/events';
import type { MemberFold } from '../programme/fold-member';
import { NOT_GRADED, NOT_REGISTERED, signAt } from '../programme/levels';
import { planGrading, planSending, planTakingBack, type GradeRequest } from '../programme/plan-branch';
import { planRecording } from '../programme/plan-records';
import { memberOf, type Act, type ActFacts, type ActProblem } from '../programme/planning';
import { problem, type Problem } from '../programme/result';
import { submissionShown } from '../programme/submission';
import type { ByHandEntry, ByHandOwn, ByHandReading } from '../workbook/by-hand-reading';
import { OWN_ROWS } from '../workbook/by-hand-tab';
import { dayOfCell } from '../workbook/cells';
import { classOfWord, classWord } from '../workbook/class-words';
import { LEDGER_TEXT_SIGNS } from '../workbook/ledger-rows';
import { comparable } from '../workbook/words';

/** What may be wrong with what was typed, beside what keeps anybody from the same act. */
export type ByHandProblem =
  | ActProblem
  | Problem<
      | 'NAME_APART'
      | 'LEVELS_MISSING'
      | 'LEVELS_NOT_REGISTERED'
      | 'OWN_DAY'
      | 'OWN_CLASS'
      | 'ROWS_WAIT'
      | 'OTHER_ROUND'
      | 'UNREADABLE'
      | 'TOO_LONG'
    >;

/** A problem with the row it is in, 0-based; -1 = the tab or the branch as a whole. */
export interface ByHandTrouble {
  readonly row: number;
  readonly problem: ByHandProblem;
}

/** What the run knows of the branch: its fold, its tab, names, and what of the tab it saw in the run before. */
export interface ByHandFacts extends ActFacts {
  readonly ledger: string;
  /** Last row of the branch's own ledger. */
  readonly after: number;
  readonly preset: Preset;
  readonly reading: ByHandReading;
  readonly nameOf: (member: string) => string;
  /** Names of what was typed, by member; the cell *Gửi* under `ASK`. */
  readonly seen: Readonly<Record<string, string>>;
  /** 32 signs of hex out of a text: the same text, the same act. */
  readonly digest: (text: string) => string;
}

/** Under this name stands what the cell *Gửi* said. */
export const ASK = '#';

/** Rows to append, what waits for the next run, and what is wrong. */
export interface ByHandPlan {
  readonly drafts: readonly EventDraft[];
  readonly waiting: Readonly<Record<string, string>>;
  readonly troubles: readonly ByHandTrouble[];
}

/**
 * The rows that are *Xong*, at rest since the run before and not yet in the ledger, as events *Nhập tay* (data-dictionary.md, "By phone"): the
 * same cells are the same act, so a run that is repeated appends nothing. A row that cannot be taken is told and holds no other up.
 */
export function planRows(facts: ByHandFacts): ByHandPlan {
  const drafts: EventDraft[] = [];
  const waiting: Record<string, string> = {};
  const troubles: ByHandTrouble[] = [];
  for (const entry of facts.reading.entries) {
    const member = memberOf(facts.fold, entry.member);
    if (member && lastTyped(facts, member)?.typed === entry.hash) continue;
    const planned = planRow(facts, entry, member);
    troubles.push(...planned.problems.map((one) => ({ row: entry.row, problem: one })));
    if (!planned.draft) continue;
    if (facts.seen[entry.member] === entry.hash) drafts.push(planned.draft);
    else waiting[entry.member] = entry.hash;
  }
  return { drafts, waiting, troubles };
}

/** What the cell *Gửi* asks for, once it and the branch's own words are at rest and no row waits or is refused. `facts.fold` knows the rows taken. */
export function planAsked(facts: ByHandFacts, rows: Omit<ByHandPlan, 'drafts'>): ByHandPlan {
  const { fold, reading } = facts;
  const { ask, own } = reading;
  const nothing: ByHandPlan = { drafts: [], waiting: {}, troubles: [] };
  if (!ask || ask.round < fold.round) return nothing;
  const refused = (...problems: readonly ByHandProblem[]): ByHandPlan => ({
    ...nothing,
    troubles: problems.map((one) => ({ row: -1, problem: one })),
  });
  if (ask.round > fold.round) return refused(problem('OTHER_ROUND', fold.branch, { round: fold.round }));
  if (ask.what === 'SEND' ? fold.send !== null : fold.send === null) return nothing;
  const name = `${ask.what}|${ask.round}|${own.hash}`;
  const isAtRest = facts.seen[ASK] === name;
  if (ask.what === 'TAKE_BACK') {
    const planned = planTakingBack(facts, actOf(facts, name, WORDS.takeBack));
    if (!planned.ok) return refused(...planned.problems);
    return isAtRest ? { ...nothing, drafts: [planned.value] } : { ...nothing, waiting: { [ASK]: name } };
  }
  if (rows.troubles.length > 0 || reading.problems.length > 0)
    return refused(problem('UNREADABLE', fold.branch));
  if (!isAtRest || Object.keys(rows.waiting).length > 0)
    return {
      ...nothing,
      waiting: { [ASK]: name },
      troubles: [{ row: -1, problem: problem('ROWS_WAIT', '') }],
    };
  const assessed = planOwn(facts, own);
  if (assessed.problems.length > 0) return refused(...assessed.problems);
  const { draft } = assessed;
  const isSaid = fold.branchAssessment !== null || draft !== null;
  // The own assessment comes in the same trip, right before.
  const told = { ...facts, fold: { ...fold, branchAssessment: isSaid ? SAID : null } };
  if (fold.takenOver) return refused(problem('TAKEN_OVER', fold.branch));
  const planned = planSending(told, actOf(facts, name, WORDS.send));
  if (!planned.ok) return refused(...planned.problems);
  return { ...nothing, drafts: [...(draft ? [draft] : []), planned.value] };
}

const WORDS = { send: 'Gửi (nhập tay)', takeBack: 'Rút lại (nhập tay)' };

/** Signs each answer of the branch's own assessment may have: all of them must fit one cell of a ledger. */
const OWN_SIGNS = 2_000;

/** Stands for the assessment that is appended with *Gửi*: the plan asks only whether there is one. */
const SAID = {} as NonNullable<ActFacts['fold']['branchAssessment']>;

function planRow(
  facts: ByHandFacts,
  entry: ByHandEntry,
  member: MemberFold | null,
): { readonly draft: EventDraft | null; readonly problems: readonly ByHandProblem[] } {
  const { preset } = facts;
  const refused = (...problems: readonly ByHandProblem[]) => ({ draft: null, problems });
  if (facts.fold.takenOver) return refused(problem('TAKEN_OVER', facts.fold.branch));
  if (!member) return refused(problem('UNKNOWN_MEMBER', entry.member));
  if (entry.reason.length > LEDGER_TEXT_SIGNS) return refused(problem('TOO_LONG', entry.member));
  const name = facts.nameOf(entry.member);
  if (comparable(entry.fullName) !== comparable(name))
    return refused(problem('NAME_APART', entry.member, { typed: entry.fullName }));
  const levels = withoutBlanks(entry.levels, member.registered);
  const open = criteriaWith(levels, member.registered, true);
  if (open.length > 0) return refused(problem('LEVELS_MISSING', entry.member, { criteria: open }));
  const foreign = criteriaWith(levels, member.registered, false);
  if (foreign.length > 0)
    return refused(problem('LEVELS_NOT_REGISTERED', entry.member, { criteria: foreign }));
  const proposed = proposeClass(levels, preset).class;
  const decided = entry.class === '' && member.facts.classed ? proposed : entry.class;
  const request: GradeRequest = {
    kind: 'byHand',
    member: entry.member,
    levels,
    class: decided,
    reason: entry.reason,
    data: {
      selfClass: member.selfClass,
      selfLevels: member.selfLevels,
      submission: submissionShown(member.facts.registeredAt, member.facts.selfAt),
      proposed,
      typed: entry.hash,
    },
    lastSeen: Infinity,
  };
  const before = lastTyped(facts, member)?.seq ?? 0;
  const act = actOf(
    facts,
    `${entry.member}|${entry.hash}|${before}`,
    `Nhập tay ${name}: ${classWord(decided, preset)}`,
  );
  const planned = planGrading(facts, [request], preset, '', act);
  if (!planned.ok) return refused(...planned.problems);
  const [draft] = planned.value.drafts;
  return draft ? { draft, problems: [] } : refused(...planned.value.refused);
}

/** Not registered and left empty is the same as said so. */
function withoutBlanks(levels: string, registered: readonly CriterionCode[]): string {
  return CRITERION_CODES.map((code) => {
    const sign = signAt(levels, code);
    return sign === NOT_GRADED && !registered.includes(code) ? NOT_REGISTERED : sign;
  }).join('');
}

/** Registered criteria without a level, or others with one. */
function criteriaWith(
  levels: string,
  registered: readonly CriterionCode[],
  isRegistered: boolean,
): readonly CriterionCode[] {
  return CRITERION_CODES.filter((code) => {
    const sign = signAt(levels, code);
    const isGraded = sign !== NOT_GRADED && sign !== NOT_REGISTERED;
    return registered.includes(code) === isRegistered && isGraded !== isRegistered;
  });
}

/** The newest event made of what was typed of the member; undefined = nothing was taken yet. */
function lastTyped(
  { ledger }: ByHandFacts,
  member: MemberFold,
): { readonly seq: number; readonly typed: string } | undefined {
  const taken = member.history.flatMap((row) => {
    const typed = row.kind === 'byHand' && row.ledger === ledger ? eventData(row, 'byHand').typed : undefined;
    return typed === undefined ? [] : [{ seq: row.seq, typed }];
  });
  return taken[taken.length - 1];
}

/** The branch's own assessment (P10) where something was typed that is not saved yet; null = nothing to append. */
function planOwn(
  facts: ByHandFacts,
  { said, hash }: ByHandOwn,
): { readonly draft: EventDraft | null; readonly problems: readonly ByHandProblem[] } {
  const { fold, preset } = facts;
  const saved = fold.branchAssessment;
  const isEmpty = OWN_ROWS.every(({ key }) => said[key] === '');
  if (isEmpty || (saved !== null && eventData(saved, 'branchAssessment').typed === hash))
    return { draft: null, problems: [] };
  const day = dayOfCell(/^\d{5}$/.test(said.day) ? Number(said.day) : said.day);
  const given = classOfWord(said.class, preset);
  const problems: ByHandProblem[] = [
    ...(day === null || day === '' ? [problem('OWN_DAY', fold.branch, { typed: said.day })] : []),
    ...(given === null || given === '' ? [problem('OWN_CLASS', fold.branch, { typed: said.class })] : []),
  ];
  if (problems.length > 0 || !day || !given) return { draft: null, problems };
  const { doneWell, limits, causes, proposals, lessons } = said;
  if (OWN_ROWS.some(({ key }) => said[key].length > OWN_SIGNS))
    return { draft: null, problems: [problem('TOO_LONG', fold.branch)] };
  const present = said.present.split(/[;,\n]/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const data = { day, present, doneWell, limits, causes, proposals, lessons, typed: hash };
  const text = `Chi đoàn tự đánh giá: ${classWord(given, preset)}`;
  const planned = planRecording(
    facts,
    { kind: 'branchAssessment', class: given, data },
    preset,
    new Set(),
    actOf(facts, `own|${hash}|${saved?.seq ?? 0}`, text),
  );
  return planned.ok
    ? { draft: planned.value, problems: [] }
    : { draft: null, problems: planned.problems as readonly ActProblem[] };
}

function actOf({ fold, wave, ledger, after, digest }: ByHandFacts, name: string, text: string): Act {
  return { ledger, operation: digest(`${fold.branch}|${wave.code}|${fold.round}|${name}`), text, after };
}
