import type { CellValue, SheetData, SpreadsheetData, TextRunData } from '../model/book';
import { cellAt, extraAt, isFormula, plainAt, putExtra, putStyle, writableRow } from '../model/cells';
import { sheetLocale } from '../model/locale';
import { displayValue } from '../model/number-format';
import { movedFormula } from '../model/references';
import { ruleId, styleAt, styleId } from '../model/styles';
import { inputProblem, putValue } from '../model/write';
import { type CellFormat, type TextFormat, formatOf, restyled, textLook } from './cell-format';
import { type ValidationRule, readRule, ruleOf } from './conditions';
import { type FieldTree, below, names } from './field-mask';
import { RequestProblem, defined } from './problem';

export interface ExtendedValue {
  readonly stringValue?: string;
  readonly numberValue?: number;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
}

/** A cell as the Sheets service writes it, as far as it is kept. */
export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: ValidationRule;
  readonly textFormatRuns?: readonly { readonly startIndex?: number; readonly format?: TextFormat }[];
}

/** Writes what the mask names of a cell; what it names and the cell lacks is cleared. Returns how to write that mask again. */
export function cellWriter(
  book: SpreadsheetData,
  sheet: SheetData,
  mask: FieldTree,
): (row: number, column: number, cell: CellData, rows?: number, columns?: number) => void {
  const format = below(mask, 'userEnteredFormat');
  const [value, note, rule, runs] = ['userEnteredValue', 'note', 'dataValidation', 'textFormatRuns'].map(
    (name) => names(mask, name),
  );
  return (row, column, cell, rows = 0, columns = 0) => {
    if (value) {
      const next = valueOf(cell.userEnteredValue, rows, columns);
      if (next !== null || (sheet.rows[row]?.v[column] ?? null) !== null)
        putValue(book, sheet, row, column, next);
    }
    if (format !== undefined && (cell.userEnteredFormat !== undefined || sheet.rows[row]?.s?.[column])) {
      const data = writableRow(sheet, row);
      const before = book.styles[data.s?.[column] ?? 0] ?? {};
      putStyle(data, column, styleId(book, restyled(before, cell.userEnteredFormat ?? {}, format)));
    }
    if (!note && !rule && !runs) return;
    const change = {
      ...(note ? { note: cell.note === '' ? undefined : cell.note } : {}),
      ...(rule ? { rule: cell.dataValidation && ruleId(book, readRule(book, cell.dataValidation)) } : {}),
      ...(runs ? { runs: cell.textFormatRuns?.map(runOf) } : {}),
    };
    if (sheet.rows[row]?.x?.[column] || Object.values(change).some((part) => part !== undefined)) {
      putExtra(writableRow(sheet, row), column, change);
    }
  };
}

function runOf(run: NonNullable<CellData['textFormatRuns']>[number]): TextRunData {
  const link = run.format?.link?.uri;
  return {
    start: run.startIndex ?? 0,
    style: defined(textLook(run.format ?? {}, '*')),
    ...(link === undefined ? {} : { link }),
  };
}

function valueOf(value: ExtendedValue | undefined, rows: number, columns: number): CellValue {
  if (!value) return null;
  if (value.formulaValue !== undefined)
    return { f: movedFormula(value.formulaValue, rows, columns), v: null };
  if (value.numberValue !== undefined) return value.numberValue;
  if (value.boolValue !== undefined) return value.boolValue;
  const text = value.stringValue ?? '';
  const problem = inputProblem(text);
  if (problem !== undefined) throw new RequestProblem(problem);
  return text === '' ? null : text;
}

/** A cell as the Sheets service tells it. */
export function cellDataOf(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
): Record<string, unknown> {
  const value = cellAt(sheet, row, column);
  const plain = plainAt(sheet, row, column);
  const style = styleAt(book, sheet, row, column);
  const extra = extraAt(sheet, row, column);
  const rule = extra?.rule === undefined ? undefined : book.rules[extra.rule];
  const format = formatOf(style);
  const shown = displayValue(plain, style.numberFormat, sheetLocale(book.locale));
  return defined({
    userEnteredValue: isFormula(value) ? { formulaValue: value.f } : extended(plain),
    effectiveValue:
      isFormula(value) && value.e
        ? { errorValue: { type: errorType(String(plain)), message: String(plain) } }
        : extended(plain),
    formattedValue: plain === null ? undefined : shown,
    userEnteredFormat: format,
    effectiveFormat: format,
    note: extra?.note,
    dataValidation: rule && ruleOf(rule),
  });
}

function extended(value: string | number | boolean | null): ExtendedValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'number' ? { numberValue: value } : { boolValue: value };
}

function errorType(text: string): string {
  return text.replace(/[#!?]/g, '').replace('DIV/0', 'DIVIDE_BY_ZERO').replace('N/A', 'N_A');
}
