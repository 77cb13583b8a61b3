import { CRITERION_CODES } from '../programme/criteria';
import type { Wave } from '../programme/wave';
import { waveName } from './class-words';
import { SHEET_IDS, waveSheetId } from './sheet-ids';
import { column, tab, type Column, type TabDefinition } from './tab';
import { GROUP_WORDS, MATCHED_HOW_WORDS, UNMATCHED_WORDS } from './words';

const IDENTITY: readonly Column[] = [
  column('responseId', 'Mã phiếu', 'text', 120),
  column('sentAt', 'Gửi lúc', 'moment', 140),
  column('typedCode', 'Mã đoàn viên đã ghi', 'text', 130),
  column('typedName', 'Họ và tên đã ghi', 'text', 190),
  column('typedBirthDate', 'Ngày sinh đã ghi', 'text', 110),
  column('member', 'Đoàn viên khớp', 'text', 110),
  column('matchedHow', 'Cách khớp', 'text', 150, { words: MATCHED_HOW_WORDS.words }),
];

/** Where the sheet came from, behind everything people read. */
const ORIGIN: readonly Column[] = [
  column('linkBranch', 'Chi đoàn (theo đường dẫn)', 'text', 130),
  column('formId', 'Mã biểu mẫu', 'text', 120),
];

/** The tab *Đăng ký – Đợt I* of the submissions workbook: one row a sheet, only ever appended to. */
export function registrationsTab(wave: Wave): TabDefinition {
  return tab(
    waveSheetId(wave.code, 'registrations'),
    `Đăng ký – ${waveName(wave)}`,
    [
      ...IDENTITY,
      column('group', 'Đối tượng', 'text', 190, { words: GROUP_WORDS.words }),
      ...CRITERION_CODES.map((code) => column(code, code, 'text', 200)),
      column('signature', 'Ký tên', 'text', 170),
      column('consent', 'Đồng ý xử lý dữ liệu', 'flag', 110),
      ...ORIGIN,
    ],
    2,
  );
}

/** The tab *Tự đánh giá – Đợt I*. */
export function selfAssessmentsTab(wave: Wave): TabDefinition {
  return tab(
    waveSheetId(wave.code, 'selfAssessments'),
    `Tự đánh giá – ${waveName(wave)}`,
    [
      ...IDENTITY,
      ...CRITERION_CODES.map((code) => column(`level.${code}`, `Mức ${code}`, 'text', 110)),
      ...CRITERION_CODES.map((code) => column(`evidence.${code}`, `Minh chứng ${code}`, 'text', 200)),
      column('ownClass', 'Tự xếp loại', 'text', 120),
      column('branchRating', 'Đánh giá chi đoàn', 'text', 120),
      column('unitRating', 'Đánh giá đơn vị', 'text', 120),
      column('difficulties', 'Vướng mắc', 'text', 260),
      column('signature', 'Ký tên', 'text', 170),
      ...ORIGIN,
    ],
    2,
  );
}

/** The tab *Phiếu cần xử lý*: sheets tied to nobody, for staff to decide. */
export const UNMATCHED_TAB = tab(
  SHEET_IDS.unmatched,
  'Phiếu cần xử lý',
  [
    column('responseId', 'Mã phiếu', 'text', 120),
    column('sentAt', 'Gửi lúc', 'moment', 140),
    column('linkBranch', 'Chi đoàn (theo đường dẫn)', 'text', 150),
    column('typedName', 'Họ và tên đã ghi', 'text', 190),
    column('typedBirthDate', 'Ngày sinh đã ghi', 'text', 110),
    column('reason', 'Lý do', 'text', 220, { words: UNMATCHED_WORDS.words }),
    column('near1', 'Người gần khớp nhất 1', 'text', 240),
    column('near2', 'Người gần khớp nhất 2', 'text', 240),
    column('near3', 'Người gần khớp nhất 3', 'text', 240),
    column('decision', 'Quyết định', 'text', 240, { typed: true }),
    column('decidedBy', 'Người quyết định', 'text', 190),
    column('wave', 'Đợt', 'text', 90),
  ],
  2,
);

/** The tab *Phần chữ dài*: what is longer than a cell, whole, piece by piece; the sheet's own cell has its beginning and says so. */
export const LONG_TEXTS_TAB = tab(
  SHEET_IDS.longTexts,
  'Phần chữ dài',
  [
    column('responseId', 'Mã phiếu', 'text', 120),
    column('sentAt', 'Gửi lúc', 'moment', 140),
    column('field', 'Mục', 'text', 140),
    column('piece', 'Phần', 'text', 60),
    column('text', 'Nội dung', 'text', 600),
  ],
  2,
);
