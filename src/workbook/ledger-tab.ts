import { CRITERION_CODES } from '../programme/criteria';
import { ledgerOwner, type LedgerOwner } from '../programme/events';
import { ledgerSheetId } from './sheet-ids';
import { column, tab, type TabDefinition } from './tab';

/** Spare empty rows the owner keeps at the end of a ledger, and the fewest before the script adds some (architecture.md 3.6). */
export const SPARE_ROWS = 300;
export const FEWEST_SPARE_ROWS = 60;

/** Columns of every ledger, in the order of its cells. All of them are text. */
export const LEDGER_COLUMNS = [
  column('seq', 'STT', 'text', 50),
  column('at', 'Thời gian', 'text', 140),
  column('actor', 'Người thực hiện', 'text', 190),
  column('kind', 'Việc', 'text', 180),
  column('wave', 'Đợt', 'text', 80),
  column('round', 'Lượt', 'text', 50),
  column('subject', 'Đối tượng', 'text', 110),
  ...CRITERION_CODES.map((code) => column(code, code, 'text', 36)),
  column('class', 'Xếp loại', 'text', 110),
  column('reason', 'Lý do', 'text', 220),
  column('text', 'Nội dung', 'text', 360),
  column('data', 'Dữ liệu', 'text', 120),
  column('operation', 'Mã lượt lưu', 'text', 120),
  column('check', 'Mã kiểm', 'text', 120),
];

/** Title of a ledger's tab: 'Sổ Chi đoàn Khu phố 3 2014', 'Sổ BCH cơ sở 2014', 'Sổ Quận 2014'. */
export function ledgerTitle(owner: LedgerOwner, branchName: string, programme: string): string {
  if (owner === 'BASE') return `Sổ BCH cơ sở ${programme}`;
  if (owner === 'DISTRICT') return `Sổ Quận ${programme}`;
  // A title may not hold these, and takes 100 signs.
  return `Sổ ${branchName.replace(/[[\]*?:/\\]/g, ' ').slice(0, 80)} ${programme}`;
}

/** The tab of a ledger; `branchName` is needed for a branch's only. */
export function ledgerTab(ledger: string, branchName = ''): TabDefinition {
  const programme = ledger.split(':')[2] ?? '';
  return tab(
    ledgerSheetId(ledger),
    ledgerTitle(ledgerOwner(ledger), branchName, programme),
    LEDGER_COLUMNS,
    4,
  );
}
