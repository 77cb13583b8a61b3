import { useEffect, useRef, useState } from 'preact/hooks';
import type { SheetView } from '../../server/api-types';
import { Lines } from '../lines';
import { cellName, cellPlace } from './a1';
import { Chart } from './charts';
import { type Grid, type Typed, createGrid } from './grid';
import { type Layout, layOut } from './layout';

interface Props {
  readonly sheet: SheetView;
  readonly canEdit: boolean;
  /** A range that a script has selected on this tab. */
  readonly selected: string | null;
  readonly type: (cells: readonly Typed[]) => void;
}

const ROW_NUMBERS = 46;
const COLUMN_LETTERS = 25;

function frozenSize(layout: Layout): { readonly left: number; readonly top: number } {
  let [left, top] = [ROW_NUMBERS, COLUMN_LETTERS];
  for (let column = 0; column < layout.sheet.frozenColumns; column += 1) left += layout.widthOf(column);
  for (let row = 0; row < layout.sheet.frozenRows; row += 1) top += layout.heightOf(row);
  return { left, top };
}

interface ScrollPlace {
  readonly left: number;
  readonly top: number;
}

/** The charts that stand in one of the four parts the frozen rows and columns make: each part clips and scrolls by itself. */
function ChartLayer({ layout, scroll }: { readonly layout: Layout; readonly scroll: ScrollPlace }) {
  const { charts, frozenColumns, frozenRows } = layout.sheet;
  const frozen = frozenSize(layout);
  const parts = [true, false].flatMap((fixedX) => [true, false].map((fixedY) => ({ fixedX, fixedY })));
  return (
    <>
      {parts.map(({ fixedX, fixedY }) => {
        const here = charts.filter(
          ({ row, column }) => column < frozenColumns === fixedX && row < frozenRows === fixedY,
        );
        if (here.length === 0) return null;
        const corner = {
          left: `${fixedX ? ROW_NUMBERS : frozen.left}px`,
          top: `${fixedY ? COLUMN_LETTERS : frozen.top}px`,
        };
        const moved = `translate(${fixedX ? 0 : -scroll.left}px, ${fixedY ? 0 : -scroll.top}px)`;
        return (
          <div key={`${fixedX} ${fixedY}`} class="charts" style={corner}>
            <div style={{ transform: moved }}>
              {here.map((chart) => (
                <Chart
                  key={chart.id}
                  chart={chart}
                  left={layout.leftOf(chart.column) + chart.offsetX}
                  top={layout.topOf(chart.row) + chart.offsetY}
                />
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}

/** The formula bar, the grid and the charts over it. */
export function SheetArea({ sheet, canEdit, selected, type }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<Grid | null>(null);
  const latest = useRef(type);
  latest.current = type;
  const [layout, setLayout] = useState<Layout>(() => layOut(sheet));
  const [focus, setFocus] = useState<{ row: number; column: number } | null>(null);
  const [scroll, setScroll] = useState({ left: 0, top: 0 });

  useEffect(() => {
    if (!host.current) return undefined;
    const made = createGrid(host.current, {
      focus: (row, column) => setFocus({ row, column }),
      type: (cells) => latest.current(cells),
      scroll: (left, top) => setScroll((old) => ({ left: left ?? old.left, top: top ?? old.top })),
    });
    grid.current = made;
    return () => made.remove();
  }, []);

  useEffect(() => {
    const put = (): void => {
      // Somebody in the middle of a word keeps it; the new data wait.
      if (grid.current?.typing()) {
        timer = setTimeout(put, 300);
        return;
      }
      const next = layOut(sheet);
      setLayout(next);
      grid.current?.show(next, canEdit);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    put();
    return () => clearTimeout(timer);
  }, [sheet, canEdit]);

  const shown = useRef(sheet.sheetId);
  useEffect(() => {
    if (shown.current === sheet.sheetId) return;
    shown.current = sheet.sheetId;
    setFocus(null);
    setScroll({ left: 0, top: 0 });
    grid.current?.toTop();
  }, [sheet.sheetId]);

  useEffect(() => {
    const place = selected === null ? null : cellPlace(selected);
    if (place) grid.current?.select(place.row, place.column);
  }, [sheet.sheetId, selected]);

  const text = focus ? (sheet.rows[focus.row]?.cells[focus.column] ?? '') : '';
  return (
    <>
      <div class="formula" role="group" aria-label="Thanh công thức">
        <output class="formula__name" data-testid="cell-name">
          {focus ? cellName(focus.row, focus.column) : ''}
        </output>
        <span class="formula__fx" aria-hidden="true">
          fx
        </span>
        <output class="formula__text" data-testid="cell-text">
          <Lines text={text} />
        </output>
      </div>
      <div class="sheet-area" data-testid="sheet">
        <div class="grid-host" ref={host} />
        <ChartLayer layout={layout} scroll={scroll} />
      </div>
    </>
  );
}
