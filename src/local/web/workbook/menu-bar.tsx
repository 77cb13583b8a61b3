import { useEffect, useRef, useState } from 'preact/hooks';
import type { MenuItemView, MenuView } from '../../server/api-types';
import { useClosing } from './use-closing';

export type RunTarget = NonNullable<MenuItemView['run']>;

interface ItemsProps {
  readonly items: readonly MenuItemView[];
  readonly choose: (target: RunTarget) => void;
}

function Items({ items, choose }: ItemsProps) {
  return (
    <>
      {items.map((item, place) => {
        const { run } = item;
        if (item.separator) return <hr key={place} />;
        if (item.items) {
          return (
            <div key={place} role="group" aria-label={item.caption} class="submenu">
              <p aria-hidden="true">{item.caption}</p>
              <Items items={item.items} choose={choose} />
            </div>
          );
        }
        return (
          <button key={place} type="button" role="menuitem" tabIndex={-1} onClick={() => run && choose(run)}>
            {item.caption}
          </button>
        );
      })}
    </>
  );
}

function step(panel: HTMLElement, by: number): void {
  const items = [...panel.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}

function Menu({ menu, choose }: { readonly menu: MenuView; readonly choose: (target: RunTarget) => void }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useClosing(open, box, () => setOpen(false));
  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!panel.current || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    step(panel.current, event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <div class="menu" ref={box}>
      <button
        type="button"
        class="menu__button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {menu.caption}
      </button>
      {open && (
        <div
          class="menu__panel"
          role="menu"
          tabIndex={-1}
          aria-label={menu.caption}
          ref={panel}
          onKeyDown={onKeyDown}
        >
          <Items
            items={menu.items}
            choose={(target) => {
              setOpen(false);
              choose(target);
            }}
          />
          {menu.items.length === 0 && <p class="hint">Không có tiện ích nào.</p>}
        </div>
      )}
    </div>
  );
}

interface Props {
  readonly menus: readonly MenuView[];
  readonly addOns: readonly MenuView[];
  readonly choose: (target: RunTarget) => void;
}

/** The menus of scripts: add-ons share "Tiện ích mở rộng", those of the workbook's own script stand beside it. */
export function MenuBar({ menus, addOns, choose }: Props) {
  const extensions: MenuView = {
    caption: 'Tiện ích mở rộng',
    items: addOns.map(({ caption, items }) => ({ caption, items })),
  };
  return (
    <nav class="menus" aria-label="Thanh trình đơn">
      {[extensions, ...menus].map((menu) => (
        <Menu key={menu.caption} menu={menu} choose={choose} />
      ))}
    </nav>
  );
}
