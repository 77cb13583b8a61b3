import { toA1 } from '../sheets/model/a1';
import type { Workspace } from '../workspace';
import type { TypedView } from './api-types';
import { refusalWords } from './refusal-words';
import { Refusal } from './router';

/** One cell somebody typed into; rows and columns count from 0. */
interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

function isTypedCell(cell: unknown): cell is TypedCell {
  const { row, column, text } = (cell ?? {}) as Record<string, unknown>;
  return Number.isInteger(row) && Number.isInteger(column) && typeof text === 'string';
}

function readCells(body: Readonly<Record<string, unknown>>): readonly TypedCell[] {
  const cells: unknown = body['cells'];
  if (Array.isArray(cells) && cells.length > 0 && cells.every(isTypedCell)) return cells;
  throw new Refusal(400, 'Nội dung gửi lên không đọc được.');
}

interface Block {
  readonly a1: string;
  readonly table: string[][];
}

/** The cells as whole blocks: one when they fill a rectangle (a paste), else each by itself. */
function blocksOf(cells: readonly TypedCell[]): readonly Block[] {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  const [bottom, right] = [Math.max(...rows) + 1, Math.max(...columns) + 1];
  if ((bottom - top) * (right - left) !== cells.length) return cells.flatMap((cell) => blocksOf([cell]));
  const table = Array.from({ length: bottom - top }, () => Array.from({ length: right - left }, () => ''));
  for (const { row, column, text } of cells) table[row - top]![column - left] = text;
  return [{ a1: toA1({ top, left, bottom, right }), table }];
}

/** Types what a request's JSON holds (`sheetId`, `cells`) as that person; stops at the first refusal, in the words of Google's Vietnamese page. */
export function typeCells(
  workspace: Workspace,
  fileId: string,
  body: Readonly<Record<string, unknown>>,
  as: string,
): TypedView {
  const sheetId = Number(body['sheetId']);
  for (const { a1, table } of blocksOf(readCells(body))) {
    const text = table.length === 1 && table[0]!.length === 1 ? table[0]![0]! : table;
    const typed = workspace.typeInto(fileId, sheetId, a1, text, { as });
    if (!typed.ok) return { ok: false, message: refusalWords(typed.message) };
  }
  return { ok: true };
}
