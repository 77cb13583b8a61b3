import './tokens.css';
import './parts.css';
import './workbook/grid.css';
import './workbook/panels.css';
import './workbook.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon';
import { MenuBar } from './workbook/menu-bar';
import { ScriptDialog, Sidebar, ToastCard } from './workbook/panels';
import { Question } from './workbook/question';
import { SheetArea } from './workbook/sheet-area';
import { Tabs } from './workbook/tabs';
import type { Typed } from './workbook/grid';
import { type OpenBook, useBook } from './workbook/use-book';
import { useScripts } from './workbook/use-scripts';
import { initials } from './words';

function TopBar({ open }: { readonly open: OpenBook }) {
  const { book } = open;
  return (
    <header class="bar-top">
      <a class="home" href="/" aria-label="Về trang đầu của không gian làm việc" title="Về trang đầu">
        <Icon name="spreadsheet" />
      </a>
      <h1>{book?.title}</h1>
      {book && !book.canEdit && <span class="badge">Chỉ xem</span>}
      {book && (
        <p class="me" title={book.me.email}>
          <span>
            {book.me.name}
            {book.me.description && <small>{book.me.description}</small>}
          </span>
          <span class="face" aria-hidden="true">
            {initials(book.me.name)}
          </span>
        </p>
      )}
    </header>
  );
}

function Refused({ message, close }: { readonly message: string; readonly close: () => void }) {
  return (
    <div class="banner banner--bad" role="alert" data-testid="refusal">
      <Icon name="warning" />
      <p>{message}</p>
      <button type="button" class="btn btn--small" onClick={close}>
        Đóng
      </button>
    </div>
  );
}

function Workbook({ id }: { readonly id: string }) {
  const open = useBook(id);
  const [refusal, setRefusal] = useState('');
  const [selected, setSelected] = useState<{ readonly sheetId: number; readonly range: string } | null>(null);
  const { book, sheet } = open;
  const scripts = useScripts(id, {
    select: (sheetId, range) => {
      open.open(sheetId);
      setSelected({ sheetId, range });
    },
    focus: () => document.querySelector<HTMLElement>('revo-grid')?.focus(),
  });
  const title = book?.title;
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);

  const type = async (cells: readonly Typed[]): Promise<void> => {
    try {
      const typed = await open.type(cells);
      setRefusal(typed.ok ? '' : typed.message);
    } catch (error) {
      setRefusal((error as Error).message);
    }
    open.refresh();
  };
  if (open.fault && !book) {
    return (
      <main class="shut">
        <Icon name="lock" />
        <p role="alert">{open.fault}</p>
        <a class="btn btn--filled" href="/">
          Về trang đầu
        </a>
      </main>
    );
  }
  const { sidebar, dialog, pending } = scripts;
  return (
    <div class="workbook">
      <TopBar open={open} />
      {book && <MenuBar menus={book.menus} addOns={book.addOns} choose={scripts.run} />}
      <div class="messages">
        {open.fault && <Refused message={open.fault} close={open.refresh} />}
        {scripts.fault && <Refused message={scripts.fault} close={scripts.clearFault} />}
        {refusal && <Refused message={refusal} close={() => setRefusal('')} />}
      </div>
      <div class="work">
        <main class="main" aria-busy={!sheet}>
          {book && sheet && (
            <SheetArea
              sheet={sheet}
              canEdit={book.canEdit}
              selected={selected?.sheetId === sheet.sheetId ? selected.range : null}
              type={(cells) => void type(cells)}
            />
          )}
        </main>
        {sidebar && <Sidebar page={sidebar} hear={scripts.hear(sidebar)} close={scripts.closeSidebar} />}
      </div>
      {book && <Tabs tabs={book.tabs} current={open.current} open={open.open} />}
      {dialog && (
        <ScriptDialog
          key={dialog.page.token}
          page={dialog.page}
          modal={dialog.modal}
          hear={scripts.hear(dialog.page)}
          close={scripts.closeDialog}
        />
      )}
      {pending && <Question key={pending.question.id} question={pending.question} answer={pending.answer} />}
      {scripts.running && !pending && (
        <p class="running" role="status" data-testid="running">
          <Icon name="clock" />
          <span>Đang chạy tập lệnh…</span>
        </p>
      )}
      <div class="toasts">
        {scripts.toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} close={() => scripts.closeToast(toast.id)} />
        ))}
      </div>
    </div>
  );
}

const root = document.getElementById('app');
const id = /^\/spreadsheets\/d\/([^/]+)/.exec(location.pathname)?.[1];
if (root && id) render(<Workbook id={id} />, root);
