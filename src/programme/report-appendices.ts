import type { Preset } from './classification';
import { GROUP_LABELS, type Criterion } from './criteria';
import { LEVELS, type Level } from './levels';
import type { Block } from './organisation';
import { line, type ReportBlock, type ReportTable } from './report-blocks';
import type { ReportFigures } from './report-figures';
import type { ReportRow } from './report-rows';
import { numberSaid, percentSaid } from './report-words';
import type { GroupRow } from './summary-parts';

/** Words of the appendices that live with the tabs' words. */
export interface AppendixWords {
  /** 'Đợt I năm 2014'. */
  readonly wave: string;
  readonly preset: Preset;
  readonly criteria: readonly Criterion[];
  readonly blockName: (block: Block) => string;
  readonly levelName: (level: Level) => string;
}

/** What stands for figures of too few people. */
const HIDDEN = '*';
const HIDDEN_NOTE = '(*) Nhóm có dưới 05 người không tách riêng kết quả.';

/** The four appendices, each a title and a table: by unit, by target group, by criterion, classes of branches. */
export function reportAppendices(figures: ReportFigures, words: AppendixWords): readonly ReportBlock[] {
  return [
    ...titled(1, 'TỔNG HỢP THEO ĐƠN VỊ', words),
    byUnit(figures.rows, words),
    ...(figures.rows.some((row) => row.hidden) ? [line('NOTE', HIDDEN_NOTE)] : []),
    ...titled(2, 'TỔNG HỢP THEO ĐỐI TƯỢNG', words),
    byGroup(figures, words.preset),
    ...(figures.groups.together === null
      ? []
      : [line('NOTE', 'Đối tượng có dưới 05 người được gộp vào dòng “Các đối tượng còn lại”.')]),
    ...titled(3, 'TỔNG HỢP THEO TIÊU CHÍ', words),
    byCriterion(figures, words),
    ...titled(4, 'XẾP LOẠI CHI ĐOÀN', words),
    branchClasses(figures.rows, words),
  ];
}

function titled(number: number, title: string, { wave }: AppendixWords): readonly ReportBlock[] {
  return [
    line('APPENDIX', `PHỤ LỤC ${number}: ${title}`),
    line('NOTE', `Ngày đoàn viên “Rèn luyện và hành động” ${wave}`),
  ];
}

function byUnit(rows: readonly ReportRow[], words: AppendixWords): ReportTable {
  const { classes } = words.preset;
  return unitTable(rows, words, {
    header: [
      'Số chi đoàn',
      'Tổng số đoàn viên',
      'Thuộc diện xếp loại',
      'Đăng ký',
      'Tự đánh giá',
      'Chi đoàn đã đánh giá',
      'Được công nhận',
      ...classes.map(({ label }) => label),
      'Chưa xếp loại',
    ],
    cells: (row) => [
      numberSaid(row.branches),
      numberSaid(row.members),
      ...(row.hidden
        ? Array.from({ length: 6 + classes.length }, () => HIDDEN)
        : [
            numberSaid(row.eligible),
            ...[row.registered, row.selfAssessed].map((count) => counted(count, row.members)),
            ...[row.graded, row.recognised, ...classes.map(({ code }) => row.classes[code] ?? 0)].map(
              (count) => counted(count, row.eligible),
            ),
            numberSaid(row.unclassed),
          ]),
    ],
  });
}

function branchClasses(rows: readonly ReportRow[], words: AppendixWords): ReportTable {
  const { classes } = words.preset;
  return unitTable(rows, words, {
    header: ['Số chi đoàn', ...classes.map(({ label }) => label), 'Chưa xếp loại'],
    cells: (row) => {
      const counts = classes.map(({ code }) => row.branchClasses[code] ?? 0);
      const without = row.branches - counts.reduce((sum, count) => sum + count, 0);
      return [row.branches, ...counts, without].map(numberSaid);
    },
  });
}

/** A table by unit: numbered units, subtotals of blocks, the total. */
function unitTable(
  rows: readonly ReportRow[],
  { blockName }: AppendixWords,
  of: { readonly header: readonly string[]; readonly cells: (row: ReportRow) => readonly string[] },
): ReportTable {
  let number = 0;
  return {
    kind: 'TABLE',
    header: ['STT', 'Đơn vị', ...of.header],
    rows: rows.map((row) => {
      const name =
        row.kind === 'UNIT'
          ? row.name
          : row.kind === 'TOTAL' || row.block === ''
            ? 'Tổng cộng'
            : `Cộng khối ${blockName(row.block)}`;
      return [row.kind === 'UNIT' ? String((number += 1)) : '', name, ...of.cells(row)];
    }),
    bold: rows.flatMap((row, place) => (row.kind === 'UNIT' ? [] : [place])),
    widths: [0.7, 3, ...of.header.map(() => 1)],
  };
}

function byGroup({ groups }: ReportFigures, { classes }: Preset): ReportTable {
  const rows: readonly (readonly [string, GroupRow])[] = [
    ...groups.shown.map((row) => [groupName(row.group), row] as const),
    ...(groups.together ? [['Các đối tượng còn lại', groups.together] as const] : []),
  ];
  return {
    kind: 'TABLE',
    header: [
      'STT',
      'Đối tượng',
      'Tổng số đoàn viên',
      'Đăng ký',
      'Tự đánh giá',
      ...classes.map(({ label }) => label),
    ],
    rows: rows.map(([name, row], place) => [
      String(place + 1),
      name,
      numberSaid(row.members),
      counted(row.registered.count, row.members),
      counted(row.selfAssessed.count, row.members),
      ...classes.map(({ code }) => numberSaid(row.classes[code]?.count ?? 0)),
    ]),
    bold: [],
    widths: [0.7, 3, ...Array.from({ length: 3 + classes.length }, () => 1)],
  };
}

function groupName(group: GroupRow['group']): string {
  return GROUP_LABELS.find((one) => one.code === group)?.label ?? 'Chưa rõ đối tượng';
}

function byCriterion({ criteria, members }: ReportFigures, words: AppendixWords): ReportTable {
  const rows = criteria.map((row, place) => [
    String(place + 1),
    words.criteria.find((one) => one.code === row.code)?.title ?? row.code,
    counted(row.registered.count, members),
    ...LEVELS.map((level) => numberSaid(row.levels[level])),
    percentSaid(
      row.levels.DONE_WELL + row.levels.DONE,
      LEVELS.reduce((sum, level) => sum + row.levels[level], 0),
    ),
  ]);
  return {
    kind: 'TABLE',
    header: ['STT', 'Tiêu chí', 'Đăng ký', ...LEVELS.map(words.levelName), 'Tỷ lệ hoàn thành'],
    rows,
    bold: [],
    widths: [0.7, 4, ...Array.from({ length: 2 + LEVELS.length }, () => 1)],
  };
}

/** "65 (94,2%)". */
function counted(count: number, whole: number): string {
  return whole === 0 ? numberSaid(count) : `${numberSaid(count)} (${percentSaid(count, whole)})`;
}
