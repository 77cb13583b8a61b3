import type { CellValue, SheetData, SpreadsheetData } from '../../local/sheets/model/book';
import type { Workspace } from '../../local/workspace';

/** What a person sees in a cell; dates as the numbers Sheets keeps. */
export type Seen = string | number | boolean;

/** A table on a tab, found by what people read: its title and its headers. */
export interface SeenTable {
  /** Columns by header; under a heading that joins several, 'Đăng ký: SL'. */
  readonly columns: ReadonlyMap<string, number>;
  readonly rows: readonly (readonly Seen[])[];
  /** A cell of a row by its header. Throws when the table has no such column. */
  cell(row: readonly Seen[], header: string): Seen;
}

/** Rows above the data: a hidden one of keys, then the header; a summary has a line of its time and a header of two rows. */
const HEADS = { plain: { header: 1, rows: 1 }, summary: { header: 2, rows: 2 } } as const;

/** Reads a tab by its title; null when the workbook has none of that title. */
export function readTab(
  workspace: Workspace,
  file: string,
  title: string,
  head: keyof typeof HEADS = 'plain',
): SeenTable | null {
  const sheet = bookOf(workspace, file).sheets.find((one) => one.name === title);
  return sheet ? tableOf(sheet, head) : null;
}

/** As `readTab`; throws when there is no such tab. */
export function needTab(
  workspace: Workspace,
  file: string,
  title: string,
  head: keyof typeof HEADS = 'plain',
): SeenTable {
  const table = readTab(workspace, file, title, head);
  if (!table)
    throw new Error(
      `${bookOf(workspace, file).name} has no tab ${title}: ${tabTitles(workspace, file).join(', ')}`,
    );
  return table;
}

/** Titles of a workbook's tabs. */
export function tabTitles(workspace: Workspace, file: string): readonly string[] {
  return bookOf(workspace, file).sheets.map((sheet) => sheet.name);
}

/** Sheet id of the tab with that title. Throws when there is none. */
export function sheetIdOf(workspace: Workspace, file: string, title: string): number {
  const sheet = bookOf(workspace, file).sheets.find((one) => one.name === title);
  if (!sheet) throw new Error(`There is no tab ${title}`);
  return sheet.sheetId;
}

/** The data of a workbook. */
export function bookOf(workspace: Workspace, file: string): SpreadsheetData {
  const record = workspace.core.file<SpreadsheetData>(file);
  if (!record || record.kind !== 'spreadsheet') throw new Error(`There is no workbook ${file}`);
  return record.data;
}

function tableOf(sheet: SheetData, head: keyof typeof HEADS): SeenTable {
  const { header, rows: headRows } = HEADS[head];
  const all = sheet.rows.map((row) => (row?.v ?? []).map(seen));
  const columns = new Map<string, number>();
  const first = all[header] ?? [];
  const second = headRows === 2 ? (all[header + 1] ?? []) : [];
  let group = '';
  for (let place = 0; place < Math.max(first.length, second.length); place += 1) {
    const over = String(first[place] ?? '').trim();
    const under = String(second[place] ?? '').trim();
    if (over !== '') group = over;
    const name = under === '' ? over : `${group}: ${under}`;
    if (name !== '' && !columns.has(name)) columns.set(name, place);
  }
  return {
    columns,
    rows: all.slice(header + headRows).filter((row) => row.some((cell) => cell !== '')),
    cell(row, name) {
      const place = columns.get(name);
      if (place === undefined)
        throw new Error(`${sheet.name} has no column ${name}: ${[...columns.keys()].join(', ')}`);
      return row[place] ?? '';
    },
  };
}

function seen(cell: CellValue | undefined): Seen {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? (cell.v ?? '') : cell;
}
