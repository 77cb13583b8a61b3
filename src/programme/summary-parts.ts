import type { Preset } from './classification';
import { halfOf, TARGET_GROUPS, type CriterionCode, type Half, type TargetGroup } from './criteria';
import type { MemberFold } from './fold-member';
import { inRoster } from './summary';
import { tallyLevels } from './level-tally';
import type { Level } from './levels';
import { countOf, type CountAndPercent } from './percent';
import type { Rating } from './submission';

/** A row of *Theo đối tượng* (P21); group '' = members whose group is not known. */
export interface GroupRow {
  readonly group: TargetGroup | '';
  readonly members: number;
  /** To be classed. */
  readonly eligible: number;
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
        eligible: eligible.length,
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
  return tallyLevels(members).map(({ code, judged, both, gapSum, selfDone, committeeDone }) => {
    const [notStarted, notFinished, done, doneWell] = judged;
    const registered = members.filter((member) => member.registered.includes(code)).length;
    return {
      code,
      half: halfOf(code),
      registered: countOf(registered, members.length),
      levels: { DONE_WELL: doneWell, DONE: done, NOT_FINISHED: notFinished, NOT_STARTED: notStarted },
      completed: countOf(doneWell + done, doneWell + done + notFinished + notStarted),
      gap: both === 0 ? null : gapSum / both,
      compared: { members: both, self: selfDone, committee: committeeDone },
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
