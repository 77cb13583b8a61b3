import type { EpochMs } from '../programme/dates';
import type { LateDecision } from '../programme/late-sheets';
import { submissionId } from '../programme/submission';
import { fittingText, momentCell, momentOfCell, textOfCell, type ReadRows } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, readTable, tab, type TabRecord } from './tab';
import { LATE_DECISION_WORDS } from './words';

/** The tab *Phiếu gửi sau hạn* of the submissions workbook: what staff said of each, one row an act, only ever appended to. */
export const LATE_TAB = tab(
  SHEET_IDS.lateSheets,
  'Phiếu gửi sau hạn',
  [
    column('at', 'Thời gian', 'moment', 140),
    column('by', 'Người quyết định', 'text', 190),
    column('decision', 'Việc', 'text', 110, { words: LATE_DECISION_WORDS.words }),
    column('reason', 'Lý do', 'text', 320),
    column('wave', 'Đợt', 'text', 90),
    column('member', 'Đoàn viên', 'text', 110),
    column('responseId', 'Mã phiếu', 'text', 120),
    column('sentAt', 'Gửi lúc', 'moment', 140),
  ],
  1,
);

/** What staff said of one sheet; `submission` = `submissionId`, its time to the second. */
export interface LateAct {
  readonly at: EpochMs;
  readonly by: string;
  readonly decision: LateDecision;
  readonly reason: string;
  readonly wave: string;
  readonly member: string;
  readonly responseId: string;
  readonly sentAt: EpochMs;
}

/** An act as a row. */
export function lateActRecord(act: LateAct): TabRecord {
  return {
    ...act,
    at: momentCell(act.at),
    decision: LATE_DECISION_WORDS.wordOf(act.decision),
    reason: fittingText(act.reason),
    sentAt: momentCell(act.sentAt),
  };
}

/** What holds of each sheet by `submissionId`: the last row that names it. A row that a person damaged says nothing. */
export function lateDecisions(rows: ReadRows): ReadonlyMap<string, LateDecision> {
  const said = new Map<string, LateDecision>();
  for (const { cells } of readTable(LATE_TAB, rows).records) {
    const decision = LATE_DECISION_WORDS.codeOf(textOfCell(cells.decision));
    const sentAt = momentOfCell(cells.sentAt ?? '');
    if (decision === null || sentAt === null) continue;
    said.set(submissionId({ responseId: textOfCell(cells.responseId), sentAt }), decision);
  }
  return said;
}
