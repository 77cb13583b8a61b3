import { momentOf } from '../../src/programme/dates';
import { historyOf, type WaveHistory } from '../../src/programme/history';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014, PRESET_POINTS_FIVE } from '../../src/programme/presets';
import { summariseWave } from '../../src/programme/summary';
import { summariseCriteria, summariseGroups } from '../../src/programme/summary-parts';
import type { Wave } from '../../src/programme/wave';
import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import {
  criterionHistoryCharts,
  groupHistoryCharts,
  unitHistoryCharts,
} from '../../src/workbook/history-charts';
import { emptyUnit, lateUnit } from './summary-builder';

const AT = momentOf('2014-04-20');
const waveOf = (code: string): Wave => WAVES_2014.find((one) => one.code === code) as Wave;
const FIRST = waveOf('2014-C1');
const SECOND = waveOf('2014-C2');

function told(wave: Wave, codes: readonly string[]): WaveHistory {
  const results = codes.map((code) =>
    code === 'P05' ? lateUnit(code, 'RESIDENTIAL') : emptyUnit(code, 'RESIDENTIAL'),
  );
  const members = results.flatMap((one) => one.branches).flatMap((fold) => fold.members);
  return historyOf(wave, PRESET_2014, AT, {
    units: summariseWave(results, PRESET_2014),
    groups: summariseGroups(members, () => 'DAN_CU', PRESET_2014),
    criteria: summariseCriteria(members),
  });
}

describe('historyOf', () => {
  it('keeps counts by unit, group and criterion, Khá or better by the scale of that wave', () => {
    const history = told(FIRST, ['P05', 'P06']);

    expect(history.total).toMatchObject({ members: 300, registered: 299, eligible: 300, graded: 3, good: 3 });
    expect(history.units.map(([code, , figures]) => [code, figures.members])).toEqual([
      ['P05', 300],
      ['P06', 0],
    ]);
    expect(history.groups).toEqual([['DAN_CU', 300, 3]]);
    expect(history.criteria[0]).toEqual(['R1', 3, 3]);
    expect(history.criteria).toHaveLength(10);
  });
});

describe('the charts over the waves', () => {
  const known = [
    told(SECOND, ['P05', 'P07']),
    told(FIRST, ['P05', 'P06']),
    told(waveOf('2014-S1'), ['THPT']),
  ];
  const facts = { wave: SECOND, known };

  it('tell the waves of one calendar in the order of time, and a unit that was not there with an empty cell', () => {
    const [district, units] = unitHistoryCharts(7, facts);

    expect(district?.bars.map(([name, registered]) => [name, registered])).toEqual([
      ['Đợt I · 300', 299 / 300],
      ['Đợt II · 300', 299 / 300],
    ]);
    expect(units?.series).toEqual(['Đợt I', 'Đợt II']);
    expect(units?.bars).toEqual([
      ['Toàn quận · 300', 0.01, 0.01],
      ['P05 · 300', 0.01, 0.01],
      ['P06 · 0', '', ''],
      ['P07 · 0', '', ''],
    ]);
  });

  it('say the year of a wave of another year', () => {
    const next = { ...FIRST, code: '2015-C1', programme: '2015' };
    const [, units] = unitHistoryCharts(7, { wave: next, known: [...known, told(next, ['P05'])] });

    expect(units?.series).toEqual(['Đợt I 2014', 'Đợt II 2014', 'Đợt I']);
  });

  it('have ids of their own, and fills as many as series', () => {
    const charts = [
      ...unitHistoryCharts(7, facts),
      ...groupHistoryCharts(facts),
      ...criterionHistoryCharts(facts, DEFAULT_CRITERIA),
    ];

    expect(new Set(charts.map(({ chartId }) => chartId)).size).toBe(4);
    for (const { series, fills, bars } of charts) {
      expect(fills).toHaveLength(series.length);
      expect(bars.every((bar) => bar.length === series.length + 1)).toBe(true);
    }
  });

  it('are not drawn while there is one wave to tell of', () => {
    const alone = { wave: FIRST, known: [told(FIRST, ['P05'])] };

    expect([...unitHistoryCharts(7, alone), ...groupHistoryCharts(alone)]).toEqual([]);
    expect(criterionHistoryCharts(alone, DEFAULT_CRITERIA)).toEqual([]);
  });

  it('compare shares of Khá or better across scales', () => {
    const five = historyOf(FIRST, PRESET_POINTS_FIVE, AT, {
      units: summariseWave([lateUnit('P05', 'RESIDENTIAL')], PRESET_POINTS_FIVE),
      groups: [],
      criteria: [],
    });

    expect(five.total.good).toBe(3);
  });
});
