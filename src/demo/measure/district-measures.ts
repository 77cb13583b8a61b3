import { answerFromText, CONTRACT_VERSION } from '../../contract/answer';
import type { JobName, JobView } from '../../contract/district';
import type { RunResult } from '../../local/workspace';
import { inventDistrict } from '../invent/district';
import { createRandom, type Random } from '../invent/random';
import { HOUR, hourOf, waveOf } from '../world/calendar';
import { openWorld, setUpDistrict } from '../world/set-up';
import { must, type World } from '../world/world';
import { serviceCalls, type Measure } from './measure';

const WAVES = ['2014-C1', '2014-C2', '2014-C3', '2014-C4'] as const;
/** The schools' wave: with it every base unit takes part in one that is open. */
const SCHOOL_WAVE = '2014-S1';

/**
 * What the district's own jobs cost, from the page's first call that carries one out to the row that tells its end (the press itself only writes down
 * what is to be done) at 46 base units and 12 000 members: creating the base workbooks (its dearest slice), reading all ledgers,
 * drawing every summary of four waves, and of one wave alone.
 */
export function districtMeasures(seed: number): readonly Measure[] {
  const world = openWorld(inventDistrict('district', seed));
  setUpDistrict(world);
  const books = Math.max(0, ...(world.meter.measures().createBooks?.each ?? []));
  const random = createRandom(seed).fork('measures');
  const press = (job: 'openWave' | 'collectLedgers' | 'summarise', wave: string): JobCost =>
    carryOut(world, job, wave, random);
  const open = (code: string): void => {
    world.workspace.setClock(Math.max(world.workspace.now(), hourOf(waveOf(code).registrationOpens, 6)));
    press('openWave', code);
  };
  for (const code of [WAVES[0], SCHOOL_WAVE]) open(code);
  press('collectLedgers', '');
  // As the clock does it, an hour apart.
  world.workspace.setClock(world.workspace.now() + HOUR);
  const again = press('collectLedgers', '');
  for (const code of WAVES.slice(1)) open(code);
  press('collectLedgers', '');
  const all = press('summarise', '');
  const one = press('summarise', WAVES[0]);
  return [
    measure(
      'createBook.simulatedMs',
      'creating and sharing the base workbooks: the dearest slice',
      books,
      'ms',
    ),
    measure(
      'collect46.calls',
      'reading the ledgers of all base workbooks, a wave open in each',
      again.calls,
      'calls',
    ),
    measure('collect46.simulatedMs', 'the same', again.simulatedMs, 'ms'),
    measure('collect46.waitedMs', 'what the limiter waited besides: 45 reads a minute', again.sleptMs, 'ms'),
    measure('summaries.calls', 'all summaries of four waves, 12 000 members', all.calls, 'calls'),
    measure('summaries.simulatedMs', 'the same', all.simulatedMs, 'ms'),
    measure('summariesOneUnit.calls', 'the summaries of one wave after a unit changed', one.calls, 'calls'),
    measure('summariesOneUnit.simulatedMs', 'the same', one.simulatedMs, 'ms'),
  ];
}

interface JobCost {
  readonly calls: number;
  /** Without what was slept. */
  readonly simulatedMs: number;
  readonly sleptMs: number;
}

/** Presses a button and carries the job out; what the slices cost. */
function carryOut(world: World, job: JobName, wave: string, random: Random): JobCost {
  const { workspace, districtScript, district } = world;
  const ask = (
    fn: 'startJob' | 'continueJob',
    body: unknown,
  ): { readonly view: JobView; readonly run: RunResult } => {
    const args = [JSON.stringify({ v: CONTRACT_VERSION, body })];
    const run = workspace.run(districtScript, fn, { as: district.roleAccount.email, args, from: 'page' });
    if (!run.ok) throw new Error(`${job}: ${run.error?.message ?? ''}`);
    return { view: must(answerFromText<JobView>(String(run.value)), job), run };
  };
  let { view } = ask('startJob', { job, wave, operation: random.operation() });
  const runs: RunResult[] = [];
  while (view.state === 'RUNNING') {
    const slice = ask('continueJob', { key: view.key });
    runs.push(slice.run);
    view = slice.view;
  }
  if (view.state !== 'DONE')
    throw new Error(`${job} ${wave}: ${view.state} ${view.sentence} ${view.trouble}`);
  const sleptMs = runs.reduce((sum, run) => sum + run.sleptMs, 0);
  return {
    calls: runs.reduce((sum, run) => sum + serviceCalls(run), 0),
    simulatedMs: runs.reduce((sum, run) => sum + run.simulatedMs, 0) - sleptMs,
    sleptMs,
  };
}

function measure(id: string, what: string, value: number, unit: string): Measure {
  return { id, what, value: Math.round(value), unit };
}
