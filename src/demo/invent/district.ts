import type { Block } from '../../programme/organisation';
import { inventMembers, type InventedMember } from './members';
import { inventName } from './names';
import { createRandom, type Random } from './random';
import { bare, DEMO_WORDS, type UnitWords } from './words';
import { branchPlans } from './branch-plans';

export const SIZES = ['demo', 'ward', 'district'] as const;
export type Size = (typeof SIZES)[number];

/** A person with an account: committees, officers, staff. */
export interface Person {
  readonly email: string;
  readonly name: string;
}

/** A base unit with its people. `committee`: secretary first. */
export interface InventedUnit {
  readonly code: string;
  readonly name: string;
  readonly kind: 'BASE_UNION' | 'BASE_BRANCH';
  readonly block: Block;
  readonly calendar: 'GENERAL' | 'SCHOOL';
  readonly cluster: string;
  readonly committee: readonly Person[];
  readonly officer: Person & { readonly rank: string };
  /** Day of its ngày đoàn viên in the first general wave; '' for schools, which hold theirs in the school year. */
  readonly memberDay: string;
}

/** A branch with its committee, secretary first; of a base branch the unit's. */
export interface InventedBranch {
  readonly code: string;
  readonly name: string;
  readonly base: string;
  readonly committee: readonly Person[];
}

/** A whole invented district. */
export interface InventedDistrict {
  readonly size: Size;
  readonly seed: number;
  readonly units: readonly InventedUnit[];
  readonly branches: readonly InventedBranch[];
  readonly members: readonly InventedMember[];
  readonly roleAccount: Person;
  readonly reserveAccount: Person;
  readonly staff: readonly Person[];
}

const BLOCKS: Readonly<Record<string, Block>> = {
  DIA_BAN_DAN_CU: 'RESIDENTIAL',
  TRUONG_HOC: 'SCHOOL',
  CONG_NHAN_LAO_DONG: 'WORKER',
  CO_QUAN: 'OFFICE',
  LUC_LUONG_VU_TRANG: 'ARMED',
};

const OFFICER_RANKS = ['Ủy viên Ban Thường vụ', 'Ủy viên Ban Chấp hành', 'Cán bộ Quận đoàn'] as const;

/** Days of March 2014 on which units held their first ngày đoàn viên: Saturdays, Sundays and the Union's birthday. */
const MEMBER_DAYS = ['2014-03-22', '2014-03-23', '2014-03-26', '2014-03-29', '2014-03-30'] as const;

const DOMAIN = 'quan8.example';

/** Invents a district of that size; the same seed gives the same one. */
export function inventDistrict(size: Size, seed: number): InventedDistrict {
  const random = createRandom(seed);
  const officers = Array.from({ length: size === 'district' ? 12 : 4 }, (_, index) => ({
    ...person(random.fork(`officer ${index}`), `canbo${index + 1}`),
    rank: OFFICER_RANKS[index % OFFICER_RANKS.length]!,
  }));
  const units = unitsOf(size).map((words, index) =>
    inventUnit(words, random.fork(words.code), officers[index % officers.length]!),
  );
  const plans = units.flatMap((unit) => branchPlans(unit.code, size).map((plan) => ({ unit, plan })));
  const members = inventMembers(
    plans.map(({ plan }) => plan),
    random.fork('members'),
  );
  const branches = plans.map(({ unit, plan }) => ({
    code: plan.code,
    name: plan.name,
    base: unit.code,
    committee:
      unit.kind === 'BASE_BRANCH'
        ? unit.committee
        : members
            .filter((member) => member.branch === plan.code && member.account !== '')
            .map((member) => ({ email: member.account, name: member.fullName })),
  }));
  return {
    size,
    seed,
    units,
    branches,
    members,
    roleAccount: { email: `renluyen.hanhdong@${DOMAIN}`, name: 'Tài khoản chung Quận đoàn 8' },
    reserveAccount: { email: `duphong@${DOMAIN}`, name: 'Tài khoản dự phòng Quận đoàn 8' },
    staff: [0, 1].map((index) => person(random.fork(`staff ${index}`), `bantochuc${index + 1}`)),
  };
}

/** Units of a wave's calendar (P5). */
export function unitsIn(district: InventedDistrict, calendar: 'GENERAL' | 'SCHOOL'): readonly InventedUnit[] {
  return district.units.filter((unit) => unit.calendar === calendar);
}

function unitsOf(size: Size): readonly UnitWords[] {
  if (size === 'district') return DEMO_WORDS.units;
  if (size === 'ward') return DEMO_WORDS.units.filter(({ code }) => /^P\d\d$/.test(code));
  return DEMO_WORDS.demo.map(({ unit }) => {
    const words = DEMO_WORDS.units.find(({ code }) => code === unit);
    if (!words) throw new Error(`demo-words.json has no unit ${unit}`);
    return words;
  });
}

function inventUnit(words: UnitWords, random: Random, officer: InventedUnit['officer']): InventedUnit {
  const block = BLOCKS[words.block];
  if (!block) throw new Error(`demo-words.json has an unknown block ${words.block}`);
  const code = words.code.toLowerCase();
  return {
    code: words.code,
    name: words.name,
    kind: words.kind,
    block,
    calendar: words.calendar,
    cluster: words.cluster,
    committee: [
      person(random, `bithu.${code}`),
      ...(words.kind === 'BASE_UNION' ? [person(random, `phobithu.${code}`)] : []),
    ],
    officer,
    memberDay: words.calendar === 'SCHOOL' ? '' : random.pick(MEMBER_DAYS),
  };
}

function person(random: Random, account: string): Person {
  return {
    email: `${bare(account)}@${DOMAIN}`,
    name: inventName(random, random.chance(0.5) ? 'female' : 'male'),
  };
}
