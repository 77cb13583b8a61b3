import type { CellStyle, Rect, SheetData, SpreadsheetData, ValidationData } from './book';
import { putStyle, styleIdAt, writableRow } from './cells';

/** Google's look of a cell nobody has formatted. */
export const DEFAULT_STYLE = {
  numberFormat: '',
  background: '#ffffff',
  fontColor: '#000000',
  fontFamily: 'Arial',
  fontSize: 10,
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  horizontal: 'general',
  vertical: 'bottom',
  wrap: 'OVERFLOW',
} as const;

const tables = new WeakMap<object, Map<string, number>>();

/** The place of this entry in the table, added when new: equal looks share one place. */
function placeOf<T extends object>(table: T[], entry: T): number {
  let places = tables.get(table);
  if (!places || places.size !== table.length) {
    places = new Map(table.map((present, place) => [JSON.stringify(present), place]));
    tables.set(table, places);
  }
  const key = JSON.stringify(entry);
  const known = places.get(key);
  if (known !== undefined) return known;
  table.push(entry);
  places.set(key, table.length - 1);
  return table.length - 1;
}

/** The place of a style in the book. */
export function styleId(book: SpreadsheetData, style: CellStyle): number {
  const kept = Object.entries(style)
    .filter(
      ([key, value]) =>
        value !== undefined && value !== null && value !== DEFAULT_STYLE[key as keyof typeof DEFAULT_STYLE],
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return placeOf(book.styles, Object.fromEntries(kept) as CellStyle);
}

/** The place of a validation in the book. */
export function ruleId(book: SpreadsheetData, rule: ValidationData): number {
  return placeOf(book.rules, rule);
}

/** The look of a cell. */
export function styleAt(book: SpreadsheetData, sheet: SheetData, row: number, column: number): CellStyle {
  return book.styles[styleIdAt(sheet, row, column)] ?? {};
}

/** Changes the look of every cell of the rectangle; each different look is worked out once. */
export function restyle(
  book: SpreadsheetData,
  sheet: SheetData,
  rect: Rect,
  change: (style: CellStyle, row: number, column: number) => CellStyle,
  sameForAll = true,
): void {
  const done = new Map<number, number>();
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const data = writableRow(sheet, row);
    for (let column = rect.left; column < rect.right; column += 1) {
      const before = data.s?.[column] ?? 0;
      let after = sameForAll ? done.get(before) : undefined;
      if (after === undefined) {
        after = styleId(book, change(book.styles[before] ?? {}, row, column));
        done.set(before, after);
      }
      putStyle(data, column, after);
    }
  }
}
