import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import { must, openedDistrict, ROLE_ACCOUNT, WAVE } from './small-district';

const SECOND = '2014-C2';

/** What the ward's workbook says in Đợt II of DV-01, who registered in Đợt I alone. */
function commitmentIn(scope: string): unknown {
  const district = openedDistrict();
  const { workspace, book } = district;
  register(district, typedBy('DV-01'), 'Trồng cây đầu hẻm cả năm');
  must(district.press('collect', WAVE.code));
  typeBeside(
    workspace,
    { file: book, title: 'Đợt', as: ROLE_ACCOUNT },
    { header: 'Mã đợt', text: SECOND },
    { header: 'Phạm vi đăng ký', text: scope },
  );
  workspace.setClock('2014-05-02T08:00:00+07:00');
  must(district.press('openWave', SECOND));
  must(district.press('collect', SECOND));
  must(district.press('push', SECOND));
  const rows = recordsOf(tabIn(bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5').data, 'Đợt II'));
  return rows.find((row) => row.code === 'DV-01')?.['commitment.R1'];
}

describe('what was registered in the wave before', () => {
  it('holds in the next one where its scope is the year', () => {
    expect(commitmentIn('Cả năm')).toBe('Trồng cây đầu hẻm cả năm');
  });

  it('does not where each wave has its own', () => {
    expect(commitmentIn('Từng đợt')).toBe('');
  });
});
