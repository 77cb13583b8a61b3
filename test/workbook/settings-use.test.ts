import { DEFAULT_EMULATION_WEIGHTS } from '../../src/programme/emulation';
import { PRESETS } from '../../src/programme/presets';
import { DEFAULT_BRANCH_RULE } from '../../src/programme/unit-classes';
import { DEFAULT_SETTINGS } from '../../src/workbook/settings';
import {
  branchRuleOf,
  emulationWeightsOf,
  guideLinksOf,
  presetOfSettings,
} from '../../src/workbook/settings-use';

describe('the settings as delivered', () => {
  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'give scale %s as it is',
    (code, preset) => {
      expect(presetOfSettings({ ...DEFAULT_SETTINGS, preset: code })).toEqual(preset);
    },
  );

  it('give the rules their defaults', () => {
    expect(branchRuleOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_BRANCH_RULE);
    expect(emulationWeightsOf(DEFAULT_SETTINGS)).toEqual(DEFAULT_EMULATION_WEIGHTS);
  });
});

describe('changed settings', () => {
  it.each([
    ['2014', { fairDone: 40 }, { fairDone: 0.4 }],
    ['2019', { shareFloors: [90, 50, 20] }, { above: [90, 50, 20] }],
    ['points5', { pointsFiveFloors: [95, 85, 75, 55] }, { floors: [95, 85, 75, 55] }],
    ['points4', { pointsFourFloors: [80, 60, 40] }, { floors: [80, 60, 40] }],
  ])('reach the rule of scale %s', (preset, change, rule) => {
    expect(presetOfSettings({ ...DEFAULT_SETTINGS, ...change, preset }).rule).toMatchObject(rule);
  });

  it('give each target group its guide', () => {
    const links = guideLinksOf({ ...DEFAULT_SETTINGS, 'guide.LLVT': 'https://example.com/llvt' });

    expect(links).toMatchObject({ LLVT: 'https://example.com/llvt', HOC_SINH: '' });
  });
});
