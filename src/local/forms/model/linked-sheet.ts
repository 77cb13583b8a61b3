import type { Submitted } from '../../kernel/acts';
import type { WorkspaceCore } from '../../kernel/core-types';
import {
  type SheetData,
  type SpreadsheetData,
  createSheet,
  nextId,
  sheetById,
  sheetByName,
} from '../../sheets/model/book';
import { toA1 } from '../../sheets/model/a1';
import { markChanged } from '../../sheets/model/calculate';
import { lastRow, plainAt, putCell, putStyle, writableRow } from '../../sheets/model/cells';
import { renderMoment } from '../../sheets/model/date-format';
import { sheetLocale } from '../../sheets/model/locale';
import { serialOf } from '../../sheets/model/serial';
import { styleId } from '../../sheets/model/styles';
import { momentFormat } from '../../sheets/model/write';
import type { FormData, ItemData, StoredAnswer } from './form-data';
import { isGrid, isQuestion } from './items';
import { type StoredResponse, countBefore, responseAt } from './responses';

type Row = NonNullable<Extract<Submitted, { ok: true }>['row']>;

interface Words {
  readonly sheet: string;
  readonly time: string;
  readonly email: string;
}

const ENGLISH: Words = { sheet: 'Form Responses', time: 'Timestamp', email: 'Email Address' };
const VIETNAMESE: Words = { sheet: 'Câu trả lời biểu mẫu', time: 'Dấu thời gian', email: 'Địa chỉ email' };

/**
 * Links a form to a workbook: a new first tab, named and headed in the account's language, with a copy of every stored response [facts 4.4].
 * Its sheet id.
 */
export function linkSheet(
  core: WorkspaceCore,
  form: FormData,
  book: SpreadsheetData,
  formUrl: string,
): number {
  const words = core.state.locale.startsWith('vi') ? VIETNAMESE : ENGLISH;
  let number = 1;
  while (sheetByName(book, `${words.sheet} ${number}`)) number += 1;
  const sheet = createSheet(nextId(book), `${words.sheet} ${number}`, 100);
  sheet.formUrl = formUrl;
  sheet.frozenRows = 1;
  book.sheets.unshift(sheet);
  const columns = ['time', ...(form.collectEmail ? ['email'] : []), ...form.items.flatMap(columnsOf)];
  form.destination = { file: book.id, sheetId: sheet.sheetId, columns, rows: {} };
  const heads = writableRow(sheet, 0);
  columns.forEach((column, at) => {
    putCell(
      heads,
      at,
      column === 'time' ? words.time : column === 'email' ? words.email : headOf(form, column),
    );
  });
  for (let at = 0; at < form.responses.ids.length; at += 1)
    keepLinkedRow(core, form, responseAt(form.responses, at));
  return sheet.sheetId;
}

/** Whether the row of a response just stored is lost: by how many were sent in the same second, where the workspace is set so. */
export function isRowLost(core: WorkspaceCore, form: FormData, at: number): boolean {
  if (!core.settings.linkedSheetLosesRows || !form.destination) return false;
  const { allKeptUpTo, keptAt40, keptAt50, keptAt55 } = core.limits.linkedSheetSimultaneousSubmissions;
  const points = [
    [allKeptUpTo, 1],
    [40, keptAt40],
    [50, keptAt50],
    [55, keptAt55],
  ] as const;
  const { ids } = form.responses;
  const count = ids.length - countBefore(form.responses, Math.floor(at / 1000) * 1000);
  const next = points.findIndex(([people]) => count <= people);
  if (next === 0) return false;
  if (next < 0) return core.random() >= keptAt55;
  const [[low, from], [high, to]] = [points[next - 1]!, points[next]!];
  return core.random() >= from + ((to - from) * (count - low)) / (high - low);
}

/** Ends the link; the tab stays with what it holds, an ordinary one from now on. */
export function unlinkSheet(core: WorkspaceCore, form: FormData): void {
  const to = form.destination;
  const file = to === null ? null : core.file<SpreadsheetData>(to.file);
  const sheet = file && to && sheetById(file.data, to.sheetId);
  if (sheet) {
    sheet.formUrl = null;
    core.touch(file);
  }
  form.destination = null;
}

/** Copies a response into the linked sheet: a new row, or the one it had. Null when there is no such sheet any more. */
export function keepLinkedRow(core: WorkspaceCore, form: FormData, response: StoredResponse): Row | null {
  const to = form.destination;
  const file = to === null ? null : core.file<SpreadsheetData>(to.file);
  const book = file?.data;
  const sheet = to && book && sheetById(book, to.sheetId);
  if (!sheet) return null;
  core.touch(file, response.at);
  addMissingColumns(form, to, sheet);
  const row = to.rows[response.id] ?? Math.max(1, lastRow(sheet));
  to.rows[response.id] = row;
  if (row >= sheet.maxRows) sheet.maxRows = row + 1;
  markChanged(book);
  const line = writableRow(sheet, row);
  // The sheet keeps seconds where the form's own store has milliseconds [facts 4.4].
  const serial = serialOf(Math.floor(response.at / 1000) * 1000, book.timeZone);
  putCell(line, 0, serial);
  const format = momentFormat(book.locale, 0.5);
  putStyle(line, 0, styleId(book, { numberFormat: format }));
  const time = renderMoment(serial, format, sheetLocale(book.locale));
  const values = to.columns.map((column) => (column === 'time' ? time : textOf(response, column)));
  values.forEach((text, at) => {
    if (at > 0) putCell(line, at, text === '' ? null : text);
  });
  return {
    file: book.id,
    sheetId: sheet.sheetId,
    a1: toA1({ top: row, bottom: row + 1, left: 0, right: to.columns.length }),
    values,
    namedValues: namedValues(sheet, values),
  };
}

/** Questions added since get columns at the right; columns of deleted ones stay [facts 4.4]. */
function addMissingColumns(form: FormData, to: NonNullable<FormData['destination']>, sheet: SheetData): void {
  const missing = form.items.flatMap(columnsOf).filter((column) => !to.columns.includes(column));
  if (missing.length === 0) return;
  const heads = writableRow(sheet, 0);
  for (const column of missing) {
    putCell(heads, to.columns.length, headOf(form, column));
    to.columns.push(column);
  }
  sheet.maxColumns = Math.max(sheet.maxColumns, to.columns.length);
}

function columnsOf(item: ItemData): readonly string[] {
  if (!isQuestion(item.kind)) return [];
  return isGrid(item.kind) ? item.rows!.map((_row, at) => `${item.id}:${at}`) : [String(item.id)];
}

function headOf(form: FormData, column: string): string {
  const [id = '', row] = column.split(':');
  const item = form.items.find((one) => String(one.id) === id);
  if (!item) return '';
  return row === undefined ? item.title : `${item.title} [${item.rows![Number(row)] ?? ''}]`;
}

function textOf(response: StoredResponse, column: string): string {
  if (column === 'email') return response.email;
  const [id = '', row] = column.split(':');
  const answer: StoredAnswer | undefined = response.answers[id];
  if (answer === undefined) return '';
  const part = row === undefined ? answer : (answer[Number(row)] ?? '');
  return typeof part === 'string'
    ? part
    : part
        .flat()
        .filter((one) => one !== null)
        .join(', ');
}

function namedValues(sheet: SheetData, values: readonly string[]): Record<string, string[]> {
  const named: Record<string, string[]> = {};
  values.forEach((value, at) => {
    const head = String(plainAt(sheet, 0, at) ?? '');
    (named[head] ??= []).push(value);
  });
  return named;
}
