import type { BranchFold } from './fold';
import type { MemberFold } from './fold-member';
import { CRITERION_CODES, type CriterionCode, type Half } from './criteria';
import type { GradeData } from './events';
import { levelOfSign, signAt } from './levels';
import { DEFAULT_LEAST_REGISTERED, halvesWithFew, type LeastRegistered } from './submission';

/** Facts worth a second look ("Nên xem lại"): no blame, shown to the branch first (programme.md 8; P10). */
export type Flag =
  | { readonly code: 'NO_EVIDENCE'; readonly member: string; readonly criteria: readonly CriterionCode[] }
  | {
      readonly code: 'TWO_LEVELS_APART';
      readonly member: string;
      readonly criteria: readonly CriterionCode[];
    }
  | {
      readonly code: 'DENIED_REGISTERED';
      readonly member: string;
      readonly criteria: readonly CriterionCode[];
    }
  /** Fewer criteria registered in these halves than the district asks for (P3): taken all the same. */
  | { readonly code: 'FEW_REGISTERED'; readonly member: string; readonly halves: readonly Half[] }
  | { readonly code: 'ALL_EQUAL'; readonly members: number }
  | { readonly code: 'FASTER_THAN_READING'; readonly members: number; readonly medianMs: number };

/** When a fact is worth showing; settings. */
export interface FlagSettings {
  /** Fewest members before "all the same" says anything. */
  readonly leastForEqual: number;
  /** Fewest members judged one by one before their pace says anything. */
  readonly leastForPace: number;
  /** Median time on screen, in ms, under which nobody can have read ten lines. */
  readonly readingMs: number;
  /** Fewest criteria of each half. */
  readonly least: LeastRegistered;
}

export const DEFAULT_FLAG_SETTINGS: FlagSettings = {
  leastForEqual: 5,
  leastForPace: 5,
  readingMs: 4000,
  least: DEFAULT_LEAST_REGISTERED,
};

/** All flags of a branch's wave: of members in the order of the fold, then of the branch as a whole. */
export function flagsOf(fold: BranchFold, settings: FlagSettings = DEFAULT_FLAG_SETTINGS): readonly Flag[] {
  return [
    ...fold.members.flatMap((member) => memberFlags(member, settings.least)),
    ...branchFlags(fold, settings),
  ];
}

/**
 * Flags of one member: few criteria registered; a high level without a line of evidence; self and committee two levels apart; a registered criterion
 * denied.
 */
export function memberFlags(
  member: MemberFold,
  least: LeastRegistered = DEFAULT_LEAST_REGISTERED,
): readonly Flag[] {
  const flags: Flag[] = [];
  const halves = member.registered.length > 0 ? halvesWithFew(member.registered, least) : [];
  if (halves.length > 0) flags.push({ code: 'FEW_REGISTERED', member: member.member, halves });
  const { levels, selfLevels } = member;
  if (levels !== '' && selfLevels !== '') {
    const bare = criteriaWhere(
      (code) => signAt(levels, code) === '4' && !member.facts.evidence.includes(code),
    );
    if (bare.length > 0) flags.push({ code: 'NO_EVIDENCE', member: member.member, criteria: bare });
    const apart = criteriaWhere((code) => {
      const [self, given] = [signAt(selfLevels, code), signAt(levels, code)];
      return (
        levelOfSign(self) !== null &&
        levelOfSign(given) !== null &&
        Math.abs(Number(self) - Number(given)) >= 2
      );
    });
    if (apart.length > 0) flags.push({ code: 'TWO_LEVELS_APART', member: member.member, criteria: apart });
  }
  if (selfLevels !== '') {
    const denied = member.registered.filter((code) => signAt(selfLevels, code) === '0');
    if (denied.length > 0) flags.push({ code: 'DENIED_REGISTERED', member: member.member, criteria: denied });
  }
  return flags;
}

function branchFlags(fold: BranchFold, settings: FlagSettings): readonly Flag[] {
  const flags: Flag[] = [];
  const graded = fold.members.filter((member) => member.levels !== '');
  const different = new Set(
    graded.flatMap((member) => member.levels.split('').filter((sign) => sign !== '0')),
  );
  if (graded.length >= settings.leastForEqual && different.size === 1)
    flags.push({ code: 'ALL_EQUAL', members: graded.length });
  const shown = graded
    .filter((member) => member.how === 'grade' || member.how === 'agree')
    .map((member) => (member.grade?.data as Partial<GradeData> | undefined)?.shownMs)
    .filter((ms) => ms !== undefined)
    .sort((a, b) => a - b);
  const median = shown[Math.floor(shown.length / 2)];
  if (median !== undefined && shown.length >= settings.leastForPace && median < settings.readingMs)
    flags.push({ code: 'FASTER_THAN_READING', members: shown.length, medianMs: median });
  return flags;
}

function criteriaWhere(holds: (code: CriterionCode) => boolean): readonly CriterionCode[] {
  return CRITERION_CODES.filter(holds);
}
