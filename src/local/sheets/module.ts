import type { SheetsModule } from '../kernel/acts';
import { SheetsService, apiTypes } from './api/module';
import { parseA1 } from './model/a1';
import { createSpreadsheetFile } from './create';
import { SpreadsheetAppService, sessionOf } from './spreadsheet-app';
import { bookTypes } from './types-book';
import { partTypes } from './types-parts';
import { sheetType } from './types-sheet';
import { rangeTypes } from './types-range';
import { typeInto } from './typing';

/** SpreadsheetApp, the advanced service Sheets, and what people do with spreadsheets. */
export const sheetsModule: SheetsModule = {
  types: [...bookTypes, sheetType, ...rangeTypes, ...partTypes, ...apiTypes],
  globals: { SpreadsheetApp: (execution) => new SpreadsheetAppService(execution) },
  advanced: { sheets: (execution) => new SheetsService(execution) },
  createSpreadsheet: (core, of) => createSpreadsheetFile(core, of),
  typeInto,
  spreadsheet: (execution, file) => sessionOf(execution, file.id).spreadsheet(),
  range: (execution, file, sheetId, a1) =>
    sessionOf(execution, file.id).range(sheetId, parseA1(a1)?.range ?? {}),
};
