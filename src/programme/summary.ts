import type { Preset } from './classification';
import type { EpochMs, IsoDay } from './dates';
import type { BranchFold } from './fold';
import type { MemberFold } from './fold-member';
import type { UnitFold } from './fold-unit';
import { isProvisional } from './ledgers';
import { BLOCKS, type BaseUnit, type Block } from './organisation';
import { countOf, type CountAndPercent } from './percent';

/** A base unit with its branches' folds in a wave. Pass only units of the wave's calendar (`unitsOfWave`, P5). */
export interface UnitResults {
  readonly unit: BaseUnit;
  readonly branches: readonly BranchFold[];
  readonly own: UnitFold;
  readonly memberDay: IsoDay;
}

/** The figures of one row of *Tổng hợp Đợt …* (programme.md 6); subtotals and the total are sums of the same figures. */
export interface SummaryFigures {
  readonly branches: number;
  readonly members: number;
  readonly eligible: number;
  readonly deployed: number;
  readonly registered: CountAndPercent;
  readonly selfAssessed: CountAndPercent;
  readonly graded: CountAndPercent;
  /** Of those to be classed: assessed themselves, not graded yet. */
  readonly waitingForGrade: number;
  /** By class code of the preset, in its order; of the eligible. */
  readonly classes: Readonly<Record<string, CountAndPercent>>;
  readonly unclassed: number;
  readonly recognised: CountAndPercent;
  /** Branches by the class given to them. */
  readonly branchClasses: Readonly<Record<string, number>>;
  readonly propagandaSessions: number;
  readonly sentBranches: number;
  readonly lateBranches: number;
}

/** A row of a unit, of a block (*Cộng khối …*), or the total. */
export interface SummaryRow extends SummaryFigures {
  readonly kind: 'UNIT' | 'BLOCK' | 'TOTAL';
  /** Unit code, block code, or ''. */
  readonly code: string;
  readonly block: Block | '';
  readonly name: string;
  readonly deployedDay: IsoDay;
  readonly memberDay: IsoDay;
  /** Newest *Gửi* of its branches, once all have sent; null before. */
  readonly sentAt: EpochMs | null;
  readonly officers: readonly string[];
}

/**
 * The summary of a wave (P13, programme.md 6): units in the order given, by block, each block with its subtotal, then the total. Registered and
 * self-assessed are shares of all members; graded, classes and recognised of those to be classed (P2). The class counted is the recognised one,
 * else the branch's, never the proposed.
 */
export function summariseWave(results: readonly UnitResults[], preset: Preset): readonly SummaryRow[] {
  const rows: SummaryRow[] = [];
  for (const block of BLOCKS) {
    const ofBlock = results.filter((result) => result.unit.block === block);
    if (ofBlock.length === 0) continue;
    for (const result of ofBlock) rows.push(unitRow(result, preset));
    rows.push(sumRow('BLOCK', block, ofBlock, preset));
  }
  rows.push(sumRow('TOTAL', '', results, preset));
  return rows;
}

/** The figures of any set of branches, with how many of their units deployed. */
export function figuresOf(results: readonly UnitResults[], preset: Preset): SummaryFigures {
  const folds = results.flatMap((result) => result.branches);
  const members = inRoster(folds.flatMap((fold) => fold.members));
  const eligible = members.filter((member) => member.facts.classed);
  const counted = eligible.map((member) => member.recognised ?? member.decided);
  const withClass = counted.filter((code) => preset.classes.some((one) => one.code === code)).length;
  const activities = [...folds, ...results.map((result) => result.own)].flatMap((one) => one.activities);
  return {
    branches: folds.length,
    members: members.length,
    eligible: eligible.length,
    deployed: results.filter((result) => result.own.deployed !== null).length,
    registered: countOf(members.filter((member) => member.registered.length > 0).length, members.length),
    selfAssessed: countOf(members.filter((member) => member.selfLevels !== '').length, members.length),
    graded: countOf(eligible.filter((member) => member.grade !== null).length, eligible.length),
    waitingForGrade: eligible.filter((member) => member.grade === null && member.selfLevels !== '').length,
    classes: Object.fromEntries(
      preset.classes.map(({ code }) => [
        code,
        countOf(counted.filter((one) => one === code).length, eligible.length),
      ]),
    ),
    unclassed: eligible.length - withClass,
    recognised: countOf(eligible.filter((member) => member.recognised !== null).length, eligible.length),
    branchClasses: Object.fromEntries(
      preset.classes.map(({ code }) => [
        code,
        folds.filter((fold) => fold.branchClass?.class === code).length,
      ]),
    ),
    propagandaSessions: activities.filter(
      (row) => (row.data as { readonly activityKind?: string }).activityKind === 'PROPAGANDA',
    ).length,
    sentBranches: folds.filter((fold) => fold.send !== null).length,
    lateBranches: folds.filter((fold) => fold.late).length,
  };
}

/** Members as summaries count them: one only proposed so far (`TAM-…`) counts once staff have said who he is. */
export function inRoster(members: readonly MemberFold[]): readonly MemberFold[] {
  return members.filter((member) => !isProvisional(member.member));
}

function unitRow(result: UnitResults, preset: Preset): SummaryRow {
  const { unit, branches, own } = result;
  const sent = branches.map((fold) => fold.sentAt);
  const times = sent.filter((at) => at !== null);
  return {
    kind: 'UNIT',
    code: unit.code,
    block: unit.block,
    name: unit.name,
    deployedDay: (own.deployed?.data as { readonly day?: IsoDay } | undefined)?.day ?? '',
    memberDay: result.memberDay,
    sentAt: times.length > 0 && times.length === sent.length ? Math.max(...times) : null,
    officers: unit.officers.map((officer) => officer.name),
    ...figuresOf([result], preset),
  };
}

function sumRow(
  kind: 'BLOCK' | 'TOTAL',
  block: Block | '',
  results: readonly UnitResults[],
  preset: Preset,
): SummaryRow {
  return {
    kind,
    code: block,
    block,
    name: '',
    deployedDay: '',
    memberDay: '',
    sentAt: null,
    officers: [],
    ...figuresOf(results, preset),
  };
}
