import { createLimiter, type Limiter } from './limiter';
import { isTransient, retrying } from './retry';
import type { GridArea, SheetsRequest } from './sheets-batch';
import type { DistrictServices } from './services';

/** A cell as the advanced Sheets service gives it unformatted: dates are numbers, an empty cell is ''. */
export type ReadCell = string | number | boolean;

/** Rows as read; Google leaves out empty cells at a row's end and empty rows at the end. */
export type ReadRows = readonly (readonly ReadCell[])[];

/** The advanced Sheets service behind one limiter (architecture.md 3.11). */
export interface SheetsApi {
  /**
   * Reads areas of one workbook in one call, in the order asked. A tab that is not there any more gives null: the refused read lists the
   * tabs once and goes on without it (architecture.md 3.9).
   */
  readonly read: (file: string, areas: readonly GridArea[]) => readonly (ReadRows | null)[];
  /** Does all requests or none. `repeatable` = doing them twice leaves the same behind: then passing errors are tried again. */
  readonly change: (file: string, requests: readonly SheetsRequest[], repeatable: boolean) => void;
  /** The tabs of a workbook. */
  readonly tabs: (file: string) => readonly GuardedTab[];
  readonly limiter: Limiter;
}

/** A tab with what guards it and the charts on it. */
export interface TabFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly rows: number;
  readonly protections: readonly number[];
  readonly charts: readonly number[];
}

/** A protection as it stands. */
export interface TabGuard {
  readonly id: number;
  /** Addresses in lower case; Google's list has the file's owner in it. */
  readonly writers: readonly string[];
  /** It covers the whole tab, refuses, and leaves nothing out. */
  readonly isWhole: boolean;
}

/** A tab with everything that guards it. */
export interface GuardedTab extends TabFacts {
  readonly guards: readonly TabGuard[];
}

const TAB_FIELDS =
  'sheets(properties(sheetId,title,gridProperties.rowCount),charts.chartId,' +
  'protectedRanges(protectedRangeId,range,warningOnly,unprotectedRanges,editors))';

/** The service for one execution; call `limiter.save()` at its end. */
export function createSheetsApi(services: DistrictServices): SheetsApi {
  const limiter = createLimiter(services);
  const { Spreadsheets } = services.sheets;
  if (!Spreadsheets?.Values) throw new Error('The advanced service Sheets has no Spreadsheets');
  const { Values } = Spreadsheets;

  const tabs = (file: string): readonly GuardedTab[] => {
    const book = retrying(services, () => {
      limiter.take('read');
      return Spreadsheets.get(file, { fields: TAB_FIELDS });
    });
    return (book.sheets ?? []).map((sheet) => ({
      sheetId: sheet.properties?.sheetId ?? 0,
      title: sheet.properties?.title ?? '',
      rows: sheet.properties?.gridProperties?.rowCount ?? 0,
      protections: (sheet.protectedRanges ?? []).map((one) => one.protectedRangeId ?? -1),
      charts: (sheet.charts ?? []).map((one) => one.chartId ?? -1),
      guards: (sheet.protectedRanges ?? []).map(guardOf),
    }));
  };

  const readNow = (file: string, areas: readonly GridArea[]): readonly ReadRows[] =>
    retrying(services, () => {
      limiter.take('read');
      const answer = Values.batchGetByDataFilter(
        {
          dataFilters: areas.map((area) => ({ gridRange: { ...area } })),
          majorDimension: 'ROWS',
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'SERIAL_NUMBER',
        },
        file,
      );
      const ranges = answer.valueRanges ?? [];
      return areas.map((area) => rowsOf(ranges.find((one) => answers(one, area))));
    });

  return {
    limiter,
    tabs,
    read(file, areas) {
      if (areas.length === 0) return [];
      try {
        return readNow(file, areas);
      } catch (error) {
        if (isTransient(error)) throw error;
        const there = new Set(tabs(file).map((tab) => tab.sheetId));
        const known = areas.filter((area) => there.has(area.sheetId));
        // Nothing is missing: the refusal had another cause.
        if (known.length === areas.length) throw error;
        const rows = known.length === 0 ? [] : readNow(file, known);
        return areas.map((area) => rows[known.indexOf(area)] ?? null);
      }
    },
    change(file, requests, repeatable) {
      if (requests.length === 0) return;
      const act = (): void => {
        limiter.take('write');
        Spreadsheets.batchUpdate({ requests: [...requests] }, file);
      };
      if (repeatable) retrying(services, act);
      else act();
    },
  };
}

function guardOf(one: GoogleAppsScript.Sheets.Schema.ProtectedRange): TabGuard {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = one.range ?? {};
  const edges = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex];
  return {
    id: one.protectedRangeId ?? -1,
    writers: (one.editors?.users ?? []).map((email) => email.toLowerCase()),
    isWhole:
      edges.every((edge) => edge === undefined) &&
      one.warningOnly !== true &&
      one.editors?.domainUsersCanEdit !== true &&
      (one.unprotectedRanges ?? []).length === 0,
  };
}

type MatchedRange = GoogleAppsScript.Sheets.Schema.MatchedValueRange;

/** Google answers in its own order, says which filter each range matched, and leaves zeros out of what it says. */
function answers(range: MatchedRange, area: GridArea): boolean {
  return (range.dataFilters ?? []).some((filter) => {
    const asked = filter.gridRange;
    return (
      asked !== undefined &&
      (asked.sheetId ?? 0) === area.sheetId &&
      (asked.startRowIndex ?? 0) === (area.startRowIndex ?? 0) &&
      (asked.endRowIndex ?? 0) === (area.endRowIndex ?? 0) &&
      (asked.startColumnIndex ?? 0) === (area.startColumnIndex ?? 0) &&
      (asked.endColumnIndex ?? 0) === (area.endColumnIndex ?? 0)
    );
  });
}

function rowsOf(range: MatchedRange | undefined): ReadRows {
  return (range?.valueRange?.values ?? []) as ReadRows;
}
