import type { Preset } from '../programme/classification';
import type { Wave } from '../programme/wave';
import { rulesOf, type RulesInForce } from '../workbook/rules-in-force';
import type { Settings } from '../workbook/settings';
import { presetOfSettings } from '../workbook/settings-use';
import type { LockedScales } from '../workbook/wave-scale';
import { jsonOf, type NamedTexts } from './state-tab';

const RULES = 'rules';
const SCALE = 'scale:';

/** The rules of classes that count since the first wave was opened or staff last applied them; null before. */
export function rulesInForce(state: NamedTexts): Partial<RulesInForce> | null {
  return jsonOf<Partial<RulesInForce> | null>(state, RULES, null);
}

/** From now on these rules count. */
export function keepRules(state: NamedTexts, settings: Settings): void {
  state.set(RULES, JSON.stringify(rulesOf(settings)));
}

/** The scales of locked waves. */
export function lockedScales(state: NamedTexts): LockedScales {
  return new Map(
    state.names().flatMap((name) => {
      if (!name.startsWith(SCALE)) return [];
      const scale = jsonOf<Preset | null>(state, name, null);
      return scale ? [[name.slice(SCALE.length), scale] as const] : [];
    }),
  );
}

/** Keeps by which scale a wave was judged, once: it is locked. */
export function keepScale(state: NamedTexts, wave: Pick<Wave, 'code'>, settings: Settings): void {
  if (state.get(SCALE + wave.code) === null)
    state.set(SCALE + wave.code, JSON.stringify(presetOfSettings(settings)));
}

const FROZEN = 'frozen:';

/** By whom and as of which acts a branch of a locked wave is kept. */
export interface Frozen {
  /** Unit the branch belonged to: it may belong to another since. */
  readonly unit: string;
  /** How often the district itself judged in the wave: what it decides after the lock still counts. */
  readonly acts: number;
}

/**
 * Which branches' last folds of a locked wave stay as they are: what is typed into rosters and settings later changes nothing in them, and a unit
 * that took a branch over does not answer for its waves of before. A branch that was opened again is followed until it is locked again.
 */
export function frozenBranches(
  state: NamedTexts,
  wave: string,
): {
  readonly of: (branch: string) => Frozen | null;
  readonly follow: (branch: string, frozen: Frozen | null) => void;
} {
  const kept = jsonOf<Readonly<Record<string, readonly [string, number]>>>(state, FROZEN + wave, {});
  const frozen = new Map(Object.entries(kept));
  return {
    of(branch) {
      const [unit, acts] = frozen.get(branch) ?? [];
      return unit === undefined || acts === undefined ? null : { unit, acts };
    },
    follow(branch, now) {
      if (now) frozen.set(branch, [now.unit, now.acts]);
      else if (!frozen.delete(branch)) return;
      state.set(
        FROZEN + wave,
        JSON.stringify(Object.fromEntries([...frozen].sort(([a], [b]) => (a < b ? -1 : 1)))),
      );
    },
  };
}
