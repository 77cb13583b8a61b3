import type { Answer as FormAnswer, Submitted, Typed } from './acts';
import type { EffectRecord, MenuLine } from './effects';
import type { WorkspaceCore, WorkspaceSettings, Limits } from './core-types';
import type { Answer, Question } from './execution-types';
import type {
  Account,
  FileRecord,
  MailRecord,
  PersonRecord,
  ProjectRecord,
  Role,
  TriggerRecord,
  WorkspaceState,
} from './state';

export interface WorkspaceOptions {
  /** The clock at the start: ISO text or epoch ms; default 2014-08-01T08:00:00+07:00. */
  readonly now?: string | number;
  readonly seed?: number;
  /** Default vi_VN. */
  readonly locale?: string;
  /** Default Asia/Ho_Chi_Minh. */
  readonly timeZone?: string;
  /** Account type of people added without one; default consumer. */
  readonly account?: Account;
  readonly settings?: Partial<WorkspaceSettings>;
  /** Limits changed for this workspace (a test of a limit, mostly). */
  readonly limits?: { readonly [K in keyof Limits]?: Limits[K] };
}

export interface RunOptions {
  /** Who is at the keyboard; default: the project's owner. */
  readonly as?: string;
  /** Plain JSON arguments. */
  readonly args?: readonly unknown[];
  /** Default editor. `page`: google.script.run, with its rules for values and names; `menu`: a menu item. */
  readonly from?: 'editor' | 'menu' | 'page';
  /** The document an add-on is used in. A bound script has its container. */
  readonly document?: string;
}

export interface RunError {
  readonly name: string;
  readonly message: string;
  /** The script's own stack, lines of its files only. */
  readonly stack?: string;
}

export interface CallReport {
  /** Service calls, counted as platform/measures.md says. */
  readonly total: number;
  readonly byService: Readonly<Record<string, number>>;
  /** Names that cost `default` because no line of the latency model is theirs. */
  readonly unlisted: readonly string[];
}

/** What became of an execution. */
export interface RunResult {
  readonly ok: boolean;
  /** Plain JSON value of what the function returned (a Date as Date, but never from a page). */
  readonly value?: unknown;
  readonly error?: RunError;
  readonly calls: CallReport;
  /** Sum of latencies and sleeps; without CPU and without the start. */
  readonly simulatedMs: number;
  /** Of these, what Utilities.sleep took. */
  readonly sleptMs: number;
  readonly cpuMs: number;
  readonly logs: readonly { readonly level: string; readonly line: string }[];
  readonly ui: readonly EffectRecord[];
  /** Names of members that were called and do not exist here, even when the script caught the error. */
  readonly notEmulated: readonly string[];
  /** Ended by Google's clock or by a fault: no catch or finally of the script saw it. */
  readonly killed?: true;
}

/** A menu of an open document and whose it is. */
export interface OpenedMenu {
  readonly project: string;
  readonly projectName: string;
  readonly addOn: boolean;
  readonly menu: MenuLine;
}

export type Fault =
  /** At the n-th counted service call from now on (1 = the next), or at the next call of that name (`nth`: at the nth one). */
  | {
      readonly at: number | string;
      readonly nth?: number;
      /** How many calls in a row; default 1. */
      readonly times?: number;
      /** refuse: Google throws, nothing is done. effectThenError: it is done, then Google throws. kill: the execution ends there. */
      readonly do: 'refuse' | 'effectThenError' | 'kill';
      /** Default `Service Spreadsheets timed out while accessing document.` style. */
      readonly message?: string;
    }
  /** What happens to the next trigger event of form submissions or edits. */
  | {
      readonly at: 'trigger';
      readonly do: 'lose' | 'double' | 'delay' | 'blank' | 'reorder';
      readonly times?: number;
      readonly delayMs?: number;
    };

export interface Interleaving {
  readonly project: string;
  readonly fn: string;
  readonly options?: RunOptions;
}

/** A trigger's or simple trigger's run, with who and what. */
export interface FiredRun {
  readonly project: string;
  readonly handler: string;
  readonly trigger: string | null;
  readonly result: RunResult;
}

/** The offline workspace as tests, the demo and the server use it. */
export interface Workspace {
  readonly core: WorkspaceCore;
  readonly state: WorkspaceState;
  now(): number;
  setClock(now: string | number): void;
  /** Lets time pass; clock triggers that fall due run on the way, in order. */
  advance(ms: number): readonly FiredRun[];

  addPerson(person: {
    email: string;
    name?: string;
    account?: Account;
    severalAccounts?: boolean;
  }): PersonRecord;
  people(): readonly PersonRecord[];
  /** Deletes the account: triggers and scripts that run as it stop, files it owns alone stay where they are. */
  removePerson(email: string): void;

  createSpreadsheet(of: {
    name: string;
    owner: string;
    locale?: string;
    timeZone?: string;
    rows?: number;
    columns?: number;
  }): FileRecord;
  /** Shares a file as its owner (or `by`) does; throws Google's refusal. */
  share(fileId: string, email: string, role: Exclude<Role, 'owner'>, by?: string): void;
  /** Files that person may open, newest first. */
  files(as: string): readonly FileRecord[];

  /** Pushes a folder of .js/.gs, .html and appsscript.json as clasp would. A second load with the same id replaces the code. */
  loadProject(of: {
    dir: string;
    kind: ProjectRecord['kind'];
    owner: string;
    container?: string;
    name?: string;
    id?: string;
  }): ProjectRecord;
  /** A person installs the add-on from a document: its onInstall runs, with all that person's rights. */
  install(project: string | ProjectRecord, options: { as: string; document: string }): RunResult;
  run(project: string | ProjectRecord, fn: string, options?: RunOptions): RunResult;
  /** As `run`, parked at every alert or prompt until `ask` answers; other executions may run meanwhile. */
  runAsking(
    project: string | ProjectRecord,
    fn: string,
    options: RunOptions,
    ask: (question: Question) => Promise<Answer>,
  ): Promise<RunResult>;
  /** Queues the answer to the next alert or prompt: a Ui.Button name, and for a prompt the text. */
  answer(button: Answer['button'], text?: string): void;

  /** A person opens the file: onOpen of bound scripts and installed add-ons, then installable ON_OPEN triggers. */
  openDocument(
    fileId: string,
    options: { as: string },
  ): { readonly menus: readonly OpenedMenu[]; readonly runs: readonly FiredRun[] };
  /** A person types into cells; fires onEdit and edit triggers. */
  typeInto(
    fileId: string,
    sheetId: number,
    a1: string,
    text: string | string[][],
    options: { as: string },
  ): Typed & { readonly runs: readonly FiredRun[] };
  /** A person fills a form in; fires form-submit triggers. `as: ''` = nobody signed in. */
  submitForm(
    formId: string,
    options: {
      as: string;
      answers: Readonly<Record<string, FormAnswer>>;
      prefilledUrl?: string;
      editOf?: string;
    },
  ): Submitted & { readonly runs: readonly FiredRun[] };

  triggers(): readonly TriggerRecord[];
  fireTrigger(id: string): FiredRun;
  outbox(): readonly MailRecord[];

  /** Faults to come, replacing those not yet met. Counted over all executions from here on. */
  faults(faults: readonly Fault[]): void;
  /** Does something (a person edits, another execution runs) just before the n-th counted service call from now on. */
  between(n: number, act: () => void): void;
  /** Runs two executions at once, each parked at every service call; `seed` decides who goes on. Same seed, same result. */
  interleave(
    a: Interleaving,
    b: Interleaving,
    seed: number,
  ): { readonly results: readonly [RunResult, RunResult]; readonly order: string };

  snapshot(): WorkspaceState;
  restore(state: WorkspaceState): void;
  /** Writes the workspace into a folder. `before`: where the last save lies now; what is large and unchanged is taken from there. */
  save(dir: string, before?: string): void;
  /** Ends workers that interleave or runAsking started; a workspace that used neither needs no closing. */
  close(): void;
}
