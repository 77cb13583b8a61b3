import limits from '../../src/local/platform/limits.json';
import { typeBeside } from '../../src/demo/people/typing';
import { assessedDistrict, gradeAndSend } from './grading';
import { districtTab, recordsOf } from './books';
import { register, typedBy } from './sheets';
import { must, openedDistrict, ROLE_ACCOUNT, valueOf, WAVE, type SmallDistrict } from './small-district';

const CTY_BOOK = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';

function giveAddress({ workspace, book }: SmallDistrict, ...codes: readonly string[]): void {
  for (const code of codes)
    typeBeside(
      workspace,
      { file: book, title: 'Đoàn viên', as: ROLE_ACCOUNT },
      { header: 'Mã đoàn viên', text: code },
      { header: 'Email', text: `${code.toLowerCase()}@vidu.vn` },
    );
}

function setSetting({ workspace, book }: SmallDistrict, label: string, text: string): void {
  typeBeside(
    workspace,
    { file: book, title: 'Thiết lập', as: ROLE_ACCOUNT },
    { header: 'Mục', text: label },
    { header: 'Giá trị', text },
  );
}

function letters({ workspace }: SmallDistrict): readonly string[] {
  return workspace.outbox().map(({ to, subject }) => `${to}: ${subject}`);
}

/** DV-07 and DV-08 of the base branch have an address; everybody is recognised. */
function recognisedDistrict(): SmallDistrict {
  const district = assessedDistrict();
  giveAddress(district, 'DV-07', 'DV-08');
  gradeAndSend(district, 'CTY-CD', CTY_BOOK, 'bi.thu.cty@vidu.vn');
  const answers = { unit: '*', number: '12-QĐ/ĐTN', day: '2014-04-10' };
  let view = valueOf(
    district.ask('startJob', { job: 'recognise', wave: WAVE.code, operation: 'b'.repeat(32), answers }),
  );
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  must(view);
  return district;
}

describe('a receipt', () => {
  const district = openedDistrict();
  giveAddress(district, 'DV-01', 'DV-04');
  register(district, typedBy('DV-01'), 'Dạy hai em lớp 3 học toán');
  register(district, typedBy('DV-02'));
  must(district.press('collect', WAVE.code));

  it('is announced in numbers, then goes to who has an address and has sent something', () => {
    const preview = valueOf(district.ask('previewJob', { job: 'receipts', wave: WAVE.code }));
    const view = must(district.press('receipts', WAVE.code));

    expect(preview.sentence).toMatch(
      /^Gửi 1 email cho đoàn viên về Đợt I: 1 thư báo đã nhận phiếu, 0 thư báo kết quả\? Hôm nay còn gửi được /,
    );
    expect(view.sentence).toBe('Đã gửi 1 thư cho đoàn viên.');
    expect(letters(district)).toEqual(['dv-01@vidu.vn: Đã nhận phiếu đăng ký Đợt I của bạn']);
  });

  it('says what was registered and until when it can be mended', () => {
    const [mail] = district.workspace.outbox();

    expect(mail?.body).toMatch(
      /^Chào Ánh, chi đoàn đã nhận phiếu của bạn lúc \d\d:\d\d ngày 18\/3\/2014\. Bạn đã đăng ký: 1\. /,
    );
    expect(mail?.body).toContain('Dạy hai em lớp 3 học toán · 2. ');
    expect(mail?.body).toContain('Muốn sửa, gửi lại phiếu trước hết ngày 31/3/2014.');
  });

  it('comes once; a corrected sheet has one of its own', () => {
    must(district.press('receipts', WAVE.code));
    const again = letters(district).length;
    district.workspace.advance(60_000);
    register(district, typedBy('DV-01'), 'Dọn hẻm 5');
    must(district.press('collect', WAVE.code));
    must(district.press('receipts', WAVE.code));
    must(district.press('receipts', WAVE.code));

    expect(again).toBe(1);
    expect(district.workspace.outbox().map(({ body }) => /Dọn hẻm 5/.test(body))).toEqual([false, true]);
  });

  it('stands in Nhật ký by its number, no name', () => {
    const told = recordsOf(districtTab(district, 'Nhật ký')).filter(
      (row) => row.what === 'Báo cho đoàn viên',
    );

    expect(told.map((row) => row.detail)).toEqual(['Đợt I: 1 thư', 'Đợt I: 1 thư']);
  });
});

describe('a result', () => {
  const district = recognisedDistrict();
  setSetting(district, 'Gửi email báo đã nhận phiếu', 'Không');
  must(district.press('receipts', WAVE.code));
  const [mail, ...more] = district.workspace.outbox();

  it('is told with its reason and until when it can be asked about', () => {
    expect([mail?.to, mail?.subject, more.length]).toEqual(['dv-07@vidu.vn', 'Kết quả Đợt I của bạn', 1]);
    expect(mail?.body).toMatch(/^Chào Lan, kết quả Đợt I của bạn đã được công nhận: \S/);
    expect(mail?.body).toMatch(/Căn cứ: Phần Rèn luyện: .*; phần Hành động: /);
    expect(mail?.body).toMatch(
      /Nếu thấy chưa đúng, bạn nhắn Bí thư chi đoàn trước ngày \d\d\/4\/2014 để được xem lại\.$/,
    );
  });

  it('comes once', () => {
    must(district.press('receipts', WAVE.code));

    expect(letters(district)).toHaveLength(2);
  });
});

describe('letters to members', () => {
  it('stop where the settings say so', () => {
    const district = recognisedDistrict();
    setSetting(district, 'Gửi email báo đã nhận phiếu', 'Không');
    setSetting(district, 'Gửi email báo kết quả', 'Không');

    const view = district.press('receipts', WAVE.code);

    expect(view.problems.map(({ code }) => code)).toEqual(['MAIL_OFF']);
    expect(letters(district)).toEqual([]);
  });

  it('go by the clock only where the district says so', () => {
    const district = openedDistrict();
    giveAddress(district, 'DV-01');
    register(district, typedBy('DV-01'));
    must(district.press('collect', WAVE.code));
    const hour = () =>
      district.workspace.run(district.project, 'hourly', { as: ROLE_ACCOUNT, from: 'editor' });
    hour();
    const before = letters(district).length;
    setSetting(district, 'Tự gửi email cho đoàn viên', 'Có');
    hour();
    hour();

    expect(before).toBe(0);
    expect(letters(district)).toEqual(['dv-01@vidu.vn: Đã nhận phiếu đăng ký Đợt I của bạn']);
  });

  it('end with the day’s quota and go on the next day, nobody twice', () => {
    const district = openedDistrict();
    const codes = ['DV-01', 'DV-02', 'DV-04', 'DV-05'];
    giveAddress(district, ...codes);
    for (const code of codes) register(district, typedBy(code));
    must(district.press('collect', WAVE.code));
    useQuotaBut(district, 3);
    const first = must(district.press('receipts', WAVE.code));
    const today = members(district);
    district.workspace.setClock(district.workspace.now() + 24 * 3_600_000);
    const second = must(district.press('receipts', WAVE.code));

    expect(first.sentence).toBe(
      'Đã gửi 3 thư cho đoàn viên. Hôm nay đã hết lượt gửi; còn 1 thư, ngày mai bấm gửi tiếp.',
    );
    expect(second.sentence).toBe('Đã gửi 1 thư cho đoàn viên.');
    expect(today).toHaveLength(3);
    expect(members(district).sort()).toEqual(codes.map((code) => `${code.toLowerCase()}@vidu.vn`));
  });
});

/** Addresses of members that got a letter. */
function members(district: SmallDistrict): string[] {
  return district.workspace
    .outbox()
    .map(({ to }) => to)
    .filter((to) => to.startsWith('dv-'));
}

/** The account has sent so many letters today that only a few more may go. */
function useQuotaBut({ workspace }: SmallDistrict, left: number): void {
  const used = limits.emailRecipientsPerDay.workspace - left;
  workspace.state.counters[`mailRecipients:${ROLE_ACCOUNT}`] = { since: workspace.now(), used };
}
