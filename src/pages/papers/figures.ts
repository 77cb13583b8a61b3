import type { BranchView, UnitView } from '../../contract/committee';
import type { DifficultyState } from '../../programme/difficulties';

/** The figures of a base unit's report, counted from what its pages show. */
export interface UnitFigures {
  readonly members: number;
  readonly eligible: number;
  readonly registered: number;
  /** Registered for all ten criteria. */
  readonly registeredAll: number;
  readonly selfAssessed: number;
  readonly graded: number;
  readonly sent: number;
  readonly onTime: number;
  readonly recognised: number;
  readonly unclassed: number;
  /** Recognised classes by code. */
  readonly classes: Readonly<Record<string, number>>;
  readonly branchClasses: Readonly<Record<string, number>>;
  readonly propaganda: { readonly sessions: number; readonly attendances: number };
  readonly memberDays: readonly string[];
  readonly activities: readonly string[];
  readonly difficulties: {
    readonly received: number;
    readonly solved: number;
    readonly open: number;
    readonly overdue: number;
  };
}

/** Counts a unit's wave; `views` = all its branches. */
export function unitFigures(unit: UnitView, views: readonly BranchView[]): UnitFigures {
  const members = views.flatMap((view) => view.members);
  const eligible = members.filter(({ classed }) => classed);
  const howMany = (holds: (member: (typeof members)[number]) => boolean): number =>
    members.filter(holds).length;
  const acts = [...unit.activities, ...views.flatMap(({ activities }) => activities)];
  const ofKind = (kind: string) => acts.filter(({ activityKind }) => activityKind === kind);
  const propaganda = ofKind('PROPAGANDA');
  const inState = (...states: readonly DifficultyState[]): number =>
    unit.difficulties.filter(({ state }) => states.includes(state)).length;
  return {
    members: members.length,
    eligible: eligible.length,
    registered: howMany(({ registered }) => registered.includes('1')),
    registeredAll: howMany(({ registered }) => /^1+$/.test(registered)),
    selfAssessed: howMany(({ selfLevels }) => selfLevels !== ''),
    graded: eligible.filter(({ grade }) => grade !== null).length,
    sent: views.filter(({ sentAt }) => sentAt !== null).length,
    onTime: views.filter(({ sentAt, late }) => sentAt !== null && !late).length,
    recognised: eligible.filter(({ recognised }) => recognised !== null).length,
    unclassed: eligible.filter(({ recognised }) => (recognised ?? '') === '').length,
    classes: tally(eligible.map(({ recognised }) => recognised ?? '')),
    branchClasses: tally(views.map(({ branchClass }) => branchClass?.class ?? '')),
    propaganda: {
      sessions: propaganda.length,
      attendances: propaganda.reduce((sum, one) => sum + (one.members ?? 0), 0),
    },
    memberDays: ofKind('MEMBER_DAY')
      .map(({ day }) => day ?? '')
      .filter((day) => day !== '')
      .sort(),
    activities: [...new Set(acts.map(({ name }) => name ?? '').filter((name) => name !== ''))],
    difficulties: {
      received: unit.difficulties.length,
      solved: inState('ANSWERED', 'DONE'),
      open: inState('NEW', 'IN_PROGRESS', 'ESCALATED'),
      overdue: inState('OVERDUE'),
    },
  };
}

function tally(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const code of codes) if (code !== '') counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
