import { DEFAULT_EMULATION_WEIGHTS, scoreUnit } from '../../src/programme/emulation';
import { foldDifficulties } from '../../src/programme/difficulties';
import { momentOf } from '../../src/programme/dates';
import { WAVES_2014, GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import { proposeYearClass, type WaveClass } from '../../src/programme/unit-classes';
import { difficultyRecord, difficultyRowsFrom, DIFFICULTIES_TAB } from '../../src/workbook/difficulties-tab';
import { emulationDecisionsFrom, emulationRecord, emulationTab } from '../../src/workbook/emulation-tab';
import {
  inspectionRecord,
  inspectionsFrom,
  INSPECTIONS_TAB,
  type Inspection,
} from '../../src/workbook/inspections-tab';
import { resultRecord, RESULTS_TAB } from '../../src/workbook/results-tab';
import { keyRow, newTabRows, recordToCells } from '../../src/workbook/tab';
import { yearDecisionsFrom, yearRecord, yearTab } from '../../src/workbook/year-tab';
import { Books, fold, memberIn, WAVE } from '../programme/ledger-builder';
import { person, unit } from './setup-builder';

const AT = momentOf('2014-04-12', 8);

describe('Kết quả đoàn viên', () => {
  it('shows how far a member came, in words and letters', () => {
    const books = new Books();
    books.grade('DV-1', { levels: '4444433330', class: '' });
    books.send();
    const branch = fold(books);

    const record = resultRecord({
      wave: WAVE,
      unit: unit('P05'),
      branchName: 'Chi đoàn Khu phố 3',
      member: person('DV-1'),
      fold: memberIn(branch, 'DV-1'),
      branchFold: branch,
      preset: PRESET_2014,
      now: AT,
    });

    expect(record).toMatchObject({
      member: 'DV-1',
      registered: 10,
      decided: 'Chưa đủ cơ sở xếp loại',
      recognised: '',
      state: 'Đã gửi về Đoàn cơ sở',
      levels: 'T T T T T H H H H –',
      how: 'Từng đoàn viên',
    });
    expect(Object.keys(record).sort()).toEqual([...keyRow(RESULTS_TAB)].sort());
  });

  it('calls late whom the branch has not graded after its day', () => {
    const branch = fold(new Books());
    const late = (now: number): unknown =>
      resultRecord({
        wave: WAVE,
        unit: unit('P05'),
        branchName: '',
        member: person('DV-1'),
        fold: memberIn(branch, 'DV-1'),
        branchFold: branch,
        preset: PRESET_2014,
        now,
      }).late;

    expect(late(momentOf('2014-04-10', 23, 59))).toBe('Không');
    expect(late(momentOf('2014-04-11'))).toBe('Có');
  });
});

describe('Khó khăn, vướng mắc', () => {
  it('carries along what staff wrote, by the name of the difficulty', () => {
    const books = new Books();
    const raised = books.branch({
      kind: 'difficulty',
      text: 'Thiếu chỗ sinh hoạt',
      data: { raisedBy: 'BRANCH' },
    });
    const [difficulty] = foldDifficulties(books.rows, AT);
    if (!difficulty) throw new Error('No difficulty');
    const notes = { owner: 'Ban Phong trào', due: '2014-04-20', answer: 'Đang hỏi phường', shared: true };

    const rows = newTabRows(DIFFICULTIES_TAB, [
      difficultyRecord(difficulty, { unit: 'Đoàn P05', branch: 'Khu phố 3' }, notes),
    ]);

    expect(difficultyRowsFrom(rows)).toEqual([{ ...notes, id: raised.operation, row: 2, state: 'NEW' }]);
  });

  it('shows the answer given in a ledger rather than an older note', () => {
    const books = new Books();
    const raised = books.branch({ kind: 'difficulty', text: 'x', data: { raisedBy: 'BRANCH' } });
    books.base({
      kind: 'answer',
      text: 'Đã mượn hội trường',
      data: { difficulty: raised.operation, done: true },
    });
    const [difficulty] = foldDifficulties(books.rows, AT);
    if (!difficulty) throw new Error('No difficulty');

    const record = difficultyRecord(
      difficulty,
      { unit: '', branch: '' },
      { owner: '', due: '', answer: 'cũ', shared: false },
    );

    expect(record).toMatchObject({ answer: 'Đã mượn hội trường', state: 'Xong', shared: 'Không' });
  });
});

describe('Triển khai, kiểm tra', () => {
  const inspection: Inspection = {
    unit: 'P05',
    wave: '2014-C1',
    deployedOn: '2014-03-19',
    how: 'Hội nghị',
    document: '12-KH/ĐTN',
    branches: 4,
    inspectedOn: '',
    inspectedBy: '',
    sample: '',
    findings: '',
    next: '',
  };
  const waves = WAVES_2014.map((wave) => ({ wave, formLink: '', formId: '' }));
  const read = (change: Readonly<Record<string, string>>): ReturnType<typeof inspectionsFrom> =>
    inspectionsFrom(newTabRows(INSPECTIONS_TAB, [{ ...inspectionRecord(inspection), ...change }]), {
      units: new Set(['P05']),
      waves,
    });

  it('is read back', () => {
    expect(read({})).toMatchObject({ values: [inspection], problems: [] });
  });

  it.each([
    ['unit', 'P99', 'UNKNOWN_UNIT'],
    ['wave', 'Đợt I', 'UNKNOWN_WORD'],
    ['inspectedOn', '31/04/2014', 'IMPOSSIBLE_DATE'],
    ['branches', 'bốn', 'NOT_A_NUMBER'],
  ])('tells a %s of "%s"', (key, value, code) => {
    expect(read({ [key]: value }).problems).toMatchObject([{ code, column: key, row: 2 }]);
  });
});

describe('Tổng hợp năm', () => {
  const waves = GENERAL_CALENDAR_2014;
  const classes: readonly WaveClass[] = [
    { wave: '2014-C1', eligible: true, class: 'EXCELLENT' },
    { wave: '2014-C2', eligible: true, class: '' },
    { wave: '2014-C3', eligible: false, class: '' },
    { wave: '2014-C4', eligible: true, class: 'GOOD' },
  ];
  const decision = { member: 'DV-1', decided: 'EXCELLENT', reason: 'tích cực', note: 'khen' };
  const record = yearRecord({
    member: person('DV-1'),
    branchName: 'Khu phố 3',
    waves,
    classes,
    proposed: proposeYearClass(classes, PRESET_2014),
    isOver: true,
    decision,
    preset: PRESET_2014,
  });
  const tab = yearTab(waves, PRESET_2014);

  it('shows the waves, what is missing and the proposal beside what people decided', () => {
    expect(recordToCells(tab, record)).toEqual([
      'DV-1',
      'Nguyễn Văn DV-1',
      'Khu phố 3',
      'Xuất sắc',
      '',
      'Không thuộc diện',
      'Khá',
      'thiếu Đợt II',
      'Khá',
      'Trung vị của 2 đợt: Đợt I Xuất sắc, Đợt IV Khá; hai mức ở giữa khác nhau, lấy mức thấp hơn.',
      'Xuất sắc',
      'tích cực',
      'khen',
    ]);
  });

  it('gives back what people decided, and tells a word that is no class', () => {
    expect(yearDecisionsFrom(newTabRows(tab, [record]), waves, PRESET_2014)).toMatchObject({
      values: [decision],
      problems: [],
    });
    expect(
      yearDecisionsFrom(newTabRows(tab, [{ ...record, decided: 'Giỏi' }]), waves, PRESET_2014).problems,
    ).toMatchObject([{ code: 'UNKNOWN_WORD', column: 'decided' }]);
  });
});

describe('Thi đua đơn vị', () => {
  const weights = DEFAULT_EMULATION_WEIGHTS;

  it('shows each part with its weight, a rank only when ranks are on, and carries decisions along', () => {
    const score = scoreUnit('P05', [], [], PRESET_2014);
    const decision = { decided: 'GOOD', qualityDecided: 'EXCELLENT', note: 'xem lại' };
    const record = emulationRecord(
      unit('P05', { cluster: 'Cụm 1' }),
      score,
      PRESET_2014,
      decision,
      null,
      weights,
    );
    const rows = newTabRows(emulationTab(weights, PRESET_2014, false), [record]);

    expect(record).toMatchObject({ group: 'Cụm 1', 'part.registered': 30, score: 100, decided: 'Khá' });
    expect(rows[1]).toContain('Đăng ký (30 điểm)');
    expect(rows[1]).not.toContain('Xếp hạng');
    expect(emulationDecisionsFrom(rows, weights, PRESET_2014)).toMatchObject({
      values: [['P05', decision]],
      problems: [],
    });
  });
});
