import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer, type AnswerOf, type RequestOf } from '../../src/contract/answer';
import type { CommitteeEndpoints, Judgement } from '../../src/contract/committee';
import { agree } from '../committee/base-book';
import { bookNamed } from './books';
import {
  agreeing,
  collect,
  districtRows,
  MEMBERS,
  P05,
  phoneDistrict,
  shown,
  told,
  typeOwn,
  typeRow,
} from './by-hand-typing';
import { BASE, ROLE_ACCOUNT, SECRETARY, valueOf, WAVE } from './small-district';

const COMMITTEE = join(__dirname, '..', '..', 'dist', 'committee');
const KEY = { wave: WAVE.code, branch: 'P05-KP1' };
const ACTOR = 'Chi đoàn Khu phố 1 (nhập tay)';

const district = phoneDistrict();
const { workspace } = district;
const project = workspace.loadProject({
  dir: COMMITTEE,
  kind: 'addon',
  owner: ROLE_ACCOUNT,
  name: 'Rèn luyện',
}).id;
for (const code of MEMBERS) typeRow(district, code, agreeing());
typeOwn(district);
collect(district);
collect(district);
const graded = workspace.snapshot();
typeRow(district, '', { done: 'Gửi' });
collect(district);
collect(district);
const sent = workspace.snapshot();

let asked = 0;

/** Asks the committee script as its page does. */
function ask<K extends keyof CommitteeEndpoints>(
  fn: K,
  body: RequestOf<CommitteeEndpoints[K]>,
  as = SECRETARY,
): Answer<AnswerOf<CommitteeEndpoints[K]>> {
  const args = [JSON.stringify({ v: CONTRACT_VERSION, body })];
  const document = bookNamed(workspace, P05).id;
  const result = workspace.run(project, fn, { as, args, from: 'page', document });
  if (!result.ok) throw new Error(`${fn}: ${result.error?.message ?? ''}`);
  return JSON.parse(String(result.value)) as never;
}

function operation(): string {
  asked += 1;
  return asked.toString(16).padStart(32, 'c');
}

function judge(judgement: Judgement): void {
  valueOf(ask('judge', { ...KEY, operation: operation(), judgement }, BASE));
}

function kinds(): readonly unknown[] {
  return districtRows(district).map(
    (row) => `${String(row.kind)} ${String(row.round)} ${String(row.subject)}`,
  );
}

function twice(): void {
  collect(district);
  collect(district);
}

describe('the sidebar beside a branch that grades by hand', () => {
  it('shows what was typed, and who typed it', () => {
    workspace.restore(graded);
    const view = valueOf(ask('openBranch', KEY));

    expect(JSON.stringify(view)).toContain(ACTOR);
    expect(view.missing).toEqual([]);
  });

  it('may grade on: its grade is newer, stays so when the run comes again, and both are shown', () => {
    workspace.restore(graded);
    valueOf(
      ask('saveGrades', {
        ...KEY,
        operation: operation(),
        grades: [{ ...agree('DV-01'), class: 'GOOD', reason: 'Đã họp lại' }],
        lastSeen: 0,
      }),
    );
    twice();

    expect(shown(district)[0]).toEqual(['DV-01', 'Chi đoàn đã đánh giá', 'Khá', SECRETARY]);
    expect(kinds()).toHaveLength(3);

    typeRow(district, 'DV-01', { R1: 'HT tốt', reason: 'Xem lại lần nữa' });
    twice();
    expect((shown(district)[0] as unknown[])[3]).toBe(ACTOR);
  });

  it('takes back in the sidebar what was sent by hand', () => {
    workspace.restore(sent);
    valueOf(ask('takeBackBranch', { ...KEY, operation: operation() }));
    twice();

    expect(kinds()).toHaveLength(5);
    expect(told(district)[0]).toContain('Đang bổ sung lần 2');
  });

  it('of the base committee recognises what was sent by hand; Rút lại by hand comes too late and says so', () => {
    workspace.restore(sent);
    judge({ kind: 'recogniseAll', exceptions: [] });
    typeRow(district, '', { done: 'Rút lại' });
    twice();

    expect(shown(district).map((row) => (row as unknown[])[1])).toEqual(MEMBERS.map(() => 'Đã công nhận'));
    expect(kinds()).toHaveLength(5);
    expect(told(district)).toContainEqual(expect.stringContaining('Cấp trên đã bắt đầu xem xét'));
  });

  it('of the base committee returns a member: only that row is taken again, in the new round, and sent as the second', () => {
    workspace.restore(sent);
    judge({ kind: 'return', members: ['DV-02'], reason: 'Ghi rõ hơn' });
    twice();
    expect(kinds()).toHaveLength(5);
    expect(told(district)[0]).toContain('chọn “Gửi lần 2”');

    typeRow(district, 'DV-01', { R1: 'HT tốt', reason: 'Sửa luôn' });
    typeRow(district, 'DV-02', { R1: 'HT tốt', reason: 'Có giấy xác nhận' });
    twice();
    expect(kinds().slice(5)).toEqual(['Nhập tay trong bảng tính 2 DV-02']);
    expect(told(district)).toContainEqual(
      expect.stringContaining('Nguyễn Thị Ánh không nằm trong số được trả lại'),
    );

    typeRow(district, 'DV-01', { R1: 'HT', reason: '' });
    typeRow(district, '', { done: 'Gửi lần 2' });
    twice();
    expect(kinds().slice(6)).toEqual(['Gửi 2 P05-KP1']);
  });

  it('of the base committee assesses for the branch: what is typed meanwhile is told, not taken', () => {
    workspace.restore(graded);
    judge({ kind: 'takeOver', reason: 'Bí thư đi xa' });
    typeRow(district, 'DV-01', { R1: 'HT tốt', reason: 'Xem lại' });
    twice();

    expect(kinds()).toHaveLength(3);
    expect(told(district)).toContainEqual(expect.stringContaining('đang đánh giá thay'));
  });
});
