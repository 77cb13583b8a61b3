import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { register, typedBy } from './sheets';
import {
  must,
  OPENING,
  openedDistrict,
  setUpDistrict,
  STAFF,
  STRANGER,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';
import { typeBeside } from '../../src/demo/people/typing';

const OPERATION = 'c'.repeat(32);
const MINUTE = 60_000;

describe('a job that staff ask for', () => {
  const district = setUpDistrict();
  const asked = { job: 'createBooks', wave: '', operation: OPERATION } as const;
  const preview = valueOf(district.ask('previewJob', asked, STAFF));
  const view = valueOf(district.ask('startJob', asked, STAFF));

  it('is queued, and says so before', () => {
    expect(preview).toMatchObject({ queued: true, problems: [] });
    expect(preview.sentence).toContain('Tạo 3 sổ cơ sở');
    expect(view.state).toBe('QUEUED');
    expect(recordsOf(districtTab(district, 'Việc chờ'))).toEqual([
      expect.objectContaining({ what: 'Tạo và chia sẻ sổ cơ sở', askedBy: STAFF, request: OPERATION }),
    ]);
  });

  it('is queued once however often it is asked for', () => {
    district.ask('startJob', asked, STAFF);

    expect(recordsOf(districtTab(district, 'Việc chờ'))).toHaveLength(1);
  });

  it('is carried out by the role account’s clock, and its row says how it went', () => {
    const runs = district.workspace.advance(6 * MINUTE);

    expect(runs.filter((run) => !run.result.ok)).toEqual([]);
    expect(recordsOf(districtTab(district, 'Việc đã làm'))).toContainEqual(
      expect.objectContaining({ request: OPERATION, state: 'Xong', askedBy: STAFF, done: 3, total: 3 }),
    );
    expect(valueOf(district.ask('continueJob', { key: view.key }, STAFF)).state).toBe('DONE');
    expect(bookNamed(district.workspace, 'Sổ cơ sở – Đoàn Phường 5').data.sheets.length).toBeGreaterThan(4);
  });
});

describe('a job whose asker is no longer staff', () => {
  it('is refused when its turn comes', () => {
    const district = setUpDistrict();
    district.ask('startJob', { job: 'createBooks', wave: '', operation: OPERATION }, STAFF);
    typeBeside(
      district.workspace,
      { file: district.book, title: 'Thiết lập', as: 'quan.doan@vidu.vn' },
      { header: 'Mục', text: 'Email cán bộ Quận đoàn' },
      { header: 'Giá trị', text: '' },
    );

    district.workspace.advance(6 * MINUTE);

    expect(recordsOf(districtTab(district, 'Việc đã làm'))).toContainEqual(
      expect.objectContaining({
        request: OPERATION,
        state: 'Dừng',
        lastError: 'Người yêu cầu không còn trong danh sách cán bộ Quận đoàn.',
      }),
    );
  });
});

describe('the clock', () => {
  it('collects and pushes every ten minutes, and keeps its heartbeat', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));

    const runs = district.workspace.advance(12 * MINUTE);

    expect(runs.map((run) => run.handler)).toContain('everyTenMinutes');
    const members = recordsOf(tabIn(bookNamed(district.workspace, 'Sổ cơ sở – Đoàn Phường 5').data, 'Đợt I'));
    expect(members.find((row) => row.code === 'DV-01')?.registeredAt).not.toBe('');
    const start = recordsOf(districtTab(district, 'Bắt đầu')).map((row) => String(row.item));
    expect(start).toContain('Nhận phiếu và chuyển về cơ sở');
  });

  it('mends at night what somebody has taken away', () => {
    const district = openedDistrict();
    const { data } = bookNamed(district.workspace, 'Sổ cơ sở – Đoàn Phường 5');
    tabIn(data, 'Sổ Chi đoàn Khu phố 1 2014').protections = [];

    const nightly = district.workspace.triggers().find((one) => one.handler === 'nightly');
    if (!nightly) throw new Error('No trigger for the night');

    const { result } = district.workspace.fireTrigger(nightly.id);

    expect(result.ok).toBe(true);

    const { data: after } = bookNamed(district.workspace, 'Sổ cơ sở – Đoàn Phường 5');
    const { protections } = tabIn(after, 'Sổ Chi đoàn Khu phố 1 2014');
    expect(protections.map((one) => one.editors)).toEqual([['bi.thu.kp1@vidu.vn']]);
  });
});

describe('the console', () => {
  const states = (district: SmallDistrict, as?: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      valueOf(district.ask('consoleState', {}, as)).steps.map((one) => [one.step, one.state]),
    );

  it('tells each step as it is, from the empty list to the open wave', () => {
    const district = setUpDistrict();
    const atFirst = states(district);
    must(district.press('createBooks'));
    district.workspace.setClock(OPENING);
    must(district.press('openWave', WAVE.code));
    register(district, typedBy('DV-03', { birthDate: '01/01/1990' }));
    must(district.press('collect', WAVE.code));

    expect(atFirst).toMatchObject({ SETUP: 'DONE', ROSTER: 'DONE', BOOKS: 'TO_DO', OPEN_WAVE: 'TO_DO' });
    expect(states(district, STAFF)).toMatchObject({ BOOKS: 'DONE', OPEN_WAVE: 'DONE', FOLLOW: 'REVIEW' });
  });

  it.each(['{', '{"v":1,"body":{"job":"x","wave":""}}', '{"v":1}', 'null'])(
    'takes no request such as %s',
    (text) => {
      const district = setUpDistrict();

      const result = district.workspace.run(district.project, 'previewJob', {
        as: STAFF,
        from: 'page',
        args: [text],
      });

      expect(JSON.parse(String(result.value))).toMatchObject({
        ok: false,
        problems: [{ code: 'BAD_REQUEST' }],
      });
    },
  );

  it('starts and stops nothing for somebody who is not staff', () => {
    const district = setUpDistrict();
    district.workspace.share(district.book, STRANGER, 'writer');
    const asked = { job: 'createBooks', wave: '', operation: OPERATION } as const;

    const answers = [
      district.ask('startJob', asked, STRANGER),
      district.ask('continueJob', { key: 'createBooks:' }, STRANGER),
      district.ask('stopJob', { key: 'createBooks:' }, STRANGER),
      district.ask('openUnmatched', { wave: WAVE.code }, STRANGER),
      district.ask('decideUnmatched', { decisions: [{ responseId: 'x', sentAt: 1, member: '' }] }, STRANGER),
      district.ask(
        'putRoster',
        { file: 'x.csv', total: 1, from: 0, rows: [['', 'A', '01/02/1996', 'P05-KP1', '', '', '']] },
        STRANGER,
      ),
    ];

    for (const answer of answers)
      expect(answer).toMatchObject({ ok: false, problems: [{ code: 'NOT_STAFF' }] });
  });
});
