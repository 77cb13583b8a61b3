import { passagesAnew } from '../../src/programme/report-passages';
import { groupsTogether, placesToHide, withoutNames } from '../../src/programme/report-privacy';
import { countSaid, longDay, numberSaid, percentSaid } from '../../src/programme/report-words';
import type { GroupRow } from '../../src/programme/summary-parts';

describe('numbers of a document', () => {
  it.each([
    [0, '0'],
    [5, '05'],
    [10, '10'],
    [5300, '5.300'],
    [1234567, '1.234.567'],
  ])('%d is written %s', (count, text) => {
    expect(countSaid(count)).toBe(text);
  });

  it('takes no zero in a table', () => {
    expect(numberSaid(5)).toBe('5');
  });

  it.each([
    [0, 0, '–'],
    [0, 7, '0%'],
    [7, 7, '100%'],
    [955, 1000, '95,5%'],
    [1, 2, '50%'],
    [9999, 10000, '99,9%'],
    [1, 100000, '0,1%'],
  ])('%d of %d is %s', (part, whole, text) => {
    expect(percentSaid(part, whole)).toBe(text);
  });

  it.each([
    ['2014-02-05', 'ngày 05 tháng 02 năm 2014'],
    ['2014-03-17', 'ngày 17 tháng 3 năm 2014'],
    ['2014-10-01', 'ngày 01 tháng 10 năm 2014'],
  ])('%s is %s', (day, text) => {
    expect(longDay(day)).toBe(text);
  });
});

describe('placesToHide', () => {
  it.each([
    [[20, 30], []],
    [
      [20, 4, 30],
      [0, 1],
    ],
    [
      [2, 3, 30],
      [0, 1],
    ],
    [
      [2, 2, 30, 9],
      [0, 1, 3],
    ],
    [[3], [0]],
    [[0, 8], []],
  ])('of %j hides %j', (sizes, hidden) => {
    expect([...placesToHide(sizes)].sort((a, b) => a - b)).toEqual(hidden);
  });

  it('never leaves one to four people to be found by taking the others from the sum', () => {
    for (let a = 0; a <= 12; a += 1)
      for (let b = 0; b <= 12; b += 1)
        for (let c = 0; c <= 12; c += 1) {
          const sizes = [a, b, c];
          const hidden = placesToHide(sizes);
          const sum = sizes.reduce((all, size, place) => (hidden.has(place) ? all + size : all), 0);
          const shown = sizes.filter((_, place) => !hidden.has(place));

          expect(shown.filter((size) => size > 0 && size < 5)).toEqual([]);
          if (a + b + c >= 5) expect(sum === 0 || sum >= 5).toBe(true);
        }
  });
});

describe('groupsTogether', () => {
  const row = (group: GroupRow['group'], members: number, excellent: number): GroupRow => ({
    group,
    members,
    eligible: members,
    registered: { count: members, percent: 100 },
    selfAssessed: { count: 1, percent: 1 },
    classes: { EXCELLENT: { count: excellent, percent: 1 } },
  });

  it('adds the small group to the next smallest, as one row', () => {
    const { shown, together } = groupsTogether([row('DAN_CU', 40, 9), row('LLVT', 2, 1), row('CCVC', 6, 3)]);

    expect(shown.map((one) => one.group)).toEqual(['DAN_CU']);
    expect(together).toMatchObject({
      members: 8,
      registered: { count: 8 },
      selfAssessed: { count: 2 },
      classes: { EXCELLENT: { count: 4 } },
    });
  });

  it('leaves everything as it is where every group is large enough', () => {
    const rows = [row('DAN_CU', 40, 9), row('CCVC', 5, 3)];

    expect(groupsTogether(rows)).toEqual({ shown: rows, together: null });
  });

  it('shows nothing of fewer than five people in all', () => {
    expect(groupsTogether([row('DAN_CU', 3, 1)])).toEqual({ shown: [], together: null });
  });
});

describe('withoutNames', () => {
  it.each([
    ['Nhắc Phạm Minh Đức ba lần', 'Nhắc một đoàn viên ba lần'],
    ['Nhắc phạm  minh đức, và Lê Thị Cúc.', 'Nhắc một đoàn viên, và một đoàn viên.'],
    ['Phạm Minh Đứcc', 'Phạm Minh Đứcc'],
    ['Không có ai', 'Không có ai'],
  ])('%s → %s', (text, told) => {
    expect(withoutNames(text, ['Phạm Minh Đức', 'Lê Thị Cúc', 'An'])).toBe(told);
  });

  it('finds a name whose marks are stored apart', () => {
    expect(withoutNames('Phạm Minh Đức'.normalize('NFD'), ['Phạm Minh Đức'])).toBe('một đoàn viên');
  });
});

describe('passagesAnew', () => {
  const proposals = { limits: ['…'], lessons: ['', '- P5: mới'] };

  it.each([
    ['nothing known', { found: null, kept: {}, proposed: {} }, ['', '- P5: mới']],
    [
      'only the old proposal there',
      { found: { lessons: ['', '- P5: cũ'] }, kept: {}, proposed: { lessons: ['', '- P5: cũ'] } },
      ['', '- P5: mới'],
    ],
    [
      'the proposal edited',
      { found: { lessons: ['', '- P5: cũ, sửa'] }, kept: {}, proposed: { lessons: ['', '- P5: cũ'] } },
      ['', '- P5: cũ, sửa'],
    ],
    [
      'the proposal taken out',
      { found: { lessons: ['', ''] }, kept: {}, proposed: { lessons: ['', '- P5: cũ'] } },
      [],
    ],
    [
      'the document gone',
      { found: null, kept: { lessons: ['Của cán bộ'] }, proposed: { lessons: ['', '- P5: cũ'] } },
      ['Của cán bộ'],
    ],
    [
      'its beginning deleted in the document',
      { found: {}, kept: { lessons: ['Của cán bộ'] }, proposed: { lessons: ['', '- P5: cũ'] } },
      ['Của cán bộ'],
    ],
  ])('with %s', (_, before, lines) => {
    expect(passagesAnew(before, proposals).lessons).toEqual(lines);
  });
});
