import * as fc from 'fast-check';
import {
  CRITERION_CODES,
  criteriaOf,
  DEFAULT_CRITERIA,
  GROUP_LABELS,
  TARGET_GROUPS,
  type CriterionCode,
} from '../../src/programme/criteria';
import {
  isFullyGraded,
  isPackedLevels,
  LEVELS,
  limitToRegistered,
  NO_LEVELS,
  packLevels,
  registeredIn,
  ungradedLevels,
  unpackLevels,
} from '../../src/programme/levels';

describe('the catalogue', () => {
  it('words five training and five action criteria for six groups', () => {
    expect(DEFAULT_CRITERIA.map(({ half }) => half)).toEqual([
      ...Array(5).fill('TRAINING'),
      ...Array(5).fill('ACTION'),
    ]);
    expect(criteriaOf('ACTION')).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
    expect(GROUP_LABELS).toHaveLength(6);
    for (const criterion of DEFAULT_CRITERIA) {
      expect(criterion.title).not.toBe('');
      expect(TARGET_GROUPS.filter((group) => criterion.hints[group].trim() === '')).toEqual([]);
      expect(criterion.title).toBe(criterion.title.normalize('NFC'));
    }
  });
});

describe('packed levels', () => {
  const some = fc.constantFrom(...LEVELS, null);
  const levels = fc.dictionary(fc.constantFrom(...CRITERION_CODES), some);

  it('come back as they were packed', () => {
    fc.assert(
      fc.property(levels, (given) => {
        const packed = packLevels(given as Partial<Record<CriterionCode, null>>);
        expect(isPackedLevels(packed)).toBe(true);
        expect(unpackLevels(packed)).toEqual({ ...given });
      }),
      { seed: 2014 },
    );
  });

  it('are limited to what was registered', () => {
    expect(limitToRegistered('4302000001', ['R1', 'R3', 'R5', 'A5'])).toBe('40_0_00001');
    expect(ungradedLevels(['R1', 'A5'])).toBe('_00000000_');
    expect(registeredIn('4_00000001')).toEqual(['R1', 'R2', 'A5']);
  });

  it.each([
    ['4444400000', true],
    ['444440000_', false],
    [NO_LEVELS, false],
    ['', false],
  ])('%s is fully graded: %s', (packed, full) => {
    expect(isFullyGraded(packed)).toBe(full);
  });

  it('that are none are not unpacked', () => {
    expect(() => unpackLevels('5555')).toThrow('Not ten levels');
  });
});
