import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import {
  BASE,
  must,
  openedDistrict,
  ROLE_ACCOUNT,
  SECRETARY,
  STAFF,
  type SmallDistrict,
} from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const LEDGER = 'Sổ Chi đoàn Khu phố 1 2014';
const NEW_SECRETARY = 'bi.thu.moi@vidu.vn';

/** The addresses that may write a tab besides the file's owner. */
function writersOf(district: SmallDistrict, title: string): readonly string[] {
  const { protections } = tabIn(bookNamed(district.workspace, P05).data, title);
  expect(protections).toHaveLength(1);
  return [...(protections[0]?.editors ?? [])].sort();
}

function editorsOf(district: SmallDistrict): readonly string[] {
  const { permissions } = district.workspace.state.files[bookNamed(district.workspace, P05).id]!;
  return permissions.flatMap((one) => (one.role === 'writer' ? [one.emailAddress ?? ''] : [])).sort();
}

function logged(district: SmallDistrict): readonly string[] {
  return recordsOf(districtTab(district, 'Nhật ký'))
    .filter((row) => row.what === 'Sửa sổ và quyền')
    .map((row) => String(row.detail));
}

function nightly(district: SmallDistrict): void {
  const run = district.workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
  expect(run.ok).toBe(true);
}

describe('a committee that changed hands', () => {
  const district = openedDistrict();
  const { workspace, book } = district;
  workspace.addPerson({ email: NEW_SECRETARY });
  typeBeside(
    workspace,
    { file: book, title: 'Chi đoàn', as: STAFF },
    { header: 'Mã chi đoàn', text: 'P05-KP1' },
    { header: 'Email Ban Chấp hành', text: NEW_SECRETARY },
  );
  const { permissions } = workspace.state.files[bookNamed(workspace, P05).id]!;
  const before = permissions.length;
  const view = must(district.press('createBooks'));

  it('gets the workbook and its ledger, and whoever left loses both', () => {
    expect(before).toBeGreaterThan(3);
    expect(editorsOf(district)).toContain(NEW_SECRETARY);
    expect(editorsOf(district)).not.toContain(SECRETARY);
    expect(writersOf(district, LEDGER)).toEqual([NEW_SECRETARY]);
  });

  it('is told to staff, in Nhật ký and on Bắt đầu', () => {
    expect(view.sentence).toContain('Đã sửa 3 chỗ về trang và quyền');
    expect(logged(district)).toEqual([
      `Đoàn Phường 5: Mở sổ cho ${NEW_SECRETARY}.`,
      `Đoàn Phường 5: Thôi mở sổ cho ${SECRETARY}.`,
      `Đoàn Phường 5: Trang “${LEDGER}”: cho ${NEW_SECRETARY} được ghi; thôi quyền ghi của ${SECRETARY}.`,
    ]);
    workspace.run(district.project, 'everyTenMinutes', { as: ROLE_ACCOUNT, from: 'editor' });
    const start = districtTab(district, 'Bắt đầu').rows.flatMap((row) => row?.v ?? []);
    expect(start).toContain('Sổ và quyền vừa sửa');
    expect(start).toContain(`Đoàn Phường 5: Mở sổ cho ${NEW_SECRETARY}.`);
  });

  it('is told once', () => {
    nightly(district);

    expect(logged(district)).toHaveLength(3);
  });
});

describe('a protection', () => {
  it.each([
    [
      'taken off',
      (tab: ReturnType<typeof tabIn>) => {
        tab.protections = [];
      },
      'đặt lại phần bảo vệ đã bị gỡ hoặc nới ra',
    ],
    [
      'softened to a warning',
      (tab: ReturnType<typeof tabIn>) => {
        tab.protections[0] = { ...tab.protections[0]!, warningOnly: true, editors: null };
      },
      'đặt lại phần bảo vệ đã bị gỡ hoặc nới ra',
    ],
    [
      'with a hole in it',
      (tab: ReturnType<typeof tabIn>) => {
        tab.protections[0]!.unprotected.push({ row: 0, rows: 5, column: 0, columns: 5 } as never);
      },
      'đặt lại phần bảo vệ đã bị gỡ hoặc nới ra',
    ],
    [
      'with another one laid over it',
      (tab: ReturnType<typeof tabIn>) => {
        tab.protections.push({ ...tab.protections[0]!, id: 77, editors: [BASE] });
      },
      'bỏ phần bảo vệ do người khác đặt thêm',
    ],
    [
      'that lets a neighbour write',
      (tab: ReturnType<typeof tabIn>) => {
        tab.protections[0]!.editors = [SECRETARY, BASE];
      },
      `thôi quyền ghi của ${BASE}`,
    ],
  ])('%s is put right in the night, and told', (_, spoil, said) => {
    const district = openedDistrict();
    spoil(tabIn(bookNamed(district.workspace, P05).data, LEDGER));

    nightly(district);

    expect(writersOf(district, LEDGER)).toEqual([SECRETARY]);
    const guard = tabIn(bookNamed(district.workspace, P05).data, LEDGER).protections[0];
    expect(guard).toMatchObject({ type: 'SHEET', warningOnly: false, unprotected: [] });
    expect(logged(district)).toEqual([expect.stringContaining(said)]);
  });

  it('that is as it must be is left alone, and nothing is told', () => {
    const district = openedDistrict();

    nightly(district);

    expect(logged(district)).toEqual([]);
  });
});

describe('Kiểm tra và sửa sổ', () => {
  it('makes a tab that was deleted again, and says so', () => {
    const district = openedDistrict();
    const { data } = bookNamed(district.workspace, P05);
    data.sheets = data.sheets.filter((sheet) => sheet.name !== LEDGER);

    district.run('repairNow', ROLE_ACCOUNT);

    expect(writersOf(district, LEDGER)).toEqual([SECRETARY]);
    expect(logged(district)).toEqual([`Đoàn Phường 5: Tạo trang “${LEDGER}” còn thiếu.`]);
  });
});
