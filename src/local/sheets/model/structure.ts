import type { ChartData, GridRect, Rect, SheetData, SpreadsheetData } from './book';
import { isFormula, writableRow } from './cells';
import { type Corner, mapReferences } from './references';

export type Dimension = 'ROWS' | 'COLUMNS';

/** How positions change: `at` and behind move by `by`; with `by` below 0, those from `at` on for -by places are gone. */
interface Shift {
  readonly dimension: Dimension;
  readonly at: number;
  readonly by: number;
}

/** Puts empty rows or columns in front of place `at` (0-based). Formats come from the row or column in front, or behind. */
export function insertDimension(
  book: SpreadsheetData,
  sheet: SheetData,
  dimension: Dimension,
  at: number,
  count: number,
  fromBefore: boolean,
): void {
  const model = fromBefore ? at - 1 : at;
  if (dimension === 'ROWS') {
    const styles = sheet.rows[model]?.s;
    if (at < sheet.rows.length) {
      sheet.rows.splice(
        at,
        0,
        ...Array.from({ length: count }, () => (styles ? { v: [], s: styles.slice() } : null)),
      );
    }
    sheet.maxRows += count;
  } else {
    sheet.rows.forEach((row, index) => {
      if (!row || (at >= row.v.length && at >= (row.s?.length ?? 0) && !row.x)) return;
      const own = writableRow(sheet, index);
      const style = own.s?.[model] ?? 0;
      if (at < own.v.length) own.v.splice(at, 0, ...Array.from({ length: count }, () => null));
      if (own.s && at <= own.s.length) own.s.splice(at, 0, ...Array.from({ length: count }, () => style));
      shiftExtras(own, at, count);
    });
    if (at < sheet.columns.length) sheet.columns.splice(at, 0, ...Array.from({ length: count }, () => null));
    sheet.maxColumns += count;
  }
  shiftAll(book, sheet, { dimension, at, by: count });
}

/** Takes rows or columns out. */
export function deleteDimension(
  book: SpreadsheetData,
  sheet: SheetData,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  if (dimension === 'ROWS') {
    sheet.rows.splice(at, count);
    sheet.maxRows -= count;
    sheet.frozenRows = Math.min(sheet.frozenRows, sheet.maxRows - 1);
  } else {
    sheet.rows.forEach((row, index) => {
      if (!row || (at >= row.v.length && at >= (row.s?.length ?? 0) && !row.x)) return;
      const own = writableRow(sheet, index);
      own.v.splice(at, count);
      own.s?.splice(at, count);
      shiftExtras(own, at, -count);
    });
    sheet.columns.splice(at, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns = Math.min(sheet.frozenColumns, sheet.maxColumns - 1);
  }
  shiftAll(book, sheet, { dimension, at, by: -count });
}

/** Moves rows or columns [from, from + count) in front of place `to`. Formulas keep pointing where they pointed. */
export function moveDimension(
  book: SpreadsheetData,
  sheet: SheetData,
  dimension: Dimension,
  from: number,
  count: number,
  to: number,
): void {
  const target = to > from ? to - count : to;
  const moved = (place: number): number => {
    if (place >= from && place < from + count) return place - from + target;
    const without = place < from ? place : place - count;
    return without < target ? without : without + count;
  };
  if (dimension === 'ROWS') {
    while (sheet.rows.length < Math.max(from + count, to)) sheet.rows.push(null);
    sheet.rows.splice(target, 0, ...sheet.rows.splice(from, count));
  } else {
    sheet.rows.forEach((row, index) => {
      if (!row) return;
      const own = writableRow(sheet, index);
      own.v = reordered(own.v, moved, null);
      if (own.s) own.s = reordered(own.s, moved, 0);
      if (own.x)
        own.x = Object.fromEntries(Object.entries(own.x).map(([place, x]) => [moved(Number(place)), x]));
    });
    sheet.columns = reordered(sheet.columns, moved, null);
  }
  for (const one of book.metadata) {
    if (one.sheetId === sheet.sheetId && one.dimension === dimension && one.index !== undefined)
      one.index = moved(one.index);
  }
  eachFormula(book, (formula, host) =>
    mapReferences(formula, (reference) => {
      if (!refersTo(reference.sheet, host, sheet)) return reference;
      const move = (corner: Corner): Corner =>
        dimension === 'ROWS'
          ? { ...corner, ...(corner.row === undefined ? {} : { row: moved(corner.row) }) }
          : { ...corner, ...(corner.column === undefined ? {} : { column: moved(corner.column) }) };
      // A range keeps its corners: only single cells follow.
      return reference.to ? reference : { ...reference, from: move(reference.from) };
    }),
  );
}

function reordered<T>(list: readonly T[], moved: (place: number) => number, blank: T): T[] {
  const out: T[] = [];
  list.forEach((value, place) => {
    const at = moved(place);
    while (out.length <= at) out.push(blank);
    out[at] = value;
  });
  return out;
}

function shiftExtras(row: { x?: Record<number, unknown> }, at: number, by: number): void {
  if (!row.x) return;
  const next: Record<number, unknown> = {};
  for (const [key, value] of Object.entries(row.x)) {
    const place = shiftPlace(Number(key), at, by);
    if (place !== null) next[place] = value;
  }
  row.x = next;
}

function shiftPlace(place: number, at: number, by: number): number | null {
  if (place < at) return place;
  if (by < 0 && place < at - by) return null;
  return place + by;
}

/** Start and end (exclusive) after the shift; null when nothing is left. */
function shiftSpan(start: number, end: number, at: number, by: number): [number, number] | null {
  if (by > 0) return at <= start ? [start + by, end + by] : at < end ? [start, end + by] : [start, end];
  const cut = (place: number): number => (place <= at ? place : Math.max(at, place + by));
  const [from, to] = [cut(start), cut(end)];
  return from < to ? [from, to] : null;
}

function shiftRect<R extends GridRect>(range: R, { dimension, at, by }: Shift): R | null {
  const [low, high] = dimension === 'ROWS' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
  if (range[low] === undefined && range[high] === undefined) return range;
  const far = Number.MAX_SAFE_INTEGER / 4;
  const span = shiftSpan(range[low] ?? 0, range[high] ?? far, at, by);
  if (span === null) return null;
  return {
    ...range,
    ...(range[low] === undefined ? {} : { [low]: span[0] }),
    ...(range[high] === undefined ? {} : { [high]: span[1] }),
  };
}

function shiftRects<R extends GridRect>(list: readonly R[], shift: Shift): R[] {
  return list.map((range) => shiftRect(range, shift)).filter((range) => range !== null);
}

function shiftAll(book: SpreadsheetData, sheet: SheetData, shift: Shift): void {
  sheet.merges = shiftRects<Rect>(sheet.merges, shift).filter(
    (merge) => merge.bottom - merge.top > 1 || merge.right - merge.left > 1,
  );
  sheet.protections = sheet.protections.filter((one) => {
    const range = one.type === 'SHEET' ? one.range : shiftRect(one.range, shift);
    if (range === null) return false;
    one.range = range;
    one.unprotected = shiftRects(one.unprotected, shift);
    return true;
  });
  for (const rule of sheet.conditional) rule.ranges = shiftRects(rule.ranges, shift);
  sheet.conditional = sheet.conditional.filter((rule) => rule.ranges.length > 0);
  if (sheet.filter) {
    const range = shiftRect(sheet.filter.range, shift);
    sheet.filter = range && { ...sheet.filter, range };
  }
  for (const chart of sheet.charts) shiftAnchor(chart, shift);
  for (const each of book.sheets) {
    for (const chart of each.charts) {
      chart.ranges = chart.ranges.flatMap((one) => {
        if (one.sheetId !== sheet.sheetId) return [one];
        const range = shiftRect(one.range, shift);
        return range ? [{ ...one, range }] : [];
      });
    }
  }
  book.named = book.named.filter((one) => {
    if (one.sheetId !== sheet.sheetId) return true;
    const range = shiftRect(one.range, shift);
    if (range) one.range = range;
    return range !== null;
  });
  book.metadata = book.metadata.filter((one) => {
    if (one.sheetId !== sheet.sheetId || one.dimension !== shift.dimension || one.index === undefined)
      return true;
    const index = shiftPlace(one.index, shift.at, shift.by);
    if (index !== null) one.index = index;
    return index !== null;
  });
  eachFormula(book, (formula, host) =>
    mapReferences(formula, (reference) => {
      if (!refersTo(reference.sheet, host, sheet)) return reference;
      return shiftReference(reference, shift);
    }),
  );
}

type Ref = Parameters<Parameters<typeof mapReferences>[1]>[0];

function shiftReference(reference: Ref, { dimension, at, by }: Shift): Ref | null {
  const key = dimension === 'ROWS' ? 'row' : 'column';
  const from = reference.from[key];
  const to = reference.to ? reference.to[key] : from;
  if (from === undefined && to === undefined) return reference;
  const far = Number.MAX_SAFE_INTEGER / 4;
  const span = shiftSpan(from ?? 0, (to ?? far) + 1, at, by);
  if (span === null) return null;
  return {
    ...reference,
    from: { ...reference.from, ...(from === undefined ? {} : { [key]: span[0] }) },
    ...(reference.to ? { to: { ...reference.to, ...(to === undefined ? {} : { [key]: span[1] - 1 }) } } : {}),
  };
}

function shiftAnchor(chart: ChartData, { dimension, at, by }: Shift): void {
  const key = dimension === 'ROWS' ? 'row' : 'column';
  chart[key] = shiftPlace(chart[key], at, by) ?? at;
}

function refersTo(named: string | undefined, host: SheetData, sheet: SheetData): boolean {
  return named === undefined
    ? host.sheetId === sheet.sheetId
    : named.toLowerCase() === sheet.name.toLowerCase();
}

/** Rewrites every formula of the book. */
export function eachFormula(
  book: SpreadsheetData,
  rewrite: (formula: string, host: SheetData) => string,
): void {
  if (!book.formulas) return;
  for (const host of book.sheets) {
    host.rows.forEach((row, index) => {
      if (!row?.v.some(isFormula)) return;
      row.v.forEach((value, column) => {
        if (!isFormula(value)) return;
        const next = rewrite(value.f, host);
        if (next !== value.f) writableRow(host, index).v[column] = { ...value, f: next };
      });
    });
  }
}

/** Renames a sheet, in formulas too. */
export function renameSheet(book: SpreadsheetData, sheet: SheetData, name: string): void {
  const before = sheet.name.toLowerCase();
  eachFormula(book, (formula) =>
    mapReferences(formula, (one) => (one.sheet?.toLowerCase() === before ? { ...one, sheet: name } : one)),
  );
  sheet.name = name;
}

/** Takes a sheet out, with everything that points at it: names, metadata; formulas show #REF!. */
export function removeSheet(book: SpreadsheetData, sheet: SheetData): void {
  book.sheets = book.sheets.filter((one) => one !== sheet);
  book.named = book.named.filter((one) => one.sheetId !== sheet.sheetId);
  book.metadata = book.metadata.filter((one) => one.sheetId !== sheet.sheetId);
  const gone = sheet.name.toLowerCase();
  eachFormula(book, (formula) =>
    mapReferences(formula, (one) => (one.sheet?.toLowerCase() === gone ? null : one)),
  );
}
