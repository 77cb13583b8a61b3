import type { EpochMs } from '../../../programme/dates';
import type { GradeRequest } from '../../../programme/plan-branch';
import type { Flight, Queue } from './model';

/** How long what was never acknowledged is kept on the person's machine. */
export const NET_KEPT_MS = 7 * 86_400_000;

export const NET_PREFIX = 'ren-luyen:';

/** Second net: the grades of one branch that Google has not acknowledged. */
export interface Net {
  readonly branch: string;
  readonly keptAt: EpochMs;
  readonly waiting: readonly GradeRequest[];
  /** The trip that may or may not have arrived: sent again under its own operation it counts once. */
  readonly flight: Flight | null;
}

/** Where a person's net for one workbook and wave hangs; each branch has its own. */
export function netName(email: string, unit: string, wave: string, branch: string): string {
  return `${NET_PREFIX}${email}|${unit}|${wave}|${branch}`;
}

/** What the queue leaves to be kept; null when everything is acknowledged. */
export function netOf(branch: string, queue: Queue, now: EpochMs): Net | null {
  if (queue.waiting.length === 0 && queue.flight === null) return null;
  return { branch, keptAt: now, waiting: queue.waiting, flight: queue.flight };
}

/** Reads a net back; null when there is none, it is too old, or it cannot be read. */
export function readNet(text: string | null, branch: string, now: EpochMs): Net | null {
  if (text === null) return null;
  try {
    const net = JSON.parse(text) as Partial<Net> | null;
    if (!net || net.branch !== branch || typeof net.keptAt !== 'number') return null;
    if (now - net.keptAt > NET_KEPT_MS || !Array.isArray(net.waiting)) return null;
    return { branch, keptAt: net.keptAt, waiting: net.waiting, flight: net.flight ?? null };
  } catch {
    return null;
  }
}
