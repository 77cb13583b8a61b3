import type { LedgerEvent } from '../../src/programme/events';
import { submissionShown } from '../../src/programme/submission';
import { momentOf } from '../../src/programme/dates';
import { foldBase } from '../../src/programme/fold';
import {
  ALL_DONE,
  ALL_WELL,
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

/** A branch whose three members are assessed, with its own assessment. */
function assessed(): Books {
  const books = new Books();
  for (const { code } of MEMBERS) books.grade(code);
  books.branch({ kind: 'branchAssessment', class: 'GOOD' });
  return books;
}

describe('a branch without rows', () => {
  it('has not begun, and waits for every member who sent a sheet', () => {
    const result = fold(new Books());

    expect(result.state).toBe('NOT_STARTED');
    expect(result.missing).toEqual(['DV-1', 'DV-2', 'DV-3']);
    expect(memberIn(result, 'DV-1').state).toBe('SELF_ASSESSED');
  });

  it('does not wait for a member who sent nothing, nor for one who is not to be classed', () => {
    const absent = member('DV-8', { registered: [], registeredAt: null, selfAt: null, selfLevels: '' });
    const result = fold(new Books(), { members: [absent, member('DV-9', { classed: false })] });

    expect(result.missing).toEqual([]);
    expect(memberIn(result, 'DV-8').state).toBe('NOT_REGISTERED');
    expect(memberIn(result, 'DV-9').marks).toContain('COMMENT_ONLY');
  });
});

describe('a grade', () => {
  it('is whole: the newest gives levels and class alone', () => {
    const books = new Books();
    books.grade('DV-1');
    books.grade('DV-1', { kind: 'agree', levels: ALL_DONE, class: 'AVERAGE', reason: 'ít minh chứng' });

    const result = memberIn(fold(books), 'DV-1');

    expect(result).toMatchObject({ levels: ALL_DONE, decided: 'AVERAGE', how: 'agree', state: 'GRADED' });
    // All ten done, none of them well: two fair halves.
    expect(result.proposed).toBe('AVERAGE');
  });

  it('raises "đã gửi lại" when the sheet shown is not the newest, and changes nothing', () => {
    const books = new Books();
    const shown = submissionShown(momentOf('2014-03-25', 20), momentOf('2014-04-06', 20));
    books.grade('DV-1', { data: { submission: shown } });
    const resent = member('DV-1', { selfAt: momentOf('2014-04-07', 8), selfLevels: ALL_WELL });

    expect(memberIn(fold(books), 'DV-1').marks).toEqual([]);
    const result = memberIn(fold(books, { members: [resent] }), 'DV-1');
    expect(result.marks).toEqual(['RESENT']);
    expect(result.decided).toBe('EXCELLENT');
  });

  it('of somebody in no roster is shown, not counted', () => {
    const books = new Books();
    const stray = books.grade('DV-77');

    expect(whyNot(fold(books))).toEqual({ [stray.operation]: 'NOT_A_MEMBER' });
  });

  it('of another wave is no business of this one', () => {
    const books = new Books();
    books.grade('DV-1', { wave: '2014-C2' });

    expect(memberIn(fold(books), 'DV-1').grade).toBeNull();
  });
});

describe('undo', () => {
  it('takes its operations away, so that the newest remaining counts', () => {
    const books = new Books();
    books.grade('DV-1', { class: 'GOOD' });
    const second = books.grade('DV-1', { class: 'WEAK' });
    books.branch({ kind: 'undo', data: { operations: [second.operation] } });

    const result = fold(books);

    expect(memberIn(result, 'DV-1').decided).toBe('GOOD');
    expect(whyNot(result)).toEqual({ [second.operation]: 'UNDONE' });
  });

  it('can be undone', () => {
    const books = new Books();
    const grade = books.grade('DV-1', { class: 'GOOD' });
    const undo = books.branch({ kind: 'undo', data: { operations: [grade.operation] } });
    books.branch({ kind: 'undo', data: { operations: [undo.operation] } });

    expect(memberIn(fold(books), 'DV-1').decided).toBe('GOOD');
  });

  it('reaches no other ledger, no earlier round, and nothing behind Gửi', () => {
    const books = assessed();
    const first = books.rows[0] as LedgerEvent;
    books.base({ kind: 'undo', data: { operations: [first.operation] } });
    const send = books.send();
    books.branch({ kind: 'undo', data: { operations: [first.operation] } });
    books.branch({ kind: 'takeBack', data: { send: send.operation } });
    books.branch({ kind: 'undo', round: 2, data: { operations: [first.operation] } });

    expect(memberIn(fold(books), 'DV-1').decided).toBe('EXCELLENT');
  });

  it('takes away a recognition of its own ledger', () => {
    const books = assessed();
    const send = books.send();
    const recognise = books.base({
      kind: 'recognise',
      subject: 'DV-1',
      class: 'EXCELLENT',
      data: { send: send.operation },
    });
    expect(memberIn(fold(books), 'DV-1').state).toBe('RECOGNISED');
    books.base({ kind: 'undo', data: { operations: [recognise.operation] } });

    expect(memberIn(fold(books), 'DV-1').state).toBe('SENT');
  });
});

describe('Gửi', () => {
  it('closes the round at its own row: what comes after is kept aside', () => {
    const books = assessed();
    const send = books.send();
    const after = books.grade('DV-1', { class: 'WEAK' });

    const result = fold(books);

    expect(result).toMatchObject({ state: 'SENT', round: 1, send, reviewing: false });
    expect(memberIn(result, 'DV-1')).toMatchObject({
      decided: 'EXCELLENT',
      state: 'SENT',
      marks: ['AFTER_SEND'],
    });
    expect(whyNot(result)).toEqual({ [after.operation]: 'AFTER_SEND' });
  });

  it('is late by the first one that was not taken back, whatever is sent later', () => {
    const onTime = assessed();
    const send = onTime.send();
    onTime.base({ kind: 'return', reason: 'thiếu biên bản', data: { send: send.operation, members: [] } });
    onTime.branch({ kind: 'send', round: 2, at: momentOf('2014-04-20') });
    const late = assessed();
    const takenBack = late.send();
    late.branch({ kind: 'takeBack', data: { send: takenBack.operation } });
    late.branch({ kind: 'send', round: 2, at: momentOf('2014-04-11') });

    expect(fold(onTime)).toMatchObject({ late: false, round: 2, state: 'SENT' });
    expect(fold(late).late).toBe(true);
  });

  it('counts once when a retry appended it again', () => {
    const books = assessed();
    const send = books.send();
    const again = books.branch({ kind: 'send', operation: send.operation });

    const result = fold(books);

    expect(result.send?.seq).toBe(send.seq);
    expect(result.notCounted.map(({ event }) => event)).not.toContain(again);
  });
});

describe('Rút lại', () => {
  it('opens the next round for the whole branch, and revives nothing written after Gửi', () => {
    const books = assessed();
    const send = books.send();
    books.grade('DV-1', { class: 'WEAK' });
    books.branch({ kind: 'takeBack', data: { send: send.operation } });

    const result = fold(books);

    expect(result).toMatchObject({ state: 'READY', round: 2, send: null });
    expect(memberIn(result, 'DV-1')).toMatchObject({ decided: 'EXCELLENT', state: 'GRADED' });
  });

  it('is too late once the level above considers', () => {
    const books = assessed();
    const send = books.send();
    books.base({ kind: 'reviewing', data: { send: send.operation } });
    books.branch({ kind: 'takeBack', data: { send: send.operation } });

    expect(fold(books)).toMatchObject({ state: 'SENT', round: 1, reviewing: true });
  });

  it('holds against a judgement that had read it, which then judges nothing', () => {
    const books = assessed();
    const send = books.send();
    const takeBack = books.branch({ kind: 'takeBack', data: { send: send.operation } });
    const stale = books.base({
      kind: 'recognise',
      subject: 'DV-1',
      class: 'GOOD',
      data: { send: send.operation, after: takeBack.seq },
    });

    const result = fold(books);

    expect(result.round).toBe(2);
    expect(memberIn(result, 'DV-1').recognised).toBeNull();
    expect(whyNot(result)).toEqual({ [stale.operation]: 'NO_SUCH_SEND' });
  });
});

describe('Trả lại', () => {
  it('opens the next round for the members named; the others keep what they have', () => {
    const books = assessed();
    const send = books.send();
    books.base({ kind: 'recognise', subject: 'DV-2', class: 'EXCELLENT', data: { send: send.operation } });
    books.base({
      kind: 'return',
      subject: 'DV-1',
      reason: 'thiếu minh chứng',
      data: { send: send.operation, members: ['DV-1'] },
    });
    const stray = books.grade('DV-3', { round: 2, class: 'WEAK' });

    const result = fold(books);

    expect(result).toMatchObject({ state: 'RETURNED', round: 2, missing: ['DV-1'] });
    expect(memberIn(result, 'DV-1')).toMatchObject({ state: 'RETURNED', returnReason: 'thiếu minh chứng' });
    expect(memberIn(result, 'DV-2')).toMatchObject({ state: 'RECOGNISED', recognised: 'EXCELLENT' });
    expect(memberIn(result, 'DV-3')).toMatchObject({ state: 'SENT', decided: 'EXCELLENT' });
    expect(whyNot(result)).toEqual({ [stray.operation]: 'NOT_IN_ROUND' });
  });

  it('voids an earlier recognition of the member until the new Gửi is judged', () => {
    const books = assessed();
    const send = books.send();
    books.base({ kind: 'recognise', data: { send: send.operation, exceptions: [] } });
    books.base({ kind: 'return', data: { send: send.operation, members: ['DV-1'] } });
    books.grade('DV-1', { round: 2, class: 'GOOD' });
    const again = books.send(2);
    expect(memberIn(fold(books), 'DV-1')).toMatchObject({ state: 'SENT', recognised: null, decided: 'GOOD' });
    books.base({
      kind: 'recognise',
      round: 2,
      subject: 'DV-1',
      class: 'GOOD',
      data: { send: again.operation },
    });

    expect(fold(books).state).toBe('RECOGNISED');
    expect(memberIn(fold(books), 'DV-1').recognised).toBe('GOOD');
  });

  it('counts members of several returns of one Gửi together', () => {
    const books = assessed();
    const send = books.send();
    books.base({ kind: 'return', subject: 'DV-1', data: { send: send.operation, members: ['DV-1'] } });
    books.base({ kind: 'return', subject: 'DV-2', data: { send: send.operation, members: ['DV-2'] } });

    expect(fold(books).missing).toEqual(['DV-1', 'DV-2']);
  });
});

describe('recognition', () => {
  it('of all is one row with its exceptions, and stores the classes', () => {
    const books = assessed();
    const send = books.send();
    books.base({
      kind: 'recognise',
      data: { send: send.operation, exceptions: ['DV-3'], classes: { 'DV-1': 'EXCELLENT', 'DV-2': 'GOOD' } },
    });

    const result = fold(books);

    expect(result.members.map((one) => [one.state, one.recognised])).toEqual([
      ['RECOGNISED', 'EXCELLENT'],
      ['RECOGNISED', 'GOOD'],
      ['SENT', null],
    ]);
    expect(result.state).toBe('SENT');
  });

  it('of all never takes a single adjustment back', () => {
    const books = assessed();
    const send = books.send();
    books.base({
      kind: 'adjust',
      subject: 'DV-1',
      class: 'GOOD',
      reason: 'vắng',
      data: { send: send.operation },
    });
    books.base({ kind: 'recognise', data: { send: send.operation, exceptions: [] } });

    expect(memberIn(fold(books), 'DV-1')).toMatchObject({ state: 'ADJUSTED', recognised: 'GOOD' });
    expect(fold(books).state).toBe('RECOGNISED');
  });

  it('of a base branch is the district’s alone', () => {
    const books = assessed();
    const send = books.send();
    books.base({ kind: 'recognise', subject: 'DV-1', class: 'WEAK', data: { send: send.operation } });
    books.district({ kind: 'recognise', subject: 'DV-2', class: 'GOOD', data: { send: send.operation } });

    const result = fold(books, { unit: { code: 'P05', kind: 'BASE_BRANCH' } });

    expect(memberIn(result, 'DV-1').recognised).toBeNull();
    expect(memberIn(result, 'DV-2').recognised).toBe('GOOD');
  });

  it('gives the branch its class', () => {
    const books = assessed();
    const send = books.send();
    const given = books.base({ kind: 'branchClass', class: 'GOOD', data: { send: send.operation } });

    expect(fold(books).branchClass).toBe(given);
  });
});

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
