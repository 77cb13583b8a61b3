import type { JobName, JobRequest, JobView } from '../../contract/district';
import { sentenceOf } from '../../contract/problems';
import type { Wave } from '../../programme/wave';
import type { Random } from '../invent/random';
import { branchActs, type WaveActs } from '../recount/acts';
import { askDistrict, must, type World } from '../world/world';

/** A job goes on in slices of twenty seconds; the page asks for the next one at once. */
const MOST_SLICES = 10_000;

/** The role account presses a button of the console and waits until the job is done. Throws when it stops or asks for something to be mended. */
export function pressButton(
  world: World,
  job: JobName,
  wave: string,
  random: Random,
  given: Pick<JobRequest, 'reason' | 'answers'> = {},
): JobView {
  const view = tryButton(world, job, wave, random, given);
  if (view.state !== 'DONE') {
    const told = view.problems.map(
      (problem) => `${sentenceOf(problem)} [${problem.code} ${problem.at} ${JSON.stringify(problem.data)}]`,
    );
    throw new Error(
      `${job} ${wave}: ${view.state} ${view.sentence} ${view.trouble} ${told.slice(0, 5).join(' · ')}`,
    );
  }
  return view;
}

/** As `pressButton`, and answers whatever became of it. */
export function tryButton(
  world: World,
  job: JobName,
  wave: string,
  random: Random,
  given: Pick<JobRequest, 'reason' | 'answers'> = {},
): JobView {
  const of = { as: world.district.roleAccount.email, job } as const;
  const operation = random.operation();
  let view = must(askDistrict(world, 'startJob', { job, wave, operation, ...given }, of), job);
  for (let slice = 0; view.state === 'RUNNING' || view.state === 'QUEUED'; slice += 1) {
    if (slice === MOST_SLICES) throw new Error(`${job} ${wave} does not end: ${view.sentence}`);
    view = must(askDistrict(world, 'continueJob', { key: view.key }, of), job);
  }
  return view;
}

/** The standing committee's decision on the units of a wave (P11); the members of base branches are recognised by it. */
export function recogniseUnits(world: World, wave: Wave, acts: WaveActs, random: Random): void {
  const answers = { unit: '*', number: `${100 + random.below(80)}-QĐ/ĐTN`, day: wave.recognitionDue };
  pressButton(world, 'recognise', wave.code, random, { answers });
  const own = new Set(
    world.district.units
      .filter(({ kind, calendar }) => kind === 'BASE_BRANCH' && calendar === wave.calendar)
      .map(({ code }) => code),
  );
  for (const { code, base } of world.district.branches) {
    const branch = branchActs(acts, code);
    if (!own.has(base) || branch.sentAt === null) continue;
    for (const grade of acts.grades)
      if (grade.branch === code) branch.recognised.set(grade.member, grade.class);
  }
}
