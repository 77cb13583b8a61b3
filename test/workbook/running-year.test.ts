import { wavesForYear } from '../../src/programme/next-year';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { isRunning, runningProgramme, unlockedBefore, wavesOfColumns } from '../../src/workbook/running-year';
import type { WaveEntry } from '../../src/workbook/waves-tab';

const WAVES_2015 = wavesForYear(WAVES_2014, '2014', '2015');
const NOON = Date.parse('2015-01-01T12:00:00+07:00');

/** *Đợt* with both years; the waves named are opened, those of `locked` locked as well. */
function years(opened: readonly string[], locked: readonly string[] = [], programme = '2015') {
  const waves = [...WAVES_2014, ...WAVES_2015].map((wave): WaveEntry => ({
    wave: locked.includes(wave.code) ? { ...wave, lockedAt: NOON } : wave,
    formLink: '',
    formId: opened.includes(wave.code) ? `form ${wave.code}` : '',
  }));
  return { waves, settings: { programme } };
}

describe('the year a calendar is in', () => {
  it.each([
    ['before any wave is opened: the one being set up', [], '2015', '2015'],
    ['the old one until the new one’s first wave is opened', ['2014-C1', '2014-S1'], '2014', '2014'],
    [
      'the new one from then on, while the school year goes on',
      ['2014-C1', '2014-S1', '2015-C1'],
      '2015',
      '2014',
    ],
    ['the new one for the schools as well', ['2014-S1', '2015-C1', '2015-S1'], '2015', '2015'],
  ])('is %s', (_, opened, general, school) => {
    const facts = years(opened);

    expect([runningProgramme(facts, 'GENERAL'), runningProgramme(facts, 'SCHOOL')]).toEqual([
      general,
      school,
    ]);
  });

  it('decides which waves are served and have their member days asked for', () => {
    const facts = years(['2014-C1', '2014-S1', '2015-C1']);
    const [old] = WAVES_2014;
    const [next] = WAVES_2015;

    expect([isRunning(facts, old!), isRunning(facts, next!)]).toEqual([false, true]);
    expect(wavesOfColumns(facts).map(({ code }) => code)).toEqual([
      '2014-S1',
      ...WAVES_2015.map(({ code }) => code),
    ]);
  });

  it('is not left while a wave of it is open', () => {
    const opened = ['2014-C1', '2014-C2', '2014-S1'];
    const codes = (locked: readonly string[]): readonly string[] =>
      unlockedBefore(years(opened, locked), WAVES_2015[0]!).map(({ code }) => code);

    expect(codes([])).toEqual(['2014-C1', '2014-C2']);
    expect(codes(['2014-C1', '2014-C2'])).toEqual([]);
  });
});

describe('a day proposed for another year', () => {
  it('that the year does not have is the day before', () => {
    const [first] = WAVES_2014;
    const leap = { ...first!, code: '2016-C1', programme: '2016', registrationOpens: '2016-02-29' };

    expect(wavesForYear([leap], '2016', '2017')[0]?.registrationOpens).toBe('2017-02-28');
    expect(wavesForYear([leap], '2016', '2020')[0]?.registrationOpens).toBe('2020-02-29');
  });
});
