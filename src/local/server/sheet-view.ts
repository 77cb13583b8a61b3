import type { RowData, SheetData, SpreadsheetData } from '../sheets/model/book';
import { closeRect } from '../sheets/model/book';
import { parseA1, unquote } from '../sheets/model/a1';
import type { LookView, RowView, SheetView } from './api-types';
import { chartView } from './chart-view';
import { type ConditionalLooks, conditionalLooks } from './conditional-looks';
import { lookView } from './look-view';
import { cellText } from './sheet-text';

/** The texts a drop-down offers: a rule's own list, or what stands in the range it names. */
function choicesOf(book: SpreadsheetData, place: number): readonly string[] | null {
  const rule = book.rules[place];
  if (!rule) return null;
  if (rule.criteria === 'CHECKBOX') return ['TRUE', 'FALSE'];
  if (rule.criteria === 'VALUE_IN_LIST' || rule.criteria === 'ONE_OF_LIST') return rule.values.map(String);
  if (rule.criteria !== 'VALUE_IN_RANGE' && rule.criteria !== 'ONE_OF_RANGE') return null;
  const address = parseA1(String(rule.values[0] ?? '').replace(/^=/, ''));
  const name = address?.sheetName;
  const sheet = book.sheets.find((one) => name !== undefined && one.name === unquote(name));
  if (!address || !sheet) return null;
  const rect = closeRect(sheet, address.range);
  const found = new Set<string>();
  for (let row = rect.top; row < Math.min(rect.bottom, sheet.rows.length); row += 1) {
    for (let column = rect.left; column < rect.right; column += 1) {
      const text = cellText(book, sheet, row, column);
      if (text !== '') found.add(text);
    }
  }
  return [...found];
}

/** Collects what rows refer to by place: looks and drop-downs, each once. */
class Places<T> {
  readonly all: T[] = [];
  readonly #places = new Map<string, number>();

  put(key: string, make: () => T): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.all.push(make());
    this.#places.set(key, this.all.length - 1);
    return this.all.length - 1;
  }
}

function trimmed<T>(list: T[], isEmpty: (entry: T) => boolean): T[] {
  while (list.length > 0 && isEmpty(list[list.length - 1]!)) list.pop();
  return list;
}

interface Drawing {
  readonly book: SpreadsheetData;
  readonly sheet: SheetData;
  readonly looks: Places<LookView>;
  readonly lists: Places<readonly string[]>;
  readonly conditional: ConditionalLooks;
}

function rowView(drawing: Drawing, data: RowData, row: number): RowView | null {
  const { book, sheet, looks, lists, conditional } = drawing;
  const last = Math.max(data.v.length, data.s?.length ?? 0);
  const cells = trimmed(
    data.v.map((_, column) => cellText(book, sheet, row, column)),
    (text) => text === '',
  );
  const places: number[] = [];
  for (let column = 0; column < last; column += 1) {
    const own = data.s?.[column] ?? 0;
    const over = conditional(row, column);
    const style = { ...book.styles[own], ...over };
    places.push(looks.put(over ? `${own} ${JSON.stringify(over)}` : String(own), () => lookView(style)));
  }
  const notes: Record<number, string> = {};
  const choices: Record<number, number> = {};
  for (const [key, extra] of Object.entries(data.x ?? {})) {
    const column = Number(key);
    if (extra.note) notes[column] = extra.note;
    const rule = extra.rule;
    const offered = rule === undefined ? null : choicesOf(book, rule);
    if (offered) choices[column] = lists.put(String(rule), () => offered);
  }
  const shown = trimmed(places, (place) => place === 0);
  const view: RowView = {
    cells,
    ...(shown.length > 0 ? { looks: shown } : {}),
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
    ...(Object.keys(choices).length > 0 ? { lists: choices } : {}),
    ...(data.height === undefined ? {} : { height: data.height }),
    ...(data.hidden || data.filtered ? { hidden: true } : {}),
  };
  return Object.keys(view).length === 1 && cells.length === 0 ? null : view;
}

/** A tab as the browser draws it. */
export function sheetView(book: SpreadsheetData, sheet: SheetData): SheetView {
  const looks = new Places<LookView>();
  const lists = new Places<readonly string[]>();
  looks.put('0', () => lookView(book.styles[0] ?? {}));
  const drawing = { book, sheet, looks, lists, conditional: conditionalLooks(sheet) };
  const rows = trimmed(
    sheet.rows.map((data, row) => (data ? rowView(drawing, data, row) : null)),
    (row) => row === null,
  );
  const widths: Record<number, number> = {};
  const hiddenColumns: number[] = [];
  sheet.columns.forEach((column, place) => {
    if (column?.width !== undefined) widths[place] = column.width;
    if (column?.hidden) hiddenColumns.push(place);
  });
  return {
    sheetId: sheet.sheetId,
    rowCount: sheet.maxRows,
    columnCount: sheet.maxColumns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    gridlines: !sheet.hideGridlines,
    widths,
    hiddenColumns,
    looks: looks.all,
    rows,
    merges: sheet.merges,
    charts: sheet.charts.flatMap((chart) => chartView(book, chart) ?? []),
    lists: lists.all,
  };
}
