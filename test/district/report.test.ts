import type { Fault } from '../../src/local/workspace';
import { newParagraph, type BlockNode, type DocumentData } from '../../src/local/docs/model/doc-data';
import { textOf } from '../../src/local/docs/model/text';
import { pasteRows } from '../../src/demo/people/typing';
import { bookNamed } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import {
  handle,
  must,
  PEOPLE,
  ROLE_ACCOUNT,
  STAFF,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const REPORT = 'Báo cáo Đợt I năm 2014';
const APPENDICES = 'Phụ lục Báo cáo Đợt I năm 2014';

/** Two of three branches have sent; locked in spite of the third, with a reason that names somebody. */
function lockedDistrict(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', 'Sổ cơ sở – Đoàn Phường 5', 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'CTY-CD', 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông', 'bi.thu.cty@vidu.vn');
  const visited = (unit: string, deployed: string, branches: string, inspected: string) => ({
    'Đơn vị': unit,
    Đợt: WAVE.code,
    'Ngày triển khai': deployed,
    'Số chi đoàn đã triển khai': branches,
    'Ngày kiểm tra': inspected,
  });
  pasteRows(district.workspace, { file: district.book, title: 'Triển khai, kiểm tra', as: STAFF }, [
    visited('P05', '19/03/2014', '2', ''),
    visited('P05', '', '', '25/03/2014'),
    visited('P05-KP1', '', '', '26/03/2014'),
  ]);
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('lockWave', WAVE.code, 'Đã nhắc phạm minh đức ba lần.'));
  return district;
}

let district: SmallDistrict;
let state: ReturnType<SmallDistrict['workspace']['snapshot']>;

beforeAll(() => {
  district = lockedDistrict();
  must(district.press('report', WAVE.code));
  state = district.workspace.snapshot();
}, 60_000);

beforeEach(() => {
  district.workspace.restore(state);
  district.workspace.faults([]);
  district = handle(district.workspace, district.book, district.project);
});

function documentOf(name = REPORT): DocumentData {
  return bookNamed(district.workspace, name).data as unknown as DocumentData;
}

function report(name = REPORT): string {
  return textOf(documentOf(name).body);
}

function lines(name = REPORT): readonly string[] {
  return report(name).split('\n');
}

function paragraphWith(start: string): { readonly blocks: BlockNode[]; readonly at: number } {
  const blocks = documentOf().body.children;
  const at = blocks.findIndex((block) => textOf(block).startsWith(start));
  if (at < 0) throw new Error(`No paragraph begins with ${start}`);
  return { blocks, at };
}

/** Staff type behind the words of a place, and paragraphs under it. */
function write(start: string, first: string, ...under: readonly string[]): void {
  const { blocks, at } = paragraphWith(start);
  const paragraph = blocks[at];
  if (paragraph?.type !== 'PARAGRAPH') throw new Error(`${start} is no paragraph`);
  const [text] = paragraph.children;
  if (text?.type !== 'TEXT') throw new Error(`${start} has no text`);
  text.runs = [{ text: `${start} ${first}`, style: {} }];
  blocks.splice(at + 1, 0, ...under.map((one) => newParagraph(one)));
}

describe('the report of a wave', () => {
  it('says in sentences what a recount by hand says', () => {
    const said = lines();

    expect(said).toContain('- Kiểm tra 02 lượt tại 01 cơ sở Đoàn, 01 chi đoàn.');
    expect(said).toContain(
      '- Có 01/02 cơ sở Đoàn triển khai, đạt tỷ lệ 50%; triển khai đến 02/03 chi đoàn, đạt tỷ lệ 66,7%.',
    );
    expect(said).toContain(
      '- Khối Trường học thực hiện theo năm học, không tổng hợp trong đợt này (01 cơ sở Đoàn).',
    );
    expect(report()).toContain('1- Đăng ký: có 09/09 đoàn viên đăng ký, đạt tỷ lệ 100%;');
    expect(report()).toContain('2- Đoàn viên tự đánh giá: 09/09 đoàn viên, đạt tỷ lệ 100%.');
    expect(report()).toContain(
      '3- Ban Chấp hành chi đoàn đánh giá: 06/09 đoàn viên thuộc diện xếp loại, đạt tỷ lệ 66,7%; đúng hạn 02/03 chi đoàn.',
    );
    expect(report()).toContain(
      'Xuất sắc 0 (0%), Khá 0 (0%), Trung bình 0 (0%), Yếu 0 (0%); chưa xếp loại 09 (trong đó 06 đoàn viên đang chờ công nhận). (Phụ lục 1, 2)',
    );
    expect(report()).toContain('chủ đề “Nâng cao tinh thần trách nhiệm – Lời nói đi đôi với việc làm”.');
  });

  it('names no member, not even where the reason of the lock did', () => {
    const all = `${report()}\n${report(APPENDICES)}`.toLowerCase();

    expect(report()).toContain(
      'Khi khóa đợt còn 01 chi đoàn chưa gửi kết quả (lý do: Đã nhắc một đoàn viên ba lần).',
    );
    for (const { name, code } of PEOPLE) {
      expect(all).not.toContain(name.toLowerCase());
      expect(all).not.toContain(code.toLowerCase());
    }
  });

  it('breaks down neither the three members of the base branch nor those they could be told from', () => {
    const tables = documentOf(APPENDICES).body.children.filter((block) => block.type === 'TABLE');
    const [byUnit] = tables;
    const rows = byUnit?.type === 'TABLE' ? byUnit.children.map((row) => row.children.map(textOf)) : [];

    expect(tables).toHaveLength(4);
    expect(rows.find((row) => row[1] === 'Chi đoàn Công ty May Rạch Ông')?.slice(2, 6)).toEqual([
      '1',
      '3',
      '*',
      '*',
    ]);
    expect(rows.find((row) => row[1] === 'Đoàn Phường 5')?.slice(2, 6)).toEqual(['2', '6', '*', '*']);
    expect(rows.find((row) => row[1] === 'Tổng cộng')?.slice(2, 6)).toEqual(['3', '9', '9', '9 (100%)']);
    expect(report(APPENDICES)).toContain('(*) Nhóm có dưới 05 người không tách riêng kết quả.');
  });

  it('is in the official form: A4 with its margins, Times New Roman, appendices on their side', () => {
    const { body, headings } = documentOf();
    const { attributes } = documentOf(APPENDICES).body;

    expect(Number(body.attributes.PAGE_WIDTH)).toBeCloseTo(595.28, 1);
    expect(Number(body.attributes.MARGIN_LEFT)).toBeCloseTo(85.04, 1);
    expect(Number(body.attributes.MARGIN_TOP)).toBeCloseTo(56.69, 1);
    expect(headings.NORMAL).toMatchObject({ FONT_FAMILY: 'Times New Roman', FONT_SIZE: 14 });
    expect(Number(attributes.PAGE_WIDTH)).toBeGreaterThan(Number(attributes.PAGE_HEIGHT));
    expect(lines().slice(0, 4)).toEqual([
      'THÀNH ĐOÀN TP. HỒ CHÍ MINH',
      'BAN CHẤP HÀNH ĐOÀN QUẬN 8',
      '***',
      'Số: …-BC/ĐTN-BTC',
    ]);
    expect(lines()).toContain('Kính gửi: Ban Thường vụ Quận đoàn 8');
    expect(lines()).toContain('TL. BAN THƯỜNG VỤ');
  });

  it('is open to staff', () => {
    const file = Object.values(district.workspace.state.files).find((one) => one.name === REPORT);

    expect(file?.permissions.filter((one) => one.role === 'writer').map((one) => one.emailAddress)).toContain(
      STAFF,
    );
  });

  it('is the same when it is made twice', () => {
    const before = [report(), report(APPENDICES)];

    must(district.press('report', WAVE.code));

    expect([report(), report(APPENDICES)]).toEqual(before);
    expect(Object.values(district.workspace.state.files).filter((one) => one.name === REPORT)).toHaveLength(
      1,
    );
  });
});

describe('what staff wrote', () => {
  it('stays when the report is made anew, paragraphs under it too', () => {
    write('2- Hạn chế:', 'Còn chi đoàn gửi trễ.', 'Một số phiếu ghi chung chung.');
    write('2- Kiến nghị:', 'Hỗ trợ máy tính cho cơ sở.');
    const before = report();

    must(district.press('report', WAVE.code));
    must(district.press('report', WAVE.code));

    expect(report()).toBe(before);
    expect(lines()).toContain('2- Hạn chế: Còn chi đoàn gửi trễ.');
    expect(lines()).toContain('Một số phiếu ghi chung chung.');
  });

  it('stays although the words before it were changed', () => {
    const { blocks, at } = paragraphWith('3- Nguyên nhân:');
    const [text] = (blocks[at] as { children: { runs?: { text: string; style: object }[] }[] }).children;
    text!.runs = [{ text: 'Do trùng mùa thi.', style: {} }];

    must(district.press('report', WAVE.code));

    expect(lines()).toContain('3- Nguyên nhân: Do trùng mùa thi.');
  });

  it('comes back in a new document when somebody deletes the old one', () => {
    write('2- Hạn chế:', 'Còn chi đoàn gửi trễ.', 'Một số phiếu ghi chung chung.');
    must(district.press('report', WAVE.code));
    const before = report();
    const file = Object.values(district.workspace.state.files).find((one) => one.name === REPORT);
    file!.trashed = true;

    must(district.press('report', WAVE.code));

    expect(report()).toBe(before);
  });

  it.each(['Body.clear', 'Body.insertParagraph', 'Document.addNamedRange'])(
    'is not lost when a run is killed at %s',
    (at) => {
      write('2- Hạn chế:', 'Còn chi đoàn gửi trễ.', 'Một số phiếu ghi chung chung.');
      const before = report();
      const kill: Fault = { at, nth: at === 'Body.insertParagraph' ? 30 : 1, do: 'kill' };
      district.workspace.faults([kill]);

      const broken = (): unknown => district.press('report', WAVE.code);

      expect(broken).toThrow('Exceeded maximum execution time');
      must(district.press('report', WAVE.code));
      expect(report()).toBe(before);
    },
  );
});

describe('the console', () => {
  it('asks before the report is made again, and says what stays', () => {
    const preview = valueOf(district.ask('previewJob', { job: 'report', wave: WAVE.code }, ROLE_ACCOUNT));

    expect(preview.problems).toEqual([]);
    expect(preview.sentence).toBe(
      'Làm lại Báo cáo Đợt I theo số liệu mới? Những phần cán bộ đã ghi được giữ nguyên; câu và số liệu do chương trình ghi được viết lại.',
    );
  });

  it('tells the step as done', () => {
    const view = valueOf(district.ask('consoleState', { wave: WAVE.code }, ROLE_ACCOUNT));

    expect(view.steps.find((one) => one.step === 'REPORT')).toMatchObject({ state: 'DONE', job: 'report' });
  });
});
