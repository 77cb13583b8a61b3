import type { RunResult } from '../../local/workspace';

/** A figure of the bench; `peer` = what it is held against, `ratio` = value to peer. */
export interface Measure {
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: number;
  readonly ratio?: number;
}

/**
 * Service calls of an execution as they are counted (platform/measures.md): letting a lock go reads and writes nothing that is stored, and the latency
 * model has no line for it; the workspace counts it all the same.
 */
export function serviceCalls({ calls }: RunResult): number {
  return calls.total - (calls.byService['Lock.releaseLock'] ?? 0);
}

/** The middle of several figures. Throws when there is none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

/** Wall-clock milliseconds of `act`, the median of several runs. */
export function timed(runs: number, act: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    act();
    return performance.now() - started;
  });
  return Math.round(median(times) * 100) / 100;
}

/** The measures as a table for people; what a value is held against stands behind it. */
export function measureTable(measures: readonly Measure[]): string {
  const lines = measures.map(({ id, value, unit, what, peer, ratio }) => {
    const against =
      peer === undefined ? '' : ` (peer ${peer}${ratio === undefined ? '' : `, ratio ${ratio}`})`;
    return [id, String(value), unit, `${what}${against}`] as const;
  });
  const width = (place: 0 | 1 | 2): number => Math.max(...lines.map((line) => line[place].length));
  return lines
    .map(
      ([id, value, unit, what]) =>
        `${id.padEnd(width(0))}  ${value.padStart(width(1))} ${unit.padEnd(width(2))}  ${what}`,
    )
    .join('\n');
}
