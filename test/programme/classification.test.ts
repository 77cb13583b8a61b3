import * as fc from 'fast-check';
import {
  countHalf,
  isGoodOrBetter,
  proposeClass,
  rateHalf,
  type HalfRating,
} from '../../src/programme/classification';
import {
  DEFAULT_TWO_HALVES,
  PRESET_2014,
  PRESET_2019,
  PRESET_POINTS_FIVE,
  PRESET_POINTS_FOUR,
  PRESETS,
  presetOf,
  thresholdProblems,
} from '../../src/programme/presets';

describe('rateHalf', () => {
  it.each<[string, HalfRating]>([
    ['44433', 'GOOD'], // all done, three of five well
    ['44333', 'FAIR'], // two of five well is less than half
    ['44432', 'GOOD'], // four of five done is 80 %
    ['44422', 'FAIR'], // three of five is less
    ['4443_', 'GOOD'], // one not judged counts as not done
    ['44300', 'GOOD'], // three registered are enough
    ['44000', 'FAIR'], // two are not
    ['32000', 'FAIR'], // one of two is half
    ['32200', 'WEAK'],
    ['11111', 'WEAK'],
    ['00000', 'NONE'],
  ])('%s is %s', (half, rating) => {
    expect(rateHalf(countHalf(`${half}00000`, 'TRAINING'), DEFAULT_TWO_HALVES)).toBe(rating);
  });
});

describe('the two-halves rule', () => {
  const halves: Record<string, string> = { T: '44444', B: '33333', Y: '11111', '-': '00000' };

  it.each([
    ['TT', 'EXCELLENT'],
    ['TB', 'GOOD'],
    ['BT', 'GOOD'],
    ['BB', 'AVERAGE'],
    ['TY', 'AVERAGE'],
    ['YT', 'AVERAGE'],
    ['T-', 'AVERAGE'],
    ['-B', 'AVERAGE'],
    ['BY', 'WEAK'],
    ['YB', 'WEAK'],
    ['YY', 'WEAK'],
    ['Y-', 'WEAK'],
    ['-Y', 'WEAK'],
    ['--', ''],
  ])('%s is "%s"', (ratings, expected) => {
    const levels = (halves[ratings.charAt(0)] ?? '') + (halves[ratings.charAt(1)] ?? '');

    expect(proposeClass(levels, PRESET_2014).class).toBe(expected);
  });

  it('gives its reason as figures', () => {
    expect(proposeClass('4443233321', PRESET_2014)).toEqual({
      class: 'GOOD',
      because: {
        kind: 'TWO_HALVES',
        training: { half: 'TRAINING', registered: 5, done: 4, doneWell: 3, rating: 'GOOD' },
        action: { half: 'ACTION', registered: 5, done: 3, doneWell: 0, rating: 'FAIR' },
      },
    });
  });
});

describe('proposeClass', () => {
  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'brands nobody for being absent (%s)',
    (_code, preset) => {
      expect(proposeClass('0000000000', preset)).toEqual({
        class: '',
        because: { kind: 'NOTHING_REGISTERED' },
      });
      expect(proposeClass('__000_0000', preset)).toEqual({
        class: '',
        because: { kind: 'NOTHING_ASSESSED' },
      });
      expect(proposeClass('4_000_0000', preset)).toEqual({
        class: '',
        because: { kind: 'NOT_ALL_ASSESSED', missing: 2 },
      });
    },
  );

  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'never falls when a level rises (%s)',
    (_code, preset) => {
      const level = fc.constantFrom('1', '2', '3', '4');
      const rank = (code: string): number => preset.classes.findIndex((one) => one.code === code);
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom('0', '1', '2', '3', '4'), { minLength: 10, maxLength: 10 }),
          fc.nat(9),
          level,
          (signs, place, higher) => {
            if (signs[place] === '0' || Number(higher) < Number(signs[place])) return;
            const raised = signs.map((sign, index) => (index === place ? higher : sign)).join('');
            expect(rank(proposeClass(raised, preset).class)).toBeLessThanOrEqual(
              rank(proposeClass(signs.join(''), preset).class),
            );
          },
        ),
        { seed: 2014, numRuns: 500 },
      );
    },
  );

  it.each([
    ['3333311111', 'COMPLETED'], // 50 %
    ['3333330000', 'OUTSTANDING'],
    ['3333333331', 'OUTSTANDING'],
    ['3333333311', 'WELL'], // 80 % is not more than 80 %
    ['3333331111', 'COMPLETED'], // nor 60 % more than 60 %
    ['3331111111', 'NOT_COMPLETED'],
  ])('preset (a): %s is %s', (levels, expected) => {
    expect(proposeClass(levels, PRESET_2019).class).toBe(expected);
  });

  it.each([
    ['4444444444', 'EXCELLENT', 'EXCELLENT'],
    ['4444444333', 'EXCELLENT', 'EXCELLENT'], // 91 exactly
    ['4444443333', 'VERY_GOOD', 'GOOD'], // 88
    ['3333333333', 'AVERAGE', 'GOOD'], // 70 exactly
    ['4333333333', 'GOOD', 'GOOD'], // 73
    ['3333322222', 'WEAK', 'AVERAGE'], // 50
    ['1111100000', 'WEAK', 'WEAK'],
  ])('presets (b) and (c): %s is %s and %s', (levels, five, four) => {
    expect(proposeClass(levels, PRESET_POINTS_FIVE).class).toBe(five);
    expect(proposeClass(levels, PRESET_POINTS_FOUR).class).toBe(four);
  });
});

describe('presets', () => {
  it('have thresholds that fall, and say which does not', () => {
    expect(PRESETS.flatMap((preset) => thresholdProblems(preset))).toEqual([]);
    const wrong = { ...PRESET_2019, rule: { kind: 'SHARE', above: [60, 80, 130] } } as const;
    expect(thresholdProblems(wrong).map(({ code, data }) => [code, data.index])).toEqual([
      ['THRESHOLDS_ORDER', 1],
      ['THRESHOLD_OUT_OF_RANGE', 2],
    ]);
  });

  it('are found by code', () => {
    expect(presetOf('2014')).toBe(PRESET_2014);
    expect(presetOf('none')).toBeNull();
    expect(isGoodOrBetter(PRESET_POINTS_FIVE, 'GOOD')).toBe(true);
    expect(isGoodOrBetter(PRESET_2014, 'AVERAGE')).toBe(false);
    expect(isGoodOrBetter(PRESET_2014, '')).toBe(false);
  });
});
