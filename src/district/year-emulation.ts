import type { EpochMs } from '../programme/dates';
import { scoreUnit } from '../programme/emulation';
import { inRoster, type UnitResults } from '../programme/summary';
import {
  proposeBaseClass,
  proposeBranchClass,
  type ProposedYearClass,
  type WaveClass,
} from '../programme/unit-classes';
import type { Wave } from '../programme/wave';
import { classWord } from '../workbook/class-words';
import { emulationRecord, type EmulationDecision } from '../workbook/emulation-tab';
import { branchRuleOf, emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import type { TabRecord } from '../workbook/tab';
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
}

/** Rows of *Thi đua đơn vị*: units within their cụm, else their khối, the arithmetic beside each; classes of unit and branches with their figures. */
export function emulationRows(
  facts: DistrictFacts,
  results: readonly WaveResults[],
  members: readonly MemberYear[],
  decisions: ReadonlyMap<string, EmulationDecision>,
  now: EpochMs,
): readonly TabRecord[] {
  const { setup, settings, state } = facts;
  const preset = presetOfSettings(settings);
  const rows = setup.units.flatMap(({ unit }): readonly TabRecord[] => {
    const own = results.flatMap(({ units }) => units.filter((one) => one.unit.code === unit.code));
    if (own.length === 0) return [];
    const difficulties = keptDifficulties(state, unit.code).map((one) => ({ inTime: isInTime(one, now) }));
    const score = scoreUnit(
      unit.code,
      own,
      difficulties,
      preset,
      emulationWeightsOf(settings),
      settings.emulationFloors,
    );
    const branches = branchesOfUnit(setup, unit).map(({ code, name }) => {
      const folds = own.flatMap((one) => one.branches.filter((fold) => fold.branch === code));
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
      return { name, proposed: proposeBranchClass(figures, preset, branchRuleOf(settings)).class };
    });
    const base = proposeBaseClass(
      branches.map((one) => one.proposed),
      preset,
    );
    return [
      {
        ...emulationRecord(unit, score, preset, decisions.get(unit.code) ?? null, null),
        quality: classWord(unit.kind === 'BASE_BRANCH' ? (branches[0]?.proposed ?? '') : base.class, preset),
        qualityWhy: branches.map((one) => `${one.name}: ${classWord(one.proposed, preset)}`).join('; '),
      },
    ];
  });
  // Within a cụm or khối the order of *Đơn vị* stays: a list by points would be a rank.
  const groups = [...new Set(rows.map((row) => String(row.group)))];
  return groups.flatMap((group) => rows.filter((row) => row.group === group));
}
