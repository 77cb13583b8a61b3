import { bookNamed, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import { must, openedDistrict, ROLE_ACCOUNT, WAVE, type SmallDistrict } from './small-district';

const MINUTE_MS = 60_000;

function tick(district: SmallDistrict, minutes = 10): ReturnType<SmallDistrict['run']> {
  district.workspace.setClock(district.workspace.now() + minutes * MINUTE_MS);
  const result = district.run('everyTenMinutes', ROLE_ACCOUNT);
  if (!result.ok) throw new Error(result.error?.message);
  return result;
}

function stored(district: SmallDistrict): number {
  const { data } = bookNamed(district.workspace, 'Sổ tiếp nhận phiếu 2014');
  return recordsOf(tabIn(data, 'Đăng ký – Đợt I')).length;
}

describe('a run of the clock that finds nothing new', () => {
  const district = openedDistrict();
  register(district, typedBy('DV-01'));
  tick(district);

  it('ends after three calls and two seconds', () => {
    const idle = tick(district);

    expect(idle.calls.total).toBeLessThanOrEqual(3);
    expect(idle.simulatedMs).toBeLessThanOrEqual(2_000);
  });

  it('takes in what comes next', () => {
    register(district, typedBy('DV-02'));
    const before = stored(district);

    tick(district);

    expect([before, stored(district)]).toEqual([1, 2]);
  });

  it('looks at everything again within half an hour', () => {
    tick(district, 26);
    const calls = [tick(district), tick(district), tick(district)].map((run) => run.calls.total);

    expect(calls.filter((total) => total <= 3)).toHaveLength(2);
    expect(Math.max(...calls)).toBeGreaterThan(10);
  });

  it('looks at everything after midnight, when another step may have begun', () => {
    tick(district);
    district.workspace.setClock('2014-04-01T00:03:00+07:00');
    tick(district, 1);

    expect(() => register(district, typedBy('DV-03'))).toThrow(/đang ở bước Thực hiện/);
  });

  it('looks at everything after somebody pressed a button', () => {
    tick(district);
    tick(district);
    must(district.press('collect', WAVE.code));

    expect(tick(district, 1).calls.total).toBeGreaterThan(10);
  });
});
