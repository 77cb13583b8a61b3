import { foldBase } from '../../src/programme/fold';
import {
  ALL_DONE,
  ALL_WELL,
  assessed,
  BASE_LEDGER,
  Books,
  BRANCH,
  BRANCH_LEDGER,
  factsOf,
  fold,
  member,
  memberIn,
  MEMBERS,
  whyNot,
} from './ledger-builder';

describe('Nhận đánh giá thay', () => {
  it('lets grades of the base committee count between taking over and handing back only', () => {
    const books = new Books();
    const early = books.base({ kind: 'gradeFor', subject: 'DV-1', levels: ALL_WELL, class: 'WEAK' });
    books.base({ kind: 'takeOver', data: { after: 0 } });
    books.base({
      kind: 'gradeFor',
      subject: 'DV-1',
      levels: ALL_WELL,
      class: 'EXCELLENT',
      data: { after: 0 },
    });
    expect(fold(books).takenOver).toBe(true);
    books.base({ kind: 'handBack', data: { after: 0 } });
    const late = books.base({ kind: 'gradeFor', subject: 'DV-2', levels: ALL_WELL, class: 'WEAK' });

    const result = fold(books);

    expect(result.takenOver).toBe(false);
    expect(memberIn(result, 'DV-1')).toMatchObject({ decided: 'EXCELLENT', how: 'gradeFor' });
    expect(whyNot(result)).toEqual({
      [early.operation]: 'NOT_TAKEN_OVER',
      [late.operation]: 'NOT_TAKEN_OVER',
    });
  });
});

describe('by hand', () => {
  it('stands right behind the row it names: a later grade of the sidebar is newer, and both are shown', () => {
    const books = new Books();
    const first = books.grade('DV-1', { class: 'WEAK' });
    books.grade('DV-2', { class: 'GOOD' });
    const later = books.grade('DV-1', { class: 'AVERAGE' });
    const byHand = { kind: 'byHand', levels: ALL_WELL, class: 'EXCELLENT' } as const;
    books.district({ ...byHand, subject: 'DV-1', data: { after: first.seq } });
    books.district({ ...byHand, subject: 'DV-2', data: { after: later.seq } });

    const result = fold(books);

    expect(memberIn(result, 'DV-1')).toMatchObject({ decided: 'AVERAGE', marks: ['TWO_WRITERS'] });
    expect(memberIn(result, 'DV-2')).toMatchObject({ decided: 'EXCELLENT', how: 'byHand' });
  });

  it('keeps the order of its own ledger, even if a later run had read less', () => {
    const books = new Books();
    const first = books.grade('DV-1', { class: 'WEAK' });
    const second = books.grade('DV-2');
    books.district({
      kind: 'byHand',
      subject: 'DV-1',
      levels: ALL_WELL,
      class: 'GOOD',
      data: { after: second.seq },
    });
    books.district({
      kind: 'byHand',
      subject: 'DV-1',
      levels: ALL_WELL,
      class: 'AVERAGE',
      data: { after: first.seq },
    });

    expect(memberIn(fold(books), 'DV-1').decided).toBe('AVERAGE');
  });

  it('is not moved by what the run had read of another branch', () => {
    const books = new Books();
    const first = books.grade('DV-1', { class: 'WEAK' });
    books.district({ kind: 'byHand', subject: 'DV-9', data: { branch: 'P05-KP9', after: 90 } });
    books.district({
      kind: 'byHand',
      subject: 'DV-1',
      levels: ALL_WELL,
      class: 'EXCELLENT',
      data: { after: first.seq },
    });
    books.grade('DV-1', { class: 'AVERAGE' });

    expect(memberIn(fold(books), 'DV-1').decided).toBe('AVERAGE');
  });

  it('takes its Gửi back, but not once the level above has begun to consider', () => {
    const books = assessed();
    const send = books.district({ kind: 'send', data: { after: 4 } });
    const takeBack = books.district({ kind: 'takeBack', data: { after: 4, send: send.operation } });

    expect(fold(books)).toMatchObject({ round: 2, send: null });
    expect(fold(books).rounds[1]?.openers).toEqual([takeBack]);

    books.base({ kind: 'reviewing', data: { send: send.operation, after: 4 } });

    expect(fold(books)).toMatchObject({ round: 1, send, reviewing: true });
  });

  it('does not take back what another branch sent', () => {
    const books = assessed();
    const send = books.district({ kind: 'send', data: { after: 4 } });
    books.district({
      kind: 'takeBack',
      subject: 'P05-KP9',
      data: { branch: 'P05-KP9', after: 4, send: send.operation },
    });

    expect(fold(books).send).toBe(send);
  });

  it('can send, too', () => {
    const books = assessed();
    const send = books.district({ kind: 'send', data: { after: 4 } });
    const after = books.grade('DV-1', { class: 'WEAK' });

    expect(fold(books).send).toBe(send);
    expect(whyNot(fold(books))).toEqual({ [after.operation]: 'AFTER_SEND' });
  });
});

describe('Khóa', () => {
  it('closes every ledger at the row it names, and only Mở lại opens again', () => {
    const books = assessed();
    const lock = books.district({
      kind: 'lock',
      subject: 'P05',
      data: { closedOn: { [BRANCH_LEDGER]: 4, [BASE_LEDGER]: 0 } },
    });
    const tooLate = books.grade('DV-1', { class: 'WEAK' });
    const sentLate = books.send();
    const locked = fold(books);
    expect(locked).toMatchObject({ lock, send: null });
    expect(memberIn(locked, 'DV-1')).toMatchObject({
      state: 'LOCKED',
      reached: 'GRADED',
      decided: 'EXCELLENT',
    });
    expect(whyNot(locked)).toEqual({ [tooLate.operation]: 'AFTER_LOCK', [sentLate.operation]: 'AFTER_LOCK' });

    books.district({ kind: 'reopen', reason: 'mất điện', data: { lock: lock.operation, members: [] } });
    books.grade('DV-1', { round: 2, class: 'GOOD' });
    books.send(2);

    const reopened = fold(books);
    expect(reopened).toMatchObject({ lock: null, round: 2, state: 'SENT' });
    expect(memberIn(reopened, 'DV-1').decided).toBe('GOOD');
  });

  it('made twice is lifted by one Mở lại behind both', () => {
    const books = assessed();
    const first = books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 4 } } });
    books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 4 } } });
    books.district({ kind: 'reopen', data: { lock: first.operation, members: [] } });

    expect(fold(books)).toMatchObject({ lock: null, round: 2 });
  });

  it('of a second time binds the reopened round', () => {
    const books = assessed();
    const first = books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 4 } } });
    books.district({ kind: 'reopen', data: { lock: first.operation, members: [] } });
    books.grade('DV-1', { round: 2, class: 'GOOD' });
    const second = books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 5 } } });
    books.grade('DV-1', { round: 2, class: 'WEAK' });

    expect(fold(books).lock).toBe(second);
    expect(memberIn(fold(books), 'DV-1').decided).toBe('GOOD');
  });
});

describe('Ghép mã', () => {
  it('renames a proposed member; a refused one is shown, not counted', () => {
    const books = new Books();
    books.grade('TAM-0000AAAA', { class: 'GOOD' });
    const refused = books.grade('TAM-0000BBBB');
    books.grade('TAM-0000CCCC', { class: 'AVERAGE' });
    books.district({ kind: 'identify', subject: 'TAM-0000AAAA', data: { member: 'DV-1' } });
    books.district({ kind: 'identify', subject: 'TAM-0000BBBB', data: { member: '' } });

    const result = fold(books);

    expect(memberIn(result, 'DV-1').decided).toBe('GOOD');
    expect(memberIn(result, 'TAM-0000CCCC').marks).toContain('PROVISIONAL');
    expect(whyNot(result)).toEqual({ [refused.operation]: 'REFUSED' });
  });
});

describe('restored and erased rows', () => {
  it('take in the copy in the place of a changed or missing row', () => {
    const books = new Books();
    const grade = books.grade('DV-1', { class: 'GOOD' });
    const missing = books.grade('DV-2', { class: 'GOOD' });
    books.district({ kind: 'restored', data: { event: grade } });
    books.district({ kind: 'restored', data: { event: missing } });
    const tampered = books.rows
      .filter((row) => row !== missing)
      .map((row) => (row === grade ? { ...row, class: 'WEAK' } : row));

    const result = fold(books, { events: tampered });

    expect(memberIn(result, 'DV-1').decided).toBe('GOOD');
    expect(memberIn(result, 'DV-2').decided).toBe('GOOD');
  });

  it('stand before what was written in the place of a deleted last row', () => {
    const books = new Books();
    books.grade('DV-1', { class: 'GOOD' });
    const deleted = books.grade('DV-1', { class: 'FAIR', operation: 'zz' });
    books.district({ kind: 'restored', data: { event: deleted } });
    const written = { ...deleted, class: 'WEAK', operation: 'aa' };
    const events = books.rows.map((row) => (row === deleted ? written : row));

    const member = memberIn(fold(books, { events }), 'DV-1');

    expect(member.decided).toBe('WEAK');
    expect(member.history.map((row) => row.class)).toEqual(['GOOD', 'FAIR', 'WEAK']);
  });

  it('lose their words and keep their figures', () => {
    const books = new Books();
    const grade = books.grade('DV-1', {
      reason: 'lý do',
      text: 'chữ',
      data: { remark: 'nhận xét', submission: 'x' },
    });
    books.district({
      kind: 'erased',
      subject: 'DV-1',
      data: { rows: [{ ledger: grade.ledger, seq: grade.seq }] },
    });

    const result = memberIn(fold(books), 'DV-1');

    expect(result).toMatchObject({ decided: 'EXCELLENT', reason: '' });
    expect(result.grade).toMatchObject({ text: '', data: { submission: 'x' } });
    expect(result.grade?.data).not.toHaveProperty('remark');
  });
});

describe('paper', () => {
  it('stands in for a form that was not sent, never for one that was', () => {
    const books = new Books();
    const commitments = { R1: { kind: 'OWN', text: 'x' } };
    const paper = { kind: 'paperEntry', data: { paper: 'REGISTRATION', commitments } } as const;
    books.branch({ ...paper, subject: 'DV-1' });
    books.branch({ ...paper, subject: 'DV-8' });
    const absent = member('DV-8', { registered: [], registeredAt: null, selfAt: null, selfLevels: '' });

    const result = fold(books, { members: [member('DV-1'), absent] });

    expect(memberIn(result, 'DV-8')).toMatchObject({
      registered: ['R1'],
      state: 'REGISTERED',
      marks: ['FROM_PAPER'],
    });
    expect(memberIn(result, 'DV-1').registered).toHaveLength(10);
  });
});

describe('activities', () => {
  it('are counted once when corrected', () => {
    const books = new Books();
    const first = books.branch({ kind: 'activity', data: { name: 'a' } });
    const second = books.branch({ kind: 'activity', data: { name: 'b', replaces: first.operation } });

    expect(fold(books).activities).toEqual([second]);
  });
});

describe('An operation id copied into another ledger', () => {
  it('silences nobody else’s row, neither by standing there nor by being undone there', () => {
    const books = assessed();
    const send = books.send();
    const recognised = books.base({ kind: 'recognise', data: { send: send.operation, after: 5 } });
    books.branch({ kind: 'grade', subject: 'DV-1', operation: recognised.operation });
    books.branch({ kind: 'undo', data: { operations: [recognised.operation] } });

    expect(memberIn(fold(books), 'DV-1').state).toBe('RECOGNISED');
  });

  it('keeps nobody from undoing an own row', () => {
    const books = assessed();
    const mistake = books.grade('DV-1', { class: 'WEAK' });
    books.base({ kind: 'gradeFor', subject: 'DV-1', operation: mistake.operation });
    books.branch({ kind: 'undo', data: { operations: [mistake.operation] } });

    expect(memberIn(fold(books), 'DV-1').decided).toBe('EXCELLENT');
  });
});

describe('foldBase', () => {
  it('gives each branch what folding it alone gives', () => {
    const books = assessed();
    books.send();
    books.append('BRANCH:P05-KP4:2014', { subject: 'DV-9', levels: ALL_DONE, class: 'AVERAGE' });
    const branches = new Map([
      [BRANCH, MEMBERS],
      ['P05-KP4', [member('DV-9')]],
    ]);

    const result = foldBase(factsOf(books), branches);

    expect(result.get(BRANCH)).toEqual(fold(books));
    expect(result.get('P05-KP4')?.members[0]?.decided).toBe('AVERAGE');
  });
});
