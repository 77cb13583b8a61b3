import type { InventedDistrict } from '../invent/district';
import type { InventedMember } from '../invent/members';

/** A member whom visitors can be. */
export interface ShownMember {
  readonly email: string;
  readonly name: string;
  readonly member: InventedMember;
}

const SHOWN: readonly (readonly [branch: string, count: number])[] = [
  ['P05-KP3', 3],
  ['CN08-CD', 1],
  ['TH01-10A1', 1],
];

/** A few members of the demo with an account of their own, in the order of the home page. */
export function shownMembers(district: InventedDistrict): readonly ShownMember[] {
  return SHOWN.flatMap(([branch, count]) =>
    district.members
      .filter((member) => member.branch === branch && member.role === 'Đoàn viên')
      .slice(0, count)
      .map((member) => ({
        email: member.email === '' ? `${member.code.toLowerCase()}@thu.example` : member.email,
        name: member.fullName,
        member,
      })),
  );
}
