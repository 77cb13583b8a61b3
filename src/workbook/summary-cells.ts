import type { Preset } from '../programme/classification';
import { formatDay, type EpochMs } from '../programme/dates';
import type { WaveHistory } from '../programme/history';
import { wholePercent, type CountAndPercent } from '../programme/percent';
import type { SummaryFigures, SummaryRow } from '../programme/summary';
import type { Wave } from '../programme/wave';
import { dayCell, momentCell, type CellInput } from './cells';
import { barName, CHART_FILLS, classFills, sketchCharts, type ChartSketch } from './chart-figures';
import { waveName } from './class-words';
import { unitHistoryCharts } from './history-charts';
import {
  CODE_COLUMN,
  headRows,
  NOTE_COLUMN,
  percentCell,
  SUMMARY_HEAD_ROWS,
  timeLine,
  type HeadedColumn,
  type SheetPicture,
} from './sheet-picture';
import { tableLooks } from './summary-looks';
import { waveSheetId } from './sheet-ids';
import type { TabDefinition, TabRecord } from './tab';
import { BLOCK_WORDS } from './words';

/** Two columns "SL, %" under one heading. */
export function countColumns(key: string, group: string): readonly HeadedColumn[] {
  return [
    { key, header: 'SL', kind: 'number', width: 46, group },
    { key: `${key}.percent`, header: '%', kind: 'percent', width: 44, group },
  ];
}

/** Cells of "SL, %". */
export function countCells(key: string, { count, percent }: CountAndPercent): TabRecord {
  return { [key]: count, [`${key}.percent`]: percentCell(percent) };
}

/** Columns of *Tổng hợp Đợt …*; the classes follow the scale (programme.md 6). */
export function summaryColumns(preset: Preset): readonly HeadedColumn[] {
  const plain = (key: string, header: string, kind: HeadedColumn['kind'], width: number): HeadedColumn => ({
    key,
    header,
    kind,
    width,
  });
  return [
    plain('stt', 'STT', 'number', 36),
    plain('unit', 'Đơn vị', 'text', 220),
    plain('block', 'Khối', 'text', 132),
    plain('branches', 'Số chi đoàn', 'number', 52),
    plain('members', 'Tổng số đoàn viên', 'number', 60),
    plain('eligible', 'Thuộc diện xếp loại', 'number', 62),
    plain('deployed', 'Đã triển khai', 'text', 84),
    plain('memberDay', 'Ngày đoàn viên', 'day', 84),
    ...countColumns('registered', 'Đăng ký'),
    ...countColumns('selfAssessed', 'Tự đánh giá'),
    ...countColumns('graded', 'Chi đoàn đã đánh giá'),
    ...preset.classes.flatMap(({ code, label }) => countColumns(`class.${code}`, label)),
    plain('unclassed', 'Chưa xếp loại', 'number', 56),
    ...countColumns('recognised', 'Được công nhận'),
    ...preset.classes.map(({ code, short }): HeadedColumn => ({
      key: `branchClass.${code}`,
      header: short,
      kind: 'number',
      width: 38,
      group: 'Xếp loại chi đoàn',
    })),
    plain('propaganda', 'Số buổi tuyên truyền', 'number', 70),
    plain('sentAt', 'Ngày gửi', 'moment', 126),
    plain('onTime', 'Đúng hạn/Trễ hạn', 'text', 92),
    plain('officers', 'Cán bộ phụ trách', 'text', 150),
    CODE_COLUMN,
    NOTE_COLUMN,
  ];
}

/** The tab *Tổng hợp Đợt I*. */
export function summaryTab(wave: Wave, preset: Preset): TabDefinition {
  return {
    sheetId: waveSheetId(wave.code, 'units'),
    title: `Tổng hợp ${waveName(wave)}`,
    columns: summaryColumns(preset),
    frozenRows: SUMMARY_HEAD_ROWS,
    frozenColumns: 2,
  };
}

/** From what *Tổng hợp Đợt …* is drawn. `notes` = `notesOf` the tab as it was. */
export interface SummaryFacts {
  readonly wave: Wave;
  readonly preset: Preset;
  readonly rows: readonly SummaryRow[];
  readonly notes: ReadonlyMap<string, string>;
  /** The moment the figures hold for. */
  readonly at: EpochMs;
  /** Other waves to compare with, and this one; none = no history is told. */
  readonly history?: readonly WaveHistory[];
}

/** Code of a summary's row by which its note is carried along: unit, block or total. */
export function summaryRowCode(row: Pick<SummaryRow, 'kind' | 'code'>): string {
  return row.kind === 'UNIT' ? row.code : row.kind === 'BLOCK' ? `KHỐI:${row.code}` : 'TỔNG';
}

/** *Tổng hợp Đợt …* whole: units by block with subtotals, the total, notes carried along, figures of its charts below, over the waves too. */
export function drawSummary({ wave, preset, rows, notes, at, history = [] }: SummaryFacts): SheetPicture {
  const definition = summaryTab(wave, preset);
  const head = headRows(definition.columns, timeLine(`Tổng hợp ${waveName(wave)} năm ${wave.programme}`, at));
  let number = 0;
  const table = rows.map((row) => {
    if (row.kind === 'UNIT') number += 1;
    const code = summaryRowCode(row);
    const record: TabRecord = {
      ...figureCells(row, preset),
      ...headCells(row, number),
      code,
      note: notes.get(code) ?? '',
    };
    return definition.columns.map(({ key }): CellInput => record[key] ?? '');
  });
  const endOfTable = SUMMARY_HEAD_ROWS + table.length;
  const charts = sketchCharts(endOfTable, 1, [
    ...sketches(definition.sheetId, rows, preset),
    ...unitHistoryCharts(definition.sheetId, { wave, known: history }),
  ]);
  return {
    definition,
    rows: [...head.rows, ...table, ...charts.rows],
    merges: head.merges,
    boldRows: rows.flatMap((row, index) => (row.kind === 'UNIT' ? [] : [SUMMARY_HEAD_ROWS + index])),
    totalRow: endOfTable - 1,
    looks: tableLooks(definition.columns, table, SUMMARY_HEAD_ROWS, preset),
    strips: classStrips(definition.columns, preset),
    endOfTable,
    charts: charts.plans,
  };
}

/** The strip of colour over the heading of each class. */
export function classStrips(columns: readonly HeadedColumn[], preset: Preset): SheetPicture['strips'] {
  const fills = classFills(preset.classes.length);
  return preset.classes.flatMap(({ code }, place) => {
    const column = columns.findIndex(({ key }) => key === `class.${code}`);
    return column < 0 ? [] : [[column, 2, fills[place] ?? CHART_FILLS.noClass] as const];
  });
}

/** The cells of a row's figures. */
export function figureCells(figures: SummaryFigures, preset: Preset): TabRecord {
  const none: CountAndPercent = { count: 0, percent: null };
  return {
    branches: figures.branches,
    members: figures.members,
    eligible: figures.eligible,
    ...countCells('registered', figures.registered),
    ...countCells('selfAssessed', figures.selfAssessed),
    ...countCells('graded', figures.graded),
    ...Object.assign(
      {},
      ...preset.classes.map(({ code }) => countCells(`class.${code}`, figures.classes[code] ?? none)),
    ),
    unclassed: figures.unclassed,
    ...countCells('recognised', figures.recognised),
    ...Object.fromEntries(
      preset.classes.map(({ code }) => [`branchClass.${code}`, figures.branchClasses[code] ?? 0]),
    ),
    propaganda: figures.propagandaSessions,
    onTime: onTimeSaid(figures),
  };
}

function headCells(row: SummaryRow, number: number): TabRecord {
  const block = row.block === '' ? '' : BLOCK_WORDS.wordOf(row.block);
  if (row.kind === 'BLOCK') return { unit: `Cộng khối ${block}`, deployed: String(row.deployed) };
  if (row.kind === 'TOTAL') return { unit: 'Tổng cộng', deployed: String(row.deployed) };
  return {
    stt: number,
    unit: row.name,
    block,
    deployed: row.deployedDay === '' ? (row.deployed > 0 ? 'Có' : '') : formatDay(row.deployedDay),
    memberDay: dayCell(row.memberDay),
    sentAt: momentCell(row.sentAt),
    officers: row.officers.join('; '),
  };
}

/** Late as soon as one branch is; on time once all have sent; else how many have. */
function onTimeSaid({ branches, sentBranches, lateBranches }: SummaryFigures): string {
  if (lateBranches > 0) return lateBranches === branches ? 'Trễ hạn' : `Trễ hạn ${lateBranches}/${branches}`;
  if (branches > 0 && sentBranches === branches) return 'Đúng hạn';
  return sentBranches > 0 ? `Đã gửi ${sentBranches}/${branches}` : '';
}

/** Who is done, under way, not yet; the classes: parts of those to be classed, in the order of the table. */
function sketches(sheetId: number, rows: readonly SummaryRow[], preset: Preset): readonly ChartSketch[] {
  const units = rows.filter((row) => row.kind === 'UNIT');
  const total = rows.find((row) => row.kind === 'TOTAL');
  const unsent = units.filter((row) => row.sentBranches < row.branches);
  const few = unsent.slice(0, 4).map((row) => row.name.replace(/^Đoàn /, ''));
  return [
    {
      chartId: sheetId * 10 + 1,
      title: 'Tiến độ theo đơn vị',
      subtitle:
        unsent.length === 0
          ? 'Các đơn vị đã gửi đủ kết quả.'
          : `${unsent.length} đơn vị chưa gửi đủ kết quả: ${few.join(', ')}${unsent.length > few.length ? '…' : ''}`,
      kind: 'PARTS',
      names: 'Đơn vị · đã đánh giá/thuộc diện',
      series: ['Chi đoàn đã đánh giá', 'Đã tự đánh giá, chờ chi đoàn', 'Chưa tự đánh giá'],
      fills: [CHART_FILLS.main, CHART_FILLS.self, CHART_FILLS.rest],
      bars: units.map((row) => [
        barName(row.name, `${row.graded.count}/${row.eligible}`),
        row.graded.count,
        row.waitingForGrade,
        row.eligible - row.graded.count - row.waitingForGrade,
      ]),
    },
    {
      chartId: sheetId * 10 + 2,
      title: 'Xếp loại đoàn viên theo đơn vị',
      subtitle: `Toàn quận: ${goodShare(total, preset)} từ ${preset.classes[preset.goodClasses - 1]?.label ?? ''} trở lên.`,
      kind: 'PARTS',
      names: `Đơn vị · từ ${preset.classes[preset.goodClasses - 1]?.label ?? ''} trở lên`,
      series: [...preset.classes.map(({ label }) => label), 'Chưa xếp loại'],
      fills: [...classFills(preset.classes.length), CHART_FILLS.noClass],
      bars: units.map((row) => [
        barName(row.name, goodShare(row, preset)),
        ...preset.classes.map(({ code }) => row.classes[code]?.count ?? 0),
        row.unclassed,
      ]),
    },
  ];
}

function goodShare(row: SummaryFigures | undefined, preset: Preset): string {
  const good = preset.classes
    .slice(0, preset.goodClasses)
    .reduce((sum, { code }) => sum + (row?.classes[code]?.count ?? 0), 0);
  const percent = wholePercent(good, row?.eligible ?? 0);
  return percent === null ? '–' : `${percent}%`;
}
