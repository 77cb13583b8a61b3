import { GROUP_LABELS, type TargetGroup } from '../programme/criteria';
import { COUNT, NEEDED, setting, type SettingValueByKind } from './setting-definition';
import { EMULATION_SETTINGS, RULE_SETTINGS } from './settings-rules';

/** Link to the detailed guide of a target group (P4). */
const GUIDES = GROUP_LABELS.map(({ code, label }) =>
  setting(
    `guide.${code}` as `guide.${TargetGroup}`,
    `Hướng dẫn: ${label}`,
    'text',
    '',
    'Đường dẫn đến hướng dẫn chi tiết của Quận đoàn; ghi trên trang đăng ký của đối tượng này.',
  ),
);

/** Every setting of *Thiết lập* with its default (programme.md, plan 21-KH/ĐTN-BTC). All of them are the district's to change. */
export const SETTINGS = [
  setting(
    'programme',
    'Năm chương trình',
    'text',
    '2014',
    'Năm bắt đầu của chương trình đang thực hiện.',
    NEEDED,
  ),
  setting('district', 'Tên quận', 'text', '8', 'Ghi như sau chữ “Quận đoàn”: 8, Gò Vấp…', NEEDED),
  setting('planNumber', 'Số kế hoạch', 'text', '21-KH/ĐTN-BTC', 'Số của kế hoạch năm.', NEEDED),
  setting('planDay', 'Ngày kế hoạch', 'day', '2014-03-17', 'Ngày ban hành kế hoạch năm.', NEEDED),
  setting(
    'programmeDocument',
    'Số chương trình',
    'text',
    '05-CTr/ĐTN-BTC',
    'Số của chương trình, ghi trong báo cáo.',
  ),
  setting('guidanceDocument', 'Số hướng dẫn', 'text', '', 'Số của hướng dẫn, ghi trong báo cáo.'),
  setting(
    'roleAccount',
    'Tài khoản chạy chương trình',
    'email',
    '',
    'Tài khoản Google chung của Quận đoàn: tạo sổ, tạo phiếu, gửi thư. Chỉ tài khoản này chạy các việc tự động.',
    NEEDED,
  ),
  setting(
    'reserveAccount',
    'Tài khoản dự phòng',
    'email',
    '',
    'Tài khoản thứ hai của Quận đoàn, tiếp quản khi tài khoản chính không dùng được.',
    NEEDED,
  ),
  setting(
    'staffEmails',
    'Email cán bộ Quận đoàn',
    'emails',
    [],
    'Những người được mở Sổ Quận đoàn; cách nhau bằng dấu chấm phẩy.',
  ),
  setting(
    'contact',
    'Người giải đáp',
    'text',
    '',
    'Họ tên và điện thoại của người giải đáp, ghi trên phiếu.',
  ),
  setting(
    'dataContact',
    'Phụ trách dữ liệu cá nhân',
    'text',
    '',
    'Địa chỉ, người phụ trách dữ liệu, email, điện thoại; ghi ở trang đồng ý của phiếu.',
  ),
  setting(
    'consentLink',
    'Bản đầy đủ về dữ liệu cá nhân',
    'text',
    '',
    'Đường dẫn đến bản đầy đủ về xử lý dữ liệu cá nhân; ghi ở trang đồng ý của phiếu.',
  ),
  ...GUIDES,
  ...RULE_SETTINGS,
  setting(
    'submitHint',
    'Nhận phiếu ngay khi gửi',
    'flag',
    false,
    'Chỉ bật khi tài khoản chạy chương trình là tài khoản Google Workspace (6 giờ tự động mỗi ngày). Không bật: phiếu vẫn được nhận mười phút một lần.',
  ),
  setting('answerDays', 'Số ngày trả lời vướng mắc', 'number', 5, 'Hạn trả lời tính từ ngày nêu.', COUNT),
  setting('mailReminders', 'Gửi email nhắc việc', 'flag', true, 'Chỉ gửi khi cán bộ Quận đoàn bấm Nhắc.'),
  setting(
    'mailDigests',
    'Gửi email cho cán bộ phụ trách',
    'flag',
    false,
    'Mỗi sáng một thư về các đơn vị đang phụ trách.',
  ),
  setting(
    'mailReceipts',
    'Gửi email báo đã nhận phiếu',
    'flag',
    true,
    'Gửi cho đoàn viên có email, ghi lại những việc đã đăng ký, mỗi phiếu một lần.',
  ),
  setting(
    'mailResults',
    'Gửi email báo kết quả',
    'flag',
    true,
    'Gửi cho đoàn viên có email khi kết quả được công nhận, kèm lý do và hạn đề nghị xem lại.',
  ),
  setting(
    'mailMembersByClock',
    'Tự gửi email cho đoàn viên',
    'flag',
    false,
    'Có: mỗi giờ tự gửi, để lại 20 thư trong ngày cho nhắc việc. Không: chỉ gửi khi cán bộ bấm.',
  ),
  setting(
    'reminderLimit',
    'Số lần nhắc nhiều nhất mỗi đợt',
    'number',
    3,
    'Quá số lần này thì không gửi thêm.',
    { needed: true, least: 0, most: 10 },
  ),
  ...EMULATION_SETTINGS,
  setting(
    'letterheadAbove',
    'Báo cáo: cấp trên',
    'text',
    'THÀNH ĐOÀN TP. HỒ CHÍ MINH',
    'Dòng thứ nhất bên trái của báo cáo.',
    NEEDED,
  ),
  setting(
    'letterheadBody',
    'Báo cáo: cơ quan ban hành',
    'text',
    'BAN CHẤP HÀNH ĐOÀN QUẬN 8',
    'Dòng thứ hai bên trái của báo cáo.',
    NEEDED,
  ),
  setting('reportPlace', 'Báo cáo: địa danh', 'text', 'Quận 8', 'Ghi trước ngày tháng của báo cáo.', NEEDED),
  setting('reportNumberEnd', 'Báo cáo: ký hiệu', 'text', '-BC/ĐTN-BTC', 'Ghi sau số của báo cáo.', NEEDED),
  setting(
    'addressee',
    'Báo cáo: kính gửi',
    'text',
    'Ban Thường vụ Quận đoàn 8',
    'Để trống khi báo cáo lên cấp trên.',
  ),
  setting(
    'signerAuthority',
    'Báo cáo: quyền hạn người ký',
    'text',
    'TL. BAN THƯỜNG VỤ',
    'TL. BAN THƯỜNG VỤ khi gửi Ban Thường vụ; TM. BAN THƯỜNG VỤ QUẬN ĐOÀN khi gửi cấp trên.',
    NEEDED,
  ),
  setting(
    'signerTitle',
    'Báo cáo: chức vụ người ký',
    'text',
    'TRƯỞNG BAN TỔ CHỨC',
    'Chức vụ của người ký.',
    NEEDED,
  ),
  setting('signerName', 'Báo cáo: họ và tên người ký', 'text', '', 'Họ và tên của người ký.'),
  setting(
    'recipients',
    'Báo cáo: nơi nhận',
    'lines',
    [
      'Thành đoàn: VP, BTC, BTG, Đ/c UVTV phụ trách;',
      'Quận ủy: TTQU, BDV;',
      'UBND Q8: TT. UBND;',
      'Quận đoàn 8: UV.BCH, các Ban đối tượng;',
      'Cơ sở Đoàn trực thuộc;',
      'Lưu.',
    ].join('\n'),
    'Mỗi nơi một dòng.',
  ),
  setting(
    'keepDetailsUntil',
    'Giữ nội dung chi tiết đến',
    'day',
    '2015-12-31',
    'Ghi ở trang đồng ý của phiếu. Sau ngày này, Quận đoàn xóa nội dung đăng ký, tự đánh giá, minh chứng.',
    NEEDED,
  ),
  setting(
    'keepClassesUntil',
    'Giữ kết quả xếp loại đến',
    'day',
    '2017-12-31',
    'Ghi ở trang đồng ý của phiếu. Sau ngày này, Quận đoàn xóa hoặc bỏ tên trong kết quả xếp loại.',
    NEEDED,
  ),
] as const;

type AnySetting = (typeof SETTINGS)[number];

/** The settings by key. */
export type Settings = {
  readonly [D in AnySetting as D['key']]: SettingValueByKind[D['kind']];
};
export type SettingKey = AnySetting['key'];

/** The settings as delivered; the accounts are empty and must be typed. */
export const DEFAULT_SETTINGS: Settings = Object.fromEntries(
  SETTINGS.map(({ key, value }) => [key, value]),
) as unknown as Settings;
