import type { Member } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import type { Setup } from '../workbook/setup';
import { entriesOfWave, branchesOfUnit } from './facts';
import type { NamedTexts } from './state-tab';

/** Members of a wave by branch: each in the branch where he was on the wave's opening day (architecture.md 4, Words of the code). */
export type WaveRoster = ReadonlyMap<string, readonly Member[]>;

function rosterName(wave: string, branch: string): string {
  return `roster:${wave}:${branch}`;
}

/** Keeps who was in which branch when the wave was opened. Branches already kept stay as they are. */
export function freezeRoster(state: NamedTexts, setup: Setup, wave: Wave): void {
  const byBranch = membersByBranch(setup.members);
  for (const { unit } of entriesOfWave(setup, wave))
    for (const branch of branchesOfUnit(setup, unit)) {
      const name = rosterName(wave.code, branch.code);
      if (state.get(name) !== null) continue;
      state.set(name, (byBranch.get(branch.code) ?? []).map((member) => member.code).join(' '));
    }
}

/**
 * The members of a wave: those kept at its opening in their branch of then, and those entered since in their branch of now. Who is no longer in
 * the roster at all is left out. Before the wave is opened: the roster as it stands.
 */
export function rosterOfWave(state: NamedTexts, setup: Setup, wave: Wave): WaveRoster {
  const prefix = rosterName(wave.code, '');
  const branchOf = new Map<string, string>();
  for (const name of state.names()) {
    if (!name.startsWith(prefix)) continue;
    for (const code of (state.get(name) ?? '').split(' ')) branchOf.set(code, name.slice(prefix.length));
  }
  return membersByBranch(
    setup.members.map((member) => ({ ...member, branch: branchOf.get(member.code) ?? member.branch })),
  );
}

function membersByBranch(members: readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const byBranch = new Map<string, Member[]>();
  for (const member of members) {
    const own = byBranch.get(member.branch);
    if (own) own.push(member);
    else byBranch.set(member.branch, [member]);
  }
  return byBranch;
}
