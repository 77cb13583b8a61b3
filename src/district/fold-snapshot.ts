import type { MemberFacts } from '../programme/branch-facts';
import { CRITERION_CODES } from '../programme/criteria';
import type { EventKind, GradeKind, LedgerEvent } from '../programme/events';
import type { BranchFold, BranchState } from '../programme/fold';
import type { MemberFold, MemberMark, MemberState } from '../programme/fold-member';
import type { UnitFold } from '../programme/fold-unit';

/** Signs of one cell of a snapshot: Google takes 50 000. */
export const CELL_SIGNS = 45_000;

/** A member as a short list: 12 000 of them must fit into some hundred cells. Times in seconds, 0 = none. */
type PackedMember = readonly [
  code: string,
  classed: 0 | 1,
  registered: string,
  registeredAt: number,
  selfAt: number,
  selfLevels: string,
  selfClass: string,
  levels: string,
  proposed: string,
  decided: string | null,
  recognised: string | null,
  how: string,
  gradedAt: number,
  gradedBy: string,
  state: string,
  reached: string,
  marks: string,
  round: number,
];

interface PackedBranch {
  readonly branch: string;
  readonly wave: string;
  readonly state: BranchState;
  readonly round: number;
  readonly late: boolean;
  readonly reviewing: boolean;
  readonly takenOver: boolean;
  readonly missing: number;
  readonly send: LedgerEvent | null;
  readonly lock: LedgerEvent | null;
  readonly assessed: LedgerEvent | null;
  readonly class: LedgerEvent | null;
  readonly activities: readonly LedgerEvent[];
  readonly members: readonly PackedMember[];
}

/**
 * Packs what the summaries read of a branch's fold, as texts of one cell each: rows without their words, members as short lists, history and
 * rounds left out.
 */
export function packBranch(fold: BranchFold): readonly string[] {
  const packed: PackedBranch = {
    branch: fold.branch,
    wave: fold.wave,
    state: fold.state,
    round: fold.round,
    late: fold.late,
    reviewing: fold.reviewing,
    takenOver: fold.takenOver,
    missing: fold.missing.length,
    send: withoutWords(fold.send),
    lock: withoutWords(fold.lock),
    assessed: withoutWords(fold.branchAssessment),
    class: withoutWords(fold.branchClass),
    activities: fold.activities.map((row) => withoutWords(row)),
    members: fold.members.map(packMember),
  };
  return inCells(JSON.stringify(packed));
}

/** The fold again, as far as `packBranch` kept it: `missing` keeps its length only, `history`, `rounds`, evidence and texts are empty. */
export function unpackBranch(cells: readonly string[]): BranchFold {
  const packed = JSON.parse(cells.join('')) as PackedBranch;
  return {
    branch: packed.branch,
    wave: packed.wave,
    state: packed.state,
    round: packed.round,
    rounds: [],
    send: packed.send,
    sentAt: packed.send?.at ?? null,
    late: packed.late,
    reviewing: packed.reviewing,
    lock: packed.lock,
    takenOver: packed.takenOver,
    branchAssessment: packed.assessed,
    activities: packed.activities,
    branchClass: packed.class,
    members: packed.members.map((member) => unpackMember(member, packed.wave)),
    missing: Array.from({ length: packed.missing }, () => ''),
    notCounted: [],
  };
}

/** Packs the acts of a unit. */
export function packUnit(fold: UnitFold): readonly string[] {
  return inCells(
    JSON.stringify({
      ...fold,
      deployed: withoutWords(fold.deployed),
      guidance: fold.guidance.map((row) => withoutWords(row)),
      activities: fold.activities.map((row) => withoutWords(row)),
      send: withoutWords(fold.send),
    }),
  );
}

/** The acts of a unit again. */
export function unpackUnit(cells: readonly string[]): UnitFold {
  return JSON.parse(cells.join('')) as UnitFold;
}

function packMember(member: MemberFold): PackedMember {
  return [
    member.member,
    member.facts.classed ? 1 : 0,
    CRITERION_CODES.map((code) => (member.registered.includes(code) ? '1' : '0')).join(''),
    seconds(member.facts.registeredAt),
    seconds(member.facts.selfAt),
    member.selfLevels,
    member.selfClass,
    member.levels,
    member.proposed,
    member.decided,
    member.recognised,
    member.how,
    seconds(member.gradedAt),
    member.gradedBy,
    member.state,
    member.reached,
    member.marks.join(' '),
    member.grade?.round ?? 0,
  ];
}

function unpackMember(packed: PackedMember, wave: string): MemberFold {
  const [code, classed, signs, registeredAt, selfAt, selfLevels, selfClass, levels, proposed, decided] =
    packed;
  const [recognised, how, gradedAt, gradedBy, state, reached, marks, round] = packed.slice(10) as [
    string | null,
    GradeKind | '',
    number,
    string,
    MemberState,
    Exclude<MemberState, 'LOCKED'>,
    string,
    number,
  ];
  const registered = CRITERION_CODES.filter((_, index) => signs[index] === '1');
  const facts: MemberFacts = {
    code,
    classed: classed === 1,
    registered,
    registeredAt: moment(registeredAt),
    selfAt: moment(selfAt),
    selfLevels,
    selfClass,
    evidence: [],
  };
  const row = (kind: EventKind, given: string): LedgerEvent => ({
    ledger: '',
    seq: 0,
    at: moment(gradedAt) ?? 0,
    actor: gradedBy,
    kind,
    wave,
    round,
    subject: code,
    levels,
    class: given,
    reason: '',
    text: '',
    data: {},
    operation: '',
  });
  return {
    member: code,
    facts,
    state,
    reached,
    registered,
    selfLevels,
    selfClass,
    grade: how === '' ? null : row(how, decided ?? ''),
    levels,
    proposed,
    decided,
    judgement: recognised === null ? null : row(reached === 'ADJUSTED' ? 'adjust' : 'recognise', recognised),
    recognised,
    how,
    gradedBy,
    gradedAt: moment(gradedAt),
    reason: '',
    returnReason: '',
    marks: marks === '' ? [] : (marks.split(' ') as MemberMark[]),
    secondLook: null,
    history: [],
  };
}

function withoutWords<R extends LedgerEvent | null>(row: R): R {
  return row === null ? row : { ...row, levels: '', reason: '', text: '' };
}

function seconds(at: number | null): number {
  return at === null ? 0 : Math.round(at / 1000);
}

function moment(at: number): number | null {
  return at === 0 ? null : at * 1000;
}

function inCells(text: string): readonly string[] {
  const cells: string[] = [];
  for (let from = 0; from < text.length; from += CELL_SIGNS) cells.push(text.slice(from, from + CELL_SIGNS));
  return cells;
}
