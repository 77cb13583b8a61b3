import { CRITERION_CODES } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import { formatMoment } from '../programme/dates';
import type { Wave } from '../programme/wave';
import { waveName } from './class-words';
import { waveSheetId } from './sheet-ids';
import { column, tab, type TabDefinition } from './tab';

/**
 * The owner's tab of a wave in a base workbook, only read by committees: short columns first, texts behind, sorted by branch. State, class and
 * who graded are values with the time they hold for, which stands in the header of *Tình trạng*.
 */
export function waveTab(
  wave: Pick<Wave, 'code' | 'calendar' | 'number'>,
  asOf: EpochMs | null = null,
): TabDefinition {
  return tab(
    waveSheetId(wave.code, 'members'),
    waveName(wave),
    [
      column('code', 'Mã đoàn viên', 'text', 110),
      column('fullName', 'Họ và tên', 'text', 190),
      column('birthYear', 'Năm sinh', 'text', 70),
      column('branch', 'Chi đoàn', 'text', 180),
      column('branchCode', 'Mã chi đoàn', 'text', 100),
      column('group', 'Đối tượng', 'text', 160),
      column('classed', 'Thuộc diện xếp loại', 'flag', 90),
      column('registeredAt', 'Đăng ký lúc', 'moment', 130),
      column('selfAt', 'Tự đánh giá lúc', 'moment', 130),
      column('selfClass', 'Tự xếp loại', 'text', 110),
      column('state', stateHeader(asOf), 'text', 160),
      column('class', 'Xếp loại', 'text', 110),
      column('gradedBy', 'Người đánh giá', 'text', 180),
      column('marks', 'Lưu ý', 'text', 180),
      ...CRITERION_CODES.map((code) => column(`commitment.${code}`, `Đăng ký ${code}`, 'text', 200)),
      ...CRITERION_CODES.map((code) => column(`self.${code}`, `Tự đánh giá ${code}`, 'text', 90)),
      ...CRITERION_CODES.map((code) => column(`evidence.${code}`, `Minh chứng ${code}`, 'text', 200)),
      column('difficulties', 'Vướng mắc', 'text', 260),
    ],
    2,
  );
}

/** Columns with the short facts, from the first on: what a page's first answer needs; texts stand behind them. */
export const SHORT_COLUMNS = 14;

function stateHeader(asOf: EpochMs | null): string {
  return asOf === null
    ? 'Tình trạng'
    : `Tình trạng (tính đến ${formatMoment(asOf).slice(11, 16)} ngày ${formatMoment(asOf).slice(0, 10)})`;
}
