import type { EpochMs } from '../programme/dates';
import type { Member } from '../programme/organisation';
import { textOfCell, type CellInput, type ReadRows } from '../workbook/cells';
import { RESULTS_TAB, resultKey, resultRecord } from '../workbook/results-tab';
import { presetOfWave } from '../workbook/wave-scale';
import type { Setup } from '../workbook/setup';
import { recordToCells } from '../workbook/tab';
import type { UnitEntry } from '../workbook/units-tab';
import { appendRows, writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { FoldedWave } from './read-unit';

/** Where the rows of *Kết quả đoàn viên* stand, by wave and member; new ones are remembered as they are appended. */
export interface ResultPlaces {
  readonly write: (rows: readonly (readonly CellInput[])[]) => readonly SheetsRequest[];
}

/** Finds the rows by their first two columns, which name wave and member. Throws when they were moved: the tab is the run's alone. */
export function resultPlaces(rows: ReadRows): ResultPlaces {
  const [keys] = rows;
  if (keys?.[0] !== 'wave' || keys[1] !== 'member')
    throw new Error('The columns of the results were moved: they cannot be found by key');
  const places = new Map<string, number>();
  rows.forEach((row, index) => {
    if (index >= RESULTS_TAB.frozenRows) places.set(resultKey(textOfCell(row[0]), textOfCell(row[1])), index);
  });
  let nextRow = Math.max(RESULTS_TAB.frozenRows, rows.length);
  return {
    write(written) {
      const requests: SheetsRequest[] = [];
      const added: (readonly CellInput[])[] = [];
      let block: { from: number; cells: (readonly CellInput[])[] } | null = null;
      for (const cells of written) {
        const key = resultKey(String(cells[0]), String(cells[1]));
        const place = places.get(key);
        if (place === undefined) {
          added.push(cells);
          places.set(key, nextRow);
          nextRow += 1;
        } else if (block && block.from + block.cells.length === place) block.cells.push(cells);
        else {
          if (block) requests.push(writeCells(RESULTS_TAB.sheetId, block.from, 0, block.cells));
          block = { from: place, cells: [cells] };
        }
      }
      if (block) requests.push(writeCells(RESULTS_TAB.sheetId, block.from, 0, block.cells));
      if (added.length > 0) requests.push(appendRows(RESULTS_TAB.sheetId, added));
      return requests;
    },
  };
}

/** The results of a unit's wave as rows, branch by branch. */
export function resultRowsOf(
  setup: Setup,
  { unit }: UnitEntry,
  { wave, branches }: FoldedWave,
  memberByCode: ReadonlyMap<string, Member>,
  now: EpochMs,
): readonly (readonly CellInput[])[] {
  const preset = presetOfWave(setup, wave);
  const nameOf = new Map(setup.allBranches.map((branch) => [branch.code, branch.name]));
  return [...branches.values()].flatMap((branchFold) =>
    branchFold.members.map((fold) =>
      recordToCells(
        RESULTS_TAB,
        resultRecord({
          wave,
          unit,
          branchName: nameOf.get(branchFold.branch) ?? branchFold.branch,
          member: memberByCode.get(fold.member) ?? strangerOf(fold.member, branchFold.branch),
          fold,
          branchFold,
          preset,
          now,
        }),
      ),
    ),
  );
}

/** A member only proposed so far has no row in the roster. */
function strangerOf(code: string, branch: string): Member {
  return {
    code,
    fullName: '',
    birthDate: '',
    branch,
    group: '',
    role: 'MEMBER',
    email: '',
    classed: true,
    whyNot: '',
    token: '',
  };
}
