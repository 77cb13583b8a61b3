import { pasteRows, typeBeside } from '../../src/demo/people/typing';
import { districtTab, recordsOf } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { handle, must, ROLE_ACCOUNT, STAFF, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';

let kept: SmallDistrict | null = null;

/** A district in which two units have graded and sent, one has two branches; a copy each time. */
function graded(): SmallDistrict {
  if (!kept) {
    kept = assessedDistrict();
    gradeAndSend(kept, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
    gradeAndSend(kept, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
    must(kept.press('collectLedgers', WAVE.code));
    state = kept.workspace.snapshot();
  }
  kept.workspace.restore(state!);
  return handle(kept.workspace, kept.book, kept.project);
}

let state: ReturnType<SmallDistrict['workspace']['snapshot']> | null = null;

function type(
  { workspace, book }: SmallDistrict,
  title: string,
  [header, text]: readonly [string, string],
  [column, value]: readonly [string, string],
): void {
  typeBeside(workspace, { file: book, title, as: STAFF }, { header, text }, { header: column, text: value });
}

type Row = ReturnType<typeof recordsOf>[number];

function yearOf(district: SmallDistrict, member: string): Row {
  const row = recordsOf(districtTab(district, 'Tổng hợp năm')).find((one) => one.member === member);
  if (!row) throw new Error(`${member} is not in the year`);
  return row;
}

function unitOf(district: SmallDistrict, code: string): Row {
  const row = recordsOf(districtTab(district, 'Thi đua đơn vị')).find((one) => one.code === code);
  if (!row) throw new Error(`${code} is not in the list`);
  return row;
}

function removeTab(district: SmallDistrict, title: string): void {
  const data = district.workspace.state.files[district.book]?.data as {
    sheets: readonly { readonly name: string }[];
  };
  data.sheets = data.sheets.filter((sheet) => sheet.name !== title);
}

describe('the proposals of a year', () => {
  const district = graded();
  must(district.press('year'));

  it('say on what they rest, for a member, a branch, a unit', () => {
    expect(yearOf(district, 'DV-01')).toMatchObject({
      proposed: 'Trung bình',
      why: 'Theo một đợt: Đợt I Trung bình.',
      decided: '',
    });
    expect(yearOf(district, 'DV-04')).toMatchObject({
      why: 'Chưa có đợt nào được xếp loại.',
      missing: 'thiếu Đợt I',
    });
    expect(String(unitOf(district, 'P05').qualityWhy)).toMatch(
      /^Chi đoàn Khu phố 1: \S.* \(đăng ký 3\/3; từ Khá trở lên 0\/3; Yếu 0\)\nChi đoàn Khu phố 2: Chưa đủ cơ sở xếp loại/,
    );
  });

  it('show the arithmetic of every score', () => {
    expect(unitOf(district, 'P05').how).toBe(
      'Đăng ký 6/6 × 30 = 30; Tự đánh giá 6/6 × 20 = 20; Đánh giá đúng hạn 3/6 × 20 = 10; Khá trở lên 0/6 × 20 = 0; ' +
        'Trả lời vướng mắc đúng hạn không có, tính đủ = 10. Cộng 70.',
    );
    expect(unitOf(district, 'P05')).toMatchObject({ score: 70, proposed: 'Khá' });
  });

  it('tell a school year as going on, beside the year of the others', () => {
    expect(yearOf(district, 'DV-10')).toMatchObject({
      proposed: 'Đang thực hiện theo năm học',
      [`wave.${WAVE.code}`]: '',
    });
    expect(unitOf(district, 'THPT')).toMatchObject({ proposed: 'Đang thực hiện theo năm học', score: '' });
    expect(unitOf(district, 'CTY').score).not.toBe('');
  });

  it('have no rank unless the district turns it on', () => {
    const ranked = graded();
    must(ranked.press('year'));
    const before = recordsOf(districtTab(ranked, 'Thi đua đơn vị'));
    type(ranked, 'Đơn vị', ['Mã đơn vị', 'P05'], ['Cụm thi đua', 'Cụm 1']);
    type(ranked, 'Đơn vị', ['Mã đơn vị', 'CTY'], ['Cụm thi đua', 'Cụm 1']);
    type(ranked, 'Thiết lập', ['Mục', 'Thi đua: xếp hạng đơn vị'], ['Giá trị', 'Có']);
    must(ranked.press('year'));

    expect(before.every((row) => !('rank' in row))).toBe(true);
    expect([unitOf(ranked, 'CTY').rank, unitOf(ranked, 'P05').rank]).toEqual([1, 2]);
    expect(unitOf(ranked, 'THPT').rank).toBe('');
  });
});

describe('what staff confirmed', () => {
  function confirmed(): SmallDistrict {
    const district = graded();
    must(district.press('year'));
    type(district, 'Tổng hợp năm', ['Mã đoàn viên', 'DV-01'], ['Xếp loại năm', 'Khá']);
    type(district, 'Tổng hợp năm', ['Mã đoàn viên', 'DV-01'], ['Lý do', 'Có nhiều đóng góp']);
    type(district, 'Thi đua đơn vị', ['Đơn vị', 'Đoàn Phường 5'], ['Phân loại', 'Xuất sắc']);
    type(district, 'Thi đua đơn vị', ['Đơn vị', 'Đoàn Phường 5'], ['Xếp loại cơ sở Đoàn', 'Khá']);
    must(district.press('year'));
    return district;
  }
  const CONFIRMED = { decided: 'Khá', reason: 'Có nhiều đóng góp' };
  const OF_UNIT = { decided: 'Xuất sắc', qualityDecided: 'Khá' };

  it('stays when the year is proposed again, in the branch’s class too', () => {
    const district = confirmed();

    expect(yearOf(district, 'DV-01')).toMatchObject(CONFIRMED);
    expect(unitOf(district, 'P05')).toMatchObject(OF_UNIT);
    expect(String(unitOf(district, 'P05').qualityWhy)).toContain('từ Khá trở lên 1/3');
  });

  it.each(['Tổng hợp năm', 'Thi đua đơn vị'])('comes back when somebody deletes the tab %s', (title) => {
    const district = confirmed();
    removeTab(district, title);

    must(district.press('year'));

    expect(yearOf(district, 'DV-01')).toMatchObject(CONFIRMED);
    expect(unitOf(district, 'P05')).toMatchObject(OF_UNIT);
  });

  it('stays in a tab that was renamed', () => {
    const district = confirmed();
    districtTab(district, 'Tổng hợp năm').name = 'Xếp loại của chúng tôi';

    must(district.press('year'));

    const rows = recordsOf(districtTab(district, 'Xếp loại của chúng tôi'));
    expect(rows.find((one) => one.member === 'DV-01')).toMatchObject(CONFIRMED);
  });

  it('is not drawn over when a word is no class: the cell is named', () => {
    const district = confirmed();
    const tab = districtTab(district, 'Tổng hợp năm');
    const column = tab.rows[0]!.v.indexOf('decided');
    tab.rows[3]!.v[column] = 'Giỏi';

    const view = district.press('year');

    expect(view.state).toBe('STOPPED');
    expect(view.problems).toHaveLength(1);
    expect(view.problems[0]?.data.sentence).toContain(
      'Tổng hợp năm, dòng 4: “Giỏi” không có trong danh sách của ô.',
    );
    expect(tab.rows[3]!.v[column]).toBe('Giỏi');
  });

  it('is not drawn over when its column is gone', () => {
    const district = confirmed();
    const tab = districtTab(district, 'Thi đua đơn vị');
    const column = tab.rows[0]!.v.indexOf('decided');
    for (const row of tab.rows) row?.v.splice(column, 1);

    const view = district.press('year');

    expect(view.state).toBe('STOPPED');
    expect(view.problems[0]?.data.sentence).toContain('không còn cột “Phân loại”');
  });
});

describe('weights that do not add up', () => {
  it('are refused in words, before and after pressing', () => {
    const district = graded();
    type(district, 'Thiết lập', ['Mục', 'Thi đua: đăng ký'], ['Giá trị', '35']);

    const preview = valueOf(district.ask('previewJob', { job: 'year', wave: '' }));
    const view = district.press('year');

    expect(preview.problems).toEqual([{ code: 'WEIGHTS_SUM', at: '', data: { sum: 105 } }]);
    expect(view).toMatchObject({ state: 'STOPPED', problems: preview.problems });
  });
});

describe('units that change within a year', () => {
  /** Đợt I is locked with the units of its time. */
  function locked(): SmallDistrict {
    const district = graded();
    must(district.press('lockWave', WAVE.code, 'Khuyết Bí thư'));
    return district;
  }

  it('renamed: the year shows the new name, the wave the old one', () => {
    const district = locked();
    type(district, 'Đơn vị', ['Mã đơn vị', 'P05'], ['Tên đơn vị', 'Đoàn Phường Rạch Ông']);

    must(district.press('year'));
    must(district.press('summarise', WAVE.code));

    expect(unitOf(district, 'P05')).toMatchObject({ unit: 'Đoàn Phường Rạch Ông', score: 70 });
    expect(recordsOf(districtTab(district, 'Tổng hợp Đợt I'), 4)[0]).toMatchObject({ unit: 'Đoàn Phường 5' });
  });

  it('merged: a branch takes its waves along, the unit that is no more keeps its wave and gets no class', () => {
    const district = locked();
    const as = ROLE_ACCOUNT;
    pasteRows(district.workspace, { file: district.book, title: 'Đơn vị', as }, [
      {
        'Mã đơn vị': 'P56',
        'Tên đơn vị': 'Đoàn Phường 5 và 6',
        Khối: 'Địa bàn dân cư',
        'Loại hình': 'Đoàn cơ sở',
        'Lịch thực hiện': 'Lịch chung',
        'Email Ban Chấp hành': 'bch.p05@vidu.vn',
      },
    ]);
    for (const branch of ['P05-KP1', 'P05-KP2'])
      type(district, 'Chi đoàn', ['Mã chi đoàn', branch], ['Đơn vị', 'P56']);
    const units = districtTab(district, 'Đơn vị');
    const place = units.rows.findIndex((row) => row?.v[0] === 'P05');
    units.rows.splice(place, 1);

    must(district.press('year'));
    must(district.press('summarise', WAVE.code));

    expect(yearOf(district, 'DV-01')).toMatchObject({
      [`wave.${WAVE.code}`]: 'Trung bình',
      proposed: 'Trung bình',
    });
    expect(recordsOf(districtTab(district, 'Thi đua đơn vị')).map(({ code }) => code)).not.toContain('P05');
    expect(recordsOf(districtTab(district, 'Tổng hợp Đợt I'), 4)[0]).toMatchObject({
      unit: 'Đoàn Phường 5',
      members: 6,
    });
  });

  it('split while the wave is open: refused in words, for the branch’s results are in the other workbook', () => {
    const district = graded();
    type(district, 'Đơn vị', ['Mã đơn vị', 'CTY'], ['Loại hình', 'Đoàn cơ sở']);
    type(district, 'Chi đoàn', ['Mã chi đoàn', 'P05-KP1'], ['Đơn vị', 'CTY']);

    const view = district.press('summarise', WAVE.code);

    expect(view.state).toBe('STOPPED');
    expect(view.problems.find((one) => one.at === 'P05-KP1')).toEqual({
      code: 'BRANCH_MOVED',
      at: 'P05-KP1',
      data: { wave: 'Đợt I', branch: 'Chi đoàn Khu phố 1', unit: 'Đoàn Phường 5' },
    });
  });
});

describe('a unit deleted while its wave is open', () => {
  function without(code: string): SmallDistrict {
    const district = graded();
    const units = districtTab(district, 'Đơn vị');
    units.rows.splice(
      units.rows.findIndex((row) => row?.v[0] === code),
      1,
    );
    return district;
  }

  it.each(['summarise', 'lockWave'] as const)('stops %s in words, and nothing is drawn without it', (job) => {
    const district = without('P05');

    const preview = valueOf(district.ask('previewJob', { job, wave: WAVE.code, reason: 'Khuyết Bí thư' }));
    const view = district.press(job, WAVE.code, 'Khuyết Bí thư');

    expect(preview.problems).toEqual([
      { code: 'UNIT_GONE', at: 'P05', data: { wave: 'Đợt I', unit: 'P05' } },
    ]);
    expect(view).toMatchObject({ state: 'STOPPED', problems: preview.problems });
  });

  it('is told in the cells that name it when the setup is checked', () => {
    const view = without('P05').press('setup');

    expect(view.state).toBe('STOPPED');
    expect(view.problems.map(({ data }) => data.sentence).join('\n')).toContain('P05');
  });

  it('goes on once its row is back', () => {
    const district = without('P05');
    district.press('summarise', WAVE.code);
    const as = ROLE_ACCOUNT;
    pasteRows(district.workspace, { file: district.book, title: 'Đơn vị', as }, [
      {
        'Mã đơn vị': 'P05',
        'Tên đơn vị': 'Đoàn Phường 5',
        Khối: 'Địa bàn dân cư',
        'Loại hình': 'Đoàn cơ sở',
        'Lịch thực hiện': 'Lịch chung',
        'Email Ban Chấp hành': 'bch.p05@vidu.vn',
      },
    ]);

    must(district.press('summarise', WAVE.code));

    const rows = recordsOf(districtTab(district, 'Tổng hợp Đợt I'), 4);
    expect(rows.find(({ code }) => code === 'P05')).toMatchObject({ members: 6, graded: 3 });
  });
});

describe('a summary tab', () => {
  it('that was deleted is made again, and it is said that its notes are gone', () => {
    const district = graded();
    must(district.press('summarise', WAVE.code));
    removeTab(district, 'Tổng hợp Đợt I');

    const view = must(district.press('summarise', WAVE.code));

    expect(view.sentence).toBe(
      'Đã lập lại bảng tổng hợp. Có 1 trang đã bị xóa nên được tạo lại; ghi chú trong trang cũ không còn.',
    );
    expect(districtTab(district, 'Tổng hợp Đợt I').charts).toHaveLength(2);
  });

  it('that was renamed is found by its id and keeps the name it was given', () => {
    const district = graded();
    must(district.press('summarise', WAVE.code));
    const tab = districtTab(district, 'Tổng hợp Đợt I');
    tab.name = 'Bảng gửi Ban Thường vụ';

    must(district.press('summarise', WAVE.code));

    expect(recordsOf(districtTab(district, 'Bảng gửi Ban Thường vụ'), 4)[0]).toMatchObject({ code: 'P05' });
    expect(() => districtTab(district, 'Tổng hợp Đợt I')).toThrow('No tab');
  });

  it('that the owner typed into is drawn anew; the notes staff wrote stay', () => {
    const district = graded();
    must(district.press('summarise', WAVE.code));
    const tab = districtTab(district, 'Tổng hợp Đợt I');
    const keys = tab.rows[0]!.v;
    tab.rows[4]!.v[keys.indexOf('members')] = 9999;
    tab.rows[4]!.v[keys.indexOf('note')] = 'Đã gọi điện';
    tab.rows[2]!.v[keys.indexOf('members')] = 'x';

    must(district.press('summarise', WAVE.code));

    const again = districtTab(district, 'Tổng hợp Đợt I');
    expect(recordsOf(again, 4)[0]).toMatchObject({ members: 6, note: 'Đã gọi điện' });
    expect(again.rows[2]!.v[keys.indexOf('members')]).toBe('Tổng số đoàn viên');
  });
});
