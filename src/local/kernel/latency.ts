import model from '../platform/latency.json';
import type { CallSize } from './host';

interface Line {
  readonly fixedMs: number;
  readonly usPerCell?: number;
  readonly usPerRow?: number;
  readonly perRangeMs?: number;
  readonly perResponseMs?: number;
}

const lines = model.calls as Readonly<Record<string, Line>>;

/** Milliseconds a call takes at the median: (fixed + parts by size) × safety. Throws on a line the model does not have. */
export function latencyOf(name: string, size: CallSize = {}): number {
  const line = lines[name];
  if (!line) throw new Error(`platform/latency.json has no line ${name}`);
  const raw =
    line.fixedMs +
    ((line.usPerCell ?? 0) * (size.cells ?? 0) + (line.usPerRow ?? 0) * (size.rows ?? 0)) / 1000 +
    (line.perRangeMs ?? 0) * (size.ranges ?? 0) +
    (line.perResponseMs ?? 0) * (size.responses ?? 0);
  return raw * model.safety;
}

/**
 * How many times the median a call takes, for a draw 0 ≤ x < 1: straight lines on a logarithmic scale between the quantiles of the
 * model; below the median it is 1.
 */
export function tailFactor(draw: number): number {
  const { p50, p90, p99, p999 } = model.tail;
  const points: readonly (readonly [number, number])[] = [
    [0.5, p50],
    [0.9, p90],
    [0.99, p99],
    [0.999, p999],
  ];
  if (draw <= 0.5) return p50;
  for (let at = 1; at < points.length; at += 1) {
    const [highDraw, high] = points[at]!;
    const [lowDraw, low] = points[at - 1]!;
    if (draw <= highDraw) {
      return low * (high / low) ** ((draw - lowDraw) / (highDraw - lowDraw));
    }
  }
  return p999;
}

/** How long a person at a page waits for an execution: its calls, its start, and the way there and back (platform/measures.md). */
export function feltMs(simulatedMs: number): number {
  return simulatedMs + latencyOf('execution.start') + latencyOf('google.script.run');
}
