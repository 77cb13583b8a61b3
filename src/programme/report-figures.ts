import type { Preset } from './classification';
import { CRITERION_CODES, type CriterionCode, type TargetGroup } from './criteria';
import type { EpochMs, IsoDay } from './dates';
import type { Difficulty } from './difficulties';
import { eventData, type LedgerEvent } from './events';
import type { BranchFold } from './fold';
import type { OfficerRank } from './organisation';
import { groupsTogether, type GroupsShown } from './report-privacy';
import { reportRows, type ReportRow } from './report-rows';
import type { Rating } from './submission';
import { figuresOf, inRoster, type UnitResults } from './summary';
import { countRatings, summariseCriteria, summariseGroups, type CriterionRow } from './summary-parts';
import type { Wave } from './wave';

/** A row of *Triển khai, kiểm tra* as the report reads it; `unit` is a unit's code, or a branch's. '' days = not done. */
export interface InspectionFacts {
  readonly unit: string;
  readonly deployedOn: IsoDay;
  readonly branches: number | null;
  readonly inspectedOn: IsoDay;
}

/** Everything the figures of a wave's report are counted from (P13). `results` = the units of the wave alone. */
export interface ReportFacts {
  readonly wave: Wave;
  readonly preset: Preset;
  readonly results: readonly UnitResults[];
  /** Units that follow the school calendar, of the whole district (P5). */
  readonly schoolUnits: number;
  readonly groupOf: (member: string) => TargetGroup | '';
  /** Members' ratings, each of one member, '' left out (P9). */
  readonly branchRatings: readonly Rating[];
  readonly unitRatings: readonly Rating[];
  readonly inspections: readonly InspectionFacts[];
  readonly difficulties: readonly Difficulty[];
  readonly at: EpochMs;
}

type Rated = Readonly<Record<Rating, number>> | null;

/** The figures of a report: plain data, counts only, no member's name; a snapshot of it is kept with the report. */
export interface ReportFigures {
  readonly at: EpochMs;
  readonly units: number;
  readonly branches: number;
  readonly officers: Readonly<Record<OfficerRank, number>>;
  /** Units that have an officer in charge (P12). */
  readonly helpedUnits: number;
  readonly inspections: { readonly visits: number; readonly units: number; readonly branches: number };
  readonly deployedUnits: number;
  readonly deployedBranches: number;
  readonly firstDay: IsoDay;
  readonly lastDay: IsoDay;
  readonly propaganda: { readonly sessions: number; readonly attendances: number };
  readonly activities: { readonly all: number; readonly followingUncleHo: number };
  readonly schoolUnits: number;
  readonly members: number;
  readonly eligible: number;
  readonly registered: number;
  /** Registered for all ten criteria. */
  readonly registeredAll: number;
  readonly mostRegistered: readonly CriterionCode[];
  readonly leastRegistered: readonly CriterionCode[];
  readonly selfAssessed: number;
  /** Null while fewer than five have answered. */
  readonly branchRatings: Rated;
  readonly unitRatings: Rated;
  readonly graded: number;
  readonly sentBranches: number;
  readonly onTimeBranches: number;
  readonly recognised: number;
  /** Recognised classes by code, and those to be classed that have none. */
  readonly classes: Readonly<Record<string, number>>;
  readonly unclassed: number;
  /** Of these, those whom their branch has classed, and who wait to be recognised. */
  readonly waiting: number;
  readonly branchClasses: Readonly<Record<string, number>>;
  readonly difficulties: {
    readonly received: number;
    readonly solved: number;
    readonly underWay: number;
    readonly overdue: number;
  };
  readonly rows: readonly ReportRow[];
  readonly groups: GroupsShown;
  readonly criteria: readonly CriterionRow[];
}

/** Counts a wave for its report. Classes are the recognised ones alone: what is not recognised yet is not reported as a result (P11). */
export function reportFigures(facts: ReportFacts): ReportFigures {
  const { preset } = facts;
  const results = facts.results.map(officially);
  const folds = results.flatMap((one) => one.branches);
  const members = inRoster(folds.flatMap((fold) => fold.members));
  const sums = figuresOf(results, preset);
  const criteria = summariseCriteria(members);
  const activities = [...folds, ...results.map((one) => one.own)].flatMap((one) => one.activities);
  const days = results.map((one) => one.memberDay).filter((day) => day !== '');
  return {
    at: facts.at,
    units: results.length,
    branches: folds.length,
    officers: officersByRank(results),
    helpedUnits: results.filter((one) => one.unit.officers.length > 0).length,
    inspections: inspected(facts),
    ...deployment(facts),
    firstDay: days.reduce((first, day) => (first === '' || day < first ? day : first), ''),
    lastDay: days.reduce((last, day) => (day > last ? day : last), ''),
    propaganda: {
      sessions: sums.propagandaSessions,
      attendances: attendances(activities.filter((row) => kindOf(row) === 'PROPAGANDA')),
    },
    activities: {
      all: activities.length,
      followingUncleHo: activities.filter((row) => kindOf(row) === 'FOLLOWING_UNCLE_HO').length,
    },
    schoolUnits: facts.schoolUnits,
    members: sums.members,
    eligible: sums.eligible,
    registered: sums.registered.count,
    registeredAll: members.filter((member) => member.registered.length === CRITERION_CODES.length).length,
    mostRegistered: extremes(criteria, Math.max),
    leastRegistered: extremes(criteria, Math.min),
    selfAssessed: sums.selfAssessed.count,
    branchRatings: countRatings(facts.branchRatings),
    unitRatings: countRatings(facts.unitRatings),
    graded: sums.graded.count,
    sentBranches: sums.sentBranches,
    onTimeBranches: folds.filter((fold) => fold.send !== null && !fold.late).length,
    recognised: sums.recognised.count,
    classes: Object.fromEntries(Object.entries(sums.classes).map(([code, { count }]) => [code, count])),
    unclassed: sums.unclassed,
    waiting: inRoster(facts.results.flatMap((one) => one.branches).flatMap((fold) => fold.members)).filter(
      ({ facts: { classed }, decided, recognised }) => classed && decided && recognised === null,
    ).length,
    branchClasses: sums.branchClasses,
    difficulties: difficultyCounts(facts.difficulties),
    rows: reportRows(results, preset),
    groups: groupsTogether(summariseGroups(members, facts.groupOf, preset)),
    criteria,
  };
}

/** The results with recognised classes alone. */
function officially(result: UnitResults): UnitResults {
  return { ...result, branches: result.branches.map(officialBranch) };
}

function officialBranch(fold: BranchFold): BranchFold {
  return { ...fold, members: fold.members.map((member) => ({ ...member, decided: member.recognised })) };
}

function officersByRank(results: readonly UnitResults[]): Readonly<Record<OfficerRank, number>> {
  const count: Record<OfficerRank, number> = { STANDING_COMMITTEE: 0, COMMITTEE: 0, OFFICER: 0 };
  const people = new Map(
    results
      .flatMap((one) => one.unit.officers)
      .map((officer) => [`${officer.name.trim().toLowerCase()}|${officer.email.toLowerCase()}`, officer]),
  );
  for (const { rank } of people.values()) count[rank === '' ? 'OFFICER' : rank] += 1;
  return count;
}

function inspected({ inspections, results }: ReportFacts): ReportFigures['inspections'] {
  const unitOf = new Map(
    results.flatMap(({ unit, branches }) => branches.map((fold) => [fold.branch, unit.code] as const)),
  );
  const units = new Set(results.map(({ unit }) => unit.code));
  const visits = inspections.filter(
    (one) => one.inspectedOn !== '' && (units.has(one.unit) || unitOf.has(one.unit)),
  );
  return {
    visits: visits.length,
    units: new Set(visits.map((one) => unitOf.get(one.unit) ?? one.unit)).size,
    branches: new Set(visits.map((one) => one.unit).filter((code) => unitOf.has(code))).size,
  };
}

/** A unit deployed when it recorded it, or staff did for it (P18); the branches it reached as the fuller of the two records says. */
function deployment({
  results,
  inspections,
}: ReportFacts): Pick<ReportFigures, 'deployedUnits' | 'deployedBranches'> {
  let [deployedUnits, deployedBranches] = [0, 0];
  for (const { unit, own, branches } of results) {
    const rows = inspections.filter((one) => one.unit === unit.code && one.deployedOn !== '');
    if (!own.deployed && rows.length === 0) continue;
    deployedUnits += 1;
    const told = new Set(own.deployed ? (eventData(own.deployed, 'deployed').branches ?? []) : []);
    const named = branches.filter((fold) => told.has(fold.branch)).length;
    const typed = rows.reduce((most, one) => Math.max(most, one.branches ?? 0), 0);
    const reached = unit.kind === 'BASE_BRANCH' ? 1 : Math.max(named, typed);
    deployedBranches += Math.min(branches.length, reached);
  }
  return { deployedUnits, deployedBranches };
}

function kindOf(row: LedgerEvent): string {
  return eventData(row, 'activity').activityKind ?? '';
}

function attendances(rows: readonly LedgerEvent[]): number {
  return rows.reduce((sum, row) => sum + (eventData(row, 'activity').members ?? 0), 0);
}

/** The criteria that were registered most, or least; none when all are alike. */
function extremes(
  rows: readonly CriterionRow[],
  pick: (...counts: number[]) => number,
): readonly CriterionCode[] {
  const counts = rows.map((row) => row.registered.count);
  if (Math.max(...counts) === Math.min(...counts)) return [];
  return rows.filter((row) => row.registered.count === pick(...counts)).map((row) => row.code);
}

function difficultyCounts(difficulties: readonly Difficulty[]): ReportFigures['difficulties'] {
  const solved = difficulties.filter((one) => one.state === 'ANSWERED' || one.state === 'DONE').length;
  const overdue = difficulties.filter((one) => one.state === 'OVERDUE').length;
  return {
    received: difficulties.length,
    solved,
    underWay: difficulties.length - solved - overdue,
    overdue,
  };
}
