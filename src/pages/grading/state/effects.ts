import type { BranchKey, BranchRecord, Judgement, UnitRecord } from '../../../contract/committee';
import type { Flight } from './model';
import type { Net } from './net';

/** One act with its operation id, made once: a retry sends it unchanged. */
export type Act = ActBody & { readonly operation: string };
export type ActBody =
  | { readonly kind: 'record'; readonly key: BranchKey; readonly record: BranchRecord }
  | { readonly kind: 'send'; readonly key: BranchKey }
  | { readonly kind: 'takeBack'; readonly key: BranchKey }
  | { readonly kind: 'undo'; readonly key: BranchKey; readonly operations: readonly string[] }
  /** To what stood behind the row `to` of the ledger. */
  | {
      readonly kind: 'restore';
      readonly key: BranchKey;
      readonly to: string;
      readonly members: readonly string[];
    }
  | { readonly kind: 'judge'; readonly key: BranchKey; readonly judgement: Judgement }
  | { readonly kind: 'recordForUnit'; readonly wave: string; readonly record: UnitRecord };

/** What the page has to do beside showing its state; carried out by store.ts, never by the reducer. */
export type Effect =
  | { readonly kind: 'GREET' }
  /** `quiet` = in the background: what is in hand stays. */
  | { readonly kind: 'OPEN_BRANCH'; readonly key: BranchKey; readonly quiet: boolean }
  | { readonly kind: 'OPEN_UNIT'; readonly wave: string }
  | { readonly kind: 'LOAD_TEXTS'; readonly key: BranchKey; readonly members: readonly string[] }
  | { readonly kind: 'SAVE'; readonly flight: Flight }
  | { readonly kind: 'DO'; readonly act: Act }
  | { readonly kind: 'HISTORY'; readonly key: BranchKey; readonly member: string }
  /** `to` '' = the list alone. */
  | { readonly kind: 'MOMENTS'; readonly key: BranchKey; readonly to: string }
  | { readonly kind: 'FORM_LINK'; readonly key: BranchKey }
  | { readonly kind: 'HEARTBEAT'; readonly key: BranchKey; readonly member: string }
  /** Second net: what is not yet acknowledged; `net` null erases it. */
  | { readonly kind: 'KEEP'; readonly name: string; readonly net: Net | null }
  /** A window of what is printed, with the sheet it begins with. */
  | { readonly kind: 'PRINT'; readonly sheet: string }
  | { readonly kind: 'FOCUS'; readonly on: FocusTarget };

export type FocusTarget = 'REASON' | 'CLASS_REASON' | 'SEARCH' | 'CRITERION' | 'SIGHT' | 'PAGE';
