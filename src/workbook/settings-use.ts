import type { Preset } from '../programme/classification';
import { TARGET_GROUPS, type TargetGroup } from '../programme/criteria';
import type { EmulationWeights } from '../programme/emulation';
import { PRESET_2014, presetOf } from '../programme/presets';
import type { LeastRegistered } from '../programme/submission';
import { DEFAULT_BRANCH_RULE, type BranchRule } from '../programme/unit-classes';
import type { Settings } from './settings';

/** The scale of the settings with its thresholds as the district set them. */
export function presetOfSettings(settings: Settings): Preset {
  const preset = presetOf(settings.preset) ?? PRESET_2014;
  const { rule } = preset;
  if (rule.kind === 'TWO_HALVES')
    return {
      ...preset,
      rule: {
        ...rule,
        goodDone: settings.goodDone / 100,
        goodDoneWell: settings.goodDoneWell / 100,
        fairDone: settings.fairDone / 100,
        goodLeast: settings.goodLeast,
      },
    };
  if (rule.kind === 'SHARE') return { ...preset, rule: { ...rule, above: settings.shareFloors } };
  const floors = preset.code === 'points5' ? settings.pointsFiveFloors : settings.pointsFourFloors;
  return { ...preset, rule: { ...rule, floors } };
}

/** Fewest criteria a member should register in each half (P3). */
export function leastRegisteredOf(settings: Settings): LeastRegistered {
  return { TRAINING: settings.leastTraining, ACTION: settings.leastAction };
}

/** The rule by which a branch's class is suggested. */
export function branchRuleOf(settings: Settings): BranchRule {
  return {
    ...DEFAULT_BRANCH_RULE,
    registered: settings.branchRegistered,
    goodOrBetter: settings.branchGood,
  };
}

/** Weights of a unit's score. */
export function emulationWeightsOf(settings: Settings): EmulationWeights {
  return {
    registered: settings.weightRegistered,
    selfAssessed: settings.weightSelfAssessed,
    gradedOnTime: settings.weightGradedOnTime,
    goodOrBetter: settings.weightGoodOrBetter,
    difficultiesInTime: settings.weightDifficulties,
  };
}

/** Sum of the weights; 100 when they are right. */
export function emulationSum(settings: Settings): number {
  return Object.values(emulationWeightsOf(settings)).reduce((sum: number, weight: number) => sum + weight, 0);
}

/** Links to the guides by target group; '' where there is none. */
export function guideLinksOf(settings: Settings): Readonly<Record<TargetGroup, string>> {
  return Object.fromEntries(TARGET_GROUPS.map((group) => [group, settings[`guide.${group}`]])) as Record<
    TargetGroup,
    string
  >;
}
