import type { EpochMs } from '../programme/dates';
import type { MemberFold } from '../programme/fold-member';
import { drawBaseSummary } from '../workbook/base-summary-cells';
import { CONFIG_TAB, configToRows } from '../workbook/base-config';
import { textOfCell, type CellInput } from '../workbook/cells';
import { waveName } from '../workbook/class-words';
import { presetOfWave } from '../workbook/wave-scale';
import type { Setup } from '../workbook/setup';
import type { TabRecord } from '../workbook/tab';
import { shownOf, waveRowFrom, waveMemberFromRow } from '../workbook/wave-rows';
import { waveTab } from '../workbook/wave-tab';
import { drawPicture } from '../google/draw-picture';
import { rewriteTab } from '../google/lay-tab';
import { writeCells, type SheetsRequest } from '../google/sheets-batch';
import { GUARD_BASE } from './base-book';
import { ownersOf } from './facts';
import type { FoldedWave, ReadWave, UnitReading } from './read-unit';

/** Columns of the wave's tab that say what the last fold said. */
const SHOWN_KEYS = ['state', 'class', 'gradedBy', 'marks'] as const;
const HEADER_ROW = 1;

/**
 * What a unit's workbook is told of its folds: state, class, by whom and marks beside each member with the time they hold for, its own summary,
 * where the wave's rows begin in each ledger. Values only; no formula reaches into a ledger (architecture.md 3.8).
 */
export function showFolds(
  reading: UnitReading,
  folded: readonly FoldedWave[],
  setup: Setup,
  at: EpochMs,
): readonly SheetsRequest[] {
  const requests: SheetsRequest[] = [];
  for (const wave of reading.waves) {
    const fold = folded.find((one) => one.wave.code === wave.wave.code);
    if (!fold) continue;
    requests.push(...shownCells(reading, wave, fold, setup, at));
    requests.push(...drawnSummary(reading, wave, fold, setup, at));
  }
  return [...requests, ...hintedConfig(reading)];
}

/** *Tổng hợp Đợt …* of the unit; made when it is not there. Nobody but the owner writes in it, notes included. */
function drawnSummary(
  { entry, branches }: UnitReading,
  { wave, hasSummary }: ReadWave,
  fold: FoldedWave,
  setup: Setup,
  at: EpochMs,
): readonly SheetsRequest[] {
  const picture = drawBaseSummary(
    { wave, notes: new Map(), at },
    {
      unit: entry.unit,
      branches: [...fold.branches.values()],
      own: fold.own,
      memberDay: entry.unit.memberDays[wave.code] ?? '',
    },
    new Map(branches.map((branch) => [branch.code, branch.name])),
    presetOfWave(setup, wave),
  );
  const { sheetId } = picture.definition;
  // The same wave of an earlier year has the plain title already.
  const isAgain = setup.waves.some(
    (one) =>
      one.formId !== '' && one.wave.programme < wave.programme && waveName(one.wave) === waveName(wave),
  );
  const title = isAgain ? `${picture.definition.title} ${wave.programme}` : picture.definition.title;
  return drawPicture(
    picture,
    hasSummary ? { sheetId, title, rows: 0, protections: [sheetId], charts: [] } : undefined,
    { writers: ownersOf(setup.settings), guard: GUARD_BASE, openColumn: '' },
    title,
  );
}

function shownCells(
  { entry }: UnitReading,
  { wave, table }: ReadWave,
  fold: FoldedWave,
  setup: Setup,
  at: EpochMs,
): readonly SheetsRequest[] {
  const preset = presetOfWave(setup, wave);
  const definition = waveTab(wave, at);
  const byCode = new Map<string, MemberFold>(
    [...fold.branches.values()].flatMap((one) => one.members).map((one) => [one.member, one]),
  );
  const records = new Map(
    table.records.map((row): [number, TabRecord] => {
      const member = waveMemberFromRow(row, preset);
      const own = byCode.get(textOfCell(row.cells.code));
      return [row.row, member && own ? waveRowFrom(member, shownOf(own), preset, entry.unit.kind) : {}];
    }),
  );
  const last = Math.max(HEADER_ROW, ...records.keys());
  return SHOWN_KEYS.flatMap((key): readonly SheetsRequest[] => {
    const column = table.columns.get(key);
    if (column === undefined) return [];
    const header = definition.columns.find((one) => one.key === key)?.header ?? key;
    const cells: (readonly CellInput[])[] = [[header]];
    for (let row = HEADER_ROW + 1; row <= last; row++) cells.push([records.get(row)?.[key] ?? '']);
    return [writeCells(definition.sheetId, HEADER_ROW, column, cells)];
  });
}

/** `_cfg` with the first row of each wave in each ledger; as it was where nothing is known of it. */
function hintedConfig({ config, ledgers }: UnitReading): readonly SheetsRequest[] {
  if (!config) return [];
  const waves = config.waves.map((wave) => {
    const ledgerFrom: Record<string, number> = {};
    for (const { ledger, reading } of ledgers) {
      const rows = (reading?.rows ?? []).filter((one) => one.event.wave === wave.code).map((one) => one.row);
      if (reading)
        ledgerFrom[String(ledger.tab.definition.sheetId)] =
          rows.length > 0 ? Math.min(...rows) : reading.nextRow;
    }
    return { ...wave, ledgerFrom };
  });
  return rewriteTab(CONFIG_TAB, configToRows({ ...config, waves }));
}
