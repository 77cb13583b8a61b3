import type { EpochMs } from '../programme/dates';
import type { BranchFold } from '../programme/fold';
import type { Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import type { CellInput } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { progressCells } from '../workbook/progress-cells';
import { waveSheetId } from '../workbook/sheet-ids';
import { timeLine } from '../workbook/sheet-picture';
import { column, headerRow, keyRow, type TabDefinition } from '../workbook/tab';

const COLUMNS = [
  column('branch', 'Chi đoàn', 'text', 220),
  column('registered', 'Đăng ký', 'text', 90),
  column('selfAssessed', 'Tự đánh giá', 'text', 100),
  column('graded', 'Chi đoàn đánh giá', 'text', 120),
  column('sent', 'Gửi', 'text', 180),
  column('recognised', 'Công nhận', 'text', 100),
];

/** The base unit's own summary of a wave, in its workbook: a row a branch, drawn by the owner's run. */
export function ownSummaryTab(wave: Pick<Wave, 'code' | 'calendar' | 'number'>): TabDefinition {
  return {
    sheetId: waveSheetId(wave.code, 'branches'),
    title: `Tổng hợp ${waveName(wave)}`,
    columns: COLUMNS,
    frozenRows: 3,
    frozenColumns: 1,
  };
}

/** All rows of that tab: the time the figures hold for, the header, a row a branch. */
export function drawOwnSummary(
  wave: Wave,
  branches: readonly Branch[],
  folds: ReadonlyMap<string, BranchFold>,
  at: EpochMs,
): readonly (readonly CellInput[])[] {
  const definition = ownSummaryTab(wave);
  return [
    keyRow(definition),
    [timeLine(definition.title, at)],
    headerRow(definition),
    ...branches.flatMap((branch): readonly (readonly CellInput[])[] => {
      const fold = folds.get(branch.code);
      if (!fold) return [];
      const cells = { branch: branch.name, ...progressCells(fold) } as Readonly<Record<string, CellInput>>;
      return [COLUMNS.map(({ key }) => cells[key] ?? '')];
    }),
  ];
}
