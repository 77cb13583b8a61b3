import { criteriaOf, HALVES, type Half } from './criteria';
import {
  levelOfSign,
  NOT_GRADED,
  NOT_REGISTERED,
  registeredIn,
  signAt,
  type Level,
  type PackedLevels,
} from './levels';

/** A class of a scale, best first in its list. `label` is what people read. */
export interface ClassLabel {
  readonly code: string;
  readonly label: string;
  /** Short form for narrow columns. */
  readonly short: string;
}

/** Rating of one half under the two-halves rule; NONE = nothing registered in it. */
export type HalfRating = 'GOOD' | 'FAIR' | 'WEAK' | 'NONE';

/** What was counted in one half. */
export interface HalfCount {
  readonly half: Half;
  readonly registered: number;
  /** Done or done well. */
  readonly done: number;
  readonly doneWell: number;
}

/** The two-halves rule (programme.md 4); shares from 0 to 1. */
export interface TwoHalvesRule {
  readonly kind: 'TWO_HALVES';
  readonly goodDone: number;
  readonly goodDoneWell: number;
  readonly fairDone: number;
  /** A half can be good only with at least this many registered criteria. */
  readonly goodLeast: number;
}

/** Classes by share of registered criteria that are met (preset a); each floor is passed only by more than it, percent. */
export interface ShareRule {
  readonly kind: 'SHARE';
  readonly above: readonly number[];
}

/** Classes by mean points over registered criteria (presets b and c); each floor is reached by its value or more. */
export interface PointsRule {
  readonly kind: 'POINTS';
  readonly floors: readonly number[];
  readonly points: Readonly<Record<Level, number>>;
}

export type ClassRule = TwoHalvesRule | ShareRule | PointsRule;

/** A scale: its classes, best first, and the rule that proposes one. Class lists are data: summary columns follow them. */
export interface Preset {
  readonly code: string;
  readonly classes: readonly ClassLabel[];
  /** How many of the best classes count as "Khá or better". */
  readonly goodClasses: number;
  readonly rule: ClassRule;
}

/** Why a class was proposed, as figures for the sentence behind "Vì sao?". */
export type ClassReason =
  | { readonly kind: 'NOTHING_REGISTERED' }
  | { readonly kind: 'NOTHING_ASSESSED' }
  | { readonly kind: 'NOT_ALL_ASSESSED'; readonly missing: number }
  | {
      readonly kind: 'TWO_HALVES';
      readonly training: HalfCount & { readonly rating: HalfRating };
      readonly action: HalfCount & { readonly rating: HalfRating };
    }
  | { readonly kind: 'SHARE'; readonly met: number; readonly registered: number }
  | { readonly kind: 'POINTS'; readonly points: number; readonly registered: number };

/** A proposal; class '' = "Chưa đủ cơ sở xếp loại". */
export interface ProposedClass {
  readonly class: string;
  readonly because: ClassReason;
}

/** Counts one half of packed levels. */
export function countHalf(levels: PackedLevels, half: Half): HalfCount {
  const given = criteriaOf(half).map((code) => signAt(levels, code));
  return {
    half,
    registered: given.filter((sign) => sign !== NOT_REGISTERED).length,
    done: given.filter((sign) => sign === '4' || sign === '3').length,
    doneWell: given.filter((sign) => sign === '4').length,
  };
}

/** Rates one half (programme.md 4); a half nobody registered for is NONE, not weak. */
export function rateHalf(count: HalfCount, rule: TwoHalvesRule): HalfRating {
  if (count.registered === 0) return 'NONE';
  const done = count.done / count.registered;
  const doneWell = count.doneWell / count.registered;
  if (count.registered >= rule.goodLeast && done >= rule.goodDone && doneWell >= rule.goodDoneWell)
    return 'GOOD';
  return done >= rule.fairDone ? 'FAIR' : 'WEAK';
}

/**
 * Proposes a member's class from the committee's ten levels (P10, programme.md 4). Nothing registered, nothing assessed, or something
 * registered still without a level = '' ("Chưa đủ cơ sở xếp loại"): the machine never brands anyone for being absent.
 */
export function proposeClass(levels: PackedLevels, preset: Preset): ProposedClass {
  const registered = registeredIn(levels);
  if (registered.length === 0) return { class: '', because: { kind: 'NOTHING_REGISTERED' } };
  const missing = registered.filter((code) => signAt(levels, code) === NOT_GRADED).length;
  if (missing === registered.length) return { class: '', because: { kind: 'NOTHING_ASSESSED' } };
  if (missing > 0) return { class: '', because: { kind: 'NOT_ALL_ASSESSED', missing } };
  return classByRule(levels, preset);
}

/** Place of a class in its scale, 0 = best; -1 for '' and unknown ones. */
export function classRank(preset: Preset, code: string): number {
  return preset.classes.findIndex((one) => one.code === code);
}

/** Whether the class is one of the scale. */
export function isClassOf(preset: Preset, code: string): boolean {
  return classRank(preset, code) >= 0;
}

/** Whether the class counts as Khá or better in its scale. */
export function isGoodOrBetter(preset: Preset, code: string): boolean {
  const rank = classRank(preset, code);
  return rank >= 0 && rank < preset.goodClasses;
}

function classByRule(levels: PackedLevels, preset: Preset): ProposedClass {
  const { rule } = preset;
  if (rule.kind === 'TWO_HALVES') return classByHalves(levels, preset, rule);
  const registered = registeredIn(levels);
  if (rule.kind === 'SHARE') {
    const met = HALVES.reduce((sum, half) => sum + countHalf(levels, half).done, 0);
    // Whole figures on both sides: 3 of 5 must not come out above 60 % by a rounding error.
    const place = rule.above.findIndex((floor) => met * 100 > floor * registered.length);
    return {
      class: classAt(preset, place),
      because: { kind: 'SHARE', met, registered: registered.length },
    };
  }
  const sum = registered.reduce((total, code) => {
    const level = levelOfSign(signAt(levels, code));
    return total + (level ? rule.points[level] : 0);
  }, 0);
  const place = rule.floors.findIndex((floor) => sum >= floor * registered.length);
  return {
    class: classAt(preset, place),
    because: { kind: 'POINTS', points: sum / registered.length, registered: registered.length },
  };
}

/** Good + good = best; good + fair = second; fair + fair, good + weak, or a single half fair or better = third; else the last. */
function classByHalves(levels: PackedLevels, preset: Preset, rule: TwoHalvesRule): ProposedClass {
  const training = countHalf(levels, 'TRAINING');
  const action = countHalf(levels, 'ACTION');
  const ratings = [rateHalf(training, rule), rateHalf(action, rule)] as const;
  return {
    class: classAt(preset, placeOfHalves(ratings)),
    because: {
      kind: 'TWO_HALVES',
      training: { ...training, rating: ratings[0] },
      action: { ...action, rating: ratings[1] },
    },
  };
}

function placeOfHalves(ratings: readonly HalfRating[]): number {
  const has = (rating: HalfRating): number => ratings.filter((one) => one === rating).length;
  if (has('GOOD') === 2) return 0;
  if (has('GOOD') === 1 && has('FAIR') === 1) return 1;
  if (has('FAIR') === 2 || (has('GOOD') === 1 && has('WEAK') === 1)) return 2;
  if (has('NONE') === 1 && has('WEAK') === 0) return 2;
  return 3;
}

function classAt(preset: Preset, place: number): string {
  const chosen = place < 0 ? preset.classes[preset.classes.length - 1] : preset.classes[place];
  if (!chosen) throw new Error(`Preset ${preset.code} has no class at ${place}`);
  return chosen.code;
}
