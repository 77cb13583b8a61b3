import type { Preset } from '../programme/classification';
import type { EmulationWeights } from '../programme/emulation';
import type { Wave } from '../programme/wave';
import { textOfCell, type ReadRows } from './cells';
import { DIFFICULTIES_TAB } from './difficulties-tab';
import { emulationTab } from './emulation-tab';
import { INSPECTIONS_TAB } from './inspections-tab';
import { RESULTS_TAB } from './results-tab';
import { summaryTab } from './summary-cells';
import type { TabDefinition } from './tab';
import { yearTab } from './year-tab';

/** A tab of *Sổ Quận đoàn* as it is kept of a year that is over. */
export interface ArchivedTab {
  readonly definition: TabDefinition;
  /** Key of the column that says which wave a row is of; '' = every row is kept. */
  readonly waveKey: string;
}

/**
 * The tabs kept of a programme year, as values: the results of its waves, each wave's *Tổng hợp*, the year's proposals and decisions, difficulties,
 * inspections. `isYearDrawn` = the two tables of the year were drawn from these waves; else they are another year's and are left alone. Difficulties
 * are kept whole: one may outlast its year.
 */
export function archivedTabs(
  waves: readonly Wave[],
  preset: Preset,
  weights: EmulationWeights,
  isYearDrawn: boolean,
): readonly ArchivedTab[] {
  const whole = (definition: TabDefinition): ArchivedTab => ({ definition, waveKey: '' });
  const byWave = (definition: TabDefinition): ArchivedTab => ({ definition, waveKey: 'wave' });
  return [
    byWave(RESULTS_TAB),
    ...waves.map((wave) => whole(summaryTab(wave, preset))),
    ...(isYearDrawn ? [whole(yearTab(waves, preset)), whole(emulationTab(weights, preset, false))] : []),
    whole(DIFFICULTIES_TAB),
    byWave(INSPECTIONS_TAB),
  ];
}

/** Whether *Tổng hợp năm* was drawn from these waves: it has a column of one of them. */
export function isYearOf(yearRows: ReadRows, waves: readonly Wave[]): boolean {
  const keys = new Set((yearRows[0] ?? []).map(textOfCell));
  return waves.some((wave) => keys.has(`wave.${wave.code}`));
}

/** The rows of a stretch below the head that are of these waves; all of them where rows name no wave. */
export function rowsOfWaves(
  { waveKey }: ArchivedTab,
  head: ReadRows,
  rows: ReadRows,
  waves: readonly Wave[],
): ReadRows {
  if (waveKey === '') return rows;
  const place = (head[0] ?? []).findIndex((key) => textOfCell(key) === waveKey);
  const codes = new Set(waves.map((wave) => wave.code));
  return rows.filter((row) => codes.has(textOfCell(row[place] ?? '')));
}
