import { isGoodOrBetter, type Preset } from './classification';
import type { EpochMs } from './dates';
import type { CalendarName } from './organisation';
import type { SummaryFigures, SummaryRow } from './summary';
import type { CriterionRow, GroupRow } from './summary-parts';
import type { Wave } from './wave';

/** What is compared over the waves: counts of members. `good` = Khá or better in the scale of that wave, of `eligible`. */
export interface HistoryFigures {
  readonly members: number;
  readonly registered: number;
  readonly selfAssessed: number;
  readonly eligible: number;
  readonly graded: number;
  readonly good: number;
  readonly recognised: number;
}

/**
 * A wave as it is remembered (P17): its figures as values, so that neither a later scale, nor a renamed unit, nor a wave that is put into the archive
 * changes what is compared. Units by their code and their name of then.
 */
export interface WaveHistory {
  readonly wave: string;
  readonly programme: string;
  readonly calendar: CalendarName;
  readonly number: number;
  /** The moment the figures hold for. */
  readonly at: EpochMs;
  readonly total: HistoryFigures;
  readonly units: readonly (readonly [code: string, name: string, figures: HistoryFigures])[];
  /** Group, those to be classed, and how many of them are Khá or better. */
  readonly groups: readonly (readonly [group: string, eligible: number, good: number])[];
  /** Criterion, members the committees judged, and how many of them are done or better. */
  readonly criteria: readonly (readonly [code: string, judged: number, completed: number])[];
}

/** The history of a wave from the rows of its three tables. */
export function historyOf(
  wave: Wave,
  preset: Preset,
  at: EpochMs,
  rows: {
    readonly units: readonly SummaryRow[];
    readonly groups: readonly GroupRow[];
    readonly criteria: readonly CriterionRow[];
  },
): WaveHistory {
  const total = rows.units.find((row) => row.kind === 'TOTAL');
  if (!total) throw new Error(`The summary of ${wave.code} has no total`);
  return {
    wave: wave.code,
    programme: wave.programme,
    calendar: wave.calendar,
    number: wave.number,
    at,
    total: figuresOfRow(total, preset),
    units: rows.units
      .filter((row) => row.kind === 'UNIT')
      .map((row) => [row.code, row.name, figuresOfRow(row, preset)] as const),
    groups: rows.groups.map((row) => [row.group, row.eligible, goodOf(row.classes, preset)] as const),
    criteria: rows.criteria.map(({ code, levels }) => {
      const completed = levels.DONE_WELL + levels.DONE;
      return [code, completed + levels.NOT_FINISHED + levels.NOT_STARTED, completed] as const;
    }),
  };
}

/** The waves that are compared with this one, itself included, in the order of time: those of its calendar (P5), through the years. */
export function comparedWaves(
  wave: Pick<Wave, 'calendar'>,
  known: readonly WaveHistory[],
): readonly WaveHistory[] {
  return known
    .filter((one) => one.calendar === wave.calendar)
    .sort((a, b) => (a.programme === b.programme ? a.number - b.number : a.programme < b.programme ? -1 : 1));
}

function figuresOfRow(row: SummaryFigures, preset: Preset): HistoryFigures {
  return {
    members: row.members,
    registered: row.registered.count,
    selfAssessed: row.selfAssessed.count,
    eligible: row.eligible,
    graded: row.graded.count,
    good: goodOf(row.classes, preset),
    recognised: row.recognised.count,
  };
}

function goodOf(classes: SummaryFigures['classes'], preset: Preset): number {
  return preset.classes.reduce(
    (sum, { code }) => sum + (isGoodOrBetter(preset, code) ? (classes[code]?.count ?? 0) : 0),
    0,
  );
}
