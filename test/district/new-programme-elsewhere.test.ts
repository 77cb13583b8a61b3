import { join } from 'node:path';
import { CONTRACT_VERSION, type Answer } from '../../src/contract/answer';
import { pasteRows, typeBeside } from '../../src/demo/people/typing';
import { readForm } from '../../src/demo/people/form-paper';
import { agree } from '../committee/base-book';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assess, formId, register, typedBy } from './sheets';
import {
  emptyDistrict,
  fillIn,
  goodLists,
  must,
  PEOPLE,
  ROLE_ACCOUNT,
  type SmallDistrict,
} from './small-district';

const COMMITTEE = join(__dirname, '..', '..', 'dist', 'committee');
const CODE = '2016-C1';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const NEW_TITLE = 'Học tập suốt đời, làm chủ công nghệ';

/** Types one cell of a list beside the row that holds a text. */
function typed(
  { workspace, book }: SmallDistrict,
  title: string,
  row: readonly [header: string, text: string],
  cell: readonly [header: string, text: string],
): void {
  const [header, text] = cell;
  typeBeside(
    workspace,
    { file: book, title, as: ROLE_ACCOUNT },
    { header: row[0], text: row[1] },
    { header, text },
  );
}

/** Another district, in another year, with its own criteria and the scale of 2019: everything is typed into an empty workbook. */
function anotherDistrict(): SmallDistrict {
  const district = emptyDistrict('2016-02-29T08:00:00+07:00');
  district.press('setup');
  fillIn(district, { ...goodLists(), members: [] });
  const members = goodLists().members.filter((row) => row['Chi đoàn'] !== 'THPT-11A');
  pasteRows(district.workspace, { file: district.book, title: 'Đoàn viên', as: ROLE_ACCOUNT }, members);
  for (const [label, text] of [
    ['Tên quận', 'Gò Vấp'],
    ['Năm chương trình', '2016'],
    ['Số kế hoạch', '07-KH/ĐTN'],
    ['Thang xếp loại', 'Hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành (theo tỷ lệ)'],
    ['Báo cáo: cơ quan ban hành', 'BAN CHẤP HÀNH ĐOÀN QUẬN GÒ VẤP'],
    ['Báo cáo: địa danh', 'Gò Vấp'],
  ] as const)
    typed(district, 'Thiết lập', ['Mục', label], ['Giá trị', text]);
  typed(district, 'Tiêu chí', ['Mã', 'R4'], ['Tên tiêu chí', NEW_TITLE]);
  const days: readonly (readonly [string, string])[] = [
    ['Chương trình', '2016'],
    ['Tháng', '03/2016'],
    ['Chủ đề', 'Tuổi trẻ Gò Vấp sáng tạo'],
    ['Mở đăng ký', '01/03/2016'],
    ['Hạn đăng ký', '10/03/2016'],
    ['Mở tự đánh giá', '20/03/2016'],
    ['Hạn tự đánh giá', '22/03/2016'],
    ['Hạn chi đoàn đánh giá', '25/03/2016'],
    ['Hạn công nhận', '28/03/2016'],
    ['Hạn báo cáo', '31/03/2016'],
    ['Mã đợt', CODE],
  ];
  for (const cell of days) typed(district, 'Đợt', ['Mã đợt', '2014-C1'], cell);
  must(district.press('setup'));
  must(district.press('createBooks'));
  return district;
}

/** A branch committee assesses everybody as he did himself, and sends. */
function grade({ workspace }: SmallDistrict, branch: string, as: string): void {
  const project = workspace.loadProject({
    dir: COMMITTEE,
    kind: 'addon',
    owner: ROLE_ACCOUNT,
    name: 'Rèn luyện',
  }).id;
  const document = bookNamed(workspace, P05).id;
  const ask = (fn: string, body: object, sign: string): void => {
    const sent = { v: CONTRACT_VERSION, body: { wave: CODE, branch, operation: sign.repeat(32), ...body } };
    const result = workspace.run(project, fn, { as, args: [JSON.stringify(sent)], from: 'page', document });
    const answer = result.ok ? (JSON.parse(String(result.value)) as Answer<unknown>) : null;
    if (!answer?.ok)
      throw new Error(`${fn}: ${JSON.stringify(answer?.problems)} ${result.error?.message ?? ''}`);
  };
  const grades = PEOPLE.filter((one) => one.branch === branch).map((one) =>
    agree(one.code, { class: 'OUTSTANDING', data: { selfClass: 'WELL', submission: '' } }),
  );
  ask('saveGrades', { grades, lastSeen: 0 }, 'a');
  const data = {
    day: '2016-03-24',
    present: ['Bí thư'],
    doneWell: '',
    limits: '',
    causes: '',
    proposals: '',
    lessons: '',
  };
  ask('record', { record: { kind: 'branchAssessment', class: 'WELL', data } }, 'b');
  ask('sendBranch', {}, 'c');
}

describe('another district, in another year, with other criteria and another scale, typed into an empty workbook', () => {
  const district = anotherDistrict();
  const { workspace } = district;
  workspace.setClock('2016-03-01T08:00:00+07:00');
  const opened = must(district.press('openWave', CODE));
  for (const { code } of PEOPLE.slice(0, 9)) register(district, typedBy(code), '', CODE);
  workspace.setClock('2016-03-20T08:00:00+07:00');
  must(district.press('collect', CODE));
  for (const { code } of PEOPLE.slice(0, 9)) assess(district, typedBy(code), '', CODE);
  must(district.press('collect', CODE));
  must(district.press('push', CODE));
  workspace.setClock('2016-03-24T08:00:00+07:00');
  grade(district, 'P05-KP1', 'bi.thu.kp1@vidu.vn');
  must(district.press('collectLedgers', CODE));
  must(district.press('summarise', CODE));

  it('asks members in its own words', () => {
    const form = workspace.state.files[formId(district, CODE)];
    const questions = JSON.stringify(form?.data);

    expect(opened.state).toBe('DONE');
    expect(form?.name).toBe('Phiếu Đợt I – Rèn luyện và hành động 2016');
    expect(questions).toContain(NEW_TITLE);
    expect(questions).toContain('Hoàn thành xuất sắc nhiệm vụ');
    expect(readForm(workspace, formId(district, CODE))).toBeDefined();
  });

  it('keeps its year’s ledgers and sheets', () => {
    expect(bookNamed(workspace, P05).data.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Đợt I', 'Sổ Chi đoàn Khu phố 1 2016', 'Sổ BCH cơ sở 2016', 'Sổ Quận 2016']),
    );
    expect(
      recordsOf(tabIn(bookNamed(workspace, 'Sổ tiếp nhận phiếu 2016').data, 'Đăng ký – Đợt I')),
    ).toHaveLength(9);
  });

  it('grades and sums up by its own scale', () => {
    const results = recordsOf(districtTab(district, 'Kết quả đoàn viên')).filter(
      ({ branch }) => branch === 'Chi đoàn Khu phố 1',
    );
    const summary = districtTab(district, 'Tổng hợp Đợt I');
    const total = recordsOf(summary, 4).find(({ unit }) => unit === 'Đoàn Phường 5');

    expect(results.map(({ proposed, decided }) => [proposed, decided])).toEqual(
      Array.from({ length: 3 }, () => ['Hoàn thành xuất sắc nhiệm vụ', 'Hoàn thành xuất sắc nhiệm vụ']),
    );
    expect(total).toMatchObject({
      members: 6,
      registered: 6,
      graded: 3,
      'class.OUTSTANDING': 3,
      'class.WELL': 0,
    });
    expect(summary.rows[2]?.v).toContain('Hoàn thành tốt nhiệm vụ');
    expect(summary.rows[2]?.v).not.toContain('Xuất sắc');
  });
});
