import { dayOf, localTime, splitDay, type EpochMs, type IsoDay } from '../../programme/dates';

/** A whole number as Vietnamese writes it: 5.509. */
export function numberText(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Clock time on the wall: 14:05. */
export function clockText(at: EpochMs): string {
  const time = localTime(at);
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

/** A day without its year, as the narrow heads show it: 31/3; '' for no day. */
export function shortDay(day: IsoDay): string {
  if (day === '') return '';
  const parts = splitDay(day);
  return `${parts.day}/${parts.month}`;
}

/** Day and clock time: 31/3, 16:40. */
export function momentText(at: EpochMs): string {
  return `${shortDay(dayOf(at))}, ${clockText(at)}`;
}
