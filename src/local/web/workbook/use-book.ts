import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { getJson, onChange, postJson } from '../api';
import type { BookView, SheetView, TypedView } from '../../server/api-types';
import type { Typed } from './grid';

/** A workbook on the screen: its frame, the tab that is open, and what is done to them. */
export interface OpenBook {
  readonly book: BookView | null;
  readonly sheet: SheetView | null;
  readonly current: number | null;
  readonly fault: string;
  readonly open: (sheetId: number) => void;
  readonly type: (cells: readonly Typed[]) => Promise<TypedView>;
  readonly refresh: () => void;
}

function tabInAddress(): number | null {
  const gid = /gid=(\d+)/.exec(location.hash)?.[1];
  return gid === undefined ? null : Number(gid);
}

/** Opens the workbook as the person signed in (its scripts' onOpen run once) and follows its changes. */
export function useBook(id: string): OpenBook {
  const [book, setBook] = useState<BookView | null>(null);
  const [sheet, setSheet] = useState<SheetView | null>(null);
  const [current, setCurrent] = useState<number | null>(tabInAddress());
  const [fault, setFault] = useState('');
  const wanted = useRef<number | null>(null);
  const person = useRef('');
  wanted.current = current;
  const failed = useCallback((error: unknown): void => setFault((error as Error).message), []);

  const reading = useRef({ busy: false, again: false });
  // One reading at a time: of many changes in a row the last one is read, once.
  const readSheet = useCallback(async (): Promise<void> => {
    const { current: state } = reading;
    state.again = true;
    if (state.busy) return;
    state.busy = true;
    try {
      while (state.again) {
        state.again = false;
        const sheetId = wanted.current;
        if (sheetId === null) return;
        // oxlint-disable-next-line no-await-in-loop -- the next reading begins when this one has come
        const read = await getJson<SheetView>(`/api/spreadsheets/${id}/sheets/${sheetId}`);
        if (wanted.current !== sheetId) continue;
        // The same again would only take the focus out of the grid.
        setSheet((old) => (JSON.stringify(old) === JSON.stringify(read) ? old : read));
        setFault('');
      }
    } finally {
      state.busy = false;
    }
  }, [id]);
  const show = useCallback((next: BookView): void => {
    // Somebody else was signed in in another tab: menus and sidebar are of the person before.
    if (person.current && person.current !== next.me.email) return location.reload();
    person.current = next.me.email;
    const known = next.tabs.some(({ sheetId }) => sheetId === wanted.current);
    const first = next.tabs.find(({ hidden }) => !hidden) ?? next.tabs[0];
    if (!known) setCurrent(first?.sheetId ?? null);
    setBook((old) => (old ? { ...next, menus: old.menus, addOns: old.addOns } : next));
    setFault('');
  }, []);
  const refresh = useCallback((): void => {
    getJson<BookView>(`/api/spreadsheets/${id}`).then(show, failed);
    readSheet().catch(failed);
  }, [id, show, failed, readSheet]);

  useEffect(() => {
    postJson<BookView>(`/api/spreadsheets/${id}/open`).then(show, failed);
    return onChange(refresh);
  }, [id, show, failed, refresh]);
  const ready = book !== null;
  useEffect(() => {
    if (ready && current !== null) readSheet().catch(failed);
  }, [ready, current, readSheet, failed]);
  useEffect(() => {
    const follow = (): void => setCurrent((old) => tabInAddress() ?? old);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  return {
    book,
    sheet: sheet?.sheetId === current ? sheet : null,
    current,
    fault,
    refresh,
    open: (sheetId) => {
      history.replaceState(null, '', `#gid=${sheetId}`);
      setCurrent(sheetId);
    },
    type: (cells) => postJson<TypedView>(`/api/spreadsheets/${id}/cells`, { sheetId: current, cells }),
  };
}
