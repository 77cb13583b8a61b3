import { typeBeside } from '../../src/demo/people/typing';
import type { SpreadsheetData } from '../../src/local/sheets/model/book';
import { bookNamed, districtTab, recordsOf } from './books';
import { register, typedBy } from './sheets';
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

const MINUTE = 60_000;

/** Presses a job's button as somebody, and follows it until it ends. */
function pressAs({ ask }: SmallDistrict, as: string, job: 'takeOver' | 'setup' | 'createBooks', sign = 'a') {
  let view = valueOf(ask('startJob', { job, wave: '', operation: sign.repeat(32) }, as));
  while (view.state === 'RUNNING') view = valueOf(ask('continueJob', { key: view.key }, as));
  return view;
}

function settingOf(district: SmallDistrict, label: string): unknown {
  return recordsOf(districtTab(district, 'Thiết lập')).find(({ key }) => key === label)?.value;
}

describe('the role account gone', () => {
  const district = openedDistrict();
  const { workspace } = district;
  register(district, typedBy('DV-01'));
  workspace.removePerson(ROLE_ACCOUNT);
  const dead = workspace.advance(2 * 3_600_000);
  const shown = valueOf(district.ask('consoleState', {}, RESERVE));
  const preview = valueOf(district.ask('previewJob', { job: 'takeOver', wave: '' }, RESERVE));
  const refused = district.ask('startJob', { job: 'takeOver', wave: '', operation: 'b'.repeat(32) }, STAFF);
  const view = pressAs(district, RESERVE, 'takeOver');
  const healthAfter = valueOf(district.ask('consoleState', {}, RESERVE)).health;

  it('is seen: its clock no longer runs, and the reserve account is offered to take over', () => {
    expect(dead.filter(({ result }) => result.ok)).toEqual([]);
    expect(shown.health.find(({ job }) => job === 'takeOver')).toMatchObject({ bad: true });
  });

  it('is replaced with one press, which says before what it does and what it cannot', () => {
    expect(preview).toMatchObject({ problems: [], queued: false });
    expect(preview.sentence).toContain(`Tiếp quản thay tài khoản ${ROLE_ACCOUNT}?`);
    expect(preview.sentence).toContain('chuyển quyền sở hữu');
    expect(view).toMatchObject({ state: 'DONE', done: view.total });
    expect(view.sentence).toContain('mở được 5 tệp');
    expect(settingOf(district, 'Tài khoản chạy chương trình')).toBe(RESERVE);
    expect(settingOf(district, 'Tài khoản dự phòng')).toBe(ROLE_ACCOUNT);
    expect(recordsOf(districtTab(district, 'Nhật ký')).map(({ what }) => what)).toContain('Tiếp quản');
  });

  it('leaves nothing red that the other account’s clock left undone', () => {
    expect(healthAfter.filter(({ bad }) => bad)).toEqual([]);
  });

  it('cannot be replaced by other staff, who are told whose press it takes', () => {
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'RESERVE_ONLY', data: { reserveAccount: RESERVE } }],
    });
  });

  it('leaves nothing undone: the clock runs again, as the reserve account, and brings sheets to the units', () => {
    const runs = workspace.advance(25 * MINUTE).filter(({ trigger }) => trigger !== null);
    const { data } = bookNamed(workspace, 'Sổ cơ sở – Đoàn Phường 5');

    expect(runs.filter(({ result }) => result.ok).length).toBeGreaterThan(3);
    expect(
      recordsOf(data.sheets.find(({ name }) => name === 'Đợt I')!).find(({ code }) => code === 'DV-01')
        ?.registeredAt,
    ).not.toBe('');
  });

  it('may still be repaired and given new units by the reserve account', () => {
    typeBeside(
      workspace,
      { file: district.book, title: 'Thiết lập', as: RESERVE },
      { header: 'Mục', text: 'Tài khoản dự phòng' },
      { header: 'Giá trị', text: STAFF },
    );
    const setup = pressAs(district, RESERVE, 'setup', 'c');
    const books = pressAs(district, RESERVE, 'createBooks', 'd');

    expect([setup.trouble, setup.state, books.trouble, books.state]).toEqual(['', 'DONE', '', 'DONE']);
    expect(books.done).toBe(3);
    expect(books.sentence).toContain('3 sổ thuộc tài khoản khác nên chưa thêm, bớt người được');
    expect(owners(district)).toEqual([ROLE_ACCOUNT]);
  });
});

describe('the first page', () => {
  it('says what to do when the role account is gone', () => {
    const district = openedDistrict();
    district.workspace.advance(11 * MINUTE);

    const line = recordsOf(districtTab(district, 'Bắt đầu')).find(
      ({ item }) => item === 'Tài khoản chạy chương trình',
    );
    expect(line?.value).toBe(ROLE_ACCOUNT);
    expect(line?.note).toContain(`bằng tài khoản dự phòng ${RESERVE}, mở bảng điều khiển, bấm Tiếp quản`);
  });
});

describe('taking over twice', () => {
  it('changes nothing more, and is taken back by the other account with the same press', () => {
    const district = openedDistrict();
    must(pressAs(district, RESERVE, 'takeOver', 'a'));
    must(pressAs(district, RESERVE, 'takeOver', 'b'));
    const once = settingOf(district, 'Tài khoản chạy chương trình');
    must(pressAs(district, ROLE_ACCOUNT, 'takeOver', 'c'));

    expect(once).toBe(RESERVE);
    expect(settingOf(district, 'Tài khoản chạy chương trình')).toBe(ROLE_ACCOUNT);
    expect(settingOf(district, 'Tài khoản dự phòng')).toBe(RESERVE);
    expect(must(district.press('collect', WAVE.code)).state).toBe('DONE');
  });
});

/** Who owns the workbooks and forms. */
function owners({ workspace }: SmallDistrict): readonly string[] {
  const files = Object.values(workspace.state.files).filter(
    (file) => file.kind === 'form' || (file.data as SpreadsheetData).sheets,
  );
  return [...new Set(files.map(({ owner }) => owner))];
}
