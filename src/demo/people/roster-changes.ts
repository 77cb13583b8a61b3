import { unitsIn, type InventedDistrict } from '../invent/district';
import { inventNewcomers, type InventedMember } from '../invent/members';
import type { Random } from '../invent/random';
import type { World } from '../world/world';
import { memberRow, pasteRows, typeBeside } from './typing';

/** Members who changed their branch, and who joined. */
export interface RosterChanges {
  /** The branch they go to, by member code. */
  readonly moved: ReadonlyMap<string, string>;
  readonly joined: readonly InventedMember[];
}

/** Of a hundred members without an office, how many change their branch between two waves, and how many while one is open (our assumption). */
const SHARE_MOVED = { BETWEEN: 0.01, WITHIN: 0.003 } as const;
/** Of a hundred, how many join between two waves. */
const SHARE_JOINED = 0.003;

/** Who moves to another branch of the same calendar, half of them inside their unit; between waves some join too. */
export function planRosterChanges(
  district: InventedDistrict,
  calendar: 'GENERAL' | 'SCHOOL',
  when: keyof typeof SHARE_MOVED,
  random: Random,
): RosterChanges {
  const units = new Set(unitsIn(district, calendar).map(({ code }) => code));
  const branches = district.branches.filter(({ base }) => units.has(base));
  const unitOf = new Map(branches.map(({ code, base }) => [code, base]));
  const moved = new Map<string, string>();
  for (const { code, branch, role } of district.members) {
    const unit = unitOf.get(branch);
    if (unit === undefined || role !== 'Đoàn viên' || !random.chance(SHARE_MOVED[when])) continue;
    const others = branches.filter((one) => one.code !== branch);
    const near = others.filter(({ base }) => base === unit);
    const from = near.length > 0 && random.chance(0.5) ? near : others;
    if (from.length > 0) moved.set(code, random.pick(from).code);
  }
  const count = when === 'WITHIN' ? 0 : Math.ceil(district.members.length * SHARE_JOINED);
  const hosts = Array.from({ length: count }, () => random.pick(branches).code);
  return { moved, joined: inventNewcomers(district.members, hosts, random) };
}

/** Staff type the changes into *Đoàn viên*. */
export function typeRosterChanges(world: World, { moved, joined }: RosterChanges): void {
  const { workspace, book, district } = world;
  const of = { file: book, title: 'Đoàn viên', as: district.roleAccount.email };
  for (const [code, text] of moved)
    typeBeside(workspace, of, { header: 'Mã đoàn viên', text: code }, { header: 'Chi đoàn', text });
  pasteRows(workspace, of, joined.map(memberRow));
}

/** The world after the changes. */
export function withRosterChanges(world: World, { moved, joined }: RosterChanges): World {
  const members = world.district.members.map((member) => {
    const branch = moved.get(member.code);
    return branch === undefined ? member : { ...member, branch };
  });
  return { ...world, district: { ...world.district, members: [...members, ...joined] } };
}
