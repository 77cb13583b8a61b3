/** All that a workspace remembers, as plain JSON: what snapshot, restore, save and load carry. Moments are epoch milliseconds. */
export interface WorkspaceState {
  /** The workspace's clock. */
  clock: number;
  /** Seed of the next random draw; moves on with every draw. */
  seed: number;
  /** Last number given to an id; ids never come back. */
  lastId: number;
  readonly locale: string;
  readonly timeZone: string;
  readonly people: Record<string, PersonRecord>;
  /** Drive, by file id. */
  readonly files: Record<string, FileRecord>;
  readonly projects: Record<string, ProjectRecord>;
  /** Installable triggers by their unique id. */
  readonly triggers: Record<string, TriggerRecord>;
  /** Properties, by store (`script:<project>`, `user:<project>:<email>`, `document:<project>:<file>`), then key. */
  readonly properties: Record<string, Record<string, string>>;
  readonly caches: Record<string, Record<string, CacheEntry>>;
  readonly mails: MailRecord[];
  /** Use of limited things by `<name>:<whose>`: when the window began, and how much. */
  readonly counters: Record<string, { since: number; used: number }>;
}

export type Account = 'consumer' | 'workspace';

/** Someone with a Google account. */
export interface PersonRecord {
  readonly email: string;
  name: string;
  account: Account;
  /** The account was deleted: nothing runs as this person any more, triggers of theirs are dead. */
  gone: boolean;
  /** Signed in with several accounts in one browser: google.script.run fails [facts 10]. */
  severalAccounts: boolean;
}

export type FileKind = 'spreadsheet' | 'form' | 'document' | 'folder' | 'other';
export type Role = 'owner' | 'writer' | 'commenter' | 'reader';

/** As Drive v3 has permissions. `view: 'published'` is the right to fill a form in, not to open its editor. */
export interface PermissionRecord {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  role: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly view?: 'published';
}

/** A file of Drive. `data` is the room's own plain JSON (a spreadsheet's: SpreadsheetData of sheets/model/book.ts). */
export interface FileRecord<T = unknown> {
  readonly id: string;
  readonly kind: FileKind;
  readonly mimeType: string;
  /** Drive's name; for a spreadsheet the room keeps `data.name` equal to it. */
  name: string;
  /** The owner stands in `permissions` too, with role owner. */
  owner: string;
  permissions: PermissionRecord[];
  /** false: editors may not share the file on. */
  writersCanShare: boolean;
  parents: string[];
  trashed: boolean;
  readonly createdAt: number;
  modifiedAt: number;
  /** Project whose script made it; null when a person did. What drive.file lets a script reach. */
  createdBy: string | null;
  data: T;
}

export type ProjectKind = 'bound' | 'addon' | 'standalone';

export interface ProjectFile {
  /** Without extension: `Code`, `pages/sidebar`. */
  readonly name: string;
  readonly type: 'code' | 'html';
  readonly source: string;
}

/** A script project as it was pushed. */
export interface ProjectRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: ProjectKind;
  /** The file a bound script lives in. */
  readonly container: string | null;
  readonly owner: string;
  manifest: ManifestData;
  /** In the order they run. */
  files: readonly ProjectFile[];
  /** Add-on: the kind of document it is used in, from its manifest or `spreadsheet`. Documents it is switched off in. */
  disabledIn: string[];
}

/** What is read of appsscript.json. */
export interface ManifestData {
  readonly timeZone: string;
  /** Full scope addresses; null when the manifest lists none, and everything is allowed as auto-detection would. */
  readonly oauthScopes: readonly string[] | null;
  readonly advanced: readonly {
    readonly userSymbol: string;
    readonly serviceId: string;
    readonly version: string;
  }[];
  readonly addOnName: string | null;
}

export type TriggerEvent = 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';

export interface TriggerRecord {
  readonly id: string;
  readonly project: string;
  readonly handler: string;
  /** Whose trigger it is, and whom it runs as. */
  readonly creator: string;
  readonly event: TriggerEvent;
  readonly source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS' | 'DOCUMENTS';
  /** The file it watches; for an add-on's clock trigger the document it was made in. */
  readonly file: string | null;
  /** For CLOCK: when it is next due, and how often (0 = once). */
  nextAt: number | null;
  readonly everyMs: number;
  /** Google switches a trigger off when its owner's account is gone, or the script lost a scope. */
  disabled: boolean;
}

export interface CacheEntry {
  readonly value: string;
  readonly until: number;
}

export interface MailRecord {
  readonly id: number;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly replyTo: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly name: string;
    readonly contentType: string;
    readonly bytes: number;
  }[];
}
