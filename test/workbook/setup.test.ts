import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import type { ReadCell } from '../../src/workbook/cells';
import { problemLine, problemSentence, type SheetProblem } from '../../src/workbook/problems';
import { readSetup, setupProblems, type SetupTabs } from '../../src/workbook/setup';
import { BRANCHES, goodTabs, MEMBERS, SETTINGS, UNITS, withCell, withoutColumn } from './setup-builder';

const NAMES = ['settings', 'waves', 'criteria', 'units', 'branches', 'members'] as const;
type Name = (typeof NAMES)[number];

const found = (tabs: SetupTabs): readonly SheetProblem[] =>
  setupProblems(tabs).filter((problem) => problem.blocking || problem.code !== 'THEME_MISSING');
const brief = (problems: readonly SheetProblem[]): readonly (readonly unknown[])[] =>
  problems.map((one) => [one.code, one.tab, one.row, one.column]);

describe('readSetup', () => {
  it('reads back a district without a fault', () => {
    const setup = readSetup(goodTabs());

    expect(setup.settings).toEqual(SETTINGS);
    expect(setup.waves.map((entry) => entry.wave)).toEqual(WAVES_2014);
    expect(setup.criteria).toEqual(DEFAULT_CRITERIA);
    expect(setup.units.map((entry) => entry.unit)).toEqual(UNITS);
    expect(setup.branches.map((entry) => entry.branch)).toEqual(BRANCHES);
    expect(setup.allBranches.map((branch) => branch.code)).toEqual(['P05-KP3', 'TH1-CD']);
    expect(setup.members).toEqual(
      MEMBERS.map((member) => (member.branch === 'TH1' ? { ...member, branch: 'TH1-CD' } : member)),
    );
    expect(found(goodTabs())).toEqual([]);
  });

  it('reads the same where people moved the columns', () => {
    const tabs = goodTabs();
    const turned = Object.fromEntries(
      NAMES.map((name) => {
        const width = Math.max(...tabs[name].map((cells) => cells.length));
        return [
          name,
          tabs[name].map((cells) => Array.from({ length: width }, (_, at) => cells[width - 1 - at] ?? '')),
        ];
      }),
    ) as unknown as SetupTabs;

    expect(readSetup(turned).members).toEqual(readSetup(tabs).members);
    expect(found(turned)).toEqual([]);
  });
});

describe('setupProblems', () => {
  it('tells a missing tab, a wrong e-mail, a doubled code, an unknown branch and an impossible date all at once', () => {
    const tabs = goodTabs();
    const members = withCell(
      withCell(
        withCell(withCell(tabs.members, 3, 'code', 'dv-1'), 4, 'birthDate', '31/02/1998'),
        4,
        'branch',
        'P05-KP9',
      ),
      5,
      'email',
      'dv4@',
    );

    const problems = found({ ...tabs, criteria: null, members });

    expect(brief(problems)).toEqual([
      ['TAB_MISSING', 'Tiêu chí', -1, ''],
      ['IMPOSSIBLE_DATE', 'Đoàn viên', 4, 'birthDate'],
      ['BAD_EMAIL', 'Đoàn viên', 5, 'email'],
      ['DOUBLED_CODE', 'Đoàn viên', 2, 'code'],
      ['DOUBLED_CODE', 'Đoàn viên', 3, 'code'],
      ['UNKNOWN_BRANCH', 'Đoàn viên', 4, 'branch'],
      ['SMALL_BRANCH', 'Chi đoàn', 2, 'code'],
    ]);
    expect(problems.map(problemLine)).toEqual([
      'Tiêu chí: Không thấy trang “Tiêu chí”. Hãy bấm Kiểm tra và sửa sổ để tạo lại, hoặc Ctrl+Z nếu vừa xóa.',
      'Đoàn viên, dòng 5: Ngày “31/02/1998” không có trong lịch. Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998.',
      'Đoàn viên, dòng 6: “dv4@” không phải là một địa chỉ email. Hãy ghi đầy đủ, ví dụ ten@gmail.com; nhiều địa chỉ cách nhau bằng dấu chấm phẩy.',
      'Đoàn viên, dòng 3: Mã “DV-1” bị trùng với dòng 4. Mỗi mã chỉ dùng cho một dòng.',
      'Đoàn viên, dòng 4: Mã “dv-1” bị trùng với dòng 3. Mỗi mã chỉ dùng cho một dòng.',
      'Đoàn viên, dòng 5: Không có chi đoàn nào mang mã “P05-KP9”. Hãy ghi đúng mã ở trang Chi đoàn.',
      'Chi đoàn, dòng 3: Chi đoàn này mới có 2 đoàn viên (thường từ 3 trở lên). Hãy xem lại danh sách.',
    ]);
  });

  it('points at the cell where the column stands now', () => {
    const { members } = goodTabs();
    const moved = withCell(members, 2, 'email', 'sai').map((cells) => ['', ...cells]);

    const [problem] = found({ ...goodTabs(), members: moved });

    expect(problem).toMatchObject({ code: 'BAD_EMAIL', row: 2, columnIndex: 7, at: 'DV-1' });
  });

  it.each<[string, Name, number, string, ReadCell, string]>([
    ['no role account', 'settings', 8, 'value', '', 'SETTING_EMPTY'],
    ['an account that is none', 'settings', 8, 'value', 'quandoan', 'BAD_EMAIL'],
    ['one account for both', 'settings', 9, 'value', 'quandoan@example.com', 'SAME_ACCOUNT'],
    ['a setting renamed', 'settings', 8, 'key', 'Tài khoản', 'SETTING_MISSING@'],
    ['a wave code of another shape', 'waves', 2, 'wave', 'Dot1', 'BAD_CODE'],
    ['a day that does not exist', 'waves', 2, 'gradingDue', '31/04/2014', 'IMPOSSIBLE_DATE'],
    ['days out of order', 'waves', 2, 'selfCloses', '01/04/2014', 'DAYS_OUT_OF_ORDER'],
    ['no theme', 'waves', 2, 'theme', '', 'THEME_MISSING'],
    ['a month that is none', 'waves', 2, 'month', 'tháng 3', 'IMPOSSIBLE_MONTH'],
    ['a calendar that is none', 'waves', 2, 'calendar', 'Lịch riêng', 'UNKNOWN_WORD'],
    ['a wave code twice', 'waves', 3, 'wave', '2014-C1', 'DOUBLED_CODE'],
    ['a school wave over after 29/4', 'waves', 6, 'reportDue', '30/04/2015', 'AFTER_SCHOOL_YEAR'],
    ['a criterion that is none', 'criteria', 2, 'code', 'R6', 'UNKNOWN_WORD'],
    ['a criterion without a title', 'criteria', 2, 'title', '', 'CELL_EMPTY'],
    ['an unknown block', 'units', 2, 'block', 'Khối lạ', 'UNKNOWN_WORD'],
    ['a unit without a code', 'units', 2, 'code', '', 'CELL_EMPTY'],
    ['a code with a colon', 'units', 3, 'code', 'TH:1', 'BAD_CODE'],
    ['an unknown rank', 'units', 2, 'officerRank', 'Trưởng phòng', 'UNKNOWN_WORD'],
    ['two officers, one e-mail', 'units', 2, 'officers', 'An; Bình', 'OFFICERS_UNEVEN@officerEmails'],
    ['an officer e-mail that is none', 'units', 2, 'officerEmails', 'binh', 'BAD_EMAIL'],
    [
      'a member day in another month',
      'units',
      2,
      'memberDay.2014-C1',
      '05/04/2014',
      'MEMBER_DAY_NOT_IN_MONTH',
    ],
    ['no member day', 'units', 2, 'memberDay.2014-C1', '', 'MEMBER_DAY_MISSING'],
    ['an unknown unit', 'branches', 2, 'base', 'P99', 'UNKNOWN_UNIT'],
    ['a branch under a base branch', 'branches', 2, 'base', 'TH1', 'BRANCH_OF_BASE_BRANCH'],
    ['a committee e-mail that is none', 'branches', 2, 'committeeEmails', 'a@b.vn; c', 'BAD_EMAIL'],
    ['an unknown group', 'members', 2, 'group', 'Nông dân', 'UNKNOWN_WORD'],
    ['a reason without need', 'members', 2, 'whyNot', 'Đã trưởng thành Đoàn', 'REASON_WITHOUT_NEED'],
    ['no reason', 'members', 2, 'classed', 'Không', 'REASON_MISSING@whyNot'],
    ['neither yes nor no', 'members', 2, 'classed', 'Tùy', 'UNKNOWN_WORD'],
    ['an unlikely birth year', 'members', 2, 'birthDate', '05/09/2004', 'BIRTH_DATE_UNLIKELY'],
    ['a token twice', 'members', 2, 'token', 't-DV-2', 'DOUBLED_TOKEN'],
    ['one person twice', 'members', 2, 'fullName', 'Nguyễn Văn DV-2', 'DOUBLED_NAME'],
  ])('tells %s in its cell', (_, name, row, key, value, expected) => {
    const tabs = goodTabs();
    const [code, column = key] = expected.split('@');

    const problems = setupProblems({ ...tabs, [name]: withCell(tabs[name], row, key, value) });

    const told = problems.filter((one) => one.code === code && (one.row === row || one.row === -1));
    expect(told.map((one) => one.column)).toEqual([column]);
    for (const problem of problems) expect(problemSentence(problem)).toMatch(/^[^{}]*\.$/);
  });

  it.each<[string, string, ReadCell, string]>([
    ['thresholds that do not fall', 'Trung bình: tỷ lệ hoàn thành trở lên (%)', 90, 'THRESHOLDS_ORDER'],
    ['a share above 100', 'Tốt: tỷ lệ hoàn thành trở lên (%)', 180, 'NUMBER_OUT_OF_RANGE'],
    ['weights that are not 100', 'Thi đua: đăng ký', 40, 'WEIGHTS_NOT_100'],
    ['no figure', 'Số ngày trả lời vướng mắc', 'năm', 'NOT_A_NUMBER'],
    ['a list with no figure', 'Chi đoàn: tỷ lệ đăng ký (%)', '100; tám mươi', 'NOT_A_NUMBER'],
    ['a list that does not fall', 'Chi đoàn: tỷ lệ đăng ký (%)', '80; 100; 50', 'THRESHOLDS_ORDER'],
    ['a day that does not exist', 'Ngày kế hoạch', '30/02/2014', 'IMPOSSIBLE_DATE'],
    ['an unknown scale', 'Thang xếp loại', 'Thang lạ', 'UNKNOWN_WORD'],
    ['neither yes nor no', 'Gửi email nhắc việc', 'thỉnh thoảng', 'UNKNOWN_WORD'],
    ['one bad address among several', 'Email cán bộ Quận đoàn', 'a@b.vn; c@', 'BAD_EMAIL'],
  ])('tells %s among the settings', (_, label, value, code) => {
    const { settings, ...rest } = goodTabs();
    const row = settings.findIndex((cells) => cells[0] === label);

    const problems = found({ ...rest, settings: withCell(settings, row, 'value', value) });

    expect(brief(problems)).toEqual([[code, 'Thiết lập', row, 'value']]);
  });

  it.each<[Name, string]>([
    ['settings', 'value'],
    ['waves', 'theme'],
    ['criteria', 'hint.LLVT'],
    ['units', 'block'],
    ['branches', 'base'],
    ['members', 'branch'],
  ])('says once that %s has lost its column %s', (name, key) => {
    const tabs = goodTabs();

    const problems = setupProblems({ ...tabs, [name]: withoutColumn(tabs[name], key) });

    const lost = problems.filter((one) => one.code === 'COLUMN_MISSING');
    expect(lost.map((one) => [one.column, one.row])).toEqual([[key, -1]]);
    expect(problems.filter((one) => one.column === key)).toHaveLength(1);
  });

  it('says of an empty tab that it is empty, of a workbook without tabs that all are missing', () => {
    const tabs = goodTabs();
    const none = Object.fromEntries(NAMES.map((name) => [name, null])) as unknown as SetupTabs;

    expect(brief(found({ ...tabs, units: tabs.units.slice(0, 2) }))).toContainEqual([
      'TAB_EMPTY',
      'Đơn vị',
      -1,
      '',
    ]);
    expect(brief(found(none))).toHaveLength(6);
  });

  it.each<Name>(['units', 'branches'])('does not blame every member when the tab %s is gone', (name) => {
    const problems = found({ ...goodTabs(), [name]: null });

    expect(problems.map((one) => one.code)).toEqual(['TAB_MISSING']);
  });

  it('tells a base union without branches, and hinders nothing by it', () => {
    const tabs = goodTabs();

    const problems = found({ ...tabs, units: withCell(tabs.units, 3, 'kind', 'Đoàn cơ sở') });

    expect(problems.find((one) => one.code === 'UNIT_WITHOUT_BRANCH')).toMatchObject({
      row: 3,
      blocking: false,
    });
    expect(problems.find((one) => one.code === 'UNKNOWN_BRANCH')).toMatchObject({
      at: 'DV-4',
      blocking: true,
    });
  });
});
