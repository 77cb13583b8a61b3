import { assessed, fold, memberIn, whyNot } from './ledger-builder';

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
