import type { ConsoleStep, JobName, JobState, StepState } from '../../contract/district';

/** The ten steps (wording.md 1). */
export const STEP_WORDS: Readonly<Record<ConsoleStep, string>> = {
  SETUP: 'Thiết lập',
  ROSTER: 'Nhập danh sách đoàn viên',
  BOOKS: 'Tạo và chia sẻ sổ cơ sở',
  OPEN_WAVE: 'Mở đợt',
  FOLLOW: 'Theo dõi tiến độ',
  REMIND: 'Nhắc việc',
  SUMMARISE: 'Tổng hợp đợt',
  LOCK: 'Công nhận, khóa đợt',
  REPORT: 'Báo cáo đợt',
  YEAR: 'Đánh giá cuối năm',
};

export const STEP_STATE_WORDS: Readonly<Record<StepState, string>> = {
  TO_DO: 'Chưa làm',
  DOING: 'Đang làm',
  REVIEW: 'Cần xem lại',
  DONE: 'Xong',
};

/** How far a job is (wording.md 1, Việc chờ). */
export const JOB_STATE_WORDS: Readonly<Record<JobState, string>> = {
  QUEUED: 'Đã xếp hàng',
  RUNNING: 'Đang làm',
  DONE: 'Xong',
  STOPPED: 'Dừng',
};

/** What the button of a job says before it has looked. */
export const JOB_WORDS: Readonly<Record<JobName, string>> = {
  setup: 'Kiểm tra lại',
  createBooks: 'Tạo sổ cơ sở',
  openWave: 'Mở đợt',
  collect: 'Nhận phiếu mới',
  push: 'Đưa phiếu về sổ cơ sở',
  collectLedgers: 'Lấy kết quả từ các cơ sở',
  summarise: 'Lập lại bảng tổng hợp',
  lockWave: 'Khóa đợt',
  report: 'Làm báo cáo',
  remind: 'Nhắc đơn vị chưa xong',
  digest: 'Gửi thư cho cán bộ phụ trách',
  receipts: 'Báo cho đoàn viên',
  inspect: 'Chọn mẫu kiểm tra',
  difficulties: 'Cập nhật vướng mắc',
  recognise: 'Công nhận cả đơn vị',
  reopen: 'Mở lại cho chi đoàn',
  year: 'Lập đề nghị cuối năm',
  applyRules: 'Áp dụng ngưỡng xếp loại',
  yearSheet: 'In kết quả năm',
  release: 'Công bố kết quả năm',
  takeOver: 'Tiếp quản',
  archive: 'Lưu trữ kết quả của năm',
  newProgramme: 'Chương trình mới',
  roster: 'Nhập danh sách',
  proposals: 'Đề nghị về danh sách',
  acceptLate: 'Xét phiếu gửi sau hạn',
  exportMember: 'Xuất dữ liệu của một đoàn viên',
  erase: 'Xóa dữ liệu cá nhân',
  retain: 'Xóa lời văn đã hết hạn',
};

/** What the confirmation's filled button says. */
export const JOB_YES: Readonly<Record<JobName, string>> = {
  setup: 'Thực hiện',
  createBooks: 'Thực hiện',
  openWave: 'Mở đợt',
  collect: 'Thực hiện',
  push: 'Thực hiện',
  collectLedgers: 'Thực hiện',
  summarise: 'Thực hiện',
  lockWave: 'Khóa đợt',
  report: 'Làm báo cáo',
  remind: 'Gửi',
  digest: 'Gửi',
  receipts: 'Gửi',
  inspect: 'Chọn mẫu',
  difficulties: 'Thực hiện',
  recognise: 'Công nhận',
  reopen: 'Mở lại',
  year: 'Thực hiện',
  applyRules: 'Áp dụng',
  yearSheet: 'Lập trang',
  release: 'Công bố',
  takeOver: 'Tiếp quản',
  archive: 'Lưu trữ',
  newProgramme: 'Bắt đầu năm mới',
  roster: 'Thực hiện',
  proposals: 'Thực hiện',
  acceptLate: 'Ghi quyết định',
  exportMember: 'Xuất',
  erase: 'Xóa',
  retain: 'Xóa lời văn',
};
