import type limits from '../platform/limits.json';
import type { HostObject, TypeDefinition } from './host';
import type { TypeShape } from './realm/port';
import type { Execution, QuotaName } from './execution-types';
import type { FileKind, FileRecord, PermissionRecord, Role, WorkspaceState } from './state';

/** Points on which Google's sources disagree, or which differ between accounts; each default is what is likelier live. */
export interface WorkspaceSettings {
  /** FormApp.create(title) with one argument gives a published form. */
  readonly formsBornPublished: boolean;
  /** form.getTitle() right after FormApp.create(title) gives the title instead of ''. */
  readonly formTitleAfterCreate: boolean;
  /** A linked response sheet loses rows when more than 35 people send a form in one second, as measured [facts 4.5]. */
  readonly linkedSheetLosesRows: boolean;
  /** appendRow loses rows when several executions append at once and hold no lock, as measured [limits.json, unlockedAppendRow]. */
  readonly appendRowLosesRows: boolean;
  /** What an execution takes passes on the workspace's clock too. */
  readonly executionsTakeTime: boolean;
  /** A property's value above 9 KB is refused, as documented, instead of taken, as measured. */
  readonly strictPropertySize: boolean;
  /** Draws every latency from the tail instead of the median. */
  readonly latency: 'median' | 'tail';
}

/** The workspace as services see it outside any one execution: records and what is done to them by people. */
export interface WorkspaceCore {
  readonly state: WorkspaceState;
  readonly settings: WorkspaceSettings;
  readonly limits: Limits;
  readonly catalogue: Catalogue;
  now(): number;
  random(): number;
  newId(): string;
  newNumber(): number;
  /** Puts a new file into Drive: owner's permission set, dates set. */
  addFile<T>(of: {
    readonly kind: FileKind;
    readonly mimeType: string;
    readonly name: string;
    readonly owner: string;
    readonly data: T;
    readonly id?: string;
    readonly createdBy?: string | null;
  }): FileRecord<T>;
  file<T>(id: string): FileRecord<T> | null;
  /** Notes that a file was changed, now or at that moment. Whoever changes the data of a file says so, or a save may miss it. */
  touch(file: FileRecord, at?: number): void;
  /** The strongest role that person has on the file, `view: 'published'` left out; null: none. */
  roleOf(file: FileRecord, email: string): Role | null;
  /** Adds or raises a permission, as sharing does. */
  grant(file: FileRecord, permission: Omit<PermissionRecord, 'id'>): PermissionRecord;
  /** Takes `n` of a limited thing; false when the window has no more. */
  take(quota: QuotaName, who: { readonly user: string; readonly project: string }, n?: number): boolean;
  /** How much of it is left in its window. */
  left(quota: QuotaName, who: { readonly user: string; readonly project: string }): number;
  /** Whose counter of it has least left, when there are several. */
  scarcest(quota: QuotaName, who: { readonly user: string; readonly project: string }): 'user' | 'project';
}

/** platform/limits.json; a workspace may be made with some of it changed. */
export type Limits = typeof limits;

/** Everything scripts can reach, put together from the service modules. */
export interface Catalogue {
  /** By full name: Forms and Docs both have a ListItem. */
  readonly types: ReadonlyMap<string, TypeDefinition>;
  readonly typeOf: ReadonlyMap<unknown, TypeDefinition>;
  readonly globals: Readonly<Record<string, (execution: Execution) => HostObject>>;
  readonly advanced: Readonly<Record<string, (execution: Execution) => HostObject>>;
  /** Google's globals that are not here, with their interface. */
  readonly missing: Readonly<Record<string, string>>;
  /** Shapes already made for realms. */
  readonly shapes: Map<string, TypeShape>;
}
