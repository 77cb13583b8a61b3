import { HostObject, type CallSize } from '../../kernel/host';
import type { FileRecord } from '../../kernel/state';
import type { SpreadsheetData } from '../model/book';
import { clearCells } from '../model/write';
import { refusing, takeCall, withFile } from './access';
import { type Batch, atomically } from './batch';
import { RequestProblem } from './problem';
import { type DataFilter, filtered, tableStart, toldFilter } from './value-areas';
import {
  type Area,
  type ReadOptions,
  addressOf,
  areaOf,
  tableOf,
  valueRange,
  writeTable,
} from './value-ranges';

interface ValueRange {
  readonly range?: string;
  readonly majorDimension?: string;
  readonly values?: unknown;
}

interface WriteOptions {
  readonly valueInputOption?: string;
  readonly insertDataOption?: string;
  readonly includeValuesInResponse?: boolean;
}

interface Updated {
  readonly spreadsheetId: string;
  readonly updatedRange: string;
  readonly updatedRows: number;
  readonly updatedColumns: number;
  readonly updatedCells: number;
}

const METHOD = 'sheets.spreadsheets.values';

/** Sheets.Spreadsheets.Values. */
export class ValuesCollection extends HostObject {
  /** How much the last call moved, for its latency. */
  lastSize: CallSize = {};

  get(id: string, range: string, options: ReadOptions = {}): Record<string, unknown> {
    return withFile(this.execution, `${METHOD}.get`, id, 'read', ({ data: book }) => {
      const area = areaOf(book, range);
      this.lastSize = sizeOf([area]);
      return valueRange(book, area, options);
    });
  }

  batchGet(
    id: string,
    options: ReadOptions & { readonly ranges?: readonly string[] | string } = {},
  ): Record<string, unknown> {
    return withFile(this.execution, `${METHOD}.batchGet`, id, 'read', ({ data: book }) => {
      const { ranges = [] } = options;
      const areas = (typeof ranges === 'string' ? [ranges] : ranges).map((range) => areaOf(book, range));
      this.lastSize = sizeOf(areas);
      return { spreadsheetId: id, valueRanges: areas.map((area) => valueRange(book, area, options)) };
    });
  }

  batchGetByDataFilter(
    request: ReadOptions & { readonly dataFilters?: readonly DataFilter[] },
    id: string,
  ): Record<string, unknown> {
    return withFile(this.execution, `${METHOD}.batchGetByDataFilter`, id, 'read', ({ data: book }) => {
      const { dataFilters = [] } = request;
      if (dataFilters.length === 0) throw new RequestProblem('Must specify at least one data filter.');
      const found = dataFilters.flatMap((filter, at) =>
        filtered(book, filter, at).map((area) => ({ filter, area })),
      );
      this.lastSize = sizeOf(found.map(({ area }) => area));
      return {
        spreadsheetId: id,
        valueRanges: found.map(({ filter, area }) => ({
          valueRange: valueRange(book, area, request),
          dataFilters: [toldFilter(filter)],
        })),
      };
    });
  }

  update(body: ValueRange, id: string, range: string, options: WriteOptions = {}): Updated {
    return this.writing('update', id, options, (batch) => {
      this.lastSize = sizeOfTable(body);
      return updateOne(batch, id, { ...body, range }, options.valueInputOption);
    });
  }

  batchUpdate(
    request: WriteOptions & { readonly data?: readonly ValueRange[] },
    id: string,
  ): Record<string, unknown> {
    return this.writing('batchUpdate', id, request, (batch) => {
      const data = request.data ?? [];
      this.lastSize = data.map(sizeOfTable).reduce(summed, {});
      return totals(
        id,
        data.map((one) => updateOne(batch, id, one, request.valueInputOption)),
      );
    });
  }

  batchUpdateByDataFilter(
    request: WriteOptions & {
      readonly data?: readonly (ValueRange & { readonly dataFilter?: DataFilter })[];
    },
    id: string,
  ): Record<string, unknown> {
    return this.writing('batchUpdateByDataFilter', id, request, (batch) => {
      const data = request.data ?? [];
      this.lastSize = data.map(sizeOfTable).reduce(summed, {});
      const responses = data.flatMap((one, at) =>
        filtered(batch.book, one.dataFilter ?? {}, at).map((area) =>
          writeArea(batch, id, area, one, request.valueInputOption),
        ),
      );
      return totals(id, responses);
    });
  }

  append(body: ValueRange, id: string, range: string, options: WriteOptions = {}): Record<string, unknown> {
    return this.writing('append', id, options, (batch) => {
      this.lastSize = sizeOfTable(body);
      const { sheet, rect } = areaOf(batch.book, range);
      const table = tableOf(body);
      const width = Math.max(1, ...table.map((line) => line.length));
      const start = tableStart(sheet, rect);
      const target = { ...start, bottom: start.top + Math.max(1, table.length), right: start.left + width };
      sheet.maxRows = Math.max(sheet.maxRows, target.bottom);
      sheet.maxColumns = Math.max(sheet.maxColumns, target.right);
      const updates = writeArea(batch, id, { sheet, rect: target }, body, options.valueInputOption);
      return { spreadsheetId: id, tableRange: addressOf(sheet, rect), updates };
    });
  }

  clear(_body: unknown, id: string, range: string): Record<string, unknown> {
    return this.writing('clear', id, { valueInputOption: 'RAW' }, (batch) => {
      const area = areaOf(batch.book, range);
      return { spreadsheetId: id, clearedRange: clearArea(batch, area) };
    });
  }

  batchClear(request: { readonly ranges?: readonly string[] }, id: string): Record<string, unknown> {
    return this.writing('batchClear', id, { valueInputOption: 'RAW' }, (batch) => ({
      spreadsheetId: id,
      clearedRanges: (request.ranges ?? []).map((range) => clearArea(batch, areaOf(batch.book, range))),
    }));
  }

  batchClearByDataFilter(
    request: { readonly dataFilters?: readonly DataFilter[] },
    id: string,
  ): Record<string, unknown> {
    return this.writing('batchClearByDataFilter', id, { valueInputOption: 'RAW' }, (batch) => ({
      spreadsheetId: id,
      clearedRanges: (request.dataFilters ?? []).flatMap((filter, at) =>
        filtered(batch.book, filter, at).map((area) => clearArea(batch, area)),
      ),
    }));
  }

  private writing<T>(name: string, id: string, options: WriteOptions, act: (batch: Batch) => T): T {
    const method = `${METHOD}.${name}`;
    const { valueInputOption: option } = options;
    if (option !== 'RAW' && option !== 'USER_ENTERED') {
      takeCall(this.execution, method, 'write');
      return refusing(method, () => {
        throw new RequestProblem("'valueInputOption' is required but not specified");
      });
    }
    this.lastSize = {};
    return withFile(this.execution, method, id, 'write', (file: FileRecord<SpreadsheetData>) =>
      atomically(this.execution, file, act),
    );
  }
}

function updateOne(batch: Batch, id: string, one: ValueRange, option: string | undefined): Updated {
  const area = areaOf(batch.book, one.range ?? '');
  const table = tableOf(one);
  const { top, bottom, left, right } = area.rect;
  const width = Math.max(0, ...table.map((line) => line.length));
  // A single cell is where writing begins; a range is a fence.
  const isOne = bottom - top === 1 && right - left === 1;
  const fence = isOne ? { bottom: area.sheet.maxRows, right: area.sheet.maxColumns } : { bottom, right };
  if (top + table.length > fence.bottom) {
    throw new RequestProblem(
      `Requested writing within range [${addressOf(area.sheet, area.rect)}], but tried writing to row [${fence.bottom + 1}]`,
    );
  }
  if (left + width > fence.right) {
    throw new RequestProblem(
      `Requested writing within range [${addressOf(area.sheet, area.rect)}], but tried writing to column [${fence.right + 1}]`,
    );
  }
  const rect = { top, left, bottom: top + Math.max(1, table.length), right: left + Math.max(1, width) };
  return writeArea(batch, id, { sheet: area.sheet, rect }, one, option);
}

function writeArea(
  batch: Batch,
  id: string,
  area: Area,
  body: ValueRange,
  option: string | undefined,
): Updated {
  const table = tableOf(body);
  batch.guard(area.sheet, area.rect);
  const cells = writeTable(batch.book, area, table, option, batch.execution.now());
  return {
    spreadsheetId: id,
    updatedRange: addressOf(area.sheet, area.rect),
    updatedRows: table.length,
    updatedColumns: Math.max(0, ...table.map((line) => line.length)),
    updatedCells: cells,
  };
}

function clearArea(batch: Batch, { sheet, rect }: Area): string {
  batch.guard(sheet, rect);
  clearCells(sheet, rect, { contents: true });
  return addressOf(sheet, rect);
}

function totals(id: string, responses: readonly Updated[]): Record<string, unknown> {
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells'): number =>
    responses.reduce((total, one) => total + one[key], 0);
  return {
    spreadsheetId: id,
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: new Set(responses.map((one) => one.updatedRange.split('!')[0])).size,
    responses,
  };
}

function sizeOf(areas: readonly Area[]): CallSize {
  let [cells, rows] = [0, 0];
  for (const { sheet, rect } of areas) {
    // Beyond the last row with anything there is nothing to send.
    const height = Math.max(0, Math.min(rect.bottom, sheet.rows.length) - rect.top);
    rows += height;
    cells += height * (rect.right - rect.left);
  }
  return { cells, rows, ranges: areas.length };
}

function sizeOfTable(range: ValueRange): CallSize {
  const table = tableOf(range);
  return { cells: table.reduce((sum, line) => sum + line.length, 0), rows: table.length };
}

function summed(a: CallSize, b: CallSize): CallSize {
  return { cells: (a.cells ?? 0) + (b.cells ?? 0), rows: (a.rows ?? 0) + (b.rows ?? 0) };
}
