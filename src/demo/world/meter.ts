import type { JobName } from '../../contract/district';
import type { FiredRun, RunResult } from '../../local/workspace';

/** Names under which calls and time are counted (platform/measures.md). */
export type MeasuredJob =
  | 'setup'
  | 'createBooks'
  | 'openWave'
  | 'collect'
  | 'push'
  | 'open'
  | 'save'
  | 'send'
  | 'recognise'
  | 'return'
  | 'record'
  | 'collectLedgers'
  | 'summarise'
  | 'report'
  | 'lockWave'
  | 'clock'
  | 'console'
  | JobName;

export interface JobMeasure {
  /** Executions. */
  readonly runs: number;
  readonly calls: { readonly total: number; readonly byService: Readonly<Record<string, number>> };
  readonly simulatedMs: number;
  readonly cpuMs: number;
  /** simulatedMs of each execution, in order. */
  readonly each: readonly number[];
}

/** Counts what every execution cost, by job; and what it met that does not exist. */
export interface Meter {
  note(job: MeasuredJob, result: RunResult): void;
  noteFired(runs: readonly FiredRun[]): void;
  measures(): Readonly<Partial<Record<MeasuredJob, JobMeasure>>>;
  notEmulated(): readonly string[];
  /** Runs of the clock that failed, in words. */
  failures(): readonly string[];
}

interface Sum {
  runs: number;
  total: number;
  readonly byService: Record<string, number>;
  simulatedMs: number;
  cpuMs: number;
  readonly each: number[];
}

/** A meter at zero. */
export function createMeter(): Meter {
  const sums = new Map<MeasuredJob, Sum>();
  const missing = new Set<string>();
  const failed: string[] = [];
  const note = (job: MeasuredJob, result: RunResult): void => {
    const sum = sums.get(job) ?? { runs: 0, total: 0, byService: {}, simulatedMs: 0, cpuMs: 0, each: [] };
    sums.set(job, sum);
    sum.runs += 1;
    sum.total += result.calls.total;
    sum.simulatedMs += result.simulatedMs;
    sum.cpuMs += result.cpuMs;
    sum.each.push(result.simulatedMs);
    for (const [name, count] of Object.entries(result.calls.byService))
      sum.byService[name] = (sum.byService[name] ?? 0) + count;
    for (const name of result.notEmulated) missing.add(name);
  };
  return {
    note,
    noteFired(runs) {
      for (const { handler, result } of runs) {
        note('clock', result);
        // A run that catches its own trouble tells the log of it.
        const [trouble] = result.ok ? result.logs.map(({ line }) => line) : [result.error?.message ?? ''];
        if (trouble !== undefined) failed.push(`${handler}: ${trouble}`);
      }
    },
    measures: () =>
      Object.fromEntries(
        [...sums].map(([job, { total, byService, ...rest }]) => [
          job,
          { ...rest, calls: { total, byService } },
        ]),
      ),
    notEmulated: () => [...missing].sort(),
    failures: () => failed,
  };
}
