import type { BranchView, GradeBrief, MemberBrief } from '../../../contract/committee';
import { CRITERION_CODES, type CriterionCode } from '../../../programme/criteria';
import { signAt, type LevelSign } from '../../../programme/levels';
import type { GradeRequest } from '../../../programme/plan-branch';
import { draftOf, gradeRequest } from './drafts';
import type { Conflict } from './model';

/** Whose version of one thing is right. */
export type Side = 'MINE' | 'THEIRS';

/** One thing in which the two versions differ. */
export type Difference =
  | {
      readonly about: 'LEVEL';
      readonly key: string;
      readonly criterion: CriterionCode;
      readonly mine: LevelSign;
      readonly theirs: LevelSign;
    }
  | {
      readonly about: 'CLASS' | 'REMARK';
      readonly key: string;
      readonly mine: string;
      readonly theirs: string;
    };

/** What the person has chosen, by `Difference.key`; nothing is chosen beforehand. */
export type Choices = Readonly<Record<string, Side>>;

/** Everything in which the two versions differ: levels, class, remark. */
export function differencesOf(conflict: Conflict): readonly Difference[] {
  const { mine, theirs } = conflict;
  const found: Difference[] = CRITERION_CODES.filter(
    (code) => signAt(mine.levels, code) !== signAt(theirs.levels, code),
  ).map((criterion) => ({
    about: 'LEVEL',
    key: criterion,
    criterion,
    mine: signAt(mine.levels, criterion),
    theirs: signAt(theirs.levels, criterion),
  }));
  const mineChanged = mine.class !== (mine.data.proposed ?? '');
  const theirsChanged = theirs.class !== theirs.proposed;
  // A class that only follows the levels is decided with them.
  if (mine.class !== theirs.class && (mineChanged || theirsChanged || found.length === 0))
    found.push({ about: 'CLASS', key: 'CLASS', mine: mine.class, theirs: theirs.class });
  if ((mine.data.remark ?? '') !== theirs.remark)
    found.push({ about: 'REMARK', key: 'REMARK', mine: mine.data.remark ?? '', theirs: theirs.remark });
  return found;
}

/** The same side for everything. */
export function allOf(conflict: Conflict, side: Side): Choices {
  return Object.fromEntries(differencesOf(conflict).map(({ key }) => [key, side]));
}

/** Whether every difference has been decided. */
export function isDecided(conflict: Conflict, choices: Choices): boolean {
  return differencesOf(conflict).every(({ key }) => choices[key] !== undefined);
}

/** The grade that the choices make; null = the other person's stands as it is. */
export function chosenGrade(
  conflict: Conflict,
  choices: Choices,
  member: MemberBrief,
  view: BranchView,
): GradeRequest | null {
  const differences = differencesOf(conflict);
  if (differences.every(({ key }) => choices[key] === 'THEIRS')) return null;
  if (differences.every(({ key }) => choices[key] === 'MINE')) return conflict.mine;
  const mine = draftOf(member, briefOf(conflict.mine, conflict.theirs));
  const theirs = draftOf(member, conflict.theirs);
  const takes = (key: string): boolean => choices[key] === 'MINE';
  const levels = CRITERION_CODES.map((code) => signAt(takes(code) ? mine.levels : theirs.levels, code)).join(
    '',
  );
  const reasons = { ...theirs.reasons };
  for (const code of CRITERION_CODES) {
    if (!takes(code)) continue;
    const words = mine.reasons[code];
    if (words === undefined) delete reasons[code];
    else reasons[code] = words;
  }
  const ofClass = takes('CLASS') ? mine : theirs;
  return gradeRequest(
    {
      levels,
      reasons,
      otherReason: theirs.otherReason === '' ? mine.otherReason : theirs.otherReason,
      class: ofClass.class,
      classReason: ofClass.classReason,
      remark: takes('REMARK') ? mine.remark : theirs.remark,
    },
    member,
    view,
    conflict.mine.data.shownMs ?? 0,
  );
}

function briefOf(request: GradeRequest, like: GradeBrief): GradeBrief {
  return {
    ...like,
    levels: request.levels,
    class: request.class,
    proposed: request.data.proposed ?? '',
    reason: request.reason,
    remark: request.data.remark ?? '',
  };
}
