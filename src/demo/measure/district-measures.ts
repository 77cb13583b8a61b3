import { inventDistrict } from '../invent/district';
import { createRandom } from '../invent/random';
import { pressButton } from '../people/staff';
import { hourOf, waveOf } from '../world/calendar';
import type { JobMeasure, MeasuredJob } from '../world/meter';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import type { Measure } from './measure';

const WAVES = ['2014-C1', '2014-C2', '2014-C3', '2014-C4'] as const;

/**
 * What the district's own jobs cost at 46 base units and 12 000 members: creating the base workbooks (its dearest slice), reading all ledgers,
 * drawing every summary of four waves, and of one wave alone.
 */
export function districtMeasures(seed: number): readonly Measure[] {
  const world = openWorld(inventDistrict('district', seed));
  setUpDistrict(world);
  const books = measured(world, 'createBooks');
  const random = createRandom(seed).fork('measures');
  const press = (job: 'openWave' | 'collectLedgers' | 'summarise', wave: string): JobCost => {
    const before = measured(world, job);
    pressButton(world, job, wave, random);
    const after = measured(world, job);
    return { calls: after.calls - before.calls, simulatedMs: after.simulatedMs - before.simulatedMs };
  };
  for (const code of WAVES) {
    world.workspace.setClock(Math.max(world.workspace.now(), hourOf(waveOf(code).registrationOpens, 6)));
    press('openWave', code);
  }
  press('collectLedgers', '');
  const again = press('collectLedgers', '');
  const all = press('summarise', '');
  const one = press('summarise', WAVES[0]);
  return [
    measure(
      'createBook.simulatedMs',
      'creating and sharing the base workbooks: the dearest slice',
      books.dearest,
      'ms',
    ),
    measure('collect46.calls', 'reading the ledgers of all base workbooks', again.calls, 'calls'),
    measure('collect46.simulatedMs', 'the same', again.simulatedMs, 'ms'),
    measure('summaries.calls', 'all summaries of four waves, 12 000 members', all.calls, 'calls'),
    measure('summaries.simulatedMs', 'the same', all.simulatedMs, 'ms'),
    measure('summariesOneUnit.calls', 'the summaries of one wave after a unit changed', one.calls, 'calls'),
    measure('summariesOneUnit.simulatedMs', 'the same', one.simulatedMs, 'ms'),
  ];
}

interface JobCost {
  readonly calls: number;
  readonly simulatedMs: number;
}

function measured({ meter }: World, job: MeasuredJob): JobCost & { readonly dearest: number } {
  const found: JobMeasure | undefined = meter.measures()[job];
  return {
    calls: found?.calls.total ?? 0,
    simulatedMs: found?.simulatedMs ?? 0,
    dearest: Math.max(0, ...(found?.each ?? [])),
  };
}

function measure(id: string, what: string, value: number, unit: string): Measure {
  return { id, what, value: Math.round(value), unit };
}
