import type { BranchRecord, UnitRecord } from '../../src/contract/committee';
import { erasedRow } from '../../src/workbook/ledger-rows';
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
  SECRETARY,
  STAFF,
  WAVE,
  type BaseBook,
} from './base-book';

const DATA = {
  day: '2014-04-09',
  present: [],
  doneWell: 'Đủ việc',
  limits: '',
  causes: '',
  proposals: '',
  lessons: '',
};
const ACTIVITY = {
  day: '2014-03-29',
  name: 'Ngày đoàn viên',
  activityKind: 'MEMBER_DAY' as const,
  members: 20,
  others: 5,
  criteria: ['R1'],
};

function record(book: BaseBook, sign: string, what: BranchRecord, as = SECRETARY) {
  return book.ask('record', { ...KEY, operation: op(sign), record: what }, as);
}

function recordForUnit(book: BaseBook, sign: string, what: UnitRecord, as = BASE) {
  return book.ask('recordForUnit', { wave: WAVE.code, operation: op(sign), record: what }, as);
}

describe('record', () => {
  it('keeps the own assessment and activities; a corrected activity stands once', () => {
    const book = baseBook();
    record(book, '1', { kind: 'branchAssessment', class: 'GOOD', data: DATA });
    record(book, '2', { kind: 'activity', data: ACTIVITY });

    const answer = record(book, '3', {
      kind: 'activity',
      data: { ...ACTIVITY, members: 22, replaces: `${op('2')}/01` },
    });

    expect(answer).toMatchObject({
      ok: true,
      value: {
        branchAssessment: { class: 'GOOD', doneWell: 'Đủ việc' },
        activities: [{ name: 'Ngày đoàn viên', members: 22, operation: `${op('3')}/01` }],
      },
    });
  });

  it('tells when a row cannot keep all the words, and writes nothing', () => {
    const book = baseBook();
    const long = { ...DATA, doneWell: 'a'.repeat(15_000), limits: 'b'.repeat(15_000) };

    expect(codes(record(book, '1', { kind: 'difficulty', text: 'a'.repeat(5_001) }))).toEqual([
      'TEXT_TOO_LONG P05-KP1',
    ]);
    expect(codes(record(book, '2', { kind: 'branchAssessment', class: 'GOOD', data: long }))).toEqual([
      'TEXT_TOO_LONG P05-KP1',
    ]);
    expect(codes(recordForUnit(book, '3', { kind: 'lessons', text: 'a'.repeat(5_001) }))).toEqual([
      'TEXT_TOO_LONG P05',
    ]);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toEqual([]);
  });

  it('carries a difficulty from the branch to its answer', () => {
    const book = baseBook();
    record(book, '1', { kind: 'difficulty', text: 'Thiếu chỗ sinh hoạt', due: '2014-04-20' });
    const difficulty = `${op('1')}/01`;

    expect(
      codes(record(book, '2', { kind: 'answer', difficulty: `${op('9')}/01`, text: 'Xong', done: true })),
    ).toEqual([`UNKNOWN_DIFFICULTY ${op('9')}/01`]);
    const answer = record(
      book,
      '3',
      { kind: 'answer', difficulty, text: 'Đã mượn hội trường', done: true },
      BASE,
    );

    expect(answer).toMatchObject({
      ok: true,
      value: { difficulties: [{ operation: difficulty, state: 'DONE', answer: 'Đã mượn hội trường' }] },
    });
    expect(kinds(book.ledger('BASE', 'P05').events)).toEqual(['answer P05-KP1']);
  });

  it('shows a member who is proposed under the name that was given, once assessed', () => {
    const book = baseBook();
    const data = { proposal: 'ADD' as const, fullName: 'Lê Văn Mới', birthDate: '1996-02-03' };
    record(book, '1', { kind: 'rosterProposal', member: 'TAM-1a2b3c4d', text: 'Mới chuyển đến', data });
    const grade = agree('TAM-1a2b3c4d', { kind: 'grade', data: { selfClass: '', submission: '/' } });
    book.value('saveGrades', { ...KEY, operation: op('2'), grades: [grade], lastSeen: 0 }, SECRETARY);

    const view = book.value('openBranch', KEY, SECRETARY);

    expect(view.members[3]).toMatchObject({
      code: 'TAM-1a2b3c4d',
      name: 'Lê Văn Mới',
      marks: ['PROVISIONAL'],
    });
  });

  it('takes a paper sheet in the place of the form a member did not send', () => {
    const book = baseBook({
      member: (member) =>
        member.facts.code === 'DV-1001'
          ? {
              ...member,
              evidence: {},
              facts: { ...member.facts, selfAt: null, selfLevels: '', selfClass: '', evidence: [] },
            }
          : member,
    });

    record(book, '1', {
      kind: 'paperEntry',
      member: 'DV-1001',
      levels: '4444433333',
      data: { paper: 'SELF_ASSESSMENT', ownClass: 'GOOD', signedOn: '2014-04-07' },
    });

    expect(book.value('openBranch', KEY, SECRETARY).members[0]).toMatchObject({
      selfLevels: '4444433333',
      selfClass: 'GOOD',
      marks: ['FROM_PAPER'],
    });
  });
});

describe('somebody in both committees', () => {
  const both = baseBook({
    config: (config) => ({
      ...config,
      unit: { ...config.unit, committeeEmails: [BASE, SECRETARY] },
    }),
  });

  it('works as the branch, and as the base committee where that is asked for', () => {
    expect(both.value('openBranch', KEY, SECRETARY).role).toBe('BRANCH');
    expect(both.value('openBranch', { ...KEY, role: 'BASE' }, SECRETARY)).toMatchObject({
      role: 'BASE',
      canWrite: true,
    });
    expect(both.value('openBranch', { ...KEY, branch: 'P05-KP2' }, SECRETARY).role).toBe('BASE');
  });
});

describe('a row that was redacted on request', () => {
  it('counts without its words', () => {
    const book = baseBook();
    const grades = [agree('DV-1001', { kind: 'grade', reason: 'Ốm dài ngày' })];
    book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
    const row = book.sheet(book.config.branches[0]!.ledger.sheetId).rows[2]!;
    row.v = [...erasedRow(row.v.map(String))];
    book.district({
      kind: 'erased',
      subject: 'DV-1001',
      data: { rows: [{ ledger: 'BRANCH:P05-KP1:2014', seq: 1 }] },
    });

    const view = book.value('openBranch', KEY, SECRETARY);

    expect(view.brokenRows).toBe(0);
    expect(view.members[0]?.grade).toMatchObject({ class: 'AVERAGE', reason: '' });
  });
});

describe('undoActs', () => {
  it('lets the grade before count again, and gives back what was taken when undone itself', () => {
    const book = baseBook();
    const save = (sign: string, reason: string, levels: string) =>
      book.value(
        'saveGrades',
        {
          ...KEY,
          operation: op(sign),
          grades: [agree('DV-1001', { kind: 'grade', reason, levels })],
          lastSeen: 9,
        },
        SECRETARY,
      );
    save('1', 'đầu', '3333333333');
    save('2', 'sau', '4333333333');
    const undo = (sign: string, operation: string) =>
      book.value('undoActs', { ...KEY, operation: op(sign), operations: [operation] }, SECRETARY);

    expect(undo('3', `${op('2')}/01`).members[0]?.grade?.reason).toBe('đầu');
    expect(undo('4', `${op('3')}/01`).members[0]?.grade?.reason).toBe('sau');
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(4);
  });

  it('undoes nothing that is not there', () => {
    const request = { ...KEY, operation: op('1'), operations: [`${op('9')}/01`] };

    expect(codes(baseBook().ask('undoActs', request, SECRETARY))).toEqual([`NOTHING_TO_UNDO ${op('9')}/01`]);
  });
});

describe('openUnit', () => {
  it('shows the base committee all its branches', () => {
    const book = baseBook();
    book.value(
      'saveGrades',
      { ...KEY, operation: op('1'), grades: [agree('DV-1001')], lastSeen: 0 },
      SECRETARY,
    );

    const view = book.value('openUnit', { wave: WAVE.code }, BASE);

    expect(view).toMatchObject({ canWrite: true, deployed: null, lessons: '', sentAt: null });
    expect(view.branches).toMatchObject([
      { code: 'P05-KP1', name: 'Chi đoàn Khu phố 1', state: 'GRADING', members: 3, eligible: 3, graded: 1 },
      { code: 'P05-KP2', state: 'NOT_STARTED', registered: 3, selfAssessed: 3, graded: 0 },
    ]);
  });

  it('costs four reads and one for each branch', () => {
    const { calls } = baseBook().run('openUnit', { wave: WAVE.code }, BASE);

    expect(calls.byService).toMatchObject({ 'Range.getValues': 6 });
    expect(calls.total).toBe(8);
  });

  it('is open to readers, who write nothing, and closed to branches', () => {
    const book = baseBook();

    expect(book.value('openUnit', { wave: WAVE.code }, STAFF).canWrite).toBe(false);
    expect(codes(book.ask('openUnit', { wave: WAVE.code }, SECRETARY))).toEqual(['NOT_ON_COMMITTEE']);
    expect(codes(recordForUnit(book, '1', { kind: 'lessons', text: 'Sớm hơn' }, STAFF))).toEqual([
      'NOT_ON_COMMITTEE',
    ]);
  });
});

describe('recordForUnit', () => {
  it('costs what opening the unit costs, and eight calls to write', () => {
    const body = {
      wave: WAVE.code,
      operation: op('1'),
      record: { kind: 'lessons' as const, text: 'Sớm hơn' },
    };

    expect(baseBook().run('recordForUnit', body, BASE).calls).toMatchObject({
      total: 14,
      byService: { 'Range.getValues': 8, 'Range.setValues': 1, 'SpreadsheetApp.flush': 1 },
    });
  });

  it('keeps deployment, guidance, lessons and activities of the unit', () => {
    const book = baseBook();
    const deployed = {
      day: '2014-03-20',
      how: 'Họp Ban Chấp hành mở rộng',
      document: '05-KH/ĐTN',
      branches: ['P05-KP1'],
    };
    recordForUnit(book, '1', { kind: 'deployed', data: deployed });
    recordForUnit(book, '2', {
      kind: 'guidance',
      text: 'Mỗi chi đoàn một việc cụ thể',
      link: 'https://vidu.vn/hd',
    });
    recordForUnit(book, '3', { kind: 'activity', data: ACTIVITY });

    const answer = recordForUnit(book, '4', { kind: 'lessons', text: 'Mở đăng ký sớm hơn' });
    recordForUnit(book, '4', { kind: 'lessons', text: 'Mở đăng ký sớm hơn' });

    expect(answer).toMatchObject({
      ok: true,
      value: {
        deployed,
        guidance: [{ text: 'Mỗi chi đoàn một việc cụ thể', link: 'https://vidu.vn/hd' }],
        activities: [{ name: 'Ngày đoàn viên' }],
        lessons: 'Mở đăng ký sớm hơn',
      },
    });
    expect(book.ledger('BASE', 'P05').events).toHaveLength(4);
  });

  it('sends the unit only when every branch is recognised', () => {
    const book = baseBook();

    expect(codes(recordForUnit(book, '1', { kind: 'send' }))).toEqual([
      'NOT_SENT P05-KP1',
      'NOT_SENT P05-KP2',
    ]);

    for (const [branch, who, codesOf] of [
      ['P05-KP1', SECRETARY, ['DV-1001', 'DV-1002', 'DV-1003']],
      ['P05-KP2', NEIGHBOUR, ['DV-2001', 'DV-2002', 'DV-2003']],
    ] as const) {
      const key = { ...KEY, branch };
      const sign = branch.slice(-1);
      const grades = codesOf.map((code) => agree(code));
      book.value('saveGrades', { ...key, operation: op(sign), grades, lastSeen: 0 }, who);
      const own = { kind: 'branchAssessment' as const, class: 'GOOD', data: DATA };
      book.value('record', { ...key, operation: `${sign}${op('a').slice(1)}`, record: own }, who);
      book.value('sendBranch', { ...key, operation: `${sign}${op('b').slice(1)}` }, who);
      const all = { kind: 'recogniseAll' as const, exceptions: [] };
      book.value('judge', { ...key, operation: `${sign}${op('c').slice(1)}`, judgement: all }, BASE);
    }

    expect(recordForUnit(book, '3', { kind: 'send' })).toMatchObject({
      ok: true,
      value: { sentAt: expect.any(Number) },
    });
  });

  it('lets the committee of a base branch record in its own ledger', () => {
    const book = baseBook({ kind: 'BASE_BRANCH' });

    const answer = recordForUnit(book, '1', { kind: 'lessons', text: 'Sớm hơn' }, SECRETARY);

    expect(answer).toMatchObject({ ok: true, value: { lessons: 'Sớm hơn' } });
    expect(kinds(book.ledger('BRANCH', 'P05-KP1').events)).toEqual(['lessons P05']);
    expect(codes(recordForUnit(book, '2', { kind: 'send' }, SECRETARY))).toEqual(['BAD_REQUEST']);
  });
});

describe('memberHistory', () => {
  it('tells everything about a member, also what does not count', () => {
    const book = baseBook();
    const grade = { ...KEY, grades: [agree('DV-1001', { lastSeen: 9 })], lastSeen: 9 };
    book.value('saveGrades', { ...grade, operation: op('1') }, SECRETARY);
    book.workspace.advance(60_000);
    book.value('saveGrades', { ...grade, operation: op('2') }, DEPUTY);
    book.value('undoActs', { ...KEY, operation: op('3'), operations: [`${op('2')}/01`] }, DEPUTY);

    const { rows } = book.value('memberHistory', { ...KEY, member: 'DV-1001' }, SECRETARY);

    expect(rows.map(({ actor, what, counts }) => `${actor} ${what} ${counts}`)).toEqual([
      `${SECRETARY} Thống nhất với tự đánh giá true`,
      `${DEPUTY} Thống nhất với tự đánh giá false`,
    ]);
    expect(codes(book.ask('memberHistory', { ...KEY, member: 'DV-9' }, SECRETARY))).toEqual([
      'UNKNOWN_MEMBER DV-9',
    ]);
  });
});

describe('heartbeat', () => {
  it('reads the books again when many rows have come since', () => {
    const book = baseBook({ membersABranch: 12 });
    const beat = (lastSeen: number) =>
      book.run('heartbeat', { ...KEY, member: '', lastSeen }, SECRETARY).calls.total;
    const names = Array.from({ length: 10 }, (_, index) => `DV-1${String(index + 1).padStart(3, '0')}`);
    const grades = names.map((code) => agree(code));
    beat(0);
    book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);

    expect([beat(10), beat(10)]).toEqual([9, 2]);
  });

  it('reads the books once in two minutes, else asks nothing of the sheet', () => {
    const book = baseBook();
    const beat = () => book.run('heartbeat', { ...KEY, member: '' }, SECRETARY).calls.byService;

    expect(beat()).toMatchObject({ 'Range.getValues': 5, 'Cache.putAll': 1, 'Sheet.getProtections': 1 });
    expect(beat()).toEqual({
      'Cache.getAll': 1,
      'Cache.put': 1,
    });
  });

  it('tells who else is there and how far the ledger has come', () => {
    const book = baseBook();
    const grade = { ...KEY, operation: op('1'), grades: [agree('DV-1001')], lastSeen: 0 };

    expect(book.value('heartbeat', { ...KEY, member: 'DV-1001' }, SECRETARY)).toEqual({
      others: [],
      lastSeen: 0,
    });
    const { lastSeen } = book.value('saveGrades', grade, SECRETARY);
    book.value('heartbeat', { ...KEY, member: 'DV-1001', lastSeen }, SECRETARY);

    expect(book.value('heartbeat', { ...KEY, member: '' }, DEPUTY)).toMatchObject({
      others: [{ email: SECRETARY, member: 'DV-1001' }],
      lastSeen: 1,
    });

    book.workspace.advance(120_000);

    expect(book.value('heartbeat', { ...KEY, member: '' }, DEPUTY).others).toEqual([]);
  });
});
