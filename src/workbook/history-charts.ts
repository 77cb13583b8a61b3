import { GROUP_LABELS, type Criterion } from '../programme/criteria';
import { comparedWaves, type HistoryFigures, type WaveHistory } from '../programme/history';
import type { Wave } from '../programme/wave';
import { barName, CHART_FILLS, type ChartSketch } from './chart-figures';
import { waveName } from './class-words';
import { SHEET_IDS } from './sheet-ids';

/** Most waves side by side in one chart: four of a year and those before. */
const WAVES_SHOWN = 6;
/** From the oldest to the newest; the newest is the darkest. */
const WAVE_FILLS = ['#e3e7ec', '#c8d9ea', '#9fc3e6', '#5f9bd1', '#2f7bbd', '#0a5ca8'] as const;
/** Charts of the history come behind those a tab always has. */
const FIRST_PLACE = 5;

/** What a tab tells of the waves before: all known ones, and the wave the tab is about. */
export interface HistoryFacts {
  readonly wave: Wave;
  readonly known: readonly WaveHistory[];
}

/** Name of the row of all units in the charts of a wave. */
const EVERYBODY = 'Toàn quận';

/**
 * *Qua các đợt* below *Tổng hợp Đợt …*: the district wave by wave, and each unit's share of Khá or better; values beside the charts (P17). None
 * while there is only one wave to tell of. A unit keeps the place of its code; one that was not there in a wave has an empty cell.
 */
export function unitHistoryCharts(sheetId: number, facts: HistoryFacts): readonly ChartSketch[] {
  const waves = wavesShown(facts);
  if (waves.length < 2) return [];
  const units = [...new Map(waves.flatMap((one) => one.units.map(([code, name]) => [code, name] as const)))];
  const figures = (one: WaveHistory, code: string): HistoryFigures | undefined =>
    code === '' ? one.total : one.units.find(([unit]) => unit === code)?.[2];
  return [
    {
      chartId: sheetId * 10 + FIRST_PLACE,
      title: 'Toàn quận qua các đợt',
      subtitle: 'Đăng ký, tự đánh giá: trên tổng số đoàn viên; các tỷ lệ khác: trên số thuộc diện xếp loại.',
      kind: 'BARS',
      names: 'Đợt · tổng số đoàn viên',
      series: ['Đăng ký', 'Tự đánh giá', 'Chi đoàn đã đánh giá', 'Từ Khá trở lên', 'Được công nhận'],
      fills: [WAVE_FILLS[2], WAVE_FILLS[3], WAVE_FILLS[4], WAVE_FILLS[5], '#1f3270'],
      bars: waves.map(({ total, ...one }) => [
        barName(nameOf(one, facts.wave), String(total.members)),
        part(total.registered, total.members),
        part(total.selfAssessed, total.members),
        part(total.graded, total.eligible),
        part(total.good, total.eligible),
        part(total.recognised, total.eligible),
      ]),
    },
    overWaves(
      {
        chartId: sheetId * 10 + FIRST_PLACE + 1,
        title: 'Từ Khá trở lên qua các đợt, theo đơn vị',
        subtitle: 'Tỷ lệ trên số thuộc diện xếp loại; ô trống: đơn vị không có trong đợt.',
        names: 'Đơn vị · thuộc diện đợt gần nhất',
      },
      facts,
      [['', EVERYBODY] as const, ...units].map(([code, name]) => ({
        name,
        shares: waves.map((one) => shareOf(figures(one, code), 'good', 'eligible')),
        size: [...waves].reverse().flatMap((one) => figures(one, code)?.eligible ?? [])[0] ?? 0,
      })),
    ),
  ];
}

/** *Qua các đợt* below *Theo đối tượng*. */
export function groupHistoryCharts(facts: HistoryFacts): readonly ChartSketch[] {
  const waves = wavesShown(facts);
  if (waves.length < 2) return [];
  return [
    overWaves(
      {
        chartId: SHEET_IDS.groupsSummary * 10 + FIRST_PLACE,
        title: 'Từ Khá trở lên qua các đợt, theo đối tượng',
        subtitle: 'Tỷ lệ trên số thuộc diện xếp loại.',
        names: 'Đối tượng · thuộc diện đợt gần nhất',
      },
      facts,
      GROUP_LABELS.flatMap(({ code, label }) => {
        const own = waves.map((one) => one.groups.find(([group]) => group === code));
        if (own.every((one) => one === undefined)) return [];
        return [
          {
            name: label,
            shares: own.map((one) => (one === undefined ? '' : part(one[2], one[1]))),
            size: [...own].reverse().flatMap((one) => one?.[1] ?? [])[0] ?? 0,
          },
        ];
      }),
    ),
  ];
}

/** *Qua các đợt* below *Theo tiêu chí*. */
export function criterionHistoryCharts(
  facts: HistoryFacts,
  criteria: readonly Criterion[],
): readonly ChartSketch[] {
  const waves = wavesShown(facts);
  const [newest] = [...waves].reverse();
  if (waves.length < 2 || !newest) return [];
  return [
    overWaves(
      {
        chartId: SHEET_IDS.criteriaSummary * 10 + FIRST_PLACE,
        title: 'Tỷ lệ hoàn thành qua các đợt, theo tiêu chí',
        subtitle: 'Hoàn thành trở lên, trên số đoàn viên được chi đoàn đánh giá tiêu chí đó.',
        names: 'Tiêu chí · được đánh giá đợt gần nhất',
      },
      facts,
      newest.criteria.map(([code, judged]) => ({
        name: `${code} ${criteria.find((one) => one.code === code)?.title ?? ''}`.trim(),
        shares: waves.map((one) => {
          const own = one.criteria.find(([criterion]) => criterion === code);
          return own === undefined ? '' : part(own[2], own[1]);
        }),
        size: judged,
      })),
    ),
  ];
}

interface BarOverWaves {
  readonly name: string;
  readonly shares: readonly (number | '')[];
  readonly size: number;
}

function overWaves(
  head: Pick<ChartSketch, 'chartId' | 'title' | 'subtitle' | 'names'>,
  facts: HistoryFacts,
  bars: readonly BarOverWaves[],
): ChartSketch {
  const waves = wavesShown(facts);
  return {
    ...head,
    kind: 'BARS',
    series: waves.map((one) => nameOf(one, facts.wave)),
    fills: waves.map((_, place) => WAVE_FILLS[WAVE_FILLS.length - waves.length + place] ?? CHART_FILLS.main),
    bars: bars.map(({ name, shares, size }) => [barName(name, String(size)), ...shares]),
  };
}

function wavesShown({ wave, known }: HistoryFacts): readonly WaveHistory[] {
  return comparedWaves(wave, known).slice(-WAVES_SHOWN);
}

/** A wave of another year says which. */
function nameOf(one: Pick<WaveHistory, 'calendar' | 'number' | 'programme'>, wave: Wave): string {
  const name = waveName(one);
  return one.programme === wave.programme ? name : `${name} ${one.programme}`;
}

function shareOf(
  figures: HistoryFigures | undefined,
  some: keyof HistoryFigures,
  whole: keyof HistoryFigures,
): number | '' {
  return figures === undefined ? '' : part(figures[some], figures[whole]);
}

/** Nothing of nothing is an empty cell. */
function part(some: number, whole: number): number | '' {
  return whole === 0 ? '' : some / whole;
}
