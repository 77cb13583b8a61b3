import * as fc from 'fast-check';
import { indexRoster, matchMember, type Match, type TypedIdentity } from '../../src/programme/matching';
import type { Member } from '../../src/programme/organisation';
import { formatDay } from '../../src/programme/dates';

function member(code: string, fullName: string, birthDate: string, branch = 'P05-KP3'): Member {
  return {
    code,
    fullName,
    birthDate,
    branch,
    group: 'DAN_CU',
    role: 'MEMBER',
    email: '',
    classed: true,
    whyNot: '',
    token: `t-${code}`,
  };
}

const MEMBERS = [
  member('DV-000001', 'Nguyễn Thị Ánh', '1998-09-05'),
  member('DV-000002', 'Trần Văn Hòa', '1997-12-25'),
  member('DV-000003', 'Lê Hoàng Minh', '1999-01-02', 'P05-KP4'),
  member('DV-000004', 'Phạm Thị Lan', '1996-03-04'),
  member('DV-000005', 'Phạm Thị Lan', '1996-03-04', 'P05-KP4'),
  member('DV-000006', 'Đỗ Quốc Đạt', '1995-11-07', 'P06-KP1'),
  member('DV-000007', 'Nguyễn Thị Ánh', '1990-01-01'),
];
const ROSTER = indexRoster(MEMBERS);

function match(typed: Partial<TypedIdentity>): Match {
  return matchMember(ROSTER, { typedCode: '', typedName: '', typedBirthDate: '', linkBranch: '', ...typed });
}

function how(result: Match): string {
  return result.kind === 'MATCHED' ? `${result.member} ${result.how}` : result.reason;
}

const KP3 = 'P05-KP3';

describe('matchMember', () => {
  it.each<[string, Partial<TypedIdentity>, string]>([
    [
      'token and birth date',
      { typedCode: 't-DV-000001', typedName: 'Nguyễn Thị Ánh', typedBirthDate: '05/09/1998' },
      'DV-000001 LINK',
    ],
    [
      'code and birth date',
      { typedCode: ' dv-000001 ', typedName: 'Nguyễn Thị Ánh', typedBirthDate: '5/9/1998' },
      'DV-000001 CODE',
    ],
    [
      'code with a slip in the name',
      { typedCode: 'DV-000001', typedName: 'Nguyễn Thi Anhh', typedBirthDate: '05/09/1998' },
      'DV-000001 CODE',
    ],
    [
      'code of a person with another birth date',
      { typedCode: 'DV-000002', typedName: 'Trần Văn Hòa', typedBirthDate: '05/09/1998' },
      'BIRTH_DATE_DIFFERS',
    ],
    [
      'code of somebody else, though the name is in the roster',
      { typedCode: 'DV-000002', typedName: 'Nguyễn Thị Ánh', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'NAME_DIFFERS',
    ],
    [
      'code of somebody else with that one’s birth date',
      { typedCode: 'DV-000002', typedName: 'Lê Hoàng Minh', typedBirthDate: '25/12/1997' },
      'NAME_DIFFERS',
    ],
    [
      'code nobody has is passed over',
      { typedCode: '123', typedName: 'Nguyễn Thị Ánh', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'DV-000001 NAME',
    ],
    [
      'code nobody has and a name nobody has',
      { typedCode: '123', typedName: 'Võ Vô Danh', typedBirthDate: '05/09/1998' },
      'CODE_NOT_IN_ROSTER',
    ],
    [
      'name in the branch of the link',
      { typedName: 'Nguyễn Thị Ánh', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'DV-000001 NAME',
    ],
    [
      'name typed in NFD, doubled spaces, capitals',
      { typedName: '  NGUYỄN  THỊ ÁNH '.normalize('NFD'), typedBirthDate: '05-09-1998', linkBranch: KP3 },
      'DV-000001 NAME',
    ],
    [
      'tone mark in the old place',
      { typedName: 'Trần Văn Hoà', typedBirthDate: '25/12/1997' },
      'DV-000002 NAME',
    ],
    ['eth in the place of Đ', { typedName: 'Ðỗ Quốc Ðạt', typedBirthDate: '07/11/1995' }, 'DV-000006 NAME'],
    [
      'no marks at all, in the branch of the link',
      { typedName: 'nguyen thi anh', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'DV-000001 NAME',
    ],
    [
      'no marks at all, in the whole district',
      { typedName: 'nguyen thi anh', typedBirthDate: '05/09/1998' },
      'NAME_DIFFERS',
    ],
    [
      'another mark on one word',
      { typedName: 'Nguyễn Thị Ảnh', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'NAME_DIFFERS',
    ],
    [
      'name only one in the district, wrong poster',
      { typedName: 'Lê Hoàng Minh', typedBirthDate: '02/01/1999', linkBranch: KP3 },
      'DV-000003 NAME',
    ],
    [
      'two of one name, told apart by the birth date',
      { typedName: 'Nguyễn Thị Ánh', typedBirthDate: '01/01/1990', linkBranch: KP3 },
      'DV-000007 NAME',
    ],
    [
      'two of one name and birth date',
      { typedName: 'Phạm Thị Lan', typedBirthDate: '04/03/1996' },
      'TWO_ALIKE',
    ],
    [
      'two of one name and birth date, told apart by the link',
      { typedName: 'Phạm Thị Lan', typedBirthDate: '04/03/1996', linkBranch: 'P05-KP4' },
      'DV-000005 NAME',
    ],
    [
      'day and month swapped',
      { typedName: 'Nguyễn Thị Ánh', typedBirthDate: '09/05/1998', linkBranch: KP3 },
      'BIRTH_DATE_DIFFERS',
    ],
    [
      'a day that does not exist',
      { typedName: 'Nguyễn Thị Ánh', typedBirthDate: '31/02/1998', linkBranch: KP3 },
      'BIRTH_DATE_DIFFERS',
    ],
    [
      'words in another order',
      { typedName: 'Ánh Nguyễn Thị', typedBirthDate: '05/09/1998', linkBranch: KP3 },
      'NAME_DIFFERS',
    ],
    ['nothing', {}, 'NAME_DIFFERS'],
  ])('%s', (_case, typed, expected) => {
    expect(how(match(typed))).toBe(expected);
  });

  it.each<[string, Partial<TypedIdentity>, string, string]>([
    [
      'day and month swapped',
      { typedName: 'Nguyễn Thị Ánh', typedBirthDate: '09/05/1998' },
      'DV-000001',
      'SWAPPED',
    ],
    [
      'month typed first where that is no day',
      { typedName: 'Trần Văn Hòa', typedBirthDate: '12/25/1997' },
      'DV-000002',
      'SWAPPED',
    ],
    [
      'words in another order',
      { typedName: 'Ánh Nguyễn Thị', typedBirthDate: '05/09/1998' },
      'DV-000001',
      'SAME',
    ],
    ['another mark', { typedName: 'Nguyễn Thị Ảnh', typedBirthDate: '05/09/1998' }, 'DV-000001', 'SAME'],
    ['a word left out', { typedName: 'Đỗ Đạt', typedBirthDate: '01/01/2000' }, 'DV-000006', 'OTHER'],
  ])('shows the right person first: %s', (_case, typed, nearest, birthDate) => {
    const result = match(typed);

    expect(result.kind === 'UNMATCHED' && result.nearest[0]).toMatchObject({ member: nearest, birthDate });
  });

  it('finds nobody by a code that two members have', () => {
    const twice = indexRoster([...MEMBERS, member('DV-000001', 'Trần Văn Hòa', '1991-01-01')]);
    const typed = {
      typedCode: 'DV-000001',
      typedName: 'Ai Đó',
      typedBirthDate: '05/09/1998',
      linkBranch: '',
    };

    expect(how(matchMember(twice, typed))).toBe('CODE_NOT_IN_ROSTER');
  });

  it('never matches a member whose birth date is another, whatever is typed', () => {
    const text = fc.constantFrom('', 'DV-000001', 't-DV-000002', 'x', ...MEMBERS.map((one) => one.fullName));
    const day = fc.constantFrom('', '31/02/1998', ...MEMBERS.map((one) => formatDay(one.birthDate)));
    fc.assert(
      fc.property(
        text,
        text,
        day,
        fc.constantFrom('', KP3, 'P05-KP4'),
        (typedCode, typedName, typedBirthDate, linkBranch) => {
          const result = match({ typedCode, typedName, typedBirthDate, linkBranch });
          if (result.kind === 'UNMATCHED') return result.nearest.length <= 3;
          const found = MEMBERS.find((one) => one.code === result.member);
          return found !== undefined && formatDay(found.birthDate) === typedBirthDate;
        },
      ),
      { seed: 2014, numRuns: 500 },
    );
  });

  it('matches 12 000 sheets in a few seconds', () => {
    const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng'];
    const middles = ['Văn', 'Thị', 'Hoàng', 'Minh', 'Ngọc', 'Thanh'];
    const given = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khoa', 'Linh', 'Nam', 'Oanh', 'Phúc'];
    const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
    const many = Array.from({ length: 12_000 }, (_, index) =>
      member(
        `DV-${index}`,
        `${pick(families, index)} ${pick(middles, Math.floor(index / 7))} ${pick(given, Math.floor(index / 42))}`,
        `${1985 + (index % 15)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
        `B-${index % 400}`,
      ),
    );
    const started = process.hrtime.bigint();
    const roster = indexRoster(many);

    const wrong = many.filter((one) => {
      const result = matchMember(roster, {
        typedCode: '',
        typedName: one.fullName,
        typedBirthDate: formatDay(one.birthDate),
        linkBranch: one.branch,
      });
      return result.kind === 'MATCHED' && result.member !== one.code;
    });

    expect(wrong).toEqual([]);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(15_000);
  });
});
