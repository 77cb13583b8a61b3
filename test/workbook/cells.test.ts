import * as fc from 'fast-check';
import { dayOfNumber, momentOf } from '../../src/programme/dates';
import {
  dayCell,
  dayOfCell,
  emailsOfCell,
  fittingText,
  flagOfCell,
  isEmail,
  momentCell,
  momentOfCell,
  monthCell,
  monthOfCell,
  numberOfCell,
  type ReadCell,
} from '../../src/workbook/cells';

describe('dayCell', () => {
  it('counts days as Sheets does', () => {
    expect(dayCell('1899-12-31')).toBe(1);
    expect(dayCell('2014-03-18')).toBe(41716);
    expect(dayCell('')).toBe('');
  });

  it('is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }).map(dayOfNumber), (day) => {
        expect(dayOfCell(dayCell(day))).toBe(day);
      }),
    );
  });
});

describe('dayOfCell', () => {
  it.each<[ReadCell, string | null]>([
    ['', ''],
    ['  ', ''],
    ['18/3/2014', '2014-03-18'],
    [41716.75, '2014-03-18'],
    ['31/02/1998', null],
    ['tháng ba', null],
    [0, null],
    [20140318, null],
    [true, null],
  ])('reads %j as %j', (cell, day) => {
    expect(dayOfCell(cell)).toBe(day);
  });
});

describe('momentCell', () => {
  it('is read back to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        expect(momentOfCell(momentCell(seconds * 1000))).toBe(seconds * 1000);
      }),
    );
  });

  it('takes text of a ledger too, and nothing else', () => {
    expect(momentOfCell('25/03/2014 20:15:00')).toBe(momentOf('2014-03-25', 20, 15));
    expect(momentOfCell('hôm qua')).toBeNull();
    expect(momentOfCell(true)).toBeNull();
    expect(momentCell(null)).toBe('');
  });
});

describe('monthOfCell', () => {
  it.each<[ReadCell, string | null]>([
    ['3/2014', '2014-03'],
    ['03-2014', '2014-03'],
    [41699, '2014-03'],
    ['', ''],
    ['13/2014', null],
    ['tháng 3', null],
  ])('reads %j as %j', (cell, month) => {
    expect(monthOfCell(cell)).toBe(month);
  });

  it('reads what was written', () => {
    expect(monthCell('2014-03')).toBe('3/2014');
    expect(monthCell('')).toBe('');
  });
});

describe('numberOfCell', () => {
  it.each<[ReadCell, number | null]>([
    [80, 80],
    ['80', 80],
    ['80 %', 80],
    ['95,5', 95.5],
    ['5.300', 5300],
    ['-3', -3],
    ['95.5', null],
    ['', null],
    ['tám', null],
    [true, null],
  ])('reads %j as %j', (cell, value) => {
    expect(numberOfCell(cell)).toBe(value);
  });
});

describe('flagOfCell', () => {
  it.each<[ReadCell, boolean | null]>([
    ['Có', true],
    ['KHÔNG', false],
    [true, true],
    [false, false],
    ['x', true],
    ['', true],
    ['chắc là', null],
  ])('reads %j as %j where an empty cell means yes', (cell, flag) => {
    expect(flagOfCell(cell, true)).toBe(flag);
  });
});

describe('isEmail', () => {
  it.each(['a.b@gmail.com', "o'x+1@mail.example.vn"])('takes %s', (email) => {
    expect(isEmail(email)).toBe(true);
  });

  it.each(['', 'a', 'a@b', 'a@b.', '@b.com', 'a b@c.com', 'a..b@c.com', 'a@c,com', 'bí@c.com'])(
    'refuses "%s"',
    (email) => {
      expect(isEmail(email)).toBe(false);
    },
  );

  it('parts addresses however people part them', () => {
    expect(emailsOfCell('A@x.vn, b@x.vn;c@x.vn\nd@x.vn')).toEqual(['a@x.vn', 'b@x.vn', 'c@x.vn', 'd@x.vn']);
  });
});

describe('fittingText', () => {
  it('cuts what a cell cannot hold and says so', () => {
    expect(fittingText('ngắn')).toBe('ngắn');
    expect(fittingText('x'.repeat(60_000)).length).toBeLessThan(50_000);
    expect(fittingText('x'.repeat(60_000))).toContain('cắt bớt');
  });
});
