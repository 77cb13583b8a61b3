import type { Wave } from '../../programme/wave';
import type { WaveActs } from '../recount/acts';
import { checkBooks, type BookCheck } from '../recount/books';
import { compareTables, type WrongTotal } from '../recount/compare';
import { compareHistory } from '../recount/history';
import { recountWave } from '../recount/recount';
import { countWaves, yearTable, type PlayedWave } from '../recount/year';
import { emulationTable } from '../recount/year-units';
import { waveTitle } from '../world/calendar';
import type { World } from '../world/world';
import type { Random } from '../invent/random';
import { pressButton } from '../people/staff';

type Counts<T> = { -readonly [K in keyof T]: T[K] };

/** What was found in the books at the end of each wave, added up. */
export interface Findings {
  readonly submissions: Counts<BookCheck['submissions']>;
  readonly grades: Counts<BookCheck['grades']>;
  members: number;
  eligible: number;
  recognised: number;
  lost: number;
  duplicated: number;
  misplaced: number;
  compared: number;
  readonly wrong: WrongTotal[];
  /** Each wave with the district of its opening: the year is counted from them. */
  readonly played: PlayedWave[];
  /** In words. */
  readonly faults: string[];
}

/** Nothing found yet. */
export function newFindings(): Findings {
  return {
    submissions: { sent: 0, stored: 0, matched: 0, late: 0, superseded: 0, toResolve: 0 },
    grades: { expected: 0, stored: 0 },
    members: 0,
    eligible: 0,
    recognised: 0,
    lost: 0,
    duplicated: 0,
    misplaced: 0,
    compared: 0,
    wrong: [],
    played: [],
    faults: [],
  };
}

/** Checks a wave's books and figures against what its people did. `world` = the district as it was when the wave was opened. */
export function noteFindings(found: Findings, world: World, wave: Wave, acts: WaveActs): void {
  const books = checkBooks(world, acts);
  for (const key of Object.keys(found.submissions) as (keyof BookCheck['submissions'])[])
    found.submissions[key] += books.submissions[key];
  found.grades.expected += books.grades.expected;
  found.grades.stored += books.grades.stored;
  for (const kind of ['lost', 'duplicated', 'misplaced'] as const) {
    found[kind] += books[kind].length;
    found.faults.push(...books[kind].map((one) => `${kind}: ${one}`));
  }
  const recount = recountWave(world.district, wave, waveTitle(wave), acts);
  const comparison = compareTables(world.workspace, world.book, recount.tables);
  found.compared += comparison.compared;
  found.wrong.push(...comparison.wrong);
  found.members += recount.members;
  found.eligible += recount.eligible;
  for (const branch of acts.branches.values()) found.recognised += branch.recognised.size;
  found.played.push({ wave, district: world.district, acts });
}

/**
 * At the end of the year: draws all summaries and the year anew and checks, against every wave's own record, the locked waves (whatever changed in the
 * roster since), the figures over the waves, *Tổng hợp năm* and *Thi đua đơn vị*.
 */
export function noteYear(found: Findings, world: World, random: Random): void {
  const { workspace, book, district } = world;
  const order = [...found.played].sort((a, b) => (a.wave.code < b.wave.code ? -1 : 1));
  const counted = countWaves(order);
  const locked = order.flatMap(({ wave, district: then, acts }) =>
    recountWave(then, wave, waveTitle(wave), acts).tables.slice(0, 1),
  );
  const general = counted.filter(({ wave }) => wave.calendar === 'GENERAL');
  const last = general[general.length - 1]?.wave.code ?? '';
  pressButton(world, 'summarise', '', random);
  // The smaller summaries tell of the wave drawn last.
  if (last !== '') pressButton(world, 'summarise', last, random);
  pressButton(world, 'year', '', random);
  for (const { compared, wrong } of [
    compareTables(workspace, book, [
      ...locked,
      yearTable(district, counted),
      emulationTable(district, counted),
    ]),
    compareHistory(workspace, book, general),
  ]) {
    found.compared += compared;
    found.wrong.push(...wrong);
  }
}
