import type { TargetGroup } from '../../programme/criteria';
import type { BranchPlan } from './branch-plans';
import { inventName } from './names';
import type { Random } from './random';
import { bare, DEMO_WORDS } from './words';

/** A member as the district's roster has him. `account` = the Google account of one who sits on a committee; '' for the others. */
export interface InventedMember {
  readonly code: string;
  readonly fullName: string;
  /** 'YYYY-MM-DD'. */
  readonly birthDate: string;
  /** Code of the branch, also where it is a base branch. */
  readonly branch: string;
  readonly group: TargetGroup;
  /** Vietnamese, as the roster's drop-down offers it. */
  readonly role: 'Bí thư' | 'Phó Bí thư' | 'Ủy viên Ban Chấp hành' | 'Đoàn viên';
  /** '' where none is known. */
  readonly email: string;
  readonly account: string;
  readonly classed: boolean;
  /** Vietnamese; '' for those to be classed. */
  readonly whyNot: string;
}

/** Who lives among a branch's main group. Residents are of every kind: students, workers, people on leave from service. */
const OTHERS: Readonly<Record<TargetGroup, readonly (readonly [TargetGroup, number])[]>> = {
  DAN_CU: [
    ['DAN_CU', 62],
    ['SINH_VIEN', 17],
    ['CONG_NHAN', 14],
    ['LLVT', 7],
  ],
  CCVC: [['CCVC', 1]],
  HOC_SINH: [['HOC_SINH', 1]],
  SINH_VIEN: [['SINH_VIEN', 1]],
  CONG_NHAN: [
    ['CONG_NHAN', 94],
    ['CCVC', 6],
  ],
  LLVT: [
    ['LLVT', 95],
    ['CCVC', 5],
  ],
};

const SHARE_WITH_EMAIL = 0.3;
const SHARE_NOT_CLASSED = 0.07;
const ROLES = ['Bí thư', 'Phó Bí thư', 'Ủy viên Ban Chấp hành'] as const;

/** The members of the branches, in their order. No two have one name and one birth date: who they are never hangs on chance. */
export function inventMembers(branches: readonly BranchPlan[], random: Random): readonly InventedMember[] {
  const people = new Set<string>();
  const members: InventedMember[] = [];
  for (const branch of branches) {
    const draws = random.fork(branch.code);
    for (let place = 0; place < branch.members; place += 1) {
      const number = members.length + 1;
      members.push(inventMember(branch, place, number, draws, people));
    }
  }
  return members;
}

/** People who join: one more of a kind with somebody of each branch in `hosts`, with the codes after the last one. */
export function inventNewcomers(
  members: readonly InventedMember[],
  hosts: readonly string[],
  random: Random,
): readonly InventedMember[] {
  const people = new Set(members.map(({ fullName, birthDate }) => `${bare(fullName)}|${birthDate}`));
  return hosts.map((code, place) => {
    const mate = members.find(({ branch }) => branch === code);
    if (!mate) throw new Error(`${code} has no members`);
    const branch = { code, name: '', members: 0, mainGroup: mate.group, isOwn: true };
    return inventMember(branch, ROLES.length, members.length + place + 1, random, people);
  });
}

function inventMember(
  branch: BranchPlan,
  place: number,
  number: number,
  random: Random,
  people: Set<string>,
): InventedMember {
  // One of each kind is sure, so that even the smallest district has every target group.
  const group =
    OTHERS[branch.mainGroup][place - ROLES.length + 1]?.[0] ?? random.weighted(OTHERS[branch.mainGroup]);
  const profile = DEMO_WORDS.profileByGroup[group];
  const gender = random.chance(profile.women) ? 'female' : 'male';
  const role = ROLES[place] ?? 'Đoàn viên';
  let [fullName, birthDate] = ['', ''];
  do {
    fullName = inventName(random, gender);
    birthDate = inventBirthDate(random, profile.born);
  } while (people.has(`${bare(fullName)}|${birthDate}`));
  people.add(`${bare(fullName)}|${birthDate}`);
  const classed = role !== 'Đoàn viên' || !random.chance(SHARE_NOT_CLASSED);
  const account = committeeAccount(branch, place);
  const hasEmail = account !== '' || random.chance(SHARE_WITH_EMAIL);
  const mailName = `${bare(fullName).split(' ').slice(-1).join('')}.${String(number).padStart(5, '0')}`;
  return {
    code: `DV-${String(number).padStart(6, '0')}`,
    fullName,
    birthDate,
    branch: branch.code,
    group,
    role,
    email: account !== '' ? account : hasEmail ? `${mailName}@thu.example` : '',
    account,
    classed,
    // The last reason asks for words of its own.
    whyNot: classed ? '' : random.pick(DEMO_WORDS.notClassedReasons.slice(0, -1)),
  };
}

/** Secretary and deputy of a branch have an account; a base branch's committee is the unit's. */
function committeeAccount(branch: BranchPlan, place: number): string {
  if (branch.isOwn || place > 1) return '';
  return `${place === 0 ? 'bithu' : 'phobithu'}.${branch.code.toLowerCase().replace('-', '.')}@quan8.example`;
}

function inventBirthDate(random: Random, [first, last]: readonly [number, number]): string {
  const year = first + random.below(last - first + 1);
  const month = 1 + random.below(12);
  const day = 1 + random.below([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
