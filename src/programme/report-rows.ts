import type { Preset } from './classification';
import { BLOCKS, type Block } from './organisation';
import { placesToHide } from './report-privacy';
import { figuresOf, summariseWave, type SummaryRow, type UnitResults } from './summary';

/** A row of the appendices by unit (P21): counts only, no person; `hidden` = of too few people to be broken down. */
export interface ReportRow {
  readonly kind: SummaryRow['kind'];
  readonly block: Block | '';
  readonly name: string;
  readonly branches: number;
  readonly members: number;
  readonly eligible: number;
  readonly registered: number;
  readonly selfAssessed: number;
  readonly graded: number;
  readonly recognised: number;
  readonly classes: Readonly<Record<string, number>>;
  readonly unclassed: number;
  readonly branchClasses: Readonly<Record<string, number>>;
  readonly hidden: boolean;
}

/**
 * The rows of *Tổng hợp theo đơn vị*: units by block, each block with its subtotal, the total. Units of under five members are not broken down, nor
 * are those from whom their figures could be taken; a whole block of so few neither, nor its units.
 */
export function reportRows(results: readonly UnitResults[], preset: Preset): readonly ReportRow[] {
  // The classes are of those to be classed: where these are few, they are the small group.
  const sizeOf = (ones: readonly UnitResults[]): number => {
    const { eligible, members } = figuresOf(ones, preset);
    return eligible > 0 ? eligible : members;
  };
  const inBlocks = BLOCKS.map((block) => ({
    block,
    units: results.filter((one) => one.unit.block === block),
  })).filter((one) => one.units.length > 0);
  const blocks = placesToHide(inBlocks.map((one) => sizeOf(one.units)));
  const hiddenUnits = new Set<string>();
  const hiddenBlocks = new Set<Block>();
  inBlocks.forEach(({ block, units }, place) => {
    if (blocks.has(place)) hiddenBlocks.add(block);
    const hide = placesToHide(units.map((one) => sizeOf([one])));
    units.forEach((one, at) => {
      if (blocks.has(place) || hide.has(at)) hiddenUnits.add(one.unit.code);
    });
  });
  return summariseWave(results, preset).map((row) =>
    rowOf(
      row,
      row.kind === 'UNIT'
        ? hiddenUnits.has(row.code)
        : row.kind === 'BLOCK' && row.block !== '' && hiddenBlocks.has(row.block),
    ),
  );
}

function rowOf(row: SummaryRow, hidden: boolean): ReportRow {
  return {
    kind: row.kind,
    block: row.block,
    name: row.name,
    branches: row.branches,
    members: row.members,
    eligible: hidden ? 0 : row.eligible,
    registered: hidden ? 0 : row.registered.count,
    selfAssessed: hidden ? 0 : row.selfAssessed.count,
    graded: hidden ? 0 : row.graded.count,
    recognised: hidden ? 0 : row.recognised.count,
    classes: hidden
      ? {}
      : Object.fromEntries(Object.entries(row.classes).map(([code, { count }]) => [code, count])),
    unclassed: hidden ? 0 : row.unclassed,
    branchClasses: row.branchClasses,
    hidden,
  };
}
