import type { TargetGroup } from './criteria';
import type { IsoDay } from './dates';

/** Khối. */
export const BLOCKS = ['RESIDENTIAL', 'SCHOOL', 'WORKER', 'OFFICE', 'ARMED'] as const;
export type Block = (typeof BLOCKS)[number];

/** Đoàn cơ sở (has branches) or chi đoàn cơ sở (is its own only branch, directly under the district) — P2. */
export type BaseKind = 'BASE_UNION' | 'BASE_BRANCH';

/** Lịch thực hiện: the general calendar or the school year (P5). */
export type CalendarName = 'GENERAL' | 'SCHOOL';

/** Rank of the person in charge of a unit (P12). */
export type OfficerRank = 'STANDING_COMMITTEE' | 'COMMITTEE' | 'OFFICER';

/** Cán bộ phụ trách (P12). */
export interface Officer {
  readonly name: string;
  readonly rank: OfficerRank | '';
  readonly email: string;
}

/** Cơ sở Đoàn. `memberDays` = the day of the unit's ngày đoàn viên, by wave code (P6). */
export interface BaseUnit {
  readonly code: string;
  readonly name: string;
  readonly block: Block;
  readonly kind: BaseKind;
  readonly cluster: string;
  readonly calendar: CalendarName;
  readonly committeeEmails: readonly string[];
  readonly officers: readonly Officer[];
  readonly memberDays: Readonly<Record<string, IsoDay>>;
}

/** Chi đoàn. */
export interface Branch {
  readonly code: string;
  readonly name: string;
  /** Code of the base unit. */
  readonly base: string;
  readonly committeeEmails: readonly string[];
}

/** Chức vụ. */
export type MemberRole = 'SECRETARY' | 'DEPUTY_SECRETARY' | 'COMMITTEE_MEMBER' | 'MEMBER';

/** Why a member is not to be classed (wording.md 1, "Reasons for not classing"). */
export const WHY_NOT_CLASSED = [
  'UNDER_SIX_MONTHS',
  'FULL_PARTY_MEMBER',
  'TEMPORARILY_ELSEWHERE',
  'TRANSFERRED_AWAY',
  'MILITARY_SERVICE',
  'LONG_LEAVE',
  'AGED_OUT',
  'OTHER',
] as const;
export type WhyNotClassed = (typeof WHY_NOT_CLASSED)[number];

/** Đoàn viên. `birthDate` '' and `whyNot` '' when unknown or not needed; `token` is the random code of the personal link. */
export interface Member {
  readonly code: string;
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly branch: string;
  readonly group: TargetGroup | '';
  readonly role: MemberRole;
  readonly email: string;
  readonly classed: boolean;
  readonly whyNot: WhyNotClassed | '';
  readonly token: string;
}
