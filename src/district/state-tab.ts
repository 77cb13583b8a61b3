import { CELL_SIGNS, textOfCell, type CellInput, type ReadRows } from '../workbook/cells';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { column, tab, type TabDefinition } from '../workbook/tab';
import { appendRows, writeCells, type SheetsRequest } from '../google/sheets-batch';

/** Cells a value may take: ten times 45 000 signs. */
const PARTS = 10;

/**
 * A hidden tab of named texts: cursors and tails that must change in the same atomic write as the rows they speak of (architecture.md 3.6),
 * so they cannot be script properties.
 */
export const STATE_TAB = namedTexts(SHEET_IDS.config, '_cfg');

/** What the last fold of every branch said, for the summaries; beside the state, because only they read it. */
export const FOLDS_TAB = namedTexts(SHEET_IDS.config + 1, '_gop');

function namedTexts(sheetId: number, title: string): TabDefinition {
  const parts = Array.from({ length: PARTS }, (_, index) => column(`part${index}`, `${index}`, 'text', 80));
  return tab(sheetId, title, [column('name', 'Mục', 'text', 240), ...parts], 0, true);
}

/** Named texts as read, and what is to be written; the changes reach the sheet with the batch they are put into. */
export interface NamedTexts {
  readonly get: (name: string) => string | null;
  readonly names: () => readonly string[];
  readonly set: (name: string, text: string) => void;
  /** Requests for all that was set since the last call. */
  readonly changes: () => readonly SheetsRequest[];
}

/** Reads a tab of named texts; null rows = it is not there yet, and `changes` must come behind the request that makes it. */
export function readNamedTexts(definition: TabDefinition, rows: ReadRows | null): NamedTexts {
  const { sheetId, frozenRows } = definition;
  const texts = new Map<string, string>();
  const places = new Map<string, number>();
  (rows ?? []).forEach((row, index) => {
    const name = textOfCell(row[0]);
    if (index < frozenRows || name === '') return;
    texts.set(
      name,
      row
        .slice(1, 1 + PARTS)
        .map(String)
        .join(''),
    );
    places.set(name, index);
  });
  let nextRow = Math.max(frozenRows, rows?.length ?? 0);
  const changed = new Set<string>();
  return {
    get: (name) => texts.get(name) ?? null,
    names: () => [...texts.keys()],
    set(name, text) {
      if (texts.get(name) === text) return;
      if (text.length > PARTS * CELL_SIGNS) throw new Error(`${name} has ${text.length} signs`);
      texts.set(name, text);
      changed.add(name);
    },
    changes() {
      const requests: SheetsRequest[] = [];
      const added: (readonly CellInput[])[] = [];
      for (const name of changed) {
        const cells = [name, ...partsOf(texts.get(name) ?? '')];
        const place = places.get(name);
        if (place === undefined) {
          added.push(cells);
          places.set(name, nextRow);
          nextRow += 1;
        } else requests.push(writeCells(sheetId, place, 0, [cells]));
      }
      changed.clear();
      if (added.length > 0) requests.push(appendRows(sheetId, added));
      return requests;
    },
  };
}

/** All cells of a value: those it does not need any more are emptied. */
function partsOf(text: string): readonly string[] {
  return Array.from({ length: PARTS }, (_, index) =>
    text.slice(index * CELL_SIGNS, (index + 1) * CELL_SIGNS),
  );
}

/** A value kept as JSON; `otherwise` when there is none. */
export function jsonOf<T>(texts: NamedTexts, name: string, otherwise: T): T {
  const text = texts.get(name);
  return text === null ? otherwise : (JSON.parse(text) as T);
}
