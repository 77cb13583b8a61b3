import { endOfDay, isRealDay, startOfDay, type EpochMs, type IsoDay } from './dates';
import type { CalendarName } from './organisation';
import { problem, type Problem } from './result';

/** Bước của đợt, in order (programme.md 1). */
export const STEPS = [
  'PREPARATION',
  'REGISTRATION',
  'CARRYING_OUT',
  'SELF_ASSESSMENT',
  'GRADING',
  'RECOGNITION',
  'LOCKED',
] as const;
export type Step = (typeof STEPS)[number];

/** Phạm vi đăng ký (P3): each wave anew, or once for the (school) year and carried over. */
export type RegistrationScope = 'WAVE' | 'YEAR';

/** Đợt. Windows are days, each inclusive to 23:59:59 in Asia/Ho_Chi_Minh; '' = not set. */
export interface Wave {
  /** '2014-C1' (general) or '2014-S1' (school). */
  readonly code: string;
  /** Programme year, '2014'. */
  readonly programme: string;
  readonly calendar: CalendarName;
  readonly number: number;
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly theme: string;
  readonly scope: RegistrationScope;
  readonly registrationOpens: IsoDay;
  readonly registrationCloses: IsoDay;
  readonly selfOpens: IsoDay;
  readonly selfCloses: IsoDay;
  readonly gradingDue: IsoDay;
  readonly recognitionDue: IsoDay;
  readonly reportDue: IsoDay;
  /** Staff forced this step, with a reason (in the log). */
  readonly forcedStep?: Step;
  /** When the district locked it; a locked wave stays LOCKED. */
  readonly lockedAt?: EpochMs;
}

/** The days of a wave, in the order in which they must come. */
export const WAVE_DAYS = [
  'registrationOpens',
  'registrationCloses',
  'selfOpens',
  'selfCloses',
  'gradingDue',
  'recognitionDue',
  'reportDue',
] as const;
export type WaveDay = (typeof WAVE_DAYS)[number];

/** The school year's waves are over before 30/4 (P5): the last day any of their windows may name. */
export const SCHOOL_YEAR_LAST_MONTH_DAY = '04-29';

/**
 * The step a wave stands at (P6, programme.md 1): locked, else forced by staff, else by its windows, each inclusive to 23:59:59.
 * A window that is not set is passed over. After the last deadline it stays RECOGNITION: only a person locks.
 */
export function stepOf(wave: Wave, now: EpochMs): Step {
  if (wave.lockedAt !== undefined) return 'LOCKED';
  if (wave.forcedStep) return wave.forcedStep;
  if (!hasBegun(wave.registrationOpens, now)) return 'PREPARATION';
  if (!isOver(wave.registrationCloses, now)) return 'REGISTRATION';
  if (!hasBegun(wave.selfOpens, now)) return 'CARRYING_OUT';
  if (!isOver(wave.selfCloses, now)) return 'SELF_ASSESSMENT';
  return isOver(wave.gradingDue, now) ? 'RECOGNITION' : 'GRADING';
}

/** Which of the two sheets the form offers now (P3, P9): at most one. */
export function openSheet(wave: Wave, now: EpochMs): 'REGISTRATION' | 'SELF_ASSESSMENT' | null {
  const step = stepOf(wave, now);
  return step === 'REGISTRATION' || step === 'SELF_ASSESSMENT' ? step : null;
}

/** Whether committees may still write results of the wave; from self-assessment on (P10), until it is locked. */
export function isGradingOpen(wave: Wave, now: EpochMs): boolean {
  const step = stepOf(wave, now);
  return step === 'SELF_ASSESSMENT' || step === 'GRADING' || step === 'RECOGNITION';
}

/** Whether something done at that moment missed the day; a day that is not set makes nothing late (P6: lateness stands beside a result). */
export function isLate(due: IsoDay, at: EpochMs): boolean {
  return due !== '' && at > endOfDay(due);
}

/** The day by which the step's work is due; '' when the step has none. */
export function dueOf(wave: Wave, step: Step): IsoDay {
  const due: Readonly<Record<Step, IsoDay>> = {
    PREPARATION: wave.registrationOpens,
    REGISTRATION: wave.registrationCloses,
    CARRYING_OUT: wave.selfOpens,
    SELF_ASSESSMENT: wave.selfCloses,
    GRADING: wave.gradingDue,
    RECOGNITION: wave.recognitionDue,
    LOCKED: '',
  };
  return due[step];
}

export type WaveProblem = Problem<
  'IMPOSSIBLE_DAY' | 'DAY_MISSING' | 'DAYS_OUT_OF_ORDER' | 'AFTER_SCHOOL_YEAR' | 'THEME_MISSING'
>;

/** Everything that keeps a wave from being opened (P5, P6); `data.field` names the column. */
export function waveProblems(wave: Wave): readonly WaveProblem[] {
  const problems: WaveProblem[] = [];
  let before: { field: WaveDay; day: IsoDay } | null = null;
  for (const field of WAVE_DAYS) {
    const day = wave[field];
    if (day === '') problems.push(problem('DAY_MISSING', wave.code, { field }));
    else if (!isRealDay(day)) problems.push(problem('IMPOSSIBLE_DAY', wave.code, { field, day }));
    else {
      if (before && day < before.day)
        problems.push(problem('DAYS_OUT_OF_ORDER', wave.code, { field, day, before: before.field }));
      if (wave.calendar === 'SCHOOL' && day > schoolYearEnd(wave))
        problems.push(problem('AFTER_SCHOOL_YEAR', wave.code, { field, day, last: schoolYearEnd(wave) }));
      before = { field, day };
    }
  }
  if (wave.theme.trim() === '') problems.push(problem('THEME_MISSING', wave.code));
  return problems;
}

/** 29/4 of the year after the one the school programme begins in (P5: "kết thúc trước 30/4/2015"). */
export function schoolYearEnd(wave: Wave): IsoDay {
  return `${Number(wave.programme) + 1}-${SCHOOL_YEAR_LAST_MONTH_DAY}`;
}

export type MemberDayProblem = Problem<'MEMBER_DAY_MISSING' | 'MEMBER_DAY_NOT_IN_MONTH' | 'IMPOSSIBLE_DAY'>;

/**
 * Whether a unit's ngày đoàn viên suits the wave (P6): the first general wave asks for exactly one day in its month; for the others the day
 * is optional and free. Null when it suits.
 */
export function memberDayProblem(wave: Wave, unit: string, day: IsoDay): MemberDayProblem | null {
  const asked = wave.calendar === 'GENERAL' && wave.number === 1;
  if (day === '') return asked ? problem('MEMBER_DAY_MISSING', unit, { wave: wave.code }) : null;
  if (!isRealDay(day)) return problem('IMPOSSIBLE_DAY', unit, { day });
  if (asked && day.slice(0, 7) !== wave.month)
    return problem('MEMBER_DAY_NOT_IN_MONTH', unit, { wave: wave.code, day, month: wave.month });
  return null;
}

function hasBegun(day: IsoDay, now: EpochMs): boolean {
  return day === '' || now >= startOfDay(day);
}

function isOver(day: IsoDay, now: EpochMs): boolean {
  return day === '' || now > endOfDay(day);
}
