import { DEFAULT_FLAG_SETTINGS, flagsOf } from '../../src/programme/flags';
import { ALL_DONE, Books, fold, member } from './ledger-builder';

const FIVE = ['DV-1', 'DV-2', 'DV-3', 'DV-4', 'DV-5'].map((code) => member(code, { evidence: ['R1'] }));

function codes(books: Books, members = FIVE): readonly string[] {
  return flagsOf(fold(books, { members })).map(({ code }) => code);
}

describe('flagsOf', () => {
  it('sees nothing in a branch nobody has assessed', () => {
    expect(codes(new Books())).toEqual([]);
  });

  it('names high levels without evidence, not those with it nor lower ones', () => {
    const books = new Books();
    books.grade('DV-1', { levels: '4433333333' });

    expect(flagsOf(fold(books, { members: FIVE }))).toEqual([
      { code: 'NO_EVIDENCE', member: 'DV-1', criteria: ['R2'] },
    ]);
  });

  it('names who registered fewer criteria of a half than the district asks for, not who registered none', () => {
    const members = [
      member('DV-1', { registered: ['R1', 'R2', 'A1'], selfLevels: '' }),
      member('DV-2', { registered: ['R1'], selfLevels: '' }),
      member('DV-3', { registered: [], selfLevels: '' }),
    ];
    const flags = (least: { TRAINING: number; ACTION: number }) =>
      flagsOf(fold(new Books(), { members }), { ...DEFAULT_FLAG_SETTINGS, least }).map((flag) =>
        'halves' in flag ? [flag.member, ...flag.halves] : [],
      );

    expect(flags({ TRAINING: 2, ACTION: 1 })).toEqual([['DV-2', 'TRAINING', 'ACTION']]);
    expect(flags({ TRAINING: 1, ACTION: 2 })).toEqual([
      ['DV-1', 'ACTION'],
      ['DV-2', 'ACTION'],
    ]);
    expect(flags({ TRAINING: 0, ACTION: 0 })).toEqual([]);
  });

  it('names self and committee two levels apart', () => {
    const books = new Books();
    books.grade('DV-1', { levels: '1233333333' });

    expect(flagsOf(fold(books, { members: FIVE }))).toEqual([
      { code: 'TWO_LEVELS_APART', member: 'DV-1', criteria: ['R1'] },
    ]);
  });

  it('names a registered criterion of which the member says it was not', () => {
    const denied = member('DV-1', { selfLevels: '0333333333' });

    expect(flagsOf(fold(new Books(), { members: [denied] }))).toEqual([
      { code: 'DENIED_REGISTERED', member: 'DV-1', criteria: ['R1'] },
    ]);
  });

  it('says when a whole branch has one level, from five members up', () => {
    const books = new Books();
    for (const { code } of FIVE.slice(0, 4)) books.grade(code, { levels: ALL_DONE });
    expect(codes(books)).toEqual([]);
    books.grade('DV-5', { levels: '3333300000' });

    expect(codes(books)).toEqual(['ALL_EQUAL']);
    books.grade('DV-5', { levels: '3333200000' });
    expect(codes(books)).toEqual([]);
  });

  it('says when members were judged faster than anyone reads, those agreed in bulk left out', () => {
    const pace = (kind: 'agree' | 'agreeBulk', shownMs: number): readonly string[] => {
      const books = new Books();
      for (const [index, { code }] of FIVE.entries())
        books.grade(code, { kind, levels: index === 0 ? '2333333333' : ALL_DONE, data: { shownMs } });
      return codes(books);
    };

    expect(pace('agree', 900)).toEqual(['FASTER_THAN_READING']);
    expect(pace('agree', 9000)).toEqual([]);
    expect(pace('agreeBulk', 900)).toEqual([]);
  });
});
