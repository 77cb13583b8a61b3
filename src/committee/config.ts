import { readColumns, tabById } from '../google/book';
import type { Services } from '../google/services';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { CONFIG_TAB, configFromRows, configToRows, type BaseConfig } from '../workbook/base-config';
import type { ReadRows } from '../workbook/cells';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { keep, kept } from './document-cache';

/** How long a kept record is taken for true. */
const KEPT_SECONDS = 300;
export const CONFIG_KEY = 'config';

/** The workbook's record of itself, as it stands in the sheet; one read. Problems: NOT_A_BASE_BOOK, BOOK_NOT_READY. */
export function readConfig(services: Services): Result<BaseConfig, Problem> {
  const sheet =
    tabById(services, SHEET_IDS.config) ??
    services.spreadsheets.getActiveSpreadsheet().getSheetByName(CONFIG_TAB.title);
  // The add-on can be opened in any spreadsheet.
  if (!sheet) return fail(problem('NOT_A_BASE_BOOK'));
  return checked(readColumns(services, sheet, CONFIG_TAB.columns.length));
}

/**
 * The record the document's cache has kept; else as `readConfig`, and kept from then on: one read of the cache, at most one of the sheet. `text` =
 * what the cache was found to hold, where it was asked already; null = nothing.
 */
export function keptConfig(
  services: Services,
  text = kept(services, CONFIG_KEY),
): Result<BaseConfig, Problem> {
  const known = text === null ? null : checked([[], [], [text]]);
  if (known?.ok) return known;
  const config = readConfig(services);
  if (config.ok) keepConfig(services, config.value);
  return config;
}

/** Keeps a record that was just read for the calls that follow. */
function keepConfig(services: Services, config: BaseConfig): void {
  const text = configToRows(config)
    .slice(CONFIG_TAB.frozenRows)
    .map(([cell]) => cell)
    .join('');
  keep(services, CONFIG_KEY, text, KEPT_SECONDS);
}

function checked(rows: ReadRows): Result<BaseConfig, Problem> {
  const config = configFromRows(rows);
  return config.ok
    ? ok(config.value)
    : fail(problem('BOOK_NOT_READY', '', { why: config.problems[0]?.code ?? '' }));
}
