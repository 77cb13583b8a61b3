import type { Wave } from '../../programme/wave';
import { inventDistrict, type Size } from '../invent/district';
import { createRandom } from '../invent/random';
import {
  planRosterChanges,
  typeRosterChanges,
  withRosterChanges,
  type RosterChanges,
} from '../people/roster-changes';
import { newWaveActs } from '../recount/acts';
import type { BookCheck } from '../recount/books';
import type { WrongTotal } from '../recount/compare';
import { hourOf, waveOf } from '../world/calendar';
import type { JobMeasure, MeasuredJob } from '../world/meter';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import { newFindings, noteFindings, noteYear } from './findings';
import { openingOf, playEvents, type Event } from './play-wave';

/** What a simulation found (platform/measures.md says what each figure means). */
export interface Simulation {
  readonly size: Size;
  readonly seed: number;
  readonly members: number;
  readonly eligible: number;
  readonly waves: readonly string[];
  readonly submissions: BookCheck['submissions'];
  readonly grades: BookCheck['grades'];
  readonly recognised: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly misplaced: number;
  readonly wrongTotals: number;
  /** Summary cells compared: a check that looked at nothing fails. */
  readonly comparedTotals: number;
  readonly calls: Readonly<Record<string, JobMeasure['calls']>>;
  readonly runs: Readonly<Record<string, number>>;
  readonly simulatedMs: Readonly<Record<string, number>>;
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly wallMs: number;
  readonly notEmulated: readonly string[];
  /** Runs of the clock that failed. */
  readonly failures: readonly string[];
}

/** A simulation with what stands behind its figures. */
export interface SimulationResult {
  readonly simulation: Simulation;
  readonly wrong: readonly WrongTotal[];
  readonly faults: readonly string[];
  readonly world: World;
}

/** Waves of the plan in the order of their days; the school wave comes last. */
const ORDER = ['2014-C1', '2014-C2', '2014-C3', '2014-C4'] as const;
const SCHOOL_WAVE = '2014-S1';

/** Invents a district, plays its waves and checks its books. `count` = waves of the general calendar; schools have theirs besides. */
export function simulate(
  size: Size,
  seed: number,
  count: number,
  progressOf: (label: string) => (done: number, total: number) => void = () => () => undefined,
): SimulationResult {
  const started = Date.now();
  const district = inventDistrict(size, seed);
  let current = openWorld(district);
  setUpDistrict(current);
  const hasSchools = district.units.some(({ calendar }) => calendar === 'SCHOOL');
  const waves = [...ORDER.slice(0, count), ...(hasSchools ? [SCHOOL_WAVE] : [])];
  const found = newFindings();
  const opened = (wave: Wave, isFirst: boolean): readonly Event[] => {
    const random = createRandom(seed).fork(`roster ${wave.code}`);
    if (!isFirst)
      current = typedChanges(current, planRosterChanges(current.district, wave.calendar, 'BETWEEN', random));
    // Who moves while a wave is open stays in it where he was at its opening.
    const [world, acts] = [current, newWaveActs(wave.code)];
    const moves = planRosterChanges(world.district, wave.calendar, 'WITHIN', random);
    return [
      openingOf(world, wave, acts),
      {
        at: hourOf(wave.registrationCloses, 9),
        act: () => {
          current = typedChanges(current, moves);
        },
      },
      { at: hourOf(wave.reportDue, 11), act: () => noteFindings(found, world, wave, acts) },
    ];
  };
  const openings = waves.map((code, place): Event => {
    const wave = waveOf(code);
    return { at: hourOf(wave.registrationOpens, 5), act: (add) => add(opened(wave, place === 0)) };
  });
  playEvents(current, openings, { progress: progressOf('Các đợt') });
  noteYear(found, current, createRandom(seed).fork('year'));
  const { meter } = current;
  const measures = Object.entries(meter.measures()) as [MeasuredJob, JobMeasure][];
  const by = <T>(of: (measure: JobMeasure) => T): Record<string, T> =>
    Object.fromEntries(measures.map(([job, measure]) => [job, of(measure)]));
  const simulation: Simulation = {
    size,
    seed,
    waves,
    members: found.members,
    eligible: found.eligible,
    submissions: found.submissions,
    grades: found.grades,
    recognised: found.recognised,
    lost: found.lost,
    duplicated: found.duplicated,
    misplaced: found.misplaced,
    wrongTotals: found.wrong.length,
    comparedTotals: found.compared,
    calls: by(({ calls }) => calls),
    runs: by(({ runs }) => runs),
    simulatedMs: by(({ simulatedMs }) => Math.round(simulatedMs)),
    cpuMs: by(({ cpuMs }) => Math.round(cpuMs)),
    wallMs: Date.now() - started,
    notEmulated: meter.notEmulated(),
    failures: meter.failures(),
  };
  return { simulation, wrong: found.wrong, faults: found.faults, world: current };
}

function typedChanges(world: World, changes: RosterChanges): World {
  typeRosterChanges(world, changes);
  return withRosterChanges(world, changes);
}

/** Whether everything the simulation checks holds. */
export function holds(simulation: Simulation): boolean {
  return (
    simulation.lost === 0 &&
    simulation.duplicated === 0 &&
    simulation.misplaced === 0 &&
    simulation.wrongTotals === 0 &&
    simulation.comparedTotals > 0 &&
    simulation.submissions.sent > 0 &&
    simulation.grades.expected > 0 &&
    simulation.notEmulated.length === 0 &&
    simulation.failures.length === 0
  );
}
