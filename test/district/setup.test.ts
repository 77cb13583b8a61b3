import { problemLine } from '../../src/workbook/problems';
import { bookNamed, districtTab, notesOf, recordsOf } from './books';
import {
  emptyDistrict,
  fillIn,
  goodLists,
  must,
  RESERVE,
  ROLE_ACCOUNT,
  STAFF,
  STRANGER,
  setUpDistrict,
  type Lists,
} from './small-district';
import { typeBeside } from '../../src/demo/people/typing';

/** A setup with every bad input at once. */
function badLists(): Lists {
  const good = goodLists();
  const [first, ...others] = good.members;
  return {
    units: good.units.map((row) =>
      row['Mã đơn vị'] === 'CTY' ? { ...row, 'Email Ban Chấp hành': 'bi.thu.cty@vidu' } : row,
    ),
    branches: good.branches,
    members: [
      { ...first, 'Ngày sinh': '31/02/1994' },
      ...others.map((row) => (row['Mã đoàn viên'] === 'DV-03' ? { ...row, 'Chi đoàn': 'P05-KP9' } : row)),
      { ...others[0], 'Họ và tên': 'Người Khác' },
    ] as Lists['members'],
  };
}

describe('the first press of the setup', () => {
  it('lays every tab with the plan’s waves and criteria, and asks for what only people know', () => {
    const district = emptyDistrict();

    const view = district.press('setup');

    expect(view.state).toBe('STOPPED');
    expect(view.problems[0]).toMatchObject({ code: 'SETUP_PROBLEMS' });
    expect(recordsOf(districtTab(district, 'Đợt')).map((row) => row.wave)).toEqual([
      '2014-C1',
      '2014-C2',
      '2014-C3',
      '2014-C4',
      '2014-S1',
    ]);
    expect(recordsOf(districtTab(district, 'Tiêu chí'))).toHaveLength(10);
    const settings = recordsOf(districtTab(district, 'Thiết lập'));
    expect(settings.find((row) => row.key === 'Tài khoản chạy chương trình')?.value).toBe(ROLE_ACCOUNT);
  });
});

describe('a setup full of mistakes', () => {
  const district = emptyDistrict();
  district.press('setup');
  fillIn(district, badLists());
  const view = district.press('setup');
  const said = view.problems.map((one) => (typeof one.data.sentence === 'string' ? one.data.sentence : ''));

  it.each([
    ['a wrong e-mail', 'Đơn vị, dòng 4: “bi.thu.cty@vidu” không phải là một địa chỉ email'],
    ['an impossible date', 'Đoàn viên, dòng 3: Ngày “31/02/1994” không có trong lịch'],
    ['an unknown branch', 'Đoàn viên, dòng 5: Không có chi đoàn nào mang mã “P05-KP9”'],
    ['a doubled code', 'Đoàn viên, dòng 4: Mã “DV-02” bị trùng với dòng 14'],
  ])('tells of %s, with its row', (_what, sentence) => {
    expect(said.some((one) => one.startsWith(sentence))).toBe(true);
  });

  it('counts all of them at once', () => {
    expect(view.problems[0]).toMatchObject({ code: 'SETUP_PROBLEMS', data: { count: said.length - 1 } });
  });

  it('marks each in its cell', () => {
    const notes = notesOf(districtTab(district, 'Đoàn viên'));

    expect(notes['2:2']).toContain('31/02/1994');
    expect(notes['4:3']).toContain('P05-KP9');
    expect(notes['3:0']).toContain('DV-02');
    expect(notes['13:0']).toContain('DV-02');
    expect(notesOf(districtTab(district, 'Đơn vị'))['3:6']).toContain('bi.thu.cty@vidu');
  });

  it('makes no file and no trigger', () => {
    expect(Object.values(district.workspace.state.files).map((file) => file.name)).toEqual([
      'Sổ Quận đoàn 8',
    ]);
    expect(district.workspace.triggers()).toEqual([]);
  });

  it('refuses to make workbooks, with the same list', () => {
    const books = district.press('createBooks');

    expect(books.state).toBe('STOPPED');
    expect(books.problems).toEqual(view.problems);
    expect(Object.keys(district.workspace.state.files)).toHaveLength(1);
  });

  it('tells of a tab that is gone', () => {
    const { sheets } = bookNamed(district.workspace, 'Sổ Quận đoàn 8').data;
    sheets.splice(
      sheets.findIndex((one) => one.name === 'Chi đoàn'),
      1,
    );

    const again = district.press('setup');

    expect(again.problems.map((one) => one.data.sentence)).toContain(
      'Chi đoàn: Trang này chưa có dòng nào. Hãy nhập các chi đoàn.',
    );
  });
});

describe('a setup that was mended', () => {
  it('loses the marks of what was mended, keeps people’s own notes, and goes on', () => {
    const district = emptyDistrict();
    district.press('setup');
    fillIn(district, badLists());
    district.press('setup');
    const tab = districtTab(district, 'Đoàn viên');
    const own = tab.rows[6]!;
    own.x = { ...own.x, 1: { note: 'Hỏi lại tên' } };
    const mend = (text: string, header: string, right: string, by = 'Họ và tên'): void =>
      typeBeside(
        district.workspace,
        { file: district.book, title: by === 'Mã đơn vị' ? 'Đơn vị' : 'Đoàn viên', as: ROLE_ACCOUNT },
        { header: by, text },
        { header, text: right },
      );
    mend('Nguyễn Thị Ánh', 'Ngày sinh', '05/09/1994');
    mend('Lê Thị Cúc', 'Chi đoàn', 'P05-KP1');
    mend('Người Khác', 'Mã đoàn viên', 'DV-12');
    mend('CTY', 'Email Ban Chấp hành', 'bi.thu.cty@vidu.vn', 'Mã đơn vị');

    const view = district.press('setup');

    expect(view.state).toBe('DONE');
    expect(notesOf(districtTab(district, 'Đoàn viên'))).toEqual({ '6:1': 'Hỏi lại tên' });
  });
});

describe('a setup that is done', () => {
  const district = setUpDistrict();

  it('has made Sổ tiếp nhận phiếu once, open to staff alone', () => {
    const { id } = bookNamed(district.workspace, 'Sổ tiếp nhận phiếu 2014');
    const { permissions } = district.workspace.state.files[id]!;

    expect(new Set(permissions.map((one) => one.emailAddress))).toEqual(
      new Set([STAFF, RESERVE, ROLE_ACCOUNT]),
    );
  });

  it('has given each member a token of his own', () => {
    const tokens = recordsOf(districtTab(district, 'Đoàn viên')).map((row) => String(row.token));

    expect(tokens).toHaveLength(11);
    expect(new Set(tokens).size).toBe(11);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-f]{12}$/);
  });

  it('has one trigger of each kind, the role account’s', () => {
    expect(district.workspace.triggers().map((one) => [one.handler, one.creator])).toEqual(
      expect.arrayContaining([
        ['everyTenMinutes', ROLE_ACCOUNT],
        ['everyFiveMinutes', ROLE_ACCOUNT],
        ['hourly', ROLE_ACCOUNT],
        ['nightly', ROLE_ACCOUNT],
      ]),
    );
    expect(district.workspace.triggers()).toHaveLength(4);
  });

  it('lets staff type into their tabs and nobody but the owner into the generated ones', () => {
    const type = (title: string): boolean =>
      district.workspace.typeInto(district.book, districtTab(district, title).sheetId, 'B5', 'x', {
        as: STAFF,
      }).ok;

    expect(type('Đơn vị')).toBe(true);
    expect(type('Kết quả đoàn viên')).toBe(false);
  });

  it('answers no stranger', () => {
    district.workspace.share(district.book, STRANGER, 'writer');

    const answer = district.ask('consoleState', {}, STRANGER);

    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'NOT_STAFF' }] });
  });

  it('changes nothing when it is done again', () => {
    const tokens = recordsOf(districtTab(district, 'Đoàn viên')).map((row) => row.token);

    must(district.press('setup'));

    expect(recordsOf(districtTab(district, 'Đoàn viên')).map((row) => row.token)).toEqual(tokens);
    expect(district.workspace.triggers()).toHaveLength(4);
  });
});

it('reads its problem lines as people count rows', () => {
  const line = problemLine({
    code: 'SETTING_EMPTY',
    at: 'x',
    data: { label: 'Tên quận' },
    sheetId: 1,
    tab: 'Thiết lập',
    row: 3,
    column: 'value',
    columnIndex: 1,
    blocking: true,
  });

  expect(line).toMatch(/^Thiết lập, dòng 4: /);
});
