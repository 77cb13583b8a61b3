import type { HealthLine } from '../../src/contract/district';
import {
  must,
  openedDistrict,
  RESERVE,
  ROLE_ACCOUNT,
  STAFF,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const HOUR = 3_600_000;

function health({ ask }: SmallDistrict, as = ROLE_ACCOUNT): readonly HealthLine[] {
  return valueOf(ask('consoleState', { wave: WAVE.code }, as)).health;
}

function line(lines: readonly HealthLine[], words: string): HealthLine {
  const found = lines.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No line says ${words}: ${lines.map(({ text }) => text).join(' | ')}`);
  return found;
}

describe('the health of a district that runs', () => {
  const district = openedDistrict();
  must(district.press('collectLedgers', WAVE.code));
  district.workspace.advance(3 * HOUR);
  const lines = health(district);

  it('says when each thing of the clock ran last, with nothing in red', () => {
    expect(line(lines, 'Nhận phiếu và chuyển về cơ sở').text).toMatch(
      /Lần gần nhất: \d\d\/03\/2014 \d\d:\d\d$/,
    );
    expect(lines.filter(({ bad }) => bad)).toEqual([]);
  });

  it('tells the last run of each job, kept apart', () => {
    const last = lines.filter(({ isLastRun }) => isLastRun);

    expect(last.map(({ text }) => text.split(':')[0])).toEqual(
      expect.arrayContaining(['Mở đợt', 'Tạo và chia sẻ sổ cơ sở', 'Lấy kết quả từ các cơ sở']),
    );
    expect(line(last, 'Lấy kết quả').text).toContain('Đã đọc 2/2 sổ cơ sở');
  });

  it('tells the role account what is used of Google’s day, and nobody else', () => {
    expect(line(lines, 'Hôm nay còn gửi được').text).toMatch(/còn gửi được [\d.]+ email/);
    expect(line(lines, 'Chạy tự động hôm nay').text).toMatch(/khoảng [1-9]\d* phút/);
    expect(health(district, STAFF).some(({ text }) => text.includes('email'))).toBe(false);
  });
});

describe('triggers that are missing', () => {
  it('are named, and the button beside them makes them again', () => {
    const district = openedDistrict();
    const { workspace } = district;
    for (const [id, trigger] of Object.entries(workspace.state.triggers))
      if (trigger.handler === 'hourly' || trigger.handler === 'nightly')
        delete (workspace.state.triggers as Record<string, unknown>)[id];
    const before = health(district);
    const said = line(before, 'lịch chạy tự động');
    must(district.press(said.job ?? 'push'));

    expect(said).toMatchObject({ bad: true, job: 'setup' });
    expect(said.text).toContain('Thiếu 2/4');
    expect(health(district).some(({ text }) => text.includes('lịch chạy tự động'))).toBe(false);
    expect(
      Object.values(workspace.state.triggers)
        .map(({ handler }) => handler)
        .sort(),
    ).toEqual(['everyFiveMinutes', 'everyTenMinutes', 'hourly', 'nightly']);
  });
});

describe('a clock that fell silent', () => {
  const district = openedDistrict();
  district.workspace.advance(HOUR);
  district.workspace.setClock(district.workspace.now() + 20 * HOUR);

  it('is red, and everyone is given what he can do', () => {
    const role = line(health(district), 'Nhận phiếu và chuyển về cơ sở');
    const reserve = line(health(district, RESERVE), 'Đây là tài khoản dự phòng');
    const staff = line(health(district, STAFF), 'rồi bấm Tiếp quản');

    expect(role).toMatchObject({ bad: true, job: 'setup' });
    expect(reserve).toMatchObject({ bad: true, job: 'takeOver' });
    expect(staff).toMatchObject({ bad: true, job: null });
    expect(staff.text).toContain(RESERVE);
  });
});

describe('what waits', () => {
  it('is named: jobs asked for, and sheets to be resolved', () => {
    const district = openedDistrict();
    district.ask('startJob', { job: 'collect', wave: WAVE.code, operation: 'c'.repeat(32) }, STAFF);

    expect(line(health(district, STAFF), 'Đang chờ đến lượt').text).toContain('Nhận phiếu mới');
  });
});
