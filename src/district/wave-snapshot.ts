import { TARGET_GROUPS, type TargetGroup } from '../programme/criteria';
import type { EpochMs } from '../programme/dates';
import type { WaveHistory } from '../programme/history';
import type { BaseUnit, Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import type { Setup } from '../workbook/setup';
import { branchesOfUnit, entriesOfWave } from './facts';
import { jsonOf, type NamedTexts } from './state-tab';

/**
 * What a locked wave stands on: its units and branches by the names and blocks of then, and everybody's target group. Kept as values, so that units
 * renamed, merged, split or moved later, and members who changed their group, leave its figures as they were. Without addresses.
 */
export interface WaveSnapshot {
  readonly at: EpochMs;
  readonly units: readonly { readonly unit: BaseUnit; readonly branches: readonly Branch[] }[];
  /** Codes of members by target group, with a space between. */
  readonly groups: Partial<Record<TargetGroup, string>>;
}

function nameOf(wave: string): string {
  return `snapshot:${wave}`;
}

/** Keeps what the wave stands on, once: a wave locked again after a late entry keeps its first. */
export function takeSnapshot(folds: NamedTexts, setup: Setup, wave: Wave, at: EpochMs): void {
  if (folds.get(nameOf(wave.code)) !== null) return;
  const units = entriesOfWave(setup, wave).map(({ unit }) => ({
    unit: {
      ...unit,
      committeeEmails: [],
      officers: unit.officers.map((officer) => ({ ...officer, email: '' })),
    },
    branches: branchesOfUnit(setup, unit).map((branch) => ({ ...branch, committeeEmails: [] })),
  }));
  const groups: Partial<Record<TargetGroup, string>> = {};
  for (const group of TARGET_GROUPS) {
    const own = setup.members.filter((member) => member.group === group).map((member) => member.code);
    if (own.length > 0) groups[group] = own.join(' ');
  }
  folds.set(nameOf(wave.code), JSON.stringify({ at, units, groups } satisfies WaveSnapshot));
}

/** What a wave stands on since it was locked; null before. */
export function snapshotOf(folds: NamedTexts, wave: Pick<Wave, 'code'>): WaveSnapshot | null {
  return jsonOf<WaveSnapshot | null>(folds, nameOf(wave.code), null);
}

/** Units of a wave with their branches: those of its lock, else those of now. */
export function unitsOf(
  folds: NamedTexts,
  setup: Setup,
  wave: Wave,
): readonly { readonly unit: BaseUnit; readonly branches: readonly Branch[] }[] {
  return (
    snapshotOf(folds, wave)?.units ??
    entriesOfWave(setup, wave).map(({ unit }) => ({ unit, branches: branchesOfUnit(setup, unit) }))
  );
}

/** Everybody's target group in a wave: that of its lock, else that of now; '' for who is not known. */
export function groupsOf(folds: NamedTexts, setup: Setup, wave: Wave): (member: string) => TargetGroup | '' {
  const kept = snapshotOf(folds, wave);
  const groups = new Map<string, TargetGroup | ''>(
    kept
      ? TARGET_GROUPS.flatMap((group) =>
          (kept.groups[group] ?? '').split(' ').map((code) => [code, group] as const),
        )
      : setup.members.map((member) => [member.code, member.group]),
  );
  return (member) => groups.get(member) ?? '';
}

const HISTORY = 'history:';

/** Keeps a wave's figures for comparing. */
export function keepHistory(folds: NamedTexts, history: WaveHistory): void {
  folds.set(HISTORY + history.wave, JSON.stringify(history));
}

/** Figures of all waves that are kept. */
export function histories(folds: NamedTexts): readonly WaveHistory[] {
  return folds
    .names()
    .filter((name) => name.startsWith(HISTORY))
    .flatMap((name) => jsonOf<WaveHistory | null>(folds, name, null) ?? []);
}
