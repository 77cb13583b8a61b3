import type { FormData, GoTo, ItemData } from './form-data';

/** A page: what stands on it, its page break (none: the first page), and where it leads when no answer says otherwise. */
export interface Page {
  readonly break: ItemData | null;
  readonly items: readonly ItemData[];
  readonly leads: number | 'submit';
}

/** A form ready to be filled in: its pages, and its items by every name they have. */
export interface Layout {
  readonly pages: readonly Page[];
  readonly byId: ReadonlyMap<string, ItemData>;
  /** The first item of that title. */
  readonly byTitle: ReadonlyMap<string, ItemData>;
  /** The item of an entry, and for a grid which row. */
  readonly byEntry: ReadonlyMap<string, { readonly item: ItemData; readonly row: number }>;
  readonly pageOfBreak: ReadonlyMap<number, number>;
}

const layouts = new WeakMap<readonly ItemData[], Layout>();

/** The form's layout; worked out once for every state of its items. */
export function layoutOf(form: Pick<FormData, 'items'>): Layout {
  let layout = layouts.get(form.items);
  if (!layout) {
    layout = makeLayout(form.items);
    layouts.set(form.items, layout);
  }
  return layout;
}

function makeLayout(items: readonly ItemData[]): Layout {
  const raw: { break: ItemData | null; items: ItemData[] }[] = [{ break: null, items: [] }];
  for (const item of items) {
    if (item.kind === 'PAGE_BREAK') raw.push({ break: item, items: [] });
    else raw.at(-1)!.items.push(item);
  }
  const pageOfBreak = new Map(raw.flatMap((page, at) => (page.break ? [[page.break.id, at] as const] : [])));
  const pages = raw.map((page, at): Page => {
    // What a page break says holds for the page before it [facts 4.2].
    const goTo = raw[at + 1]?.break?.goTo;
    return { ...page, leads: resolve(goTo, at, raw.length, pageOfBreak) };
  });
  const byTitle = new Map<string, ItemData>();
  for (const item of items) if (!byTitle.has(item.title)) byTitle.set(item.title, item);
  return {
    pages,
    byId: new Map(items.map((item) => [String(item.id), item])),
    byTitle,
    byEntry: new Map(
      items.flatMap((item) => item.entries.map((entry, row) => [String(entry), { item, row }] as const)),
    ),
    pageOfBreak,
  };
}

function resolve(
  goTo: GoTo | undefined,
  page: number,
  pages: number,
  pageOfBreak: ReadonlyMap<number, number>,
): number | 'submit' {
  if (goTo === 'SUBMIT') return 'submit';
  if (goTo === 'RESTART') return 0;
  const next = typeof goTo === 'number' ? (pageOfBreak.get(goTo) ?? page + 1) : page + 1;
  return next < pages ? next : 'submit';
}

/**
 * The page after this one. An answer that leads somewhere overrules the page's own way; of several the last one wins; on the last page
 * none has an effect [facts 4.2]. `choiceOf` gives the chosen value of an item.
 */
export function nextPage(
  layout: Layout,
  page: number,
  choiceOf: (item: ItemData) => string | undefined,
): number | 'submit' {
  const { items, leads } = layout.pages[page]!;
  if (page === layout.pages.length - 1) return 'submit';
  let next = leads;
  for (const item of items) {
    const leadsTo = item.choices?.find((choice) => choice.value === choiceOf(item))?.goTo;
    if (leadsTo !== undefined && item.kind !== 'CHECKBOX') {
      next = resolve(leadsTo, page, layout.pages.length, layout.pageOfBreak);
    }
  }
  return next;
}
