import type { TargetGroup } from './criteria';
import { addMonths, type IsoDay } from './dates';

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
  /** Of a base branch: as of any `Branch`. */
  readonly byHand?: boolean;
}

/** Chi đoàn. */
export interface Branch {
  readonly code: string;
  readonly name: string;
  /** Code of the base unit. */
  readonly base: string;
  readonly committeeEmails: readonly string[];
  /** It asked for the tab *Nhập tay*: its committee works on phones, where Google shows no sidebar. */
  readonly byHand?: boolean;
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

/** Fewest members of a branch (programme.md 2): a smaller one is shown to staff, never refused. */
export const SMALLEST_BRANCH = 3;

/** Code of the branch a base branch stands for. */
export function ownBranchCode(baseCode: string): string {
  return `${baseCode}-CD`;
}

/**
 * The branches a base unit has (P2): a base union's own list; a base branch is its own only branch, with its name and committee, whatever
 * else the list says.
 */
export function branchesOf(unit: BaseUnit, branches: readonly Branch[]): readonly Branch[] {
  if (unit.kind === 'BASE_UNION') return branches.filter((branch) => branch.base === unit.code);
  const own = ownBranchCode(unit.code);
  const branch = { code: own, name: unit.name, base: unit.code, committeeEmails: unit.committeeEmails };
  return [unit.byHand === true ? { ...branch, byHand: true } : branch];
}

/** Whether the unit takes part in the wave (P5): only waves of its own calendar; elsewhere it is absent, not late. */
export function takesPart(unit: BaseUnit, wave: { readonly calendar: CalendarName }): boolean {
  return unit.calendar === wave.calendar;
}

/** The units of a wave, in the order given; a school unit is absent from a general wave and the other way round (P5). */
export function unitsOfWave(
  units: readonly BaseUnit[],
  wave: { readonly calendar: CalendarName },
): readonly BaseUnit[] {
  return units.filter((unit) => takesPart(unit, wave));
}

/** The calendar a unit of the block follows unless the district says otherwise (P5). */
export function defaultCalendar(block: Block): CalendarName {
  return block === 'SCHOOL' ? 'SCHOOL' : 'GENERAL';
}

/** Facts from which eligibility is proposed (programme.md 2). */
export interface EligibilityFacts {
  /** Day of admission; '' when unknown. */
  readonly joined: IsoDay;
  readonly fullPartyMember: boolean;
  readonly temporarilyElsewhere: boolean;
}

/** Months of membership asked before a member is classed (found: the city's rule of 2009). */
export const MONTHS_BEFORE_CLASSED = 6;

/**
 * Proposes whether a member is to be classed on a day (P2): eligibility limits the class, never the registration. '' = to be classed;
 * probationary Party members are classed, full ones get comments only; an unknown day of admission hinders nobody.
 */
export function whyNotClassed(facts: EligibilityFacts, on: IsoDay): WhyNotClassed | '' {
  if (facts.fullPartyMember) return 'FULL_PARTY_MEMBER';
  if (facts.temporarilyElsewhere) return 'TEMPORARILY_ELSEWHERE';
  if (facts.joined !== '' && addMonths(facts.joined, MONTHS_BEFORE_CLASSED) > on) return 'UNDER_SIX_MONTHS';
  return '';
}
