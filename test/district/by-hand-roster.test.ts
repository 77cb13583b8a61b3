import { pasteRows } from '../../src/demo/people/typing';
import { recordsOf } from './books';
import {
  agreeing,
  askForTab,
  collect,
  districtRows,
  handTab,
  MEMBERS,
  phoneDistrict,
  told,
  typeRow,
} from './by-hand-typing';
import { must, ROLE_ACCOUNT, WAVE, valueOf } from './small-district';

const district = phoneDistrict();
const { workspace, book } = district;
const begun = workspace.snapshot();

beforeEach(() => {
  workspace.restore(begun);
});

/** Reads, writes and listings of the sheets service during one press of the job. */
function callsOfCollecting(): readonly number[] {
  const before = valueOf(
    district.ask('startJob', { job: 'collectLedgers', wave: WAVE.code, operation: next() }),
  );
  const { byService } = district.run('continueJob', ROLE_ACCOUNT, { key: before.key }).calls;
  return ['Values.batchGetByDataFilter', 'batchUpdate', 'get'].map(
    (name) => byService[`Sheets.Spreadsheets.${name}`] ?? 0,
  );
}

let pressed = 0;
function next(): string {
  pressed += 1;
  return pressed.toString(16).padStart(32, 'e');
}

describe('members of a branch that grades by hand', () => {
  it('who joined get a row below, and what was typed stays', () => {
    typeRow(district, 'DV-02', agreeing());
    pasteRows(workspace, { file: book, title: 'Đoàn viên', as: ROLE_ACCOUNT }, [
      {
        'Mã đoàn viên': 'DV-20',
        'Họ và tên': 'Cao Thị Xuân',
        'Ngày sinh': '01/02/1995',
        'Chi đoàn': 'P05-KP1',
        'Đối tượng': 'Thanh niên địa bàn dân cư',
        'Thuộc diện xếp loại': 'Có',
      },
    ]);
    const run = workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
    expect(run.ok).toBe(true);
    collect(district);
    collect(district);

    const rows = recordsOf(handTab(district), 3).map((row) => [row.code, row.fullName, row.done]);
    expect(rows.slice(-4)).toEqual([
      ['DV-01', 'Nguyễn Thị Ánh', ''],
      ['DV-02', 'Trần Văn Bảo', 'Xong'],
      ['DV-03', 'Lê Thị Cúc', ''],
      ['DV-20', 'Cao Thị Xuân', ''],
    ]);
  });

  it('who are of another branch now keep their row, which is told and not taken', () => {
    const sheet = handTab(district);
    sheet.rows[13]!.v[0] = 'DV-04';
    sheet.rows[13]!.v[1] = 'Phạm Minh Đức';
    typeRow(district, 'DV-04', agreeing());
    collect(district);
    collect(district);

    expect(districtRows(district)).toEqual([]);
    expect(told(district)).toContainEqual(expect.stringContaining('mã “DV-04” không có trong danh sách'));
    const codes = recordsOf(handTab(district), 3).map((row) => row.code);
    expect(codes.slice(-4)).toEqual(['DV-01', 'DV-02', 'DV-04', 'DV-03']);
  });
});

describe('what taking over costs', () => {
  it('is not a call more for three rows than for none', () => {
    typeRow(district, 'DV-01', agreeing());
    collect(district);
    const one = callsOfCollecting();
    expect(districtRows(district)).toHaveLength(1);

    workspace.restore(begun);
    for (const code of MEMBERS) typeRow(district, code, agreeing());
    collect(district);
    const three = callsOfCollecting();

    expect(districtRows(district)).toHaveLength(3);
    expect(three).toEqual(one);
  });

  it('is nothing but the one read of a unit where nothing was typed', () => {
    collect(district);
    const asked = callsOfCollecting();
    workspace.restore(begun);
    askForTab(district, 'P05-KP1', 'Không');
    must(district.press('createBooks'));
    collect(district);

    expect(callsOfCollecting()).toEqual(asked);
  });
});
