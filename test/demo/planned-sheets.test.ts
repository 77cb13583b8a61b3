import { endOfDay, startOfDay } from '../../src/programme/dates';
import { inventDistrict } from '../../src/demo/invent/district';
import { planSheets } from '../../src/demo/people/planned-sheets';
import { waveOf } from '../../src/demo/world/calendar';

const WAVE = waveOf('2014-C1');

describe('the sheets of a wave', () => {
  it('come with the shares of wrong input that are asked for', () => {
    const sheets = planSheets(inventDistrict('district', 1), WAVE);

    const share = (...slips: readonly string[]): number =>
      (sheets.filter(({ slip }) => slips.includes(slip)).length * 100) / sheets.length;
    expect(sheets.length).toBeGreaterThan(9000);
    expect(share('UNKNOWN_CODE', 'UNKNOWN_NAME')).toBeCloseTo(1, 0);
    expect(share('BIRTH_DATE')).toBeCloseTo(1, 0);
    expect(share('SWAPPED')).toBeCloseTo(1, 0);
    expect(share('LATE')).toBeCloseTo(2, 0);
    expect(share('AGAIN')).toBeCloseTo(3, 0);
    expect(share('EDITED')).toBeCloseTo(0.5, 0);
    expect(share('OTHER_WAVE')).toBeGreaterThan(0.1);
  });

  it('come in the order of their times, inside their window unless they are late', () => {
    const sheets = planSheets(inventDistrict('ward', 1), WAVE);

    const times = sheets.map(({ at }) => at);
    const outside = sheets.filter(({ at, kind, slip }) => {
      const [opens, closes] =
        kind === 'REGISTRATION'
          ? [WAVE.registrationOpens, WAVE.registrationCloses]
          : [WAVE.selfOpens, WAVE.selfCloses];
      return at < startOfDay(opens) || at > endOfDay(closes) !== (slip === 'LATE');
    });
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(outside).toEqual([]);
  });

  it('come from members of units of the wave only, but for those of another wave', () => {
    const district = inventDistrict('demo', 1);

    const school = new Set(district.branches.filter(({ base }) => base === 'TH01').map(({ code }) => code));
    const strangers = planSheets(district, WAVE).filter(({ member }) => school.has(member.branch));
    expect(strangers.filter(({ slip }) => slip !== 'OTHER_WAVE')).toEqual([]);
  });
});
