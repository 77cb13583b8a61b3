import type { SheetData, SpreadsheetData } from './model/book';
import { nextId } from './model/book';
import { copyRow } from './model/cells';
import { ruleId, styleId } from './model/styles';

/** Puts a copy of a tab at the end of a book, the same or another: cells, sizes, merges, protections, charts get ids of their own. */
export function copySheetInto(
  from: SpreadsheetData,
  sheet: SheetData,
  to: SpreadsheetData,
  name: string | null,
  at = to.sheets.length,
): SheetData {
  const same = from === to;
  const copy: SheetData = {
    ...structuredClone({ ...sheet, rows: [] }),
    sheetId: nextId(to),
    name:
      name ??
      freeName(to, to.locale.startsWith('vi') ? `Bản sao của ${sheet.name}` : `Copy of ${sheet.name}`),
    hidden: false,
    formUrl: null,
    rows: sheet.rows.map((row) => row && copyRow(row)),
  };
  copy.charts = copy.charts.map((chart) => ({
    ...chart,
    id: nextId(to),
    ranges: chart.ranges.map((one) =>
      one.sheetId === sheet.sheetId ? { ...one, sheetId: copy.sheetId } : one,
    ),
  }));
  copy.protections = copy.protections.map((one) => ({ ...one, id: nextId(to) }));
  if (!same) restyled(from, copy, to);
  to.sheets.splice(at, 0, copy);
  to.formulas ||= from.formulas;
  return copy;
}

function restyled(from: SpreadsheetData, copy: SheetData, to: SpreadsheetData): void {
  for (const row of copy.rows) {
    if (row?.s) row.s = row.s.map((style) => (style === 0 ? 0 : styleId(to, from.styles[style] ?? {})));
    if (row?.x) {
      row.x = Object.fromEntries(
        Object.entries(row.x).map(([column, extra]) => [
          column,
          extra.rule === undefined ? extra : { ...extra, rule: ruleId(to, from.rules[extra.rule]!) },
        ]),
      );
    }
  }
}

/** The name, with a number behind it when the book has it already. */
export function freeName(book: SpreadsheetData, wished: string): string {
  const taken = new Set(book.sheets.map((one) => one.name.toLowerCase()));
  let name = wished;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wished} ${n}`;
  return name;
}
