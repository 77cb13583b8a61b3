import type { Core } from './core';
import { atLeast } from './core';
import type { ExecutionOptions } from './execution';
import type { AuthMode, Origin } from './execution-types';
import type { FileRecord, ProjectRecord } from './state';

/** Who starts a script and how, before Google decides what the script may know and do. */
export interface Start {
  readonly project: ProjectRecord;
  readonly origin: Origin;
  /** Who is at the keyboard; '' = nobody Google knows. */
  readonly keyboard: string;
  /** A trigger's creator; otherwise the person at the keyboard. */
  readonly runsAs?: string;
  readonly document: FileRecord | null;
  /** false: nobody looks at the document, as when a form was sent or the clock struck. */
  readonly hasWindow?: boolean;
}

/** In whose name an execution runs, what Session tells it, its auth mode and its time [facts 1, 2.5, 3]. */
export function executionOptions(core: Core, start: Start): ExecutionOptions {
  const { project, origin, keyboard, document } = start;
  const effectiveUser = start.runsAs ?? keyboard;
  const simple = origin === 'simpleTrigger';
  return {
    project,
    origin,
    authMode: authMode(project, origin, document),
    container: document,
    effectiveUser,
    activeUser: simple || origin === 'trigger' ? (isTold(core, start) ? keyboard : '') : effectiveUser,
    toldEffectiveUser: simple ? (isTold(core, start) ? keyboard : '') : effectiveUser,
    hasWindow: start.hasWindow ?? true,
    limitMs: simple ? core.limits.simpleTriggerMs : core.limits.executionMs,
  };
}

function authMode(project: ProjectRecord, origin: Origin, document: FileRecord | null): AuthMode {
  if (origin !== 'simpleTrigger') return 'FULL';
  const off = project.kind === 'addon' && document !== null && project.disabledIn.includes(document.id);
  return off ? 'NONE' : 'LIMITED';
}

/**
 * Whether a trigger is told who is at the keyboard: the script's owner (or the trigger's creator) about himself, and anybody of the
 * same Workspace domain as the owner; others stay unnamed.
 */
function isTold(core: Core, { project, keyboard, runsAs }: Start): boolean {
  if (keyboard === '' || keyboard === project.owner || keyboard === runsAs) return keyboard !== '';
  const domain = keyboard.split('@')[1];
  return (
    core.accountOf(keyboard) === 'workspace' &&
    core.accountOf(project.owner) === 'workspace' &&
    domain === project.owner.split('@')[1]
  );
}

/** The document a script is used in: a bound script's container, or the one an add-on was asked for in. Throws when it is missing. */
export function documentOf(core: Core, project: ProjectRecord, asked: string | undefined): FileRecord | null {
  const id = project.kind === 'bound' ? project.container : project.kind === 'addon' ? (asked ?? null) : null;
  if (id === null) return null;
  const file = core.file(id);
  if (!file) throw new Error(`There is no file ${id}`);
  return file;
}

/** Why that person cannot start the script in Google's user interface; null when nothing stands against it. */
export function refusalToRun(core: Core, document: FileRecord | null, keyboard: string): string | null {
  if (document === null) return null;
  if (document.trashed) return 'The document is in the trash.';
  return atLeast(core.roleOf(document, keyboard), 'writer')
    ? null
    : 'You do not have permission to access the requested document.';
}
