import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  endOfDay,
  formatDay,
  formatDayInDocument,
  formatMoment,
  isRealDay,
  localTime,
  momentOf,
  parseDay,
  parseMoment,
  startOfDay,
} from '../../src/programme/dates';

describe('days', () => {
  it.each([
    ['2014-03-31', true],
    ['2012-02-29', true],
    ['2014-02-29', false],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2014-13-01', false],
    ['2014-00-10', false],
    ['2014-4-1', false],
    ['', false],
  ])('%s is real: %s', (text, real) => {
    expect(isRealDay(text)).toBe(real);
  });

  it.each([
    ['05/09/1998', '1998-09-05'],
    ['5/9/1998', '1998-09-05'],
    ['5-9-1998', '1998-09-05'],
    [' 05.09.1998 ', '1998-09-05'],
    ['05091998', '1998-09-05'],
    ['05 09 1998', '1998-09-05'],
    ['1998-09-05', '1998-09-05'],
    ['０５/09/1998', '1998-09-05'],
    ['31/02/1998', null],
    ['09/25/1998', null],
    ['5/9/98', null],
    ['hôm qua', null],
    ['', null],
  ])('reads "%s" as %s', (typed, day) => {
    expect(parseDay(typed)).toBe(day);
  });

  it('agrees with the platform’s calendar from 1900 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }), (number) => {
        const day = new Date(number * 86_400_000).toISOString().slice(0, 10);
        expect(dayOfNumber(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
      }),
      { seed: 2014 },
    );
  });

  it('are those of Asia/Ho_Chi_Minh, first to last millisecond', () => {
    expect(startOfDay('2014-03-31')).toBe(Date.parse('2014-03-30T17:00:00Z'));
    expect(endOfDay('2014-03-31')).toBe(Date.parse('2014-03-31T16:59:59.999Z'));
    expect(dayOf(endOfDay('2014-03-31'))).toBe('2014-03-31');
    expect(dayOf(endOfDay('2014-03-31') + 1)).toBe('2014-04-01');
  });

  it('are added and counted over the ends of months and years', () => {
    expect(addDays('2014-12-31', 1)).toBe('2015-01-01');
    expect(addMonths('2013-08-31', 6)).toBe('2014-02-28');
    expect(addMonths('2014-01-15', -1)).toBe('2013-12-15');
    expect(daysBetween('2014-03-17', '2014-03-31')).toBe(14);
  });

  it.each([
    ['2014-03-31', '31/03/2014', '31/3/2014'],
    ['2014-04-05', '05/04/2014', '05/4/2014'],
    ['2014-02-17', '17/02/2014', '17/02/2014'],
    ['2014-10-01', '01/10/2014', '01/10/2014'],
  ])('%s is %s in a cell and %s in a document', (day, cell, document) => {
    expect(formatDay(day)).toBe(cell);
    expect(formatDayInDocument(day)).toBe(document);
  });
});

describe('moments', () => {
  it('are written and read back', () => {
    const at = momentOf('2014-04-09', 14, 5, 7);

    expect(formatMoment(at)).toBe('09/04/2014 14:05:07');
    expect(parseMoment('09/04/2014 14:05:07')).toBe(at);
    expect(localTime(at)).toEqual({ year: 2014, month: 4, day: 9, hour: 14, minute: 5, second: 7 });
  });

  it.each(['', '09/04/2014', '31/02/2014 10:00:00', '09/04/2014 24:00:00', '09/04/2014 10:60'])(
    '"%s" is none',
    (text) => {
      expect(parseMoment(text)).toBeNull();
    },
  );
});
