import type { Execution } from '../../kernel/host';
import type { FileRecord } from '../../kernel/state';
import type { GridRect, SheetData, SpreadsheetData } from '../model/book';
import { cellCount } from '../model/book';
import { draftSheet, settleSheet } from '../model/cells';
import { markChanged } from '../model/calculate';
import { type Editor, PROTECTED, mayChangeSheet, mayEdit } from '../model/guard';
import { RequestProblem } from './problem';

/** What a request of a batch works on: a draft of the book that takes its place when all requests were done. */
export interface Batch {
  readonly execution: Execution;
  readonly file: FileRecord<SpreadsheetData>;
  readonly book: SpreadsheetData;
  readonly editor: Editor;
  /** Throws Google's refusal when the effective user may not edit those cells. */
  guard(sheet: SheetData, range: GridRect): void;
  /** The same for the sheet as a whole. */
  guardSheet(sheet: SheetData): void;
}

/** A copy of the book that shares rows with it until they are written. */
function draftOf(book: SpreadsheetData): SpreadsheetData {
  const { sheets, styles, rules, ...rest } = book;
  // Looks and rules are only ever added: what a refused batch adds does no harm.
  return { ...structuredClone(rest), styles, rules, sheets: sheets.map(draftSheet) };
}

/** Does all requests on a draft, then puts it in the book's place; when one throws, nothing has happened. */
export function atomically<T>(
  execution: Execution,
  file: FileRecord<SpreadsheetData>,
  act: (batch: Batch) => T,
): T {
  const book = draftOf(file.data);
  const editor: Editor = { core: execution.core, file, email: execution.effectiveUser };
  const result = act({
    execution,
    file,
    book,
    editor,
    guard(sheet, range) {
      if (sheet.protections.length > 0 && !mayEdit(editor, sheet, range)) throw new RequestProblem(PROTECTED);
    },
    guardSheet(sheet) {
      if (!mayChangeSheet(editor, sheet)) throw new RequestProblem(PROTECTED);
    },
  });
  const { cellsPerSpreadsheet: limit, columnsPerSheet } = execution.core.limits;
  if (book.sheets.some((sheet) => sheet.maxColumns > columnsPerSheet)) {
    throw new RequestProblem(
      `This action would increase the number of columns in the sheet above the limit of ${columnsPerSheet} columns.`,
    );
  }
  if (cellCount(book) > limit) {
    throw new RequestProblem(
      `This action would increase the number of cells in the workbook above the limit of ${limit} cells.`,
    );
  }
  for (const sheet of book.sheets) settleSheet(sheet);
  // Drive may have renamed the file since: only a new title is carried over.
  if (book.name === file.data.name) book.name = file.name;
  file.name = book.name;
  Object.assign(file.data, book);
  execution.core.touch(file, execution.now());
  markChanged(file.data);
  return result;
}
