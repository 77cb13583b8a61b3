import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESETS } from '../../src/programme/presets';
import { DEFAULT_BRANCH_RULE } from '../../src/programme/unit-classes';
import type { Wave } from '../../src/programme/wave';
import {
  configFromRows,
  configToRows,
  CONFIG_VERSION,
  criterionTitlesOf,
  type BaseConfig,
} from '../../src/workbook/base-config';
import { ledgerSheetId, waveSheetId } from '../../src/workbook/sheet-ids';

const ledger = (name: string): { sheetId: number; protectionId: number; title: string } => {
  const sheetId = ledgerSheetId(name);
  return { sheetId, protectionId: sheetId, title: `Sổ ${name}` };
};

function config(change: Partial<BaseConfig> = {}): BaseConfig {
  return {
    version: CONFIG_VERSION,
    programme: '2014',
    district: '8',
    unit: {
      code: 'P05',
      name: 'Đoàn Phường 5',
      kind: 'BASE_UNION',
      committeeEmails: ['p05@example.com'],
      ledger: ledger('BASE:P05:2014'),
      districtLedger: ledger('DISTRICT:P05:2014'),
    },
    branches: Array.from({ length: 3 }, (_, index) => ({
      code: `P05-KP${index}`,
      name: `Chi đoàn Khu phố ${index}`,
      committeeEmails: [`kp${index}@example.com`],
      ledger: ledger(`BRANCH:P05-KP${index}:2014`),
      byHandSheetId: null,
    })),
    waves: GENERAL_CALENDAR_2014.map((wave: Wave) => ({
      ...wave,
      sheetId: waveSheetId(wave.code, 'members'),
      rows: { 'P05-KP0': { first: 2, count: 27 } },
      ledgerFrom: {},
    })),
    criteria: [{ code: 'R1', title: 'Giàu lòng yêu nước', evidenceHint: '' }],
    preset: structuredClone(PRESETS[0]) as BaseConfig['preset'],
    branchRule: structuredClone(DEFAULT_BRANCH_RULE) as BaseConfig['branchRule'],
    roleAccount: 'quandoan@example.com',
    reserveAccount: 'duphong@example.com',
    staffEmails: [],
    officers: [{ name: 'Trần Thị Bình', email: 'binh@example.com' }],
    ...change,
  };
}

describe('configFromRows', () => {
  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'gives back what was written, scale %s',
    (_, preset) => {
      const value = config({ preset: structuredClone(preset) as BaseConfig['preset'] });

      expect(configFromRows(configToRows(value))).toEqual({ ok: true, value });
    },
  );

  it('spreads over several cells what one does not hold', () => {
    const value = config({
      staffEmails: Array.from({ length: 4000 }, (_, index) => `can-bo-${index}@example.com`),
    });
    const rows = configToRows(value);

    expect(rows.length).toBeGreaterThan(4);
    expect(Math.max(...rows.map((row) => row[0]?.length ?? 0))).toBeLessThan(50_000);
    expect(configFromRows(rows)).toEqual({ ok: true, value });
  });

  it.each<[string, readonly (readonly string[])[], string]>([
    ['an empty tab', [['config'], ['_cfg']], 'CONFIG_MISSING'],
    ['cut text', configToRows(config()).map((row) => [row[0]?.slice(0, 100) ?? '']), 'CONFIG_DAMAGED'],
    ['another version', [['config'], ['_cfg'], ['{"version":0}']], 'CONFIG_OTHER_VERSION'],
    [
      'a record without its parts',
      [['config'], ['_cfg'], [`{"version":${CONFIG_VERSION}}`]],
      'CONFIG_DAMAGED',
    ],
    ['no record', [['config'], ['_cfg'], ['null']], 'CONFIG_OTHER_VERSION'],
  ])('tells %s', (_, rows, code) => {
    expect(configFromRows(rows)).toMatchObject({ ok: false, problems: [{ code }] });
  });

  it('gives titles of criteria by code', () => {
    expect(criterionTitlesOf(config())).toEqual({ R1: 'Giàu lòng yêu nước' });
  });
});

describe('sheet ids', () => {
  it('are one for each tab and fit what Sheets takes', () => {
    const ids = [
      ...GENERAL_CALENDAR_2014.flatMap(({ code }) =>
        (['units', 'registrations', 'selfAssessments', 'members', 'branches'] as const).map((kind) =>
          waveSheetId(code, kind),
        ),
      ),
      waveSheetId('2014-S1', 'members'),
      waveSheetId('2015-C1', 'members'),
      ...Array.from({ length: 500 }, (_, index) => ledgerSheetId(`BRANCH:P05-KP${index}:2014`)),
    ];

    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids)).toBeLessThan(2 ** 31);
    expect(Math.min(...ids)).toBeGreaterThan(1000);
  });

  it('throw for what is no wave', () => {
    expect(() => waveSheetId('Đợt I', 'units')).toThrow('wave code');
  });
});
