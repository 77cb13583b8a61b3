import type { SheetsModule, Typed } from '../kernel/acts';
import type { FileRecord } from '../kernel/state';
import type { Rect, SheetData, SpreadsheetData } from './model/book';
import { closeRect, sheetById } from './model/book';
import { plainAt } from './model/cells';
import { calculate, markChanged } from './model/calculate';
import { missingFunction } from './model/formula-functions';
import { type Editor, PROTECTED, mayEdit } from './model/guard';
import { parseA1, toA1 } from './model/a1';
import { sheetLocale } from './model/locale';
import { displayValue } from './model/number-format';
import { styleAt } from './model/styles';
import { ruleProblem } from './model/validate';
import { enterCell, inputProblem, putValue, todayOf } from './model/write';

type Act = Parameters<SheetsModule['typeInto']>[1];

/** A person types into a cell, or pastes a table over cells from there on. */
export function typeInto(core: Editor['core'], of: Act): Typed {
  const file = of.file as FileRecord<SpreadsheetData>;
  const { data: book } = file;
  const sheet = sheetById(book, of.sheetId);
  const address = parseA1(of.a1);
  if (!sheet || !address) return { ok: false, message: 'Range not found' };
  const role = core.roleOf(file, of.as);
  if (role !== 'owner' && role !== 'writer')
    return { ok: false, message: 'You need edit access to change this document.' };
  const area = closeRect(sheet, address.range);
  const single = typeof of.text === 'string';
  const table = typeof of.text === 'string' ? [[of.text]] : of.text;
  const rect: Rect = single
    ? area
    : {
        top: area.top,
        left: area.left,
        bottom: area.top + table.length,
        right: area.left + Math.max(...table.map((row) => row.length)),
      };
  if ((single && rect.bottom > sheet.maxRows) || rect.right > sheet.maxColumns) {
    return { ok: false, message: 'The coordinates of the range are outside the dimensions of the sheet.' };
  }
  const editor: Editor = { core, file, email: of.as };
  if (!mayEdit(editor, sheet, rect)) return { ok: false, message: PROTECTED };
  if (rect.bottom > sheet.maxRows) addRowsAtEnd(sheet, rect.bottom - sheet.maxRows);
  const textAt = (row: number, column: number): string =>
    single ? (of.text as string) : (table[row - rect.top]?.[column - rect.left] ?? '');
  const before = shown(book, sheet, rect);
  const problem = enterAll(core.now(), book, sheet, rect, textAt);
  if (problem !== undefined) return { ok: false, message: problem };
  markChanged(book);
  calculate(book, core.now());
  core.touch(file);
  const one = rect.bottom - rect.top === 1 && rect.right - rect.left === 1;
  const value = one ? eventText(book, sheet, rect) : undefined;
  return {
    ok: true,
    sheetId: sheet.sheetId,
    a1: toA1(rect),
    ...(value === undefined || value === '' ? {} : { value }),
    ...(one && before !== '' ? { oldValue: before } : {}),
  };
}

/** For a pasted table that does not fit Google adds rows; they look as the last one does. */
function addRowsAtEnd(sheet: SheetData, count: number): void {
  const looks = sheet.rows[sheet.maxRows - 1]?.s;
  if (looks) for (let row = 0; row < count; row += 1) sheet.rows.push({ v: [], s: [...looks] });
  sheet.maxRows += count;
}

/** Enters all texts; when one is refused, nothing stays. */
function enterAll(
  now: number,
  book: SpreadsheetData,
  sheet: SheetData,
  rect: Rect,
  textAt: (row: number, column: number) => string,
): string | undefined {
  const today = todayOf(book, now);
  const undo: (() => void)[] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const text = textAt(row, column);
      const before = sheet.rows[row]?.v[column] ?? null;
      undo.push(() => {
        putValue(book, sheet, row, column, before);
      });
      const refusal = inputProblem(text) ?? formulaProblem(text);
      if (refusal === undefined) enterCell(book, sheet, row, column, text, today);
      const problem = refusal ?? ruleProblem(book, sheet, row, column);
      if (problem !== undefined) {
        for (const act of undo) act();
        return problem;
      }
    }
  }
  return undefined;
}

/** People are told what Google would calculate and this workspace does not. */
function formulaProblem(text: string): string | undefined {
  const missing = text.startsWith('=') ? missingFunction(text) : undefined;
  return (
    missing &&
    `Không gian làm việc ngoại tuyến chưa tính được hàm ${missing.replace(' over several cells', '')}.`
  );
}

function shown(book: SpreadsheetData, sheet: SheetData, { top, left }: Rect): string {
  return eventText(book, sheet, { top, left, bottom: top + 1, right: left + 1 });
}

/** An edit event carries plain values: numbers, and dates too, as the digits Sheets keeps. */
function eventText(book: SpreadsheetData, sheet: SheetData, { top, left }: Rect): string {
  const value = plainAt(sheet, top, left);
  if (typeof value === 'number') return String(value);
  return displayValue(value, styleAt(book, sheet, top, left).numberFormat, sheetLocale(book.locale));
}
