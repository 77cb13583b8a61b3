import { addDays, dayOf, startOfDay, type EpochMs } from '../programme/dates';
import { submissionId } from '../programme/submission';
import type { DistrictServices } from '../google/services';
import type { District } from './district';
import { forget, recallAll, remember, rememberLater, type SeenResponses } from './properties';

/** A run that looks at everything comes at least this often: it is the heartbeat, and sees what staff typed by hand. */
const LONGEST_IDLE_MS = 25 * 60_000;

/** Responses that a light run compares by name; with more of them just come, nothing is idle. */
const MOST_SEEN = 150;

/**
 * Whether the clock's run has nothing to do, found out with three calls: what is remembered, the form, its answers since the last run. False when in
 * doubt, and at least every half hour.
 */
export function isIdle(services: DistrictServices): boolean {
  const known = recallAll(services);
  const idle = known.get('idle');
  if (!idle || services.now() >= idle.until) return false;
  try {
    return idle.waves.every((wave) => {
      const seen = known.get(`seen:${wave}`);
      return seen !== null && hasNothingNew(services, seen);
    });
  } catch (error) {
    // A form that cannot be opened any more is for the full run to tell.
    services.log(`No light run: ${String(error)}`);
    return false;
  }
}

function hasNothingNew(services: DistrictServices, { formId, since, ids }: SeenResponses): boolean {
  const known = new Set(ids);
  return services.forms
    .openById(formId)
    .getResponses(new Date(since))
    .every((one) => known.has(nameOf(one.getId(), one.getTimestamp().getTime())));
}

/** Remembers what a complete collecting of a wave has seen of its form's newest answers. */
export function rememberSeen(
  { services }: District,
  wave: string,
  seen: Omit<SeenResponses, 'ids'>,
  responses: readonly { readonly id: string; readonly at: EpochMs }[],
): void {
  const ids = responses.filter((one) => one.at >= seen.since).map((one) => nameOf(one.id, one.at));
  if (ids.length > MOST_SEEN) forget(services, `seen:${wave}`);
  else rememberLater(services, `seen:${wave}`, { ...seen, ids });
}

/** After everything was collected and pushed: until when nothing has to be looked at but the forms. A new day may be another step. */
export function rememberIdle({ services, now }: District, waves: readonly string[]): void {
  const midnight = startOfDay(addDays(dayOf(now()), 1));
  remember(services, 'idle', { until: Math.min(now() + LONGEST_IDLE_MS, midnight), waves });
}

/** Somebody did something: the next run looks at everything. */
export function endIdle({ services }: District): void {
  forget(services, 'idle');
}

/** Short: a property holds nine thousand signs. The end of Google's id is its random part. */
function nameOf(id: string, at: EpochMs): string {
  return submissionId({ responseId: id.slice(-24), sentAt: Math.floor(at / 1000) * 1000 });
}
