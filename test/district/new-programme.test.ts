import type { JobName, JobView } from '../../src/contract/district';
import { typeBeside } from '../../src/demo/people/typing';
import { wavesForYear } from '../../src/programme/next-year';
import { WAVES_2014 } from '../../src/programme/plan-defaults';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { gradeAndSend, assessedDistrict } from './grading';
import { assess, register, typedBy } from './sheets';
import { must, ROLE_ACCOUNT, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';
const THPT = 'Sổ cơ sở – Đoàn Trường THPT Kênh Đôi';

let operations = 0;
function pressWith(
  { ask }: SmallDistrict,
  job: JobName,
  wave: string,
  answers: Readonly<Record<string, string>>,
): JobView {
  operations += 1;
  let view = valueOf(
    ask('startJob', { job, wave, operation: operations.toString(16).padStart(32, 'b'), answers }),
  );
  while (view.state === 'RUNNING') view = valueOf(ask('continueJob', { key: view.key }));
  return view;
}

function typeWave({ workspace, book }: SmallDistrict, code: string, header: string, text: string): void {
  typeBeside(
    workspace,
    { file: book, title: 'Đợt', as: ROLE_ACCOUNT },
    { header: 'Mã đợt', text: code },
    { header, text },
  );
}

const titlesOf = (district: SmallDistrict, book: string): readonly string[] =>
  bookNamed(district.workspace, book).data.sheets.map(({ name }) => name);

describe('the waves proposed for another year', () => {
  const waves = wavesForYear(WAVES_2014, '2014', '2016');

  it('have the old year’s calendars and days, two years later, and no theme', () => {
    expect(waves.map(({ code }) => code)).toEqual(['2016-C1', '2016-C2', '2016-C3', '2016-C4', '2016-S1']);
    expect(waves[0]).toMatchObject({
      programme: '2016',
      month: '2016-03',
      theme: '',
      registrationOpens: '2016-03-18',
    });
    expect(waves[4]).toMatchObject({ selfOpens: '2017-04-01', reportDue: '2017-04-29' });
  });
});

/** A year in which the general wave is locked and the school's is under way: the morning after which 2015 begins. */
function endOfYear(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('summarise', WAVE.code));
  must(district.press('year'));
  typeBeside(
    district.workspace,
    { file: district.book, title: 'Tổng hợp năm', as: ROLE_ACCOUNT },
    { header: 'Mã đoàn viên', text: 'DV-07' },
    { header: 'Xếp loại năm', text: 'Khá' },
  );
  must(district.press('lockWave', WAVE.code, 'Chi đoàn Khu phố 2 khuyết Bí thư'));
  typeWave(district, '2014-S1', 'Chủ đề', 'Học sinh 3 rèn luyện');
  district.workspace.setClock('2014-10-02T08:00:00+07:00');
  must(district.press('openWave', '2014-S1'));
  register(district, typedBy('DV-10'), '', '2014-S1');
  must(district.press('collect', '2014-S1'));
  must(district.press('push', '2014-S1'));
  district.workspace.setClock('2015-03-16T08:00:00+07:00');
  return district;
}

describe('Chương trình mới', () => {
  const district = endOfYear();
  const tokens = (): ReadonlyMap<string, unknown> =>
    new Map(recordsOf(districtTab(district, 'Đoàn viên')).map(({ code, token }) => [String(code), token]));
  const before = tokens();
  const preview = valueOf(district.ask('previewJob', { job: 'newProgramme', wave: '' }));
  const wrong = pressWith(district, 'newProgramme', '', { year: '2013' });
  const view = must(pressWith(district, 'newProgramme', '', { year: '2015' }));
  const setup = must(district.press('setup'));

  it('is previewed with the next year, and refuses one that is over', () => {
    expect(preview.fields?.[0]?.value).toBe('2015');
    expect(preview.sentence).toContain('Còn 1 đợt chưa khóa, vẫn chạy tiếp');
    expect(wrong.problems.map(({ code }) => code)).toEqual(['BAD_YEAR']);
  });

  it('puts its waves beside the old ones, its member days into Đơn vị, and leaves the rest as it is', () => {
    expect([view.state, setup.state]).toEqual(['DONE', 'DONE']);
    expect(recordsOf(districtTab(district, 'Đợt')).map(({ wave }) => wave)).toEqual([
      '2014-C1',
      '2014-C2',
      '2014-C3',
      '2014-C4',
      '2014-S1',
      '2015-C1',
      '2015-C2',
      '2015-C3',
      '2015-C4',
      '2015-S1',
    ]);
    expect(districtTab(district, 'Đơn vị').rows[0]?.v).toContain('memberDay.2015-C1');
    expect(
      recordsOf(districtTab(district, 'Kết quả đoàn viên')).filter(({ wave }) => wave === WAVE.code),
    ).toHaveLength(9);
  });

  it('gives new personal links, except where a wave is still open', () => {
    const after = tokens();

    expect(after.get('DV-01')).not.toBe(before.get('DV-01'));
    expect(after.get('DV-01')).toMatch(/^[0-9a-f]{12}$/);
    expect(after.get('DV-10')).toBe(before.get('DV-10'));
  });

  it('opens its first wave with ledgers of its own, while the school year goes on in its old ones', () => {
    typeWave(district, '2015-C1', 'Chủ đề', 'Tiếp bước truyền thống');
    district.workspace.setClock('2015-03-18T07:00:00+07:00');
    must(district.press('openWave', '2015-C1'));
    register(district, typedBy('DV-01'), '', '2015-C1');
    must(district.press('collect', ''));
    must(district.press('push', ''));
    district.workspace.setClock('2015-04-02T08:00:00+07:00');
    must(district.press('collect', ''));
    assess(district, typedBy('DV-10'), '', '2014-S1');
    must(district.press('collect', ''));
    must(district.press('push', ''));
    must(district.press('collectLedgers', ''));

    expect(titlesOf(district, P05)).toEqual(
      expect.arrayContaining([
        'Đợt I',
        'Đợt I 2015',
        'Sổ Chi đoàn Khu phố 1 2014',
        'Sổ Chi đoàn Khu phố 1 2015',
      ]),
    );
    expect(titlesOf(district, THPT).filter((title) => title.includes('2015'))).toEqual([]);
    const row = (book: string, title: string, code: string) =>
      recordsOf(tabIn(bookNamed(district.workspace, book).data, title)).find((one) => one.code === code);
    expect(row(P05, 'Đợt I 2015', 'DV-01')?.registeredAt).not.toBe('');
    expect(row(P05, 'Đợt I', 'DV-02')?.registeredAt).not.toBe('');
    expect(row(THPT, 'Đợt I (trường học)', 'DV-10')?.selfAt).not.toBe('');
    expect(
      recordsOf(
        tabIn(
          bookNamed(district.workspace, 'Sổ tiếp nhận phiếu 2014').data,
          'Tự đánh giá – Đợt I (trường học)',
        ),
      ),
    ).not.toEqual([]);
    expect(
      recordsOf(tabIn(bookNamed(district.workspace, 'Sổ tiếp nhận phiếu 2015').data, 'Đăng ký – Đợt I')),
    ).toHaveLength(1);
  });

  it('shows both years in the console, and closes the old one to late entries', () => {
    const shown = valueOf(district.ask('consoleState', {}));
    const late = pressWith(district, 'reopen', WAVE.code, { branch: 'P05-KP1', why: 'Nộp muộn' });

    expect(shown.waves.map(({ code }) => code)).toEqual(expect.arrayContaining(['2014-S1', '2015-C1']));
    expect(shown.waves.map(({ code }) => code)).not.toContain('2014-C1');
    expect(late.problems.map(({ code }) => code)).toEqual(['YEAR_OVER']);
  });

  it('carries nothing that was decided about the old year into the new one', () => {
    must(district.press('year'));

    expect(
      recordsOf(districtTab(district, 'Tổng hợp năm')).find(({ member }) => member === 'DV-07')?.decided,
    ).toBe('');
  });
});

describe('a wave of the new year', () => {
  it('is not opened before those of the old year in its calendar are locked', () => {
    const district = assessedDistrict();
    must(pressWith(district, 'newProgramme', '', { year: '2015' }));
    typeWave(district, '2015-C1', 'Chủ đề', 'Tiếp bước truyền thống');
    must(district.press('setup'));

    const preview = valueOf(district.ask('previewJob', { job: 'openWave', wave: '2015-C1' }));

    expect(preview.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['YEAR_NOT_CLOSED 2014-C1']);
  });
});
