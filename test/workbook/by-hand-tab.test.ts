import { PRESET_2014 } from '../../src/programme/presets';
import {
  byHandFrom,
  byHandRows,
  byHandTab,
  SEND_ROW,
  type ByHandReading,
} from '../../src/workbook/by-hand-tab';
import { problemSentence } from '../../src/workbook/problems';
import { withCell, type Sheet } from './setup-builder';

const TAB = byHandTab('P05-KP3', 'Chi đoàn Khu phố 3', PRESET_2014);
const EMPTY = byHandRows(TAB, [
  { code: 'DV-1', fullName: 'Nguyễn Thị Ánh' },
  { code: 'DV-2', fullName: 'Trần Văn Bình' },
]);
const FIRST = TAB.frozenRows;
const typed = (cells: Readonly<Record<string, string>>, row = FIRST, sheet: Sheet = EMPTY): Sheet =>
  Object.entries(cells).reduce((made, [key, value]) => withCell(made, row, key, value), sheet);
const read = (sheet: Sheet): ByHandReading => byHandFrom(sheet, TAB, PRESET_2014);

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
      send: false,
      problems: [],
      entries: [{ row: FIRST, member: 'DV-1', levels: '43210_____', class: 'GOOD', reason: '' }],
    });
  });

  it('leaves alone a row that is not done, whatever is in it', () => {
    expect(read(typed({ R1: 'abc' }))).toEqual({ entries: [], send: false, problems: [] });
  });

  it.each([
    ['R3', 'tạm', 'NOT_A_LEVEL'],
    ['R3', 'KC', 'NOT_A_LEVEL'],
    ['class', 'Giỏi', 'UNKNOWN_WORD'],
    ['class', 'Tốt', 'UNKNOWN_WORD'],
    ['code', '', 'CELL_EMPTY'],
  ])('tells %s "%s" and takes the other rows', (key, value, code) => {
    const sheet = typed({ R1: 'T', done: 'Xong' }, FIRST + 1, typed({ R1: 'T', done: 'Xong', [key]: value }));

    const { entries, problems } = read(sheet);

    expect(entries.map((entry) => entry.member)).toEqual(['DV-2']);
    expect(problems).toMatchObject([{ code, column: key, row: FIRST }]);
    expect(problems.map(problemSentence).join()).toMatch(/^“|^Ô/);
  });

  it('names what was typed: another cell is another name, another person too', () => {
    const hash = (cells: Readonly<Record<string, string>>, row = FIRST): string | undefined =>
      read(typed({ ...cells, done: 'Xong' }, row)).entries[0]?.hash;

    expect(hash({ R1: 'T' })).toBe(hash({ R1: 'T' }));
    expect(
      new Set([hash({ R1: 'T' }), hash({ R2: 'T' }), hash({ R1: 'H' }), hash({ R1: 'T' }, FIRST + 1)]).size,
    ).toBe(4);
  });

  it('sees that the branch sends', () => {
    expect(read(typed({ done: 'Gửi' }, SEND_ROW))).toMatchObject({ send: true, entries: [] });
  });

  it('says that a column is gone and takes nothing', () => {
    const cut = typed({ R1: 'T', done: 'Xong' }).map((cells) => cells.filter((_, at) => at !== 3));

    expect(read(cut).problems.map((problem) => [problem.code, problem.column])).toEqual([
      ['COLUMN_MISSING', 'R2'],
    ]);
    expect(read(cut).entries).toEqual([]);
  });
});
