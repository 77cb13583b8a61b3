import type { SheetsModule } from '../kernel/acts';
import { NotEmulatedError } from '../kernel/errors';

const notYet = (what: string) => (): never => {
  throw new NotEmulatedError(what);
};

/** SpreadsheetApp, the advanced service Sheets, and what people do with spreadsheets. */
export const sheetsModule: SheetsModule = {
  types: [],
  globals: {},
  createSpreadsheet: notYet('createSpreadsheet'),
  typeInto: notYet('typeInto'),
  spreadsheet: notYet('SpreadsheetApp.Spreadsheet'),
  range: notYet('SpreadsheetApp.Range'),
};
