import { problem } from '../programme/result';
import { waveName } from '../workbook/class-words';
import { textArg, type Job } from '../google/jobs';
import { collectWave, type Collected } from './collect-wave';
import type { District } from './district';
import { factsOnce, waveEntryOf, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { withForm } from './form-presence';
import { servedForm } from './opened-form';
import { wavesToServe } from './push-job';
import { formResponses, type ResponseSource } from './responses';
import { formRecordOf } from './wave-form';

/** The wave that is collected next; '' = the first. */
interface CollectCursor {
  readonly wave: string;
  /** Waves whose form was found to be gone. */
  readonly gone?: readonly string[];
}

/**
 * Takes what members sent out of the forms' stores into *Sổ tiếp nhận phiếu*, and sets each form as its wave's step wants it. `wave` '' = every
 * open wave; `all` = everything ever sent is compared, and each form with what it should be. A form that is gone hinders no other wave. Problems:
 * SHEET_CHANGED, WAVE_NOT_OPENED, FORM_GONE.
 */
export function collectJob(
  district: District,
  source: ResponseSource = formResponses(district.services),
): Job<CollectCursor> {
  const facts = factsOnce(district);
  return {
    name: 'collect',
    first: () => ({ wave: '', gone: [] }),
    step(args, cursor, end) {
      const waves = wavesToServe(facts(), textArg(args, 'wave'));
      const wave = waves.find((one) => one.code === cursor.wave) ?? waves[0];
      const intake = wave ? intakeOf(district, wave.programme) : '';
      if (!wave || intake === '') return { cursor: null, done: 0, total: 0 };
      const done = waves.indexOf(wave);
      const total = waves.length;
      const entry = waveEntryOf(facts().setup, wave.code);
      const record = entry && formRecordOf(district, facts().setup, entry);
      if (!record) return { cursor, done, total, problems: [problem('WAVE_NOT_OPENED', wave.code)] };
      const isAll = args.all === true;
      const { services } = district;
      const following = waves[done + 1];
      const onward = (gone: readonly string[]) => ({
        cursor: following ? { wave: following.code, gone } : null,
        done: done + 1,
        total,
      });
      const form = servedForm(district, facts(), wave, record, isAll);
      const collected =
        form &&
        withForm(services, form.formId, () =>
          collectWave(district, facts(), source, { wave, form, intake, all: isAll }, end),
        );
      const before = cursor.gone ?? [];
      const gone = collected ? before : [...before, wave.code];
      if (!following && gone.length > 0 && collected?.finished !== false)
        return {
          // From the first wave on again: nobody else's sheets wait for it.
          cursor: { wave: '', gone: [] },
          done,
          total,
          counts: countsOf(collected),
          problems: gone.map((code) => problem('FORM_GONE', code, { name: nameOf(facts(), code) })),
        };
      if (!collected) return onward(gone);
      return {
        ...(collected.finished ? onward(gone) : { cursor: { wave: wave.code, gone }, done, total }),
        counts: countsOf(collected),
        problems: collected.problems,
      };
    },
  };
}

function countsOf(collected: Collected | null): Readonly<Record<string, number>> {
  return { received: collected?.received ?? 0, toResolve: collected?.toResolve ?? 0 };
}

function nameOf({ setup }: DistrictFacts, code: string): string {
  const entry = waveEntryOf(setup, code);
  return entry ? waveName(entry.wave) : code;
}
