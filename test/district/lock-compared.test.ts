import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assess, register, typedBy } from './sheets';
import { must, openedDistrict, SELF_DAY, WAVE, type SmallDistrict } from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const REASON = 'Chi đoàn Khu phố 2 khuyết Bí thư';

function rows(district: SmallDistrict, book: string, title: string): ReturnType<typeof recordsOf> {
  return recordsOf(tabIn(bookNamed(district.workspace, book).data, title));
}

function compared(district: SmallDistrict): readonly string[] {
  return recordsOf(districtTab(district, 'Nhật ký'))
    .filter((row) => row.what === 'Đối chiếu khi khóa đợt')
    .map((row) => String(row.detail));
}

/** Three registered, one of them has assessed himself; all of it collected and pushed. */
function withSheets(): SmallDistrict {
  const district = openedDistrict();
  for (const code of ['DV-01', 'DV-02', 'DV-07']) register(district, typedBy(code));
  must(district.press('collect', WAVE.code));
  district.workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  assess(district, typedBy('DV-01'));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  return district;
}

describe('everything compared when a wave is locked', () => {
  it('finds store, book and base workbooks alike, and says so once', () => {
    const district = withSheets();

    must(district.press('lockWave', WAVE.code, REASON));
    must(district.press('lockWave', WAVE.code, REASON));

    expect(compared(district)).toEqual([
      'Đợt I: mọi phiếu trong biểu mẫu đã có trong Sổ tiếp nhận phiếu; các sổ cơ sở có đủ 3 phiếu đăng ký, 1 phiếu tự đánh giá.',
    ]);
  });

  it('takes in what was sent and never collected, or was taken out of the book, and shows it in the unit’s tab', () => {
    const district = withSheets();
    tabIn(bookNamed(district.workspace, INTAKE).data, 'Đăng ký – Đợt I').rows.splice(3, 1);
    assess(district, typedBy('DV-02'));

    must(district.press('lockWave', WAVE.code, REASON));

    expect(new Set(rows(district, INTAKE, 'Đăng ký – Đợt I').map((row) => row.member))).toEqual(
      new Set(['DV-01', 'DV-02', 'DV-07']),
    );
    const own = rows(district, P05, 'Đợt I').find((row) => row.code === 'DV-02');
    expect(own?.selfAt).not.toBe('');
    expect(compared(district)).toEqual([
      'Đợt I: đã nhận bù 2 phiếu từ biểu mẫu vào Sổ tiếp nhận phiếu; các sổ cơ sở có đủ 3 phiếu đăng ký, 2 phiếu tự đánh giá.',
    ]);
  });

  it('brings back what somebody emptied in a unit’s tab', () => {
    const district = withSheets();
    const before = rows(district, P05, 'Đợt I').map((row) => [
      row.code,
      row.registeredAt,
      row['commitment.R1'],
    ]);
    const row = tabIn(bookNamed(district.workspace, P05).data, 'Đợt I').rows[2];
    if (!row) throw new Error('No row');
    row.v = row.v.map((cell, index) => (index > 5 ? null : cell));

    must(district.press('lockWave', WAVE.code, REASON));

    expect(
      rows(district, P05, 'Đợt I').map((one) => [one.code, one.registeredAt, one['commitment.R1']]),
    ).toEqual(before);
  });
});
