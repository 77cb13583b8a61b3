import type { EpochMs, IsoDay } from './dates';
import type { CalendarName } from './organisation';

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
