/** The sentences of the member's form (wording.md 4). */
export const formWords = {
  registration: 'Phiếu đăng ký',
  selfAssessment: 'Phiếu tự đánh giá',
  asSuggested: 'Tôi đăng ký như gợi ý',
  notRegistered: 'Đợt này tôi chưa đăng ký tiêu chí này',
  levels: [
    'Hoàn thành tốt – làm xong, kết quả rõ',
    'Hoàn thành – đã làm xong',
    'Chưa hoàn thành – có làm nhưng chưa xong',
    'Chưa thực hiện – chưa làm',
    'Tôi không đăng ký tiêu chí này',
  ],
  ratings: ['Xuất sắc', 'Khá', 'Trung bình', 'Yếu', 'Không có ý kiến'],
  agree: 'Tôi đã đọc, hiểu rõ và đồng ý.',
  disagree: 'Tôi không đồng ý.',
  signature: 'Ký tên: ghi đầy đủ họ và tên của bạn',
  pledge: 'Tôi cam kết thực hiện các nội dung đã đăng ký.',
  selfPledge: 'Tôi cam đoan nội dung tự đánh giá là đúng.',
  armedForces:
    'Không ghi nội dung, không gửi hình ảnh thuộc bí mật nhà nước, bí mật quân sự, bí mật công tác.',
  registrationHelp:
    'Với mỗi tiêu chí, chọn đăng ký như gợi ý, ghi việc của bạn ở “Mục khác”, hoặc để đợt sau.',
  /** '' = the district asks for no number. */
  least: (least: { readonly TRAINING: number; readonly ACTION: number }): string => {
    const parts = [
      ...(least.TRAINING > 0 ? [`${least.TRAINING} tiêu chí rèn luyện`] : []),
      ...(least.ACTION > 0 ? [`${least.ACTION} tiêu chí hành động`] : []),
    ];
    return parts.length === 0 ? '' : `Nên đăng ký ít nhất ${parts.join(' và ')}.`;
  },
  guide: (link: string): string => `Hướng dẫn chi tiết cho đối tượng của bạn: ${link}`,
  selfHelp: 'Với mỗi tiêu chí, chọn một mức. Tiêu chí bạn không đăng ký thì chọn dòng cuối.',
  registeredHelp: 'Được điền sẵn khi bạn mở phiếu bằng đường dẫn riêng.',
  evidenceHelp:
    'Ghi ngắn việc đã làm, hoặc dán đường dẫn ảnh. Không ghi họ tên, địa chỉ, hoàn cảnh của người được giúp.',
  branchRating: 'Theo bạn, kết quả rèn luyện chung của chi đoàn trong đợt này?',
  unitRating:
    'Theo bạn, kết quả rèn luyện chung của đơn vị (Đoàn phường, Đoàn trường, Đoàn công ty…) trong đợt này?',
  ratingHelp: 'Câu trả lời chỉ được tổng hợp thành số, không kèm tên bạn khi gửi cho chi đoàn và đơn vị.',
  difficulties: 'Bạn có khó khăn, vướng mắc gì cần chi đoàn hoặc Đoàn cấp trên giúp?',
  consentTitle: 'Đồng ý cho xử lý dữ liệu cá nhân (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15)',
  paper:
    'Không sao cả. Bạn vẫn tham gia chương trình bằng phiếu giấy: liên hệ Bí thư chi đoàn. Phiếu giấy được giữ tại chi đoàn, ' +
    'không nhập vào hệ thống; chỉ cộng vào số lượng. Điều này không ảnh hưởng đến việc đánh giá bạn.',

  consent: (facts: {
    /** "Quận 8". */
    readonly place: string;
    readonly dataContact: string;
    readonly keepDetailsUntil: string;
    readonly keepClassesUntil: string;
    readonly fullText: string;
  }): string =>
    [
      `Ai xử lý: Ban Chấp hành Đoàn ${facts.place}${facts.dataContact === '' ? '' : ` (${facts.dataContact})`}.`,
      'Dữ liệu: họ tên, ngày sinh, mã đoàn viên (nếu có), chi đoàn, đối tượng, nội dung đăng ký, phần tự đánh giá, minh chứng, ' +
        'nhận xét và xếp loại. Vì gắn với sinh hoạt trong tổ chức chính trị - xã hội, dữ liệu này được bảo vệ như dữ liệu cá nhân ' +
        'nhạy cảm. Không hỏi số căn cước, địa chỉ nhà, tôn giáo, số điện thoại.',
      'Để làm gì: theo dõi, đánh giá, công nhận kết quả chương trình; làm một trong những cơ sở xếp loại đoàn viên cuối năm; ' +
        'tổng hợp số liệu. Không dùng vào việc khác.',
      'Ai được xem: Ban Chấp hành các chi đoàn trong cùng Đoàn cơ sở của bạn, Ban Chấp hành Đoàn cơ sở, cán bộ Quận đoàn được ' +
        'phân công. Báo cáo gửi nơi khác chỉ có số liệu, không có tên bạn.',
      'Lưu ở đâu, bao lâu: trên Google Workspace (máy chủ có thể ở ngoài Việt Nam), nội dung chi tiết giữ đến hết ngày ' +
        `${facts.keepDetailsUntil}, kết quả xếp loại giữ đến hết ngày ${facts.keepClassesUntil}, sau đó xóa hoặc bỏ tên.`,
      'Quyền của bạn: được biết; đồng ý, không đồng ý hoặc rút lại sự đồng ý; xem, chỉnh sửa; yêu cầu cung cấp, xóa, hạn chế xử ' +
        'lý; phản đối; khiếu nại, tố cáo, khởi kiện, yêu cầu bồi thường theo quy định của pháp luật. Chúng tôi trả lời trong 02 ' +
        'ngày làm việc. Rút lại sự đồng ý không ảnh hưởng đến việc đã xử lý trước đó.',
      'Trách nhiệm của bạn: ghi đúng sự thật; không ghi thông tin riêng tư của người khác.',
      ...(facts.fullText === '' ? [] : [`Bản đầy đủ: ${facts.fullText}`]),
    ].join('\n\n'),

  intro: (facts: {
    readonly year: string;
    readonly wave: string;
    readonly theme: string;
    readonly plan: string;
    readonly planDay: string;
    readonly district: string;
    readonly until: string;
    readonly contact: string;
  }): string =>
    [
      `Chào bạn! Đây là phiếu của ngày đoàn viên “Rèn luyện và hành động” năm ${facts.year}, ${facts.wave}, chủ đề “${facts.theme}”, ` +
        `thực hiện theo Kế hoạch số ${facts.plan} ngày ${facts.planDay} của Ban Thường vụ Quận đoàn ${facts.district}.`,
      'Bạn tự chọn những việc vừa sức mình theo 05 tiêu chí rèn luyện và 05 tiêu chí hành động, để mỗi ngày một hoàn thiện hơn: ' +
        'người công dân tốt, người bạn tốt của thanh niên, tấm gương tốt của thiếu nhi.',
      '• Không cần tài khoản Google • Đăng ký khoảng 5 phút, tự đánh giá khoảng 3 phút' +
        `${facts.until === '' ? '' : ` • Hạn: hết ngày ${facts.until}`} • Gửi lại được: phiếu gửi sau cùng trước hạn được tính`,
      `Hỏi: Bí thư chi đoàn của bạn${facts.contact === '' ? '' : `, hoặc ${facts.contact}`}.`,
    ].join('\n\n'),

  registrationReceived: (until: string, selfOpens: string): string =>
    `Đã nhận phiếu đăng ký của bạn. Cảm ơn bạn! Bạn sửa được bằng cách gửi lại phiếu đến hết ngày ${until}; phiếu gửi sau cùng được ` +
    `tính. Hãy chụp lại màn hình các việc đã đăng ký để thực hiện. Phiếu tự đánh giá mở từ ngày ${selfOpens}.`,
  selfReceived: (until: string): string =>
    `Đã nhận phần tự đánh giá của bạn. Cảm ơn bạn! Sửa được đến hết ngày ${until}. Ban Chấp hành chi đoàn sẽ đánh giá, Đoàn cơ sở ` +
    'xem xét, công nhận và báo kết quả cho bạn. Nếu thấy chưa đúng, bạn được đề nghị xem lại.',
  notYetOpen: (wave: string, opens: string): string =>
    `${wave} chưa mở đăng ký. Phiếu đăng ký mở từ ngày ${opens}.`,
  closedBetween: (wave: string, closed: string, selfOpens: string): string =>
    `${wave} đang ở bước Thực hiện: đăng ký đã đóng từ hết ngày ${closed}, phiếu tự đánh giá mở từ ${selfOpens}. Chưa kịp đăng ký? ` +
    'Nhắn Bí thư chi đoàn để được bổ sung.',
  closedAfter: (wave: string, closed: string, contact: string): string =>
    `Phiếu ${wave} đã đóng từ hết ngày ${closed}. Nếu chưa kịp gửi, bạn liên hệ Bí thư chi đoàn${contact === '' ? '' : ` hoặc ${contact}`}.`,
} as const;
