import { TARGET_GROUPS } from '../../src/programme/criteria';
import { inventDistrict, SIZES } from '../../src/demo/invent/district';
import { bare, DEMO_WORDS } from '../../src/demo/invent/words';

const SEEDS = [1, 2, 3, 20140317];

function doubled(list: readonly string[]): readonly string[] {
  return list.filter((one, place) => list.indexOf(one) !== place);
}

describe('an invented district', () => {
  it.each([
    ['demo', 3, 11, 180],
    ['ward', 16, 110, 2500],
    ['district', 46, 400, 12_000],
  ] as const)('of size %s has %i units, %i branches, %i members', (size, units, branches, members) => {
    const district = inventDistrict(size, 1);

    expect([district.units.length, district.branches.length, district.members.length]).toEqual([
      units,
      branches,
      members,
    ]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(inventDistrict('demo', 7)).toEqual(inventDistrict('demo', 7));
    expect(inventDistrict('demo', 7).members).not.toEqual(inventDistrict('demo', 8).members);
  });

  it.each(SEEDS)('of demo size has members of every target group and both calendars (seed %i)', (seed) => {
    const district = inventDistrict('demo', seed);

    const groups = new Set(district.members.map(({ group }) => group));
    expect([...groups].sort()).toEqual([...TARGET_GROUPS].sort());
    expect(new Set(district.units.map(({ calendar }) => calendar))).toEqual(new Set(['GENERAL', 'SCHOOL']));
    expect(new Set(district.units.map(({ kind }) => kind))).toEqual(new Set(['BASE_UNION', 'BASE_BRANCH']));
  });

  it.each(SIZES)('of size %s gives nobody the name of a well-known person', (size) => {
    const avoided = new Set(DEMO_WORDS.avoidFullNames.map(bare));
    const { members, units, branches, staff } = inventDistrict(size, 1);
    const names = [
      ...members.map(({ fullName }) => fullName),
      ...[...units, ...branches].flatMap(({ committee }) => committee.map(({ name }) => name)),
      ...units.map(({ officer }) => officer.name),
      ...staff.map(({ name }) => name),
    ];

    expect(names.length).toBeGreaterThan(180);
    expect(names.filter((name) => avoided.has(bare(name)))).toEqual([]);
  });

  it.each(SIZES)('of size %s has every code and every person once', (size) => {
    const { units, branches, members } = inventDistrict(size, 1);

    const accounts = members.map(({ account }) => account).filter((account) => account !== '');
    const people = members.map(({ fullName, birthDate }) => `${bare(fullName)} ${birthDate}`);
    expect(new Set(people).size).toBe(people.length);
    expect(new Set(members.map(({ code }) => code)).size).toBe(members.length);
    expect(doubled(units.map(({ code }) => code))).toEqual([]);
    expect(doubled(branches.map(({ code }) => code))).toEqual([]);
    expect(doubled(accounts)).toEqual([]);
  });

  it('has a committee with an account in every branch and unit, and members of every branch', () => {
    const { units, branches, members } = inventDistrict('district', 1);

    const sizes = branches.map(({ code }) => members.filter(({ branch }) => branch === code).length);
    expect(units.filter(({ committee }) => committee.length === 0)).toEqual([]);
    expect(branches.filter(({ committee }) => committee.length === 0)).toEqual([]);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(3);
  });

  it('gives a reason to exactly those who are not to be classed, and days that exist', () => {
    const { members } = inventDistrict('ward', 1);

    expect(members.some(({ classed }) => !classed)).toBe(true);
    expect(members.filter(({ classed, whyNot }) => classed === (whyNot !== ''))).toEqual([]);
    expect(
      members.filter(({ birthDate }) => new Date(birthDate).toISOString().slice(0, 10) !== birthDate),
    ).toEqual([]);
  });
});
