import type { Answer } from '../../src/contract/answer';
import type { JobName, JobView } from '../../src/contract/district';
import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, recordsOf, seen, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, ROLE_ACCOUNT, STAFF, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';

let pressed = 0;
function operation(): string {
  pressed += 1;
  return pressed.toString(16).padStart(32, 'f');
}

function pressWith(
  district: SmallDistrict,
  job: JobName,
  answers: Readonly<Record<string, string>>,
): JobView {
  const ask = (fn: 'startJob' | 'continueJob', body: unknown): JobView => {
    const result = district.run(fn, ROLE_ACCOUNT, body);
    const answer = JSON.parse(String(result.value)) as Answer<JobView>;
    return valueOf(answer);
  };
  let view = ask('startJob', { job, wave: '', operation: operation(), answers });
  while (view.state === 'RUNNING') view = ask('continueJob', { key: view.key });
  return view;
}

function type(
  { workspace, book }: SmallDistrict,
  title: string,
  [header, text]: readonly [string, string],
  [column, value]: readonly [string, string],
): void {
  typeBeside(workspace, { file: book, title, as: STAFF }, { header, text }, { header: column, text: value });
}

/** The year is proposed, the ward and one of its members are confirmed. */
function confirmed(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('year'));
  type(district, 'Thi đua đơn vị', ['Đơn vị', 'Đoàn Phường 5'], ['Phân loại', 'Khá']);
  type(district, 'Tổng hợp năm', ['Mã đoàn viên', 'DV-01'], ['Xếp loại năm', 'Khá']);
  return district;
}

/** What people see in a tab, row by row. */
function linesOf(tab: ReturnType<typeof tabIn>): readonly string[] {
  return tab.rows.map((row) => (row?.v ?? []).map(seen).join(' | ').trim());
}

describe('the result of a year', () => {
  const district = confirmed();
  const tabsOf = (name: string): readonly string[] =>
    bookNamed(district.workspace, name).data.sheets.map((sheet) => sheet.name);

  it('is seen by staff only, until it is released', () => {
    expect(tabsOf(P05)).not.toContain('Kết quả năm');
    expect(JSON.stringify(bookNamed(district.workspace, P05).data)).not.toContain('Đề nghị phân loại');
  });

  it('says before which units get it, and which wait for somebody to confirm', () => {
    const preview = valueOf(district.ask('previewJob', { job: 'release', wave: '' }));

    expect(preview.problems).toEqual([]);
    expect(preview.sentence).toContain('cho 1 đơn vị đã xác nhận phân loại');
    expect(preview.lists?.flatMap(({ lines }) => lines)).toEqual([
      'Chi đoàn Công ty May Rạch Ông',
      'Đoàn Trường THPT Kênh Đôi',
    ]);
  });

  it('comes to a unit that was confirmed, with what was confirmed and nothing else; to no other unit', () => {
    must(district.press('release'));
    must(district.press('release'));

    const lines = linesOf(tabIn(bookNamed(district.workspace, P05).data, 'Kết quả năm'));
    expect(lines).toContain('| Phân loại thi đua | Khá');
    expect(lines).toContain('| Xếp loại cơ sở Đoàn | chưa xác nhận');
    expect(lines).toContain('1 | DV-01 | Nguyễn Thị Ánh | Chi đoàn Khu phố 1 | Trung bình | Khá');
    expect(lines).toContain('2 | DV-02 | Trần Văn Bảo | Chi đoàn Khu phố 1 | Trung bình | chưa xác nhận');
    expect(lines.join('\n')).not.toContain('đề nghị');
    expect(lines.join('\n')).not.toContain('Rạch Ông');
    expect(tabsOf(CTY)).not.toContain('Kết quả năm');
  });

  it('is the owner’s to write, and the release stands in Nhật ký once', () => {
    const tab = tabIn(bookNamed(district.workspace, P05).data, 'Kết quả năm');
    const said = recordsOf(districtTab(district, 'Nhật ký')).filter(
      ({ what }) => what === 'Công bố kết quả năm',
    );

    expect(tab.protections).toHaveLength(1);
    expect(tab.protections[0]?.editors).not.toContain('bch.p05@vidu.vn');
    expect(said.map(({ detail }) => detail)).toEqual(['Năm 2014: P05']);
  });

  it('is refused in words while nobody is confirmed, or nothing was proposed', () => {
    const before = assessedDistrict();
    const early = before.press('release');
    must(before.press('year'));
    const none = before.press('release');

    expect(early.problems.map(({ code }) => code)).toEqual(['YEAR_NOT_DRAWN']);
    expect(none.problems.map(({ code }) => code)).toEqual(['NOTHING_CONFIRMED']);
  });
});

describe('the sheet to print', () => {
  const district = confirmed();

  it('tells a unit’s year, with what is only proposed marked as such', () => {
    must(pressWith(district, 'yearSheet', { unit: 'P05', member: 'tất cả' }));

    const lines = linesOf(districtTab(district, 'Kết quả năm'));
    expect(lines[1]).toBe('KẾT QUẢ NĂM 2014 – Đoàn Phường 5');
    expect(lines).toContain('STT | Mã đoàn viên | Họ và tên | Chi đoàn | Đợt I | Xếp loại năm');
    expect(lines).toContain(
      '2 | DV-02 | Trần Văn Bảo | Chi đoàn Khu phố 1 | Trung bình | đề nghị: Trung bình',
    );
    expect(lines.filter((line) => /^\d \| DV-/.test(line))).toHaveLength(6);
  });

  it('tells a member’s year in the same tab, wave by wave', () => {
    must(pressWith(district, 'yearSheet', { unit: 'P05', member: 'dv-01' }));

    const lines = linesOf(districtTab(district, 'Kết quả năm'));
    expect(lines[1]).toBe('KẾT QUẢ NĂM 2014 – Nguyễn Thị Ánh');
    expect(lines).toContain('| Xếp loại năm | Khá');
    expect(lines).toContain('| Căn cứ | Theo một đợt: Đợt I Trung bình.');
    expect(lines).toContain(
      '1 | Đợt I | Vì lý tưởng cộng sản - Vì cuộc sống cộng đồng | 10 | Khá | Trung bình',
    );
    expect(lines.join('\n')).not.toContain('Trần Văn Bảo');
  });

  it('of nobody is refused with the code that was typed', () => {
    const view = pressWith(district, 'yearSheet', { unit: 'P05', member: 'DV-99' });

    expect(view.problems).toEqual([{ code: 'UNKNOWN_MEMBER_CODE', at: 'DV-99', data: {} }]);
  });
});
