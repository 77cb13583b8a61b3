import type { Wave } from '../../programme/wave';
import { inventDistrict, type Size } from '../invent/district';
import { createRandom, type Random } from '../invent/random';
import { planRosterChanges, typeRosterChanges, withRosterChanges } from '../people/roster-changes';
import { checkBooks, type BookCheck } from '../recount/books';
import { compareTables, type WrongTotal } from '../recount/compare';
import { recountWave } from '../recount/recount';
import { hourOf, waveOf, waveTitle } from '../world/calendar';
import type { JobMeasure, MeasuredJob } from '../world/meter';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import { playWave } from './play-wave';

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
  let world = openWorld(district);
  setUpDistrict(world);
  const hasSchools = district.units.some(({ calendar }) => calendar === 'SCHOOL');
  const waves = [...ORDER.slice(0, count), ...(hasSchools ? [SCHOOL_WAVE] : [])];
  const sums = { sent: 0, stored: 0, matched: 0, late: 0, superseded: 0, toResolve: 0 };
  const grades = { expected: 0, stored: 0 };
  let [members, eligible, recognised, compared] = [0, 0, 0, 0];
  const wrong: WrongTotal[] = [];
  const faults: string[] = [];
  let [lost, duplicated, misplaced] = [0, 0, 0];
  for (const [place, code] of waves.entries()) {
    const wave = waveOf(code);
    const random = createRandom(seed).fork(`roster ${code}`);
    if (place > 0) world = changeRoster(world, wave, random);
    // Who moves while a wave is open stays in it where he was at its opening.
    const moves = planRosterChanges(world.district, wave.calendar, 'WITHIN', random);
    const acts = playWave(world, wave, {
      progress: progressOf(waveTitle(wave)),
      also: [{ at: hourOf(wave.registrationCloses, 9), act: () => typeRosterChanges(world, moves) }],
    });
    const books = checkBooks(world, acts);
    for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += books.submissions[key];
    grades.expected += books.grades.expected;
    grades.stored += books.grades.stored;
    lost += books.lost.length;
    duplicated += books.duplicated.length;
    misplaced += books.misplaced.length;
    faults.push(
      ...books.lost.map((one) => `lost: ${one}`),
      ...books.duplicated.map((one) => `duplicated: ${one}`),
      ...books.misplaced.map((one) => `misplaced: ${one}`),
    );
    const recount = recountWave(world.district, wave, waveTitle(wave), acts);
    const comparison = compareTables(world.workspace, world.book, recount.tables);
    compared += comparison.compared;
    wrong.push(...comparison.wrong);
    members += recount.members;
    eligible += recount.eligible;
    world = withRosterChanges(world, moves);
    recognised += [...acts.branches.values()].reduce((sum, branch) => sum + branch.recognised.size, 0);
  }
  const measures = Object.entries(world.meter.measures()) as [MeasuredJob, JobMeasure][];
  const by = <T>(of: (measure: JobMeasure) => T): Record<string, T> =>
    Object.fromEntries(measures.map(([job, measure]) => [job, of(measure)]));
  const simulation: Simulation = {
    size,
    seed,
    members,
    eligible,
    waves,
    submissions: sums,
    grades,
    recognised,
    lost,
    duplicated,
    misplaced,
    wrongTotals: wrong.length,
    comparedTotals: compared,
    calls: by(({ calls }) => calls),
    runs: by(({ runs }) => runs),
    simulatedMs: by(({ simulatedMs }) => Math.round(simulatedMs)),
    cpuMs: by(({ cpuMs }) => Math.round(cpuMs)),
    wallMs: Date.now() - started,
    notEmulated: world.meter.notEmulated(),
    failures: world.meter.failures(),
  };
  return { simulation, wrong, faults, world };
}

function changeRoster(world: World, wave: Wave, random: Random): World {
  const changes = planRosterChanges(world.district, wave.calendar, 'BETWEEN', random);
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
