import type { Workspace, WorkspaceOptions } from './kernel/api';
import { buildWorkspace, catalogueOf } from './kernel/local-workspace';
import type { Rooms } from './kernel/rooms';
import { loadState } from './kernel/saves';
import { docsModule } from './docs/module';
import { driveModule } from './drive/module';
import { formsModule } from './forms/module';
import { cacheModule } from './services/cache';
import { htmlModule } from './services/html';
import { lockModule } from './services/lock';
import { mailModule } from './services/mail';
import { propertiesModule } from './services/properties';
import { scriptModule } from './services/script-app';
import { sessionModule } from './services/session';
import { uiModule } from './services/ui';
import { utilitiesModule } from './services/utilities';
import { sheetsModule } from './sheets/module';

/** The offline Google Workspace: what a test, a demo or a server may do with it. */
export type {
  CallReport,
  FiredRun,
  Fault,
  Interleaving,
  OpenedMenu,
  RunError,
  RunOptions,
  RunResult,
  Workspace,
  WorkspaceOptions,
} from './kernel/api';
export type { EffectRecord, MenuLine, ShownPage } from './kernel/effects';
export type { Answer, Question } from './kernel/execution-types';
export type { Submitted, Typed } from './kernel/acts';
export type * from './kernel/state';
export type { WorkspaceSettings } from './kernel/core-types';
export { NotEmulatedError } from './kernel/errors';
export { feltMs, latencyOf } from './kernel/latency';
export { servedHtml } from './services/served-html';

/** The rooms every workspace is made of. */
export const rooms: Rooms = {
  sheets: sheetsModule,
  forms: formsModule,
  docs: docsModule,
  drive: driveModule,
  small: [
    propertiesModule,
    cacheModule,
    lockModule,
    sessionModule,
    scriptModule,
    utilitiesModule,
    htmlModule,
    mailModule,
    uiModule,
  ],
};

/** What scripts can reach in every workspace. */
export const catalogue = catalogueOf(rooms);

/** An empty workspace; nobody lives in it yet. The clock stands still between what is done. */
export function createWorkspace(options: WorkspaceOptions = {}): Workspace {
  return buildWorkspace(rooms, catalogue, options);
}

/** The workspace that `save` wrote into that folder. */
export function loadWorkspace(dir: string, options: WorkspaceOptions = {}): Workspace {
  const workspace = createWorkspace(options);
  workspace.restore(loadState(dir));
  return workspace;
}
