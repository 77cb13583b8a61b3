import { classRank, isGoodOrBetter, type Preset } from './classification';

/** Figures of a branch from which its class is suggested. `graded` counts members to be classed that have a class. */
export interface BranchFigures {
  readonly members: number;
  readonly registered: number;
  readonly eligible: number;
  readonly classes: Readonly<Record<string, number>>;
}

/** Floors of the branch rule (programme.md 4), percent, best class first; the district edits them. */
export interface BranchRule {
  readonly registered: readonly number[];
  readonly goodOrBetter: readonly number[];
  /** In this many of the best classes nobody may have the last class. */
  readonly withoutWeak: number;
}

export const DEFAULT_BRANCH_RULE: BranchRule = {
  registered: [100, 80, 50],
  goodOrBetter: [80, 60, 50],
  withoutWeak: 2,
};

/** Proposal for a branch with the figures behind it; class '' when it has no members or nobody has a class. */
export interface ProposedUnitClass {
  readonly class: string;
  readonly because: {
    readonly registered: number;
    readonly members: number;
    readonly goodOrBetter: number;
    readonly classed: number;
    readonly weak: number;
  };
}

/**
 * Suggests the class of a branch (P11): registered 100 / 80 / 50 % of members and Khá or better 80 / 60 / 50 % of those classed, with
 * nobody in the last class for the two upper ones. Shares are compared in whole figures, never rounded.
 */
export function proposeBranchClass(
  figures: BranchFigures,
  preset: Preset,
  rule: BranchRule = DEFAULT_BRANCH_RULE,
): ProposedUnitClass {
  const counted = preset.classes.map(({ code }) => figures.classes[code] ?? 0);
  const classed = counted.reduce((sum, one) => sum + one, 0);
  const goodOrBetter = preset.classes.reduce(
    (sum, { code }) => sum + (isGoodOrBetter(preset, code) ? (figures.classes[code] ?? 0) : 0),
    0,
  );
  const weak = counted[counted.length - 1] ?? 0;
  const because = {
    registered: figures.registered,
    members: figures.members,
    goodOrBetter,
    classed,
    weak,
  };
  if (figures.members === 0 || classed === 0) return { class: '', because };
  const place = rule.registered.findIndex(
    (floor, index) =>
      figures.registered * 100 >= floor * figures.members &&
      goodOrBetter * 100 >= (rule.goodOrBetter[index] ?? 0) * classed &&
      (index >= rule.withoutWeak || weak === 0),
  );
  return { class: unitClassAt(preset, place), because };
}

/** Proposal for a base union from the classes of its branches; '' while one of them has none. */
export interface ProposedBaseClass {
  readonly class: string;
  readonly because: {
    readonly branches: number;
    readonly best: number;
    readonly goodOrBetter: number;
    readonly weak: number;
  };
}

/**
 * Suggests the class of a base union (P1b, P11): two thirds of branches in the best class and none below Khá = best; half Khá or better and
 * none in the last = second; else third. One basis among others, decided by the district.
 */
export function proposeBaseClass(branchClasses: readonly string[], preset: Preset): ProposedBaseClass {
  const last = preset.classes.length - 1;
  const ranks = branchClasses.map((code) => classRank(preset, code));
  const because = {
    branches: ranks.length,
    best: ranks.filter((rank) => rank === 0).length,
    goodOrBetter: branchClasses.filter((code) => isGoodOrBetter(preset, code)).length,
    weak: ranks.filter((rank) => rank === last).length,
  };
  if (ranks.length === 0 || ranks.includes(-1)) return { class: '', because };
  if (because.best * 3 >= ranks.length * 2 && because.goodOrBetter === ranks.length)
    return { class: unitClassAt(preset, 0), because };
  const second = because.goodOrBetter * 2 >= ranks.length && because.weak === 0;
  return { class: unitClassAt(preset, second ? 1 : 2), because };
}

/** One wave of a member's year. */
export interface WaveClass {
  readonly wave: string;
  /** Whether the member was to be classed in that wave. */
  readonly eligible: boolean;
  /** Recognised class, else decided; '' = none. */
  readonly class: string;
}

/** A member's year: the proposal, what it rests on, and the waves missed. */
export interface ProposedYearClass {
  readonly class: string;
  readonly counted: readonly WaveClass[];
  readonly missing: readonly string[];
  /** Waves that were judged by another scale: they are shown, and cannot be compared. */
  readonly otherScale: readonly string[];
  /** Whether the two middle waves differ: then the weaker one is proposed. */
  readonly isTie: boolean;
}

/**
 * Proposes a member's class of the year (P1a): the median of the waves in which the member was to be classed and has a class, ties resolved
 * downwards; missed waves are skipped and named. A proposal, "một trong những cơ sở".
 */
export function proposeYearClass(waves: readonly WaveClass[], preset: Preset): ProposedYearClass {
  const eligible = waves.filter((wave) => wave.eligible);
  const counted = eligible.filter((wave) => classRank(preset, wave.class) >= 0);
  const missing = eligible.filter((wave) => wave.class === '').map((wave) => wave.wave);
  const otherScale = eligible
    .filter((wave) => wave.class !== '' && classRank(preset, wave.class) < 0)
    .map((wave) => wave.wave);
  const ranks = counted.map((wave) => classRank(preset, wave.class)).sort((a, b) => a - b);
  // The upper middle of an even number of ranks is the weaker class: ranks grow downwards.
  const median = ranks[Math.floor(ranks.length / 2)];
  return {
    class: median === undefined ? '' : (preset.classes[median]?.code ?? ''),
    counted,
    missing,
    otherScale,
    isTie: ranks.length % 2 === 0 && ranks.length > 0 && ranks[ranks.length / 2 - 1] !== median,
  };
}

function unitClassAt(preset: Preset, place: number): string {
  const chosen = preset.classes[place < 0 ? preset.classes.length - 1 : place];
  if (!chosen) throw new Error(`Preset ${preset.code} has no class at ${place}`);
  return chosen.code;
}
