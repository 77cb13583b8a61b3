const LINES: readonly string[] = [
  '1. Mở bảng đánh giá: danh sách đoàn viên của chi đoàn hiện bên phải bảng tính. Bảng rộng cho xem cả chi đoàn một lúc.',
  '2. Xem việc đã đăng ký, minh chứng và phần tự đánh giá; bấm Thống nhất, hoặc chọn mức khác và ghi vài chữ lý do.',
  '3. Bảng tự lưu. Khi thấy “Đã lưu”, kết quả đã nằm trong sổ; “Chờ lưu” nghĩa là sẽ được lưu sau ít giây.',
  '4. Ghi phần Chi đoàn tự đánh giá, rồi bấm Gửi. Còn rút lại được cho đến khi cấp trên bắt đầu xem xét.',
  '5. Các trang “Sổ …” chỉ để xem: đừng gõ vào đó, dòng gõ tay không được tính.',
  '6. Trong menu còn có: nhập phiếu giấy, chép tin nhắn gửi Zalo, in danh sách, phiếu, biên bản, lập báo cáo của đơn vị.',
  '7. Nếu bảng không mở được, hãy mở cửa sổ ẩn danh, chỉ đăng nhập tài khoản đã đăng ký với Quận đoàn, rồi mở lại sổ. Bảng đánh giá chỉ mở được trên máy tính.',
];

/** What a committee needs to know to begin, as one text. */
export function helpText(): string {
  return LINES.join('\n\n');
}
