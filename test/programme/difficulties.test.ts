import { momentOf } from '../../src/programme/dates';
import { foldDifficulties } from '../../src/programme/difficulties';
import { foldUnit } from '../../src/programme/fold-unit';
import { Books, WAVE } from './ledger-builder';

const NOW = momentOf('2014-04-12', 8);

function raised(due = '2014-04-20'): { readonly books: Books; readonly id: string } {
  const books = new Books();
  const row = books.branch({ kind: 'difficulty', text: 'Thiếu sân', data: { raisedBy: 'BRANCH', due } });
  return { books, id: row.operation };
}
const state = (books: Books): string | undefined => foldDifficulties(books.rows, NOW)[0]?.state;

describe('a difficulty', () => {
  it('is new, at work on, passed up, answered, done', () => {
    const { books, id } = raised();
    expect(state(books)).toBe('NEW');
    books.base({ kind: 'answer', data: { difficulty: id, done: false } });
    expect(state(books)).toBe('IN_PROGRESS');
    books.base({ kind: 'escalate', data: { difficulty: id } });
    expect(state(books)).toBe('ESCALATED');
    books.district({ kind: 'answer', data: { difficulty: id, shared: true } });
    expect(state(books)).toBe('ANSWERED');
    books.district({ kind: 'answer', data: { difficulty: id, done: true } });
    expect(state(books)).toBe('DONE');
    expect(foldDifficulties(books.rows, NOW)).toMatchObject([
      { text: 'Thiếu sân', unit: 'P05-KP3', shared: true, inTime: true },
    ]);
  });

  it('is overdue past its day without an answer, and never lost behind a Gửi or a lock', () => {
    const { books, id } = raised('2014-04-11');
    books.send();
    books.district({ kind: 'lock', data: { closedOn: {} } });
    expect(foldDifficulties(books.rows, NOW)).toMatchObject([{ state: 'OVERDUE', inTime: false }]);
    books.base({ kind: 'answer', at: NOW, data: { difficulty: id } });

    expect(foldDifficulties(books.rows, NOW)).toMatchObject([
      { state: 'ANSWERED', inTime: false, answeredAt: NOW },
    ]);
  });

  it('can be taken back by undo', () => {
    const { books, id } = raised();
    books.branch({ kind: 'undo', data: { operations: [id] } });

    expect(foldDifficulties(books.rows, NOW)).toEqual([]);
  });
});

describe('foldUnit', () => {
  const own = (books: Books, kind: 'BASE_UNION' | 'BASE_BRANCH' = 'BASE_UNION') =>
    foldUnit({ wave: WAVE, unit: { code: 'P05', kind }, branches: ['P05-KP3'], events: books.rows });
  const BASE = 'BASE:P05:2014';

  it('gathers what the unit did in the wave', () => {
    const books = new Books();
    books.append(BASE, { kind: 'deployed', subject: 'P05', data: { day: '2014-03-18' } });
    const deployed = books.append(BASE, { kind: 'deployed', subject: 'P05', data: { day: '2014-03-19' } });
    const guidance = books.append(BASE, { kind: 'guidance', subject: 'P05' });
    const lessons = books.append(BASE, { kind: 'lessons', subject: 'P05' });
    const activity = books.append(BASE, { kind: 'activity', subject: 'P05' });
    books.append(BASE, { kind: 'lessons', subject: 'P05', wave: '2014-C2' });

    expect(own(books)).toMatchObject({
      deployed,
      guidance: [guidance],
      lessons,
      activities: [activity],
      send: null,
      recognised: null,
    });
  });

  it('is recognised by the district as a whole, naming the Gửi in force', () => {
    const books = new Books();
    const first = books.append(BASE, { kind: 'send', subject: 'P05' });
    const recognise = books.district({ kind: 'recognise', subject: 'P05', data: { send: first.operation } });
    expect(own(books).recognised).toBe(recognise);
    books.append(BASE, { kind: 'send', subject: 'P05' });

    expect(own(books).recognised).toBeNull();
  });

  it('of a base branch reads what its branch recorded; undone rows are absent', () => {
    const books = new Books();
    const row = books.branch({ kind: 'lessons' });

    expect(own(books).lessons).toBeNull();
    expect(own(books, 'BASE_BRANCH').lessons).toBe(row);
    books.branch({ kind: 'undo', data: { operations: [row.operation] } });
    expect(own(books, 'BASE_BRANCH').lessons).toBeNull();
  });
});
