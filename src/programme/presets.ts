import type { ClassLabel, Preset, TwoHalvesRule } from './classification';
import type { Level } from './levels';
import { problem, type Problem } from './result';

/** Xuất sắc · Khá · Trung bình · Yếu: the scale of the plan's years (found; programme.md 4). */
export const CLASSES_2014: readonly ClassLabel[] = [
  { code: 'EXCELLENT', label: 'Xuất sắc', short: 'XS' },
  { code: 'GOOD', label: 'Khá', short: 'K' },
  { code: 'AVERAGE', label: 'Trung bình', short: 'TB' },
  { code: 'WEAK', label: 'Yếu', short: 'Y' },
];

/** What '' reads as: no basis for a class yet. */
export const NO_CLASS_LABEL = 'Chưa đủ cơ sở xếp loại';

export const DEFAULT_TWO_HALVES: TwoHalvesRule = {
  kind: 'TWO_HALVES',
  goodDone: 0.8,
  goodDoneWell: 0.5,
  fairDone: 0.5,
  goodLeast: 3,
};

/** Points of a level under presets (b) and (c) (our proposal). */
export const DEFAULT_POINTS: Readonly<Record<Level, number>> = {
  DONE_WELL: 100,
  DONE: 70,
  NOT_FINISHED: 30,
  NOT_STARTED: 0,
};

/** The default: the two-halves rule over the classes of 2014. */
export const PRESET_2014: Preset = {
  code: '2014',
  classes: CLASSES_2014,
  goodClasses: 2,
  rule: DEFAULT_TWO_HALVES,
};

/** Preset (a): the scale in use since 2019, by share of criteria met. */
export const PRESET_2019: Preset = {
  code: '2019',
  classes: [
    { code: 'OUTSTANDING', label: 'Hoàn thành xuất sắc nhiệm vụ', short: 'HTXS' },
    { code: 'WELL', label: 'Hoàn thành tốt nhiệm vụ', short: 'HTT' },
    { code: 'COMPLETED', label: 'Hoàn thành nhiệm vụ', short: 'HT' },
    { code: 'NOT_COMPLETED', label: 'Không hoàn thành nhiệm vụ', short: 'KHT' },
  ],
  goodClasses: 2,
  rule: { kind: 'SHARE', above: [80, 60, 30] },
};

/** Preset (b): points 91 / 81 / 71 / 51 with five classes. */
export const PRESET_POINTS_FIVE: Preset = {
  code: 'points5',
  classes: [
    { code: 'EXCELLENT', label: 'Xuất sắc', short: 'XS' },
    { code: 'VERY_GOOD', label: 'Tốt', short: 'T' },
    { code: 'GOOD', label: 'Khá', short: 'K' },
    { code: 'AVERAGE', label: 'Trung bình', short: 'TB' },
    { code: 'WEAK', label: 'Yếu', short: 'Y' },
  ],
  goodClasses: 3,
  rule: { kind: 'POINTS', floors: [91, 81, 71, 51], points: DEFAULT_POINTS },
};

/** Preset (c): points 90 / 70 / 50 over the classes of 2014. */
export const PRESET_POINTS_FOUR: Preset = {
  code: 'points4',
  classes: CLASSES_2014,
  goodClasses: 2,
  rule: { kind: 'POINTS', floors: [90, 70, 50], points: DEFAULT_POINTS },
};

export const PRESETS: readonly Preset[] = [PRESET_2014, PRESET_2019, PRESET_POINTS_FIVE, PRESET_POINTS_FOUR];

/** The preset of a code; null when the settings name one that does not exist. */
export function presetOf(code: string): Preset | null {
  return PRESETS.find((preset) => preset.code === code) ?? null;
}

export type ThresholdProblem = Problem<'THRESHOLDS_ORDER' | 'THRESHOLD_OUT_OF_RANGE'>;

/** Thresholds of a preset that do not fall (wording.md 2, thresholdsOrder) or lie outside 0–100 %; `data.index` from 0. */
export function thresholdProblems(preset: Preset): readonly ThresholdProblem[] {
  const values = thresholdsOf(preset);
  const problems: ThresholdProblem[] = [];
  values.forEach((value, index) => {
    const before = values[index - 1];
    if (!(value >= 0 && value <= 100))
      problems.push(problem('THRESHOLD_OUT_OF_RANGE', preset.code, { index, value }));
    else if (before !== undefined && value >= before)
      problems.push(problem('THRESHOLDS_ORDER', preset.code, { index, value, before }));
  });
  return problems;
}

function thresholdsOf({ rule }: Preset): readonly number[] {
  if (rule.kind === 'TWO_HALVES') return [rule.goodDone * 100, rule.fairDone * 100];
  return rule.kind === 'SHARE' ? rule.above : rule.floors;
}
