import type {
  BeforeRangeSaveDataDetails,
  BeforeSaveDataDetails,
  ColumnRegular,
  FocusAfterRenderEvent,
  RowHeaders,
  ViewPortScrollEvent,
} from '@revolist/revogrid';
import { defineCustomElements } from '@revolist/revogrid/loader';
import { columnName } from './a1';
import { cellProperties, cellTemplate } from './cell';
import { cellEditor } from './editor';
import { type GridRow, type Layout, ROW_HEIGHT } from './layout';

/** One cell somebody typed into. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What happens in the grid. */
export interface GridEvents {
  readonly focus: (row: number, column: number, text: string) => void;
  readonly type: (cells: readonly Typed[]) => void;
  readonly scroll: (left: number | null, top: number | null) => void;
}

/** The grid on the screen. */
export interface Grid {
  readonly show: (layout: Layout, canEdit: boolean) => void;
  readonly toTop: () => void;
  /** Puts the focus on a cell of the sheet. */
  readonly select: (row: number, column: number) => void;
  /** True while somebody is typing into a cell: new data would throw the words away. */
  readonly typing: () => boolean;
  readonly remove: () => void;
}

const HEADER: RowHeaders = {
  prop: 'place',
  size: 46,
  cellTemplate: (_h, { model }) => String((model as GridRow).place + 1),
  cellProperties: () => ({ class: { 'row-number': true }, role: 'rowheader' }),
};

/** Puts a grid into `host`; it draws only the rows and columns in view, so large sheets cost no more than small ones. */
export function createGrid(host: HTMLElement, events: GridEvents): Grid {
  defineCustomElements();
  const grid = document.createElement('revo-grid') as HTMLRevoGridElement;
  let layout: Layout | null = null;
  const current = (): Layout => {
    if (!layout) throw new Error('The grid was asked to draw before it was given a sheet.');
    return layout;
  };
  Object.assign(grid, {
    hideAttribution: true,
    range: true,
    resize: false,
    filter: false,
    canFocus: true,
    rowHeaders: HEADER,
    rowSize: ROW_HEIGHT,
    theme: 'default',
    useClipboard: true,
    applyOnClose: true,
    editors: { sheet: cellEditor(current) },
  });
  const [properties, template] = [cellProperties(current), cellTemplate(current)];
  const columnOf = (column: number): ColumnRegular => ({
    prop: column,
    name: columnName(column),
    size: current().widthOf(column),
    ...(column < current().sheet.frozenColumns ? { pin: 'colPinStart' as const } : {}),
    cellProperties: properties,
    cellTemplate: template,
    editor: 'sheet',
  });

  grid.addEventListener('afterfocus', (event) => {
    const { model, column } = (event as CustomEvent<FocusAfterRenderEvent>).detail;
    const row = model as GridRow | undefined;
    if (row && column)
      events.focus(row.place, Number(column.prop), row.view.cells[Number(column.prop)] ?? '');
  });
  grid.addEventListener('beforeedit', (event) => {
    event.preventDefault();
    const { model, prop, val } = (event as CustomEvent<BeforeSaveDataDetails>).detail;
    const row = model as GridRow;
    const [column, text] = [Number(prop), String(val ?? '')];
    if (text !== (row.view.cells[column] ?? '')) events.type([{ row: row.place, column, text }]);
  });
  grid.addEventListener('beforerangeedit', (event) => {
    event.preventDefault();
    const { data, type } = (event as CustomEvent<BeforeRangeSaveDataDetails>).detail;
    const rows = type === 'rowPinStart' ? current().frozen : current().body;
    const cells = Object.entries(data).flatMap(([place, change]) => {
      const row = rows[Number(place)];
      if (!row) return [];
      return Object.entries(change).map(([column, text]) => ({
        row: row.place,
        column: Number(column),
        text: String(text ?? ''),
      }));
    });
    events.type(cells.filter((cell) => Number.isInteger(cell.column)));
  });
  grid.addEventListener('viewportscroll', (event) => {
    const { dimension, coordinate } = (event as CustomEvent<ViewPortScrollEvent>).detail;
    events.scroll(dimension === 'rgCol' ? coordinate : null, dimension === 'rgRow' ? coordinate : null);
  });
  // The grid leaves its row of column letters without the role that a screen reader needs.
  const nameHeaderRows = (): void => {
    const rows = grid.querySelectorAll('revogr-viewport-scroll:not([row-header]) .header-rgRow:not([role])');
    for (const row of rows) row.setAttribute('role', 'row');
  };
  const drawn = new MutationObserver(nameHeaderRows);
  drawn.observe(grid, { childList: true, subtree: true });
  // The grid takes the room for frozen rows when it gets them, by the heights it knows then; at its start it knows none.
  const takeRoomForFrozen = (): void => {
    if (layout?.frozen.length) grid.pinnedTopSource = [...layout.frozen];
  };
  grid.addEventListener('aftergridinit', takeRoomForFrozen);
  host.append(grid);
  // The element gets its methods a moment after it was made.
  const whenReady = (act: () => Promise<void>): void => {
    void customElements.whenDefined('revo-grid').then(() => (grid.isConnected ? act() : undefined));
  };

  return {
    show: (next, canEdit) => {
      const sameShape =
        layout?.sheet.sheetId === next.sheet.sheetId &&
        JSON.stringify([layout.columns, layout.sheet.widths, layout.sheet.frozenColumns]) ===
          JSON.stringify([next.columns, next.sheet.widths, next.sheet.frozenColumns]);
      layout = next;
      grid.readonly = !canEdit;
      if (!sameShape) grid.columns = next.columns.map(columnOf);
      const sizes = (rows: readonly GridRow[], type: 'rgRow' | 'rowPinStart') =>
        rows.flatMap(({ place }, index) => {
          const size = next.heightOf(place);
          return size === ROW_HEIGHT ? [] : [{ type, index, size }];
        });
      grid.pinnedTopSource = [...next.frozen];
      grid.source = [...next.body];
      grid.rowDefinitions = [...sizes(next.frozen, 'rowPinStart'), ...sizes(next.body, 'rgRow')];
      takeRoomForFrozen();
    },
    select: (row, column) => {
      const { frozen, body, columns, sheet } = current();
      const pinned = column < sheet.frozenColumns;
      const rows = row < sheet.frozenRows ? frozen : body;
      const x = columns.filter((one) => one < sheet.frozenColumns === pinned).indexOf(column);
      const y = rows.findIndex(({ place }) => place === row);
      if (x < 0 || y < 0) return;
      const [columnKind, rowKind] = [
        pinned ? 'colPinStart' : 'rgCol',
        rows === frozen ? 'rowPinStart' : 'rgRow',
      ];
      whenReady(async () => {
        if (rows === body) await grid.scrollToRow(y);
        await grid.setCellsFocus({ x, y }, { x, y }, columnKind, rowKind);
      });
    },
    toTop: () =>
      whenReady(async () => {
        await grid.scrollToRow(0);
        await grid.scrollToColumnIndex(0);
      }),
    typing: () => grid.querySelector('revogr-edit') !== null,
    remove: () => {
      drawn.disconnect();
      grid.remove();
    },
  };
}
