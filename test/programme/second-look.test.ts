import { momentOf } from '../../src/programme/dates';
import { planAnsweringLook } from '../../src/programme/plan-second-look';
import { planRecording } from '../../src/programme/plan-records';
import { PRESET_2014 } from '../../src/programme/presets';
import { secondLookUntil } from '../../src/programme/second-look';
import { BASE_LEDGER, BRANCH_LEDGER, fold, memberIn, type Books } from './ledger-builder';
import { BASE_ACT, BRANCH_ACT, codes, facts, sent } from './plan-builder';

/** A branch that has sent, its member DV-1 recognised on 9/4/2014. */
function recognised(): Books {
  const books = sent();
  books.base({ kind: 'recognise', subject: 'DV-1', data: { send: sendOf(books), after: 5 } });
  return books;
}

/** The same; DV-1 asks. */
function asked(text = 'Em có làm đủ tiêu chí 3'): Books {
  const books = recognised();
  books.branch({ kind: 'secondLook', subject: 'DV-1', text, round: 1 });
  return books;
}

function sendOf(books: Books): string {
  return books.rows.find((row) => row.kind === 'send')?.operation ?? '';
}

function lookOf(books: Books) {
  return memberIn(fold(books), 'DV-1').secondLook;
}

function marksOf(books: Books): readonly string[] {
  return memberIn(fold(books), 'DV-1').marks;
}

const ASK = { kind: 'secondLook', member: 'DV-1', text: 'Xin xem lại' } as const;

function ask(books: Books, now = momentOf('2014-04-10')): readonly string[] {
  return codes(planRecording(facts(books, { now }), ASK, PRESET_2014, new Set(), BRANCH_ACT));
}

describe('asking for a second look', () => {
  it('waits for a result', () => {
    expect(ask(sent())).toEqual(['NO_RESULT_YET DV-1']);
  });

  it.each([
    ['the same day', momentOf('2014-04-09', 12), []],
    ['the last minute of the third day behind it', momentOf('2014-04-12', 23, 59), []],
    ['a minute later', momentOf('2014-04-13', 0, 1), ['SECOND_LOOK_LATE DV-1']],
  ])('is possible on %s as it should', (_, now, problems) => {
    expect(ask(recognised(), now)).toEqual(problems);
  });

  it('says until when it was possible', () => {
    expect(secondLookUntil(momentOf('2014-04-09', 23, 59))).toBe('2014-04-12');
  });

  it('is possible in a locked wave: a lock silences nobody', () => {
    const books = recognised();
    books.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 5, [BASE_LEDGER]: 1 } } });

    expect(ask(books)).toEqual([]);
  });

  it('once at a time', () => {
    expect(ask(asked())).toEqual(['SECOND_LOOK_WAITING DV-1']);
  });

  it('needs its words and somebody the branch knows', () => {
    const plan = (row: Partial<Record<'text' | 'member', string>>) =>
      codes(planRecording(facts(recognised()), { ...ASK, ...row }, PRESET_2014, new Set(), BRANCH_ACT));

    expect(plan({ text: ' ' })).toEqual(['TEXT_MISSING P05-KP3']);
    expect(plan({ member: 'DV-9' })).toEqual(['UNKNOWN_MEMBER DV-9']);
  });
});

describe('a second look', () => {
  it('waits, marked, until it is answered', () => {
    expect(lookOf(recognised())).toBeNull();
    expect(lookOf(asked())).toMatchObject({ state: 'OPEN', text: 'Em có làm đủ tiêu chí 3', answer: '' });
    expect(marksOf(asked())).toContain('SECOND_LOOK');
  });

  it('is answered by an explanation; the result stays', () => {
    const books = asked();
    const look = lookOf(books)?.operation;
    books.branch({
      kind: 'answer',
      subject: 'DV-1',
      text: 'Đã xem',
      data: { secondLook: look, agreed: false },
    });

    expect(lookOf(books)).toMatchObject({ state: 'EXPLAINED', answer: 'Đã xem' });
    expect(memberIn(fold(books), 'DV-1').recognised).toBe('EXCELLENT');
    expect(marksOf(books)).toEqual(['LOOKED_AGAIN']);
  });

  it('is agreed with by Điều chỉnh of whoever had read it, not by one made before', () => {
    const before = recognised();
    const data = { send: sendOf(before), after: 5 };
    before.base({ kind: 'adjust', subject: 'DV-1', class: 'GOOD', reason: 'Thiếu minh chứng', data });
    before.branch({ kind: 'secondLook', subject: 'DV-1', text: 'Em có minh chứng', round: 1 });
    const stillOpen = lookOf(before)?.state;
    before.base({
      kind: 'adjust',
      subject: 'DV-1',
      class: 'EXCELLENT',
      reason: 'Có',
      data: { ...data, after: 6 },
    });

    expect(stillOpen).toBe('OPEN');
    expect(lookOf(before)).toMatchObject({ state: 'AGREED', answer: 'Có' });
  });

  it('is agreed with by returning the member, in whatever words', () => {
    const books = asked();
    const data = { send: sendOf(books), members: ['DV-1'], after: 6 };
    books.base({ kind: 'return', subject: 'DV-1', reason: 'Xem lại', data });

    expect(lookOf(books)?.state).toBe('AGREED');
    expect(memberIn(fold(books), 'DV-1').state).toBe('RETURNED');
  });

  it('reads the same whatever order the ledgers come in', () => {
    const books = asked();
    books.base({
      kind: 'return',
      subject: 'DV-1',
      reason: 'Xem lại',
      data: { send: sendOf(books), members: ['DV-1'] },
    });
    const turned = fold(books, { events: [...books.rows].reverse() });

    expect(memberIn(turned, 'DV-1').secondLook).toEqual(lookOf(books));
  });
});

describe('answering', () => {
  const answer = (books: Books, given: { agreed: boolean; text?: string; look?: string }, act = BASE_ACT) =>
    planAnsweringLook(
      facts(books),
      { member: 'DV-1', text: 'Đã đối chiếu minh chứng', look: lookOf(books)?.operation ?? '', ...given },
      act,
    );

  it('agreeing returns the member and says so, both in one operation', () => {
    const planned = answer(asked(), { agreed: true });

    expect(
      planned.ok && planned.value.map(({ kind, operation, data }) => [kind, operation.slice(-2), data]),
    ).toEqual([
      ['return', '01', expect.objectContaining({ members: ['DV-1'], after: 5 })],
      ['answer', '02', expect.objectContaining({ agreed: true })],
    ]);
  });

  it('explaining writes one row, of the branch too', () => {
    const planned = answer(asked(), { agreed: false }, BRANCH_ACT);

    expect(planned.ok && planned.value.map(({ kind, subject, text }) => [kind, subject, text])).toEqual([
      ['answer', 'DV-1', 'Đã đối chiếu minh chứng'],
    ]);
  });

  it('is refused when nobody asked, when it was answered, without words, and after a lock', () => {
    const locked = asked();
    locked.district({ kind: 'lock', data: { closedOn: { [BRANCH_LEDGER]: 6, [BASE_LEDGER]: 1 } } });

    expect(codes(answer(recognised(), { agreed: false }))).toEqual(['SECOND_LOOK_ANSWERED DV-1']);
    expect(codes(answer(asked(), { agreed: false, look: 'x' }))).toEqual(['SECOND_LOOK_ANSWERED DV-1']);
    expect(codes(answer(asked(), { agreed: false, text: ' ' }))).toEqual(['TEXT_MISSING DV-1']);
    expect(codes(answer(locked, { agreed: true }))).toEqual(['LOCKED P05-KP3']);
    expect(codes(answer(locked, { agreed: false }))).toEqual([]);
  });
});
