import type { Size } from '../invent/district';
import { simulate } from '../story/simulation';
import type { MeasuredJob } from '../world/meter';
import { median, type Measure } from './measure';

const JOBS: readonly (readonly [MeasuredJob, string])[] = [
  ['setup', 'setting the district up'],
  ['createBooks', 'creating the base workbooks, a slice'],
  ['openWave', 'opening a wave, a slice'],
  ['collect', 'taking in what members sent, a slice'],
  ['push', 'bringing sheets into the base workbooks, a slice'],
  ['open', 'opening the sidebar, a call of it'],
  ['save', 'saving a trip of up to twelve grades'],
  ['send', 'sending a branch'],
  ['recognise', 'one judgement of a base committee'],
  ['collectLedgers', 'reading the ledgers, a slice'],
  ['summarise', 'drawing the summaries, a slice'],
];

/** What the jobs of a wave cost by the latency model: simulated ms and calls of one execution (the median), by size. */
export function waveMeasures(size: Size, seed: number): readonly Measure[] {
  const { simulation, world } = simulate(size, seed, 1);
  const measures = world.meter.measures();
  const jobs = JOBS.flatMap(([job, what]): Measure[] => {
    const measure = measures[job];
    if (!measure) throw new Error(`The ${size} wave has no ${job}`);
    return [
      {
        id: `${size}.${job}.simulatedMs`,
        what: `${what} (${measure.runs} executions)`,
        value: Math.round(median(measure.each)),
        unit: 'ms',
      },
      {
        id: `${size}.${job}.calls`,
        what: `service calls of an execution: ${what}`,
        value: Math.round((measure.calls.total / measure.runs) * 10) / 10,
        unit: 'calls',
      },
    ];
  });
  return [
    ...jobs,
    {
      id: `${size}.wave.wallMs`,
      what: 'the whole wave on this machine',
      value: simulation.wallMs,
      unit: 'ms',
    },
  ];
}
