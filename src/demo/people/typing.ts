import { formatDay } from '../../programme/dates';
import { GROUP_LABELS } from '../../programme/criteria';
import type { Workspace } from '../../local/workspace';
import type { InventedMember } from '../invent/members';
import { needTab, sheetIdOf } from '../world/sheet-reading';

/** Rows above the data of a tab that people fill in. */
const HEAD_ROWS = 2;

/** Pastes a table under the headers of a tab: each record by header. Throws where a header is none of the tab's, or Google refuses. */
export function pasteRows(
  workspace: Workspace,
  of: { readonly file: string; readonly title: string; readonly as: string },
  records: readonly Readonly<Record<string, string>>[],
): void {
  if (records.length === 0) return;
  const table = needTab(workspace, of.file, of.title);
  const unknown = Object.keys(records[0]!).find((header) => !table.columns.has(header));
  if (unknown !== undefined) throw new Error(`${of.title} has no column ${unknown}`);
  const width = Math.max(...table.columns.values()) + 1;
  const cells = records.map((record) => {
    const row = Array.from({ length: width }, () => '');
    for (const [header, text] of Object.entries(record)) row[table.columns.get(header)!] = text;
    return row;
  });
  const first = HEAD_ROWS + table.rows.length + 1;
  const a1 = `A${first}:${columnName(width - 1)}${first + records.length - 1}`;
  type(workspace, of, a1, cells);
}

/** A member as a row of *Đoàn viên*, by header. */
export function memberRow(member: InventedMember): Readonly<Record<string, string>> {
  return {
    'Mã đoàn viên': member.code,
    'Họ và tên': member.fullName,
    'Ngày sinh': formatDay(member.birthDate),
    'Chi đoàn': member.branch,
    'Đối tượng': GROUP_LABELS.find(({ code }) => code === member.group)?.label ?? '',
    'Chức vụ': member.role,
    Email: member.email,
    'Thuộc diện xếp loại': member.classed ? 'Có' : 'Không',
    'Lý do không thuộc diện': member.whyNot,
  };
}

/** Types into the cell of the row that has `text` under `header`. */
export function typeBeside(
  workspace: Workspace,
  of: { readonly file: string; readonly title: string; readonly as: string },
  row: { readonly header: string; readonly text: string },
  cell: { readonly header: string; readonly text: string },
): void {
  const table = needTab(workspace, of.file, of.title);
  const place = table.rows.findIndex((one) => String(table.cell(one, row.header)) === row.text);
  const column = table.columns.get(cell.header);
  if (place < 0 || column === undefined)
    throw new Error(`${of.title} has no ${row.text} or no ${cell.header}`);
  type(workspace, of, `${columnName(column)}${HEAD_ROWS + place + 1}`, cell.text);
}

function type(
  workspace: Workspace,
  of: { readonly file: string; readonly title: string; readonly as: string },
  a1: string,
  text: string | string[][],
): void {
  const typed = workspace.typeInto(of.file, sheetIdOf(workspace, of.file, of.title), a1, text, { as: of.as });
  if (!typed.ok) throw new Error(`${of.title} ${a1}: ${typed.message}`);
}

/** 0 → A, 26 → AA. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}
