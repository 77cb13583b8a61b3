import type { CellInput } from '../workbook/cells';

/** One request of an atomic `Sheets.Spreadsheets.batchUpdate`. */
export type SheetsRequest = GoogleAppsScript.Sheets.Schema.Request;

/**
 * A cell for `updateCells` and `appendCells`. Text goes as stringValue: what people wrote is never parsed, not even "=1+1"
 * (architecture.md 3.12).
 */
export function cellData(value: CellInput): GoogleAppsScript.Sheets.Schema.CellData {
  if (value === '') return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

/** Writes a block of cells; row and column from 0. Rows may be of different length; what is '' is emptied. */
export function writeCells(
  sheetId: number,
  rowIndex: number,
  columnIndex: number,
  rows: readonly (readonly CellInput[])[],
): SheetsRequest {
  return {
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: rows.map((row) => ({ values: row.map(cellData) })),
      fields: 'userEnteredValue',
    },
  };
}

/** Appends rows behind the last row with a value; the tab grows as needed. */
export function appendRows(sheetId: number, rows: readonly (readonly CellInput[])[]): SheetsRequest {
  return {
    appendCells: {
      sheetId,
      rows: rows.map((row) => ({ values: row.map(cellData) })),
      fields: 'userEnteredValue',
    },
  };
}

/** Empties the values of whole rows from `rowIndex` on. */
export function clearFrom(sheetId: number, rowIndex: number): SheetsRequest {
  return { updateCells: { range: { sheetId, startRowIndex: rowIndex }, fields: 'userEnteredValue' } };
}

/** How a new tab looks. */
export interface TabShape {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
}

/** Adds a tab with an id of our choice: the id, not the name, is how it is found afterwards. */
export function addTab(tab: TabShape): SheetsRequest {
  return {
    addSheet: {
      properties: {
        sheetId: tab.sheetId,
        title: tab.title,
        ...(tab.index === undefined ? {} : { index: tab.index }),
        ...(tab.hidden ? { hidden: true } : {}),
        gridProperties: {
          rowCount: tab.rows,
          columnCount: tab.columns,
          frozenRowCount: tab.frozenRows ?? 0,
          frozenColumnCount: tab.frozenColumns ?? 0,
        },
      },
    },
  };
}

/** Number format of a block; '@' keeps every text a text, also for whoever types. */
export function formatCells(range: GridArea, pattern: string): SheetsRequest {
  const type = pattern === '@' ? 'TEXT' : /[dMyHms]/.test(pattern) ? 'DATE_TIME' : 'NUMBER';
  return {
    repeatCell: {
      range: gridRange(range),
      cell: { userEnteredFormat: { numberFormat: { type, pattern } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  };
}

/** Header look: bold on a pale ground, wrapped. */
export function styleHeader(range: GridArea): SheetsRequest {
  return {
    repeatCell: {
      range: gridRange(range),
      cell: {
        userEnteredFormat: {
          textFormat: { bold: true },
          backgroundColor: { red: 0.9, green: 0.94, blue: 0.98 },
          wrapStrategy: 'WRAP',
          verticalAlignment: 'MIDDLE',
        },
      },
      fields: 'userEnteredFormat(textFormat,backgroundColor,wrapStrategy,verticalAlignment)',
    },
  };
}

/** Part of a tab; indexes from 0, ends excluded, absent = open. */
export interface GridArea {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** Hides a row (0-based), such as the key row. */
export function hideRow(sheetId: number, rowIndex: number): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'ROWS', startIndex: rowIndex, endIndex: rowIndex + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  };
}

/** Width of neighbouring columns. */
export function setWidth(sheetId: number, column: number, count: number, pixelSize: number): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + count },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  };
}

/**
 * Protects a whole tab for exactly these writers; the file's owner can always write (docs/apps-script-notes.md, Protection). The
 * protection's id is ours, so that it is found again.
 */
export function protectTab(sheetId: number, writers: readonly string[], description: string): SheetsRequest {
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId: protectionIdOf(sheetId),
        range: { sheetId },
        description,
        warningOnly: false,
        editors: { users: [...writers], domainUsersCanEdit: false },
      },
    },
  };
}

/** Protects part of a tab for these writers alone, under an id of our choice: what a whole tab's writers may not touch. */
export function protectArea(
  area: GridArea,
  protectedRangeId: number,
  writers: readonly string[],
  description: string,
): SheetsRequest {
  return {
    addProtectedRange: {
      protectedRange: {
        protectedRangeId,
        range: gridRange(area),
        description,
        warningOnly: false,
        editors: { users: [...writers], domainUsersCanEdit: false },
      },
    },
  };
}

/** Sets the writers of a tab's recorded protection anew. */
export function changeWriters(sheetId: number, writers: readonly string[]): SheetsRequest {
  return {
    updateProtectedRange: {
      protectedRange: {
        protectedRangeId: protectionIdOf(sheetId),
        editors: { users: [...writers], domainUsersCanEdit: false },
      },
      fields: 'editors',
    },
  };
}

/** Takes a protection off: one that is not ours, or to be put on anew. */
export function unprotect(protectedRangeId: number): SheetsRequest {
  return { deleteProtectedRange: { protectedRangeId } };
}

/** Id of the protection that `protectTab` gives a tab. */
export function protectionIdOf(sheetId: number): number {
  return sheetId;
}

/** The note and ground of a cell with a problem, or neither. */
export function markCell(sheetId: number, row: number, column: number, note: string): SheetsRequest {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [
        {
          values: [
            note === ''
              ? {}
              : { note, userEnteredFormat: { backgroundColor: { red: 0.99, green: 0.85, blue: 0.82 } } },
          ],
        },
      ],
      fields: 'note,userEnteredFormat.backgroundColor',
    },
  };
}

/** Drop-down of fixed words; `strict` refuses others, else they only get a warning mark. */
export function offerWords(range: GridArea, words: readonly string[], strict: boolean): SheetsRequest {
  return {
    setDataValidation: {
      range: gridRange(range),
      rule: {
        condition: {
          type: 'ONE_OF_LIST',
          values: words.map((word) => ({ userEnteredValue: word })),
        },
        strict,
        showCustomUi: true,
      },
    },
  };
}

/** Takes a drop-down away. */
export function offerNothing(range: GridArea): SheetsRequest {
  return { setDataValidation: { range: gridRange(range) } };
}

/** Locale and zone of a workbook, and its name. */
export function setUpFile(locale: string, timeZone: string): SheetsRequest {
  return {
    updateSpreadsheetProperties: { properties: { locale, timeZone }, fields: 'locale,timeZone' },
  };
}

function gridRange(area: GridArea): GoogleAppsScript.Sheets.Schema.GridRange {
  return { ...area };
}
