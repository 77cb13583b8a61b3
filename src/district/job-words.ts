import type { JobName } from '../contract/district';

/** A number as Vietnamese writes it: 5.509. */
export function countSaid(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** What a job is called in *Việc chờ* and on the console. */
export const JOB_WORDS: Readonly<Record<JobName, string>> = {
  setup: 'Kiểm tra thiết lập',
  createBooks: 'Tạo và chia sẻ sổ cơ sở',
  openWave: 'Mở đợt',
  collect: 'Nhận phiếu mới',
  push: 'Chuyển phiếu về các cơ sở',
  collectLedgers: 'Lấy kết quả từ các cơ sở',
  summarise: 'Lập lại bảng tổng hợp',
  lockWave: 'Khóa đợt',
  report: 'Làm báo cáo',
  remind: 'Nhắc việc',
  digest: 'Thư cho cán bộ phụ trách',
  receipts: 'Báo cho đoàn viên',
  inspect: 'Chọn mẫu kiểm tra',
  difficulties: 'Cập nhật khó khăn, vướng mắc',
  recognise: 'Công nhận cả đơn vị',
  reopen: 'Mở lại cho chi đoàn',
  year: 'Lập bảng đề nghị cuối năm',
  applyRules: 'Áp dụng thang, ngưỡng xếp loại',
  yearSheet: 'In kết quả năm',
  release: 'Công bố kết quả năm',
  takeOver: 'Tiếp quản bằng tài khoản dự phòng',
  archive: 'Lưu trữ kết quả của năm',
  newProgramme: 'Chương trình mới',
  roster: 'Nhập danh sách đoàn viên',
  proposals: 'Đề nghị về danh sách',
  acceptLate: 'Xét phiếu gửi sau hạn',
  exportMember: 'Xuất dữ liệu của đoàn viên',
  erase: 'Xóa dữ liệu cá nhân',
  retain: 'Xóa lời văn đã hết hạn',
};

/** How far a job is, as one sentence. `counts` = its own figures. */
export function progressSentence(
  job: JobName,
  { done, total, counts }: { done: number; total: number; counts: Readonly<Record<string, number>> },
  isFinished: boolean,
): string {
  const of = `${countSaid(done)}/${countSaid(total)}`;
  const count = (name: string): string => countSaid(counts[name] ?? 0);
  switch (job) {
    case 'setup':
      return isFinished
        ? 'Thiết lập đã kiểm tra xong, không còn chỗ nào phải sửa.'
        : `Đang kiểm tra: bước ${of}.`;
    case 'createBooks':
      return `${isFinished ? 'Đã' : 'Đang'} tạo và kiểm tra ${of} sổ cơ sở.${
        (counts.notShared ?? 0) > 0
          ? ` Có ${count('notShared')} địa chỉ email Google không nhận; hãy xem lại ở trang Đơn vị và Chi đoàn.`
          : ''
      }${
        (counts.notOwned ?? 0) > 0
          ? ` Có ${count('notOwned')} sổ thuộc tài khoản khác nên chưa thêm, bớt người được; hãy nhờ người quản trị Google Workspace chuyển quyền sở hữu sang tài khoản này.`
          : ''
      }${(counts.mended ?? 0) > 0 ? ` Đã sửa ${count('mended')} chỗ về trang và quyền; xem ở trang Bắt đầu và Nhật ký.` : ''}`;
    case 'openWave':
      return isFinished
        ? 'Đã mở đợt: phiếu đã mở, đường dẫn ở trang Đợt và Chi đoàn.'
        : total === 0
          ? 'Đang tạo phiếu của đợt.'
          : `Đang mở đợt: ${of} phần.`;
    case 'collect':
      return (counts.received ?? 0) === 0
        ? isFinished
          ? 'Không có phiếu mới.'
          : 'Đang nhận phiếu.'
        : `Đã nhận ${count('received')} phiếu, trong đó ${count('toResolve')} phiếu cần xử lý.`;
    case 'push':
      return (counts.pushed ?? 0) === 0
        ? 'Không có phiếu mới để chuyển.'
        : `Đã chuyển phiếu về ${count('pushed')} sổ cơ sở.`;
    case 'collectLedgers':
      return `Đã đọc ${of} sổ cơ sở; ${count('changed')} sổ có kết quả mới.${
        (counts.broken ?? 0) > 0 ? ` Có ${count('broken')} trang cần xem lại.` : ''
      }${(counts.restored ?? 0) > 0 ? ` Đã khôi phục ${count('restored')} dòng bị sửa hoặc xóa bằng tay.` : ''}`;
    case 'summarise':
      return isFinished
        ? `Đã lập lại bảng tổng hợp.${
            (counts.remade ?? 0) > 0
              ? ` Có ${count('remade')} trang đã bị xóa nên được tạo lại; ghi chú trong trang cũ không còn.`
              : ''
          }`
        : 'Đang lập bảng tổng hợp.';
    case 'lockWave':
      return isFinished
        ? `Đã khóa đợt ở ${countSaid(Math.max(0, total - 1))} sổ cơ sở.`
        : `Đang khóa: ${of} phần.`;
    case 'report':
      return isFinished ? 'Đã làm Báo cáo và Phụ lục.' : `Đang làm báo cáo: ${of} phần.`;
    case 'remind':
    case 'digest':
      return total === 0
        ? isFinished
          ? 'Không có thư nào phải gửi.'
          : 'Đang xem phải gửi thư cho ai.'
        : `Đã gửi ${countSaid(Math.max(0, done - (counts.refused ?? 0)))}/${countSaid(total)} thư.${
            (counts.refused ?? 0) > 0
              ? ` Có ${count('refused')} thư Google không nhận; hãy xem lại địa chỉ ở trang Đơn vị và Chi đoàn.`
              : ''
          }`;
    case 'receipts':
      return (
        (count('mailed') === '0'
          ? isFinished
            ? 'Không có thư mới cho đoàn viên.'
            : `Đang xem phải báo cho ai: ${of} đơn vị.`
          : `Đã gửi ${count('mailed')} thư cho đoàn viên.`) +
        ((counts.refused ?? 0) > 0
          ? ` Có ${count('refused')} thư Google không nhận; hãy xem lại email ở trang Đoàn viên.`
          : '') +
        ((counts.waiting ?? 0) > 0
          ? ` Hôm nay đã hết lượt gửi; còn ${count('waiting')} thư, ngày mai bấm gửi tiếp.`
          : '')
      );
    case 'inspect':
      return isFinished
        ? 'Đã chọn mẫu; ghi nhận xét ở trang Triển khai, kiểm tra.'
        : 'Đang chọn mẫu kiểm tra.';
    case 'difficulties':
      return `Đã xem ${of} sổ cơ sở: ${count('listed')} vướng mắc, gửi về đơn vị ${count('answered')} câu trả lời mới.`;
    case 'recognise':
      return `Đã công nhận ${count('recognised')} đơn vị${
        (counts.notReady ?? 0) > 0 ? `; ${count('notReady')} đơn vị chưa gửi đủ kết quả` : ''
      }.`;
    case 'reopen':
      return isFinished ? 'Đã mở lại cho chi đoàn.' : 'Đang mở lại cho chi đoàn.';
    case 'archive':
      return isFinished
        ? `Đã lưu trữ ${count('tabs')} trang; đường dẫn ở trang Bắt đầu.`
        : `Đang lưu trữ: ${of} trang.`;
    case 'newProgramme':
      return isFinished
        ? 'Đã ghi sẵn năm mới. Hãy sửa ngày và ghi chủ đề ở trang Đợt, số và ngày kế hoạch ở trang Thiết lập, rồi bấm Kiểm tra lại.'
        : `Đang chuẩn bị năm mới: ${of} phần.`;
    case 'proposals':
      return isFinished
        ? `Đã xử lý ${count('decided')} đề nghị về danh sách.`
        : `Đang xử lý đề nghị về danh sách: phần ${of}.`;
    case 'roster':
      if (!isFinished) return `Đang nhập danh sách: phần ${of}.`;
      return counts.added === undefined
        ? 'Đã nhập xong danh sách.'
        : `Đã nhập danh sách: thêm ${count('added')}, chuyển chi đoàn ${count('moved')}, sửa thông tin ${count('changed')}${
            counts.left === 0 ? '' : `, thôi xếp loại ${count('left')}`
          } đoàn viên. Sổ cơ sở được cập nhật ở lần chạy tới.`;
    case 'acceptLate':
      return isFinished
        ? count('said') === '0'
          ? 'Quyết định này đã được ghi từ trước.'
          : `Đã ghi quyết định về ${count('said')} phiếu gửi sau hạn và chuyển về sổ cơ sở.`
        : 'Đang ghi quyết định về phiếu gửi sau hạn.';
    case 'exportMember':
      return isFinished
        ? `Đã xuất ${count('lines')} mục dữ liệu; đường dẫn của tệp ở trang Nhật ký.`
        : 'Đang tìm dữ liệu của đoàn viên.';
    case 'erase':
      return isFinished
        ? `Đã xóa họ tên và nội dung ở ${count('cells')} dòng; các con số được giữ.`
        : `Đang xóa: ${of} nơi.`;
    case 'retain':
      return isFinished
        ? `Đã xóa lời văn ở ${count('cells')} dòng; mức, xếp loại và các con số được giữ.`
        : `Đang xóa lời văn đã hết hạn: ${of} nơi.`;
    case 'takeOver':
      return isFinished
        ? `Đã tiếp quản: các việc tự động chạy bằng tài khoản này; mở được ${count('opened')} tệp.${
            (counts.notOpened ?? 0) > 0 ? ` Có ${count('notOpened')} tệp không mở được; xem ở Nhật ký.` : ''
          } Hãy ghi một tài khoản dự phòng mới ở trang Thiết lập.`
        : `Đang tiếp quản: ${of} phần.`;
    case 'yearSheet':
      return isFinished
        ? 'Trang Kết quả năm đã sẵn sàng: mở trang ấy để in hoặc tải về.'
        : 'Đang lập trang Kết quả năm.';
    case 'release':
      return isFinished
        ? `Đã công bố kết quả năm cho ${count('released')} đơn vị.`
        : `Đang công bố: ${of} phần.`;
    case 'applyRules':
      return isFinished
        ? 'Thang, ngưỡng xếp loại đã được áp dụng ở Sổ Quận đoàn và các sổ cơ sở.'
        : `Đang áp dụng thang, ngưỡng xếp loại: ${of} phần.`;
    case 'year':
      return isFinished
        ? `Đã lập Tổng hợp năm của ${count('members')} đoàn viên và Thi đua đơn vị.`
        : 'Đang lập bảng đề nghị cuối năm.';
  }
}
