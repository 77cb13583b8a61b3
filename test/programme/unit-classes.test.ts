import { PRESET_2014 } from '../../src/programme/presets';
import { proposeBaseClass, proposeBranchClass, proposeYearClass } from '../../src/programme/unit-classes';

const figures = (
  members: number,
  registered: number,
  excellent: number,
  good: number,
  average: number,
  weak: number,
) => ({
  members,
  registered,
  eligible: members,
  classes: { EXCELLENT: excellent, GOOD: good, AVERAGE: average, WEAK: weak },
});

describe('the class proposed for a branch', () => {
  it.each([
    ['all registered, 80 % Khá or better', figures(10, 10, 4, 4, 2, 0), 'EXCELLENT'],
    ['one has not registered', figures(10, 9, 4, 4, 2, 0), 'GOOD'],
    ['one Yếu', figures(10, 10, 4, 4, 1, 1), 'AVERAGE'],
    ['60 % Khá or better', figures(10, 10, 3, 3, 4, 0), 'GOOD'],
    ['half registered, half Khá or better', figures(10, 5, 0, 5, 5, 0), 'AVERAGE'],
    ['less than half registered', figures(10, 4, 4, 0, 0, 0), 'WEAK'],
    ['nobody has a class yet', figures(10, 10, 0, 0, 0, 0), ''],
    ['nobody at all', figures(0, 0, 0, 0, 0, 0), ''],
  ])('%s', (_case, given, expected) => {
    expect(proposeBranchClass(given, PRESET_2014).class).toBe(expected);
  });
});

describe('the class proposed for a base union', () => {
  const [E, G, A, W] = ['EXCELLENT', 'GOOD', 'AVERAGE', 'WEAK'];

  it.each([
    [[E, E, G], E],
    [[E, E, A], G],
    [[E, G, G], G],
    [[G, A], G],
    [[G, A, A], A],
    [[G, G, W], A],
    [[W], A],
    [[E, ''], ''],
    [[], ''],
  ])('%j → "%s"', (branches, expected) => {
    expect(proposeBaseClass(branches as string[], PRESET_2014).class).toBe(expected);
  });
});

describe('the class proposed for the year', () => {
  const waves = (...classes: readonly (string | null)[]) =>
    classes.map((one, index) => ({ wave: `2014-C${index + 1}`, eligible: one !== null, class: one ?? '' }));

  it.each([
    [['EXCELLENT', 'GOOD', 'GOOD'], 'GOOD', []],
    [['EXCELLENT', 'GOOD'], 'GOOD', []], // a tie falls downwards
    [['EXCELLENT', 'EXCELLENT', 'WEAK', 'WEAK'], 'WEAK', []],
    [['EXCELLENT', '', 'EXCELLENT', 'GOOD'], 'EXCELLENT', ['2014-C2']],
    [[null, 'GOOD', null, ''], 'GOOD', ['2014-C4']],
    [[null, null], '', []],
  ])('%j → %s, missing %j', (classes, expected, missing) => {
    expect(proposeYearClass(waves(...classes), PRESET_2014)).toMatchObject({ class: expected, missing });
  });
});
