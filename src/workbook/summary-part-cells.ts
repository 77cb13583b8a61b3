import type { Preset } from '../programme/classification';
import { GROUP_LABELS, type Criterion } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import type { WaveHistory } from '../programme/history';
import { LEVELS } from '../programme/levels';
import type { CriterionRow, GroupRow } from '../programme/summary-parts';
import type { Wave } from '../programme/wave';
import type { CellInput } from './cells';
import { barName, CHART_FILLS, classFills, sketchCharts } from './chart-figures';
import { waveName } from './class-words';
import { HALF_WORDS } from './criteria-tab';
import { criterionHistoryCharts, groupHistoryCharts } from './history-charts';
import {
  CODE_COLUMN,
  headRows,
  NOTE_COLUMN,
  SUMMARY_HEAD_ROWS,
  timeLine,
  type HeadedColumn,
  type SheetPicture,
} from './sheet-picture';
import { SHEET_IDS } from './sheet-ids';
import { classStrips, countCells, countColumns } from './summary-cells';
import { tableLooks } from './summary-looks';
import type { TabDefinition, TabRecord } from './tab';
import { LEVEL_WORDS } from './words';

/** What every smaller summary is drawn with. `notes` = `notesOf` the tab as it was. */
export interface PartFacts {
  readonly wave: Wave;
  readonly notes: ReadonlyMap<string, string>;
  readonly at: EpochMs;
  /** Other waves to compare with, and this one; none = no history is told. */
  readonly history?: readonly WaveHistory[];
}

/** The tab *Theo đối tượng* of the wave last summarised. */
export function drawGroups(facts: PartFacts, rows: readonly GroupRow[], preset: Preset): SheetPicture {
  const columns: readonly HeadedColumn[] = [
    { key: 'group', header: 'Đối tượng', kind: 'text', width: 280 },
    { key: 'members', header: 'Tổng số đoàn viên', kind: 'number', width: 90 },
    ...countColumns('registered', 'Đăng ký'),
    ...countColumns('selfAssessed', 'Tự đánh giá'),
    ...preset.classes.flatMap(({ code, label }) => countColumns(`class.${code}`, label)),
    CODE_COLUMN,
    NOTE_COLUMN,
  ];
  const records = rows.map((row): TabRecord => ({
    group: GROUP_LABELS.find(({ code }) => code === row.group)?.label ?? 'Chưa ghi đối tượng',
    members: row.members,
    ...countCells('registered', row.registered),
    ...countCells('selfAssessed', row.selfAssessed),
    ...Object.assign(
      {},
      ...preset.classes.map(({ code }) =>
        countCells(`class.${code}`, row.classes[code] ?? { count: 0, percent: null }),
      ),
    ),
    code: row.group === '' ? '–' : row.group,
  }));
  const picture = drawPart(facts, SHEET_IDS.groupsSummary, 'Theo đối tượng', columns, records, { preset });
  const charts = sketchCharts(picture.endOfTable, 0, [
    {
      chartId: SHEET_IDS.groupsSummary * 10 + 1,
      title: 'Xếp loại đoàn viên theo đối tượng',
      subtitle: 'Tính trên đoàn viên đã được xếp loại.',
      kind: 'PARTS',
      names: 'Đối tượng · tổng số đoàn viên',
      series: preset.classes.map(({ label }) => label),
      fills: classFills(preset.classes.length),
      bars: rows.map((row, place) => [
        barName(String(records[place]?.group ?? ''), String(row.members)),
        ...preset.classes.map(({ code }) => row.classes[code]?.count ?? 0),
      ]),
    },
    ...groupHistoryCharts({ wave: facts.wave, known: facts.history ?? [] }),
  ]);
  return { ...picture, rows: [...picture.rows, ...charts.rows], charts: charts.plans };
}

/** The tab *Theo tiêu chí* of the wave last summarised, with the chart of completion and gap by criterion. */
export function drawCriteria(
  facts: PartFacts,
  rows: readonly CriterionRow[],
  criteria: readonly Criterion[],
): SheetPicture {
  const columns: readonly HeadedColumn[] = [
    { key: 'half', header: 'Phần', kind: 'text', width: 90 },
    { key: 'criterion', header: 'Tiêu chí', kind: 'text', width: 430 },
    ...countColumns('registered', 'Đăng ký'),
    ...LEVELS.map((level): HeadedColumn => ({
      key: `level.${level}`,
      header: LEVEL_WORDS.wordOf(level),
      kind: 'number',
      width: 90,
    })),
    { key: 'completed', header: 'Tỷ lệ hoàn thành %', kind: 'percent', width: 90 },
    { key: 'gap', header: 'Chênh lệch tự đánh giá – chi đoàn', kind: 'decimal', width: 110 },
    CODE_COLUMN,
    NOTE_COLUMN,
  ];
  const titleOf = (row: CriterionRow): string =>
    `${row.code} ${criteria.find(({ code }) => code === row.code)?.title ?? ''}`.trim();
  const records = rows.map((row): TabRecord => ({
    half: HALF_WORDS.wordOf(row.half),
    criterion: titleOf(row),
    ...countCells('registered', row.registered),
    ...Object.fromEntries(LEVELS.map((level) => [`level.${level}`, row.levels[level]])),
    completed: row.completed.percent ?? '–',
    gap: row.gap === null ? '–' : Math.round(row.gap * 100) / 100,
    code: row.code,
  }));
  const picture = drawPart(facts, SHEET_IDS.criteriaSummary, 'Theo tiêu chí', columns, records);
  const place = SHEET_IDS.criteriaSummary * 10;
  const charts = sketchCharts(picture.endOfTable, 1, [
    {
      chartId: place + 1,
      title: 'Tiêu chí: tự đánh giá và chi đoàn đánh giá',
      subtitle:
        'Hoàn thành trở lên; sau tên là chi đoàn cao hơn (+) hay thấp hơn (−), tính bằng điểm phần trăm.',
      kind: 'BARS',
      names: 'Tiêu chí · chênh lệch',
      series: ['Tự đánh giá', 'Chi đoàn đánh giá'],
      fills: [CHART_FILLS.self, CHART_FILLS.main],
      bars: rows.map((row) => {
        const [self, given] = [row.compared.self, row.compared.committee].map((part) =>
          row.compared.members === 0 ? 0 : part / row.compared.members,
        ) as [number, number];
        return [barName(titleOf(row), pointsSaid(row.compared.members, given - self)), self, given];
      }),
    },
    {
      chartId: place + 2,
      title: 'Đăng ký theo tiêu chí',
      subtitle: 'Tỷ lệ trên tổng số đoàn viên.',
      kind: 'BARS',
      names: 'Tiêu chí · số đoàn viên đăng ký',
      series: ['Đăng ký'],
      fills: [CHART_FILLS.main],
      bars: rows.map((row) => [
        barName(titleOf(row), String(row.registered.count)),
        (row.registered.percent ?? 0) / 100,
      ]),
    },
    ...criterionHistoryCharts({ wave: facts.wave, known: facts.history ?? [] }, criteria),
  ]);
  return { ...picture, rows: [...picture.rows, ...charts.rows], charts: charts.plans };
}

/** A difference of two shares in points of percent: "−2,7"; "–" when nothing is compared. */
function pointsSaid(members: number, difference: number): string {
  if (members === 0) return '–';
  const points = Math.round(difference * 1000) / 10;
  const sign = points > 0 ? '+' : points < 0 ? '−' : '';
  return `${sign}${String(Math.abs(points)).replace('.', ',')}`;
}

/** A table of one kind of rows: head, rows in the order given, notes carried along by the code of the row. */
export function drawPart(
  { wave, notes, at }: PartFacts,
  sheetId: number,
  title: string,
  columns: readonly HeadedColumn[],
  records: readonly TabRecord[],
  { frozenColumns = 1, preset = null }: { frozenColumns?: number; preset?: Preset | null } = {},
): SheetPicture {
  const definition: TabDefinition = {
    sheetId,
    title,
    columns,
    frozenRows: SUMMARY_HEAD_ROWS,
    frozenColumns,
  };
  const named = title.includes(waveName(wave)) ? title : `${title}, ${waveName(wave)}`;
  const head = headRows(columns, timeLine(`${named} năm ${wave.programme}`, at));
  const table = records.map((record) => {
    const whole: TabRecord = { ...record, note: notes.get(String(record.code ?? '')) ?? '' };
    return columns.map(({ key }): CellInput => whole[key] ?? '');
  });
  return {
    definition,
    rows: [...head.rows, ...table],
    merges: head.merges,
    boldRows: [],
    totalRow: null,
    looks: tableLooks(columns, table, SUMMARY_HEAD_ROWS, preset),
    strips: preset ? classStrips(columns, preset) : [],
    endOfTable: SUMMARY_HEAD_ROWS + table.length,
    charts: [],
  };
}
