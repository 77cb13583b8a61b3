import type { TargetGroup } from '../../programme/criteria';
import type { Size } from './district';
import { bare, DEMO_WORDS, type UnitWords } from './words';

/** A branch before its members are invented. */
export interface BranchPlan {
  readonly code: string;
  readonly name: string;
  readonly members: number;
  readonly mainGroup: TargetGroup;
  /** A base branch is its own only branch: its people name it by the unit's code. */
  readonly isOwn: boolean;
}

/** The branches of a unit with their numbers of members; in the demo the small ones written for it. */
export function branchPlans(code: string, size: Size): readonly BranchPlan[] {
  const unit = DEMO_WORDS.units.find((one) => one.code === code);
  if (!unit) throw new Error(`demo-words.json has no unit ${code}`);
  const small = size === 'demo' ? DEMO_WORDS.demo.find((one) => one.unit === code) : undefined;
  const branches = small?.branches ?? wholeBranches(unit);
  if (unit.kind === 'BASE_BRANCH') {
    const members = branches.reduce((sum, branch) => sum + branch.members, 0);
    const mainGroup = branches[0]?.mainGroup ?? groupOf(unit, '');
    return [{ code: `${code}-CD`, name: unit.name, members, mainGroup, isOwn: true }];
  }
  const codes = new Set<string>();
  return branches.map((branch) => ({ ...branch, code: branchCode(code, branch.name, codes), isOwn: false }));
}

/** Members are shared out as evenly as whole people allow, the first branches a little larger. */
function wholeBranches(unit: UnitWords): readonly Pick<BranchPlan, 'name' | 'members' | 'mainGroup'>[] {
  const names = namesFor(unit);
  return Array.from({ length: unit.branches }, (_, index) => {
    const name = names[index] ?? `Chi đoàn số ${index + 1}`;
    const members = Math.floor(unit.members / unit.branches) + (index < unit.members % unit.branches ? 1 : 0);
    return { name, members, mainGroup: groupOf(unit, name) };
  });
}

function namesFor(unit: UnitWords): readonly string[] {
  const words = DEMO_WORDS.branchNamesByBlock;
  if (/Cao đẳng|Trung cấp/.test(unit.name)) return words.TRUONG_HOC_TRUNG_CAP_CAO_DANG ?? [];
  if (/thường xuyên/.test(unit.name)) return words.TRUONG_HOC_GDTX ?? [];
  if (/Bệnh viện|Y tế/.test(unit.name)) return words.CO_QUAN_Y_TE ?? [];
  return words[unit.block] ?? [];
}

function groupOf(unit: UnitWords, branch: string): TargetGroup {
  if (/Giáo viên|Giảng viên|Cơ quan|Văn phòng/.test(branch)) return 'CCVC';
  switch (unit.block) {
    case 'TRUONG_HOC':
      if (/THCS|Tiểu học|Mầm non/.test(unit.name)) return 'CCVC';
      return /Cao đẳng|Trung cấp/.test(unit.name) ? 'SINH_VIEN' : 'HOC_SINH';
    case 'CONG_NHAN_LAO_DONG':
      return 'CONG_NHAN';
    case 'CO_QUAN':
      return 'CCVC';
    case 'LUC_LUONG_VU_TRANG':
      return 'LLVT';
    default:
      return 'DAN_CU';
  }
}

/** 'Chi đoàn Khu phố 3' → 'P05-KP3': first letters and figures of the name, with a number where two would be alike. */
function branchCode(unit: string, name: string, taken: Set<string>): string {
  const short = bare(name.replace(/^Chi đoàn /, ''))
    .split(/[^a-z0-9]+/)
    .map((word) => (/\d/.test(word) ? word : word.slice(0, 1)))
    .join('')
    .toUpperCase();
  let code = `${unit}-${short}`;
  for (let number = 2; taken.has(code); number += 1) code = `${unit}-${short}${number}`;
  taken.add(code);
  return code;
}
