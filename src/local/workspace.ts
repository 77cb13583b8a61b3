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
