import { problemSentence, type SheetProblem } from '../workbook/problems';
import { markCell, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { jsonOf } from './state-tab';

/** How a note of ours begins: notes that people wrote themselves are left alone. */
const OURS = 'Cần sửa: ';

/** Name under which the state keeps the tabs that bear notes of ours. */
const MARKED = 'marks';

/**
 * Marks every cell with a problem by a note and a colour, and clears the marks of what was mended. Notes are looked for in the cells
 * themselves: a row that was deleted or sorted has taken its note along.
 */
export function markProblems(district: District, { setup, state }: DistrictFacts): void {
  const notes = notesByCell(setup.problems);
  const marked = jsonOf<readonly number[]>(state, MARKED, []);
  const requests: SheetsRequest[] = staleMarks(district, marked, notes);
  for (const { sheetId, row, column, note } of notes.values())
    requests.push(markCell(sheetId, row, column, note));
  const sheets = [...new Set([...notes.values()].map((one) => one.sheetId))].sort((a, b) => a - b);
  state.set(MARKED, JSON.stringify(sheets));
  district.api.change(district.book, [...requests, ...state.changes()], true);
}

interface MarkedCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

function notesByCell(problems: readonly SheetProblem[]): ReadonlyMap<string, MarkedCell> {
  const cells = new Map<string, MarkedCell>();
  for (const one of problems) {
    // A tab that is not there has no cell; of a tab or column as a whole the header is marked.
    if (one.code === 'TAB_MISSING') continue;
    const row = one.row < 0 ? 1 : one.row;
    const column = Math.max(0, one.columnIndex);
    const place = `${one.sheetId}:${row}:${column}`;
    const before = cells.get(place);
    const note = before ? `${before.note}\n${problemSentence(one)}` : OURS + problemSentence(one);
    cells.set(place, { sheetId: one.sheetId, row, column, note });
  }
  return cells;
}

function staleMarks(
  district: District,
  sheets: readonly number[],
  wanted: ReadonlyMap<string, MarkedCell>,
): SheetsRequest[] {
  if (sheets.length === 0) return [];
  const there = district.services.spreadsheets.openById(district.book).getSheets();
  const requests: SheetsRequest[] = [];
  for (const sheet of there) {
    const sheetId = sheet.getSheetId();
    if (!sheets.includes(sheetId)) continue;
    sheet
      .getDataRange()
      .getNotes()
      .forEach((notes, row) =>
        notes.forEach((note, column) => {
          if (note.startsWith(OURS) && !wanted.has(`${sheetId}:${row}:${column}`))
            requests.push(markCell(sheetId, row, column, ''));
        }),
      );
  }
  return requests;
}
