import type { CellValue, SheetData, SpreadsheetData } from '../../src/local/sheets/model/book';
import type { Workspace } from '../../src/local/workspace';
import { ROLE_ACCOUNT, type SmallDistrict } from './small-district';

/** What people see of a cell. */
export type Seen = string | number | boolean;

/** A workbook's data by its name. Throws when there is none, or two. */
export function bookNamed(
  workspace: Workspace,
  name: string,
): { readonly id: string; readonly data: SpreadsheetData } {
  const found = Object.values(workspace.state.files).filter((file) => file.name === name && !file.trashed);
  const [only] = found;
  if (!only || found.length !== 1) throw new Error(`${found.length} files are called ${name}`);
  return { id: only.id, data: only.data as SpreadsheetData };
}

/** A tab of *Sổ Quận đoàn* by its title. */
export function districtTab({ workspace, book }: SmallDistrict, title: string): SheetData {
  return tabIn(workspace.state.files[book]?.data as SpreadsheetData, title);
}

/** A tab by its title. */
export function tabIn(data: SpreadsheetData, title: string): SheetData {
  const sheet = data.sheets.find((one) => one.name === title);
  if (!sheet) throw new Error(`No tab ${title}: ${data.sheets.map((one) => one.name).join(', ')}`);
  return sheet;
}

/** The rows of a tab below its header, as records by key (the hidden first row). */
export function recordsOf(sheet: SheetData, headRows = 2): readonly Readonly<Record<string, Seen>>[] {
  const keys = (sheet.rows[0]?.v ?? []).map(seen).map(String);
  return sheet.rows
    .slice(headRows)
    .map((row) => Object.fromEntries(keys.map((key, index) => [key, seen(row?.v[index])])))
    .filter((record) => Object.values(record).some((cell) => cell !== ''));
}

/** Notes of a tab by place, 'row:column', 0-based. */
export function notesOf(sheet: SheetData): Readonly<Record<string, string>> {
  const notes: Record<string, string> = {};
  sheet.rows.forEach((row, index) => {
    for (const [column, extra] of Object.entries(row?.x ?? {}))
      if (extra.note !== undefined && extra.note !== '') notes[`${index}:${column}`] = extra.note;
  });
  return notes;
}

/** Value of a cell. */
export function seen(cell: CellValue | undefined): Seen {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? (cell.v ?? '') : cell;
}

/** Whether any cell of the book is a formula. */
export function hasFormula(data: SpreadsheetData): boolean {
  return data.sheets.some((sheet) =>
    sheet.rows.some((row) => (row?.v ?? []).some((cell) => typeof cell === 'object' && cell !== null)),
  );
}

/**
 * Everything the role account owns, without times, ids and hashes: what must be the same after a job was done twice, or killed and gone on
 * with. Dates are numbers and become '#'; ids of files and of Google's own making become their names.
 */
export function digest(workspace: Workspace): Readonly<Record<string, unknown>> {
  const files = Object.values(workspace.state.files).filter(
    (file) => file.owner === ROLE_ACCOUNT && !file.trashed,
  );
  const nameById = new Map(files.map((file) => [file.id, file.name]));
  const anonymous = (text: string): string => {
    let plain = text;
    for (const [id, name] of nameById) plain = plain.split(id).join(`<${name}>`);
    return plain
      .replace(/forms\/d\/e\/[\w-]+/g, '<phiếu>')
      .replace(/entry\.\d+/g, '<dòng>')
      .replace(/\b[0-9a-f]{32}([0-9a-f]{16})?\b/g, '<mã>')
      .replace(/\b[0-9a-f]{12}\b/g, '<token>')
      .replace(/\d{2}:\d{2}(:\d{2})?/g, '<giờ>')
      .replace(/\b1[34]\d{11}\b/g, '<lúc>');
  };
  const counted: Record<string, unknown> = {};
  for (const file of files) {
    const name = counted[file.name] === undefined ? file.name : `${file.name} (2)`;
    const sharing = file.permissions
      .map((one) => `${one.type} ${one.role} ${one.emailAddress ?? ''} ${one.view ?? ''}`)
      .sort();
    counted[name] = {
      sharing,
      ...(file.kind === 'spreadsheet'
        ? {
            tabs: (file.data as SpreadsheetData).sheets
              // A row for every press: more presses, more rows.
              .filter((sheet) => sheet.name !== 'Việc đã làm')
              .map((sheet) => tabDigest(sheet, anonymous)),
          }
        : { kind: file.kind, items: (file.data as { items?: readonly unknown[] }).items?.length ?? 0 }),
    };
  }
  const triggers = Object.values(workspace.state.triggers).map((one) => one.handler);
  return { ...counted, triggers: triggers.sort() };
}

function tabDigest(sheet: SheetData, anonymous: (text: string) => string): unknown {
  const rows = sheet.rows
    .map((row) =>
      (row?.v ?? []).map((cell) => {
        const value = seen(cell);
        if (typeof value === 'number' && value > 40_000 && value < 60_000) return '#';
        return typeof value === 'string' ? anonymous(value) : value;
      }),
    )
    .map((row) =>
      row.slice(0, 1 + row.reduce((last: number, cell, index) => (cell === '' ? last : index), -1)),
    );
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return {
    title: sheet.name,
    hidden: sheet.hidden,
    rows: STATEFUL.has(sheet.name) ? rows.length : rows,
  };
}

/** Tabs that hold when and by which run: of these only how long they are is compared. */
const STATEFUL: ReadonlySet<string> = new Set(['_cfg', '_gop', 'Nhật ký', 'Bắt đầu']);
