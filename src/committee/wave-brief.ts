import type { WaveBrief } from '../contract/committee';
import type { EpochMs } from '../programme/dates';
import { dueOf, isGradingOpen, stepOf, type Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';

/** A wave as pages show it. */
export function waveBrief(wave: Wave, now: EpochMs): WaveBrief {
  const step = stepOf(wave, now);
  return {
    code: wave.code,
    name: waveName(wave),
    theme: wave.theme,
    step,
    due: dueOf(wave, step),
    registrationCloses: wave.registrationCloses,
    selfOpens: wave.selfOpens,
    selfCloses: wave.selfCloses,
    gradingDue: wave.gradingDue,
    recognitionDue: wave.recognitionDue,
    isGradingOpen: isGradingOpen(wave, now),
  };
}

/**
 * The wave a page opens with: the newest in which results may be written, else the newest that has begun, else the first; '' when there is none.
 */
export function currentWave(waves: readonly Wave[], now: EpochMs): string {
  const newestFirst = [...waves].sort((a, b) => b.number - a.number);
  const begun = newestFirst.filter((wave) => stepOf(wave, now) !== 'PREPARATION');
  const open = begun.find((wave) => isGradingOpen(wave, now));
  return (open ?? begun[0] ?? newestFirst[newestFirst.length - 1])?.code ?? '';
}
