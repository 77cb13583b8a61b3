import { formatMoment } from '../programme/dates';
import { textOfCell, type ReadRows } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { emulationTab } from '../workbook/emulation-tab';
import { emulationWeightsOf, presetOfSettings } from '../workbook/settings-use';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { readTable } from '../workbook/tab';
import type { ShownRow, SheetWaves, YearSheet, YearSheetHead } from '../workbook/year-sheet';
import { yearTab } from '../workbook/year-tab';
import { dressTab, freeTitle, layTab, sizeTab } from '../google/lay-tab';
import type { TabFacts } from '../google/sheets-api';
import { clearFrom, styleHeader, writeCells, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import type { DistrictFacts } from './facts';
import { yearWaves } from './year-job';

/** *Tổng hợp năm* and *Thi đua đơn vị* as staff see them now, what they decided included. */
export interface ShownYear {
  readonly units: readonly ShownRow[];
  readonly members: readonly ShownRow[];
  readonly waves: SheetWaves;
  readonly head: YearSheetHead;
}

/** Reads the two tabs of the year; null = they were never drawn, or are gone. */
export function readShownYear(district: District, facts: DistrictFacts): ShownYear | null {
  const { settings } = facts;
  const preset = presetOfSettings(settings);
  const waves = yearWaves(facts);
  const [year, emulation] = district.api.read(district.book, [
    { sheetId: SHEET_IDS.yearSummary },
    { sheetId: SHEET_IDS.emulation },
  ]) as readonly (ReadRows | null)[];
  if (!year || !emulation) return null;
  const cellsOf = (definition: Parameters<typeof readTable>[0], rows: ReadRows): readonly ShownRow[] =>
    readTable(definition, rows).records.map(({ cells }) => cells);
  const moment = formatMoment(district.now());
  return {
    units: cellsOf(emulationTab(emulationWeightsOf(settings), preset, settings.rankUnits), emulation),
    members: cellsOf(yearTab(waves, preset), year),
    waves: waves.map((wave) => ({ code: wave.code, name: waveName(wave) })),
    head: {
      programme: settings.programme,
      district: settings.district,
      at: `${moment.slice(11, 16)} ngày ${moment.slice(0, 10)}`,
    },
  };
}

/** The members of a unit as the year shows them, by the branches the unit has now. */
export function membersOfUnit(
  { setup }: DistrictFacts,
  { members }: ShownYear,
  unit: string,
): readonly ShownRow[] {
  const branches = new Set(
    setup.allBranches.filter((branch) => branch.base === unit).map((branch) => branch.code),
  );
  const own = new Set(
    setup.members.filter((member) => branches.has(member.branch)).map((member) => member.code),
  );
  return members.filter((row) => own.has(textOfCell(row.member)));
}

/** The waves a sheet of a unit has: those any of its members was in. */
export function wavesShown(members: readonly ShownRow[], waves: SheetWaves): SheetWaves {
  return waves.filter(({ code }) => members.some((row) => textOfCell(row[`wave.${code}`]) !== ''));
}

/** Draws a sheet whole into its one tab, for one atomic write. The same again leaves the same. */
export function drawYearSheet(
  { definition, rows, headingRow }: YearSheet,
  there: readonly TabFacts[],
  guard: { readonly writers: readonly string[]; readonly guard: string },
): readonly SheetsRequest[] {
  const { sheetId, columns } = definition;
  const heading = styleHeader({
    sheetId,
    startRowIndex: headingRow,
    endRowIndex: headingRow + 1,
    startColumnIndex: 0,
    endColumnIndex: columns.length,
  });
  if (there.some((tab) => tab.sheetId === sheetId))
    return [
      sizeTab(sheetId, rows.length + 2, columns.length),
      clearFrom(sheetId, 0),
      {
        repeatCell: {
          range: { sheetId, startRowIndex: definition.frozenRows },
          cell: {},
          fields: 'userEnteredFormat(textFormat,backgroundColor,borders,wrapStrategy,horizontalAlignment)',
        },
      },
      ...dressTab(definition),
      writeCells(sheetId, 0, 0, rows),
      heading,
    ];
  const title = freeTitle(definition.title, new Set(there.map((tab) => tab.title)), '(mới)');
  return [...layTab({ definition, content: rows, spareRows: 2, title, ...guard }), heading];
}
