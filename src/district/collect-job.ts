import { problem } from '../programme/result';
import { textArg, type Job } from '../google/jobs';
import { collectWave } from './collect-wave';
import type { District } from './district';
import { factsOnce, waveEntryOf } from './facts';
import { intakeOf } from './intake';
import { wavesToServe } from './push-job';
import { formResponses, type ResponseSource } from './responses';
import { followStep, formRecordOf } from './wave-form';

/** The wave that is collected next; '' = the first. */
interface CollectCursor {
  readonly wave: string;
}

/**
 * Takes what members sent out of the forms' stores into *Sổ tiếp nhận phiếu*, and sets each form as its wave's step wants it. `wave` '' = every
 * open wave; `all` = everything ever sent is compared. Problems: SHEET_CHANGED, WAVE_NOT_OPENED.
 */
export function collectJob(
  district: District,
  source: ResponseSource = formResponses(district.services),
): Job<CollectCursor> {
  const facts = factsOnce(district);
  return {
    name: 'collect',
    first: () => ({ wave: '' }),
    step(args, cursor, end) {
      const waves = wavesToServe(facts(), textArg(args, 'wave'));
      const wave = waves.find((one) => one.code === cursor.wave) ?? waves[0];
      const intake = wave ? intakeOf(district, wave.programme) : '';
      if (!wave || intake === '') return { cursor: null, done: 0, total: 0 };
      const done = waves.indexOf(wave);
      const total = waves.length;
      const entry = waveEntryOf(facts().setup, wave.code);
      const form = entry && formRecordOf(district, facts().setup, entry);
      if (!form) return { cursor, done, total, problems: [problem('WAVE_NOT_OPENED', wave.code)] };
      followStep(district, facts().setup, wave, form);
      const collected = collectWave(
        district,
        facts(),
        source,
        { wave, form, intake, all: args.all === true },
        end,
      );
      const following = waves[done + 1];
      const onward = following ? { wave: following.code } : null;
      return {
        cursor: collected.finished ? onward : { wave: wave.code },
        done: done + (collected.finished ? 1 : 0),
        total,
        counts: { received: collected.received, toResolve: collected.toResolve },
        problems: collected.problems,
      };
    },
  };
}
