import type { Wave } from '../programme/wave';
import { configFromRows, CONFIG_TAB, configToRows } from '../workbook/base-config';
import { textOfCell, type CellInput, type ReadRows } from '../workbook/cells';
import { presetOfSettings } from '../workbook/settings-use';
import type { SharedAnswer } from '../workbook/difficulties-tab';
import type { Setup } from '../workbook/setup';
import { START_TAB } from '../workbook/start-tab';
import { headerRow, keyRow, readTable, recordToCells } from '../workbook/tab';
import type { UnitEntry } from '../workbook/units-tab';
import { shownFromRow, waveRowFrom, type WaveMember, type WaveShown } from '../workbook/wave-rows';
import { waveTab } from '../workbook/wave-tab';
import { writeChangedRows } from '../google/changed-rows';
import { freeTitle, layTab, rewriteTab, sizeTab } from '../google/lay-tab';
import type { SheetsRequest } from '../google/sheets-batch';
import { baseConfigOf, baseTabs, type WaveHints } from './base-book';
import type { ByHandSaid } from './by-hand-state';
import { startRowsOf, wavesOfUnit } from './create-books-job';
import { fileOfLink, type District } from './district';
import { branchesOfUnit } from './facts';

/** Rows kept free below a wave's members. */
const SPARE = 20;

/**
 * Makes a unit's tab of a wave what the sheets that count say, with the hints that `_cfg` gives of it; one read, one write, in which rows that are so
 * already are left out. State and class stay what the last fold said, with the time they hold for. `isOpening`: the tabs of the wave are made and *Bắt
 * đầu* tells of it.
 */
export function pushUnit(
  district: District,
  setup: Setup,
  wave: Wave,
  entry: UnitEntry,
  members: readonly WaveMember[],
  isOpening: boolean,
  told: { readonly shared: readonly SharedAnswer[]; readonly byHand: ByHandSaid },
): void {
  const { unit } = entry;
  const file = fileOfLink(entry.book);
  const definition = waveTab(wave);
  const preset = presetOfSettings(setup.settings);
  const branches = branchesOfUnit(setup, unit);
  const tabs = isOpening ? district.api.tabs(file) : null;
  const there = tabs && new Set(tabs.map((tab) => tab.sheetId));
  // The tab of the same wave of another year has the plain title already.
  const titles = new Set((tabs ?? []).map((tab) => tab.title));
  const titled = (title: string): string => freeTitle(title, titles, wave.programme);
  const isThere = there === null || there.has(definition.sheetId);
  const [config, rows] = district.api.read(
    file,
    [CONFIG_TAB, ...(isThere ? [definition] : [])].map(({ sheetId }) => ({ sheetId })),
  ) as readonly (ReadRows | null | undefined)[];

  const shown = new Map<string, WaveShown | null>(
    readTable(definition, rows ?? []).records.map((row) => [
      textOfCell(row.cells.code),
      shownFromRow(row, preset),
    ]),
  );
  const content: readonly (readonly CellInput[])[] = [
    keyRow(definition),
    headerAsBefore(definition, rows ?? []),
    ...members.map((member) =>
      recordToCells(definition, waveRowFrom(member, shown.get(member.facts.code) ?? null, preset, unit.kind)),
    ),
  ];
  const hints = hintsFor(config ?? [], wave, members, definition.frozenRows);
  const waves = wavesOfUnit(setup, unit);
  const requests: SheetsRequest[] = [];
  for (const tab of baseTabs(unit, branches, setup.settings, [wave], wave.programme)) {
    const { sheetId } = tab.definition;
    const isWaves = sheetId === definition.sheetId;
    if (isWaves && rows)
      requests.push(
        sizeTab(sheetId, content.length + SPARE, definition.columns.length),
        ...writeChangedRows(sheetId, definition.frozenRows, rows, content),
      );
    else if (isWaves) requests.push(...layTab({ ...tab, title: titled(tab.title), content, index: 1 }));
    else if (there !== null && !there.has(sheetId))
      requests.push(...layTab({ ...tab, title: titled(tab.title) }));
  }
  requests.push(...rewriteTab(CONFIG_TAB, configToRows(baseConfigOf(setup, unit, waves, hints))));
  if (isOpening) {
    requests.push(...rewriteTab(START_TAB, startRowsOf(district, setup, unit, told.shared, told.byHand)));
  }
  district.api.change(file, requests, isThere);
}

/** The header of the state says as of when it holds; a push does not know better. */
function headerAsBefore(definition: ReturnType<typeof waveTab>, rows: ReadRows): readonly string[] {
  const { columns } = readTable(definition, rows);
  const before = textOfCell((rows[1] ?? [])[columns.get('state') ?? -1]);
  const place = definition.columns.findIndex((one) => one.key === 'state');
  return headerRow(definition).map((header, index) => (index === place && before !== '' ? before : header));
}

function hintsFor(
  config: ReadRows,
  wave: Wave,
  members: readonly WaveMember[],
  firstRow: number,
): ReadonlyMap<string, WaveHints> {
  const before = configFromRows(config);
  const hints = new Map<string, WaveHints>(
    before.ok ? before.value.waves.map((one) => [one.code, one] as const) : [],
  );
  const rows: Record<string, { first: number; count: number }> = {};
  members.forEach(({ branch }, index) => {
    const own = (rows[branch] ??= { first: firstRow + index, count: 0 });
    own.count += 1;
  });
  hints.set(wave.code, { rows, ledgerFrom: hints.get(wave.code)?.ledgerFrom ?? {} });
  return hints;
}
