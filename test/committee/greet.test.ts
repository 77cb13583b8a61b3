import {
  BASE,
  baseBook,
  codes,
  DEPUTY,
  NEIGHBOUR,
  ROLE_ACCOUNT,
  SECRETARY,
  STAFF,
  STRANGER,
} from './base-book';

describe('greet', () => {
  const book = baseBook();

  it.each([
    ['a secretary', SECRETARY, ['BRANCH P05-KP1 true']],
    ['her deputy', DEPUTY, ['BRANCH P05-KP1 true']],
    ['the neighbour', NEIGHBOUR, ['BRANCH P05-KP2 true']],
    ['the base committee', BASE, ['BASE  true']],
    ['staff', STAFF, ['READER  false']],
    ['the role account, whom Google would let write everything', ROLE_ACCOUNT, ['READER  false']],
    ['an editor of the file who is on no committee', STRANGER, []],
  ])('tells %s who they are', (_, email, expected) => {
    const greeting = book.value('greet', {}, email);

    expect(greeting.email).toBe(email);
    expect(greeting.roles.map(({ role, branch, canWrite }) => `${role} ${branch} ${canWrite}`)).toEqual(
      expected,
    );
  });

  it('says what the page opens with, and whom to ask', () => {
    expect(book.value('greet', {}, SECRETARY)).toMatchObject({
      unit: { code: 'P05', name: 'Đoàn Phường 5', kind: 'BASE_UNION' },
      district: '8',
      currentWave: '2014-C1',
      waves: [{ name: 'Đợt I', step: 'GRADING', due: '2014-04-10', isGradingOpen: true }],
      roles: [{ name: 'Chi đoàn Khu phố 1' }],
      officer: 'Trần Thị Bình',
    });
  });

  it('reads once, and asks two things of each tab the person writes', () => {
    expect(book.run('greet', {}, SECRETARY).calls).toMatchObject({
      total: 3,
      byService: { 'Range.getValues': 1, 'Sheet.getProtections': 1, 'Protection.canEdit': 1 },
    });
    expect(book.run('greet', {}, STAFF).calls.total).toBe(1);
  });

  it('does not let a tab be written that has lost its protection', () => {
    const bare = baseBook({ unguarded: ['Sổ Chi đoàn Khu phố 1 2014'] });

    expect(bare.value('greet', {}, SECRETARY).roles).toMatchObject([{ canWrite: false }]);
    expect(bare.value('greet', {}, NEIGHBOUR).roles).toMatchObject([{ canWrite: true }]);
  });

  it('gives Google’s word where _cfg and the protection differ', () => {
    const stale = baseBook({
      config: (config) => ({
        ...config,
        branches: config.branches.map((branch) => ({ ...branch, committeeEmails: [SECRETARY] })),
      }),
    });
    stale.sheet(stale.config.branches[1]?.ledger.sheetId ?? 0).protections[0]!.editors = [NEIGHBOUR];

    const { roles } = stale.value('greet', {}, SECRETARY);

    expect(roles.map(({ branch, canWrite }) => `${branch} ${canWrite}`)).toEqual([
      'P05-KP1 true',
      'P05-KP2 false',
    ]);
  });

  it('gives a base branch no base committee', () => {
    const branch = baseBook({ kind: 'BASE_BRANCH' });

    expect(branch.value('greet', {}, SECRETARY)).toMatchObject({
      unit: { kind: 'BASE_BRANCH' },
      roles: [{ role: 'BRANCH', branch: 'P05-KP1', canWrite: true }],
    });
  });

  it('explains a spreadsheet that is no base workbook', () => {
    const other = book.workspace.createSpreadsheet({ name: 'Sổ chi tiêu', owner: SECRETARY });
    const result = book.workspace.run(book.project, 'greet', {
      as: SECRETARY,
      args: ['{"v":1,"body":{}}'],
      from: 'page',
      document: other.id,
    });

    expect(codes(JSON.parse(String(result.value)))).toEqual(['NOT_A_BASE_BOOK']);
  });

  it('explains a book whose record was changed by hand', () => {
    const damaged = baseBook();
    damaged.sheet(119).rows[2]!.v[0] = '{"version":1}';

    expect(codes(damaged.ask('greet', {}, SECRETARY))).toEqual(['BOOK_NOT_READY']);
  });
});

describe('an endpoint', () => {
  const book = baseBook();
  const call = (text: string) => {
    const result = book.workspace.run(book.project, 'openBranch', {
      as: SECRETARY,
      args: [text],
      from: 'page',
      document: book.file,
    });
    return codes(JSON.parse(String(result.value)));
  };

  it('sends an old page away', () => {
    expect(call('{"v":0,"body":{}}')).toEqual(['OLD_PAGE']);
  });

  it('refuses what is no request', () => {
    expect(call('no JSON')).toEqual(['BAD_REQUEST']);
    expect(call('{"v":1,"body":{"wave":"2014-C1"}}')).toEqual(['BAD_REQUEST']);
  });

  it('lets nobody in who is on no committee, and says whom to ask', () => {
    const answer = book.ask('openBranch', { wave: '2014-C1', branch: 'P05-KP1' }, STRANGER);

    expect(answer).toMatchObject({
      ok: false,
      problems: [{ code: 'NOT_ON_COMMITTEE', data: { email: STRANGER, officer: 'Trần Thị Bình' } }],
    });
  });

  it('logs what is thrown under the number the page gets', () => {
    const broken = baseBook();
    broken.workspace.faults([
      { at: 'Range.getValues', do: 'refuse', times: 1, message: 'Something nobody knows' },
    ]);

    const result = broken.run('greet', {}, SECRETARY);

    const number = /^fault ([A-Z0-9]{6})$/.exec(result.error?.message ?? '')?.[1] ?? 'none';
    expect(result.logs.map(({ line }) => line).join('\n')).toContain(
      `fault ${number} greet: Something nobody knows`,
    );
  });

  it('hands Google’s own sentence through when it stays busy', () => {
    const busy = baseBook();
    const message = 'Service Spreadsheets timed out while accessing document with id abc.';
    busy.workspace.faults([{ at: 'Range.getValues', do: 'refuse', times: 9, message }]);

    expect(busy.run('greet', {}, SECRETARY).error?.message).toBe(message);
  });

  it('tries again where Google is busy for a moment', () => {
    const busy = baseBook();
    busy.workspace.faults([
      { at: 'Range.getValues', do: 'refuse', times: 2, message: 'Service error: Spreadsheets' },
    ]);

    expect(busy.value('greet', {}, SECRETARY).email).toBe(SECRETARY);
  });
});
