import type { Workspace } from '../../local/workspace';
import { readTab, type Seen } from '../world/sheet-reading';
import type { Expected, ExpectedTable } from './expected';

/** A cell of a summary that does not show what was counted. */
export interface WrongTotal {
  readonly tab: string;
  readonly row: string;
  readonly column: string;
  readonly shown: Seen;
  readonly counted: Seen;
}

/** How many cells were compared, and those that differ. */
export interface Comparison {
  readonly compared: number;
  readonly wrong: readonly WrongTotal[];
}

/** Compares the summary tabs of a workbook with a recount, cell by cell, by the names of rows and headers. */
export function compareTables(
  workspace: Workspace,
  file: string,
  tables: readonly ExpectedTable[],
): Comparison {
  const wrong: WrongTotal[] = [];
  let compared = 0;
  for (const expected of tables) {
    const seen = readTab(workspace, file, expected.title, expected.head);
    for (const { key, cells } of expected.rows) {
      const row = seen?.rows.find((one) =>
        expected.keys.every((header, place) => String(seen.cell(one, header)) === key[place]),
      );
      for (const [column, counted] of Object.entries(cells)) {
        compared += 1;
        const shown = row && seen?.columns.has(column) ? seen.cell(row, column) : '–không có–';
        if (!isSame(shown, counted))
          wrong.push({ tab: expected.title, row: key.join(' / '), column, shown, counted: plain(counted) });
      }
    }
  }
  return { compared, wrong };
}

const EPOCH_DAYS = 25_569;
const ZONE_DAYS = 7 / 24;

function plain(expected: Expected): Seen {
  return typeof expected === 'object' ? expected.moment / 86_400_000 + EPOCH_DAYS + ZONE_DAYS : expected;
}

function isSame(shown: Seen, expected: Expected): boolean {
  if (typeof expected === 'object')
    return typeof shown === 'number' && Math.abs(shown - Number(plain(expected))) < 2 / 86_400;
  if (typeof expected === 'number' && typeof shown === 'number') return Math.abs(shown - expected) < 1e-9;
  return shown === expected;
}
