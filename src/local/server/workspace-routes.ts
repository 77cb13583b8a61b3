import type { DocumentData } from '../docs/model/doc-data';
import type { SpreadsheetData } from '../sheets/model/book';
import type { FileRecord, OpenedMenu, Workspace } from '../workspace';
import type { HomeInfo, PersonView } from './api-types';
import { bookView, needSheet } from './book-view';
import type { Changes } from './changes';
import { type Clock, clockView } from './clock';
import { documentView } from './document-view';
import { exportRoutes } from './export-routes';
import { needFile } from './file-views';
import { formRoutes } from './form-routes';
import { homeView, mailViews } from './home-view';
import { needPerson, personViews } from './people';
import { type Ask, Refusal, type Routes, send, textIn } from './router';
import { type Runs, readAnswer } from './runs';
import { sheetView } from './sheet-view';
import { typeCells } from './typing';
import { shell, webFile } from './web-files';
import { signIn, signedIn } from './who';

/** What the routes act on. */
export interface Site {
  readonly workspace: Workspace;
  readonly home: () => HomeInfo;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly runs: Runs;
  /** The bundled pages. */
  readonly folder: string;
  readonly startOver: (() => void | Promise<void>) | undefined;
}

/** Everything the workspace's own origin answers. */
export function workspaceRoutes(site: Site): Routes {
  return {
    ...pageRoutes(site),
    ...homeRoutes(site),
    ...bookRoutes(site),
    ...formRoutes(site),
    ...documentRoutes(site),
    ...exportRoutes(site),
  };
}

function pageRoutes({ folder }: Site): Routes {
  const page =
    (name: Parameters<typeof shell>[0]) =>
    ({ response }: Ask) =>
      send(response, 200, 'text/html; charset=utf-8', shell(name));
  return {
    'GET /': page('home'),
    'GET /outbox': page('home'),
    'GET /document/d/:id': page('home'),
    'GET /document/d/:id/edit': page('home'),
    'GET /forms/d/:id/viewform': page('form'),
    'GET /forms/d/:id/edit': page('form'),
    'GET /forms/d/e/:id/viewform': page('form'),
    'GET /spreadsheets/d/:id': page('workbook'),
    'GET /spreadsheets/d/:id/edit': page('workbook'),
    'GET /static/:name': ({ response, param }) => {
      const { type, text } = webFile(folder, param('name'));
      return send(response, 200, type, text);
    },
  };
}

function homeRoutes({ workspace, home, clock, changes, runs, startOver }: Site): Routes {
  const clockNow = () => clockView(workspace, clock.running(), home().nextMoment);
  return {
    'GET /api/events': ({ response }) => changes.follow(response),
    'GET /api/home': ({ request }) =>
      homeView(workspace, home(), {
        email: signedIn(request),
        clock: clockNow(),
        canStartOver: startOver !== undefined,
      }),
    'GET /api/outbox': () => ({ mails: mailViews(workspace), clock: clockNow() }),
    'POST /api/session': async ({ response, body }) => {
      const email = textIn(await body(), 'email');
      if (email !== '') needPerson(personViews(workspace, home()), email);
      signIn(response, email);
      // Other tabs of this browser now belong to somebody else.
      changes.changed();
      return { email };
    },
    'POST /api/clock': async ({ body }) => {
      const { to, running } = await body();
      if (typeof running === 'boolean') clock.run(running);
      if (to !== undefined) await clock.moveTo(Number(to));
      changes.changed();
      return clockNow();
    },
    'POST /api/start-over': async () => {
      if (!startOver) throw new Refusal(404, 'Không gian làm việc này không có dữ liệu mẫu để trở về.');
      await runs.closeQuestions();
      await startOver();
      changes.changed();
      return {};
    },
  };
}

function bookRoutes({ workspace, home, changes, runs }: Site): Routes {
  const open = ({
    request,
    param,
  }: Ask): { readonly me: PersonView; readonly file: FileRecord<SpreadsheetData> } => {
    const me = needPerson(personViews(workspace, home()), signedIn(request));
    return { me, file: needFile<SpreadsheetData>(workspace, param('id'), 'spreadsheet', me.email) };
  };
  const view = (ask: Ask, menus: readonly OpenedMenu[]) => {
    const { me, file } = open(ask);
    return bookView(workspace, file, { me, menus });
  };
  return {
    'GET /api/spreadsheets/:id': (ask) => view(ask, []),
    'POST /api/spreadsheets/:id/open': (ask) => {
      const { me, file } = open(ask);
      const opened = workspace.openDocument(file.id, { as: me.email });
      if (opened.runs.length > 0) changes.changed();
      return view(ask, opened.menus);
    },
    'GET /api/spreadsheets/:id/sheets/:sheet': (ask) => {
      const { me, file } = open(ask);
      const { canEdit } = bookView(workspace, file, { me, menus: [] });
      return sheetView(file.data, needSheet(file, Number(ask.param('sheet')), canEdit));
    },
    'POST /api/spreadsheets/:id/cells': async (ask) => {
      const { me, file } = open(ask);
      const typed = typeCells(workspace, file.id, await ask.body(), me.email);
      changes.changed();
      return typed;
    },
    'POST /api/spreadsheets/:id/run': async (ask) => {
      const { me, file } = open(ask);
      const body = await ask.body();
      const options = { as: me.email, document: file.id, from: 'menu' as const };
      return runs.start({ project: textIn(body, 'project'), fn: textIn(body, 'fn'), options });
    },
    'POST /api/answers/:id': async ({ request, param, body }) =>
      runs.answer(param('id'), signedIn(request), readAnswer(await body())),
  };
}

function documentRoutes({ workspace, home }: Site): Routes {
  return {
    'GET /api/documents/:id': ({ request, param }) => {
      const me = needPerson(personViews(workspace, home()), signedIn(request));
      const file = needFile<DocumentData>(workspace, param('id'), 'document', me.email);
      return documentView(file.id, file.name, file.data);
    },
  };
}
