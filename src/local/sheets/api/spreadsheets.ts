import { type CallSize, type Execution, HostObject, NotEmulatedError, apiError } from '../../kernel/host';
import type { SpreadsheetData } from '../model/book';
import { copySheetInto } from '../copy-sheet';
import { createSpreadsheetFile } from '../create';
import { refusing, takeCall, withFile } from './access';
import { type Batch, atomically } from './batch';
import { below, masked, names, readFields } from './field-mask';
import { type MetadataLookup, lookedUp } from './metadata-requests';
import { RequestProblem, sheetOf } from './problem';
import { OTHER_KINDS, handlerOf } from './request-kinds';
import { developerMetadata, sheetProperties, spreadsheetResource } from './resources';
import { type SheetProperties, newSheet } from './sheet-requests';
import { areaOf } from './value-ranges';
import { ValuesCollection } from './values';

const METHOD = 'sheets.spreadsheets';

type Request = Readonly<Record<string, unknown>>;

/** Sheets.Spreadsheets. */
export class SpreadsheetsCollection extends HostObject {
  /** How much the last call moved, for its latency. */
  lastSize: CallSize = {};
  readonly Values: ValuesCollection;
  readonly Sheets: SheetsCollection;
  readonly DeveloperMetadata: DeveloperMetadataCollection;

  constructor(execution: Execution) {
    super(execution);
    this.Values = new ValuesCollection(execution);
    this.Sheets = new SheetsCollection(execution);
    this.DeveloperMetadata = new DeveloperMetadataCollection(execution);
  }

  get(
    id: string,
    options: { fields?: string; ranges?: readonly string[] | string; includeGridData?: boolean } = {},
  ): unknown {
    return withFile(this.execution, `${METHOD}.get`, id, 'read', (file) => {
      const fields = options.fields ? readFields(options.fields) : '*';
      const asksCells = options.fields
        ? fields !== '*' && names(below(fields, 'sheets'), 'data')
        : options.includeGridData;
      const { ranges = [] } = options;
      const areas = (typeof ranges === 'string' ? [ranges] : ranges).map((range) => areaOf(file.data, range));
      this.lastSize = { ranges: Math.max(1, areas.length) };
      const resource = spreadsheetResource(file, asksCells === true);
      if (areas.length === 0) return masked(resource, fields);
      if (asksCells) throw new NotEmulatedError('Sheets.Spreadsheets.get with ranges and grid data');
      const wanted = new Set(areas.map(({ sheet }) => sheet.sheetId));
      const sheets = (resource.sheets as { properties: { sheetId: number } }[]).filter((sheet) =>
        wanted.has(sheet.properties.sheetId),
      );
      return masked({ ...resource, sheets }, fields);
    });
  }

  create(of: {
    properties?: { title?: string; locale?: string; timeZone?: string };
    sheets?: readonly { properties?: SheetProperties }[];
  }): unknown {
    const { execution } = this;
    takeCall(execution, `${METHOD}.create`, 'write');
    if (!execution.take('spreadsheetsCreated'))
      throw apiError(`${METHOD}.create`, 429, 'Quota exceeded for spreadsheets created.');
    return refusing(`${METHOD}.create`, () => {
      const { title, locale, timeZone } = of.properties ?? {};
      const file = createSpreadsheetFile(execution.core, {
        name:
          title ??
          (execution.state.locale.startsWith('vi') ? 'Bảng tính không có tiêu đề' : 'Untitled spreadsheet'),
        owner: execution.effectiveUser,
        createdBy: execution.project.id,
        ...(locale === undefined ? {} : { locale }),
        ...(timeZone === undefined ? {} : { timeZone }),
      });
      if (of.sheets && of.sheets.length > 0) {
        file.data.sheets = [];
        for (const sheet of of.sheets) newSheet(file.data, sheet.properties ?? {});
      }
      return spreadsheetResource(file, false);
    });
  }

  /** Does all requests or none. */
  batchUpdate(
    body: { requests?: readonly Request[]; includeSpreadsheetInResponse?: boolean },
    id: string,
  ): Record<string, unknown> {
    const requests = body.requests ?? [];
    this.lastSize = requests.map(sizeOfRequest).reduce(
      (sum, one) => ({
        cells: (sum.cells ?? 0) + (one.cells ?? 0),
        rows: (sum.rows ?? 0) + (one.rows ?? 0),
      }),
      {},
    );
    return withFile(this.execution, `${METHOD}.batchUpdate`, id, 'write', (file) => {
      if (requests.length === 0) throw new RequestProblem('Must specify at least one request.');
      const replies = atomically(this.execution, file, (batch) =>
        requests.map((request, at) => perform(batch, request, at)),
      );
      const updated = body.includeSpreadsheetInResponse
        ? { updatedSpreadsheet: spreadsheetResource(file, false) }
        : {};
      return { spreadsheetId: id, replies, ...updated };
    });
  }
}

function perform(batch: Batch, request: Request, at: number): Record<string, unknown> {
  const kinds = Object.keys(request).filter((key) => request[key] !== undefined && request[key] !== null);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    throw new RequestProblem(`Invalid requests[${at}]: A request must have exactly one kind of request set.`);
  }
  const handler = handlerOf(kind);
  if (!handler) {
    if (OTHER_KINDS.includes(kind)) throw new NotEmulatedError(`Sheets.Spreadsheets.batchUpdate.${kind}`);
    throw new RequestProblem(
      `Invalid JSON payload received. Unknown name "${kind}" at 'requests[${at}]': Cannot find field.`,
    );
  }
  try {
    return handler(batch, request[kind]) ?? {};
  } catch (error) {
    if (error instanceof RequestProblem)
      throw new RequestProblem(`Invalid requests[${at}].${kind}: ${error.message}`);
    throw error;
  }
}

/** Cells and rows a request carries. */
function sizeOfRequest(request: Request): CallSize {
  let [cells, rows] = [0, 0];
  for (const part of Object.values(request)) {
    const lines = (part as { rows?: readonly { values?: readonly unknown[] }[] } | null)?.rows;
    for (const line of Array.isArray(lines) ? (lines as { values?: readonly unknown[] }[]) : []) {
      rows += 1;
      cells += line.values?.length ?? 0;
    }
  }
  return { cells, rows };
}

/** Sheets.Spreadsheets.Sheets. */
export class SheetsCollection extends HostObject {
  copyTo(
    request: { destinationSpreadsheetId?: string },
    id: string,
    sheetId: number,
  ): Record<string, unknown> {
    const method = `${METHOD}.sheets.copyTo`;
    return withFile(this.execution, method, id, 'read', ({ data: source }) => {
      const sheet = sheetOf(source, sheetId);
      return withFile(this.execution, method, request.destinationSpreadsheetId ?? '', 'write', (target) =>
        atomically(this.execution, target, ({ book }) =>
          sheetProperties(book, copySheetInto(source, sheet, book, null)),
        ),
      );
    });
  }
}

/** Sheets.Spreadsheets.DeveloperMetadata. */
export class DeveloperMetadataCollection extends HostObject {
  get(id: string, metadataId: number): Record<string, unknown> {
    return withFile(
      this.execution,
      `${METHOD}.developerMetadata.get`,
      id,
      'read',
      ({ data: book }: { data: SpreadsheetData }) => {
        const [one] = lookedUp(book, { metadataId });
        if (!one) throw new RequestProblem('Requested entity was not found.', 404);
        return developerMetadata(one);
      },
    );
  }

  search(
    request: { dataFilters?: readonly { developerMetadataLookup?: MetadataLookup }[] },
    id: string,
  ): Record<string, unknown> {
    return withFile(
      this.execution,
      `${METHOD}.developerMetadata.search`,
      id,
      'read',
      ({ data: book }: { data: SpreadsheetData }) => {
        const matched = (request.dataFilters ?? []).flatMap((filter) =>
          lookedUp(book, filter.developerMetadataLookup).map((one) => ({
            developerMetadata: developerMetadata(one),
            dataFilters: [filter],
          })),
        );
        return matched.length > 0 ? { matchedDeveloperMetadata: matched } : {};
      },
    );
  }
}
