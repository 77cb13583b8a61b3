import type { Preset } from './classification';
import type { CriterionCode } from './criteria';
import type { EpochMs } from './dates';
import type { LedgerEvent } from './events';
import type { PackedLevels } from './levels';
import type { BaseKind } from './organisation';
import type { Wave } from './wave';

/** What is known of a member before any ledger is read: the roster and the sheets that count. */
export interface MemberFacts {
  readonly code: string;
  /** Thuộc diện xếp loại. */
  readonly classed: boolean;
  readonly registered: readonly CriterionCode[];
  readonly registeredAt: EpochMs | null;
  readonly selfAt: EpochMs | null;
  readonly selfLevels: PackedLevels;
  readonly selfClass: string;
  /** Criteria with a line of evidence. */
  readonly evidence: readonly CriterionCode[];
}

/** Everything from which a branch's wave is folded. `events` may come in any order and hold rows of other branches and waves. */
export interface BranchFacts {
  readonly wave: Pick<Wave, 'code' | 'programme' | 'gradingDue'>;
  readonly unit: { readonly code: string; readonly kind: BaseKind };
  readonly branch: string;
  readonly members: readonly MemberFacts[];
  readonly preset: Preset;
  readonly events: readonly LedgerEvent[];
}

/** A member of whom nothing was sent: the start of every fold, and of a provisional member. */
export function withoutSheets(code: string, classed = true): MemberFacts {
  return {
    code,
    classed,
    registered: [],
    registeredAt: null,
    selfAt: null,
    selfLevels: '',
    selfClass: '',
    evidence: [],
  };
}
