import type { Difficulty } from './difficulties';
import { isGoodOrBetter, type Preset } from './classification';
import { inRoster, type UnitResults } from './summary';

/** Weights of the five parts of a unit's score (P14, programme.md 4); settings, together 100. */
export interface EmulationWeights {
  readonly registered: number;
  readonly selfAssessed: number;
  readonly gradedOnTime: number;
  readonly goodOrBetter: number;
  readonly difficultiesInTime: number;
}

export const DEFAULT_EMULATION_WEIGHTS: EmulationWeights = {
  registered: 30,
  selfAssessed: 20,
  gradedOnTime: 20,
  goodOrBetter: 20,
  difficultiesInTime: 10,
};

/** Lowest scores of the classes but the last, best first; a setting. */
export const DEFAULT_EMULATION_FLOORS: readonly number[] = [90, 70, 50];

/** Of how many how many: the figures a part of the score is made of. */
export type PartFigures = Readonly<Record<keyof EmulationWeights, readonly [some: number, of: number]>>;

/** A unit's score with its parts, each already weighted. Seen by district staff until released. */
export interface EmulationScore {
  readonly unit: string;
  readonly parts: EmulationWeights;
  readonly figures: PartFigures;
  /** 0–100. */
  readonly score: number;
  /** Proposed class of the unit; the district decides. */
  readonly proposed: string;
}

/**
 * Scores a base unit from its waves of the year (P14): the shares are of all members and waves together. What there was none of (no difficulty
 * raised, nobody to be classed) counts in full: nobody loses points for it.
 */
export function scoreUnit(
  unit: string,
  waves: readonly UnitResults[],
  difficulties: readonly Pick<Difficulty, 'inTime'>[],
  preset: Preset,
  weights: EmulationWeights = DEFAULT_EMULATION_WEIGHTS,
  floors: readonly number[] = DEFAULT_EMULATION_FLOORS,
): EmulationScore {
  const folds = waves.flatMap((wave) => wave.branches);
  const members = inRoster(folds.flatMap((fold) => fold.members));
  const onTime = folds
    .filter((fold) => fold.send !== null && !fold.late)
    .flatMap((fold) =>
      inRoster(fold.members).filter((member) => member.facts.classed && member.grade !== null),
    );
  const eligible = members.filter((member) => member.facts.classed);
  const classed = eligible.map((member) => member.recognised ?? member.decided ?? '');
  const figures: PartFigures = {
    registered: [members.filter((one) => one.registered.length > 0).length, members.length],
    selfAssessed: [members.filter((one) => one.selfLevels !== '').length, members.length],
    gradedOnTime: [onTime.length, eligible.length],
    goodOrBetter: [classed.filter((code) => isGoodOrBetter(preset, code)).length, eligible.length],
    difficultiesInTime: [difficulties.filter((one) => one.inTime).length, difficulties.length],
  };
  const part = (key: keyof EmulationWeights): number => weights[key] * share(...figures[key]);
  const parts: EmulationWeights = {
    registered: part('registered'),
    selfAssessed: part('selfAssessed'),
    gradedOnTime: part('gradedOnTime'),
    goodOrBetter: part('goodOrBetter'),
    difficultiesInTime: part('difficultiesInTime'),
  };
  const score = Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);
  const place = floors.findIndex((floor) => score >= floor);
  return {
    unit,
    parts,
    figures,
    score,
    proposed: preset.classes[place < 0 ? preset.classes.length - 1 : place]?.code ?? '',
  };
}

/** Ranks within a cluster or block when the district turns ranks on: equal scores (to a hundredth) share a rank, the next is skipped. */
export function rankScores(scores: readonly EmulationScore[]): ReadonlyMap<string, number> {
  const ordered = [...scores].sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1));
  const ranks = new Map<string, number>();
  let [rank, before] = [0, NaN];
  ordered.forEach((one, index) => {
    const rounded = Math.round(one.score * 100);
    if (rounded !== before) [rank, before] = [index + 1, rounded];
    ranks.set(one.unit, rank);
  });
  return ranks;
}

function share(some: number, whole: number): number {
  return whole === 0 ? 1 : some / whole;
}
