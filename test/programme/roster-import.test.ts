import * as fc from 'fast-check';
import type { Branch, Member } from '../../src/programme/organisation';
import { planRosterImport, rosterAfter, type ImportWords } from '../../src/programme/roster-import';
import { readRosterTable, type RosterRow, type TextTable } from '../../src/programme/roster-table';

/** The national system's export: a title, three heading rows with merged cells, two columns of birth dates. Invented people. */
const EXPORT: TextTable = [
  ['DANH SÁCH ĐOÀN VIÊN'],
  [
    'STT',
    'Họ tên',
    'Tổ/chi đoàn',
    'Mã định danh',
    'Số thẻ đoàn',
    'Ngày sinh',
    '',
    'Tuổi',
    'Tôn giáo',
    'Số CMND/CCCD',
    'Chức vụ',
    'Email',
  ],
  ['', '', '', '', '', 'Nam', 'Nữ', '', '', '', '', ''],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)', '(12)'],
  [
    '1',
    'Nguyễn Thị Ánh',
    'Khu phố 1',
    '079000000001',
    'T-01',
    '',
    '05/09/1994',
    '19',
    'Không',
    '079000000001',
    'Bí thư',
    'Anh@Vidu.vn',
  ],
  [
    '2',
    'Trần  Văn Bảo',
    'Chi đoàn Khu phố 2',
    '079000000002',
    '',
    '12/01/1992',
    '',
    '22',
    'Không',
    '079000000002',
    '',
    '',
  ],
  ['3', 'Lê Thị Cúc', 'P05-KP1', '079000000003', '', '', '31/02/1995', '18', 'Không', '079000000003', '', ''],
];

const BRANCHES: readonly Branch[] = [
  { code: 'P05-KP1', name: 'Chi đoàn Khu phố 1', base: 'P05', committeeEmails: [] },
  { code: 'P05-KP2', name: 'Chi đoàn Khu phố 2', base: 'P05', committeeEmails: [] },
  { code: 'P05-KP11', name: 'Chi đoàn Khu phố 11', base: 'P05', committeeEmails: [] },
];

const WORDS: ImportWords = {
  isCode: (text) => !/[\s/]/.test(text),
  isEmail: (text) => text.includes('@'),
  roleOf: (word) => (word === 'Bí thư' ? 'SECRETARY' : null),
  groupOf: (word) => (word === 'Học sinh' ? 'HOC_SINH' : null),
};

function member(code: string, change: Partial<Member> = {}): Member {
  return {
    code,
    fullName: `Người ${code}`,
    birthDate: '1994-01-02',
    branch: 'P05-KP1',
    group: 'DAN_CU',
    role: 'MEMBER',
    email: '',
    classed: true,
    whyNot: '',
    token: `t-${code}`,
    ...change,
  };
}

function rowOf(change: Partial<RosterRow>): RosterRow {
  return {
    row: 5,
    code: '',
    fullName: 'Người Mới',
    birthDate: '1995-03-04',
    typedBirthDate: '04/03/1995',
    branch: 'P05-KP1',
    role: '',
    email: '',
    group: '',
    ...change,
  };
}

function rowsOf(members: readonly Member[]): readonly RosterRow[] {
  return members.map((one, index) =>
    rowOf({ ...one, row: index + 2, role: '', group: '', typedBirthDate: '' }),
  );
}

describe('the national system’s export', () => {
  const read = readRosterTable(EXPORT, { identifierAsCode: false });

  it('is read below its three heading rows, with the birth date of either column', () => {
    expect(
      read?.rows.map(({ row, fullName, code, birthDate, branch }) => [
        row,
        fullName,
        code,
        birthDate,
        branch,
      ]),
    ).toEqual([
      [5, 'Nguyễn Thị Ánh', 'T-01', '1994-09-05', 'Khu phố 1'],
      [6, 'Trần Văn Bảo', '', '1992-01-12', 'Chi đoàn Khu phố 2'],
      [7, 'Lê Thị Cúc', '', null, 'P05-KP1'],
    ]);
  });

  it('leaves what nobody needs unseen', () => {
    expect(JSON.stringify(read)).not.toMatch(/079|Không/);
    expect(read?.dropped).toBe(5);
  });

  it('takes the identifier as code only where staff choose it', () => {
    const chosen = readRosterTable(EXPORT, { identifierAsCode: true });

    expect(chosen?.rows.map((row) => row.code)).toEqual(['T-01', '079000000002', '079000000003']);
  });

  it('is no list without a column of names', () => {
    expect(
      readRosterTable(
        [
          ['STT', 'Ngày sinh'],
          ['1', '05/09/1994'],
        ],
        { identifierAsCode: false },
      ),
    ).toBeNull();
  });

  it('goes into the branches its words mean, and says of each row what is wrong', () => {
    const plan = planRosterImport(read?.rows ?? [], [], BRANCHES, WORDS);

    expect(plan.added.map(({ code, branch, role, email }) => [code, branch, role, email])).toEqual([
      ['T-01', 'P05-KP1', 'SECRETARY', 'anh@vidu.vn'],
      ['DV-000001', 'P05-KP2', 'MEMBER', ''],
    ]);
    expect(plan.problems).toEqual([{ row: 7, code: 'IMPOSSIBLE_DATE', value: '31/02/1995' }]);
  });
});

describe('a list that is not quite as it should be', () => {
  const HEAD = ['Họ và tên', 'Ngày sinh', 'Chi đoàn'];
  const read = (table: TextTable): readonly RosterRow[] =>
    readRosterTable(table, { identifierAsCode: false })?.rows ?? [];

  it('loses no line without figures below its heading', () => {
    const rows = read([HEAD, ['Mai Thị Xuân', '', 'Khu phố Một'], ['Đỗ Thị Yên', '', 'Khu phố Hai']]);

    expect(rows.map(({ row, fullName }) => [row, fullName])).toEqual([
      [2, 'Mai Thị Xuân'],
      [3, 'Đỗ Thị Yên'],
    ]);
  });

  it('pasted below the headings of a tab, is read by its own', () => {
    const own = ['Chi đoàn', 'Họ tên', 'Ngày sinh'];
    const [only, ...others] = read([HEAD, own, ['Khu phố 1', 'Mai Thị Xuân', '01/02/1996']]);

    expect(others).toEqual([]);
    expect(only).toMatchObject({ branch: 'Khu phố 1', fullName: 'Mai Thị Xuân', birthDate: '1996-02-01' });
  });

  it.each([
    ['34582', '1994-09-05'],
    ['05/09/1994', '1994-09-05'],
    ['5-9-1994', '1994-09-05'],
    ['1994', null],
    ['31/02/1994', null],
    ['01/01/0001', null],
    ['01/01/1899', null],
  ])('a birth date written as %s is %s', (typed, day) => {
    const [row] = read([HEAD, ['Mai Thị Xuân', typed, 'Khu phố 1']]);

    expect([row?.birthDate, row?.typedBirthDate]).toEqual([day, typed]);
  });
});

describe('our own template', () => {
  it('is read by its headers in any order', () => {
    const table = [
      ['Chi đoàn', 'Ngày sinh', 'Mã đoàn viên', 'Họ và tên', 'Đối tượng'],
      ['P05-KP2', '5.9.1994', 'DV-7', 'Võ Thị Hạnh', 'Học sinh'],
    ];

    const plan = planRosterImport(
      readRosterTable(table, { identifierAsCode: false })?.rows ?? [],
      [],
      BRANCHES,
      WORDS,
    );

    expect(plan.added).toMatchObject([
      { code: 'DV-7', birthDate: '1994-09-05', group: 'HOC_SINH', branch: 'P05-KP2' },
    ]);
  });
});

describe('a list held against the roster', () => {
  const roster = [member('A1'), member('A2'), member('A3', { branch: 'P05-KP2' }), member('DV-000004')];

  it.each([
    ['is the same', rowsOf(roster), { unchanged: 4, changed: 0, moved: 0, added: 0, left: 0 }],
    [
      'has a member in another branch',
      rowsOf(roster.map((one) => (one.code === 'A2' ? { ...one, branch: 'P05-KP2' } : one))),
      { unchanged: 3, changed: 0, moved: 1, added: 0, left: 0 },
    ],
    [
      'has another birth date',
      rowsOf(roster.map((one) => (one.code === 'A2' ? { ...one, birthDate: '1994-02-01' } : one))),
      { unchanged: 3, changed: 1, moved: 0, added: 0, left: 0 },
    ],
    ['lacks somebody', rowsOf(roster.slice(1)), { unchanged: 3, changed: 0, moved: 0, added: 0, left: 1 }],
    [
      'is of one branch alone: nobody of the others has left',
      rowsOf(roster.filter((one) => one.branch === 'P05-KP2')),
      { unchanged: 1, changed: 0, moved: 0, added: 0, left: 0 },
    ],
    [
      'brings the card number of one who had a code of ours',
      [rowOf({ ...rowsOf(roster)[3], code: 'T-99', row: 9 }), ...rowsOf(roster.slice(0, 3))],
      { unchanged: 4, changed: 0, moved: 0, added: 0, left: 0 },
    ],
  ])('%s', (_what, rows, expected) => {
    const plan = planRosterImport(rows, roster, BRANCHES, WORDS);

    expect({
      unchanged: plan.unchanged,
      changed: plan.changed.length,
      moved: plan.moved.length,
      added: plan.added.length,
      left: plan.left.length,
    }).toEqual(expected);
    expect(plan.problems).toEqual([]);
  });

  it('keeps code, token, class and what the list leaves empty', () => {
    const one = member('A1', {
      email: 'a1@vidu.vn',
      classed: false,
      whyNot: 'UNDER_SIX_MONTHS',
      role: 'SECRETARY',
    });

    const plan = planRosterImport(
      [rowOf({ code: 'a1', fullName: 'Tên Sửa Lại', branch: 'P05-KP2' })],
      [one],
      BRANCHES,
      WORDS,
    );

    expect(plan.moved[0]?.after).toEqual({
      ...one,
      fullName: 'Tên Sửa Lại',
      birthDate: '1995-03-04',
      branch: 'P05-KP2',
    });
  });

  it.each([
    ['no name', rowOf({ code: 'X', fullName: '' }), 'NAME_MISSING'],
    ['no birth date', rowOf({ birthDate: '' }), 'BIRTH_DATE_MISSING'],
    ['a branch nobody has', rowOf({ branch: 'Khu phố 7' }), 'UNKNOWN_BRANCH'],
    ['a branch of which one figure is missing', rowOf({ branch: 'Khu phố' }), 'UNKNOWN_BRANCH'],
  ])('says of a line with %s what is wrong, and nobody has left', (_what, row, code) => {
    const plan = planRosterImport([row], [member('A1', { branch: 'P05-KP11' })], BRANCHES, WORDS);

    expect(plan.problems.map((one) => one.code)).toEqual([code]);
    expect([plan.added, plan.left]).toEqual([[], []]);
  });

  it('takes nobody twice, and does not guess between two of one name and birth date', () => {
    const twins = [member('A1', { fullName: 'Lê An' }), member('A2', { fullName: 'Lê An' })];
    const twin = rowOf({ fullName: 'Lê An', birthDate: '1994-01-02' });

    const doubled = planRosterImport([rowOf({ row: 5 }), rowOf({ row: 6 })], [], BRANCHES, WORDS);
    const unclear = planRosterImport([twin], twins, BRANCHES, WORDS);

    expect(doubled.added).toHaveLength(1);
    expect(doubled.problems).toEqual([{ row: 6, code: 'DOUBLED', value: '5' }]);
    expect(unclear.problems.map((one) => one.code)).toEqual(['TWO_ALIKE']);
    expect(unclear.left).toEqual([]);
  });

  it('finds nothing more to do once it was taken over', () => {
    const lists = fc.uniqueArray(
      fc.record({
        code: fc.constantFrom('', 'A1', 'A2', 'A3', 'B1', 'B2'),
        fullName: fc.constantFrom('Lê An', 'Trần Bình', 'Phạm Chi', 'Võ Dung'),
        birthDate: fc.constantFrom('1994-01-02', '1995-03-04'),
        branch: fc.constantFrom('P05-KP1', 'Khu phố 2', 'Khu phố 11'),
      }),
      { selector: (one) => JSON.stringify(one), maxLength: 8 },
    );
    fc.assert(
      fc.property(lists, (list) => {
        const rows = list.map((one, index) => rowOf({ ...one, row: index + 2 }));
        const first = planRosterImport(rows, roster, BRANCHES, WORDS);
        const taken = rows.filter((row) => !first.problems.some((one) => one.row === row.row));
        const after = rosterAfter(roster, first);

        const second = planRosterImport(taken, after, BRANCHES, WORDS);

        expect([second.moved, second.changed]).toEqual([[], []]);
        expect(new Set(after.map((one) => one.code)).size).toBe(after.length);
      }),
    );
  });
});
