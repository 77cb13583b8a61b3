import { createRandom } from '../invent/random';
import { inventDistrict } from '../invent/district';
import { recogniseBranch, recordDeployment, type UnitDesk } from '../people/base-committee';
import { finishBranch, gradeBranch, type BranchDesk } from '../people/branch-committee';
import { pressButton } from '../people/staff';
import { DEMO_INSTANT, MINUTE, waveOf } from '../world/calendar';
import { booksByUnit } from '../world/files';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { World } from '../world/world';
import { playMembers } from '../story/play-wave';
import { newWaveActs } from '../recount/acts';
import { shownMembers } from './shown-members';

/** The demo's district is always the same one. */
export const DEMO_SEED = 8;

/**
 * The district of `npm start` on the evening of 07/04/2014: everybody has registered who would, many have assessed themselves, one branch is
 * recognised, one has sent, one is half done, the others wait. The school wave is opened and waits for October.
 */
export function seedDemo(): World {
  const district = inventDistrict('demo', DEMO_SEED);
  const world = openWorld(district);
  const { workspace } = world;
  for (const { email, name } of shownMembers(district)) workspace.addPerson({ email, name });
  setUpDistrict(world);
  const random = createRandom(DEMO_SEED).fork('seed');
  const wave = waveOf('2014-C1');
  const acts = newWaveActs(wave.code);
  const evening = Date.parse(DEMO_INSTANT);
  playMembers(world, wave, acts, { until: evening - 90 * MINUTE });
  pressButton(world, 'openWave', '2014-S1', random);
  pressButton(world, 'collect', wave.code, random);
  pressButton(world, 'push', wave.code, random);

  const books = booksByUnit(world);
  const unit = district.units.find(({ code }) => code === 'P05');
  const book = books.get('P05');
  if (!unit || !book) throw new Error('The demo has no unit P05');
  const deskOf = (code: string): BranchDesk => {
    const branch = district.branches.find((one) => one.code === code);
    const own = branch && books.get(branch.base);
    if (!branch || !own) throw new Error(`The demo has no branch ${code}`);
    return { world, acts, wave, branch, book: own };
  };
  const base: UnitDesk = {
    world,
    acts,
    wave,
    unit,
    branches: district.branches.filter((one) => one.base === 'P05'),
    book,
  };
  workspace.setClock(evening - 80 * MINUTE);
  recordDeployment(base, random);
  for (const code of ['P05-CQP', 'P05-KP2']) {
    gradeBranch(deskOf(code), 'ALL', random);
    finishBranch(deskOf(code), random);
  }
  gradeBranch(deskOf('P05-KP1'), 'READY', random);
  gradeBranch(deskOf('CN08-CD'), 'READY', random);
  const first = base.branches.find(({ code }) => code === 'P05-CQP');
  if (first) recogniseBranch(base, first, random);
  workspace.setClock(Math.max(workspace.now(), evening - 5 * MINUTE));
  pressButton(world, 'collectLedgers', wave.code, random);
  pressButton(world, 'summarise', wave.code, random);
  // What the clock has to do by then it does now, so that the first visitor does not wait for it.
  workspace.setClock(Math.max(workspace.now(), evening - MINUTE));
  world.meter.noteFired(workspace.advance(Math.max(0, evening - workspace.now())));
  return world;
}
