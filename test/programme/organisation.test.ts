import {
  branchesOf,
  defaultCalendar,
  ownBranchCode,
  unitsOfWave,
  whyNotClassed,
  type BaseUnit,
  type Branch,
} from '../../src/programme/organisation';

function unit(code: string, change: Partial<BaseUnit> = {}): BaseUnit {
  return {
    code,
    name: `Đoàn ${code}`,
    block: 'RESIDENTIAL',
    kind: 'BASE_UNION',
    cluster: '',
    calendar: 'GENERAL',
    committeeEmails: [`${code}@example.com`],
    officers: [],
    memberDays: {},
    ...change,
  };
}
const branch = (code: string, base: string): Branch => ({ code, name: code, base, committeeEmails: [] });

describe('branchesOf', () => {
  it('gives a base union its list, and a base branch itself alone, with its own committee', () => {
    const list = [branch('P05-KP1', 'P05'), branch('P06-KP1', 'P06')];

    expect(branchesOf(unit('P05'), list).map(({ code }) => code)).toEqual(['P05-KP1']);
    expect(branchesOf(unit('P06', { kind: 'BASE_BRANCH' }), list)).toEqual([
      { code: ownBranchCode('P06'), name: 'Đoàn P06', base: 'P06', committeeEmails: ['P06@example.com'] },
    ]);
  });
});

describe('unitsOfWave', () => {
  it('leaves a school unit out of a general wave, and the other way round', () => {
    const units = [unit('P05'), unit('T01', { block: 'SCHOOL', calendar: defaultCalendar('SCHOOL') })];

    expect(unitsOfWave(units, { calendar: 'GENERAL' }).map(({ code }) => code)).toEqual(['P05']);
    expect(unitsOfWave(units, { calendar: 'SCHOOL' }).map(({ code }) => code)).toEqual(['T01']);
  });
});

describe('whyNotClassed', () => {
  const facts = { joined: '2013-09-20', fullPartyMember: false, temporarilyElsewhere: false };

  it.each([
    ['six months to the day', {}, '2014-03-20', ''],
    ['a day less', {}, '2014-03-19', 'UNDER_SIX_MONTHS'],
    ['a day of admission nobody knows', { joined: '' }, '2014-03-19', ''],
    ['a full Party member', { fullPartyMember: true }, '2014-03-20', 'FULL_PARTY_MEMBER'],
    [
      'a member who is elsewhere for a time',
      { temporarilyElsewhere: true },
      '2014-03-20',
      'TEMPORARILY_ELSEWHERE',
    ],
  ])('%s', (_case, change, on, expected) => {
    expect(whyNotClassed({ ...facts, ...change }, on)).toBe(expected);
  });
});
