import { currentWave, waveBrief } from '../../src/committee/wave-brief';
import { momentOf } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import type { Wave } from '../../src/programme/wave';

const [first] = GENERAL_CALENDAR_2014 as [Wave];

describe('currentWave', () => {
  it.each([
    ['before anything has begun, the first', '2014-03-01', '2014-C1'],
    ['while the first is graded', '2014-04-09', '2014-C1'],
    ['while the second is registered for and the first still open, the open one', '2014-05-02', '2014-C1'],
    ['once the second can be graded too, the newer', '2014-06-06', '2014-C2'],
  ])('is, %s', (_, day, expected) => {
    expect(currentWave(GENERAL_CALENDAR_2014, momentOf(day, 8))).toBe(expected);
  });

  it('passes over what is locked', () => {
    const locked = { ...first, lockedAt: momentOf('2014-04-20') };
    const waves = [locked, ...GENERAL_CALENDAR_2014.slice(1)];

    expect(currentWave(waves, momentOf('2014-05-02'))).toBe('2014-C2');
  });

  it('is none where there is none', () => {
    expect(currentWave([], 0)).toBe('');
  });
});

describe('waveBrief', () => {
  it('tells the step, its day and whether results may be written', () => {
    expect(waveBrief(first, momentOf('2014-04-09'))).toMatchObject({
      name: 'Đợt I',
      step: 'GRADING',
      due: '2014-04-10',
      isGradingOpen: true,
    });
  });
});
