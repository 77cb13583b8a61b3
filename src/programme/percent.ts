/**
 * A share in whole percent as the summaries show it: null for nothing of nothing ("–"), 100 only when it is all, 0 only when it is none; what
 * lies between is rounded and kept from both ends (99 until the last one, 1 from the first).
 */
export function wholePercent(part: number, whole: number): number | null {
  if (whole === 0) return null;
  if (part <= 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part * 100) / whole)));
}

/** A count with its share. */
export interface CountAndPercent {
  readonly count: number;
  readonly percent: number | null;
}

/** Makes the pair "SL, %". */
export function countOf(count: number, whole: number): CountAndPercent {
  return { count, percent: wholePercent(count, whole) };
}
