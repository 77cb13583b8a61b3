import { officerNames, roleOn, rolesOf } from '../../src/committee/roles';
import type { BaseConfig } from '../../src/workbook/base-config';

/** The part of `_cfg` that roles are read from. */
function configOf(change: Partial<BaseConfig['unit']> = {}): BaseConfig {
  return {
    unit: { code: 'P05', kind: 'BASE_UNION', committeeEmails: ['bch@vidu.vn', 'hai.vai@vidu.vn'], ...change },
    branches: [
      { code: 'P05-KP1', committeeEmails: ['Bi.Thu@Vidu.vn', 'hai.vai@vidu.vn'] },
      { code: 'P05-KP2', committeeEmails: ['bi.thu@vidu.vn', 'can.bo@vidu.vn'] },
    ],
    roleAccount: 'quan.doan@vidu.vn',
    reserveAccount: '',
    staffEmails: ['can.bo@vidu.vn'],
    officers: [
      { name: 'Trần Thị Bình', email: 'binh@vidu.vn' },
      { name: '', email: 'khuyet@vidu.vn' },
    ],
  } as unknown as BaseConfig;
}

describe('rolesOf', () => {
  it.each([
    ['a secretary of two branches', 'bi.thu@vidu.vn', ['BRANCH P05-KP1', 'BRANCH P05-KP2']],
    ['somebody in the base committee and a branch', 'hai.vai@vidu.vn', ['BASE ', 'BRANCH P05-KP1']],
    ['the base committee', 'bch@vidu.vn', ['BASE ']],
    ['the role account', 'quan.doan@vidu.vn', ['READER ']],
    ['an officer', 'binh@vidu.vn', ['READER ']],
    ['staff, even where they stand in a committee too', 'can.bo@vidu.vn', ['READER ']],
    ['a stranger', 'la@vidu.vn', []],
    ['nobody, although the reserve account is empty', '', []],
  ])('gives %s', (_, email, expected) => {
    const roles = rolesOf(configOf(), email).map(({ role, branch }) => `${role} ${branch}`);

    expect(roles).toEqual(expected);
  });

  it('makes the committee of a base branch its branch, with no one above it in the book', () => {
    const roles = rolesOf(configOf({ kind: 'BASE_BRANCH' }), 'bch@vidu.vn');

    expect(roles.map(({ role }) => role)).toEqual(['BRANCH', 'BRANCH']);
  });
});

describe('roleOn', () => {
  const both = rolesOf(configOf(), 'hai.vai@vidu.vn');

  it('works as the own committee unless the other role is asked for', () => {
    expect(roleOn(both, 'P05-KP1')).toBe('BRANCH');
    expect(roleOn(both, 'P05-KP1', 'BASE')).toBe('BASE');
  });

  it('gives no role that is not held, whatever is asked', () => {
    const secretary = rolesOf(configOf(), 'bi.thu@vidu.vn');

    expect(roleOn(secretary, 'P05-KP1', 'BASE')).toBe('BRANCH');
    expect(roleOn(secretary, 'P05-KP3')).toBeNull();
    expect(roleOn([], 'P05-KP1', 'READER')).toBeNull();
  });
});

describe('officerNames', () => {
  it('leaves out who has no name', () => {
    expect(officerNames(configOf())).toBe('Trần Thị Bình');
  });
});
