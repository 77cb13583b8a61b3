import { digest } from './books';
import { agreeing, collect, districtRows, MEMBERS, phoneDistrict, typeOwn, typeRow } from './by-hand-typing';
import { ROLE_ACCOUNT } from './small-district';

const district = phoneDistrict();
const { workspace, project } = district;

// Everything typed, seen once, and so taken by the next run: rows, the branch's own words, Gửi.
for (const code of MEMBERS) typeRow(district, code, agreeing());
typeOwn(district);
typeRow(district, '', { done: 'Gửi' });
collect(district);
const state = workspace.snapshot();

/** The clock's hourly run. */
function run(): ReturnType<typeof district.run> {
  return workspace.run(project, 'hourly', { as: ROLE_ACCOUNT, from: 'editor' });
}

function untouched(): { readonly calls: number; readonly books: string } {
  workspace.restore(state);
  workspace.faults([]);
  const first = run();
  if (!first.ok) throw new Error(first.error?.message);
  for (let more = 0; more < 2; more += 1) {
    workspace.setClock(workspace.now() + 3_600_000);
    run();
  }
  return { calls: first.calls.total, books: JSON.stringify(digest(workspace)) };
}

const expected = untouched();

it('takes three rows, the own assessment and Gửi when nothing goes wrong', () => {
  expect(districtRows(district).map((row) => row.kind)).toEqual([
    ...MEMBERS.map(() => 'Nhập tay trong bảng tính'),
    'Chi đoàn tự đánh giá',
    'Gửi',
  ]);
});

describe.each(['refuse', 'effectThenError', 'kill'] as const)('a fault of the kind %s', (kind) => {
  it('at any call of the run leaves, run again, the same books: no row twice, none lost', () => {
    const wrong: number[] = [];
    let struck = 0;
    for (let at = 1; at <= expected.calls; at += 1) {
      workspace.restore(state);
      workspace.faults([{ at, do: kind }]);
      const broken = run();
      if (broken.killed || kind !== 'kill') struck += 1;
      workspace.faults([]);
      for (let more = 0; more < 2; more += 1) {
        workspace.setClock(workspace.now() + 3_600_000);
        run();
      }
      if (JSON.stringify(digest(workspace)) !== expected.books) wrong.push(at);
    }

    expect(struck).toBe(expected.calls);
    expect(wrong).toEqual([]);
  }, 300_000);
});
