import type { Wave } from './wave';

/**
 * The calendars of plan 21-KH/ĐTN-BTC of 17/3/2014, III.2a (P5, P6). Months and themes stand in the plan, themes exactly as typed there,
 * its mixed - and – included; every window is our default, edited by the district in the tab Đợt.
 */

/** The four waves of the general calendar, 2014. */
export const GENERAL_CALENDAR_2014: readonly Wave[] = [
  {
    code: '2014-C1',
    programme: '2014',
    calendar: 'GENERAL',
    number: 1,
    month: '2014-03',
    theme: 'Vì lý tưởng cộng sản - Vì cuộc sống cộng đồng',
    scope: 'WAVE',
    registrationOpens: '2014-03-18',
    registrationCloses: '2014-03-31',
    selfOpens: '2014-04-05',
    selfCloses: '2014-04-08',
    gradingDue: '2014-04-10',
    recognitionDue: '2014-04-15',
    reportDue: '2014-04-20',
  },
  generalWave(2, '2014-05', '2014-06', 'Nâng cao tinh thần trách nhiệm – Lời nói đi đôi với việc làm'),
  generalWave(3, '2014-07', '2014-08', 'Nêu cao tinh thần yêu nước - Tiếp bước truyền thống cha anh'),
  generalWave(4, '2014-09', '2014-10', 'Nâng cao tri thức - Tự tin hội nhập'),
];

/**
 * The school calendar (P5): registration once for the school year, from October 2014, over before 30/4/2015. The theme is left empty:
 * the plan promises a separate guidance, which the district types.
 */
export const SCHOOL_CALENDAR_2014: readonly Wave[] = [
  {
    code: '2014-S1',
    programme: '2014',
    calendar: 'SCHOOL',
    number: 1,
    month: '2014-10',
    theme: '',
    scope: 'YEAR',
    registrationOpens: '2014-10-01',
    registrationCloses: '2014-10-31',
    selfOpens: '2015-04-01',
    selfCloses: '2015-04-10',
    gradingDue: '2015-04-15',
    recognitionDue: '2015-04-22',
    reportDue: '2015-04-29',
  },
];

/** All waves of the programme year 2014. */
export const WAVES_2014: readonly Wave[] = [...GENERAL_CALENDAR_2014, ...SCHOOL_CALENDAR_2014];

/** Registration through the wave's own month, the rest in the first half of the next, as in the first wave. */
function generalWave(number: number, month: string, next: string, theme: string): Wave {
  const lastDay = month === '2014-09' ? '30' : '31';
  return {
    code: `2014-C${number}`,
    programme: '2014',
    calendar: 'GENERAL',
    number,
    month,
    theme,
    scope: 'WAVE',
    registrationOpens: `${month}-01`,
    registrationCloses: `${month}-${lastDay}`,
    selfOpens: `${next}-05`,
    selfCloses: `${next}-08`,
    gradingDue: `${next}-10`,
    recognitionDue: `${next}-15`,
    reportDue: `${next}-20`,
  };
}
