import type { Preset } from '../programme/classification';
import { GROUP_LABELS, type Criterion } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import { LEVELS } from '../programme/levels';
import type { CriterionRow, GroupRow } from '../programme/summary-parts';
import type { Wave } from '../programme/wave';
import type { CellInput } from './cells';
import { waveName } from './class-words';
import { HALF_WORDS } from './criteria-tab';
import {
  chartBlock,
  CODE_COLUMN,
  headRows,
  NOTE_COLUMN,
  SUMMARY_HEAD_ROWS,
  timeLine,
  type ChartPlan,
  type HeadedColumn,
  type SheetPicture,
} from './sheet-picture';
import { SHEET_IDS } from './sheet-ids';
import { countCells, countColumns } from './summary-cells';
import type { TabDefinition, TabRecord } from './tab';
import { LEVEL_WORDS } from './words';

/** What every smaller summary is drawn with. `notes` = `notesOf` the tab as it was. */
export interface PartFacts {
  readonly wave: Wave;
  readonly notes: ReadonlyMap<string, string>;
  readonly at: EpochMs;
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
  return drawPart(facts, SHEET_IDS.groupsSummary, 'Theo đối tượng', columns, records);
}

/** The tab *Theo tiêu chí* of the wave last summarised, with the chart of completion and gap by criterion. */
export function drawCriteria(
  facts: PartFacts,
  rows: readonly CriterionRow[],
  criteria: readonly Criterion[],
): SheetPicture {
  const columns: readonly HeadedColumn[] = [
    { key: 'half', header: 'Phần', kind: 'text', width: 90 },
    { key: 'criterion', header: 'Tiêu chí', kind: 'text', width: 340 },
    ...countColumns('registered', 'Đăng ký'),
    ...LEVELS.map((level): HeadedColumn => ({
      key: `level.${level}`,
      header: LEVEL_WORDS.wordOf(level),
      kind: 'number',
      width: 90,
    })),
    { key: 'completed', header: 'Tỷ lệ hoàn thành %', kind: 'percent', width: 90 },
    { key: 'gap', header: 'Chênh lệch tự đánh giá – chi đoàn', kind: 'number', width: 110 },
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
  const block = chartBlock(
    picture.endOfTable,
    ['Tiêu chí', 'Đăng ký %', 'Tỷ lệ hoàn thành %', 'Chênh lệch tự đánh giá – chi đoàn'],
    rows.map((row) => [row.code, row.registered.percent ?? 0, row.completed.percent ?? 0, row.gap ?? 0]),
  );
  const place = { headerRow: block.headerRow, endRow: block.endRow, nameColumn: 0, kind: 'COLUMN' } as const;
  const charts: readonly ChartPlan[] = [
    {
      ...place,
      chartId: SHEET_IDS.criteriaSummary * 10 + 1,
      title: 'Đăng ký và hoàn thành theo tiêu chí (%)',
      seriesColumns: [1, 2],
    },
    {
      ...place,
      chartId: SHEET_IDS.criteriaSummary * 10 + 2,
      title: 'Tự đánh giá cao hơn (+) hay thấp hơn (−) chi đoàn đánh giá',
      seriesColumns: [3],
    },
  ];
  return { ...picture, rows: [...picture.rows, ...block.rows], charts };
}

/** A table of one kind of rows: head, rows in the order given, notes carried along by the code of the row. */
export function drawPart(
  { wave, notes, at }: PartFacts,
  sheetId: number,
  title: string,
  columns: readonly HeadedColumn[],
  records: readonly TabRecord[],
  frozenColumns = 1,
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
    endOfTable: SUMMARY_HEAD_ROWS + table.length,
    charts: [],
  };
}
