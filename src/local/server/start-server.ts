import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Workspace } from '../workspace';
import type { HomeInfo } from './api-types';
import { createChanges } from './changes';
import { createClock } from './clock';
import { router } from './router';
import { createRuns } from './runs';
import { createSaving } from './saving';
import { createScriptPages, effectViews } from './script-pages';
import { createScriptSite } from './script-site';
import { guarded } from './guard';
import { webFolder } from './web-files';
import { workspaceRoutes } from './workspace-routes';

export type { HomeInfo } from './api-types';

export interface ServerOptions {
  readonly workspace: Workspace;
  /** Where the workspace listens on this machine; 0: any free port. Scripts' pages have a port of their own. */
  readonly port: number;
  /** What the home page shows of the product; asked for every time the page is read. */
  readonly home: () => HomeInfo;
  /** Puts the workspace back to its first state; without it the home page has no such button. */
  readonly onStartOver?: () => void | Promise<void>;
  /** A folder that the state is saved to a little after every change, whole or not at all. */
  readonly saveTo?: string;
  /** true: the clock goes on by itself. Default: it stands until it is moved. */
  readonly running?: boolean;
}

/** A workspace that can be opened in a browser. */
export interface RunningServer {
  /** The home page. */
  readonly url: string;
  /** Tells open pages, and the saving, that the workspace was changed from outside. */
  readonly changed: () => void;
  /** Saves what waits to be saved and stops listening. */
  readonly close: () => Promise<void>;
}

// Two names of this machine are two sites to a browser: scripts' pages get neither the workspace's cookie nor its storage.
const WORKSPACE_HOST = '127.0.0.1';
const SCRIPTS_HOST = 'localhost';

/** Serves the workspace on this machine only. Throws when the port is taken or the pages are not built. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { workspace, home } = options;
  const folder = webFolder();
  const saving = createSaving(options.saveTo, (place, before) => workspace.save(place, before));
  const changes = createChanges(saving.soon);
  const clock = createClock(workspace, changes.changed);
  const origins = { workspace: '', scripts: '' };
  const pages = createScriptPages(() => origins.scripts);
  const runs = createRuns(
    workspace,
    ({ project, options: { as, document } }, { ui }) =>
      effectViews(ui, (page) => pages.put({ project, document, as, page })),
    changes.changed,
  );
  const routes = workspaceRoutes({
    workspace,
    home,
    clock,
    changes,
    runs,
    folder,
    startOver: options.onStartOver,
  });
  const site = createServer(guarded(() => origins.workspace, router(routes)));
  const scripts = createScriptSite({
    workspace,
    pages,
    runs,
    folder,
    workspaceOrigin: () => origins.workspace,
  });
  // A port that is taken is told before anything else is open.
  await listen(site, options.port);
  await listen(scripts, 0);
  clock.run(options.running ?? false);
  origins.workspace = `http://${WORKSPACE_HOST}:${portOf(site)}`;
  origins.scripts = `http://${SCRIPTS_HOST}:${portOf(scripts)}`;
  return {
    url: `${origins.workspace}/`,
    changed: changes.changed,
    close: async () => {
      clock.close();
      changes.close();
      saving.flush();
      await Promise.all([stop(site), stop(scripts)]);
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const busy = `Cổng ${port} đang có chương trình khác dùng. Hãy đóng chương trình đó hoặc chọn một cổng khác.`;
      reject(cause.code === 'EADDRINUSE' ? new Error(busy, { cause }) : cause);
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
