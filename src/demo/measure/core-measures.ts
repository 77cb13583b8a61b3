import { DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from '@duckdb/node-api';
import { CRITERION_CODES } from '../../programme/criteria';
import { tallyLevels, type KeptLevels } from '../../programme/level-tally';
import { createRandom } from '../invent/random';
import { median, type Measure } from './measure';

const MEMBERS = 20_000;
const WAVES = 4;
const UNITS = 46;
const RUNS = 7;
/** Rows of one chunk: DuckDB's own vector size. */
const CHUNK = 2_048;

/** A member's result in a wave as it is kept: packed levels. */
interface ResultRow extends KeptLevels {
  readonly unit: number;
  readonly wave: number;
}

/** One line of figures for a unit, a wave and a criterion. */
type Figures = readonly [unit: number, wave: number, criterion: number, ...counts: number[]];

/**
 * The arithmetic of the summaries alone: 800 000 graded answers counted by unit, wave and criterion with the sums that means are made of, by the code
 * that ships and by DuckDB's native engine, both from the packed texts, loading included. Throws when they differ.
 */
export async function coreMeasures(seed: number): Promise<readonly Measure[]> {
  const rows = inventRows(seed);
  const ours: number[] = [];
  const theirs: number[] = [];
  let [mine, peer]: [readonly Figures[], readonly Figures[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    // One engine after the other: side by side they would take each other's time.
    /* oxlint-disable no-await-in-loop */
    let started = performance.now();
    mine = countPlain(rows);
    ours.push(performance.now() - started);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    started = performance.now();
    peer = await countWithDuckDb(connection, rows);
    theirs.push(performance.now() - started);
    connection.closeSync();
    instance.closeSync();
    /* oxlint-enable no-await-in-loop */
  }
  if (mine.length !== UNITS * WAVES * CRITERION_CODES.length)
    throw new Error(`${mine.length} lines were counted`);
  if (JSON.stringify(mine) !== JSON.stringify(peer)) throw new Error('DuckDB counts otherwise');
  const [value, against] = [round(median(ours)), round(median(theirs))];
  return [
    {
      id: 'core800k.ms',
      what: `${rows.length * CRITERION_CODES.length} graded answers by unit, wave and criterion; peer: DuckDB’s native engine, loading included`,
      value,
      unit: 'ms',
      peer: against,
      ratio: round(value / against),
    },
  ];
}

function countPlain(rows: readonly ResultRow[]): readonly Figures[] {
  const groups: KeptLevels[][] = Array.from({ length: UNITS * WAVES }, () => []);
  for (const row of rows) groups[row.unit * WAVES + row.wave]?.push(row);
  return groups.flatMap((group, place) =>
    tallyLevels(group).map((one, criterion): Figures => [
      Math.floor(place / WAVES),
      place % WAVES,
      criterion,
      ...one.judged,
      one.both,
      one.gapSum,
      one.selfDone,
      one.committeeDone,
    ]),
  );
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;

async function countWithDuckDb(
  connection: Connection,
  rows: readonly ResultRow[],
): Promise<readonly Figures[]> {
  await connection.run('create table r (unit integer, wave integer, levels varchar, own varchar)');
  const appender = await connection.createAppender('r');
  for (let from = 0; from < rows.length; from += CHUNK) {
    const part = rows.slice(from, from + CHUNK);
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, VARCHAR, VARCHAR], part.length);
    chunk.setColumns([
      part.map((row) => row.unit),
      part.map((row) => row.wave),
      part.map((row) => row.levels),
      part.map((row) => row.selfLevels),
    ]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const reader = await connection.runAndReadAll(QUERY);
  return reader.getRows().map((row) => row.map(Number) as unknown as Figures);
}

const QUERY = `
  with c as (select unnest(range(10))::integer as criterion),
  answers as (
    select unit, wave, criterion, ascii(levels[criterion + 1]) - 48 as level, ascii(own[criterion + 1]) - 48 as self from r, c)
  select unit, wave, criterion,
    count(*) filter (level = 1), count(*) filter (level = 2), count(*) filter (level = 3), count(*) filter (level = 4),
    count(*) filter (level between 1 and 4 and self between 1 and 4),
    coalesce(sum(self - level) filter (level between 1 and 4 and self between 1 and 4), 0),
    count(*) filter (level between 1 and 4 and self between 3 and 4),
    count(*) filter (level between 3 and 4 and self between 1 and 4)
  from answers group by unit, wave, criterion order by unit, wave, criterion`;

function inventRows(seed: number): readonly ResultRow[] {
  const random = createRandom(seed).fork('core');
  const signs = (): string => CRITERION_CODES.map(() => String(1 + random.below(4))).join('');
  return Array.from({ length: MEMBERS * WAVES }, (_, place) => ({
    unit: Math.floor(place / WAVES) % UNITS,
    wave: place % WAVES,
    levels: signs(),
    selfLevels: signs(),
    registered: null,
  }));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
