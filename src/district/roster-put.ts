import type { RosterCells } from '../programme/roster-template';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { storableText } from '../programme/storable-text';
import { ROSTER_TAB } from '../workbook/roster-tab';
import { newTabRows } from '../workbook/tab';
import { clearFrom, writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { recall, remember } from './properties';

/** A piece of a file's list, as the console read it. */
export interface RosterPiece {
  readonly file: string;
  /** Lines of the whole list. */
  readonly total: number;
  /** Place of the first of these lines, from 0. */
  readonly from: number;
  readonly rows: readonly RosterCells[];
}

/**
 * Writes a piece of a list into *Nhập danh sách*, each line in its own place, so that a piece sent twice stands there once; the first piece
 * empties the tab. Nothing of *Đoàn viên* changes. Problems: ROSTER_TAB_MISSING, ROSTER_UNFINISHED (a piece before it is missing).
 */
export function putRosterPiece(
  district: District,
  { file, total, from, rows }: RosterPiece,
): Result<{ readonly received: number }, Problem> {
  const { api, book, services } = district;
  const { sheetId, frozenRows } = ROSTER_TAB;
  const there = api.tabs(book).find((one) => one.sheetId === sheetId);
  if (!there) return fail(problem('ROSTER_TAB_MISSING'));
  const before = recall(services, 'roster');
  const received = from === 0 ? 0 : before?.file === file && before.total === total ? before.received : -1;
  if (received < from)
    return fail(problem('ROSTER_UNFINISHED', '', { received: Math.max(0, received), total }));
  const missing = frozenRows + total - there.rows;
  const requests: SheetsRequest[] = [];
  if (missing > 0) requests.push({ appendDimension: { sheetId, dimension: 'ROWS', length: missing } });
  if (from === 0)
    requests.push(
      clearFrom(sheetId, 0),
      {
        updateCells: {
          range: { sheetId, startRowIndex: frozenRows },
          fields: 'note,userEnteredFormat.backgroundColor',
        },
      },
      writeCells(sheetId, 0, 0, newTabRows(ROSTER_TAB)),
    );
  const cells = rows.map((row) => row.map((text) => storableText(text).text));
  // Told before it is written: a list of which only a part came is never taken for the whole.
  remember(services, 'roster', { file, total, received: from });
  api.change(book, [...requests, writeCells(sheetId, frozenRows + from, 0, cells)], false);
  remember(services, 'roster', { file, total, received: from + rows.length });
  return ok({ received: from + rows.length });
}
