import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import type { BaseUnit, Member } from '../../src/programme/organisation';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { branchRecord, BRANCHES_TAB } from '../../src/workbook/branches-tab';
import type { CellInput, ReadCell } from '../../src/workbook/cells';
import { CRITERIA_TAB, criterionRecord } from '../../src/workbook/criteria-tab';
import { memberRecord, MEMBERS_TAB } from '../../src/workbook/members-tab';
import { DEFAULT_SETTINGS } from '../../src/workbook/settings';
import { settingRecords, SETTINGS_TAB } from '../../src/workbook/settings-tab';
import { newTabRows } from '../../src/workbook/tab';
import { unitRecord, unitsTab } from '../../src/workbook/units-tab';
import { waveRecord, WAVES_TAB } from '../../src/workbook/waves-tab';

export const SETTINGS = {
  ...DEFAULT_SETTINGS,
  roleAccount: 'quandoan@example.com',
  reserveAccount: 'duphong@example.com',
};

export function unit(code: string, change: Partial<BaseUnit> = {}): BaseUnit {
  return {
    code,
    name: `Đoàn ${code}`,
    block: 'RESIDENTIAL',
    kind: 'BASE_UNION',
    cluster: '',
    calendar: 'GENERAL',
    committeeEmails: [`bch.${code.toLowerCase()}@example.com`],
    officers: [{ name: 'Trần Thị Bình', rank: 'COMMITTEE', email: 'binh@example.com' }],
    memberDays: { '2014-C1': '2014-03-22' },
    ...change,
  };
}

export function person(code: string, change: Partial<Member> = {}): Member {
  return {
    code,
    fullName: `Nguyễn Văn ${code}`,
    birthDate: '1994-09-05',
    branch: 'P05-KP3',
    group: 'DAN_CU',
    role: 'MEMBER',
    email: '',
    classed: true,
    whyNot: '',
    token: `t-${code}`,
    ...change,
  };
}

export const UNITS = [
  unit('P05'),
  unit('TH1', { kind: 'BASE_BRANCH', block: 'OFFICE', name: 'Chi đoàn Tòa án' }),
];
export const BRANCHES = [
  { code: 'P05-KP3', name: 'Chi đoàn Khu phố 3', base: 'P05', committeeEmails: ['kp3@example.com'] },
];
export const MEMBERS = [
  ...['DV-1', 'DV-2', 'DV-3'].map((code) => person(code)),
  person('DV-4', { branch: 'TH1', classed: false, whyNot: 'FULL_PARTY_MEMBER', email: 'dv4@example.com' }),
];

export type Sheet = readonly (readonly CellInput[])[];

/** The six tabs of a district without a fault. */
export function goodTabs(): Readonly<
  Record<'settings' | 'waves' | 'criteria' | 'units' | 'branches' | 'members', Sheet>
> {
  const waves = WAVES_2014;
  return {
    settings: newTabRows(SETTINGS_TAB, settingRecords(SETTINGS)),
    waves: newTabRows(
      WAVES_TAB,
      waves.map((wave) => waveRecord({ wave, formLink: '', formId: '' })),
    ),
    criteria: newTabRows(CRITERIA_TAB, DEFAULT_CRITERIA.map(criterionRecord)),
    units: newTabRows(
      unitsTab(waves),
      UNITS.map((one) => unitRecord({ unit: one, book: '' })),
    ),
    branches: newTabRows(
      BRANCHES_TAB,
      BRANCHES.map((branch) => branchRecord({ branch, subUnion: '', link: '', qr: '' })),
    ),
    members: newTabRows(MEMBERS_TAB, MEMBERS.map(memberRecord)),
  };
}

/** A tab with one cell changed: `row` as 0-based sheet row, the column by its key. */
export function withCell(sheet: Sheet, row: number, key: string, value: ReadCell): Sheet {
  const place = sheet[0]?.indexOf(key) ?? -1;
  if (place < 0 || !sheet[row]) throw new Error(`No cell ${row} ${key}`);
  return sheet.map((cells, index) =>
    index === row
      ? Array.from({ length: Math.max(cells.length, place + 1) }, (_, at) =>
          at === place ? value : (cells[at] ?? ''),
        )
      : cells,
  );
}

/** The tab without one column. */
export function withoutColumn(sheet: Sheet, key: string): Sheet {
  const place = sheet[0]?.indexOf(key) ?? -1;
  if (place < 0) throw new Error(`No column ${key}`);
  return sheet.map((cells) => cells.filter((_, at) => at !== place));
}
