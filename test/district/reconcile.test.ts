import type { SheetData } from '../../src/local/sheets/model/book';
import { bookNamed, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import { must, openedDistrict, ROLE_ACCOUNT, WAVE, type SmallDistrict } from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';

function tab(district: SmallDistrict, book: string, title: string): SheetData {
  return tabIn(bookNamed(district.workspace, book).data, title);
}

/** A unit's members with what they sent; the state is another run's. */
function sheetsOf(district: SmallDistrict): ReturnType<typeof recordsOf> {
  return recordsOf(tab(district, P05, 'Đợt I')).map((row) => ({ ...row, state: '' }));
}

function nightly(district: SmallDistrict): void {
  district.workspace.setClock(district.workspace.now() + 20 * 3_600_000);
  const result = district.run('nightly', ROLE_ACCOUNT);
  if (!result.ok) throw new Error(result.error?.message);
}

describe('the night’s comparison', () => {
  const district = openedDistrict();
  for (const code of ['DV-01', 'DV-02', 'DV-04']) register(district, typedBy(code));
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
  const members = sheetsOf(district);

  it('brings back a row that somebody took out of Sổ tiếp nhận phiếu', () => {
    const sheet = tab(district, INTAKE, 'Đăng ký – Đợt I');
    sheet.rows.splice(3, 1);
    const before = recordsOf(sheet).length;

    nightly(district);

    const rows = recordsOf(tab(district, INTAKE, 'Đăng ký – Đợt I'));
    expect(before).toBe(2);
    expect(new Set(rows.map((row) => row.member))).toEqual(new Set(['DV-01', 'DV-02', 'DV-04']));
    expect(rows).toHaveLength(3);
  });

  it('brings back what somebody emptied in a unit’s tab', () => {
    const sheet = tab(district, P05, 'Đợt I');
    const row = sheet.rows[2];
    if (!row) throw new Error('No row');
    row.v = row.v.map((cell, index) => (index > 5 ? null : cell));

    nightly(district);

    expect(sheetsOf(district)).toEqual(members);
  });

  it('changes nothing where nothing is wrong', () => {
    const before = [recordsOf(tab(district, INTAKE, 'Đăng ký – Đợt I')), sheetsOf(district)];

    nightly(district);

    expect([recordsOf(tab(district, INTAKE, 'Đăng ký – Đợt I')), sheetsOf(district)]).toEqual(before);
  });
});
