import type { EpochMs } from '../programme/dates';
import { jsonOf, type NamedTexts } from './state-tab';

/** How far the collecting of a wave is; kept beside the rows, in the same atomic write. */
export interface CollectState {
  /** Everything sent up to this moment has been looked at. */
  readonly since: EpochMs;
  /** Counts up with every change, so that a push knows what came after it began. */
  readonly version: number;
  /** Units whose tab lags behind the sheets, with the version that touched them. */
  readonly touched: Readonly<Record<string, number>>;
  /** Staff's decisions taken in so far, as one text. */
  readonly decided: string;
}

const NEW: CollectState = { since: 0, version: 0, touched: {}, decided: '' };

/** The state of a wave's collecting. */
export function collectState(texts: NamedTexts, wave: string): CollectState {
  return jsonOf(texts, `collect:${wave}`, NEW);
}

/** Sets the state; it is written with the next batch. */
export function setCollectState(texts: NamedTexts, wave: string, state: CollectState): void {
  texts.set(`collect:${wave}`, JSON.stringify(state));
}

/** The state with more units to push. */
export function touching(state: CollectState, units: Iterable<string>): CollectState {
  const version = state.version + 1;
  const touched = { ...state.touched };
  for (const unit of units) touched[unit] = version;
  return { ...state, version, touched };
}
