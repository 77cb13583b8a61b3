import type { Preset } from './classification';
import {
  CRITERION_CODES,
  halfOf,
  TARGET_GROUPS,
  type CriterionCode,
  type Half,
  type TargetGroup,
} from './criteria';
import type { MemberFold } from './fold-member';
import { inRoster } from './summary';
import { LEVELS, levelOfSign, signAt, signOf, type Level, type PackedLevels } from './levels';
import { countOf, type CountAndPercent } from './percent';
import type { Rating } from './submission';

/** A row of *Theo đối tượng* (P21); group '' = members whose group is not known. */
export interface GroupRow {
  readonly group: TargetGroup | '';
  readonly members: number;
  readonly registered: CountAndPercent;
  readonly selfAssessed: CountAndPercent;
  readonly classes: Readonly<Record<string, CountAndPercent>>;
}

/** *Theo đối tượng*: members by the roster's group, in the order of the form; a group without members is left out. */
export function summariseGroups(
  members: readonly MemberFold[],
  groupOf: (member: string) => TargetGroup | '',
  preset: Preset,
): readonly GroupRow[] {
  const groups: readonly (TargetGroup | '')[] = [...TARGET_GROUPS, ''];
  return groups.flatMap((group) => {
    const own = inRoster(members).filter((member) => groupOf(member.member) === group);
    if (own.length === 0) return [];
    const eligible = own.filter((member) => member.facts.classed);
    return [
      {
        group,
        members: own.length,
        registered: countOf(own.filter((member) => member.registered.length > 0).length, own.length),
        selfAssessed: countOf(own.filter((member) => member.selfLevels !== '').length, own.length),
        classes: Object.fromEntries(
          preset.classes.map(({ code }) => [
            code,
            countOf(
              eligible.filter((member) => (member.recognised ?? member.decided) === code).length,
              eligible.length,
            ),
          ]),
        ),
      },
    ];
  });
}

/** Fewest people of whom a figure is broken down outside the district, and of whom ratings are shown (P21). */
export const SMALLEST_GROUP_SHOWN = 5;

/** The groups as they may leave the district: those of fewer than five people are left out of the list and named in `hidden` (P21). */
export function groupsForOthers(rows: readonly GroupRow[]): {
  readonly shown: readonly GroupRow[];
  readonly hidden: readonly (TargetGroup | '')[];
} {
  return {
    shown: rows.filter((row) => row.members >= SMALLEST_GROUP_SHOWN),
    hidden: rows.filter((row) => row.members < SMALLEST_GROUP_SHOWN).map((row) => row.group),
  };
}

/** A row of *Theo tiêu chí*. */
export interface CriterionRow {
  readonly code: CriterionCode;
  readonly half: Half;
  /** Members who registered it, of all. */
  readonly registered: CountAndPercent;
  /** The committee's levels. */
  readonly levels: Readonly<Record<Level, number>>;
  /** Done or done well, of those the committee judged. */
  readonly completed: CountAndPercent;
  /** Mean of self minus committee, in levels, over members who have both; null when nobody has. */
  readonly gap: number | null;
  /** Members whom both judged, and how many of them are done or better by each. */
  readonly compared: { readonly members: number; readonly self: number; readonly committee: number };
}

/** *Theo tiêu chí* (programme.md 6): the ten criteria, registered by all, judged by the committees. */
export function summariseCriteria(folds: readonly MemberFold[]): readonly CriterionRow[] {
  const members = inRoster(folds);
  return CRITERION_CODES.map((code) => {
    const levels = Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
    let [gapSum, gapCount, selfDone, committeeDone] = [0, 0, 0, 0];
    for (const member of members) {
      const level = levelAt(member.levels, code);
      if (!level) continue;
      levels[level] += 1;
      const self = member.registered.includes(code) ? levelAt(member.selfLevels, code) : null;
      if (!self) continue;
      gapSum += Number(signOf(self)) - Number(signOf(level));
      gapCount += 1;
      if (isDone(self)) selfDone += 1;
      if (isDone(level)) committeeDone += 1;
    }
    const judged = LEVELS.reduce((sum, level) => sum + levels[level], 0);
    const registered = members.filter((member) => member.registered.includes(code)).length;
    return {
      code,
      half: halfOf(code),
      registered: countOf(registered, members.length),
      levels,
      completed: countOf(levels.DONE_WELL + levels.DONE, judged),
      gap: gapCount === 0 ? null : gapSum / gapCount,
      compared: { members: gapCount, self: selfDone, committee: committeeDone },
    };
  });
}

/** Ratings of a branch or unit as counts; null while fewer than five have answered (P9, P21): no name can be guessed from them. */
export function countRatings(ratings: readonly Rating[]): Readonly<Record<Rating, number>> | null {
  if (ratings.length < SMALLEST_GROUP_SHOWN) return null;
  const counts: Record<Rating, number> = { EXCELLENT: 0, GOOD: 0, AVERAGE: 0, WEAK: 0, '': 0 };
  for (const rating of ratings) counts[rating] += 1;
  return counts;
}

function isDone(level: Level): boolean {
  return level === 'DONE' || level === 'DONE_WELL';
}

function levelAt(levels: PackedLevels, code: CriterionCode): Level | null {
  return levels === '' ? null : levelOfSign(signAt(levels, code));
}
