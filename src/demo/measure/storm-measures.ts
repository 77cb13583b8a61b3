import type { EpochMs } from '../../programme/dates';
import { inventDistrict } from '../invent/district';
import { createRandom } from '../invent/random';
import { readForm } from '../people/form-paper';
import { pressButton } from '../people/staff';
import { hourOf, waveOf } from '../world/calendar';
import { formOfWave } from '../world/files';
import { openWorld, setUpDistrict } from '../world/set-up';
import type { Measure } from './measure';
import { stormByTimer, stormMoments, stormWithHints, type SentSheet, type Storm } from './storm';

const WAVE = waveOf('2014-C1');
const EVENING = 19;

/**
 * An exam day at a district of 12 000 members: 20 000 registrations in two hours, two fifths of them in the last ten minutes; once with a trigger on the
 * form, once by the clock alone. Every call is drawn from the latency model's tail. Throws when nothing was sent.
 */
export function stormMeasures(seed: number): readonly Measure[] {
  const world = openWorld(inventDistrict('district', seed), { latency: 'tail' });
  setUpDistrict(world);
  const { workspace, district } = world;
  const random = createRandom(seed).fork('storm');
  workspace.setClock(hourOf(WAVE.registrationOpens, 6));
  pressButton(world, 'openWave', WAVE.code, random);
  const from = hourOf(WAVE.registrationCloses, EVENING);
  workspace.setClock(from);
  const ready = workspace.snapshot();
  const general = new Set(
    district.units.filter((unit) => unit.calendar === WAVE.calendar).map((unit) => unit.code),
  );
  const branches = new Set(district.branches.filter((one) => general.has(one.base)).map((one) => one.code));
  const storm = (): Storm => ({
    world,
    paper: readForm(workspace, formOfWave(world, WAVE.code)),
    members: district.members.filter((member) => branches.has(member.branch)),
    moments: stormMoments(from, random.fork('moments')),
    random: random.fork('people'),
  });
  const hinted = stormWithHints(storm());
  workspace.restore(ready);
  const timed = stormByTimer(storm());
  const lost = (sent: readonly SentSheet[]): number => sent.filter((one) => one.bookedAt === null).length;
  const all = [...hinted.sent, ...timed.sent];
  if (hinted.sent.length === 0 || timed.sent.length === 0) throw new Error('There was no storm');
  const booked = waits(hinted.sent, (one) => one.bookedAt);
  const shown = waits(hinted.sent, (one) => one.shownAt);
  const timerShown = waits(timed.sent, (one) => one.shownAt);
  const of = (id: string, what: string, value: number, unit: string): Measure => ({
    id: `storm.${id}`,
    what,
    value: Math.round(value),
    unit,
  });
  const tail = `calls drawn from the tail, seed ${seed}`;
  return [
    of(
      'sent',
      'exam day: registrations sent in two hours, 40 % of them in the last ten minutes',
      hinted.sent.length,
      'sheets',
    ),
    of(
      'lost',
      'of them without a row in Sổ tiếp nhận phiếu, with hints and by the clock alone',
      lost(all),
      'sheets',
    ),
    of('doubled', 'rows of one key, in both', hinted.doubled + timed.doubled, 'rows'),
    of(
      'p99Ms',
      `with hints, from sending to Sổ tiếp nhận phiếu, 99th percentile; ${tail}`,
      quantile(booked, 0.99),
      'ms',
    ),
    of('sheetP99Ms', 'to the committee’s sheet, 99th percentile', quantile(shown, 0.99), 'ms'),
    of(
      'triggerMs',
      `time of triggers: ${hinted.runs.length} runs and ${hinted.idleHints} hints beside them`,
      hinted.triggerMs,
      'ms',
    ),
    of(
      'timerOnlyMaxMs',
      'by the clock alone, from sending to the committee’s sheet, the longest',
      quantile(timerShown, 1),
      'ms',
    ),
    of('timerOnlyTriggerMs', `time of its ${timed.runs.length} runs`, timed.triggerMs, 'ms'),
  ];
}

/** A sheet that never came waits for ever. */
function waits(sent: readonly SentSheet[], at: (one: SentSheet) => EpochMs | null): readonly number[] {
  return sent.map((one) => (at(one) ?? Number.POSITIVE_INFINITY) - one.sentAt).sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length, Math.ceil(sorted.length * share)) - 1] ?? Number.NaN;
}
