import type { LedgerEvent } from '../../src/programme/events';
import { submissionShown } from '../../src/programme/submission';
import { momentOf } from '../../src/programme/dates';
import { ALL_DONE, ALL_WELL, assessed, Books, fold, member, memberIn, whyNot } from './ledger-builder';

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

  it('names only what stands before it', () => {
    const books = new Books();
    const later = `${books.grade('DV-1').ledger}-3`;
    books.branch({ kind: 'undo', data: { operations: [later] } });
    const grade = books.grade('DV-1', { class: 'GOOD' });

    expect(grade.operation).toBe(later);
    expect(memberIn(fold(books), 'DV-1').grade).toBe(grade);
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

  it('of a round not yet opened closes nothing when that round is opened later', () => {
    const books = assessed();
    const early = books.send(2);
    const send = books.send();
    books.branch({ kind: 'takeBack', data: { send: send.operation } });

    const result = fold(books);

    expect(result).toMatchObject({ state: 'READY', round: 2 });
    expect(whyNot(result)).toEqual({ [early.operation]: 'ROUND_NOT_OPEN' });
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

  it('is too late for one that had read only the Gửi', () => {
    const books = assessed();
    const send = books.send();
    books.branch({ kind: 'takeBack', data: { send: send.operation } });
    books.base({ kind: 'reviewing', data: { send: send.operation, after: send.seq } });

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
