import type { EpochMs } from '../programme/dates';
import { rankScores, scoreUnit, type EmulationScore } from '../programme/emulation';
import type { BaseUnit, Branch } from '../programme/organisation';
import { inRoster, type UnitResults } from '../programme/summary';
import {
  proposeBaseClass,
  proposeBranchClass,
  type ProposedYearClass,
  type WaveClass,
} from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import { classWord } from '../workbook/class-words';
import {
  decidedRecord,
  emulationRecord,
  groupOfUnit,
  type EmulationDecision,
} from '../workbook/emulation-tab';
import { branchRuleOf, emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import type { TabRecord } from '../workbook/tab';
import { YEAR_GOES_ON } from '../workbook/year-tab';
import { branchesOfUnit, type DistrictFacts } from './facts';
import { isInTime, keptDifficulties } from './kept-difficulties';

/** A wave with the results of its units. */
export interface WaveResults {
  readonly wave: Wave;
  readonly units: readonly UnitResults[];
}

/** A member's year: what is proposed, and what counts for his branch ('' = nothing yet). */
export interface MemberYear {
  readonly code: string;
  readonly branch: string;
  readonly classes: readonly WaveClass[];
  readonly proposed: ProposedYearClass;
  readonly counted: string;
  /** Whether the year of his calendar is over; a school year goes on beside the others. */
  readonly isOver: boolean;
}

/**
 * Rows of *Thi đua đơn vị*: the units there are now within their cụm, else their khối, the arithmetic beside each; classes of unit and branches with
 * their figures. A unit counts what it did under its own code, whatever it was called; a branch keeps its waves when it goes over to another unit; a
 * unit that is no more stands in the summaries of its waves and gets no class. A school year that goes on has no score yet (P5).
 */
export function emulationRows(
  facts: DistrictFacts,
  results: readonly WaveResults[],
  members: readonly MemberYear[],
  decisions: ReadonlyMap<string, EmulationDecision>,
  now: EpochMs,
): readonly TabRecord[] {
  const { setup, settings } = facts;
  const preset = presetOfSettings(settings);
  const weights = emulationWeightsOf(settings);
  const goingOn = new Set(members.filter((one) => !one.isOver).map((one) => one.branch));
  const scored = setup.units.flatMap(({ unit }): readonly ScoredUnit[] => {
    const decision = decisions.get(unit.code) ?? null;
    const branches = branchesOfUnit(setup, unit);
    if (branches.some((branch) => goingOn.has(branch.code))) {
      const record = { ...decidedRecord(unit, preset, decision), proposed: YEAR_GOES_ON };
      return [{ unit, decision, branches, score: null, record }];
    }
    const own = results.flatMap(({ units }) => units.filter((one) => one.unit.code === unit.code));
    if (own.length === 0) return [];
    const score = scoreUnit(
      unit.code,
      own,
      difficultiesOf(facts, unit.code, results, now),
      preset,
      weights,
      settings.emulationFloors,
    );
    return [{ unit, decision, branches, score, record: {} }];
  });
  const groups = [...new Set(scored.map(({ unit }) => groupOfUnit(unit)))];
  // Within a cụm or khối the order of *Đơn vị* stays: a list by points would be a rank.
  return groups.flatMap((group) => {
    const own = scored.filter(({ unit }) => groupOfUnit(unit) === group);
    const ranks = settings.rankUnits ? rankScores(own.flatMap(({ score }) => score ?? [])) : null;
    return own.map(({ unit, decision, branches, score, record }): TabRecord => {
      if (score === null) return record;
      const rank = ranks?.get(unit.code) ?? null;
      return {
        ...emulationRecord(unit, score, preset, decision, rank, weights),
        ...qualityCells(facts, unit, branches, results, members),
      };
    });
  });
}

interface ScoredUnit {
  readonly unit: BaseUnit;
  readonly decision: EmulationDecision | null;
  readonly branches: readonly Branch[];
  /** Null while its school year goes on: then the record says so. */
  readonly score: EmulationScore | null;
  readonly record: TabRecord;
}

function difficultiesOf(
  { state }: DistrictFacts,
  unit: string,
  results: readonly WaveResults[],
  now: EpochMs,
): readonly { readonly inTime: boolean }[] {
  const waves = new Set(results.map(({ wave }) => wave.code));
  return keptDifficulties(state, unit)
    .filter((one) => waves.has(one.wave))
    .map((one) => ({ inTime: isInTime(one, now) }));
}

/** The proposed class of a unit as an organisation, and of its branches with the figures behind it (P1b, P11). */
function qualityCells(
  { settings }: DistrictFacts,
  unit: BaseUnit,
  branches: readonly Branch[],
  results: readonly WaveResults[],
  members: readonly MemberYear[],
): TabRecord {
  const preset = presetOfSettings(settings);
  const proposals = branches.map(({ code, name }) => {
    const folds = results.flatMap(({ units }) =>
      units.flatMap((one) => one.branches.filter((fold) => fold.branch === code)),
    );
    const everybody = inRoster(folds.flatMap((fold) => fold.members));
    const years = members.filter((one) => one.branch === code);
    const figures = {
      members: everybody.length,
      registered: everybody.filter((member) => member.registered.length > 0).length,
      eligible: years.length,
      classes: Object.fromEntries(
        preset.classes.map((one) => [one.code, years.filter((year) => year.counted === one.code).length]),
      ),
    };
    return { name, proposal: proposeBranchClass(figures, preset, branchRuleOf(settings)) };
  });
  const base = proposeBaseClass(
    proposals.map(({ proposal }) => proposal.class),
    preset,
  );
  const good = preset.classes[preset.goodClasses - 1]?.label ?? '';
  const last = preset.classes[preset.classes.length - 1]?.label ?? '';
  return {
    quality: classWord(
      unit.kind === 'BASE_BRANCH' ? (proposals[0]?.proposal.class ?? '') : base.class,
      preset,
    ),
    qualityWhy: proposals
      .map(({ name, proposal }) => {
        const { registered, members: all, goodOrBetter, classed, weak } = proposal.because;
        return (
          `${name}: ${classWord(proposal.class, preset)} (đăng ký ${registered}/${all}; ` +
          `từ ${good} trở lên ${goodOrBetter}/${classed}; ${last} ${weak})`
        );
      })
      .join('\n'),
  };
}
