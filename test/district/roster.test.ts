import { pasteRows } from '../../src/demo/people/typing';
import { ROSTER_PIECE } from '../../src/contract/district';
import { sheetIdOf } from '../../src/demo/world/sheet-reading';
import { BAD_STRINGS } from '../support/bad-strings';
import { bookNamed, districtTab, notesOf, recordsOf, tabIn } from './books';
import { line, listRows } from './roster-list';
import {
  must,
  openedDistrict,
  PEOPLE,
  ROLE_ACCOUNT,
  setUpDistrict,
  STAFF,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const P05_BOOK = 'Sổ cơ sở – Đoàn Phường 5';

function paste(district: SmallDistrict, rows: readonly Readonly<Record<string, string>>[]): void {
  pasteRows(district.workspace, { file: district.book, title: 'Nhập danh sách', as: ROLE_ACCOUNT }, rows);
}

function members(district: SmallDistrict): ReturnType<typeof recordsOf> {
  return recordsOf(districtTab(district, 'Đoàn viên'));
}

function memberOf(district: SmallDistrict, name: string): Readonly<Record<string, unknown>> {
  const found = members(district).filter((one) => one.fullName === name);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

function preview(district: SmallDistrict) {
  return valueOf(district.ask('previewJob', { job: 'roster', wave: '' }));
}

/** Takes the list over, with a reason for those who left. */
function apply(district: SmallDistrict, left = 'KEEP', operation = 'a'): ReturnType<typeof must> {
  let view = valueOf(
    district.ask('startJob', { job: 'roster', wave: '', operation: operation.repeat(32), answers: { left } }),
  );
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

describe('a list pasted into Nhập danh sách', () => {
  it('is shown by what becomes of whom, and nothing changes before it is taken over', () => {
    const district = openedDistrict();
    paste(district, listRows());
    const before = JSON.stringify(members(district));

    const { sentence, problems, lists, fields } = preview(district);

    expect(problems).toEqual([]);
    expect(sentence).toContain(
      'Nhập danh sách 5 đoàn viên: thêm 1, chuyển chi đoàn 1, sửa thông tin 1, giữ nguyên 2?',
    );
    expect(lists?.map(({ title }) => title)).toEqual([
      'Thêm mới (1)',
      'Chuyển chi đoàn (1)',
      'Sửa thông tin (1)',
      'Có ở Đoàn viên nhưng không có trong danh sách (2)',
    ]);
    expect(lists?.flatMap(({ lines }) => lines)).toEqual([
      'Mai Thị Xuân (01/02/1996), Chi đoàn Khu phố 1',
      'Trần Văn Bảo (12/01/1992): từ Chi đoàn Khu phố 1 sang Chi đoàn Khu phố 2',
      'Nguyễn Thị Ánh (05/09/1994): chức vụ Đoàn viên → Bí thư; email anh@vidu.vn',
      'Lê Thị Cúc (20/11/1995), Chi đoàn Khu phố 1',
      'Đặng Quốc Hùng (30/04/1991), Chi đoàn Khu phố 2',
    ]);
    expect(fields?.[0]?.value).toBe('KEEP');
    expect(JSON.stringify(members(district))).toBe(before);
  });

  it('is taken over: codes, tokens and rows stay, the new one gets both, the tab is emptied', () => {
    const district = openedDistrict();
    paste(district, listRows());
    const tokens = new Map(members(district).map((one) => [one.code, one.token]));

    const view = must(apply(district, 'TRANSFERRED_AWAY'));

    expect(view.sentence).toContain('thêm 1, chuyển chi đoàn 1, sửa thông tin 1, thôi xếp loại 2 đoàn viên');
    expect(members(district)).toHaveLength(PEOPLE.length + 1);
    expect(memberOf(district, 'Trần Văn Bảo')).toMatchObject({
      code: 'DV-02',
      branch: 'P05-KP2',
      token: tokens.get('DV-02'),
    });
    expect(memberOf(district, 'Nguyễn Thị Ánh')).toMatchObject({ role: 'Bí thư', email: 'anh@vidu.vn' });
    expect(memberOf(district, 'Lê Thị Cúc')).toMatchObject({
      code: 'DV-03',
      branch: 'P05-KP1',
      classed: 'Không',
      whyNot: 'Chuyển sinh hoạt Đoàn đi',
    });
    expect(memberOf(district, 'Mai Thị Xuân')).toMatchObject({ branch: 'P05-KP1', group: 'Học sinh' });
    expect(String(memberOf(district, 'Mai Thị Xuân').token)).toMatch(/^[0-9a-f]{12}$/);
    expect(memberOf(district, 'Mai Thị Xuân').code).not.toBe('');
    expect(recordsOf(districtTab(district, 'Nhập danh sách'))).toEqual([]);
  });

  it('leaves who moved in his branch of the open wave, and brings the new one into it', () => {
    const district = openedDistrict();
    paste(district, listRows());
    must(apply(district));
    must(district.press('push', WAVE.code));

    const rows = recordsOf(tabIn(bookNamed(district.workspace, P05_BOOK).data, 'Đợt I'));
    const branchOf = (name: string): unknown => rows.find((one) => one.fullName === name)?.branch;

    expect(branchOf('Trần Văn Bảo')).toContain('Khu phố 1');
    expect(branchOf('Mai Thị Xuân')).toContain('Khu phố 1');
    expect(branchOf('Lê Thị Cúc')).toContain('Khu phố 1');
  });

  it('taken over twice, the second time finds nobody to change', () => {
    const district = openedDistrict();
    paste(district, listRows());
    must(apply(district));
    const once = JSON.stringify(members(district));
    paste(district, listRows());

    expect(preview(district).sentence).toContain('thêm 0, chuyển chi đoàn 0, sửa thông tin 0, giữ nguyên 5');
    must(apply(district, 'KEEP', 'b'));
    expect(JSON.stringify(members(district))).toBe(once);
  });

  it('with the headings of the national system below ours, is read by its own and leaves nothing of the rest behind', () => {
    const district = setUpDistrict();
    const id = sheetIdOf(district.workspace, district.book, 'Nhập danh sách');
    const rows = [
      ['STT', 'Họ tên', 'Tổ/chi đoàn', 'Số thẻ đoàn', 'Ngày sinh', '', 'Quê quán'],
      ['', '', '', '', 'Nam', 'Nữ', ''],
      ['1', 'Mai Thị Xuân', 'Khu phố 2', 'T-77', '', '01/02/1996', '079000000001'],
    ];
    const typed = district.workspace.typeInto(district.book, id, 'A3:G5', rows, { as: ROLE_ACCOUNT });
    expect(typed.ok).toBe(true);

    must(apply(district));

    expect(memberOf(district, 'Mai Thị Xuân')).toMatchObject({
      code: 'T-77',
      birthDate: '01/02/1996',
      branch: 'P05-KP2',
    });
    expect(JSON.stringify(district.workspace.state.files[district.book]?.data)).not.toContain('079000000001');
  });
});

describe('a list with mistakes', () => {
  const wrong: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['31/02', line('Mai Thị Xuân', '31/02/1996', 'P05-KP1'), /“31\/02\/1996” không có trong lịch/],
    ['year 0001', line('Mai Thị Xuân', '01/01/0001', 'P05-KP1'), /không có trong lịch/],
    ['no birth date', line('Mai Thị Xuân', '', 'P05-KP1'), /Chưa có ngày sinh/],
    [
      'an unknown branch',
      line('Mai Thị Xuân', '01/02/1996', 'P99-KP9'),
      /“P99-KP9” không có ở trang Chi đoàn/,
    ],
    ['no branch', line('Mai Thị Xuân', '01/02/1996', ''), /Chưa ghi chi đoàn/],
    ['no name', line('', '01/02/1996', 'P05-KP1', { 'Mã đoàn viên': 'T-1' }), /chưa có họ và tên/],
    [
      'a code with a space',
      line('Mai Thị Xuân', '01/02/1996', 'P05-KP1', { 'Mã đoàn viên': 'T 1/2' }),
      /Mã “T 1\/2”/,
    ],
    [
      'no address',
      line('Mai Thị Xuân', '01/02/1996', 'P05-KP1', { Email: 'không có' }),
      /“không có” không phải một địa chỉ/,
    ],
    ['50 001 signs', line('x'.repeat(49_000), '01/02/1996', 'P05-KP1'), /dài hơn 200 chữ/],
  ];

  it.each(wrong)('%s is marked in its cell, and nobody is taken over', (_, bad, sentence) => {
    const district = setUpDistrict();
    const before = JSON.stringify(members(district));
    paste(district, [line('Đỗ Thị Yên', '09/09/1995', 'P05-KP2'), bad]);

    const told = preview(district);
    const view = apply(district);

    expect(told.sentence).toContain('1 chỗ cần sửa; chưa nhập dòng nào');
    expect(told.lists?.[0]?.lines[0]).toMatch(/^Nhập danh sách, dòng 4: /);
    expect(told.lists?.[0]?.lines[0]).toMatch(sentence);
    expect(view.state).toBe('STOPPED');
    expect(view.problems.map(({ code }) => code)).toEqual(['ROSTER_PROBLEMS', 'SHEET_PROBLEM']);
    const notes = notesOf(districtTab(district, 'Nhập danh sách'));
    expect(Object.keys(notes).map((place) => place.split(':')[0])).toEqual(['3']);
    expect(Object.values(notes)[0]).toMatch(sentence);
    expect(JSON.stringify(members(district))).toBe(before);
  });

  it('mended, it is taken over by the same press, and the marks are gone', () => {
    const district = setUpDistrict();
    paste(district, [line('Mai Thị Xuân', '31/02/1996', 'P05-KP1')]);
    expect(apply(district).state).toBe('STOPPED');
    const id = sheetIdOf(district.workspace, district.book, 'Nhập danh sách');
    district.workspace.typeInto(district.book, id, 'C3', '01/02/1996', { as: ROLE_ACCOUNT });

    must(apply(district, 'KEEP', 'b'));

    expect(memberOf(district, 'Mai Thị Xuân').birthDate).toBe('01/02/1996');
    expect(notesOf(districtTab(district, 'Nhập danh sách'))).toEqual({});
  });

  it('two of one name and birth date need codes, then both are taken over', () => {
    const district = setUpDistrict();
    const twin = (code: string) => line('Mai Thị Xuân', '01/02/1996', 'P05-KP1', { 'Mã đoàn viên': code });
    paste(district, [twin(''), twin('')]);
    expect(preview(district).lists?.[0]?.lines[0]).toContain('trùng với dòng 3');
    const id = sheetIdOf(district.workspace, district.book, 'Nhập danh sách');
    district.workspace.typeInto(district.book, id, 'A3:A4', [['T-1'], ['T-2']], { as: ROLE_ACCOUNT });
    must(apply(district));

    expect(
      members(district)
        .filter((one) => one.fullName === 'Mai Thị Xuân')
        .map((one) => one.code),
    ).toEqual(['T-1', 'T-2']);
    // A third list that names neither by code cannot know whom it means.
    paste(district, [twin('')]);
    expect(preview(district).lists?.[0]?.lines[0]).toContain('có hai người tên “Mai Thị Xuân”');
  });

  it('a tab with nothing in it, or without a column of names, says what to do', () => {
    const district = setUpDistrict();
    const codes = (): readonly string[] => preview(district).problems.map(({ code }) => code);

    expect(codes()).toEqual(['ROSTER_EMPTY']);
    const id = sheetIdOf(district.workspace, district.book, 'Nhập danh sách');
    district.workspace.typeInto(district.book, id, 'B2:B3', [['Ghi chú'], ['x']], { as: ROLE_ACCOUNT });
    expect(codes()).toEqual(['ROSTER_NO_NAMES']);
  });
});

describe('a list from a file', () => {
  const cells = (place: number): readonly string[] => [
    `T-${String(place).padStart(5, '0')}`,
    `Người Thứ ${place}`,
    '01/02/1996',
    'P05-KP1',
    'Học sinh',
    'Đoàn viên',
    '',
  ];
  const list = (count: number) => Array.from({ length: count }, (_, place) => cells(place));
  const put = (
    district: SmallDistrict,
    rows: readonly (readonly string[])[],
    { from = 0, total = rows.length, file = 'doan-vien.xlsx', as = STAFF } = {},
  ) => district.ask('putRoster', { file, total, from, rows }, as);

  it('comes piece by piece, each in its own place, also when one is sent twice', () => {
    const district = setUpDistrict();
    const rows = list(5);
    const sent = [
      put(district, rows.slice(0, 2), { total: 5 }),
      put(district, rows.slice(2, 4), { from: 2, total: 5 }),
      put(district, rows.slice(2, 4), { from: 2, total: 5 }),
      put(district, rows.slice(4), { from: 4, total: 5 }),
    ].map((answer) => valueOf(answer).received);

    expect(sent).toEqual([2, 4, 4, 5]);
    expect(recordsOf(districtTab(district, 'Nhập danh sách')).map((one) => one.code)).toEqual(
      rows.map(([code]) => code),
    );
    expect(preview(district).sentence).toContain('Nhập danh sách 5 đoàn viên: thêm 5');
  });

  it('of which only a part has come is never taken for the whole', () => {
    const district = setUpDistrict();
    put(district, list(2), { total: 5 });

    expect(preview(district).problems.map(({ code }) => code)).toEqual(['ROSTER_UNFINISHED']);
    expect(apply(district).state).toBe('STOPPED');
    expect(put(district, list(1), { from: 4, total: 5 })).toMatchObject({
      ok: false,
      problems: [{ code: 'ROSTER_UNFINISHED' }],
    });
    expect(members(district)).toHaveLength(PEOPLE.length);
  });

  it('is taken in the shape the console sends only', () => {
    const district = setUpDistrict();

    for (const rows of [[], [['x']], [cells(0).map(() => 'x'.repeat(251))], list(ROSTER_PIECE + 1)])
      expect(put(district, rows as string[][], { total: 1 })).toMatchObject({
        ok: false,
        problems: [{ code: 'BAD_REQUEST' }],
      });
    expect(recordsOf(districtTab(district, 'Nhập danh sách'))).toEqual([]);
  });

  it('keeps every bad string of a name as a text that never acts', () => {
    const district = setUpDistrict();
    const names = BAD_STRINGS.map((text) => text.slice(0, 150)).filter((text) => text.trim() !== '');
    put(
      district,
      names.map((name, place) => [`T-${place}`, name, '01/02/1996', 'P05-KP1', '', '', '']),
    );
    must(apply(district));

    const kept = new Map(members(district).map((one) => [one.code, one.fullName]));
    names.forEach((name, place) => {
      const seen = name
        .normalize('NFC')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/(?!\t)\p{Cc}/gu, '\ufffd');
      expect([place, kept.get(`T-${place}`)]).toEqual([place, seen]);
    });
    expect(names.length).toBeGreaterThan(10);
  });

  it('of 12 000 costs as many calls to take over as one of 1 000', () => {
    const calls = [1_000, 12_000].map((count) => {
      const district = setUpDistrict();
      const rows = list(count);
      for (let from = 0; from < count; from += ROSTER_PIECE)
        valueOf(put(district, rows.slice(from, from + ROSTER_PIECE), { from, total: count }));
      const { key } = valueOf(
        district.ask('startJob', { job: 'roster', wave: '', operation: 'a'.repeat(32) }),
      );
      const counts: Record<string, number> = {};
      for (let state = 'RUNNING'; state === 'RUNNING';) {
        const result = district.run('continueJob', ROLE_ACCOUNT, { key });
        for (const [name, more] of Object.entries(result.calls.byService))
          counts[name] = (counts[name] ?? 0) + more;
        ({ state } = (JSON.parse(String(result.value)) as { value: { state: string } }).value);
      }
      expect(members(district)).toHaveLength(PEOPLE.length + count);
      // Google's own random numbers are made beside the script; they are no service's work.
      delete counts['Utilities.getUuid'];
      return counts;
    });

    expect(calls[1]).toEqual(calls[0]);
    expect(calls[0]?.['Sheets.Spreadsheets.batchUpdate']).toBeLessThanOrEqual(3);
  }, 120_000);
});
