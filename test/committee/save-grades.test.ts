import {
  agree,
  BASE,
  baseBook,
  codes,
  DEPUTY,
  KEY,
  kinds,
  NEIGHBOUR,
  op,
  ROLE_ACCOUNT,
  SECRETARY,
  STAFF,
  type BaseBook,
} from './base-book';

const trip = (operation: string, grades: ReturnType<typeof agree>[], lastSeen = 0) => ({
  ...KEY,
  operation,
  grades,
  lastSeen,
});
const TWO = trip(op('a'), [agree('DV-1001'), agree('DV-1002')]);

describe('saveGrades', () => {
  it('appends the grades as numbered, hashed rows and answers with what it read back', () => {
    const book = baseBook();

    const saved = book.value('saveGrades', TWO, SECRETARY);

    expect(saved.saved).toMatchObject([
      { member: 'DV-1001', seq: 1, operation: `${op('a')}/01` },
      { member: 'DV-1002', seq: 2, operation: `${op('a')}/02` },
    ]);
    expect(saved).toMatchObject({ refused: [], lastSeen: 2, state: 'GRADING', missing: ['DV-1003'] });
    expect(saved.members.map(({ code, state }) => `${code} ${state}`)).toEqual([
      'DV-1001 GRADED',
      'DV-1002 GRADED',
    ]);
    const ledger = book.ledger('BRANCH', 'P05-KP1');
    expect(ledger.broken).toEqual([]);
    expect(ledger.events.map(({ actor, text }) => `${actor}: ${text}`)).toEqual([
      `${SECRETARY}: Thống nhất với tự đánh giá Đoàn viên DV-1001: Trung bình`,
      `${SECRETARY}: Thống nhất với tự đánh giá Đoàn viên DV-1002: Trung bình`,
    ]);
  });

  it('costs one look into the cache, one read in the lock, one write, one flush, one read back', () => {
    const book = baseBook();
    learn(book);

    const { calls } = book.run('saveGrades', TWO, SECRETARY);

    expect(calls.byService).toEqual({
      'Cache.getAll': 1,
      'Lock.tryLock': 1,
      'Range.getValues': 2,
      'Range.setValues': 1,
      'SpreadsheetApp.flush': 1,
      'Lock.releaseLock': 1,
    });
  });

  it('reads the books themselves where nothing is known, and keeps what it read', () => {
    const book = baseBook();
    const { calls } = book.run('saveGrades', TWO, SECRETARY);

    expect(calls.byService).toMatchObject({ 'Range.getValues': 7, 'Cache.putAll': 1 });
    expect(book.run('saveGrades', trip(op('b'), [agree('DV-1003')]), SECRETARY).calls.total).toBe(7);
  });

  it('answers a trip that is sent again as the first time, without a second row', () => {
    const book = baseBook();
    const first = book.value('saveGrades', TWO, SECRETARY);

    const again = book.value('saveGrades', TWO, SECRETARY);

    expect(again.saved).toEqual(first.saved);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(2);
  });

  it('answers it so even when the branch has been sent meanwhile', () => {
    const book = baseBook();
    const first = book.value('saveGrades', { ...TWO, grades: [...TWO.grades, agree('DV-1003')] }, SECRETARY);
    assess(book);
    book.value('sendBranch', { ...KEY, operation: op('c') }, SECRETARY);

    const again = book.value('saveGrades', { ...TWO, grades: [...TWO.grades, agree('DV-1003')] }, SECRETARY);

    expect(again.saved).toEqual(first.saved);
    expect(again.refused).toEqual([]);
  });

  it.each([
    ['after the write was flushed', 'SpreadsheetApp.flush'],
    ['after the cells were set', 'Range.setValues'],
  ])('counts once what was killed %s and sent again', (_, at) => {
    const book = baseBook();
    book.workspace.faults([{ at, do: 'kill' }]);
    expect(book.run('saveGrades', TWO, SECRETARY).ok).toBe(false);

    const again = book.value('saveGrades', TWO, SECRETARY);

    expect(again.saved).toHaveLength(2);
    expect(kinds(book.ledger('BRANCH', 'P05-KP1').events)).toEqual(['agree DV-1001', 'agree DV-1002']);
  });

  it('goes on where Google said it failed and had done it', () => {
    const book = baseBook();
    book.workspace.faults([
      {
        at: 'SpreadsheetApp.flush',
        do: 'effectThenError',
        message: 'Service Spreadsheets timed out while accessing document with id x.',
      },
    ]);

    expect(book.value('saveGrades', TWO, SECRETARY).saved).toHaveLength(2);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(2);
  });

  it('refuses one member without holding up the others', () => {
    const book = baseBook();
    const grades = [agree('DV-1001', { class: 'EXCELLENT' }), agree('DV-9'), agree('DV-1002')];

    const saved = book.value('saveGrades', trip(op('a'), grades), SECRETARY);

    expect(saved.saved.map(({ member, operation }) => `${member} ${operation.slice(-2)}`)).toEqual([
      'DV-1002 03',
    ]);
    expect(codes({ v: 1, ok: false, problems: saved.refused })).toEqual([
      'REASON_NEEDED DV-1001',
      'UNKNOWN_MEMBER DV-9',
    ]);
  });

  it('shows a newer grade of another person instead of writing over it', () => {
    const book = baseBook();
    book.value('saveGrades', trip(op('a'), [agree('DV-1001')]), DEPUTY);

    const saved = book.value('saveGrades', trip(op('b'), [agree('DV-1001'), agree('DV-1002')]), SECRETARY);

    expect(saved.refused).toMatchObject([
      { code: 'NEWER_GRADE', at: 'DV-1001', data: { actor: DEPUTY, seq: 1 } },
    ]);
    expect(saved.saved.map(({ member }) => member)).toEqual(['DV-1002']);
    expect(saved.members.find(({ code }) => code === 'DV-1001')?.grade?.by).toBe(DEPUTY);

    const seen = { ...agree('DV-1001', { reason: 'Đã trao đổi lại' }), lastSeen: saved.lastSeen };

    expect(book.value('saveGrades', trip(op('c'), [seen], saved.lastSeen), SECRETARY).saved).toHaveLength(1);
  });

  it('lets a person replace an own grade of a minute ago', () => {
    const book = baseBook();
    book.value('saveGrades', trip(op('a'), [agree('DV-1001')]), SECRETARY);

    expect(book.value('saveGrades', trip(op('b'), [agree('DV-1001')]), SECRETARY).saved).toHaveLength(1);
  });

  it('keeps text that looks like a formula, a number or a quote as text', () => {
    const book = baseBook();
    const reason = '=IMPORTXML("http://x")';
    const grade = agree('DV-1001', {
      kind: 'grade',
      reason,
      data: { selfClass: '', submission: '', remark: "+1/2'" },
    });

    const saved = book.value('saveGrades', trip(op('a'), [grade]), SECRETARY);

    expect(saved.members[0]?.grade).toMatchObject({ reason, remark: "+1/2'" });
    expect(book.ledger('BRANCH', 'P05-KP1').broken).toEqual([]);
  });

  it.each([
    ['the neighbour', NEIGHBOUR],
    ['staff', STAFF],
    ['the role account, whom Google would let', ROLE_ACCOUNT],
  ])('takes nothing from %s', (_, who) => {
    const book = baseBook();

    expect(codes(book.ask('saveGrades', TWO, who))).toEqual(['NOT_ON_COMMITTEE']);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toEqual([]);
  });

  it('is refused by Google itself where our own list is wrong', () => {
    const book = baseBook({
      config: (config) => ({
        ...config,
        branches: config.branches.map((branch) => ({ ...branch, committeeEmails: [SECRETARY, NEIGHBOUR] })),
      }),
    });
    book.sheet(book.config.branches[0]?.ledger.sheetId ?? 0).protections[0]!.editors = [SECRETARY];

    const result = book.run('saveGrades', TWO, NEIGHBOUR);

    expect(result.error?.message).toContain('protected cell or object');
    expect(book.ledger('BRANCH', 'P05-KP1').events).toEqual([]);
  });

  it('takes no saves while the tab has lost its protection', () => {
    const book = baseBook({ unguarded: ['Sổ Chi đoàn Khu phố 1 2014'] });

    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['TAB_NOT_READY P05-KP1']);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toEqual([]);
  });

  it('says that it waits when others hold the lock', () => {
    const book = baseBook();
    book.workspace.between(9, () => holdLock(book));

    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['BUSY']);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toEqual([]);
  });

  it('enlarges the tab only when fewer than 60 rows are free', () => {
    const roomy = baseBook({ spareRows: 70 });
    const tight = baseBook({ spareRows: 59 });

    roomy.value('saveGrades', TWO, SECRETARY);
    tight.value('saveGrades', TWO, SECRETARY);

    expect(roomy.sheet(roomy.config.branches[0]!.ledger.sheetId).maxRows).toBe(72);
    expect(tight.sheet(tight.config.branches[0]!.ledger.sheetId).maxRows).toBeGreaterThan(300);
    expect(tight.ledger('BRANCH', 'P05-KP1').events).toHaveLength(2);
  });

  it('writes behind a row that was typed in or changed by hand, and keeps its number free for the copy', () => {
    const book = baseBook();
    book.value('saveGrades', TWO, SECRETARY);
    const sheet = book.sheet(book.config.branches[0]!.ledger.sheetId);
    sheet.rows[3]!.v[17] = 'Xuất sắc';
    sheet.rows[4]!.v[18] = 'ghi chú tay';

    const saved = book.value('saveGrades', trip(op('b'), [agree('DV-1003')]), SECRETARY);

    expect(saved.saved).toMatchObject([{ seq: 3 }]);
    expect(sheet.rows[4]!.v[18]).toBe('ghi chú tay');
    expect(book.value('openBranch', KEY, SECRETARY).brokenRows).toBe(2);
  });

  it('does not mind rows that somebody sorted', () => {
    const book = baseBook();
    book.value('saveGrades', TWO, SECRETARY);
    const sheet = book.sheet(book.config.branches[0]!.ledger.sheetId);
    [sheet.rows[2], sheet.rows[3]] = [sheet.rows[3] ?? null, sheet.rows[2] ?? null];

    expect(book.value('saveGrades', trip(op('b'), [agree('DV-1003')]), SECRETARY).saved).toMatchObject([
      { seq: 3 },
    ]);
    expect(book.ledger('BRANCH', 'P05-KP1')).toMatchObject({ broken: [], missingSeqs: [], lastSeq: 3 });
  });

  it('says which column is gone and writes nothing', () => {
    const book = baseBook();
    const sheet = book.sheet(book.config.branches[0]!.ledger.sheetId);
    sheet.rows[0]!.v[17] = null;

    expect(book.ask('saveGrades', TWO, SECRETARY)).toMatchObject({
      problems: [{ code: 'SHEET_CHANGED', data: { column: 'Xếp loại', tab: 'Sổ Chi đoàn Khu phố 1 2014' } }],
    });
  });

  it('takes over only what the base committee may: gradeFor in a branch it holds', () => {
    const book = baseBook();

    expect(codes(book.ask('saveGrades', TWO, BASE))).toEqual(['NOT_TAKEN_OVER P05-KP1']);

    book.value(
      'judge',
      { ...KEY, operation: op('d'), judgement: { kind: 'takeOver', reason: 'Khuyết Bí thư' } },
      BASE,
    );

    const saved = book.value('saveGrades', TWO, BASE);

    expect(saved.saved).toHaveLength(2);
    expect(kinds(book.ledger('BASE', 'P05').events)).toEqual([
      'takeOver P05-KP1',
      'gradeFor DV-1001',
      'gradeFor DV-1002',
    ]);
    expect(saved.members[0]?.grade?.how).toBe('gradeFor');
    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['TAKEN_OVER P05-KP1']);
  });

  it('takes no gradeFor from a branch', () => {
    const grades = [agree('DV-1001', { kind: 'gradeFor' })];

    expect(codes(baseBook().ask('saveGrades', trip(op('a'), grades), SECRETARY))).toEqual(['BAD_REQUEST']);
  });

  it('refuses before the step, and after the district has locked', () => {
    const early = baseBook({ now: '2014-03-20T09:00:00+07:00' });
    const locked = baseBook();
    locked.district({ kind: 'lock', subject: 'P05', round: 0, data: { closedOn: {} } });

    expect(codes(early.ask('saveGrades', TWO, SECRETARY))).toEqual(['WAVE_NOT_OPEN 2014-C1']);
    expect(codes(locked.ask('saveGrades', TWO, SECRETARY))).toEqual(['LOCKED P05-KP1']);
    expect(locked.value('openBranch', KEY, SECRETARY)).toMatchObject({ lockedAt: expect.any(Number) });
  });

  it('counts the copy that the district restored in a changed row’s place', () => {
    const book = baseBook();
    book.value('saveGrades', TWO, SECRETARY);
    const [event] = book.ledger('BRANCH', 'P05-KP1').events;
    const row = book.sheet(book.config.branches[0]!.ledger.sheetId).rows[2];
    row!.v[17] = 'Xuất sắc';
    expect(book.value('openBranch', KEY, SECRETARY).members[0]?.grade).toBeNull();

    book.district({ kind: 'restored', subject: 'DV-1001', data: { event } });

    const view = book.value('openBranch', KEY, SECRETARY);
    expect(view.members[0]?.grade).toMatchObject({ class: 'AVERAGE', seq: 1 });
    expect(view.brokenRows).toBe(0);
  });
});

describe('a save that builds upon what the cache knows', () => {
  it('sees a newer grade of another person in the tail', () => {
    const book = baseBook();
    learn(book);
    book.value('saveGrades', trip(op('b'), [agree('DV-1001')]), DEPUTY);

    const saved = book.value('saveGrades', TWO, SECRETARY);

    expect(saved.refused).toMatchObject([{ code: 'NEWER_GRADE', at: 'DV-1001', data: { actor: DEPUTY } }]);
    expect(saved.saved).toMatchObject([{ member: 'DV-1002', seq: 2 }]);
    expect(saved.members.map(({ code }) => code)).toEqual(['DV-1001', 'DV-1002']);
  });

  it('answers as one that read everything', () => {
    const [quick, slow] = [baseBook(), baseBook()];
    learn(quick);

    const both = [quick, slow].map((book) => book.value('saveGrades', TWO, SECRETARY));

    const timeless = both.map((saved) => JSON.stringify(saved).replace(/"at":\d+/g, ''));
    expect(timeless[0]).toEqual(timeless[1]);
    expect(quick.value('openBranch', KEY, SECRETARY).members).toMatchObject(
      slow
        .value('openBranch', KEY, SECRETARY)
        .members.map(({ state, selfLevels }) => ({ state, selfLevels })),
    );
  });

  it('refuses nothing by what may be old: it asks the books', () => {
    const book = baseBook();
    learn(book);
    const row = { ...KEY, operation: op('9'), judgement: { kind: 'takeOver' as const, reason: 'Khuyết' } };
    book.value('judge', row, BASE);
    book.value('heartbeat', { ...KEY, member: '' }, SECRETARY);
    book.value('judge', { ...row, operation: op('8'), judgement: { kind: 'handBack' } }, BASE);

    expect(book.value('saveGrades', TWO, SECRETARY).refused).toEqual([]);
  });

  it('is seen to be taken over, sent or returned as soon as the committee did so', () => {
    const book = baseBook();
    learn(book);
    const judgement = { kind: 'takeOver' as const, reason: 'Khuyết' };
    book.value('judge', { ...KEY, operation: op('9'), judgement }, BASE);

    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['TAKEN_OVER P05-KP1']);
  });

  it('hears of the district’s lock within two minutes, and nothing after the lock counts', () => {
    const book = baseBook();
    learn(book);
    book.district({
      kind: 'lock',
      subject: 'P05',
      round: 0,
      data: { closedOn: { 'BRANCH:P05-KP1:2014': 0 } },
    });

    book.value('saveGrades', trip(op('b'), [agree('DV-1001')]), SECRETARY);
    const { members, lockedAt } = book.value('openBranch', KEY, SECRETARY);
    book.workspace.advance(121_000);

    expect(lockedAt).not.toBeNull();
    expect(members.map(({ grade }) => grade)).toEqual([null, null, null]);
    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['LOCKED P05-KP1']);
  });

  it('goes on when hundreds of rows came since, and tells anew what it knows', () => {
    const book = baseBook({ membersABranch: 90 });
    learn(book);
    const names = Array.from({ length: 90 }, (_, index) => `DV-1${String(index + 1).padStart(3, '0')}`);
    const calls = [0, 1, 2, 3, 4, 5].map((index) => {
      const grades = names.slice(index * 15, index * 15 + 15).map((code) => agree(code));
      return book.run('saveGrades', trip(op(String(index)), grades), SECRETARY).calls.total;
    });

    expect(calls).toEqual([7, 7, 7, 8, 7, 7]);
    expect(book.ledger('BRANCH', 'P05-KP1')).toMatchObject({ broken: [], missingSeqs: [], lastSeq: 90 });
  });

  it('is no longer possible once the tab lost its protection for two minutes', () => {
    const book = baseBook();
    learn(book);
    book.sheet(book.config.branches[0]!.ledger.sheetId).protections = [];
    book.workspace.advance(121_000);

    expect(codes(book.ask('saveGrades', TWO, SECRETARY))).toEqual(['TAB_NOT_READY P05-KP1']);
  });
});

describe('what was appended between reading and the lock', () => {
  /** Does something at the last moment before the lock. */
  const beforeTheLock = (book: BaseBook, act: () => void): void => {
    book.value('greet', {}, SECRETARY);
    book.workspace.between(10, act);
  };

  it('is seen: a newer grade of another person is refused', () => {
    const book = baseBook();
    beforeTheLock(book, () => book.value('saveGrades', trip(op('b'), [agree('DV-1001')]), DEPUTY));

    const saved = book.value('saveGrades', TWO, SECRETARY);

    expect(saved.refused).toMatchObject([{ code: 'NEWER_GRADE', at: 'DV-1001', data: { actor: DEPUTY } }]);
    expect(saved.saved).toMatchObject([{ member: 'DV-1002', seq: 2 }]);
  });

  it('is seen even when it is more than the tail holds', () => {
    const book = baseBook({ membersABranch: 80 });
    const others = Array.from({ length: 70 }, (_, index) =>
      agree(`DV-1${String(index + 1).padStart(3, '0')}`),
    );
    beforeTheLock(book, () => book.value('saveGrades', trip(op('b'), others), DEPUTY));

    const saved = book.value('saveGrades', trip(op('a'), [agree('DV-1070'), agree('DV-1071')]), SECRETARY);

    expect(saved.refused).toMatchObject([{ code: 'NEWER_GRADE', at: 'DV-1070' }]);
    expect(saved.saved).toMatchObject([{ member: 'DV-1071', seq: 71 }]);
    expect(book.ledger('BRANCH', 'P05-KP1')).toMatchObject({ broken: [], missingSeqs: [], lastSeq: 71 });
  });

  it('is seen when somebody sorted the tab too', () => {
    const book = baseBook();
    book.value('saveGrades', TWO, SECRETARY);
    beforeTheLock(book, () => {
      const { rows } = book.sheet(book.config.branches[0]!.ledger.sheetId);
      [rows[2], rows[3]] = [rows[3] ?? null, rows[2] ?? null];
    });

    expect(book.value('saveGrades', trip(op('b'), [agree('DV-1003')]), SECRETARY).saved).toMatchObject([
      { seq: 3 },
    ]);
    expect(book.ledger('BRANCH', 'P05-KP1')).toMatchObject({ broken: [], missingSeqs: [] });
  });
});

describe('reading back', () => {
  it('does not call saved what is not kept', () => {
    const book = baseBook();
    book.value('greet', {}, SECRETARY);
    book.workspace.between(15, () => {
      book.sheet(book.config.branches[0]!.ledger.sheetId).rows[2]!.v[17] = 'Yếu';
    });

    const result = book.run('saveGrades', TWO, SECRETARY);

    expect(result.error?.message).toMatch(/^fault [A-Z0-9]{6}$/);
    expect(result.logs.map(({ line }) => line).join()).toContain('was not kept in column 18');
  });
});

describe('two people at once', () => {
  it.each([1, 2, 3, 5, 8, 13, 21, 34])('lose nothing and count nothing twice (seed %i)', (seed) => {
    const book = baseBook();
    const call = (body: unknown, as: string) => ({
      project: book.project.id,
      fn: 'saveGrades',
      options: { as, args: [JSON.stringify({ v: 1, body })], from: 'page' as const, document: book.file },
    });

    const { results } = book.workspace.interleave(
      call(trip(op('a'), [agree('DV-1001'), agree('DV-1002')]), SECRETARY),
      call(trip(op('b'), [agree('DV-1002'), agree('DV-1003')]), DEPUTY),
      seed,
    );
    book.workspace.close();

    const answers = results.map((result) => JSON.parse(String(result.value)));
    const ledger = book.ledger('BRANCH', 'P05-KP1');
    expect(ledger).toMatchObject({ broken: [], missingSeqs: [], lastSeq: 3 });
    expect(answers.flatMap(({ value }) => value.saved)).toHaveLength(3);
    expect(answers.flatMap(({ value }) => value.refused)).toMatchObject([
      { code: 'NEWER_GRADE', at: 'DV-1002' },
    ]);
  });
});

/** What the page does after it opened the branch: it lets the script learn the books. */
function learn(book: BaseBook): void {
  book.value('heartbeat', { ...KEY, member: '' }, SECRETARY);
}

/** Somebody else of this workbook has the lock and does not let go. */
function holdLock(book: BaseBook): void {
  const { locks } = book.workspace.core as unknown as { readonly locks: Map<string, unknown> };
  locks.set(`document:${book.project.id}:${book.file}`, { label: 'another save' });
}

function assess(book: BaseBook): void {
  const data = {
    day: '2014-04-09',
    present: [],
    doneWell: '',
    limits: '',
    causes: '',
    proposals: '',
    lessons: '',
  };
  book.value(
    'record',
    { ...KEY, operation: op('b'), record: { kind: 'branchAssessment', class: 'GOOD', data } },
    SECRETARY,
  );
}
