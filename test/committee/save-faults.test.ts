import { agree, baseBook, KEY, op, SECRETARY } from './base-book';

const TRIP = { ...KEY, operation: op('a'), grades: [agree('DV-1001'), agree('DV-1002')], lastSeen: 0 };

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
