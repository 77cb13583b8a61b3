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

/** Two members graded; then the first graded otherwise and the third for the first time. */
function regraded(): BaseBook {
  const book = baseBook();
  const trip = (sign: string, grades: ReturnType<typeof agree>[]) =>
    book.value('saveGrades', { ...KEY, operation: op(sign), grades, lastSeen: 9 }, SECRETARY);
  trip('1', [agree('DV-1001'), agree('DV-1002')]);
  trip('2', [
    agree('DV-1001', { kind: 'grade' as never, class: 'WEAK', reason: 'Xem lại', lastSeen: 9 }),
    agree('DV-1003', { lastSeen: 9 }),
  ]);
  return book;
}

const ask = (book: BaseBook, sign: string, to: string, members: readonly string[], as = SECRETARY) =>
  book.ask('restoreTo', { ...KEY, operation: op(sign), to, members }, as);
const classes = (book: BaseBook) =>
  book.value('openBranch', KEY, SECRETARY).members.map(({ grade }) => grade?.class ?? null);

describe('restoreTo', () => {
  it('brings one member back to what stood behind a row, as a new grade that says so', () => {
    const book = regraded();

    expect(codes(ask(book, '3', `${op('1')}/02`, ['DV-1001']))).toEqual([]);

    expect(classes(book)).toEqual(['AVERAGE', 'AVERAGE', 'AVERAGE']);
    const { events } = book.ledger('BRANCH', 'P05-KP1');
    expect(kinds(events)).toEqual([
      'agree DV-1001',
      'agree DV-1002',
      'grade DV-1001',
      'agree DV-1003',
      'grade DV-1001',
    ]);
    expect(events[4]?.reason).toMatch(/^Khôi phục như lúc \d\d:\d\d ngày 09\/04\/2014$/);
  });

  it('brings the whole branch back: who had no grade then has none now', () => {
    const book = regraded();

    expect(codes(ask(book, '3', `${op('1')}/02`, []))).toEqual([]);

    expect(classes(book)).toEqual(['AVERAGE', 'AVERAGE', null]);
    expect(kinds(book.ledger('BRANCH', 'P05-KP1').events).slice(4)).toEqual([
      'grade DV-1001',
      'undo P05-KP1',
    ]);
  });

  it('answers a retry the same, without a second row; and can itself be taken back by a later one', () => {
    const book = regraded();
    ask(book, '3', `${op('1')}/02`, []);
    ask(book, '3', `${op('1')}/02`, []);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(6);

    expect(codes(ask(book, '4', `${op('2')}/02`, []))).toEqual([]);

    expect(classes(book)).toEqual(['WEAK', 'AVERAGE', 'AVERAGE']);
  });

  it.each([
    ['a row that is not there', `${op('9')}/01`, [], `NOTHING_TO_UNDO ${op('9')}/01`],
    ['members who stand as then', `${op('2')}/02`, [], 'NOTHING_TO_UNDO P05-KP1'],
    ['somebody nobody knows', `${op('1')}/02`, ['DV-9'], 'UNKNOWN_MEMBER DV-9'],
  ])('says so of %s', (_, to, members, code) => {
    const book = regraded();

    expect(codes(ask(book, '3', to, members))).toEqual([code]);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(4);
  });

  it('is the branch’s own while it may write', () => {
    const book = regraded();
    book.district({
      kind: 'lock',
      subject: 'P05',
      round: 0,
      data: { closedOn: { 'BRANCH:P05-KP1:2014': 4 } },
    });

    expect(codes(ask(book, '3', `${op('1')}/02`, []))).toEqual(['LOCKED P05-KP1']);
    expect(codes(ask(book, '3', `${op('1')}/02`, [], NEIGHBOUR))).toEqual(['NOT_ON_COMMITTEE']);
    expect(codes(ask(regraded(), '3', `${op('1')}/02`, [], BASE))).toEqual([`NOTHING_TO_UNDO ${op('1')}/02`]);
  });
});

describe('branchMoments', () => {
  it('tells what was saved together as one moment, newest first, without the one that stands now', () => {
    const book = regraded();
    book.value('undoActs', { ...KEY, operation: op('3'), operations: [`${op('2')}/02`] }, SECRETARY);

    const { moments, preview } = book.value('branchMoments', KEY, SECRETARY);

    expect(moments.map(({ to, graded }) => [to, graded])).toEqual([
      [`${op('2')}/02`, 2],
      [`${op('1')}/02`, 2],
    ]);
    expect(preview).toBeNull();
  });

  it('says beforehand how many members would get another grade, and how many none: as many as restoring then changes', () => {
    const book = regraded();

    const { preview } = book.value('branchMoments', { ...KEY, to: `${op('1')}/02` }, SECRETARY);
    const before = classes(book);
    ask(book, '3', `${op('1')}/02`, []);
    const after = classes(book);

    expect(preview).toEqual({ to: `${op('1')}/02`, regraded: 1, cleared: 1 });
    expect(before.filter((one, index) => one !== after[index])).toHaveLength(2);
  });

  it('knows no moment of another branch’s ledger, nor a row that is not there', () => {
    const book = regraded();

    expect(codes(book.ask('branchMoments', KEY, NEIGHBOUR))).toEqual([
      expect.stringMatching(/^NOT_ON_COMMITTEE/),
    ]);
    expect(codes(book.ask('branchMoments', { ...KEY, to: `${op('9')}/01` }, SECRETARY))).toEqual([
      'NOTHING_TO_UNDO P05-KP1',
    ]);
  });
});
