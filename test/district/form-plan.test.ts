import { DEFAULT_CRITERIA, GROUP_CHOICES } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import { formHead } from '../../src/district/form-head';
import { formItems, routesOf, type FormFacts } from '../../src/district/form-plan';
import { formStateOf } from '../../src/district/form-state';
import { readSubmission, type AnswerFacts } from '../../src/district/form-submission';
import { formWords } from '../../src/district/form-words';

const [wave] = GENERAL_CALENDAR_2014;
if (!wave) throw new Error('The plan has no first wave');

const facts: FormFacts = {
  wave,
  waveName: 'Đợt I',
  criteria: DEFAULT_CRITERIA,
  groups: GROUP_CHOICES,
  classes: PRESET_2014.classes.map((one) => one.label),
  district: '8',
  planNumber: '21-KH/ĐTN-BTC',
  planDay: '2014-03-17',
  contact: '',
  place: 'Quận 8',
  dataContact: 'Trần Kim Loan, dulieu@quan8.example',
  consentLink: 'https://vi-du.example/du-lieu',
  keepDetailsUntil: '2015-12-31',
  keepClassesUntil: '2017-12-31',
  least: { TRAINING: 3, ACTION: 2 },
  guides: {
    HOC_SINH: 'https://vi-du.example/hoc-sinh',
    SINH_VIEN: '',
    CONG_NHAN: '',
    CCVC: '',
    DAN_CU: '',
    LLVT: '',
  },
};

const answerFacts: AnswerFacts = {
  wave: wave.code,
  formId: 'form-1',
  criteria: DEFAULT_CRITERIA,
  groups: GROUP_CHOICES,
  preset: PRESET_2014,
};

const answers = (given: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(given));

describe('the member’s form', () => {
  it('has every key once, ten criteria for each of six groups and ten levels', () => {
    const items = formItems(facts);

    const keys = items.map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => key.startsWith('reg:'))).toHaveLength(60);
    expect(keys.filter((key) => key.startsWith('level:'))).toHaveLength(10);
  });

  it('says on the page of consent who handles the data, how long, and where the whole text is', () => {
    const consent = formItems(facts).find((item) => item.key === 'page:consent')?.help ?? '';

    expect(consent).toContain('Ban Chấp hành Đoàn Quận 8 (Trần Kim Loan, dulieu@quan8.example).');
    expect(consent).toContain('giữ đến hết ngày 31/12/2015, kết quả xếp loại giữ đến hết ngày 31/12/2017');
    expect(consent).toContain('Bản đầy đủ: https://vi-du.example/du-lieu');
  });

  it('has the guide of a target group one tap away on its page, and none where there is none', () => {
    const helpOf = (key: string): string => formItems(facts).find((item) => item.key === key)?.help ?? '';

    expect(helpOf('page:HOC_SINH')).toContain('https://vi-du.example/hoc-sinh');
    expect(helpOf('page:CCVC')).not.toContain('Hướng dẫn chi tiết');
  });

  it('says how many criteria the district asks for on every page of registration, and nothing where it asks for none', () => {
    const pages = (least: FormFacts['least']): number =>
      formItems({ ...facts, least }).filter((item) => item.help?.includes('Nên đăng ký ít nhất')).length;

    expect(formItems(facts).find((item) => item.key === 'page:CCVC')?.help).toContain(
      'Nên đăng ký ít nhất 3 tiêu chí rèn luyện và 2 tiêu chí hành động.',
    );
    expect(pages(facts.least)).toBe(6);
    expect(pages({ TRAINING: 0, ACTION: 0 })).toBe(0);
  });

  it('leads every route to a page of the form, and ends the form before every page that follows a sheet', () => {
    const items = formItems(facts);
    const pages = items.filter((item) => item.kind === 'PAGE').map((item) => item.key);

    const routes = routesOf(facts, null);

    const led = Object.values(routes)
      .flat()
      .map((route) => route.page);
    expect(led.filter((page) => !pages.includes(page))).toEqual([]);
    expect(items.filter((item) => item.kind === 'PAGE' && item.before === 'page:sign')).toHaveLength(5);
    expect(items.filter((item) => item.kind === 'PAGE' && item.before === 'SUBMIT')).toHaveLength(2);
  });

  it('offers only the open sheet', () => {
    expect(routesOf(facts, 'REGISTRATION').kind.map((route) => route.text)).toEqual(['Phiếu đăng ký']);
    expect(routesOf(facts, 'SELF_ASSESSMENT').kind.map((route) => route.text)).toEqual(['Phiếu tự đánh giá']);
  });

  it('names wave, month and theme', () => {
    const head = formHead(facts);

    expect(head.title).toBe('Phiếu Rèn luyện và hành động – Đợt I, tháng 3/2014');
    expect(head.intro).toContain('“Vì lý tưởng cộng sản - Vì cuộc sống cộng đồng”');
    expect(head.intro).toContain('Hạn: hết ngày 31/3/2014');
  });

  it.each([
    ['2014-03-10', null, 'Phiếu đăng ký mở từ ngày 18/3/2014'],
    ['2014-03-31', 'REGISTRATION', ''],
    ['2014-04-02', null, 'phiếu tự đánh giá mở từ 05/4/2014'],
    ['2014-04-08', 'SELF_ASSESSMENT', ''],
    ['2014-04-09', null, 'đã đóng từ hết ngày 08/4/2014'],
  ])('on %s offers %s and says so', (day, open, closed) => {
    const state = formStateOf(wave, 'Đợt I', '', momentOf(day, 12));

    expect(state.open).toBe(open);
    expect(state.closed).toContain(closed);
  });
});

describe('a response', () => {
  it('becomes a registration with own words, the suggestion’s words, and nothing for what was left out', () => {
    const submission = readSubmission(
      {
        id: 'r1',
        at: 5,
        answers: answers({
          name: ' Nguyễn Thị Ánh ',
          birth: '05/09/1998',
          branch: 'P05-KP3 – Chi đoàn Khu phố 3',
          consent: formWords.agree,
          kind: formWords.registration,
          group: 'Công nhân, lao động',
          'reg:CONG_NHAN:R1': formWords.asSuggested,
          'reg:CONG_NHAN:R2': 'Đọc mỗi tháng một cuốn sách',
          'reg:CONG_NHAN:R3': formWords.notRegistered,
          'sign:registration': 'Nguyễn Thị Ánh',
        }),
      },
      answerFacts,
    );

    if (submission.kind !== 'REGISTRATION') throw new Error('not a registration');
    expect(submission).toMatchObject({
      typedName: ' Nguyễn Thị Ánh ',
      linkBranch: 'P05-KP3',
      group: 'CONG_NHAN',
      consent: true,
      member: '',
    });
    expect(submission.commitments).toEqual({
      R1: { kind: 'SUGGESTED', text: DEFAULT_CRITERIA[0]?.hints.CONG_NHAN },
      R2: { kind: 'OWN', text: 'Đọc mỗi tháng một cuốn sách' },
    });
  });

  it('becomes a self-assessment with ten signs', () => {
    const levels = Object.fromEntries(
      ['R1', 'R2', 'R3', 'R4', 'R5', 'A1', 'A2', 'A3', 'A4', 'A5'].map((code, index) => [
        `level:${code}`,
        formWords.levels[index % 5] ?? '',
      ]),
    );

    const submission = readSubmission(
      {
        id: 'r2',
        at: 6,
        answers: answers({
          consent: formWords.agree,
          kind: formWords.selfAssessment,
          ownClass: 'Khá',
          branchRating: 'Không có ý kiến',
          unitRating: 'Yếu',
          'evidence:A2': 'Ảnh',
          ...levels,
        }),
      },
      answerFacts,
    );

    expect(submission).toMatchObject({
      kind: 'SELF_ASSESSMENT',
      levels: '4321043210',
      ownClass: 'GOOD',
      branchRating: '',
      unitRating: 'WEAK',
      evidence: { A2: 'Ảnh' },
    });
  });

  it('of somebody who does not consent keeps no word of him', () => {
    const submission = readSubmission(
      {
        id: 'r3',
        at: 7,
        answers: answers({ name: 'Trần Văn Bé', birth: '01/01/1999', consent: formWords.disagree }),
      },
      answerFacts,
    );

    expect(submission).toMatchObject({ typedName: '', typedBirthDate: '', consent: false });
    expect(JSON.stringify(submission)).not.toContain('Trần');
  });
});
