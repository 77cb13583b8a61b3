import { PRESET_2014, PRESET_POINTS_FOUR } from '../../src/programme/presets';
import { classChanges } from '../../src/programme/rule-change';
import type { UnitResults } from '../../src/programme/summary';
import { DEFAULT_BRANCH_RULE, proposeYearClass } from '../../src/programme/unit-classes';
import { lateUnit } from '../workbook/summary-builder';

const RULES = { preset: PRESET_2014, branch: DEFAULT_BRANCH_RULE };
const RESULTS: readonly UnitResults[] = [lateUnit('P05', 'RESIDENTIAL')];

describe('classChanges', () => {
  it('finds nobody when the rules are the same', () => {
    expect(classChanges('2014-C1', RESULTS, RULES, RULES)).toEqual([]);
  });

  it('names those the committee has assessed, and nobody else', () => {
    const strict = {
      ...PRESET_POINTS_FOUR,
      rule: { ...PRESET_POINTS_FOUR.rule, floors: [101, 100.5, 100.2] },
    };

    const changes = classChanges('2014-C1', RESULTS, RULES, {
      ...RULES,
      preset: strict as typeof PRESET_2014,
    });

    expect(changes.map(({ member, before, after }) => [member, before, after])).toEqual([
      ['DV-1', 'EXCELLENT', 'WEAK'],
      ['DV-2', 'EXCELLENT', 'WEAK'],
      ['DV-3', 'EXCELLENT', 'WEAK'],
    ]);
  });

  it('names a branch whose class follows from the shares', () => {
    const branch = { ...DEFAULT_BRANCH_RULE, registered: [99, 80, 50] };

    expect(classChanges('2014-C1', RESULTS, RULES, { ...RULES, branch })).toEqual([
      {
        wave: '2014-C1',
        unit: 'P05',
        branch: RESULTS[0]?.branches[0]?.branch,
        member: '',
        before: 'GOOD',
        after: 'EXCELLENT',
      },
    ]);
  });
});

describe('a year of waves by different scales', () => {
  it('counts those of today’s scale, and names the others apart from those missed', () => {
    const waves = [
      { wave: '2014-C1', eligible: true, class: 'VERY_GOOD' },
      { wave: '2014-C2', eligible: true, class: 'GOOD' },
      { wave: '2014-C3', eligible: true, class: '' },
      { wave: '2014-C4', eligible: true, class: 'WEAK' },
    ];

    expect(proposeYearClass(waves, PRESET_2014)).toMatchObject({
      class: 'WEAK',
      missing: ['2014-C3'],
      otherScale: ['2014-C1'],
      isTie: true,
    });
  });
});
