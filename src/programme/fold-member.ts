import type { BranchFacts, MemberFacts } from './branch-facts';
import { proposeClass } from './classification';
import { judgedRound, lastRoundFor, type CountedRows } from './counting';
import type { CriterionCode } from './criteria';
import type { EpochMs } from './dates';
import { actOf, eventData, isGradeKind, type GradeData, type GradeKind, type LedgerEvent } from './events';
import { isProvisional } from './ledgers';
import type { PackedLevels } from './levels';
import type { BranchRows } from './rounds';
import { secondLookOf, type SecondLook } from './second-look';
import { registeredCriteria, submissionShown } from './submission';

/** State of a member in a wave (data-dictionary.md), in order; RETURNED leads back to GRADED. */
export type MemberState =
  | 'NOT_REGISTERED'
  | 'REGISTERED'
  | 'SELF_ASSESSED'
  | 'GRADED'
  | 'SENT'
  | 'RECOGNISED'
  | 'ADJUSTED'
  | 'RETURNED'
  | 'LOCKED';

/** Marks beside a state (wording.md 1). */
export type MemberMark =
  | 'RESENT'
  | 'FROM_PAPER'
  | 'COMMENT_ONLY'
  | 'PROVISIONAL'
  | 'TWO_WRITERS'
  /** A second look waits for its answer; LOOKED_AGAIN = it has one. */
  | 'SECOND_LOOK'
  | 'LOOKED_AGAIN'
  | 'AFTER_SEND';

/** What is the case for a member in a wave. */
export interface MemberFold {
  readonly member: string;
  readonly facts: MemberFacts;
  /** LOCKED once the branch is locked; `reached` keeps how far it came. */
  readonly state: MemberState;
  readonly reached: Exclude<MemberState, 'LOCKED'>;
  /** Registered criteria and self-assessed levels, the paper sheet included where no form was sent. */
  readonly registered: readonly CriterionCode[];
  readonly selfLevels: PackedLevels;
  readonly selfClass: string;
  /** The grade that counts; null = none. Its ten signs, its class, its words are the committee's. */
  readonly grade: LedgerEvent | null;
  readonly levels: PackedLevels;
  /** What the rule proposes for those levels; '' = no basis. */
  readonly proposed: string;
  /** The committee's class; null = not assessed, '' = "Chưa đủ cơ sở xếp loại". */
  readonly decided: string | null;
  /** recognise or adjust in force; null = none. */
  readonly judgement: LedgerEvent | null;
  /** The recognised class; null = not recognised. */
  readonly recognised: string | null;
  readonly how: GradeKind | '';
  readonly gradedBy: string;
  readonly gradedAt: EpochMs | null;
  readonly reason: string;
  /** What the level above asked for; '' when not returned. */
  readonly returnReason: string;
  readonly marks: readonly MemberMark[];
  /** The newest *Đề nghị xem lại*; null = none was asked for. */
  readonly secondLook: SecondLook | null;
  /** Every row about the member that counts or not, oldest first in its ledger: history. */
  readonly history: readonly LedgerEvent[];
}

/** Folds one member of a branch from the counted rows (P9–P11). */
export function foldMember(
  facts: MemberFacts,
  branch: BranchFacts,
  rows: BranchRows,
  counted: CountedRows,
): MemberFold {
  const own = counted.work.filter((row) => rows.member(row.subject) === facts.code);
  const sheets = withPaper(facts, own);
  const grades = own.filter((row) => isGradeKind(row.kind));
  const grade = grades[grades.length - 1] ?? null;
  const round = lastRoundFor(counted.rounds, facts.code);
  const judgement = judgementOf(facts.code, round.round, grade, rows, counted);
  const decided = grade ? grade.class : null;
  const returned = round.openedBy === 'RETURN' && round.send === null && grade?.round !== round.round;
  const reached = returned
    ? 'RETURNED'
    : reachedState(sheets, grade !== null, round.send !== null, judgement);
  const newest = counted.rounds[counted.rounds.length - 1];
  const history = rows.rows.filter((row) => rows.member(row.subject) === facts.code);
  const standing = history.filter((row) => !counted.undone.has(actOf(row)));
  const secondLook = secondLookOf(standing, round.round);
  return {
    member: facts.code,
    facts,
    state: newest?.lock ? 'LOCKED' : reached,
    reached,
    registered: sheets.registered,
    selfLevels: sheets.selfLevels,
    selfClass: sheets.selfClass,
    grade,
    levels: grade?.levels ?? '',
    proposed: grade && grade.levels !== '' ? proposeClass(grade.levels, branch.preset).class : '',
    decided,
    judgement,
    recognised: judgement ? recognisedClass(judgement, facts.code, rows, decided ?? '') : null,
    how: grade && isGradeKind(grade.kind) ? grade.kind : '',
    gradedBy: grade?.actor ?? '',
    gradedAt: grade?.at ?? null,
    reason: grade?.reason ?? '',
    returnReason: returned ? returnReason(round.openers, facts.code, rows) : '',
    marks: marksOf(facts, sheets.fromPaper, grades, grade, counted, rows, secondLook),
    secondLook,
    history,
  };
}

interface Sheets {
  readonly registered: readonly CriterionCode[];
  readonly selfLevels: PackedLevels;
  readonly selfClass: string;
  readonly fromPaper: boolean;
}

/** A paper sheet typed in by the committee stands where the member sent no form of that kind; the member's own form goes before it. */
function withPaper(facts: MemberFacts, own: readonly LedgerEvent[]): Sheets {
  let sheets: Sheets = {
    registered: facts.registered,
    selfLevels: facts.selfLevels,
    selfClass: facts.selfClass,
    fromPaper: false,
  };
  for (const row of own) {
    if (row.kind !== 'paperEntry') continue;
    const data = eventData(row, 'paperEntry');
    if (data.paper === 'REGISTRATION' && facts.registeredAt === null)
      sheets = { ...sheets, registered: registeredCriteria(data.commitments ?? {}), fromPaper: true };
    if (data.paper === 'SELF_ASSESSMENT' && facts.selfAt === null)
      sheets = { ...sheets, selfLevels: row.levels, selfClass: data.ownClass ?? '', fromPaper: true };
  }
  return sheets;
}

function reachedState(
  sheets: Sheets,
  graded: boolean,
  sent: boolean,
  judgement: LedgerEvent | null,
): Exclude<MemberState, 'LOCKED'> {
  if (judgement) return judgement.kind === 'adjust' ? 'ADJUSTED' : 'RECOGNISED';
  if (graded) return sent ? 'SENT' : 'GRADED';
  if (sheets.selfLevels !== '') return 'SELF_ASSESSED';
  return sheets.registered.length > 0 ? 'REGISTERED' : 'NOT_REGISTERED';
}

/** The newest recognise or adjust of the highest level that names a *Gửi* holding the member's grade. */
function judgementOf(
  member: string,
  openedRound: number,
  grade: LedgerEvent | null,
  rows: BranchRows,
  counted: CountedRows,
): LedgerEvent | null {
  if (!grade) return null;
  let found: LedgerEvent | null = null;
  for (const row of counted.judgements) {
    if (row.kind === 'branchClass') continue;
    const judged = judgedRound(counted.rounds, row);
    if (!judged || judged.round < openedRound) continue;
    // *Công nhận tất cả* speaks for those nobody spoke of: it never takes a single adjustment back.
    if (row.subject === rows.branch && found?.kind === 'adjust') continue;
    if (names(row, member, rows)) found = row;
  }
  return found;
}

function names(row: LedgerEvent, member: string, rows: BranchRows): boolean {
  if (row.subject !== rows.branch) return rows.member(row.subject) === member;
  const { exceptions = [], classes } = row.data as {
    readonly exceptions?: readonly string[];
    readonly classes?: Readonly<Record<string, string>>;
  };
  if (exceptions.some((code) => rows.member(code) === member)) return false;
  return classes === undefined || Object.keys(classes).some((code) => rows.member(code) === member);
}

/** The class stands in the row that recognises; a row without one recognises what the branch decided. */
function recognisedClass(row: LedgerEvent, member: string, rows: BranchRows, decided: string): string {
  if (row.subject !== rows.branch) return row.class === '' && row.kind === 'recognise' ? decided : row.class;
  const classes = (row.data as { readonly classes?: Readonly<Record<string, string>> }).classes ?? {};
  const code = Object.keys(classes).find((one) => rows.member(one) === member);
  return code === undefined ? decided : (classes[code] ?? '');
}

function returnReason(openers: readonly LedgerEvent[], member: string, rows: BranchRows): string {
  const concerned = openers.filter((row) => {
    const members = (row.data as { readonly members?: readonly string[] }).members ?? [];
    return members.length === 0 || members.some((code) => rows.member(code) === member);
  });
  return concerned
    .map((row) => row.reason)
    .filter((reason) => reason !== '')
    .join('; ');
}

function marksOf(
  facts: MemberFacts,
  fromPaper: boolean,
  grades: readonly LedgerEvent[],
  grade: LedgerEvent | null,
  counted: CountedRows,
  rows: BranchRows,
  secondLook: SecondLook | null,
): readonly MemberMark[] {
  const marks: MemberMark[] = [];
  const shown = (grade?.data as Partial<GradeData> | undefined)?.submission;
  if (shown !== undefined && shown !== submissionShown(facts.registeredAt, facts.selfAt))
    marks.push('RESENT');
  if (fromPaper) marks.push('FROM_PAPER');
  if (!facts.classed) marks.push('COMMENT_ONLY');
  if (isProvisional(facts.code)) marks.push('PROVISIONAL');
  const inRound = grades.filter((row) => row.round === grade?.round);
  if (inRound.some((row) => row.ledger !== grade?.ledger)) marks.push('TWO_WRITERS');
  if (secondLook) marks.push(secondLook.state === 'OPEN' ? 'SECOND_LOOK' : 'LOOKED_AGAIN');
  const after = counted.notCounted.some(
    ({ event, why }) => why === 'AFTER_SEND' && rows.member(event.subject) === facts.code,
  );
  if (after) marks.push('AFTER_SEND');
  return marks;
}
