import type { JobName, JobView } from '../../contract/district';
import { sentenceOf } from '../../contract/problems';
import type { Random } from '../invent/random';
import { askDistrict, must, type World } from '../world/world';

/** A job goes on in slices of twenty seconds; the page asks for the next one at once. */
const MOST_SLICES = 10_000;

/** The role account presses a button of the console and waits until the job is done. Throws when it stops or asks for something to be mended. */
export function pressButton(world: World, job: JobName, wave: string, random: Random, reason = ''): JobView {
  const view = tryButton(world, job, wave, random, reason);
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
export function tryButton(world: World, job: JobName, wave: string, random: Random, reason = ''): JobView {
  const of = { as: world.district.roleAccount.email, job } as const;
  const operation = random.operation();
  let view = must(
    askDistrict(world, 'startJob', { job, wave, operation, ...(reason === '' ? {} : { reason }) }, of),
    job,
  );
  for (let slice = 0; view.state === 'RUNNING' || view.state === 'QUEUED'; slice += 1) {
    if (slice === MOST_SLICES) throw new Error(`${job} ${wave} does not end: ${view.sentence}`);
    view = must(askDistrict(world, 'continueJob', { key: view.key }, of), job);
  }
  return view;
}
