import { formatDay } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import type { TabDefinition } from './tab';

/** Everything that can be wrong in a sheet that people fill in. */
export type SheetProblemCode =
  | 'TAB_MISSING'
  | 'COLUMN_MISSING'
  | 'TAB_EMPTY'
  | 'CELL_EMPTY'
  | 'BAD_EMAIL'
  | 'BAD_CODE'
  | 'DOUBLED_CODE'
  | 'DOUBLED_TOKEN'
  | 'DOUBLED_NAME'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_BRANCH'
  | 'BRANCH_OF_BASE_BRANCH'
  | 'UNIT_WITHOUT_BRANCH'
  | 'SMALL_BRANCH'
  | 'IMPOSSIBLE_DATE'
  | 'IMPOSSIBLE_MONTH'
  | 'BIRTH_DATE_UNLIKELY'
  | 'UNKNOWN_WORD'
  | 'NOT_A_LEVEL'
  | 'FORMULA_TROUBLE'
  | 'NOT_A_NUMBER'
  | 'NUMBER_OUT_OF_RANGE'
  | 'REASON_WITHOUT_NEED'
  | 'REASON_MISSING'
  | 'SETTING_MISSING'
  | 'SETTING_EMPTY'
  | 'SAME_ACCOUNT'
  | 'THRESHOLDS_ORDER'
  | 'THRESHOLD_OUT_OF_RANGE'
  | 'WEIGHTS_NOT_100'
  | 'OFFICERS_UNEVEN'
  | 'DAY_MISSING'
  | 'IMPOSSIBLE_DAY'
  | 'DAYS_OUT_OF_ORDER'
  | 'AFTER_SCHOOL_YEAR'
  | 'THEME_MISSING'
  | 'MEMBER_DAY_MISSING'
  | 'MEMBER_DAY_NOT_IN_MONTH';

/** Where in the workbook a problem is. */
export interface CellPlace {
  readonly sheetId: number;
  /** Title of the tab, for people. */
  readonly tab: string;
  /** 0-based row of the sheet; -1 when it is the tab or a column as a whole. */
  readonly row: number;
  /** Key of the column; '' when it is the row or the tab as a whole. */
  readonly column: string;
  /** 0-based place of that column in the sheet as it is now; -1 when there is none. */
  readonly columnIndex: number;
}

/** A problem in its cell. `blocking` = nothing should be done with the data before it is mended; else it is only shown. */
export interface SheetProblem extends Problem<SheetProblemCode>, CellPlace {
  readonly blocking: boolean;
}

/** What is shown to staff and hinders nothing: days and themes are asked for when a wave is opened. */
const NOT_BLOCKING: ReadonlySet<SheetProblemCode> = new Set<SheetProblemCode>([
  'UNIT_WITHOUT_BRANCH',
  'SMALL_BRANCH',
  'REASON_WITHOUT_NEED',
  'DAY_MISSING',
  'THEME_MISSING',
  'MEMBER_DAY_MISSING',
  'MEMBER_DAY_NOT_IN_MONTH',
  'DOUBLED_NAME',
  'BIRTH_DATE_UNLIKELY',
]);

/** A problem in a cell; `at` = the code of the member, unit, wave or setting it is about. */
export function sheetProblem(
  code: SheetProblemCode,
  place: CellPlace,
  at = '',
  data: Readonly<Record<string, unknown>> = {},
): SheetProblem {
  return { ...problem(code, at, data), ...place, blocking: !NOT_BLOCKING.has(code) };
}

/** The place of a whole tab. */
export function placeOfTab(definition: Pick<TabDefinition, 'sheetId' | 'title'>): CellPlace {
  return { sheetId: definition.sheetId, tab: definition.title, row: -1, column: '', columnIndex: -1 };
}

type Sentence = (data: Readonly<Record<string, unknown>>) => string;

/** Text or figure of a problem's data. */
function said(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Other rows, counted as people see them. */
function rowsSaid(value: unknown): string {
  return Array.isArray(value) ? value.map((row) => Number(row) + 1).join(', ') : '';
}

const SENTENCES: Readonly<Record<SheetProblemCode, Sentence>> = {
  TAB_MISSING: ({ title }) =>
    `Không thấy trang “${said(title)}”. Hãy bấm Kiểm tra và sửa sổ để tạo lại, hoặc Ctrl+Z nếu vừa xóa.`,
  COLUMN_MISSING: ({ header }) =>
    `Trang này không còn cột “${said(header)}”. Chưa có gì bị ghi đè. Bấm Khôi phục cột, hoặc nhấn Ctrl+Z trong bảng tính.`,
  TAB_EMPTY: ({ what }) => `Trang này chưa có dòng nào. Hãy nhập ${said(what)}.`,
  CELL_EMPTY: ({ header }) => `Ô “${said(header)}” còn trống. Hãy ghi vào ô này.`,
  BAD_EMAIL: ({ value }) =>
    `“${said(value)}” không phải là một địa chỉ email. Hãy ghi đầy đủ, ví dụ ten@gmail.com; nhiều địa chỉ cách nhau bằng dấu chấm phẩy.`,
  BAD_CODE: ({ value }) =>
    `Mã “${said(value)}” có dấu cách hoặc ký hiệu lạ. Mã chỉ gồm chữ, số, dấu gạch ngang và dấu chấm, ví dụ P05-KP3.`,
  DOUBLED_CODE: ({ value, rows }) =>
    `Mã “${said(value)}” bị trùng với dòng ${rowsSaid(rows)}. Mỗi mã chỉ dùng cho một dòng.`,
  DOUBLED_TOKEN: ({ rows }) =>
    `Mã đường dẫn này trùng với dòng ${rowsSaid(rows)}. Hãy xóa ô này, mã mới sẽ được tạo ở lần chạy sau.`,
  DOUBLED_NAME: ({ value, rows }) =>
    `“${said(value)}” cùng ngày sinh, cùng chi đoàn với dòng ${rowsSaid(rows)}. Nếu là một người, hãy xóa bớt một dòng.`,
  UNKNOWN_UNIT: ({ value }) =>
    `Không có đơn vị nào mang mã “${said(value)}”. Hãy ghi đúng mã ở trang Đơn vị.`,
  UNKNOWN_BRANCH: ({ value }) =>
    `Không có chi đoàn nào mang mã “${said(value)}”. Hãy ghi đúng mã ở trang Chi đoàn.`,
  BRANCH_OF_BASE_BRANCH: ({ unit }) =>
    `“${said(unit)}” là chi đoàn cơ sở nên không có chi đoàn trực thuộc. Hãy xóa dòng này, hoặc đổi Loại hình của đơn vị.`,
  UNIT_WITHOUT_BRANCH: ({ unit }) =>
    `“${said(unit)}” là Đoàn cơ sở nhưng chưa có chi đoàn nào. Hãy nhập chi đoàn ở trang Chi đoàn.`,
  SMALL_BRANCH: ({ members }) =>
    `Chi đoàn này mới có ${said(members)} đoàn viên (thường từ 3 trở lên). Hãy xem lại danh sách.`,
  IMPOSSIBLE_DATE: ({ value }) =>
    `Ngày “${said(value)}” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998.`,
  IMPOSSIBLE_MONTH: ({ value }) =>
    `“${said(value)}” không phải là một tháng. Ghi theo thứ tự tháng/năm, ví dụ 3/2014.`,
  BIRTH_DATE_UNLIKELY: ({ value }) => `Ngày sinh “${said(value)}” có thể ghi nhầm năm. Hãy xem lại.`,
  UNKNOWN_WORD: ({ value, words }) =>
    `“${said(value)}” không có trong danh sách của ô. Hãy chọn một trong: ${Array.isArray(words) ? words.join(' · ') : ''}.`,
  NOT_A_LEVEL: ({ value }) =>
    `“${said(value)}” không phải là một mức đánh giá. Hãy chọn một trong bốn mức trong danh sách của ô.`,
  FORMULA_TROUBLE: ({ value }) =>
    `Ô này đang hiện “${said(value)}” vì được hiểu là công thức. Hãy gõ lại, không bắt đầu bằng dấu bằng (=).`,
  NOT_A_NUMBER: ({ value }) => `“${said(value)}” không phải là một con số. Hãy ghi số, ví dụ 80.`,
  NUMBER_OUT_OF_RANGE: ({ value, least, most }) =>
    `“${said(value)}” nằm ngoài khoảng cho phép: từ ${said(least)} đến ${said(most)}.`,
  REASON_WITHOUT_NEED: () =>
    'Đoàn viên thuộc diện xếp loại thì không cần lý do. Hãy xóa ô này, hoặc chọn “Không” ở cột Thuộc diện xếp loại.',
  REASON_MISSING: () => 'Hãy chọn lý do không thuộc diện xếp loại.',
  SETTING_MISSING: ({ label }) =>
    `Không thấy mục “${said(label)}”. Hãy bấm Kiểm tra và sửa sổ để thêm lại mục này.`,
  SETTING_EMPTY: ({ label }) => `Mục “${said(label)}” còn trống. Hãy ghi giá trị cho mục này.`,
  SAME_ACCOUNT: () => 'Tài khoản dự phòng phải khác tài khoản chạy chương trình. Hãy ghi một tài khoản khác.',
  THRESHOLDS_ORDER: () =>
    'Ngưỡng phải giảm dần: Xuất sắc lớn hơn Khá, Khá lớn hơn Trung bình. Ô tô màu đang sai thứ tự.',
  THRESHOLD_OUT_OF_RANGE: ({ value }) => `Ngưỡng “${said(value)}” phải nằm trong khoảng từ 0 đến 100.`,
  WEIGHTS_NOT_100: ({ sum }) => `Tổng các trọng số thi đua đang là ${said(sum)}. Hãy sửa để tổng bằng 100.`,
  OFFICERS_UNEVEN: ({ names, emails }) =>
    `Có ${said(names)} cán bộ nhưng có ${said(emails)} email. Hãy ghi mỗi cán bộ một email, cùng thứ tự, cách nhau bằng dấu chấm phẩy.`,
  DAY_MISSING: ({ header }) => `Chưa ghi “${said(header)}”. Cần có ngày này trước khi mở đợt.`,
  IMPOSSIBLE_DAY: ({ day }) =>
    `Ngày “${said(day)}” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 18/03/2014.`,
  DAYS_OUT_OF_ORDER: ({ header, beforeHeader }) =>
    `“${said(header)}” đang sớm hơn “${said(beforeHeader)}”. Hãy sửa lại theo thứ tự thời gian.`,
  AFTER_SCHOOL_YEAR: ({ last }) =>
    `Đợt của khối Trường học phải kết thúc trước ngày 30/4. Hãy chọn ngày không muộn hơn ${formatDay(said(last))}.`,
  THEME_MISSING: () => 'Đợt chưa có chủ đề. Hãy ghi chủ đề theo hướng dẫn trước khi mở đợt.',
  MEMBER_DAY_MISSING: () => 'Chưa ghi ngày đoàn viên của Đợt I. Hãy ghi một ngày trong tháng của đợt.',
  MEMBER_DAY_NOT_IN_MONTH: () => 'Ngày đoàn viên của Đợt I phải nằm trong tháng của đợt. Hãy chọn ngày khác.',
};

/** A problem as one Vietnamese sentence for the note of its cell: what is wrong, then what to do. */
export function problemSentence(problem: Pick<SheetProblem, 'code' | 'data'>): string {
  return SENTENCES[problem.code](problem.data);
}

/** The same with its place, for the list of all problems: 'Đoàn viên, dòng 15: …' (rows as people count them). */
export function problemLine(problem: SheetProblem): string {
  const place = problem.row < 0 ? problem.tab : `${problem.tab}, dòng ${problem.row + 1}`;
  return `${place}: ${problemSentence(problem)}`;
}
