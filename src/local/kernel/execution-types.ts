import type { WorkspaceCore } from './core-types';
import type { EffectRecord } from './effects';
import type { HostObject } from './host';
import type { FileRecord, ProjectRecord, Role, WorkspaceState } from './state';

export type AuthMode = 'NONE' | 'LIMITED' | 'CUSTOM_FUNCTION' | 'FULL';

/** What started an execution: the script editor, a menu, a page's google.script.run, a simple or an installable trigger. */
export type Origin = 'editor' | 'menu' | 'page' | 'simpleTrigger' | 'trigger' | 'clockTrigger';

/** An e-mail address; '' where Google gives nobody. */
export type PersonRef = string;

/** One running execution, as services see it. */
export interface Execution {
  readonly core: WorkspaceCore;
  /** The workspace's records; services read and change them in place. */
  readonly state: WorkspaceState;
  readonly project: ProjectRecord;
  /** The file the script is bound to, or the add-on is used in; null for a standalone script and outside a document. */
  readonly container: FileRecord | null;
  /** As getActiveSpreadsheet() and getActiveForm() mean it: the container when it is of that kind, else null. */
  activeFile(kind: FileRecord['kind']): FileRecord | null;
  readonly authMode: AuthMode;
  readonly origin: Origin;
  /** Whose rights the code has. Every check of a file or protection asks this one. */
  readonly effectiveUser: PersonRef;
  /** As Session.getActiveUser() would tell: '' where Google hides it. */
  readonly activeUser: PersonRef;

  /** The workspace's clock as this execution sees it: its start plus what its calls took so far. */
  now(): number;
  /** Simulated milliseconds since the start. */
  readonly elapsedMs: number;
  /** Lets simulated time pass. Ends the execution when its time is over. */
  pass(ms: number): void;
  /** 0 ≤ x < 1, from the workspace's seed. */
  random(): number;
  /** A new id in Google's style, `1` + 43 signs; of numbers: `newNumber()`. */
  newId(): string;
  newNumber(): number;

  /** The file, when the effective user has at least that role and it is not trashed for good; otherwise throws Google's error. */
  requireFile<T>(id: string, role: Role, method: string): FileRecord<T>;
  /** The role the effective user has on the file; null: none. */
  roleOn(file: FileRecord): Role | null;

  /**
   * Keeps a change back until the next flush of that file (a read of it, `flush`, the end of the execution). It is lost when the
   * execution is killed. What `apply` throws is thrown at the flush. Check arguments before, rights inside.
   */
  writeLater(fileId: string, apply: () => void): void;
  /** Carries out what was kept back, of one file or of all. The door does this by `store`; services seldom need it. */
  flush(fileId?: string): void;
  /** True while changes to that file (or any) are kept back. */
  hasPending(fileId?: string): boolean;
  /** Anything a room wants to remember for the length of this execution; made at the first call. */
  memo<T>(key: string, make: () => T): T;

  /** Runs at the end, killed or not (locks are released so). */
  onEnd(act: () => void): void;
  /** What the window of the person shows: sidebars, toasts, menus. */
  show(effect: EffectRecord): void;
  /** The Ui of an open document, as `SpreadsheetApp.getUi()` gives it; throws `Cannot call SpreadsheetApp.getUi() from this context.` */
  ui(service: 'SpreadsheetApp' | 'FormApp' | 'DocumentApp'): HostObject;
  /** Lines of console and Logger. */
  log(level: 'log' | 'info' | 'warn' | 'error' | 'debug', line: string): void;
  /**
   * Asks the person at the keyboard and waits; takes the next queued answer. Locks are lost meanwhile [facts 8].
   * `button` is a name of Ui.Button.
   */
  ask(question: Question): Answer;
  /** Charges extra latency by a line of latency.json, beside what the door charges. */
  charge(
    line: string,
    size?: { cells?: number; rows?: number; ranges?: number; responses?: number },
    times?: number,
  ): void;
  /** Takes `n` of a limited thing for the effective user; false when there is no more. See `QuotaName`. */
  take(quota: QuotaName, n?: number): boolean;
  /** The error Google throws when arguments do not fit: `The parameters (String) don't match the method signature for …`. */
  badParameters(method: string, args: readonly unknown[]): Error;
}

export interface Question {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly message: string;
  /** Name of Ui.ButtonSet. */
  readonly buttons: 'OK' | 'OK_CANCEL' | 'YES_NO' | 'YES_NO_CANCEL';
}

export interface Answer {
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text?: string;
}

/** Limited things with a window: a day per user, or a minute per user and per project for the Sheets service. */
export type QuotaName =
  | 'mailRecipients'
  | 'propertyOperations'
  | 'spreadsheetsCreated'
  | 'documentsCreated'
  | 'scriptProjectsCreated'
  | 'triggerRuntimeMs'
  | 'sheetsReads'
  | 'sheetsWrites';
