import { formatDayInDocument, type EpochMs, type IsoDay } from '../programme/dates';
import { openSheet, stepOf, type Step, type Wave } from '../programme/wave';
import { formWords as words } from './form-words';

/** What a wave's form should be at a moment. */
export interface FormState {
  readonly step: Step;
  readonly open: 'REGISTRATION' | 'SELF_ASSESSMENT' | null;
  /** Shown after sending. */
  readonly confirmation: string;
  /** Shown while closed. */
  readonly closed: string;
}

/** The state of the form by the wave's step (pages.md 1): one sheet offered, or closed with the reason and whom to ask. */
export function formStateOf(wave: Wave, waveName: string, contact: string, now: EpochMs): FormState {
  const open = openSheet(wave, now);
  const step = stepOf(wave, now);
  return {
    step,
    open,
    confirmation:
      open === 'SELF_ASSESSMENT'
        ? words.selfReceived(dayText(wave.selfCloses))
        : words.registrationReceived(dayText(wave.registrationCloses), dayText(wave.selfOpens)),
    closed: closedMessage(wave, waveName, contact, step),
  };
}

/** One text of everything that `applyFormState` sets: equal texts need no call. */
export function formStateKey(state: FormState): string {
  return JSON.stringify([state.open, state.confirmation, state.closed]);
}

function closedMessage(wave: Wave, name: string, contact: string, step: Step): string {
  if (step === 'PREPARATION') return words.notYetOpen(name, dayText(wave.registrationOpens));
  if (step === 'CARRYING_OUT')
    return words.closedBetween(name, dayText(wave.registrationCloses), dayText(wave.selfOpens));
  return words.closedAfter(name, dayText(wave.selfCloses), contact);
}

function dayText(day: IsoDay): string {
  return day === '' ? '…' : formatDayInDocument(day);
}
