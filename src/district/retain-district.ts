import type { LedgerEvent } from '../programme/events';
import type { Wave } from '../programme/wave';
import { isYearOf } from '../workbook/archive-tabs';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { DIFFICULTIES_TAB } from '../workbook/difficulties-tab';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { readTable } from '../workbook/tab';
import { yearSheetReasons } from '../workbook/year-sheet';
import { clearFrom, writeCells } from '../google/sheets-batch';
import type { District } from './district';
import { eraseKeptDecisions } from './erase-decisions';
import { HELD_TAG, YEAR_NAMES } from './erase-district';
import { taggedFiles } from './files';
import { recallAll } from './properties';
import { redactRows } from './redact-columns';
import { eraseAsked } from './retain-asked';

/** Takes the words out of the difficulties that these rows raised, in *Khó khăn, vướng mắc* and its archived copies. How many rows were changed. */
export function eraseDifficulties(district: District, events: readonly LedgerEvent[]): number {
  const raised = new Set(
    events.filter(({ kind }) => kind === 'difficulty').map(({ operation }) => operation),
  );
  if (raised.size === 0) return 0;
  const { sheetId } = DIFFICULTIES_TAB;
  return booksWithResults(district).reduce((sum, file) => {
    const [rows] = district.api.read(file, [{ sheetId }]);
    const table = readTable(DIFFICULTIES_TAB, rows ?? []);
    const own = table.records.filter(({ cells }) => raised.has(textOfCell(cells.id)));
    const found = redactRows(sheetId, table, own, () => ({ text: '', answer: '' }));
    district.api.change(file, found.requests, true);
    return sum + found.rows;
  }, 0);
}

/**
 * Takes the year's words out of what the district holds besides: reasons and notes of *Tổng hợp năm* and of the printed sheet, here and in the archives,
 * and what is kept of them beside; reasons in *Việc chờ*; every export of what is held on a member. How many rows were changed.
 */
export function eraseYearInDistrict(district: District, year: string, waves: readonly Wave[]): number {
  const { api, services } = district;
  const rows = booksWithResults(district).reduce((sum, file) => {
    const [drawn, printed] = api.read(file, [
      { sheetId: YEAR_NAMES.sheetId },
      { sheetId: SHEET_IDS.yearSheet },
    ]) as readonly (ReadRows | null)[];
    const table = readTable(YEAR_NAMES, drawn ?? []);
    const own = rowsOfYear(drawn ?? [], waves);
    const found = redactRows(
      YEAR_NAMES.sheetId,
      table,
      table.records.filter(({ row }) => own(row)),
      () => ({ reason: '', note: '' }),
    );
    const reasons = yearSheetReasons(printed ?? [], year);
    const emptied = reasons.map(({ row, column }) => writeCells(SHEET_IDS.yearSheet, row, column, [['']]));
    api.change(file, [...found.requests, ...emptied], true);
    return sum + found.rows + reasons.length;
  }, 0);
  const decided = eraseKeptDecisions(district, (_member, of) => of === year);
  api.change(district.book, decided, true);
  const asked = eraseAsked(district, new Set(waves.map(({ code }) => code)));
  for (const [tag, file] of taggedFiles(services)) {
    if (!tag.startsWith(HELD_TAG)) continue;
    api.change(file, [clearFrom(SHEET_IDS.heldData, 0)], true);
    services.drive.Files?.update({ trashed: true }, file);
  }
  return rows + asked;
}

/** Which rows of *Tổng hợp năm* are about that year: where two years stand beside each other, those with a class in the one and none in the other. */
function rowsOfYear(rows: ReadRows, waves: readonly Wave[]): (row: number) => boolean {
  if (!isYearOf(rows, waves)) return () => false;
  const own = new Set(waves.map(({ code }) => `wave.${code}`));
  const keys = (rows[0] ?? []).map(textOfCell);
  const others = keys.flatMap((key, place) => (key.startsWith('wave.') && !own.has(key) ? [place] : []));
  const mine = keys.flatMap((key, place) => (own.has(key) ? [place] : []));
  const holds = (row: number, places: readonly number[]): boolean =>
    places.some((place) => textOfCell(rows[row]?.[place]) !== '');
  return (row) => others.length === 0 || (holds(row, mine) && !holds(row, others));
}

/** *Sổ Quận đoàn* and its archives. */
function booksWithResults({ book, services }: District): readonly string[] {
  const known = recallAll(services);
  const archives = known.names
    .filter((name) => name.startsWith('archive:'))
    .map((name) => known.get(name as `archive:${string}`) ?? '');
  return [book, ...archives.filter((file) => file !== '')];
}
