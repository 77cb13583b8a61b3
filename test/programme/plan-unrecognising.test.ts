import { planAdjusting, planRecognising, planRecognisingAll } from '../../src/programme/plan-above';
import { planUnrecognising } from '../../src/programme/plan-unrecognising';
import { PRESET_2014 } from '../../src/programme/presets';
import { assessed, type Books, BRANCH, DISTRICT_LEDGER, fold } from './ledger-builder';
import { act, apply, BASE_ACT, codes, facts, sent } from './plan-builder';

const all = (books: Books): void => void apply(books, planRecognisingAll(facts(books), [], BASE_ACT));
const takeBack = (books: Books, members: readonly string[]) =>
  planUnrecognising(facts(books), members, books.rows, BASE_ACT);

/** Appends every planned row. */
function take(books: Books, members: readonly string[]): readonly string[] {
  const planned = takeBack(books, members);
  if (!planned.ok) throw new Error(codes(planned).join());
  return planned.value.map((row) => apply(books, { ok: true, value: row }).kind);
}

const recognised = (books: Books) => fold(books).members.map((member) => member.recognised);

describe('taking a recognition back', () => {
  it('of one member out of all leaves the others recognised, as one more row of the whole branch', () => {
    const books = sent();
    all(books);
    const before = recognised(books);

    const kinds = take(books, ['DV-2']);

    expect(kinds).toEqual(['undo', 'recognise']);
    expect(recognised(books)).toEqual([before[0], null, before[2]]);
    expect(before).not.toContain(null);
  });

  it('of the whole branch takes every row back, single ones and adjustments too', () => {
    const books = sent();
    apply(books, planRecognising(facts(books), 'DV-1', BASE_ACT));
    apply(
      books,
      planAdjusting(facts(books), 'DV-2', { class: 'GOOD', reason: 'vắng' }, PRESET_2014, BASE_ACT),
    );
    all(books);

    const kinds = take(books, []);

    expect(kinds).toEqual(['undo']);
    expect(recognised(books)).toEqual([null, null, null]);
    expect(fold(books).state).toBe('SENT');
  });

  it('of an adjusted member does not bring back the recognition before it', () => {
    const books = sent();
    all(books);
    apply(
      books,
      planAdjusting(facts(books), 'DV-1', { class: 'GOOD', reason: 'vắng' }, PRESET_2014, BASE_ACT),
    );

    take(books, ['DV-1']);

    expect(recognised(books)[0]).toBeNull();
    expect(recognised(books).slice(1)).not.toContain(null);
  });

  it('can be followed by another recognition and taken back again', () => {
    const books = sent();
    all(books);
    take(books, ['DV-2']);
    all(books);
    const again = recognised(books);
    take(books, []);

    expect(again).not.toContain(null);
    expect(recognised(books)).toEqual([null, null, null]);
  });

  it('is refused where nothing was sent, nobody is recognised, or nobody knows the member', () => {
    const open = assessed();
    const waiting = sent();

    expect(codes(takeBack(open, []))).toEqual([`NOT_SENT ${BRANCH}`]);
    expect(codes(takeBack(waiting, []))).toEqual([`NOTHING_TO_UNDO ${BRANCH}`]);
    expect(codes(takeBack(waiting, ['DV-9']))).toEqual(['UNKNOWN_MEMBER DV-9']);
  });

  it('leaves alone what the district recognised: its ledger is not the asker’s', () => {
    const books = sent();
    apply(books, planRecognising(facts(books), 'DV-1', act(DISTRICT_LEDGER, 5)));

    expect(codes(takeBack(books, ['DV-1']))).toEqual(['NOTHING_TO_UNDO DV-1']);
  });
});
