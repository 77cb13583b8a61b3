import type { WorkspaceState } from '../../src/local/workspace';
import { bookNamed, digest, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import { openedDistrict, ROLE_ACCOUNT, type SmallDistrict } from './small-district';

/** A morning on which sheets wait: good ones, one to resolve, one with a sign no cell keeps, one longer than a cell. */
function waiting(): { readonly district: SmallDistrict; readonly state: WorkspaceState } {
  const district = openedDistrict();
  for (const code of ['DV-01', 'DV-04', 'DV-07']) register(district, typedBy(code));
  register(district, typedBy('DV-03', { birthDate: '01/01/1990' }));
  register(district, typedBy('DV-05'), 'chuông \u0007');
  register(district, typedBy('DV-08'), 'dài '.repeat(12_000));
  return { district, state: district.workspace.snapshot() };
}

const { district, state } = waiting();
const { workspace, project } = district;

/** Collecting and pushing as the clock runs them. */
function run(): ReturnType<SmallDistrict['run']> {
  return workspace.run(project, 'everyTenMinutes', { as: ROLE_ACCOUNT, from: 'editor' });
}

/** Ten minutes later; no trigger runs on the way. */
function later(): void {
  workspace.setClock(workspace.now() + 600_000);
}

function untouched(): { readonly calls: number; readonly books: string } {
  workspace.restore(state);
  workspace.faults([]);
  const first = run();
  if (!first.ok) throw new Error(first.error?.message);
  later();
  run();
  return { calls: first.calls.total, books: JSON.stringify(digest(workspace)) };
}

const expected = untouched();

it('brings every sheet into the books when nothing goes wrong', () => {
  const intake = bookNamed(workspace, 'Sổ tiếp nhận phiếu 2014').data;
  const unit = recordsOf(tabIn(bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5').data, 'Đợt I'));

  expect(recordsOf(tabIn(intake, 'Đăng ký – Đợt I'))).toHaveLength(6);
  expect(recordsOf(tabIn(intake, 'Phiếu cần xử lý'))).toHaveLength(1);
  expect(unit.filter((row) => row.registeredAt !== '').map((row) => row.code)).toEqual([
    'DV-01',
    'DV-04',
    'DV-05',
  ]);
  expect(expected.calls).toBeGreaterThan(20);
});

describe.each(['refuse', 'effectThenError', 'kill'] as const)('a fault of the kind %s', (kind) => {
  it('at any call of collecting and pushing leaves, run again, the same books', () => {
    const wrong: number[] = [];
    let struck = 0;
    for (let at = 1; at <= expected.calls; at += 1) {
      workspace.restore(state);
      workspace.faults([{ at, do: kind }]);
      const broken = run();
      if (broken.killed || kind !== 'kill') struck += 1;
      workspace.faults([]);
      later();
      const again = run();
      if (!again.ok || JSON.stringify(digest(workspace)) !== expected.books) wrong.push(at);
    }

    expect(struck).toBe(expected.calls);
    expect(wrong).toEqual([]);
  }, 120_000);
});
