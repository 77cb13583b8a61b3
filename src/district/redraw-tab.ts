import type { EpochMs } from '../programme/dates';
import { formatMoment } from '../programme/dates';
import { keyRow, newTabRows, type TabDefinition, type TabRecord } from '../workbook/tab';
import { dressTab, freeTitle, layTab, sizeTab } from '../google/lay-tab';
import type { TabFacts } from '../google/sheets-api';
import { clearFrom, writeCells, type SheetsRequest } from '../google/sheets-batch';

/** Empty rows below a list. */
const SPARE_ROWS = 50;
const HEADER_ROW = 1;

/** Draws a list whole, for one atomic write: made when it is not there, else emptied and written anew; the first header tells as of when it is. */
export function redrawTab(
  definition: TabDefinition,
  records: readonly TabRecord[],
  tabs: readonly TabFacts[],
  {
    writers,
    guard,
    at,
  }: { readonly writers: readonly string[]; readonly guard: string; readonly at: EpochMs },
): readonly SheetsRequest[] {
  const { sheetId } = definition;
  const content = newTabRows(definition, records);
  const moment = formatMoment(at);
  const told: SheetsRequest = {
    updateCells: {
      start: { sheetId, rowIndex: HEADER_ROW, columnIndex: 0 },
      rows: [{ values: [{ note: `Số liệu tính đến ${moment.slice(11, 16)} ngày ${moment.slice(0, 10)}.` }] }],
      fields: 'note',
    },
  };
  if (!tabs.some((tab) => tab.sheetId === sheetId)) {
    const title = freeTitle(definition.title, new Set(tabs.map((tab) => tab.title)), 'mới');
    return [...layTab({ definition, content, spareRows: SPARE_ROWS, writers, guard, title }), told];
  }
  return [
    sizeTab(sheetId, content.length + SPARE_ROWS, Math.max(keyRow(definition).length, 1)),
    clearFrom(sheetId, 0),
    ...dressTab(definition),
    writeCells(sheetId, 0, 0, content),
    told,
  ];
}
