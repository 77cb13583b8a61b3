import type { SpreadsheetData } from '../model/book';
import { lastRow, plainAt } from '../model/cells';
import { type MetadataLookup, lookedUp } from './metadata-requests';
import { type GridRange, RequestProblem, gridOf, withoutZeros } from './problem';
import { type Area, areaOf } from './value-ranges';

/** How a call names cells without their address. */
export interface DataFilter {
  readonly a1Range?: string;
  readonly gridRange?: GridRange;
  readonly developerMetadataLookup?: MetadataLookup;
}

/** The first free row below the table that the range touches, and the table's first column. */
export function tableStart(sheet: Area['sheet'], rect: Area['rect']): { top: number; left: number } {
  const end = Math.min(lastRow(sheet), rect.bottom);
  let bottom = rect.top;
  for (let row = rect.top; row < lastRow(sheet); row += 1) {
    const filled = Array.from({ length: rect.right - rect.left }, (_, at) =>
      plainAt(sheet, row, rect.left + at),
    ).some((value) => value !== null);
    if (filled) bottom = row + 1;
    else if (row >= end) break;
  }
  if (bottom === rect.top) return { top: rect.top, left: rect.left };
  let { left } = rect;
  while (
    left < rect.right - 1 &&
    plainAt(sheet, bottom - 1, left) === null &&
    plainAt(sheet, rect.top, left) === null
  )
    left += 1;
  return { top: bottom, left };
}

/** The areas a data filter means. An unknown tab refuses the whole call. */
export function filtered(book: SpreadsheetData, filter: DataFilter, at: number): Area[] {
  try {
    if (filter.gridRange) {
      const { sheet, rect } = gridOf(book, filter.gridRange);
      return [{ sheet, rect }];
    }
    if (filter.a1Range !== undefined) return [areaOf(book, filter.a1Range)];
  } catch (error) {
    if (error instanceof RequestProblem)
      throw new RequestProblem(`Invalid dataFilters[${at}]: ${error.message}`);
    throw error;
  }
  return lookedUp(book, filter.developerMetadataLookup).flatMap(({ sheetId, dimension, index = 0 }) => {
    const sheet = book.sheets.find((one) => one.sheetId === sheetId);
    if (!sheet) return [];
    const all = { top: 0, left: 0, bottom: sheet.maxRows, right: sheet.maxColumns };
    if (dimension === 'ROWS') return [{ sheet, rect: { ...all, top: index, bottom: index + 1 } }];
    if (dimension === 'COLUMNS') return [{ sheet, rect: { ...all, left: index, right: index + 1 } }];
    return [{ sheet, rect: all }];
  });
}

/** A filter as answers tell it: zeros are left out of a grid range. */
export function toldFilter(filter: DataFilter): DataFilter {
  return filter.gridRange ? { gridRange: withoutZeros({ ...filter.gridRange }) } : filter;
}
