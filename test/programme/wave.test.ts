import { endOfDay, momentOf, startOfDay } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014, SCHOOL_CALENDAR_2014, WAVES_2014 } from '../../src/programme/plan-defaults';
import {
  dueOf,
  isGradingOpen,
  isLate,
  memberDayProblem,
  openSheet,
  stepOf,
  waveProblems,
  type Step,
  type Wave,
} from '../../src/programme/wave';

const WAVE = GENERAL_CALENDAR_2014[0] as Wave;
const SCHOOL = SCHOOL_CALENDAR_2014[0] as Wave;

describe('the calendars of the plan', () => {
  it('have the months and themes of III.2a, letter by letter', () => {
    expect(GENERAL_CALENDAR_2014.map(({ code, month, theme }) => [code, month, theme])).toEqual([
      ['2014-C1', '2014-03', 'Vì lý tưởng cộng sản - Vì cuộc sống cộng đồng'],
      ['2014-C2', '2014-05', 'Nâng cao tinh thần trách nhiệm – Lời nói đi đôi với việc làm'],
      ['2014-C3', '2014-07', 'Nêu cao tinh thần yêu nước - Tiếp bước truyền thống cha anh'],
      ['2014-C4', '2014-09', 'Nâng cao tri thức - Tự tin hội nhập'],
    ]);
  });

  it('leave the school theme to the district, register for the year, and end before 30/4/2015', () => {
    expect(SCHOOL).toMatchObject({ code: '2014-S1', month: '2014-10', theme: '', scope: 'YEAR' });
    expect(waveProblems(SCHOOL).map(({ code }) => code)).toEqual(['THEME_MISSING']);
  });

  it.each(WAVES_2014.map((wave) => [wave.code, wave] as const))(
    '%s can be opened as delivered',
    (_code, wave) => {
      expect(waveProblems({ ...wave, theme: wave.theme || 'chủ đề' })).toEqual([]);
    },
  );
});

describe('stepOf', () => {
  it.each<[number, Step]>([
    [startOfDay('2014-03-18') - 1, 'PREPARATION'],
    [startOfDay('2014-03-18'), 'REGISTRATION'],
    [endOfDay('2014-03-31'), 'REGISTRATION'],
    [endOfDay('2014-03-31') + 1, 'CARRYING_OUT'],
    [startOfDay('2014-04-05'), 'SELF_ASSESSMENT'],
    [endOfDay('2014-04-08'), 'SELF_ASSESSMENT'],
    [endOfDay('2014-04-08') + 1, 'GRADING'],
    [endOfDay('2014-04-10') + 1, 'RECOGNITION'],
    [momentOf('2014-12-31'), 'RECOGNITION'],
  ])('at %d is %s', (now, step) => {
    expect(stepOf(WAVE, now)).toBe(step);
  });

  it('follows staff who force a step, and the lock before all', () => {
    const now = momentOf('2014-03-20');

    expect(stepOf({ ...WAVE, forcedStep: 'SELF_ASSESSMENT' }, now)).toBe('SELF_ASSESSMENT');
    expect(stepOf({ ...WAVE, forcedStep: 'GRADING', lockedAt: now }, now)).toBe('LOCKED');
  });

  it('offers one sheet at most, and lets committees write from self-assessment until the lock', () => {
    expect(openSheet(WAVE, momentOf('2014-03-20'))).toBe('REGISTRATION');
    expect(openSheet(WAVE, momentOf('2014-04-02'))).toBeNull();
    expect(openSheet(WAVE, momentOf('2014-04-06'))).toBe('SELF_ASSESSMENT');
    expect(isGradingOpen(WAVE, momentOf('2014-04-02'))).toBe(false);
    expect(isGradingOpen(WAVE, momentOf('2014-04-06'))).toBe(true);
    expect(isGradingOpen({ ...WAVE, lockedAt: 1 }, momentOf('2014-04-06'))).toBe(false);
  });
});

describe('deadlines', () => {
  it('include their day; no day makes nothing late', () => {
    expect(isLate('2014-04-10', endOfDay('2014-04-10'))).toBe(false);
    expect(isLate('2014-04-10', endOfDay('2014-04-10') + 1)).toBe(true);
    expect(isLate('', momentOf('2099-01-01'))).toBe(false);
    expect(dueOf(WAVE, 'GRADING')).toBe('2014-04-10');
  });
});

describe('waveProblems', () => {
  it.each<[string, Partial<Wave>, string, string]>([
    ['a day left out', { selfOpens: '' }, 'DAY_MISSING', 'selfOpens'],
    ['a day that does not exist', { selfOpens: '2014-04-31' }, 'IMPOSSIBLE_DAY', 'selfOpens'],
    ['a day before the one before it', { selfCloses: '2014-04-04' }, 'DAYS_OUT_OF_ORDER', 'selfCloses'],
  ])('%s', (_case, change, code, field) => {
    expect(waveProblems({ ...WAVE, ...change })).toMatchObject([{ code, at: '2014-C1', data: { field } }]);
  });

  it('keeps the school year before 30/4', () => {
    expect(waveProblems({ ...SCHOOL, theme: 'x', reportDue: '2015-04-30' })).toMatchObject([
      { code: 'AFTER_SCHOOL_YEAR', data: { field: 'reportDue', last: '2015-04-29' } },
    ]);
  });
});

describe('memberDayProblem', () => {
  it.each([
    [1, '2014-03-23', null],
    [1, '', 'MEMBER_DAY_MISSING'],
    [1, '2014-04-01', 'MEMBER_DAY_NOT_IN_MONTH'],
    [1, '2014-03-32', 'IMPOSSIBLE_DAY'],
    [2, '', null],
    [2, '2014-06-20', null],
  ])('wave %d, day "%s": %s', (number, day, code) => {
    const wave = GENERAL_CALENDAR_2014[number - 1] as Wave;

    expect(memberDayProblem(wave, 'P05', day)?.code ?? null).toBe(code);
  });

  it('asks nothing of a school', () => {
    expect(memberDayProblem(SCHOOL, 'T01', '')).toBeNull();
  });
});
