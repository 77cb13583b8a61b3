import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { newDistrictTabs, newSubmissionsTabs, type NewTab } from '../../src/workbook/new-books';
import { setupProblems } from '../../src/workbook/setup';
import { DEFAULT_SETTINGS } from '../../src/workbook/settings';
import { SHEET_IDS } from '../../src/workbook/sheet-ids';
import { newTabRows } from '../../src/workbook/tab';

const DISTRICT = newDistrictTabs(DEFAULT_SETTINGS, WAVES_2014);
const SUBMISSIONS = newSubmissionsTabs(WAVES_2014);

describe.each<[string, readonly NewTab[], number]>([
  ['newDistrictTabs', DISTRICT, 14],
  ['newSubmissionsTabs', SUBMISSIONS, 11],
])('%s', (_, tabs, count) => {
  it('gives every tab an id, a title and keys of its own', () => {
    expect(tabs).toHaveLength(count);
    expect(new Set(tabs.map(({ definition }) => definition.sheetId)).size).toBe(count);
    expect(new Set(tabs.map(({ definition }) => definition.title)).size).toBe(count);
    for (const { definition } of tabs) {
      const keys = definition.columns.map((one) => one.key);
      expect(new Set(keys).size).toBe(keys.length);
      expect(definition.columns.every((one) => one.header !== '' && one.width > 0)).toBe(true);
    }
  });

  it('fills no column that a tab does not have', () => {
    for (const { definition, records } of tabs) {
      const keys = definition.columns.map((one) => one.key);
      for (const record of records) expect(keys).toEqual(expect.arrayContaining(Object.keys(record)));
    }
  });
});

describe('a new Sổ Quận đoàn', () => {
  it('asks for nothing but accounts, units, branches, members and the school theme', () => {
    const rowsOf = (sheetId: number): ReturnType<typeof newTabRows> | null => {
      const found = DISTRICT.find(({ definition }) => definition.sheetId === sheetId);
      return found ? newTabRows(found.definition, found.records) : null;
    };

    const problems = setupProblems({
      settings: rowsOf(SHEET_IDS.settings),
      waves: rowsOf(SHEET_IDS.waves),
      criteria: rowsOf(SHEET_IDS.criteria),
      units: rowsOf(SHEET_IDS.units),
      branches: rowsOf(SHEET_IDS.branches),
      members: rowsOf(SHEET_IDS.members),
    });

    expect(problems.map((one) => [one.code, one.tab, one.at])).toEqual([
      ['SETTING_EMPTY', 'Thiết lập', 'roleAccount'],
      ['SETTING_EMPTY', 'Thiết lập', 'reserveAccount'],
      ['THEME_MISSING', 'Đợt', '2014-S1'],
      ['TAB_EMPTY', 'Đơn vị', ''],
      ['TAB_EMPTY', 'Chi đoàn', ''],
      ['TAB_EMPTY', 'Đoàn viên', ''],
    ]);
  });
});
