import type { Preset } from '../programme/classification';
import type { CellInput } from './cells';
import { lookKey, type CellLook, type HeadedColumn } from './sheet-picture';

const GREY = '#5b636e';
const WEAK = '#9c2a5a';
const LATE: CellLook = { ink: '#ab1f1a', ground: '#fceceb' };

/** Columns in which a word of lateness may stand. */
const LATE_KEYS: ReadonlySet<string> = new Set(['onTime', 'late']);

/**
 * Colour only where it helps: late in red, somebody in the lowest class in plum, nothing and "not yet" in grey. `from` = the table's first row
 * in the tab.
 */
export function tableLooks(
  columns: readonly HeadedColumn[],
  table: readonly (readonly CellInput[])[],
  from: number,
  preset: Preset | null,
): ReadonlyMap<string, CellLook> {
  const weakest = preset?.classes[preset.classes.length - 1]?.code;
  const looks = new Map<string, CellLook>();
  table.forEach((cells, index) =>
    columns.forEach(({ key }, column) => {
      const look = lookOf(key, cells[column] ?? '', weakest);
      if (look) looks.set(lookKey(from + index, column), look);
    }),
  );
  return looks;
}

function lookOf(key: string, cell: CellInput, weakest: string | undefined): CellLook | null {
  if (key === 'stt') return null;
  if (cell === 0 || cell === '–') return { ink: GREY };
  if (LATE_KEYS.has(key)) return String(cell).startsWith('Trễ hạn') ? LATE : null;
  return key === `class.${weakest}` && typeof cell === 'number' ? { ink: WEAK, bold: true } : null;
}
