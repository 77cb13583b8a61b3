import type { IsoDay } from '../programme/dates';
import type { WaveEntry } from './waves-tab';
import { dayCell, type ReadRows } from './cells';
import { readRecords, type TabReading } from './row-reader';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';

/** The tab *Triển khai, kiểm tra* (P18, P20): one row a deployment or an inspection of a unit in a wave. */
export const INSPECTIONS_TAB = tab(
  SHEET_IDS.inspections,
  'Triển khai, kiểm tra',
  [
    column('unit', 'Đơn vị', 'text', 110, { typed: true }),
    column('wave', 'Đợt', 'text', 90, { typed: true }),
    column('deployedOn', 'Ngày triển khai', 'day', 110, { typed: true }),
    column('how', 'Hình thức triển khai', 'text', 200, { typed: true }),
    column('document', 'Số văn bản', 'text', 140, { typed: true }),
    column('branches', 'Số chi đoàn đã triển khai', 'number', 100, { typed: true }),
    column('inspectedOn', 'Ngày kiểm tra', 'day', 110, { typed: true }),
    column('inspectedBy', 'Người kiểm tra', 'text', 180, { typed: true }),
    column('sample', 'Nội dung kiểm tra', 'text', 260, { typed: true }),
    column('findings', 'Nhận xét', 'text', 300, { typed: true }),
    column('next', 'Việc cần làm tiếp', 'text', 260, { typed: true }),
  ],
  2,
);

/** A deployment, an inspection, or both. `branches` null = not written; '' days = not done. */
export interface Inspection {
  readonly unit: string;
  readonly wave: string;
  readonly deployedOn: IsoDay;
  readonly how: string;
  readonly document: string;
  readonly branches: number | null;
  readonly inspectedOn: IsoDay;
  readonly inspectedBy: string;
  readonly sample: string;
  readonly findings: string;
  readonly next: string;
}

/** A row of the tab. */
export function inspectionRecord(one: Inspection): TabRecord {
  return {
    ...one,
    deployedOn: dayCell(one.deployedOn),
    branches: one.branches ?? '',
    inspectedOn: dayCell(one.inspectedOn),
  };
}

/** The rows of the tab with their problems: unknown unit or wave, impossible day, no figure. */
export function inspectionsFrom(
  rows: ReadRows,
  known: { readonly units: ReadonlySet<string>; readonly waves: readonly WaveEntry[] },
): TabReading<Inspection> {
  const waves = known.waves.map((entry) => entry.wave.code);
  return readRecords(INSPECTIONS_TAB, rows, 'unit', (reader) => {
    const [unit, wave] = [reader.needed('unit'), reader.needed('wave')];
    if (unit !== '' && !known.units.has(unit)) reader.problem('UNKNOWN_UNIT', 'unit');
    if (wave !== '' && !waves.includes(wave)) reader.problem('UNKNOWN_WORD', 'wave', { words: waves });
    return {
      unit,
      wave,
      deployedOn: reader.day('deployedOn'),
      how: reader.text('how'),
      document: reader.text('document'),
      branches: reader.number('branches', 0, 10_000),
      inspectedOn: reader.day('inspectedOn'),
      inspectedBy: reader.text('inspectedBy'),
      sample: reader.text('sample'),
      findings: reader.text('findings'),
      next: reader.text('next'),
    };
  });
}
