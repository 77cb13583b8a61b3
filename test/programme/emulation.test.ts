import {
  DEFAULT_EMULATION_WEIGHTS,
  rankScores,
  scoreUnit,
  type EmulationScore,
  type PartFigures,
} from '../../src/programme/emulation';
import { momentOf } from '../../src/programme/dates';
import { foldDifficulties } from '../../src/programme/difficulties';
import { foldUnit } from '../../src/programme/fold-unit';
import { PRESET_2014 } from '../../src/programme/presets';
import type { UnitResults } from '../../src/programme/summary';
import { Books, fold, MEMBERS, WAVE } from './ledger-builder';

function wave(books: Books): UnitResults {
  const unit = {
    code: 'P05',
    name: 'Đoàn Phường 5',
    block: 'RESIDENTIAL',
    kind: 'BASE_UNION',
    cluster: '',
    calendar: 'GENERAL',
    committeeEmails: [],
    officers: [],
    memberDays: {},
  } as const;
  return {
    unit,
    branches: [fold(books)],
    own: foldUnit({ wave: WAVE, unit, branches: [], events: books.rows }),
    memberDay: '',
  };
}

function assessed(sentAt: number): Books {
  const books = new Books();
  for (const { code } of MEMBERS) books.grade(code);
  books.branch({ kind: 'send', at: sentAt });
  return books;
}

describe('scoreUnit', () => {
  it('gives all points to a unit that did everything in time, and loses none for what there was none of', () => {
    const result = scoreUnit('P05', [wave(assessed(momentOf('2014-04-10')))], [], PRESET_2014);

    expect(result).toMatchObject({ score: 100, proposed: 'EXCELLENT', parts: DEFAULT_EMULATION_WEIGHTS });
  });

  it('takes off what was late and what was not answered in time', () => {
    const books = assessed(momentOf('2014-04-11'));
    books.branch({ kind: 'difficulty', data: { raisedBy: 'BRANCH', due: '2014-04-12' } });
    const difficulties = foldDifficulties(books.rows, momentOf('2014-04-20'));

    const result = scoreUnit('P05', [wave(books)], difficulties, PRESET_2014);

    expect(result).toMatchObject({
      score: 70,
      proposed: 'GOOD',
      parts: { gradedOnTime: 0, difficultiesInTime: 0 },
    });
  });
});

const NO_FIGURES: PartFigures = {
  registered: [0, 0],
  selfAssessed: [0, 0],
  gradedOnTime: [0, 0],
  goodOrBetter: [0, 0],
  difficultiesInTime: [0, 0],
};

describe('rankScores', () => {
  it('lets ties share a rank and skips the next', () => {
    const scored = (unit: string, score: number): EmulationScore => ({
      unit,
      score,
      proposed: '',
      parts: DEFAULT_EMULATION_WEIGHTS,
      figures: NO_FIGURES,
    });

    const ranks = rankScores([scored('A', 80), scored('B', 90), scored('C', 80.001), scored('D', 10)]);

    expect(Object.fromEntries(ranks)).toEqual({ B: 1, A: 2, C: 2, D: 4 });
  });
});
