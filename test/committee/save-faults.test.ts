import type { Fault } from '../../src/local/workspace';
import { agree, baseBook, KEY, kinds, op, SECRETARY } from './base-book';

const TRIP = { ...KEY, operation: op('a'), grades: [agree('DV-1001'), agree('DV-1002')], lastSeen: 0 };

/** One more than a save has calls: the last case meets no fault, and shows that the others did. */
const CALLS = 16;

describe.each([
  ['killed', { do: 'kill' }],
  ['done and said to have failed', { do: 'effectThenError', message: 'Something nobody knows' }],
] as const)('a save with one call %s', (_, fault) => {
  const cases = Array.from({ length: CALLS + 1 }, (__, index) => index + 1);

  it.each(cases)('at call %i is whole after one more try, and counted once', (at) => {
    const book = baseBook();
    book.workspace.faults([{ at, ...fault } as Fault]);
    const first = book.run('saveGrades', TRIP, SECRETARY);
    book.workspace.faults([]);

    const again = book.value('saveGrades', TRIP, SECRETARY);

    if (at > CALLS) expect(first.ok).toBe(true);
    expect(again.saved.map(({ member, seq }) => `${seq} ${member}`)).toEqual(['1 DV-1001', '2 DV-1002']);
    const ledger = book.ledger('BRANCH', 'P05-KP1');
    expect(ledger.broken).toEqual([]);
    expect(kinds(ledger.events)).toEqual(['agree DV-1001', 'agree DV-1002']);
  });
});

describe('a save whose write', () => {
  it.each([
    [
      'meets a passing error, is tried again at once',
      'Service Spreadsheets timed out while accessing document with id x.',
      true,
    ],
    ['meets an error nobody knows, is left to the page', 'Something nobody knows', false],
  ])('%s', (_, message, expected) => {
    const book = baseBook();
    book.workspace.faults([{ at: 'Range.setValues', do: 'refuse', message }]);

    expect(book.run('saveGrades', TRIP, SECRETARY).ok).toBe(expected);
    expect(book.ledger('BRANCH', 'P05-KP1').events).toHaveLength(expected ? 2 : 0);
  });
});
