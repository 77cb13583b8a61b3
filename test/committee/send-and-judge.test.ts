import type { Judgement } from '../../src/contract/committee';
import {
  agree,
  BASE,
  baseBook,
  codes,
  KEY,
  kinds,
  NEIGHBOUR,
  op,
  SECRETARY,
  type BaseBook,
} from './base-book';

const DATA = {
  day: '2014-04-09',
  present: ['Bí thư'],
  doneWell: '',
  limits: '',
  causes: '',
  proposals: '',
  lessons: '',
};

/** A book whose first branch is assessed; `sent` = and sent. */
function assessed(sent = false, book = baseBook()): BaseBook {
  const grades = ['DV-1001', 'DV-1002', 'DV-1003'].map((code) => agree(code));
  book.value('saveGrades', { ...KEY, operation: op('1'), grades, lastSeen: 0 }, SECRETARY);
  book.value(
    'record',
    { ...KEY, operation: op('2'), record: { kind: 'branchAssessment', class: 'GOOD', data: DATA } },
    SECRETARY,
  );
  if (sent) book.value('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);
  return book;
}

function judge(book: BaseBook, sign: string, judgement: Judgement, as = BASE) {
  return book.ask('judge', { ...KEY, operation: op(sign), judgement }, as);
}

describe('sendBranch', () => {
  it('names all that is missing at once', () => {
    const book = baseBook();
    book.value(
      'saveGrades',
      { ...KEY, operation: op('1'), grades: [agree('DV-1001')], lastSeen: 0 },
      SECRETARY,
    );

    expect(codes(book.ask('sendBranch', { ...KEY, operation: op('3') }, SECRETARY))).toEqual([
      'NOT_GRADED_YET DV-1002',
      'NOT_GRADED_YET DV-1003',
      'MISSING_SELF_ASSESSMENT_OF_BRANCH P05-KP1',
    ]);
  });

  it('freezes the branch, and answers a retry the same', () => {
    const book = assessed();

    const view = book.value('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);
    const again = book.value('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);

    expect(view).toMatchObject({
      state: 'SENT',
      branchAssessment: { class: 'GOOD', present: ['Bí thư'] },
      late: false,
    });
    expect(again.sentAt).toBe(view.sentAt);
    expect(kinds(book.ledger('BRANCH', 'P05-KP1').events).slice(-1)).toEqual(['send P05-KP1']);
    const more = { ...KEY, operation: op('4'), grades: [agree('DV-1001')], lastSeen: 5 };
    expect(codes(book.ask('saveGrades', more, SECRETARY))).toEqual(['ALREADY_SENT P05-KP1']);
  });

  it('costs five reads before the lock, both ledgers’ tails within, and one read back', () => {
    const { calls } = assessed().run('sendBranch', { ...KEY, operation: op('3') }, SECRETARY);

    expect(calls).toMatchObject({
      total: 15,
      byService: { 'Range.getValues': 8, 'Range.setValues': 1, 'SpreadsheetApp.flush': 1 },
    });
  });

  it('sends a base branch to the district, without a base committee’s ledger', () => {
    const book = assessed(true, baseBook({ kind: 'BASE_BRANCH' }));

    expect(book.value('openBranch', KEY, SECRETARY)).toMatchObject({
      state: 'SENT',
      unit: { kind: 'BASE_BRANCH' },
    });
    expect(codes(judge(book, '5', { kind: 'reviewing' }, SECRETARY))).toEqual(['NOT_ON_COMMITTEE']);
  });
});

describe('takeBackBranch', () => {
  it('opens the next round until the base committee begins to consider', () => {
    const book = assessed(true);

    expect(book.value('takeBackBranch', { ...KEY, operation: op('4') }, SECRETARY)).toMatchObject({
      round: 2,
      state: 'READY',
      returnReason: '',
    });

    book.value('sendBranch', { ...KEY, operation: op('5') }, SECRETARY);
    expect(codes(judge(book, '6', { kind: 'reviewing' }))).toEqual([]);

    expect(codes(book.ask('takeBackBranch', { ...KEY, operation: op('7') }, SECRETARY))).toEqual([
      'BEING_REVIEWED P05-KP1',
    ]);
  });

  it('is the branch’s own: the base committee returns instead', () => {
    expect(codes(assessed(true).ask('takeBackBranch', { ...KEY, operation: op('4') }, BASE))).toEqual([
      'NOT_ON_COMMITTEE',
    ]);
  });

  it.each([1, 2, 3, 5, 8, 13, 21, 34])(
    'or Bắt đầu xem xét holds when both are pressed at once (seed %i)',
    (seed) => {
      const book = assessed(true);
      const call = (fn: string, body: unknown, as: string) => ({
        project: book.project.id,
        fn,
        options: { as, args: [JSON.stringify({ v: 1, body })], from: 'page' as const, document: book.file },
      });

      const { results } = book.workspace.interleave(
        call('takeBackBranch', { ...KEY, operation: op('4') }, SECRETARY),
        call('judge', { ...KEY, operation: op('5'), judgement: { kind: 'reviewing' } }, BASE),
        seed,
      );
      book.workspace.close();

      const answers = results.map((result) => JSON.parse(String(result.value)));
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      const refusal = answers.find(({ ok }) => !ok);
      expect(['BEING_REVIEWED', 'NOT_SENT']).toContain(refusal.problems[0].code);
    },
  );
});

describe('judge', () => {
  it('waits for Gửi', () => {
    expect(codes(judge(assessed(), '5', { kind: 'recogniseAll', exceptions: [] }))).toEqual([
      'NOT_SENT P05-KP1',
    ]);
  });

  it('recognises all but the exceptions in one row, with number and day of the decision', () => {
    const book = assessed(true);
    const judgement: Judgement = {
      kind: 'recogniseAll',
      exceptions: ['DV-1003'],
      decisionNumber: '12-QĐ/ĐTN',
      decisionDay: '2014-04-12',
    };

    expect(codes(judge(book, '5', judgement))).toEqual([]);

    const [row] = book.ledger('BASE', 'P05').events;
    expect(row).toMatchObject({
      kind: 'recognise',
      subject: 'P05-KP1',
      text: 'Công nhận 2 đoàn viên Chi đoàn Khu phố 1',
      data: {
        after: 5,
        classes: { 'DV-1001': 'AVERAGE', 'DV-1002': 'AVERAGE' },
        decisionNumber: '12-QĐ/ĐTN',
      },
    });
    const view = book.value('openBranch', KEY, BASE);
    expect(view.members.map(({ state }) => state)).toEqual(['RECOGNISED', 'RECOGNISED', 'SENT']);
    expect(view).toMatchObject({ role: 'BASE', reviewing: true, state: 'SENT', lastSeen: 1 });
  });

  it('costs what Gửi costs', () => {
    const judgement: Judgement = { kind: 'recogniseAll', exceptions: [] };
    const { calls } = assessed(true).run('judge', { ...KEY, operation: op('5'), judgement }, BASE);

    expect(calls).toMatchObject({ total: 15, byService: { 'Range.getValues': 8 } });
  });

  it('recognises one, adjusts with a reason, gives the branch its class', () => {
    const book = assessed(true);

    expect(codes(judge(book, '5', { kind: 'recognise', member: 'DV-1001' }))).toEqual([]);
    expect(
      codes(judge(book, '6', { kind: 'adjust', member: 'DV-1002', class: 'GOOD', reason: ' ' })),
    ).toEqual(['REASON_NEEDED DV-1002']);
    expect(
      codes(
        judge(book, '7', {
          kind: 'adjust',
          member: 'DV-1002',
          class: 'GOOD',
          reason: 'Có thành tích đột xuất',
        }),
      ),
    ).toEqual([]);
    expect(codes(judge(book, '8', { kind: 'recognise', member: 'DV-1003' }))).toEqual([]);
    expect(codes(judge(book, '9', { kind: 'branchClass', class: 'GOOD', reason: '' }))).toEqual([]);

    const view = book.value('openBranch', KEY, SECRETARY);
    expect(view.members.map(({ state, recognised }) => `${state} ${recognised}`)).toEqual([
      'RECOGNISED AVERAGE',
      'ADJUSTED GOOD',
      'RECOGNISED AVERAGE',
    ]);
    expect(view).toMatchObject({ state: 'RECOGNISED', branchClass: { class: 'GOOD' } });
  });

  it('returns one member with a reason; only that member is graded again', () => {
    const book = assessed(true);

    expect(
      codes(judge(book, '5', { kind: 'return', members: ['DV-1002'], reason: 'Cần thêm minh chứng' })),
    ).toEqual([]);

    const view = book.value('openBranch', KEY, SECRETARY);
    expect(view).toMatchObject({
      state: 'RETURNED',
      round: 2,
      returnReason: 'Cần thêm minh chứng',
      missing: ['DV-1002'],
    });
    expect(view.members[1]).toMatchObject({ state: 'RETURNED', returnReason: 'Cần thêm minh chứng' });
    const grades = [agree('DV-1001', { lastSeen: 9 }), agree('DV-1002', { lastSeen: 9 })];
    const saved = book.value('saveGrades', { ...KEY, operation: op('6'), grades, lastSeen: 9 }, SECRETARY);
    expect(saved.saved.map(({ member }) => member)).toEqual(['DV-1002']);
    expect(saved.refused).toMatchObject([{ code: 'NOT_IN_ROUND', at: 'DV-1001' }]);
    expect(book.value('sendBranch', { ...KEY, operation: op('7') }, SECRETARY)).toMatchObject({
      state: 'SENT',
      round: 2,
    });
  });

  it('takes a branch over and hands it back', () => {
    const book = baseBook();

    expect(codes(judge(book, '5', { kind: 'handBack' }))).toEqual(['NOT_TAKEN_OVER P05-KP1']);
    expect(codes(judge(book, '6', { kind: 'takeOver', reason: 'Khuyết Bí thư' }))).toEqual([]);
    expect(book.value('openBranch', KEY, SECRETARY).takenOver).toBe(true);
    expect(codes(judge(book, '7', { kind: 'handBack' }))).toEqual([]);
    expect(book.value('openBranch', KEY, SECRETARY).takenOver).toBe(false);
  });

  it.each([
    ['the branch itself', SECRETARY],
    ['a neighbour', NEIGHBOUR],
  ])('is not for %s', (_, who) => {
    const book = assessed(true);

    expect(codes(judge(book, '5', { kind: 'reviewing' }, who))).toEqual(['NOT_ON_COMMITTEE']);
    expect(book.ledger('BASE', 'P05').events).toEqual([]);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(5);
  });
});
