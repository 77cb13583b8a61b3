import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, ROLE_ACCOUNT, WAVE, type SmallDistrict } from './small-district';

const BOOK = 'Sổ cơ sở – Đoàn Phường 5';
const READ = 'Sheets.Spreadsheets.Values.batchGetByDataFilter';

/** The clock's hourly run; its reads. */
function hourly(district: SmallDistrict): number {
  const { workspace, project } = district;
  const result = workspace.run(project, 'hourly', { as: ROLE_ACCOUNT, from: 'editor' });
  if (!result.ok) throw new Error(result.error?.message);
  return result.calls.byService[READ] ?? 0;
}

function copied(district: SmallDistrict): number {
  return recordsOf(districtTab(district, 'Nhật ký')).length;
}

describe('reading the ledgers from the last known row on', () => {
  const district = assessedDistrict();
  must(district.press('collectLedgers', WAVE.code));
  const quiet = hourly(district);
  gradeAndSend(district, 'P05-KP1', BOOK, 'bi.thu.kp1@vidu.vn');
  const before = copied(district);

  it('takes one read a workbook, with new rows as without', () => {
    // One more says where the results stand that are written.
    expect(hourly(district)).toBe(quiet + 1);
    expect(copied(district)).toBeGreaterThan(before);
  });

  it('reads a workbook whole in which a row was changed by hand', () => {
    const ledger = tabIn(bookNamed(district.workspace, BOOK).data, 'Sổ Chi đoàn Khu phố 1 2014');
    const row = ledger.rows[4];
    if (!row) throw new Error('No row');
    row.v[row.v.length - 2] = 'sửa tay';

    expect(hourly(district)).toBeGreaterThan(quiet + 1);
  });
});
