import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Rows above and below what is seen, so that scrolling never shows a gap. */
const SPARE = 8;

/** A list that only paints the rows in sight: five hundred members cost what twenty do. One row may be open and higher than the rest. */
export function WindowedList({
  label,
  count,
  rowHeight,
  open,
  renderRow,
}: {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  /** Index of the row that is open; -1 = none. */
  readonly open: number;
  readonly renderRow: (index: number) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);
  const [extra, setExtra] = useState(0);
  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    setHeight(list.clientHeight);
    const opened = list.querySelector<HTMLElement>('[data-open]');
    setExtra(opened ? Math.max(0, opened.offsetHeight - rowHeight) : 0);
  }, [open, count, rowHeight]);
  const offset = (index: number): number => index * rowHeight + (open >= 0 && index > open ? extra : 0);
  const from = Math.max(0, Math.floor((top - extra) / rowHeight) - SPARE);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE);
  return (
    <div
      class="sidebar__body list"
      ref={box}
      tabIndex={-1}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <ul
        aria-label={label}
        style={{ paddingTop: `${offset(from)}px`, paddingBottom: `${offset(count) - offset(to)}px` }}
      >
        {Array.from({ length: to - from }, (_, place) => {
          const index = from + place;
          return (
            <li
              key={index}
              data-open={index === open ? 'yes' : undefined}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              {renderRow(index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
