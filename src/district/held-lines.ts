import { codesOf, isAbout } from '../programme/privacy';
import type { Wave } from '../programme/wave';
import { dayOfCell, momentOfCell, textOfCell, type ReadCell, type ReadRows } from '../workbook/cells';
import { formatDay, formatMoment } from '../programme/dates';
import { DIFFICULTIES_TAB } from '../workbook/difficulties-tab';
import { heldLines, type HeldLine } from '../workbook/held-tab';
import { INSPECTIONS_TAB } from '../workbook/inspections-tab';
import { LATE_TAB } from '../workbook/late-tab';
import { LEDGER_COLUMNS } from '../workbook/ledger-tab';
import { MEMBERS_TAB } from '../workbook/members-tab';
import { RESULTS_TAB } from '../workbook/results-tab';
import {
  LONG_TEXTS_TAB,
  registrationsTab,
  selfAssessmentsTab,
  UNMATCHED_TAB,
} from '../workbook/submission-tabs';
import { submissionId } from '../programme/submission';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { KEY_ROW, readTable, type Column, type TabDefinition, type TableRow } from '../workbook/tab';
import { waveTab } from '../workbook/wave-tab';
import { fileOfLink, type District } from './district';
import type { DistrictFacts } from './facts';
import { decisionsIn } from './intake';
import { recallAll } from './properties';
import { readUnit } from './read-unit';
import type { UnitEntry } from '../workbook/units-tab';

/** The rows of a tab that are the member's, as lines. */
function tabLines(
  place: string,
  definition: TabDefinition,
  rows: ReadRows,
  isHis: (row: TableRow) => boolean,
): readonly HeldLine[] {
  return readTable(definition, rows)
    .records.filter(isHis)
    .flatMap(({ cells }, index) =>
      heldLines(place, index + 1, definition.columns, (key) =>
        shown(
          definition.columns.find((one) => one.key === key),
          cells[key] ?? '',
        ),
      ),
    );
}

/** What *Sổ Quận đoàn* holds on a member: his row of the roster, his results, what names him elsewhere. One read. */
export function heldInDistrict(district: District, member: string, fullName: string): readonly HeldLine[] {
  const tabs = [MEMBERS_TAB, RESULTS_TAB, INSPECTIONS_TAB, DIFFICULTIES_TAB];
  const read = district.api.read(
    district.book,
    tabs.map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null)[];
  const byCode = (key: string) => (row: TableRow) => textOfCell(row.cells[key]) === member;
  const byName = ({ cells }: TableRow): boolean =>
    fullName !== '' && Object.values(cells).some((cell) => textOfCell(cell).includes(fullName));
  const isHis = [byCode('code'), byCode('member'), byName, byName];
  return tabs.flatMap((definition, index) =>
    tabLines(`Sổ Quận đoàn – ${definition.title}`, definition, read[index] ?? [], isHis[index] ?? byName),
  );
}

/** A tab whose columns are made by the waves of its year: named by the header it has. */
const YEAR_TITLE = 'Tổng hợp năm';

/** What stands of him in *Tổng hợp năm* of the district's workbook, and in the archives of years that are over. One read a workbook. */
export function heldInYears(district: District, member: string): readonly HeldLine[] {
  const known = recallAll(district.services);
  const archives = known.names.flatMap((name): readonly (readonly [string, string])[] => {
    const file = known.get(name as `archive:${string}`);
    return name.startsWith('archive:') && file
      ? [[`Lưu trữ kết quả ${name.slice('archive:'.length)}`, file]]
      : [];
  });
  return [['Sổ Quận đoàn', district.book] as const, ...archives].flatMap(([book, file]) => {
    const [year, results] = district.api.read(file, [
      { sheetId: SHEET_IDS.yearSummary },
      { sheetId: RESULTS_TAB.sheetId },
    ]) as readonly (ReadRows | null)[];
    return [
      ...yearLines(`${book} – ${YEAR_TITLE}`, year ?? [], member),
      ...(file === district.book
        ? []
        : tabLines(
            `${book} – ${RESULTS_TAB.title}`,
            RESULTS_TAB,
            results ?? [],
            ({ cells }) => textOfCell(cells.member) === member,
          )),
    ];
  });
}

function yearLines(place: string, rows: ReadRows, member: string): readonly HeldLine[] {
  const keys = (rows[KEY_ROW] ?? []).map((cell) => textOfCell(cell));
  const headers = rows[KEY_ROW + 1] ?? [];
  const columns = keys.map((key, index) => ({ key, header: textOfCell(headers[index] ?? '') }));
  return rows
    .slice(KEY_ROW + 2)
    .filter((row) => textOfCell(row[keys.indexOf('member')] ?? '') === member)
    .flatMap((row, index) =>
      heldLines(place, index + 1, columns, (key) => textOfCell(row[keys.indexOf(key)] ?? '')),
    );
}

/** What a year's *Sổ tiếp nhận phiếu* holds: every sheet of his whole, also those that do not count. One read. */
export function heldInIntake(
  district: District,
  intake: string,
  year: string,
  waves: readonly Wave[],
  member: string,
): readonly HeldLine[] {
  const sheets = waves.flatMap((wave) => [registrationsTab(wave), selfAssessmentsTab(wave)]);
  const tabs = [UNMATCHED_TAB, LATE_TAB, LONG_TEXTS_TAB, ...sheets];
  const read = district.api.read(
    intake,
    tabs.map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null)[];
  const decided = new Map(decisionsIn(read[0] ?? []).map((one) => [one.submission, one.member]));
  const isHis = (row: TableRow): boolean =>
    textOfCell(row.cells.member) === member || decided.get(nameOf(row)) === member;
  const names = new Set(
    sheets.flatMap((definition, index) =>
      readTable(definition, read[3 + index] ?? [])
        .records.filter(isHis)
        .map(nameOf),
    ),
  );
  return [...tabs.keys()].flatMap((index) => {
    const definition = tabs[index];
    return definition
      ? tabLines(
          `Sổ tiếp nhận phiếu ${year} – ${definition.title}`,
          definition,
          read[index] ?? [],
          index === 1 || index > 2 ? isHis : (row) => names.has(nameOf(row)),
        )
      : [];
  });
}

/** What a unit's workbook holds in one programme year: his row of each wave, and every row of a ledger about him. One read. */
export function heldInUnit(
  district: District,
  { setup }: DistrictFacts,
  entry: UnitEntry,
  waves: readonly Wave[],
  member: string,
): readonly HeldLine[] {
  if (fileOfLink(entry.book) === '') return [];
  const reading = readUnit(district, setup, entry, waves);
  const codes = codesOf(member, reading.events);
  const book = `Sổ cơ sở ${entry.unit.name}`;
  return [
    ...reading.waves.flatMap(({ wave, table }) => {
      const definition = waveTab(wave);
      return table.records
        .filter(({ cells }) => textOfCell(cells.code) === member)
        .flatMap(({ cells }, index) =>
          heldLines(`${book} – ${definition.title}`, index + 1, definition.columns, (key) =>
            shown(
              definition.columns.find((one) => one.key === key),
              cells[key] ?? '',
            ),
          ),
        );
    }),
    ...reading.ledgers.flatMap(({ ledger, reading: read }) =>
      (read?.rows ?? [])
        .filter(({ event }) => isAbout(event, codes))
        .flatMap(({ cells }, index) =>
          heldLines(
            `${book} – ${ledger.tab.title}`,
            index + 1,
            LEDGER_COLUMNS.filter(({ key }) => key !== 'check'),
            (key) => cells[LEDGER_COLUMNS.findIndex((one) => one.key === key)] ?? '',
          ),
        ),
    ),
  ];
}

function nameOf({ cells }: TableRow): string {
  return submissionId({
    responseId: textOfCell(cells.responseId),
    sentAt: momentOfCell(cells.sentAt ?? '') ?? 0,
  });
}

/** A cell as people read it: dates as dates, flags as words. */
function shown(column: Column | undefined, cell: ReadCell): string {
  if (column?.kind === 'moment') {
    const at = momentOfCell(cell);
    return at === null ? textOfCell(cell) : formatMoment(at);
  }
  if (column?.kind === 'day') return formatDay(dayOfCell(cell) ?? '');
  return typeof cell === 'string' ? cell : textOfCell(cell);
}
