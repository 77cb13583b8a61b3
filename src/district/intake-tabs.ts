import { problem, type Problem, type Result, fail, ok } from '../programme/result';
import { submissionId } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { momentOfCell, textOfCell, type CellInput, type ReadCell, type ReadRows } from '../workbook/cells';
import { registrationsTab, selfAssessmentsTab, UNMATCHED_TAB } from '../workbook/submission-tabs';
import {
  columnsByKey,
  readTable,
  recordToMovedCells,
  type TabDefinition,
  type TabRecord,
} from '../workbook/tab';
import type { UnmatchedDecision } from '../workbook/unmatched-rows';
import { appendRows, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { decisionsIn } from './intake';
import { readNamedTexts, STATE_TAB, type NamedTexts } from './state-tab';

/** The tabs a wave's sheets go to, as they stand: which sheets are there already, what staff decided, where collecting is. */
export interface IntakeTabs {
  readonly texts: NamedTexts;
  /** `submissionId` of every sheet that has its row. */
  readonly known: ReadonlySet<string>;
  /** The same of every sheet in *Phiếu cần xử lý*. */
  readonly resolving: ReadonlySet<string>;
  readonly decisions: readonly UnmatchedDecision[];
  /** Sheets of this wave that wait for staff. */
  readonly waiting: number;
  /** Requests that append records to one of the tabs, in its columns as they stand. */
  readonly append: (definition: TabDefinition, records: readonly TabRecord[]) => readonly SheetsRequest[];
}

/** Reads them in one call; of the two long tabs only what names a sheet. Problems: SHEET_CHANGED when a column is gone. */
export function readIntakeTabs(district: District, intake: string, wave: Wave): Result<IntakeTabs, Problem> {
  const definitions = [registrationsTab(wave), selfAssessmentsTab(wave)];
  const [stateRows, unmatched, ...rest] = district.api.read(intake, [
    { sheetId: STATE_TAB.sheetId },
    { sheetId: UNMATCHED_TAB.sheetId },
    ...definitions.flatMap(({ sheetId }) => [
      { sheetId, startRowIndex: 0, endRowIndex: 1 },
      // Response id and time stand first in a tab that code alone writes.
      { sheetId, startColumnIndex: 0, endColumnIndex: 2 },
    ]),
  ]) as readonly (ReadRows | null)[];
  const known = new Set<string>();
  const columns = new Map<number, ReadonlyMap<string, number>>();
  const problems: Problem[] = [];
  definitions.forEach((definition, index) => {
    const found = columnsByKey(definition, rest[2 * index]?.[0] ?? []);
    const gone = definition.columns.find((one, place) =>
      place < 2 ? found.get(one.key) !== place : !found.has(one.key),
    );
    if (gone) problems.push(changed(definition, gone.key));
    columns.set(definition.sheetId, found);
    for (const row of (rest[2 * index + 1] ?? []).slice(definition.frozenRows)) note(known, row[0], row[1]);
  });
  const table = readTable(UNMATCHED_TAB, unmatched ?? []);
  for (const key of table.missing) problems.push(changed(UNMATCHED_TAB, key));
  if (problems.length > 0) return fail(...problems);
  columns.set(UNMATCHED_TAB.sheetId, table.columns);
  const resolving = new Set<string>();
  for (const { cells } of table.records) note(resolving, cells.responseId, cells.sentAt);
  return ok({
    texts: readNamedTexts(STATE_TAB, stateRows ?? null),
    known,
    resolving,
    decisions: decisionsIn(unmatched ?? []),
    waiting: table.records.filter(
      ({ cells }) => textOfCell(cells.wave) === wave.code && textOfCell(cells.decision) === '',
    ).length,
    append(definition, records) {
      if (records.length === 0) return [];
      const places = columns.get(definition.sheetId) ?? new Map<string, number>();
      return [
        appendRows(
          definition.sheetId,
          records.map((record): readonly CellInput[] => recordToMovedCells(places, record)),
        ),
      ];
    },
  });
}

function changed(definition: TabDefinition, key: string): Problem {
  const header = definition.columns.find((one) => one.key === key)?.header ?? key;
  return problem('SHEET_CHANGED', '', { tab: definition.title, column: header });
}

function note(known: Set<string>, id: ReadCell | undefined, at: ReadCell | undefined): void {
  const sentAt = momentOfCell(at ?? '');
  if (sentAt !== null) known.add(submissionId({ responseId: textOfCell(id), sentAt }));
}
