import { randomUUID } from 'node:crypto';
import type { EffectRecord, ShownPage } from '../workspace';
import type { EffectView, PageView } from './api-types';

/** A page that a script has shown: whose window it stands in, and what its google.script.run may call. */
export interface ScriptPage {
  readonly token: string;
  readonly project: string;
  readonly document: string | undefined;
  readonly as: string;
  readonly page: ShownPage;
}

/** The pages shown so far; whoever knows a page's token speaks for its window. */
export interface ScriptPages {
  readonly find: (token: string) => ScriptPage | undefined;
  readonly put: (page: Omit<ScriptPage, 'token'>) => PageView;
}

const MOST_PAGES = 200;

/** `origin` serves the pages; the oldest are forgotten when there are too many. */
export function createScriptPages(origin: () => string): ScriptPages {
  const pages = new Map<string, ScriptPage>();
  return {
    find: (token) => pages.get(token),
    put: (shown) => {
      const token = randomUUID();
      pages.set(token, { ...shown, token });
      for (const old of pages.keys()) {
        if (pages.size <= MOST_PAGES) break;
        pages.delete(old);
      }
      const { title, width, height } = shown.page;
      return { token, url: `${origin()}/page/${token}`, title, width, height };
    },
  };
}

/** What a run showed, as its window shows it; menus and answered questions leave nothing to show. */
export function effectViews(
  effects: readonly EffectRecord[],
  put: (page: ShownPage) => PageView,
): readonly EffectView[] {
  return effects.flatMap((effect): EffectView[] => {
    switch (effect.kind) {
      case 'sidebar':
      case 'modal':
      case 'modeless':
        return [{ kind: effect.kind, page: put(effect.page) }];
      case 'toast':
        return [{ kind: 'toast', title: effect.title, message: effect.message, seconds: effect.seconds }];
      case 'select':
        return [{ kind: 'select', sheetId: effect.sheetId, range: effect.range }];
      case 'menu':
      case 'question':
        return [];
    }
  });
}
