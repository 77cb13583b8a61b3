import { typeBeside } from '../../src/demo/people/typing';
import { textOfLedger } from '../../src/workbook/ledger-rows';
import { bookNamed, hasFormula, recordsOf, tabIn } from './books';
import {
  agreeing,
  askForTab,
  BY_HAND,
  cellOf,
  collect,
  districtRows,
  handTab,
  MEMBERS,
  P05,
  phoneDistrict,
  shown,
  told,
  typeOwn,
  typeRow,
} from './by-hand-typing';
import { BASE, must, ROLE_ACCOUNT, SECRETARY, valueOf, type SmallDistrict } from './small-district';

const district = phoneDistrict();
const { workspace } = district;
const begun = workspace.snapshot();
const NEIGHBOUR = 'bi.thu.kp2@vidu.vn';
const ACTOR = 'Chi đoàn Khu phố 1 (nhập tay)';

beforeEach(() => {
  workspace.restore(begun);
});

/** Rows of *Sổ Quận*, short. */
function taken(of: SmallDistrict = district): readonly unknown[] {
  return districtRows(of).map((row) => [row.kind, row.round, row.subject, row.class]);
}

/** The secretary grades everybody as they see themselves, and the run takes it. */
function gradeAll(): void {
  for (const code of MEMBERS) expect(typeRow(district, code, agreeing())).toBe('');
  collect(district);
  collect(district);
}

function send(word = 'Gửi'): void {
  typeRow(district, '', { done: word });
  collect(district);
  collect(district);
}

describe('the tab Nhập tay', () => {
  it('is made for the branch that asked, with its members, and for nobody else', () => {
    const titles = bookNamed(workspace, P05).data.sheets.map((sheet) => sheet.name);
    expect(titles.filter((title) => title.startsWith('Nhập tay'))).toEqual([BY_HAND]);
    const rows = recordsOf(handTab(district), 3).map((row) => [row.code, row.fullName]);
    expect(rows.slice(-3)).toEqual([
      ['DV-01', 'Nguyễn Thị Ánh'],
      ['DV-02', 'Trần Văn Bảo'],
      ['DV-03', 'Lê Thị Cúc'],
    ]);
  });

  it('takes typing of the branch into its cells, and neither of anybody else nor into codes, names and headers', () => {
    expect(typeRow(district, 'DV-01', { R1: 'HT', done: 'Xong' })).toBe('');
    for (const as of [NEIGHBOUR, BASE])
      expect(typeRow(district, 'DV-01', { R1: 'HT' }, as)).toContain('protected');
    const { id } = bookNamed(workspace, P05);
    const { sheetId } = handTab(district);
    for (const a1 of ['A4', 'B12', 'C1', 'C3'])
      expect(workspace.typeInto(id, sheetId, a1, 'x', { as: SECRETARY })).toMatchObject({ ok: false });
  });

  it('offers the levels in each cell of a member, Xong beside, Gửi on top', () => {
    const sheet = handTab(district);
    const { data } = bookNamed(workspace, P05);
    const wordsAt = (code: string, key: string): unknown => {
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(cellOf(sheet, code, key))!;
      const column = letters!.charCodeAt(0) - 65;
      return JSON.stringify(data.rules?.[sheet.rows[Number(row) - 1]?.x?.[column]?.rule ?? -1] ?? null);
    };
    expect(wordsAt('DV-01', 'R1')).toContain('Chưa TH');
    expect(wordsAt('DV-01', 'done')).toContain('Xong');
    expect(wordsAt('', 'done')).toContain('Gửi lần 2');
    expect(wordsAt('#1', 'R1')).toBe('null');
  });

  it('is there for a base branch that asks in Đơn vị, and is taken over as any other', () => {
    const as = ROLE_ACCOUNT;
    typeBeside(
      workspace,
      { file: district.book, title: 'Đơn vị', as },
      { header: 'Mã đơn vị', text: 'CTY' },
      { header: 'Nhập tay (chi đoàn cơ sở dùng điện thoại)', text: 'Có' },
    );
    must(district.press('createBooks'));
    const { id, data } = bookNamed(workspace, 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông');
    const sheet = tabIn(data, 'Nhập tay Chi đoàn Công ty May Rạch Ông – Đợt I');
    for (const [key, text] of Object.entries(agreeing()))
      expect(
        workspace.typeInto(id, sheet.sheetId, cellOf(sheet, 'DV-07', key), text, {
          as: 'bi.thu.cty@vidu.vn',
        }),
      ).toMatchObject({ ok: true });
    collect(district);
    collect(district);

    const rows = recordsOf(
      tabIn(bookNamed(workspace, 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông').data, 'Sổ Quận 2014'),
    );
    expect(rows.map((row) => [row.subject, row.actor])).toEqual([
      ['DV-07', 'Chi đoàn Công ty May Rạch Ông (nhập tay)'],
    ]);
  });

  it('is spoken of on the first page, with how to ask for one', () => {
    const lines = recordsOf(tabIn(bookNamed(workspace, P05).data, 'Bắt đầu'));
    const line = lines.find((row) => row.item === 'Đánh giá trên điện thoại');
    expect(line?.value).toContain('Trang Nhập tay của Chi đoàn Khu phố 1');
    const other = tabIn(bookNamed(workspace, 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông').data, 'Bắt đầu');
    expect(recordsOf(other).find((row) => row.item === 'Đánh giá trên điện thoại')?.value).toContain(
      'nhắn cán bộ phụ trách xin trang Nhập tay',
    );
  });
});

describe('what is typed', () => {
  it('counts once it is at rest from one run to the next, and says who and how', () => {
    typeRow(district, 'DV-01', agreeing());
    collect(district);
    expect(taken()).toEqual([]);
    expect(told(district)).toEqual([
      'Đã có đánh giá của 0/3 đoàn viên. 1 dòng mới sẽ được nhận ở lần chạy sau, nếu không sửa nữa.',
    ]);

    collect(district);
    expect(taken()).toEqual([['Nhập tay trong bảng tính', '1', 'DV-01', 'Trung bình']]);
    expect(districtRows(district)[0]).toMatchObject({
      actor: ACTOR,
      text: 'Nhập tay Nguyễn Thị Ánh: Trung bình',
    });
    expect(shown(district)[0]).toEqual(['DV-01', 'Chi đoàn đã đánh giá', 'Trung bình', ACTOR]);
    expect(told(district)).toEqual(['Đã có đánh giá của 1/3 đoàn viên.']);
  });

  it('waits while somebody still types', () => {
    typeRow(district, 'DV-01', agreeing());
    collect(district);
    typeRow(district, 'DV-01', { R1: 'HT tốt', reason: 'Làm nhiều hơn đã nhận' });
    collect(district);
    expect(taken()).toEqual([]);
    collect(district);
    expect(taken()).toHaveLength(1);
  });

  it('is taken once, however often the run comes', () => {
    gradeAll();
    const once = taken();
    expect(once).toHaveLength(3);
    for (let run = 0; run < 3; run += 1) collect(district);
    expect(taken()).toEqual(once);
  });

  it('that is changed is a later event, and going back to what was is one more', () => {
    const say = (cells: Readonly<Record<string, string>>): void => {
      typeRow(district, 'DV-01', cells);
      collect(district);
      collect(district);
    };
    say(agreeing());
    say({ R1: 'Chưa HT', reason: 'Vắng hai buổi' });
    say({ R1: 'HT', reason: '' });

    expect(districtRows(district).map((row) => row.R1)).toEqual(['H', 'C', 'H']);
    expect(new Set(districtRows(district).map((row) => row.operation)).size).toBe(3);
  });

  it.each([
    ['a level that is none', { R3: 'tạm được' }, /Dòng 12: “tạm được” không phải là một mức đánh giá/],
    ['a level left open', { R3: '' }, /Dòng 12: Nguyễn Thị Ánh đã đăng ký R3 nhưng ô còn trống/],
    ['another level than the member says, without a word', { R3: 'Chưa HT' }, /ghi vài chữ ở cột Lý do/],
    ['another class than proposed, without a word', { class: 'Xuất sắc' }, /xếp loại khác với đề nghị/],
    ['a class of no scale', { class: 'Giỏi' }, /“Giỏi” không có trong danh sách của ô/],
    ['a reason longer than a ledger keeps', { reason: 'dài '.repeat(2_000) }, /dài hơn mức sổ lưu được/],
  ])('%s is told on Bắt đầu, and the other rows are taken', (_, cells, sentence) => {
    typeRow(district, 'DV-01', agreeing(cells));
    typeRow(district, 'DV-02', agreeing());
    collect(district);
    collect(district);

    expect(taken().map((row) => (row as string[])[2])).toEqual(['DV-02']);
    expect(told(district).slice(1)).toEqual([expect.stringMatching(sentence)]);
  });

  it.each(['+84 không phải số', '-5 buổi', '@moi nguoi', "'trong nháy", '1/2', '=1+1'])(
    'that begins as a formula would (%s) is kept as it is written, and never calculated',
    (reason) => {
      typeRow(district, 'DV-01', agreeing({ reason }));
      collect(district);
      collect(district);
      expect(districtRows(district).map((row) => textOfLedger(String(row.reason)))).toEqual([reason]);
      expect(hasFormula(bookNamed(workspace, P05).data)).toBe(false);
    },
  );

  it('may be pasted for all at once', () => {
    const sheet = handTab(district);
    const rows = MEMBERS.map(() => [...Array.from({ length: 10 }, () => 'H'), '', '', 'xong']);
    const a1 = `${cellOf(sheet, 'DV-01', 'R1')}:${cellOf(sheet, 'DV-03', 'done')}`;
    expect(
      workspace.typeInto(bookNamed(workspace, P05).id, sheet.sheetId, a1, rows, { as: SECRETARY }),
    ).toMatchObject({ ok: true });
    collect(district);
    collect(district);
    expect(taken()).toHaveLength(3);
  });
});

describe('Gửi by hand', () => {
  it('sends once everything is there, and says on the way what is missing', () => {
    typeRow(district, 'DV-01', agreeing());
    typeRow(district, 'DV-02', agreeing());
    send();
    expect(told(district)).toContain('Chưa gửi được: Lê Thị Cúc chưa được đánh giá.');
    typeRow(district, 'DV-03', agreeing());
    send();
    expect(told(district)).toContainEqual(expect.stringContaining('Chi đoàn tự đánh giá'));
    typeOwn(district);
    collect(district);
    collect(district);

    expect(taken().slice(3)).toEqual([
      ['Chi đoàn tự đánh giá', '1', 'P05-KP1', 'Khá'],
      ['Gửi', '1', 'P05-KP1', ''],
    ]);
    expect(shown(district).map((row) => (row as string[])[1])).toEqual(
      MEMBERS.map(() => 'Đã gửi về Đoàn cơ sở'),
    );
    const once = taken();
    collect(district);
    collect(district);
    expect(taken()).toEqual(once);
  });

  it('closes the tab: what is changed afterwards is told, not taken; Rút lại opens it again', () => {
    gradeAll();
    typeOwn(district);
    send();
    const sent = taken();
    expect(sent).toHaveLength(5);
    typeRow(district, 'DV-01', { R1: 'HT tốt', reason: 'Xem lại' });
    collect(district);
    collect(district);
    expect(taken()).toEqual(sent);
    expect(told(district)).toContainEqual(expect.stringContaining('đã gửi rồi nên phần sửa chưa nhận'));

    send('Rút lại');
    expect(taken().slice(5)).toEqual([['Rút lại', '1', 'P05-KP1', '']]);
    collect(district);
    collect(district);
    expect(taken().slice(6)).toEqual([['Nhập tay trong bảng tính', '2', 'DV-01', 'Trung bình']]);
    expect(told(district)[0]).toContain('chọn “Gửi lần 2” ở ô Gửi');
    send('Gửi lần 2');
    expect(taken().slice(7)).toEqual([['Gửi', '2', 'P05-KP1', '']]);
    collect(district);
    expect(taken()).toHaveLength(8);
  });

  it('waits while a row has something wrong in it', () => {
    gradeAll();
    typeOwn(district);
    typeRow(district, 'DV-02', { R1: 'ừ' });
    send();
    expect(taken()).toHaveLength(3);
    expect(told(district)).toContainEqual(expect.stringContaining('còn chỗ cần sửa'));
  });

  it('asks for the day of the meeting as a day, and for a class of the scale', () => {
    gradeAll();
    typeOwn(district);
    typeRow(district, '#1', { R1: '31/02/2014' });
    typeRow(district, '#2', { R1: 'Giỏi' });
    send();
    expect(taken()).toHaveLength(3);
    expect(told(district).slice(1)).toEqual([
      expect.stringContaining('ngày họp còn trống hoặc không có trong lịch'),
      expect.stringContaining('chọn xếp loại của chi đoàn'),
    ]);
  });

  it('is over with the lock, and the branch may not write the tab any more', () => {
    gradeAll();
    must(district.press('lockWave', '2014-C1', 'Hết hạn'));
    must(district.press('createBooks'));
    expect(typeRow(district, 'DV-01', { R1: 'HT tốt' })).toContain('protected');
    expect(
      taken()
        .slice(3)
        .map((row) => (row as string[])[0]),
    ).toEqual(['Khóa']);
  });
});

describe('a tab that somebody spoilt', () => {
  it('whose rows were sorted is read all the same: rows are found by their code', () => {
    const sheet = handTab(district);
    sheet.rows.splice(3, 11, ...sheet.rows.slice(3, 14).reverse());
    gradeAll();
    expect(taken()).toHaveLength(3);
  });

  it('whose names were sorted without their cells takes no row whose code and name are apart', () => {
    const sheet = handTab(district);
    for (const code of MEMBERS) typeRow(district, code, agreeing());
    const names = [11, 12, 13].map((row) => sheet.rows[row]!.v[1]!);
    [11, 12, 13].forEach((row, index) => {
      sheet.rows[row]!.v[1] = names[2 - index]!;
    });
    collect(district);
    collect(district);
    expect(taken().map((row) => (row as string[])[2])).toEqual(['DV-02']);
    expect(told(district).slice(1)).toHaveLength(2);
    expect(told(district)[1]).toContain('mã và họ tên không đi cùng nhau');
  });

  it('that lost a row gets it again at the end, and nothing else is touched', () => {
    typeRow(district, 'DV-03', { R1: 'HT tốt' });
    handTab(district).rows.splice(11, 1);
    collect(district);
    const rows = recordsOf(handTab(district), 3).slice(-3);
    expect(rows.map((row) => [row.code, row.R1])).toEqual([
      ['DV-02', ''],
      ['DV-03', 'HT tốt'],
      ['DV-01', ''],
    ]);
    collect(district);
    expect(recordsOf(handTab(district), 3)).toHaveLength(11);
  });

  it('that lost a column is told and not read', () => {
    for (const code of MEMBERS) typeRow(district, code, agreeing());
    for (const row of handTab(district).rows) row?.v.splice(4, 1);
    collect(district);
    collect(district);
    expect(taken()).toEqual([]);
    expect(told(district)).toContainEqual(expect.stringContaining('không còn cột “3. '));
  });

  it('that was renamed is found by its id', () => {
    handTab(district).name = 'Của tôi';
    const { id, data } = bookNamed(workspace, P05);
    const sheet = data.sheets.find((one) => one.name === 'Của tôi')!;
    for (const [key, text] of Object.entries(agreeing()))
      workspace.typeInto(id, sheet.sheetId, cellOf(sheet, 'DV-01', key), text, { as: SECRETARY });
    collect(district);
    collect(district);
    expect(taken()).toHaveLength(1);
  });

  it('that was deleted is made again by the next run, guarded as before; what was taken stays taken', () => {
    gradeAll();
    const before = taken();
    const { data } = bookNamed(workspace, P05);
    const guards = JSON.stringify(handTab(district).protections.map(({ id, editors }) => [id, editors]));
    data.sheets = data.sheets.filter((sheet) => sheet.name !== BY_HAND);
    collect(district);
    expect(JSON.stringify(handTab(district).protections.map(({ id, editors }) => [id, editors]))).toBe(
      guards,
    );
    expect(typeRow(district, 'DV-01', agreeing({ R1: 'HT tốt', reason: 'Xem lại' }))).toBe('');
    collect(district);
    collect(district);
    expect(taken()).toHaveLength(before.length + 1);
  });
});

describe('the message to a secretary who is behind', () => {
  it('speaks of the tab where there is one, and else of how to ask for it', () => {
    collect(district);
    const { texts = [] } = valueOf(district.ask('previewJob', { job: 'remind', wave: '2014-C1' }));
    const to = (name: string): string => texts.find((one) => one.to === name)?.text ?? '';

    expect(to('Chi đoàn Khu phố 1')).toContain('dùng trang Nhập tay Chi đoàn Khu phố 1');
    expect(to('Chi đoàn Khu phố 2')).toContain(
      'chỉ có điện thoại thì nhắn cán bộ phụ trách xin trang Nhập tay',
    );
  });
});

describe('who may write the tab', () => {
  it('changes hands with the committee', () => {
    workspace.addPerson({ email: 'bi.thu.moi@vidu.vn' });
    askForSecretary('bi.thu.moi@vidu.vn');
    must(district.press('createBooks'));
    expect(typeRow(district, 'DV-01', { R1: 'HT' }, 'bi.thu.moi@vidu.vn')).toBe('');
    expect(typeRow(district, 'DV-01', { R1: 'HT' }, SECRETARY)).not.toBe('');
  });

  it.each([
    ['all taken off', (guards: { length: number }) => (guards.length = 0)],
    ['that of names taken off', (guards: unknown[]) => guards.splice(1)],
  ])('is put right in the night: %s', (_, spoil) => {
    spoil(handTab(district).protections as never);
    workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
    expect(handTab(district).protections).toHaveLength(4);
    expect(typeRow(district, 'DV-01', { R1: 'HT' }, NEIGHBOUR)).toContain('protected');
    expect(typeRow(district, 'DV-01', { code: 'DV-09' })).toContain('protected');
    expect(typeRow(district, 'DV-01', { R1: 'HT' })).toBe('');
  });

  it('is nobody of the branch once it does not want the tab any more, and nothing is read from it', () => {
    typeRow(district, 'DV-01', agreeing());
    askForTab(district, 'P05-KP1', 'Không');
    must(district.press('createBooks'));
    collect(district);
    collect(district);
    expect(taken()).toEqual([]);
    expect(typeRow(district, 'DV-01', { R1: 'HT' })).toContain('protected');
  });

  function askForSecretary(email: string): void {
    const { book } = district;
    const sheet = (workspace.state.files[book]!.data as { sheets: { name: string; sheetId: number }[] })
      .sheets;
    const { sheetId } = sheet.find((one) => one.name === 'Chi đoàn')!;
    expect(workspace.typeInto(book, sheetId, 'E3', email, { as: ROLE_ACCOUNT })).toMatchObject({ ok: true });
  }
});
