import { isClassOf, type Preset } from './classification';
import type { EventDataByKind, EventDraft } from './events';
import type { BranchFold } from './fold';
import type { UnitFold } from './fold-unit';
import { isProvisional } from './ledgers';
import {
  draft,
  holderProblems,
  memberOf,
  writingProblems,
  type Act,
  type ActFacts,
  type ActProblem,
} from './planning';
import { askingProblems, type SecondLookProblem } from './plan-second-look';
import { fail, ok, problem, type Problem, type Result } from './result';

/** What a committee writes down beside grades: about its branch, or about one member (P7, P8, P10). */
export type RecordKind =
  | 'branchAssessment'
  | 'activity'
  | 'difficulty'
  | 'answer'
  | 'escalate'
  | 'rosterProposal'
  | 'paperEntry'
  | 'progress'
  | 'secondLook';

/** What a base unit writes down for itself (P7, P8, P13, P18, P19), and its own *Gửi về Quận đoàn*. */
export type UnitRecordKind =
  'deployed' | 'guidance' | 'lessons' | 'activity' | 'difficulty' | 'answer' | 'escalate' | 'send';

/** A row as it is asked for: its kind, what it is about, its figures and words. */
export interface RecordRow<K extends string> {
  readonly kind: K;
  /** Member it is about; absent = the branch or unit itself. */
  readonly member?: string;
  readonly levels?: string;
  readonly class?: string;
  readonly text?: string;
  readonly data?: Partial<EventDataByKind[RecordKind | 'deployed' | 'guidance']>;
  /** Operation of the difficulty that is answered or passed on. */
  readonly difficulty?: string;
}

export type RecordProblem = ActProblem | SecondLookProblem | Problem<'UNKNOWN_DIFFICULTY' | 'TEXT_MISSING'>;

/** Kinds whose words are the record. */
const SPOKEN: ReadonlySet<string> = new Set([
  'difficulty',
  'answer',
  'progress',
  'secondLook',
  'lessons',
  'guidance',
]);

/**
 * One record of a branch. The own assessment is a result: it waits for the grading step and is closed by *Gửi* and lock. Activities and paper
 * sheets are results too, but come while the wave is carried out (P7). All others are talk, which nothing silences (P8). Problems: those of
 * `writingProblems` and `askingProblems`, TAKEN_OVER, UNKNOWN_CLASS, UNKNOWN_MEMBER, UNKNOWN_DIFFICULTY, TEXT_MISSING.
 * `difficulties` = operations that can be answered.
 */
export function planRecording(
  facts: ActFacts,
  row: RecordRow<RecordKind>,
  preset: Preset,
  difficulties: ReadonlySet<string>,
  act: Act,
): Result<EventDraft, RecordProblem> {
  const problems: RecordProblem[] = [...resultProblems(facts, row.kind, act)];
  if (row.class !== undefined && !isClassOf(preset, row.class))
    problems.push(problem('UNKNOWN_CLASS', facts.fold.branch, { class: row.class }));
  if (row.member !== undefined && !memberOf(facts.fold, row.member) && !isProvisional(row.member))
    problems.push(problem('UNKNOWN_MEMBER', row.member));
  if (row.kind === 'secondLook') problems.push(...askingProblems(facts, row.member ?? ''));
  problems.push(...talkProblems(row, difficulties, facts.fold.branch));
  if (problems.length > 0) return fail(...problems);
  return ok(
    draft(facts, act, row.kind, {
      subject: row.member ?? facts.fold.branch,
      levels: row.levels ?? '',
      class: row.class ?? '',
      text: row.text ?? act.text,
      data: { ...row.data, ...difficultyOf(row) },
    }),
  );
}

/** What a base unit's own record is planned from. */
export interface UnitActFacts {
  readonly unit: UnitFold;
  readonly branches: readonly BranchFold[];
}

/**
 * One record of a base unit. *Gửi về Quận đoàn* (P11) waits until every branch with members has sent and is recognised, and may be repeated until
 * the district has recognised the unit. Problems: LOCKED, ALREADY_SENT, NOT_SENT and NOT_RECOGNISED (one per branch), UNKNOWN_DIFFICULTY,
 * TEXT_MISSING.
 */
export function planUnitRecording(
  facts: UnitActFacts,
  row: RecordRow<UnitRecordKind>,
  difficulties: ReadonlySet<string>,
  act: Act,
): Result<EventDraft, RecordProblem | Problem<'NOT_RECOGNISED'>> {
  const { unit, branches } = facts;
  const problems = [
    ...(row.kind === 'send' ? unitSendProblems(unit, branches) : []),
    ...talkProblems(row, difficulties, unit.unit),
  ];
  if (problems.length > 0) return fail(...problems);
  return ok({
    ledger: act.ledger,
    kind: row.kind,
    wave: unit.wave,
    round: 0,
    subject: unit.unit,
    levels: '',
    class: '',
    reason: '',
    text: row.text ?? act.text,
    data: { ...row.data, ...difficultyOf(row) },
    operation: `${act.operation}/01`,
  });
}

function resultProblems(facts: ActFacts, kind: RecordKind, act: Act): readonly ActProblem[] {
  if (kind !== 'branchAssessment' && kind !== 'activity' && kind !== 'paperEntry') return [];
  const closed = [...writingProblems(facts), ...holderProblems(facts, act)];
  return kind === 'branchAssessment' ? closed : closed.filter(({ code }) => code !== 'WAVE_NOT_OPEN');
}

function talkProblems(
  row: RecordRow<RecordKind | UnitRecordKind>,
  difficulties: ReadonlySet<string>,
  at: string,
): readonly RecordProblem[] {
  const problems: RecordProblem[] = [];
  if (row.difficulty !== undefined && !difficulties.has(row.difficulty))
    problems.push(problem('UNKNOWN_DIFFICULTY', row.difficulty));
  // One tap that somebody was there says enough; anything else needs its words.
  const tapped =
    row.kind === 'progress' && (row.data as { attended?: boolean } | undefined)?.attended === true;
  if (SPOKEN.has(row.kind) && !tapped && (row.text ?? '').trim() === '')
    problems.push(problem('TEXT_MISSING', at));
  return problems;
}

function difficultyOf(row: RecordRow<string>): Readonly<Record<string, unknown>> {
  return row.difficulty === undefined ? {} : { difficulty: row.difficulty };
}

function unitSendProblems(
  unit: UnitFold,
  branches: readonly BranchFold[],
): readonly (ActProblem | Problem<'NOT_RECOGNISED'>)[] {
  const locked = branches.find((fold) => fold.lock !== null)?.lock;
  if (locked) return [problem('LOCKED', unit.unit, { at: locked.at })];
  if (unit.recognised) return [problem('ALREADY_SENT', unit.unit, { at: unit.send?.at ?? null })];
  return branches
    .filter((fold) => fold.members.length > 0 && fold.state !== 'RECOGNISED')
    .map((fold) =>
      fold.send === null ? problem('NOT_SENT', fold.branch) : problem('NOT_RECOGNISED', fold.branch),
    );
}
