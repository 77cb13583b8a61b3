import type { Setup } from '../workbook/setup';
import type { District } from './district';
import { openedWaves } from './facts';

/** The functions that the clock calls, and how often. */
export const CLOCK_MS = {
  everyFiveMinutes: 5 * 60_000,
  everyTenMinutes: 10 * 60_000,
  hourly: 3_600_000,
  nightly: 24 * 3_600_000,
} as const;
type ClockFunction = keyof typeof CLOCK_MS;

const FORM_SENT = 'onFormSent';
const NIGHT_HOUR = 2;

/**
 * Makes the triggers that are missing and takes away doubled ones. They run as whoever makes them, so only the role account calls this
 * (architecture.md 1). A trigger on a form is a hint alone: the clock collects whatever it misses.
 */
function installTriggers(district: District, formIds: readonly string[]): void {
  const { script } = district.services;
  const there = script.getProjectTriggers();
  const seen = new Set<string>();
  for (const trigger of there) {
    const handler = trigger.getHandlerFunction();
    const name = handler === FORM_SENT ? `${handler}:${trigger.getTriggerSourceId()}` : handler;
    const wanted = isClockFunction(handler) || formIds.some((id) => name === `${FORM_SENT}:${id}`);
    if (!wanted || seen.has(name)) script.deleteTrigger(trigger);
    else seen.add(name);
  }
  for (const name of Object.keys(CLOCK_MS) as ClockFunction[]) if (!seen.has(name)) onClock(district, name);
  for (const id of formIds)
    if (!seen.has(`${FORM_SENT}:${id}`)) script.newTrigger(FORM_SENT).forForm(id).onFormSubmit().create();
}

/**
 * The triggers for the forms that are in use now. A consumer account has 90 minutes of triggers a day: there the forms are left to the clock, and
 * only a setting has every sheet hinted at.
 */
export function watchForms(district: District, setup: Setup): void {
  const watched = setup.settings.submitHint ? openedWaves(setup) : [];
  installTriggers(
    district,
    watched.filter((entry) => entry.wave.lockedAt === undefined).map((entry) => entry.formId),
  );
}

/** What the clock should call and does not, of whoever asks: a person sees only his own triggers. */
export function missingTriggers({ services }: District): readonly ClockFunction[] {
  const there = services.script.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  return (Object.keys(CLOCK_MS) as ClockFunction[]).filter((name) => !there.includes(name));
}

function isClockFunction(name: string): name is ClockFunction {
  return Object.prototype.hasOwnProperty.call(CLOCK_MS, name);
}

function onClock({ services }: District, name: ClockFunction): void {
  const clock = services.script.newTrigger(name).timeBased();
  switch (name) {
    case 'everyFiveMinutes':
      clock.everyMinutes(5).create();
      return;
    case 'everyTenMinutes':
      clock.everyMinutes(10).create();
      return;
    case 'hourly':
      clock.everyHours(1).create();
      return;
    case 'nightly':
      clock.everyDays(1).atHour(NIGHT_HOUR).create();
  }
}
