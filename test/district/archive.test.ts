import type { SpreadsheetData } from '../../src/local/sheets/model/book';
import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, hasFormula, recordsOf, tabIn } from './books';
import { momentOf, playFrom } from './job-moments';
import { ROLE_ACCOUNT, valueOf } from './small-district';

const NAME = 'Lưu trữ kết quả 2014 – Quận đoàn 8';

const moment = momentOf('archive');
const { district } = moment;
const played = playFrom(moment, []);

function archive(): SpreadsheetData {
  return bookNamed(district.workspace, NAME).data;
}

describe('the archive of a year', () => {
  it('holds its results, summaries, proposals and inspections as values, each figure as it is in the district’s workbook', () => {
    const data = archive();

    expect(data.sheets.map(({ name }) => name)).toEqual([
      'Kết quả đoàn viên',
      'Tổng hợp Đợt I',
      'Tổng hợp năm',
      'Thi đua đơn vị',
      'Khó khăn, vướng mắc',
      'Triển khai, kiểm tra',
    ]);
    expect(hasFormula(data)).toBe(false);
    for (const { name } of data.sheets) {
      const head = name.startsWith('Tổng hợp Đợt') ? 4 : 2;
      expect(recordsOf(tabIn(data, name), head)).toEqual(recordsOf(districtTab(district, name), head));
    }
    expect(recordsOf(tabIn(data, 'Kết quả đoàn viên'))).toHaveLength(9);
    expect(recordsOf(tabIn(data, 'Tổng hợp năm')).length).toBeGreaterThan(0);
  });

  it('is told of, linked from Bắt đầu, and open to the staff, who cannot change it', () => {
    const { id, data } = bookNamed(district.workspace, NAME);
    const line = recordsOf(districtTab(district, 'Bắt đầu')).find(
      ({ item }) => item === 'Lưu trữ kết quả 2014',
    );
    const emails = district.workspace.state.files[id]!.permissions.map(({ emailAddress }) => emailAddress);

    expect(played.view?.sentence).toBe('Đã lưu trữ 6 trang; đường dẫn ở trang Bắt đầu.');
    expect(String(line?.link)).toContain(id);
    expect(emails).toEqual(expect.arrayContaining([ROLE_ACCOUNT, 'can.bo@vidu.vn', 'du.phong@vidu.vn']));
    expect(data.sheets.map(({ protections }) => protections.length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(
      district.workspace.typeInto(id, data.sheets[0]!.sheetId, 'B3', 'X', { as: 'can.bo@vidu.vn' }).ok,
    ).toBe(false);
  });

  it('made again says what the district’s workbook says by then', () => {
    typeBeside(
      district.workspace,
      { file: district.book, title: 'Tổng hợp năm', as: ROLE_ACCOUNT },
      { header: 'Mã đoàn viên', text: 'DV-07' },
      { header: 'Xếp loại năm', text: 'Khá' },
    );
    const asked = { job: 'archive', wave: '', answers: { year: '2014' }, operation: 'd'.repeat(32) } as const;
    let view = valueOf(district.ask('startJob', asked));
    while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));

    expect(view.state).toBe('DONE');
    expect(
      recordsOf(tabIn(archive(), 'Tổng hợp năm')).find(({ member }) => member === 'DV-07')?.decided,
    ).toBe('Khá');
  });
});

describe('an archive that was thrown away', () => {
  it('is made anew, and linked instead of the old one', () => {
    const { id } = bookNamed(district.workspace, NAME);
    district.workspace.state.files[id]!.trashed = true;
    const asked = { job: 'archive', wave: '', answers: { year: '2014' }, operation: 'e'.repeat(32) } as const;
    let view = valueOf(district.ask('startJob', asked));
    while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));

    const anew = bookNamed(district.workspace, NAME);
    expect(anew.id).not.toBe(id);
    expect(recordsOf(tabIn(anew.data, 'Kết quả đoàn viên'))).toHaveLength(9);
    expect(JSON.stringify(districtTab(district, 'Bắt đầu').rows)).toContain(anew.id);
  });
});

describe('a year that is not over', () => {
  it('cannot be kept, and the console says what to do', () => {
    const open = momentOf('year').district;
    open.workspace.restore(momentOf('year').state);

    const preview = valueOf(open.ask('previewJob', { job: 'archive', wave: '' }));

    expect(preview.problems.map(({ code }) => code)).toEqual(['NO_CLOSED_YEAR']);
    expect(preview.fields?.[0]?.choices).toEqual([]);
  });
});
