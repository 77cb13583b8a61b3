import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { PRESET_2014 } from '../../src/programme/presets';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { byHandFrom, type ByHandReading } from '../../src/workbook/by-hand-reading';
import { byHandRows, byHandTab, OWN_ROWS, SEND_ROW, sendWord } from '../../src/workbook/by-hand-tab';
import { problemSentence } from '../../src/workbook/problems';
import { withCell, type Sheet } from './setup-builder';

const WAVE = WAVES_2014.find(({ code }) => code === '2014-C1')!;
const TAB = byHandTab({ code: 'P05-KP3', name: 'Chi đoàn Khu phố 3' }, WAVE, PRESET_2014, DEFAULT_CRITERIA);
const EMPTY = byHandRows(TAB, [
  { code: 'DV-1', fullName: 'Nguyễn Thị Ánh' },
  { code: 'DV-2', fullName: 'Trần Văn Bình' },
]);
const OWN = TAB.frozenRows;
const FIRST = OWN + OWN_ROWS.length;
const typed = (cells: Readonly<Record<string, string>>, row = FIRST, sheet: Sheet = EMPTY): Sheet =>
  Object.entries(cells).reduce((made, [key, value]) => withCell(made, row, key, value), sheet);
const read = (sheet: Sheet): ByHandReading => byHandFrom(sheet, TAB, PRESET_2014);

describe('byHandTab', () => {
  it('is another tab in another wave, so that nothing typed in one is taken for the other', () => {
    const next = WAVES_2014.find(({ code }) => code === '2014-C2')!;
    const other = byHandTab(
      { code: 'P05-KP3', name: 'Chi đoàn Khu phố 3' },
      next,
      PRESET_2014,
      DEFAULT_CRITERIA,
    );

    expect(other.sheetId).not.toBe(TAB.sheetId);
    expect([TAB.title, other.title]).toEqual([
      'Nhập tay Chi đoàn Khu phố 3 – Đợt I',
      'Nhập tay Chi đoàn Khu phố 3 – Đợt II',
    ]);
  });

  it('names the criteria in words', () => {
    expect(TAB.columns.find(({ key }) => key === 'R1')?.header).toBe(`1. ${DEFAULT_CRITERIA[0]?.title}`);
  });
});

describe('byHandFrom', () => {
  it('reads rows that are done, in whichever words levels are typed', () => {
    const sheet = typed({
      R1: 'HT tốt',
      R2: 'hoàn thành',
      R3: 'c',
      R4: 'K',
      R5: 'Không đăng ký',
      class: 'khá',
      done: 'xong',
    });

    expect(read(sheet)).toMatchObject({
      ask: null,
      problems: [],
      entries: [
        {
          row: FIRST,
          member: 'DV-1',
          fullName: 'Nguyễn Thị Ánh',
          levels: '43210_____',
          class: 'GOOD',
          reason: '',
        },
      ],
    });
  });

  it('leaves alone a row that is not done, whatever is in it', () => {
    expect(read(typed({ R1: 'abc' }))).toMatchObject({ entries: [], ask: null, problems: [] });
  });

  it.each([
    ['R3', 'tạm', 'NOT_A_LEVEL'],
    ['R3', 'KC', 'NOT_A_LEVEL'],
    ['class', 'Giỏi', 'UNKNOWN_WORD'],
    ['class', 'Tốt', 'UNKNOWN_WORD'],
    ['reason', '#NAME?', 'FORMULA_TROUBLE'],
    ['code', '', 'CELL_EMPTY'],
  ])('tells %s "%s" and takes the other rows', (key, value, code) => {
    const sheet = typed({ R1: 'T', done: 'Xong' }, FIRST + 1, typed({ R1: 'T', done: 'Xong', [key]: value }));

    const { entries, problems } = read(sheet);

    expect(entries.map((entry) => entry.member)).toEqual(['DV-2']);
    expect(problems).toMatchObject([{ code, column: key, row: FIRST }]);
    expect(problems.map(problemSentence).join()).toMatch(/^“|^Ô/);
  });

  it('takes neither of two rows of one person', () => {
    const twice = typed({ code: 'DV-1', R1: 'H', done: 'Xong' }, FIRST + 1, typed({ R1: 'T', done: 'Xong' }));

    expect(read(twice).entries).toEqual([]);
    expect(read(twice).problems.map(({ code, row }) => [code, row])).toEqual([
      ['DOUBLED_CODE', FIRST],
      ['DOUBLED_CODE', FIRST + 1],
    ]);
  });

  it('names what was typed: another cell is another name, another person too', () => {
    const hash = (cells: Readonly<Record<string, string>>, row = FIRST): string | undefined =>
      read(typed({ ...cells, done: 'Xong' }, row)).entries[0]?.hash;

    expect(hash({ R1: 'T' })).toBe(hash({ R1: 'T' }));
    expect(
      new Set([hash({ R1: 'T' }), hash({ R2: 'T' }), hash({ R1: 'H' }), hash({ R1: 'T' }, FIRST + 1)]).size,
    ).toBe(4);
  });

  it.each([
    ['Gửi', { what: 'SEND', round: 1 }],
    ['gửi  LẦN 2', { what: 'SEND', round: 2 }],
    ['Rút lại', { what: 'TAKE_BACK', round: 1 }],
    [sendWord('Rút lại', 12), { what: 'TAKE_BACK', round: 12 }],
  ])('sees in the cell Gửi what "%s" asks for', (word, ask) => {
    expect(read(typed({ done: word }, SEND_ROW))).toMatchObject({ ask, entries: [], problems: [] });
  });

  it('tells a word in the cell Gửi that asks for nothing', () => {
    const { ask, problems } = read(typed({ done: 'Gởi' }, SEND_ROW));

    expect(ask).toBeNull();
    expect(problems.map(problemSentence)).toEqual([
      expect.stringContaining('“Gởi” không có trong danh sách của ô'),
    ]);
  });

  it('reads what the branch says of itself beside the names, and names it', () => {
    const said = typed({ R1: '09/04/2014' }, OWN, typed({ R1: 'Khá' }, OWN + 1));

    expect(read(said).own.said).toMatchObject({ day: '09/04/2014', class: 'Khá', present: '' });
    expect(read(said).own.hash).not.toBe(read(EMPTY).own.hash);
    expect(read(said)).toMatchObject({ entries: [], problems: [] });
  });

  it('says that a column is gone and takes nothing', () => {
    const whole = typed({ done: 'Gửi' }, SEND_ROW, typed({ R1: 'T', done: 'Xong' }));
    const cut = whole.map((cells) => cells.filter((_, at) => at !== 3));

    expect(read(cut).problems.map((problem) => [problem.code, problem.column])).toEqual([
      ['COLUMN_MISSING', 'R2'],
    ]);
    expect(read(cut)).toMatchObject({ entries: [], ask: null });
  });
});
