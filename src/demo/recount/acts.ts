import type { CriterionCode } from '../../programme/criteria';

export type SheetKind = 'REGISTRATION' | 'SELF_ASSESSMENT';

/** What was wrong with a sheet, as the member who sent it knows. */
export type Slip =
  | ''
  | 'UNKNOWN_CODE'
  | 'UNKNOWN_NAME'
  | 'BIRTH_DATE'
  | 'SWAPPED'
  | 'OTHER_WAVE'
  | 'LATE'
  | 'AGAIN'
  | 'EDITED';

/** A sheet that Google acknowledged. */
export interface SentSheet {
  readonly wave: string;
  readonly kind: SheetKind;
  /** Who sent it. */
  readonly member: string;
  readonly slip: Slip;
  readonly responseId: string;
  readonly sentAt: number;
  /** Registration: what was registered. */
  readonly registered: readonly CriterionCode[];
  /** Self-assessment: ten signs, 4 best … 1, 0 = not registered. */
  readonly levels: string;
}

/** A registration on paper that a secretary entered for a member who had sent none. */
export interface EnteredPaper {
  readonly member: string;
  readonly registered: readonly CriterionCode[];
}

/** A grade that a committee was told is saved. */
export interface SavedGrade {
  readonly wave: string;
  readonly branch: string;
  readonly member: string;
  readonly levels: string;
  readonly class: string;
  /** `<32 hex>/<nn>`. */
  readonly operation: string;
}

/** What became of a branch. */
export interface BranchActs {
  sentAt: number | null;
  /** Whether the first *Gửi* that was not taken back missed its day; null while there is none. */
  sentLate: boolean | null;
  class: string;
  propaganda: number;
  /** Class by member, as recognised. */
  readonly recognised: Map<string, string>;
}

/** What the people of a wave did, written down by themselves: the other side of every figure. */
export interface WaveActs {
  readonly wave: string;
  readonly sheets: SentSheet[];
  /** Response ids of sheets that staff gave to whoever sent them. */
  readonly decided: Set<string>;
  readonly papers: EnteredPaper[];
  readonly grades: SavedGrade[];
  /** Other operations that were acknowledged: sends, judgements, records. */
  readonly operations: { readonly unit: string; readonly operation: string }[];
  readonly branches: Map<string, BranchActs>;
  /** Day of deployment by unit. */
  readonly deployed: Map<string, string>;
  readonly unitPropaganda: Map<string, number>;
  lockedAt: number | null;
}

/** Nothing done yet. */
export function newWaveActs(wave: string): WaveActs {
  return {
    wave,
    sheets: [],
    decided: new Set(),
    papers: [],
    grades: [],
    operations: [],
    branches: new Map(),
    deployed: new Map(),
    unitPropaganda: new Map(),
    lockedAt: null,
  };
}

/** What became of the branch so far. */
export function branchActs(acts: WaveActs, branch: string): BranchActs {
  const found = acts.branches.get(branch);
  if (found) return found;
  const fresh: BranchActs = {
    sentAt: null,
    sentLate: null,
    class: '',
    propaganda: 0,
    recognised: new Map(),
  };
  acts.branches.set(branch, fresh);
  return fresh;
}
