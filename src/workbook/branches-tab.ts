import type { Branch } from '../programme/organisation';
import { flagCell, listCell, type ReadRows } from './cells';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';

/** A branch with its poster link; `subUnion` = Đoàn bộ phận, where there is one. */
export interface BranchEntry {
  readonly branch: Branch;
  readonly subUnion: string;
  readonly link: string;
  readonly qr: string;
}

/** The tab *Chi đoàn*. */
export const BRANCHES_TAB = tab(
  SHEET_IDS.branches,
  'Chi đoàn',
  [
    column('code', 'Mã chi đoàn', 'text', 110, { typed: true }),
    column('name', 'Tên chi đoàn', 'text', 220, { typed: true }),
    column('base', 'Đơn vị', 'text', 90, { typed: true }),
    column('subUnion', 'Đoàn bộ phận (nếu có)', 'text', 160, { typed: true }),
    column('committeeEmails', 'Email Ban Chấp hành', 'text', 240, { typed: true }),
    column('byHand', 'Nhập tay (khi dùng điện thoại)', 'flag', 130, { words: ['Có', 'Không'], typed: true }),
    column('link', 'Đường dẫn phiếu của chi đoàn', 'text', 240),
    column('qr', 'Mã QR', 'text', 120),
  ],
  2,
);

/** A branch as a row. */
export function branchRecord({ branch, subUnion, link, qr }: BranchEntry): TabRecord {
  return {
    code: branch.code,
    name: branch.name,
    base: branch.base,
    subUnion,
    committeeEmails: listCell(branch.committeeEmails),
    byHand: branch.byHand === true ? flagCell(true) : '',
    link,
    qr,
  };
}

/** The branches of the tab; whether their units exist is asked by `readSetup`. */
export function branchesFrom(rows: ReadRows): TabReading<BranchEntry> {
  return readRecords(BRANCHES_TAB, rows, 'code', (reader) => ({
    branch: {
      code: reader.code('code'),
      name: reader.needed('name'),
      base: reader.needed('base'),
      committeeEmails: reader.emails('committeeEmails'),
      ...(reader.flag('byHand', false) ? { byHand: true } : {}),
    },
    subUnion: reader.text('subUnion'),
    link: reader.text('link'),
    qr: reader.text('qr'),
  }));
}
