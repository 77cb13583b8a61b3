import { bookNamed, districtTab, recordsOf, seen, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { typeBeside } from '../../src/demo/people/typing';
import { must, ROLE_ACCOUNT, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';

/** Two of three branches have graded and sent. */
function gradedDistrict(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
  must(district.press('collectLedgers', WAVE.code));
  return district;
}

describe('results brought home', () => {
  const district = gradedDistrict();

  it('are a row a member, with class and state', () => {
    const rows = recordsOf(districtTab(district, 'Kết quả đoàn viên'));

    expect(rows).toHaveLength(9);
    expect(rows.filter((row) => row.decided === 'Trung bình')).toHaveLength(6);
    expect(rows.find((row) => row.member === 'DV-01')?.state).toBe('Đã gửi về Đoàn cơ sở');
    expect(rows.find((row) => row.member === 'DV-07')?.state).toBe('Đã gửi về Quận đoàn');
    expect(rows.find((row) => row.member === 'DV-04')?.state).toBe('Đã tự đánh giá');
  });

  it('are copied row by row into Nhật ký, once', () => {
    const copies = (): number =>
      recordsOf(districtTab(district, 'Nhật ký')).filter((row) => String(row.related).startsWith('BRANCH:'))
        .length;
    const before = copies();

    must(district.press('collectLedgers', WAVE.code));

    expect(before).toBe(10);
    expect(copies()).toBe(10);
  });

  it('are shown in the unit’s own workbook with the time they hold for', () => {
    const { data } = bookNamed(district.workspace, P05);
    const header = tabIn(data, 'Đợt I').rows[1]?.v ?? [];
    const summary = recordsOf(tabIn(data, 'Tổng hợp Đợt I'), 4);

    expect(header).toContainEqual(expect.stringMatching(/^Tình trạng \(tính đến \d\d:\d\d ngày/));
    expect(recordsOf(tabIn(data, 'Đợt I')).find((row) => row.code === 'DV-01')?.class).toBe('Trung bình');
    expect(summary.map((row) => [row.branch, row.members, row.state])).toEqual([
      ['Chi đoàn Khu phố 1', 3, 'Đã gửi'],
      ['Chi đoàn Khu phố 2', 3, 'Chưa bắt đầu'],
      ['Tổng cộng', 6, ''],
    ]);
  });

  it('cost one read and no write where nothing is new', () => {
    const started = valueOf(
      district.ask('startJob', { job: 'collectLedgers', wave: WAVE.code, operation: 'd'.repeat(32) }),
    );
    const result = district.run('continueJob', ROLE_ACCOUNT, { key: started.key });

    // Settings, setup, the rows' places, two units; the job's end is one row.
    expect(result.calls.byService['Sheets.Spreadsheets.Values.batchGetByDataFilter']).toBeLessThanOrEqual(7);
    expect(result.calls.byService['Sheets.Spreadsheets.batchUpdate']).toBe(1);
  });

  it('do not lose a row that somebody typed over: its copy stands in for it, and that is said', () => {
    const { id, data } = bookNamed(district.workspace, P05);
    const ledger = tabIn(data, 'Sổ Chi đoàn Khu phố 1 2014');
    const row = ledger.rows.findIndex((one) => one?.v.includes('DV-01'));
    const column = ledger.rows[0]?.v.indexOf('class') ?? -1;
    const letter = String.fromCharCode(65 + column);
    const typed = district.workspace.typeInto(id, ledger.sheetId, `${letter}${row + 1}`, 'Xuất sắc', {
      as: 'bi.thu.kp1@vidu.vn',
    });

    const view = must(district.press('collectLedgers', WAVE.code));

    expect(typed.ok).toBe(true);
    expect(view.sentence).toContain('Đã khôi phục 1 dòng bị sửa hoặc xóa bằng tay.');
    const rows = recordsOf(districtTab(district, 'Kết quả đoàn viên'));
    expect(rows.find((one) => one.member === 'DV-01')?.decided).toBe('Trung bình');
  });
});

describe('the summaries', () => {
  const district = gradedDistrict();
  must(district.press('summarise', WAVE.code));
  const totals = recordsOf(districtTab(district, 'Tổng hợp Đợt I'), 4);

  it('sum up units by block', () => {
    expect(totals.slice(0, 5).map((row) => [row.unit, row.members, row.graded])).toEqual([
      ['Đoàn Phường 5', 6, 3],
      ['Cộng khối Địa bàn dân cư', 6, 3],
      ['Chi đoàn Công ty May Rạch Ông', 3, 3],
      ['Cộng khối Công nhân lao động', 3, 3],
      ['Tổng cộng', 9, 6],
    ]);
  });

  it('keep their charts and the staff’s notes when they are drawn again', () => {
    const tab = districtTab(district, 'Tổng hợp Đợt I');
    const charts = tab.charts.map((one) => one.id);
    const note = tab.rows[0]!.v.indexOf('note');
    const letter = note < 26 ? String.fromCharCode(65 + note) : `A${String.fromCharCode(65 + note - 26)}`;
    const typed = district.workspace.typeInto(district.book, tab.sheetId, `${letter}5`, 'Đã gọi điện', {
      as: 'can.bo@vidu.vn',
    });
    const elsewhere = district.workspace.typeInto(district.book, tab.sheetId, 'B5', 'Sửa số', {
      as: 'can.bo@vidu.vn',
    });

    must(district.press('summarise', WAVE.code));

    const again = districtTab(district, 'Tổng hợp Đợt I');
    expect(typed).toMatchObject({ ok: true });
    expect(elsewhere.ok).toBe(false);
    expect(charts).toHaveLength(2);
    expect(again.charts.map((one) => one.id)).toEqual(charts);
    expect(recordsOf(again, 4)[0]?.note).toBe('Đã gọi điện');
  });

  it.each(['Theo đối tượng', 'Theo tiêu chí', 'Tiến độ'])(
    'say on top of %s as of when they hold',
    (title) => {
      expect(String(seen(districtTab(district, title).rows[1]?.v[0]))).toMatch(
        /số liệu tính đến \d\d:\d\d ngày/,
      );
    },
  );
});

describe('locking', () => {
  it('is refused with the list of those who have not sent, and locks nobody', () => {
    const district = gradedDistrict();
    const preview = valueOf(district.ask('previewJob', { job: 'lockWave', wave: WAVE.code }));

    const view = district.press('lockWave', WAVE.code);

    expect(preview.sentence).toContain('Còn 1 chi đoàn chưa gửi kết quả');
    expect(view.state).toBe('STOPPED');
    expect(view.problems).toEqual([
      { code: 'NOT_SENT', at: 'P05-KP2', data: { name: 'Chi đoàn Khu phố 2' } },
    ]);
    expect(recordsOf(tabIn(bookNamed(district.workspace, CTY).data, 'Sổ Quận 2014'))).toEqual([]);
  });

  it('with a reason stands in every unit’s ledger, in Đợt and in Nhật ký, and closes the form', () => {
    const district = gradedDistrict();

    must(district.press('lockWave', WAVE.code, 'Khuyết Bí thư'));

    for (const book of [P05, CTY])
      expect(recordsOf(tabIn(bookNamed(district.workspace, book).data, 'Sổ Quận 2014'))).toEqual([
        expect.objectContaining({ seq: '1', kind: 'Khóa', reason: 'Khuyết Bí thư' }),
      ]);
    expect(recordsOf(districtTab(district, 'Đợt'))[0]).toMatchObject({ step: 'Đã khóa' });
    expect(recordsOf(districtTab(district, 'Nhật ký')).map((row) => row.what)).toContain('Khóa đợt');
    expect(recordsOf(districtTab(district, 'Kết quả đoàn viên')).map((row) => row.state)).toEqual(
      Array.from({ length: 9 }, () => 'Đã khóa'),
    );
  });
});

describe('a committee that changes', () => {
  it('gets and loses its rights at the next repair, in Google and in _cfg', () => {
    const district = assessedDistrict();
    district.workspace.addPerson({ email: 'bi.thu.moi@vidu.vn' });
    typeBeside(
      district.workspace,
      { file: district.book, title: 'Chi đoàn', as: ROLE_ACCOUNT },
      { header: 'Mã chi đoàn', text: 'P05-KP1' },
      { header: 'Email Ban Chấp hành', text: 'bi.thu.moi@vidu.vn' },
    );

    must(district.press('createBooks'));

    const { id, data } = bookNamed(district.workspace, P05);
    const emails = district.workspace.state.files[id]!.permissions.map((one) => one.emailAddress);
    expect(emails).toContain('bi.thu.moi@vidu.vn');
    expect(emails).not.toContain('bi.thu.kp1@vidu.vn');
    expect(tabIn(data, 'Sổ Chi đoàn Khu phố 1 2014').protections[0]?.editors).toEqual(['bi.thu.moi@vidu.vn']);
    expect(JSON.stringify(tabIn(data, '_cfg').rows)).toContain('bi.thu.moi@vidu.vn');
  });
});
