import { addMonths, type IsoDay } from './dates';

/**
 * The day to which the words of a programme year are kept, as its forms promised. `kept` = what holds for the year that runs now; every year before has
 * its day as many years earlier. '' = no day.
 */
export function wordsKeptUntil(kept: { readonly day: IsoDay; readonly year: string }, year: string): IsoDay {
  if (kept.day === '') return '';
  const years = Number(kept.year) - Number(year);
  return Number.isInteger(years) ? addMonths(kept.day, -12 * years) : kept.day;
}
