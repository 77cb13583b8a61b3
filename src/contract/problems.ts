import type { ActProblemCode } from '../programme/planning';
import type { RecordProblem } from '../programme/plan-records';
import type { MemberDayProblem, WaveProblem } from '../programme/wave';
import type { Problem } from '../programme/result';
import { formatDayInDocument, formatMoment } from '../programme/dates';

/** Every code that may stand in an answer. A code without a sentence does not compile. */
export type ProblemCode =
  | ActProblemCode
  | RecordProblem['code']
  | WaveProblem['code']
  | MemberDayProblem['code']
  | 'BAD_REQUEST'
  | 'OLD_PAGE'
  | 'NOT_ON_COMMITTEE'
  | 'NO_ACCOUNT'
  | 'NO_WAVE'
  | 'UNKNOWN_WAVE'
  | 'UNKNOWN_BRANCH'
  | 'NOT_RECOGNISED'
  | 'TEXT_TOO_LONG'
  | 'TAB_NOT_READY'
  | 'BOOK_NOT_READY'
  | 'NOT_A_BASE_BOOK'
  | 'SHEET_CHANGED'
  | 'BUSY'
  | 'NOT_STAFF'
  | 'UNKNOWN_JOB'
  | 'ROLE_ACCOUNT_ONLY'
  | 'RESERVE_ONLY'
  | 'YEAR_NOT_CLOSED'
  | 'YEAR_OVER'
  | 'BAD_YEAR'
  | 'NO_CLOSED_YEAR'
  | 'WORDS_STILL_KEPT'
  | 'SETUP_PROBLEMS'
  | 'SHEET_PROBLEM'
  | 'BOOKS_MISSING'
  | 'FORM_NOT_PUBLISHED'
  | 'FORM_NOT_FOR_ALL'
  | 'FORM_GONE'
  | 'WAVE_NOT_OPENED'
  | 'JOB_RUNNING'
  | 'REMINDED_ENOUGH'
  | 'MAIL_OFF'
  | 'MAIL_QUOTA'
  | 'NO_ADDRESS'
  | 'FIELD_MISSING'
  | 'ROSTER_TAB_MISSING'
  | 'ROSTER_UNFINISHED'
  | 'ROSTER_EMPTY'
  | 'ROSTER_NO_NAMES'
  | 'ROSTER_PROBLEMS'
  | 'ROSTER_ALIKE'
  | 'UNIT_NOT_READY'
  | 'NO_LATE_SHEET'
  | 'WAVE_NOT_LOCKED'
  | 'WEIGHTS_SUM'
  | 'YEAR_NOT_DRAWN'
  | 'NOTHING_CONFIRMED'
  | 'UNKNOWN_MEMBER_CODE'
  | 'UNIT_GONE'
  | 'BRANCH_GONE'
  | 'BRANCH_MOVED';

type Sentence = (problem: Problem, name: (code: string) => string) => string;

/** A sentence for each code: what is the case, then what to do (wording.md 2). */
const SENTENCES: Readonly<Record<ProblemCode, Sentence>> = {
  WAVE_NOT_OPEN: () => 'Đợt này chưa đến bước đánh giá. Hãy đợi đến ngày mở tự đánh giá.',
  LOCKED: ({ data }) =>
    `Đợt đã khóa${whenText(data.at)}. Nếu cần bổ sung, hãy nhờ cán bộ phụ trách mở lại cho chi đoàn, kèm lý do.`,
  NOT_LOCKED: () => 'Đợt chưa khóa nên chưa cần mở lại. Có thể đánh giá tiếp như thường.',
  ALREADY_SENT: ({ data }) =>
    `Kết quả đã gửi${whenText(data.at)} nên đang được giữ nguyên. Muốn sửa, bấm Rút lại; nếu cấp trên đã xem xét, hãy đề nghị trả lại.`,
  NOT_SENT: ({ at, data }, name) =>
    `${textOf(data.name) || name(at)} chưa gửi kết quả. Hãy đợi chi đoàn gửi, hoặc nhắc chi đoàn.`,
  BEING_REVIEWED: () =>
    'Cấp trên đã bắt đầu xem xét nên không rút lại được nữa. Hãy đề nghị cấp trên trả lại để bổ sung.',
  NOT_GRADED_YET: ({ at }, name) => `${name(at)} chưa được đánh giá. Bấm vào tên để đánh giá.`,
  MISSING_SELF_ASSESSMENT_OF_BRANCH: () => 'Phần Chi đoàn tự đánh giá còn trống. Mở trang Chi đoàn để ghi.',
  NOBODY_GRADED: () => 'Chưa có đoàn viên nào được chi đoàn đánh giá nên chưa công nhận được.',
  UNKNOWN_MEMBER: ({ at }) =>
    `Mã “${at}” không có trong danh sách chi đoàn. Hãy đóng và mở lại bảng để lấy danh sách mới.`,
  NOT_IN_ROUND: ({ at }, name) =>
    `Lượt này chỉ bổ sung những người được trả lại; ${name(at)} không nằm trong số đó.`,
  NOT_CLASSED: ({ at }, name) =>
    `${name(at)} không thuộc diện xếp loại: chỉ ghi nhận xét, không chọn xếp loại.`,
  UNKNOWN_CLASS: () => 'Xếp loại này không có trong danh sách. Hãy chọn một mức trong danh sách.',
  NOT_TEN_LEVELS: ({ at }, name) =>
    `Đánh giá của ${name(at)} chưa đủ các tiêu chí đã đăng ký. Hãy chọn mức cho từng tiêu chí.`,
  REASON_NEEDED: ({ data }) =>
    data.what === 'LEVEL'
      ? 'Mức này khác với phần tự đánh giá. Hãy ghi vài chữ lý do để đoàn viên và cấp trên hiểu.'
      : data.what === 'CLASS'
        ? 'Xếp loại này khác với đề nghị. Hãy ghi vài chữ lý do để đoàn viên và cấp trên hiểu.'
        : 'Hãy ghi lý do; lý do được lưu và báo cho chi đoàn.',
  NEWER_GRADE: ({ at, data }, name) =>
    `${personText(data.actor)} vừa lưu một đánh giá khác cho ${name(at)}${whenText(data.at)}. Hãy xem hai bản và chọn bản đúng; bản kia vẫn còn trong Lịch sử.`,
  TAKEN_OVER: () =>
    'Đoàn cơ sở đang đánh giá thay chi đoàn này. Muốn làm tiếp, hãy đề nghị Đoàn cơ sở giao lại.',
  NOT_TAKEN_OVER: () => 'Đoàn cơ sở không đánh giá thay chi đoàn này. Bấm Nhận đánh giá thay trước.',
  NOTHING_TO_UNDO: () => 'Không có việc nào để hoàn tác trong lượt này.',
  UNKNOWN_DIFFICULTY: () => 'Vướng mắc này không còn trong sổ. Hãy đóng và mở lại bảng.',
  TEXT_MISSING: () => 'Nội dung còn trống. Hãy ghi vài chữ rồi lưu lại.',
  TEXT_TOO_LONG: () => 'Nội dung dài hơn mức sổ lưu được. Hãy rút gọn rồi lưu lại; chưa có gì bị ghi.',
  NO_RESULT_YET: ({ at }, name) =>
    `Kết quả của ${name(at)} chưa được công nhận nên chưa có gì để xem lại. Khi có kết quả, đoàn viên có ba ngày để đề nghị.`,
  SECOND_LOOK_LATE: ({ at, data }, name) =>
    `Đã hết thời gian đề nghị xem lại kết quả của ${name(at)} (đến hết ngày ${dayText(data.until)}). Đoàn viên vẫn trao đổi được với Ban Chấp hành; nếu có sai sót rõ ràng, hãy báo cán bộ phụ trách.`,
  SECOND_LOOK_WAITING: ({ at, data }, name) =>
    `${name(at)} đã có đề nghị xem lại ghi${whenText(data.at)}, đang chờ trả lời. Hãy trả lời đề nghị ấy trước.`,
  SECOND_LOOK_ANSWERED: ({ at }, name) =>
    `Đề nghị xem lại của ${name(at)} đã được trả lời. Hãy đóng và mở lại bảng để xem.`,
  NOT_RECOGNISED: ({ at }, name) =>
    `${name(at)} đã gửi nhưng chưa được công nhận xong. Hãy công nhận, hoặc trả lại để bổ sung, rồi gửi về Quận đoàn.`,
  IMPOSSIBLE_DAY: ({ data }) =>
    `Ngày “${textOf(data.day)}” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998.`,
  DAY_MISSING: () => 'Ô này còn trống. Hãy ghi ngày theo thứ tự ngày/tháng/năm, ví dụ 31/03/2014.',
  DAYS_OUT_OF_ORDER: () =>
    'Ngày này sớm hơn mốc đứng trước nó. Hãy sửa để các mốc theo đúng thứ tự thời gian.',
  AFTER_SCHOOL_YEAR: () => 'Đợt của khối Trường học phải kết thúc trước ngày 30/4. Hãy chọn ngày sớm hơn.',
  THEME_MISSING: () => 'Đợt chưa có chủ đề. Hãy ghi chủ đề theo hướng dẫn.',
  MEMBER_DAY_MISSING: () => 'Chưa ghi ngày đoàn viên của Đợt I. Hãy ghi một ngày trong tháng của đợt.',
  MEMBER_DAY_NOT_IN_MONTH: () => 'Ngày đoàn viên của Đợt I phải nằm trong tháng của đợt. Hãy chọn ngày khác.',
  ROSTER_TAB_MISSING: () =>
    'Sổ này chưa có trang Nhập danh sách. Hãy bấm Kiểm tra lại ở bước Thiết lập để tạo trang, rồi làm lại.',
  ROSTER_UNFINISHED: ({ data }) =>
    `Mới nhận được ${textOf(data.received) || '0'}/${textOf(data.total)} dòng của tệp. Hãy chọn lại tệp ấy; chưa có đoàn viên nào bị đổi.`,
  ROSTER_EMPTY: () =>
    'Trang Nhập danh sách đang trống. Hãy chọn tệp ở bảng này, hoặc dán danh sách vào trang ấy, rồi làm lại.',
  ROSTER_NO_NAMES: () =>
    'Không tìm thấy cột họ và tên ở 12 dòng đầu của danh sách. Hãy ghi tên cột như tệp mẫu, rồi làm lại.',
  ROSTER_ALIKE: ({ data }) =>
    `Danh sách đã có nhiều người tên “${textOf(data.name)}” cùng ngày sinh nên không biết là ai. Hãy trao đổi với chi đoàn, rồi chọn Không nhận.`,
  ROSTER_PROBLEMS: ({ data }) =>
    `Danh sách có ${textOf(data.count)} chỗ cần sửa, đã tô màu và ghi chú ngay tại ô của trang Nhập danh sách. Chưa nhập dòng nào. Sửa xong, bấm lại.`,
  BAD_REQUEST: () => 'Nội dung gửi đi chưa đủ hoặc chưa đúng. Hãy đóng bảng, mở lại rồi làm lại việc này.',
  OLD_PAGE: () =>
    'Bảng này là bản cũ. Hãy đóng và mở lại từ menu Rèn luyện và hành động; phần chưa lưu được giữ nguyên.',
  NOT_ON_COMMITTEE: ({ data }) =>
    `Tài khoản ${textOf(data.email)} chưa có trong danh sách Ban Chấp hành của đơn vị này. Hãy nhờ ${textOf(data.officer) || 'cán bộ phụ trách'} bổ sung, hoặc mở sổ bằng tài khoản đã đăng ký.`,
  NO_ACCOUNT: () =>
    'Google chưa cho biết ai đang mở sổ. Hãy mở cửa sổ ẩn danh, chỉ đăng nhập tài khoản đã đăng ký với Quận đoàn, rồi mở lại sổ.',
  NO_WAVE: () => 'Chưa có đợt nào được mở. Khi Quận đoàn mở đợt, danh sách đoàn viên sẽ hiện ở đây.',
  UNKNOWN_WAVE: () => 'Đợt này không còn trong sổ. Hãy đóng và mở lại bảng.',
  UNKNOWN_BRANCH: () => 'Chi đoàn này không còn trong sổ. Hãy đóng và mở lại bảng.',
  TAB_NOT_READY: () =>
    'Trang ghi của chi đoàn đang chờ Quận đoàn sửa quyền nên chưa lưu được. Phần vừa làm vẫn còn trên máy này; hãy thử lại sau ít phút.',
  BOOK_NOT_READY: () =>
    'Sổ cơ sở đang chờ Quận đoàn cập nhật nên chưa mở được. Phần vừa làm vẫn còn trên máy này; hãy thử lại sau ít phút.',
  NOT_A_BASE_BOOK: () =>
    'Bảng tính này không phải Sổ cơ sở của chương trình. Hãy mở Sổ cơ sở mà Quận đoàn đã chia sẻ, rồi mở lại bảng.',
  SHEET_CHANGED: ({ data }) =>
    `Trang “${textOf(data.tab)}” không còn cột “${textOf(data.column)}”. Chưa có gì bị ghi đè. Hãy nhấn Ctrl+Z trong bảng tính, rồi thử lại.`,
  BUSY: () => 'Đang chờ: nhiều người cùng lưu một lúc. Phần vừa làm vẫn còn và sẽ tự lưu lại sau ít giây.',
  NOT_STAFF: ({ data }) =>
    `Tài khoản ${textOf(data.email)} chưa có trong danh sách cán bộ Quận đoàn. Hãy bổ sung ở trang Thiết lập.`,
  UNKNOWN_JOB: () => 'Việc này không còn trong danh sách. Hãy mở lại bảng điều khiển.',
  ROLE_ACCOUNT_ONLY: ({ data }) =>
    `Việc này chạy bằng tài khoản ${textOf(data.roleAccount)}. Đã xếp hàng; kết quả hiện ở Việc đã làm.`,
  RESERVE_ONLY: ({ data }) =>
    textOf(data.reserveAccount) === ''
      ? 'Chưa có tài khoản dự phòng. Hãy ghi ở trang Thiết lập, mục Tài khoản dự phòng.'
      : `Chỉ tài khoản dự phòng ${textOf(data.reserveAccount)} tiếp quản được. Hãy mở Sổ Quận đoàn bằng tài khoản ấy rồi bấm Tiếp quản.`,
  YEAR_NOT_CLOSED: ({ data }) =>
    `${textOf(data.name)} năm ${textOf(data.programme)} chưa khóa. Hãy khóa đợt ấy trước.`,
  YEAR_OVER: ({ data }) =>
    `Năm chương trình ${textOf(data.programme)} đã kết thúc, kết quả được giữ như đã khóa. Muốn xem, mở tệp Lưu trữ kết quả.`,
  BAD_YEAR: ({ data }) =>
    `Năm chương trình mới ghi bằng bốn chữ số và sau năm ${textOf(data.programme)}. Hãy ghi lại.`,
  WORDS_STILL_KEPT: ({ data }) =>
    textOf(data.until) === ''
      ? 'Trang Thiết lập chưa ghi ngày giữ nội dung chi tiết. Hãy ghi ở mục Giữ nội dung chi tiết đến.'
      : `Phiếu đã hẹn giữ nội dung chi tiết năm ${textOf(data.programme)} đến hết ngày ${textOf(data.until)}. Hãy đợi qua ngày ấy rồi xóa.`,
  NO_CLOSED_YEAR: () => 'Chưa có năm nào khóa hết các đợt. Hãy khóa các đợt của năm rồi lưu trữ.',
  SETUP_PROBLEMS: ({ data }) =>
    `Còn ${textOf(data.count)} chỗ cần sửa, đã tô màu và ghi chú ngay tại ô. Chưa tạo gì. Sửa xong, bấm Kiểm tra lại.`,
  SHEET_PROBLEM: ({ data }) => textOf(data.sentence),
  BOOKS_MISSING: ({ data }) =>
    `Còn ${textOf(data.count)} đơn vị chưa có sổ cơ sở. Hãy làm bước Tạo và chia sẻ sổ cơ sở trước.`,
  FORM_NOT_PUBLISHED: () =>
    'Google chưa cho mở phiếu ra ngoài. Hãy mở phiếu, bấm Xuất bản, chọn “Bất kỳ ai có đường liên kết”, rồi bấm Kiểm tra lại.',
  FORM_NOT_FOR_ALL: () =>
    'Google chưa cho người ngoài mở phiếu: tên miền của Quận đoàn có thể đang chặn. Hãy mở phiếu, bấm Xuất bản, chọn “Bất kỳ ai có đường liên kết”, rồi bấm Kiểm tra lại. Nếu không chọn được, nhờ người quản trị Google Workspace cho phép chia sẻ phiếu ra ngoài, hoặc dùng một tài khoản Gmail làm tài khoản chạy chương trình.',
  FORM_GONE: ({ data }) =>
    `Phiếu ${textOf(data.name)} không còn trong Google Drive. Những phiếu đã nhận vẫn còn trong Sổ tiếp nhận phiếu. Hãy bấm Mở đợt để tạo phiếu mới, rồi gửi lại đường dẫn và mã QR mới cho các chi đoàn.`,
  WAVE_NOT_OPENED: () => 'Đợt này chưa được mở. Hãy làm bước Mở đợt trước.',
  REMINDED_ENOUGH: ({ data }) =>
    `Đợt này đã nhắc đủ ${textOf(data.limit)} lần. Hãy gọi hoặc nhắn riêng cho đơn vị còn chậm.`,
  MAIL_OFF: () => 'Thiết lập đang tắt loại email này. Muốn gửi, hãy bật ở trang Thiết lập.',
  MAIL_QUOTA: ({ data }) =>
    `Hôm nay chỉ còn gửi được ${textOf(data.left)} email, chưa đủ cho ${textOf(data.needed)} người nhận. Hãy gửi vào ngày mai, hoặc chép nội dung để nhắn.`,
  NO_ADDRESS: ({ data }) =>
    `${textOf(data.name)} chưa có địa chỉ email. Hãy bổ sung ở trang Đơn vị hoặc Chi đoàn, hoặc chép nội dung để nhắn.`,
  FIELD_MISSING: ({ data }) => `Còn trống: ${textOf(data.label)}. Hãy ghi hoặc chọn rồi làm tiếp.`,
  UNIT_NOT_READY: ({ at, data }, name) =>
    `${textOf(data.name) || name(at)} chưa gửi đủ kết quả về Quận đoàn nên chưa công nhận được.`,
  NO_LATE_SHEET: () =>
    'Không có phiếu gửi sau hạn nào để xét. Nếu đoàn viên vừa gửi, bấm Nhận phiếu mới rồi xem lại.',
  WAVE_NOT_LOCKED: ({ at, data }, name) =>
    `${textOf(data.name) || name(at)} chưa khóa: kết quả còn có thể thay đổi.`,
  WEIGHTS_SUM: ({ data }) =>
    `Điểm của các phần thi đua cộng lại là ${textOf(data.sum)}, không phải 100. Hãy sửa ở trang Thiết lập.`,
  YEAR_NOT_DRAWN: () => 'Chưa có trang Tổng hợp năm và Thi đua đơn vị. Hãy bấm Lập đề nghị cuối năm trước.',
  NOTHING_CONFIRMED: () =>
    'Chưa đơn vị nào được xác nhận ở cột Phân loại của trang Thi đua đơn vị. Hãy chọn phân loại rồi công bố.',
  UNKNOWN_MEMBER_CODE: ({ at }) =>
    `Trang Tổng hợp năm không có mã đoàn viên “${at}”. Hãy xem lại mã, hoặc ghi “tất cả” để in cả đơn vị.`,
  UNIT_GONE: ({ data }) =>
    `${textOf(data.wave)} đang thực hiện nhưng trang Đơn vị không còn đơn vị “${textOf(data.unit)}”. Chưa có gì bị ghi đè. Hãy nhấn Ctrl+Z hoặc ghi lại đúng mã ấy; gộp, tách đơn vị thì làm sau khi khóa đợt.`,
  BRANCH_GONE: ({ data }) =>
    `${textOf(data.wave)} đang thực hiện nhưng không còn thấy chi đoàn “${textOf(data.branch)}” ở trang Chi đoàn. Chưa có gì bị ghi đè. Hãy nhấn Ctrl+Z hoặc ghi lại đúng dòng ấy; giải thể, sáp nhập chi đoàn thì làm sau khi khóa đợt.`,
  BRANCH_MOVED: ({ data }) =>
    `${textOf(data.branch)} đã ghi kết quả ${textOf(data.wave)} ở sổ của ${textOf(data.unit)}. Hãy để nguyên đơn vị của chi đoàn đến khi khóa đợt, rồi hãy chuyển.`,
  JOB_RUNNING: () => 'Việc này đang chạy. Hãy đợi xong, hoặc bấm Chạy tiếp nếu đã dừng.',
};

/** Whether a sentence for the code exists. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.prototype.hasOwnProperty.call(SENTENCES, code);
}

/**
 * The Vietnamese sentence of a problem. `name` tells the name of a member or branch code, so that no code word is read by a person. A code of
 * another version says that the page is old.
 */
export function sentenceOf(problem: Problem, name: (code: string) => string = (code) => code): string {
  const code: ProblemCode = isProblemCode(problem.code) ? problem.code : 'OLD_PAGE';
  return SENTENCES[code](problem, name);
}

function whenText(at: unknown): string {
  return typeof at === 'number' ? ` lúc ${formatMoment(at)}` : '';
}

function dayText(day: unknown): string {
  return typeof day === 'string' && day !== '' ? formatDayInDocument(day) : '…';
}

function personText(actor: unknown): string {
  return typeof actor === 'string' && actor !== '' ? actor : 'Một đồng chí khác';
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
