import { useRef, useState } from 'preact/hooks';
import type { TabView } from '../../server/api-types';
import { Icon } from '../icon';
import { useClosing } from './use-closing';

interface Props {
  readonly tabs: readonly TabView[];
  readonly current: number | null;
  readonly open: (sheetId: number) => void;
}

function Name({ tab }: { readonly tab: TabView }) {
  return (
    <>
      {tab.protected && (
        <>
          <Icon name="lock" />
          <span class="visually-hidden">Được bảo vệ: </span>
        </>
      )}
      {tab.name}
    </>
  );
}

function AllTabs({ tabs, current, open }: Props) {
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useClosing(shown, box, () => setShown(false));
  return (
    <div class="all-tabs" ref={box}>
      <button
        type="button"
        class="btn btn--icon"
        aria-label="Tất cả trang tính"
        title="Tất cả trang tính"
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon name="list" />
      </button>
      {shown && (
        <ul class="all-tabs__list">
          {tabs.map((tab) => (
            <li key={tab.sheetId}>
              <button
                type="button"
                class={tab.hidden ? 'is-hidden' : undefined}
                aria-current={tab.sheetId === current ? 'true' : undefined}
                onClick={() => {
                  setShown(false);
                  open(tab.sheetId);
                }}
              >
                <Name tab={tab} />
                {tab.hidden && <span> (đang ẩn)</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The tabs at the foot of a workbook; hidden ones only in the list of all, and while one is open. */
export function Tabs({ tabs, current, open }: Props) {
  const shown = tabs.filter((tab) => !tab.hidden || tab.sheetId === current);
  return (
    <nav class="tabs" aria-label="Trang tính">
      <AllTabs tabs={tabs} current={current} open={open} />
      <ul>
        {shown.map((tab) => (
          <li key={tab.sheetId}>
            <button
              type="button"
              class={tab.sheetId === current ? 'tab is-on' : 'tab'}
              aria-current={tab.sheetId === current ? 'page' : undefined}
              style={tab.colour ? { borderBottomColor: tab.colour } : undefined}
              onClick={() => open(tab.sheetId)}
            >
              <Name tab={tab} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
