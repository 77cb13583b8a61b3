import { foldDifficulties } from '../../src/programme/difficulties';
import { momentOf } from '../../src/programme/dates';
import { DEFAULT_CRITERIA } from '../../src/programme/criteria';
import { foldUnit } from '../../src/programme/fold-unit';
import type { BaseUnit } from '../../src/programme/organisation';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import { passagesOf, reportAsText, withPassages } from '../../src/programme/report-blocks';
import { reportAppendices } from '../../src/programme/report-appendices';
import { reportFigures, type ReportFacts } from '../../src/programme/report-figures';
import type { ReportFrame } from '../../src/programme/report-frame';
import { reportText, type ReportWords } from '../../src/programme/report-text';
import type { Rating } from '../../src/programme/submission';
import { Books, fold, member, WAVE } from './ledger-builder';

const ABSENT = { registered: [], registeredAt: null, selfAt: null, selfLevels: '' };
/** Seven members: five to be classed besides one who is not and one who sent nothing. */
const MEMBERS = [
  member('DV-1'),
  member('DV-2'),
  member('DV-3', { classed: false }),
  member('DV-4', ABSENT),
  member('DV-5', { registered: ['R1'], selfAt: null, selfLevels: '' }),
  member('DV-6'),
  member('DV-7'),
];

function books(): Books {
  const made = new Books();
  for (const code of ['DV-1', 'DV-2', 'DV-6', 'DV-7']) made.grade(code, { class: 'EXCELLENT' });
  made.grade('DV-5', { class: '', levels: '_000000000' });
  const activity = { kind: 'activity', text: 'Trần Văn Kể chuyện' } as const;
  made.branch({ ...activity, data: { activityKind: 'PROPAGANDA', members: 14 } });
  made.branch({ ...activity, data: { activityKind: 'PROPAGANDA', members: 8 } });
  made.branch({ ...activity, data: { activityKind: 'FOLLOWING_UNCLE_HO', members: 5 } });
  made.branch({ kind: 'difficulty', text: 'Thiếu chỗ sinh hoạt', data: { raisedBy: 'BRANCH' } });
  made.branch({ kind: 'difficulty', text: 'Trùng giờ học', data: { raisedBy: 'MEMBER', due: '2014-04-01' } });
  const solved = made.branch({ kind: 'difficulty', text: 'Thiếu loa', data: { raisedBy: 'BRANCH' } });
  made.base({ kind: 'answer', text: 'Đã mượn loa', data: { difficulty: solved.operation, done: true } });
  const send = made.branch({ kind: 'send', at: momentOf('2014-04-09', 12) });
  made.base({ kind: 'recognise', subject: 'DV-1', class: 'EXCELLENT', data: { send: send.operation } });
  made.base({ kind: 'adjust', subject: 'DV-2', class: 'GOOD', reason: 'r', data: { send: send.operation } });
  made.base({ kind: 'branchClass', class: 'GOOD', data: { send: send.operation } });
  return made;
}

function facts(change: Partial<ReportFacts> = {}): ReportFacts {
  const made = books();
  const unit: BaseUnit = {
    code: 'P05',
    name: 'Đoàn Phường 5',
    block: 'RESIDENTIAL',
    kind: 'BASE_UNION',
    cluster: '',
    calendar: 'GENERAL',
    committeeEmails: [],
    officers: [
      { name: 'Cán bộ A', rank: 'STANDING_COMMITTEE', email: 'a@vidu.vn' },
      { name: 'Cán bộ B', rank: 'OFFICER', email: 'b@vidu.vn' },
    ],
    memberDays: {},
  };
  const own = foldUnit({
    wave: WAVE,
    unit: { code: 'P05', kind: 'BASE_UNION' },
    branches: [],
    events: made.rows,
  });
  return {
    wave: WAVE,
    preset: PRESET_2014,
    results: [{ unit, branches: [fold(made, { members: MEMBERS })], own, memberDay: '2014-03-23' }],
    schoolUnits: 1,
    groupOf: (code) => (code === 'DV-1' ? 'LLVT' : 'DAN_CU'),
    branchRatings: ['EXCELLENT', 'EXCELLENT', 'EXCELLENT', 'GOOD', 'WEAK'],
    unitRatings: ['GOOD', 'GOOD', 'GOOD', 'GOOD'],
    inspections: [{ unit: 'P05', deployedOn: '2014-03-19', branches: 1, inspectedOn: '' }],
    difficulties: foldDifficulties(made.rows, momentOf('2014-04-15')),
    at: momentOf('2014-04-15', 9),
    ...change,
  };
}

const FRAME: ReportFrame = {
  above: 'THÀNH ĐOÀN TP. HỒ CHÍ MINH',
  body: 'BAN CHẤP HÀNH ĐOÀN QUẬN 8',
  place: 'Quận 8',
  numberEnd: '-BC/ĐTN-BTC',
  addressee: 'Ban Thường vụ Quận đoàn 8',
  authority: 'TL. BAN THƯỜNG VỤ',
  title: 'TRƯỞNG BAN TỔ CHỨC',
  signer: 'Cán bộ Ký',
  recipients: ['Quận ủy: TTQU, BDV;', '', 'Lưu.'],
};

function words(change: Partial<ReportWords> = {}): ReportWords {
  return {
    wave: WAVE,
    waveName: 'Đợt I',
    next: null,
    preset: PRESET_2014,
    criteria: DEFAULT_CRITERIA,
    frame: FRAME,
    district: '8',
    documents: {
      programme: '05-CTr/ĐTN-BTC',
      guidance: '07-HD/ĐTN-BTC',
      plan: '21-KH/ĐTN-BTC',
      planDay: '2014-03-17',
    },
    lessons: [],
    lockReason: '',
    isLocked: true,
    ...change,
  };
}

function said(of: Partial<ReportFacts> = {}, change: Partial<ReportWords> = {}): string {
  return reportAsText(reportText(reportFigures(facts(of)), words(change)));
}

describe('reportFigures', () => {
  it('counts recognised classes alone, and who waits for it', () => {
    const figures = reportFigures(facts());

    expect(figures).toMatchObject({
      units: 1,
      branches: 1,
      members: 7,
      eligible: 6,
      registered: 6,
      selfAssessed: 5,
      graded: 5,
      recognised: 2,
      classes: { EXCELLENT: 1, GOOD: 1, AVERAGE: 0, WEAK: 0 },
      unclassed: 4,
      waiting: 2,
      branchClasses: { GOOD: 1 },
      deployedUnits: 1,
      deployedBranches: 1,
      propaganda: { sessions: 2, attendances: 22 },
      activities: { all: 3, followingUncleHo: 1 },
      difficulties: { received: 3, solved: 1, underWay: 1, overdue: 1 },
      officers: { STANDING_COMMITTEE: 1, COMMITTEE: 0, OFFICER: 1 },
    });
  });

  it('keeps ratings to itself while fewer than five have answered', () => {
    const { branchRatings, unitRatings } = reportFigures(facts());

    expect(branchRatings).toMatchObject({ EXCELLENT: 3, GOOD: 1, WEAK: 1 });
    expect(unitRatings).toBeNull();
  });
});

describe('the text of a report', () => {
  it('has the sections of the official form, in order', () => {
    const sections = said()
      .split('\n')
      .filter((text) => /^[IV]+- /.test(text));

    expect(sections).toEqual([
      'I- CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI',
      'II- KẾT QUẢ THỰC HIỆN',
      'III- ĐÁNH GIÁ CHUNG',
      'IV- NHIỆM VỤ ĐỢT TIẾP THEO, KIẾN NGHỊ',
    ]);
  });

  it.each([
    'Thực hiện Chương trình số 05-CTr/ĐTN-BTC, Hướng dẫn số 07-HD/ĐTN-BTC và Kế hoạch số 21-KH/ĐTN-BTC ngày 17/3/2014 của Ban Thường vụ Quận đoàn 8 về chỉ đạo tổ chức ngày đoàn viên “Rèn luyện và hành động” năm 2014, Ban Tổ chức Quận đoàn báo cáo kết quả Đợt I như sau:',
    '- Phân công 01 đồng chí Ủy viên Ban Thường vụ, 01 cán bộ Quận đoàn phụ trách, giúp đỡ 01 cơ sở Đoàn.',
    '- Tổ chức ngày đoàn viên vào ngày 23 tháng 3 năm 2014; 02 buổi tuyên truyền với 22 lượt đoàn viên tham gia.',
    '1- Đăng ký: có 06/07 đoàn viên đăng ký, đạt tỷ lệ 85,7%;',
    'Xuất sắc 60%, Khá 20%, Trung bình 0%, Yếu 20% (05 ý kiến); của đơn vị: chưa đủ 05 ý kiến để tổng hợp.',
    '4- Kết quả được công nhận: Xuất sắc 01 (16,7%), Khá 01 (16,7%), Trung bình 0 (0%), Yếu 0 (0%); chưa xếp loại 04 (trong đó 02 đoàn viên đang chờ công nhận). (Phụ lục 1, 2)',
    '5- Đánh giá chi đoàn: Xuất sắc 0, Khá 01, Trung bình 0, Yếu 0. (Phụ lục 4)',
    '7- Giải quyết khó khăn, vướng mắc: tiếp nhận 03, đã giải quyết 01, đang giải quyết 01, quá hạn 01.',
    'Quận 8, ngày 15 tháng 4 năm 2014',
    '- Quận ủy: TTQU, BDV;\n- Lưu.\nTL. BAN THƯỜNG VỤ\nTRƯỞNG BAN TỔ CHỨC',
  ])('says: %s', (sentence) => {
    expect(said()).toContain(sentence);
  });

  it('goes upwards without Kính gửi, in the standing committee’s name', () => {
    const text = said({}, { frame: { ...FRAME, addressee: ' ' } });

    expect(text).not.toContain('Kính gửi');
    expect(text).toContain('Ban Thường vụ Quận đoàn 8 báo cáo kết quả Đợt I như sau:');
    expect(text).toContain('TM. BAN THƯỜNG VỤ QUẬN ĐOÀN\nPHÓ BÍ THƯ');
  });

  it('signs upwards as the district has written it', () => {
    const text = said({}, { frame: { ...FRAME, addressee: '', title: 'BÍ THƯ' } });

    expect(text).toContain('TM. BAN THƯỜNG VỤ QUẬN ĐOÀN\nBÍ THƯ');
  });

  it('names the wave that follows, exactly as its theme is typed', () => {
    const next = WAVES_2014.find((wave) => wave.code === '2014-C2')!;

    expect(said({}, { next: { wave: next, name: 'Đợt II' } })).toContain(
      '1- Nhiệm vụ: Đợt II, tháng 5/2014, chủ đề “Nâng cao tinh thần trách nhiệm – Lời nói đi đôi với việc làm”. …',
    );
  });

  it('calls a school wave by its school year, and leaves out the line on schools', () => {
    const wave = { ...WAVE, code: '2014-S1', calendar: 'SCHOOL' as const };

    const text = said({ wave }, { wave });

    expect(text).toContain('năm học 2014-2015');
    expect(text).not.toContain('Khối Trường học');
  });

  it('proposes the units’ lessons until staff write', () => {
    const blocks = reportText(
      reportFigures(facts()),
      words({ lessons: [{ unit: 'Đoàn Phường 5', text: 'Triển khai sớm\nhơn.' }] }),
    );

    expect(reportAsText(blocks)).toContain('4- Rút kinh nghiệm: \n- Đoàn Phường 5: Triển khai sớm hơn.');
    expect(reportAsText(withPassages(blocks, { lessons: ['Gọn.'] }))).toContain('4- Rút kinh nghiệm: Gọn.');
    expect(passagesOf(blocks).map((one) => one.id)).toEqual([
      'number',
      'day',
      'documents',
      'activities',
      'difficulties',
      'doneWell',
      'limits',
      'causes',
      'lessons',
      'tasks',
      'proposals',
    ]);
  });

  it('does not count an answer nobody gave as an opinion', () => {
    const silent: readonly Rating[] = [];

    expect(said({ branchRatings: silent, unitRatings: silent })).toContain('chưa đủ 05 ý kiến để tổng hợp.');
  });
});

describe('the appendices', () => {
  const blocks = reportAppendices(reportFigures(facts()), {
    wave: 'Đợt I năm 2014',
    preset: PRESET_2014,
    criteria: DEFAULT_CRITERIA,
    blockName: () => 'Địa bàn dân cư',
    levelName: (level) => level,
  });
  const tables = blocks.filter((block) => block.kind === 'TABLE');

  it('are four tables whose rows are as wide as their headers', () => {
    expect(tables).toHaveLength(4);
    for (const table of tables) {
      expect(table.rows.length).toBeGreaterThan(0);
      for (const row of [...table.rows, table.widths]) expect(row).toHaveLength(table.header.length);
    }
  });

  it('put the one soldier together with the others', () => {
    expect(tables[1]?.rows.map((row) => row.slice(1, 3))).toEqual([['Các đối tượng còn lại', '7']]);
  });

  it('count the unit, its block and the total alike', () => {
    const [byUnit] = tables;

    expect(byUnit?.rows.map((row) => row[1])).toEqual([
      'Đoàn Phường 5',
      'Cộng khối Địa bàn dân cư',
      'Tổng cộng',
    ]);
    for (const row of byUnit?.rows ?? []) expect(row.slice(2)).toEqual(byUnit?.rows[0]?.slice(2));
    expect(byUnit?.rows[0]?.slice(2, 7)).toEqual(['1', '7', '6', '6 (85,7%)', '5 (71,4%)']);
  });
});
