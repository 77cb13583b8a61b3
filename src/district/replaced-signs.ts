import { submissionId } from '../programme/submission';
import { textOfCell } from '../workbook/cells';
import { LOG_TAB } from '../workbook/log-tab';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import type { ReadSheet } from './form-submission';
import { logRequests } from './ledger-copies';

/**
 * Says in *Nhật ký* of which sheets some signs could not be kept. Before the sheets are written, and once a sheet: a run killed in between finds
 * its line again.
 */
export function logReplaced(
  district: District,
  { state }: DistrictFacts,
  sheets: readonly ReadSheet[],
): void {
  const concerned = sheets.filter((sheet) => sheet.replaced > 0);
  if (concerned.length === 0) return;
  const column = LOG_TAB.columns.findIndex((one) => one.key === 'related');
  const [rows] = district.api.read(district.book, [
    { sheetId: LOG_TAB.sheetId, startColumnIndex: column, endColumnIndex: column + 1 },
  ]);
  const there = new Set((rows ?? []).map((row) => textOfCell(row[0])));
  const entries = concerned
    .map(({ submission, replaced }) => ({
      at: district.now(),
      actor: district.email,
      what: 'Nhận phiếu',
      related: submissionId(submission),
      detail: `${replaced} ký tự điều khiển không ghi được vào bảng tính đã thay bằng ký tự \ufffd; phần còn lại giữ nguyên.`,
      data: {},
    }))
    .filter((entry) => !there.has(entry.related));
  district.api.change(district.book, [...logRequests(state, entries), ...state.changes()], false);
}
