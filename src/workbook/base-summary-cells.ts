import type { Preset } from '../programme/classification';
import { figuresOf, type UnitResults } from '../programme/summary';
import { momentCell } from './cells';
import { classWord, waveName } from './class-words';
import { CODE_COLUMN, NOTE_COLUMN, type HeadedColumn, type SheetPicture } from './sheet-picture';
import { waveSheetId } from './sheet-ids';
import { countColumns, figureCells } from './summary-cells';
import { drawPart, type PartFacts } from './summary-part-cells';
import type { TabRecord } from './tab';
import { BRANCH_STATE_WORDS } from './words';

/** A base unit's own summary of a wave: *Tổng hợp Đợt I* in its workbook, a row a branch and the total. */
export function drawBaseSummary(
  facts: PartFacts,
  result: UnitResults,
  branchNames: ReadonlyMap<string, string>,
  preset: Preset,
): SheetPicture {
  const plain = (key: string, header: string, kind: HeadedColumn['kind'], width: number): HeadedColumn => ({
    key,
    header,
    kind,
    width,
  });
  const columns: readonly HeadedColumn[] = [
    plain('branch', 'Chi đoàn', 'text', 220),
    plain('members', 'Tổng số đoàn viên', 'number', 75),
    plain('eligible', 'Thuộc diện xếp loại', 'number', 75),
    ...countColumns('registered', 'Đăng ký'),
    ...countColumns('selfAssessed', 'Tự đánh giá'),
    ...countColumns('graded', 'Chi đoàn đã đánh giá'),
    ...preset.classes.flatMap(({ code, label }) => countColumns(`class.${code}`, label)),
    plain('unclassed', 'Chưa xếp loại', 'number', 65),
    ...countColumns('recognised', 'Được công nhận'),
    plain('state', 'Tình trạng', 'text', 160),
    plain('branchClass', 'Xếp loại chi đoàn', 'text', 110),
    plain('sentAt', 'Ngày gửi', 'moment', 120),
    plain('onTime', 'Đúng hạn/Trễ hạn', 'text', 110),
    CODE_COLUMN,
    NOTE_COLUMN,
  ];
  const branches = result.branches.map((fold): TabRecord => ({
    ...figureCells(figuresOf([{ ...result, branches: [fold] }], preset), preset),
    branch: branchNames.get(fold.branch) ?? fold.branch,
    state: BRANCH_STATE_WORDS.wordOf(fold.state),
    branchClass: fold.branchClass ? classWord(fold.branchClass.class, preset) : '',
    sentAt: momentCell(fold.sentAt),
    code: fold.branch,
  }));
  const total: TabRecord = {
    ...figureCells(figuresOf([result], preset), preset),
    branch: 'Tổng cộng',
    code: 'TỔNG',
  };
  const sheetId = waveSheetId(facts.wave.code, 'branches');
  const picture = drawPart(
    facts,
    sheetId,
    `Tổng hợp ${waveName(facts.wave)}`,
    columns,
    [...branches, total],
    {
      preset,
    },
  );
  const totalRow = picture.endOfTable - 1;
  return { ...picture, boldRows: [totalRow], totalRow };
}
