import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { PRESET_2014, PRESETS } from '../../src/programme/presets';
import { summariseWave } from '../../src/programme/summary';
import { summariseCriteria, summariseGroups } from '../../src/programme/summary-parts';
import { drawBaseSummary } from '../../src/workbook/base-summary-cells';
import { dayCell, momentCell, type CellInput } from '../../src/workbook/cells';
import { drawProgress } from '../../src/workbook/progress-cells';
import { notesOf, SUMMARY_HEAD_ROWS, type SheetPicture } from '../../src/workbook/sheet-picture';
import { drawSummary } from '../../src/workbook/summary-cells';
import { drawCriteria, drawGroups } from '../../src/workbook/summary-part-cells';
import { WAVE } from '../programme/ledger-builder';
import { emptyUnit, lateUnit } from './summary-builder';

const AT = momentOf('2014-04-12', 8, 5);
const RESULTS = [lateUnit('P05', 'RESIDENTIAL'), emptyUnit('P06', 'RESIDENTIAL'), emptyUnit('CT1', 'WORKER')];
const NO_NOTES = new Map<string, string>();
const facts = { wave: WAVE, notes: NO_NOTES, at: AT };

function draw(notes = NO_NOTES, preset = PRESET_2014): SheetPicture {
  return drawSummary({ wave: WAVE, preset, rows: summariseWave(RESULTS, preset), notes, at: AT });
}
/** A row of the table by key, `index` from 0. */
function row(picture: SheetPicture, index: number): Readonly<Record<string, CellInput | undefined>> {
  const cells = picture.rows[SUMMARY_HEAD_ROWS + index] ?? [];
  return Object.fromEntries(picture.definition.columns.map(({ key }, at) => [key, cells[at]]));
}
/** Every picture must fit its own definition. */
function expectWhole(picture: SheetPicture): void {
  const { columns } = picture.definition;
  expect(picture.rows[0]).toEqual(columns.map((one) => one.key));
  expect(new Set(columns.map((one) => one.key)).size).toBe(columns.length);
  expect(picture.endOfTable).toBeGreaterThan(SUMMARY_HEAD_ROWS);
  for (const cells of picture.rows.slice(SUMMARY_HEAD_ROWS, picture.endOfTable))
    expect(cells).toHaveLength(columns.length);
  for (const chart of picture.charts) {
    expect(chart.headerRow).toBeGreaterThan(picture.endOfTable);
    expect(chart.endRow).toBeLessThanOrEqual(picture.rows.length);
    const width = picture.rows[chart.headerRow]?.length ?? 0;
    expect(Math.max(...chart.seriesColumns)).toBeLessThan(width);
    for (const cells of picture.rows.slice(chart.headerRow, chart.endRow)) expect(cells).toHaveLength(width);
  }
}

describe('drawSummary', () => {
  it('has units by block, subtotals and the total, with the time of the data on top', () => {
    const picture = draw();

    expectWhole(picture);
    expect(picture.rows[1]).toEqual(['Tổng hợp Đợt I năm 2014 – số liệu tính đến 08:05 ngày 12/04/2014']);
    expect([0, 1, 2, 3, 4, 5].map((index) => [row(picture, index).stt, row(picture, index).unit])).toEqual([
      [1, 'Đoàn P05'],
      [2, 'Đoàn P06'],
      ['', 'Cộng khối Địa bàn dân cư'],
      [3, 'Đoàn CT1'],
      ['', 'Cộng khối Công nhân lao động'],
      ['', 'Tổng cộng'],
    ]);
    expect(picture.boldRows).toEqual([2, 4, 5].map((index) => SUMMARY_HEAD_ROWS + index));
  });

  it('says 99 %, not 100, until the last; and "–" for nothing of nothing', () => {
    const picture = draw();

    expect(row(picture, 0)).toMatchObject({ members: 300, registered: 299, 'registered.percent': 99 });
    expect(row(picture, 0)).toMatchObject({ graded: 3, 'graded.percent': 1, unclassed: 297 });
    expect(row(picture, 1)).toMatchObject({ members: 0, registered: 0, 'registered.percent': '–' });
    expect(row(picture, 5)).toMatchObject({ members: 300, registered: 299, 'registered.percent': 99 });
  });

  it('fills the facts of a unit', () => {
    expect(row(draw(), 0)).toMatchObject({
      block: 'Địa bàn dân cư',
      'class.EXCELLENT': 2,
      'class.GOOD': 1,
      'branchClass.GOOD': 1,
      propaganda: 1,
      memberDay: dayCell('2014-03-23'),
      sentAt: momentCell(momentOf('2014-04-11', 9)),
      onTime: 'Trễ hạn',
      officers: 'Trần Thị Bình',
    });
    expect(row(draw(), 1)).toMatchObject({ sentAt: '', onTime: '', memberDay: '' });
  });

  it('joins "SL, %" under one heading, and other headings over two rows', () => {
    const picture = draw();
    const keys = picture.rows[0] ?? [];
    const at = keys.indexOf('registered');

    expect(picture.rows[2]?.slice(at, at + 2)).toEqual(['Đăng ký', '']);
    expect(picture.rows[3]?.slice(at, at + 2)).toEqual(['SL', '%']);
    expect(picture.merges).toContainEqual({ row: 2, column: at, rows: 1, columns: 2 });
    expect(picture.merges).toContainEqual({ row: 2, column: 0, rows: 2, columns: 1 });
    expect(picture.merges).toContainEqual({
      row: 2,
      column: keys.indexOf('branchClass.EXCELLENT'),
      rows: 1,
      columns: 4,
    });
  });

  it('carries notes along by unit, wherever the unit stands next time', () => {
    const before = draw(
      new Map([
        ['P06', 'chưa có Bí thư'],
        ['TỔNG', 'đã báo cáo'],
      ]),
    );

    const after = drawSummary({
      wave: WAVE,
      preset: PRESET_2014,
      rows: summariseWave([...RESULTS].reverse(), PRESET_2014),
      notes: notesOf(before.rows),
      at: AT,
    });

    expect(row(after, 0)).toMatchObject({ unit: 'Đoàn P06', note: 'chưa có Bí thư' });
    expect(row(after, 1).note).toBe('');
    expect(row(after, 5)).toMatchObject({ unit: 'Tổng cộng', note: 'đã báo cáo' });
  });

  it('reads no notes where their columns are gone', () => {
    expect(notesOf([]).size).toBe(0);
    expect(notesOf([['unit'], [], [], [], ['x']]).size).toBe(0);
  });

  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'follows the classes of scale %s',
    (_, preset) => {
      const picture = draw(NO_NOTES, preset);

      expectWhole(picture);
      expect(picture.rows[2]).toEqual(expect.arrayContaining(preset.classes.map((one) => one.label)));
      expect(picture.charts[1]?.seriesColumns).toHaveLength(preset.classes.length + 1);
    },
  );

  it('has figures of units alone for its charts', () => {
    const picture = draw();
    const [progress] = picture.charts;

    const names = picture.rows
      .slice((progress?.headerRow ?? 0) + 1, progress?.endRow)
      .map((cells) => cells[progress?.nameColumn ?? 0]);
    expect(names).toEqual(['P05 · 3/300', 'P06 · 0/0', 'CT1 · 0/0']);
    expect(picture.charts).toHaveLength(2);
  });
});

describe('the smaller summaries', () => {
  const members = RESULTS[0]?.branches[0]?.members ?? [];

  it('draw groups, a member without one named as such', () => {
    const groupOf = (code: string): 'DAN_CU' | '' => (code === 'DV-1' ? '' : 'DAN_CU');
    const picture = drawGroups(
      { ...facts, notes: new Map([['–', 'hỏi lại']]) },
      summariseGroups(members, groupOf, PRESET_2014),
      PRESET_2014,
    );

    expectWhole(picture);
    expect(row(picture, 0)).toMatchObject({ members: 299, registered: 298 });
    expect(row(picture, 1)).toMatchObject({ group: 'Chưa ghi đối tượng', members: 1, note: 'hỏi lại' });
  });

  it('draw the ten criteria with completion and gap', () => {
    const picture = drawCriteria(facts, summariseCriteria(members), DEFAULT_CRITERIA);

    expectWhole(picture);
    expect(picture.endOfTable).toBe(SUMMARY_HEAD_ROWS + 10);
    expect(row(picture, 0)).toMatchObject({
      half: 'Rèn luyện',
      criterion: 'R1 Giàu lòng yêu nước, yêu chế độ xã hội chủ nghĩa',
      registered: 299,
      'level.DONE_WELL': 3,
      completed: 100,
      gap: -1,
    });
    expect(picture.charts).toHaveLength(2);
  });

  it('draw progress, a row a branch', () => {
    const picture = drawProgress(
      {
        ...facts,
        branchNames: new Map([['P05-KP3', 'Chi đoàn Khu phố 3']]),
        lateBranches: new Set(),
        reminders: new Map([['P05', AT]]),
      },
      RESULTS,
    );

    expectWhole(picture);
    expect(row(picture, 0)).toMatchObject({
      unit: 'Đoàn P05',
      branch: 'Chi đoàn Khu phố 3',
      registered: '299/300',
      graded: '3/300',
      sent: 'Đã gửi',
      recognised: '0/300',
      late: 'Trễ hạn',
      reminded: momentCell(AT),
    });
    expect(row(picture, 1)).toMatchObject({ registered: '–', sent: 'Chưa bắt đầu', late: '', reminded: '' });
  });

  it('draw a base unit by branch with its total', () => {
    const [result] = RESULTS;
    if (!result) throw new Error('No unit');
    const picture = drawBaseSummary(facts, result, new Map([['P05-KP3', 'Chi đoàn Khu phố 3']]), PRESET_2014);

    expectWhole(picture);
    expect(picture.rows[1]).toEqual(['Tổng hợp Đợt I năm 2014 – số liệu tính đến 08:05 ngày 12/04/2014']);
    expect(row(picture, 0)).toMatchObject({ branch: 'Chi đoàn Khu phố 3', members: 300, branchClass: 'Khá' });
    expect(row(picture, 1)).toMatchObject({ branch: 'Tổng cộng', members: 300, graded: 3 });
    expect(picture.boldRows).toEqual([SUMMARY_HEAD_ROWS + 1]);
  });
});
