import type { Preset } from '../programme/classification';
import type { Wave } from '../programme/wave';
import type { Settings } from './settings';
import { presetOfSettings } from './settings-use';

/** The scale each locked wave was judged by, by wave code. */
export type LockedScales = ReadonlyMap<string, Preset>;

/** The scale of a wave: of a locked one that of its lock, whatever the settings say since; of the others that of the settings. */
export function presetOfWave(
  setup: { readonly settings: Settings; readonly scales?: LockedScales },
  wave: Pick<Wave, 'code'>,
): Preset {
  return setup.scales?.get(wave.code) ?? presetOfSettings(setup.settings);
}
