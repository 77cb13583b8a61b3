import type { Execution } from '../kernel/host';
import { apiError } from '../kernel/errors';
import type { FileRecord, PermissionRecord, Role } from '../kernel/state';

/** A file with what only the Drive service knows of it. */
export interface DriveFile extends FileRecord {
  /** Private to the app that set them: by project, then key. */
  appProperties?: Record<string, Record<string, string>>;
  description?: string;
  starred?: boolean;
}

const EVERYTHING = ['drive', 'drive.readonly'].map((scope) => `https://www.googleapis.com/auth/${scope}`);

/** Scopes that do for looking at files and for changing them; drive.file reaches only what the project made [facts 3]. */
export const READ_SCOPES = ['drive', 'drive.file', 'drive.readonly'] as const;
export const WRITE_SCOPES = ['drive', 'drive.file'] as const;

/** Whether the script may know of the file: by the person's rights, and by drive.file only what this project made. */
export function canReach(execution: Execution, file: FileRecord): boolean {
  const { oauthScopes } = execution.project.manifest;
  const everything = oauthScopes === null || EVERYTHING.some((scope) => oauthScopes.includes(scope));
  return execution.roleOn(file) !== null && (everything || file.createdBy === execution.project.id);
}

/** The file, or Drive's answer that there is none. `method`: `drive.files.get`. */
export function needFile(execution: Execution, id: string, method: string): DriveFile {
  const file = execution.core.file(id);
  if (!file || !canReach(execution, file)) throw apiError(method, 404, `File not found: ${id}.`);
  return file;
}

/** As `needFile`, with the right to change it. */
export function needWritable(
  execution: Execution,
  id: string,
  method: string,
  role: Role = 'writer',
): DriveFile {
  const file = needFile(execution, id, method);
  const has = execution.roleOn(file);
  if (has !== 'owner' && has !== role) {
    throw apiError(method, 403, 'The user does not have sufficient permissions for this file.');
  }
  return file;
}

/** Whether the person may share the file on: the owner always, editors unless `writersCanShare` is false [facts 14]. */
export function canShare(execution: Execution, file: FileRecord): boolean {
  const role = execution.roleOn(file);
  return role === 'owner' || (role === 'writer' && file.writersCanShare);
}

const LINKS: Readonly<Record<string, (id: string) => string>> = {
  spreadsheet: (id) => `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drivesdk`,
  form: (id) => `https://docs.google.com/forms/d/${id}/edit?usp=drivesdk`,
  document: (id) => `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`,
  folder: (id) => `https://drive.google.com/drive/folders/${id}`,
  other: (id) => `https://drive.google.com/file/d/${id}/view?usp=drivesdk`,
};

/** Everything Drive tells of a file, before `fields` picks from it. */
export function fileResource(execution: Execution, file: DriveFile): Record<string, unknown> {
  const role = execution.roleOn(file);
  const own = file.appProperties?.[execution.project.id];
  const isOwner = role === 'owner';
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description === undefined ? {} : { description: file.description }),
    starred: file.starred === true,
    trashed: file.trashed,
    explicitlyTrashed: file.trashed,
    parents: [...file.parents],
    spaces: ['drive'],
    webViewLink: LINKS[file.kind]!(file.id),
    createdTime: new Date(file.createdAt).toISOString(),
    modifiedTime: new Date(file.modifiedAt).toISOString(),
    owners: [userResource(execution, file.owner)],
    ownedByMe: isOwner,
    shared: file.permissions.some((one) => one.role !== 'owner' && one.view === undefined),
    writersCanShare: file.writersCanShare,
    capabilities: {
      canEdit: isOwner || role === 'writer',
      canShare: canShare(execution, file),
      canCopy: role !== null,
      canDelete: isOwner,
      canTrash: isOwner,
    },
    ...(canShare(execution, file) || role === 'writer'
      ? {
          permissions: visiblePermissions(file).map((one) => permissionResource(execution, one)),
          permissionIds: visiblePermissions(file).map((one) => one.id),
        }
      : {}),
    ...(own && Object.keys(own).length > 0 ? { appProperties: { ...own } } : {}),
  };
}

function visiblePermissions(file: FileRecord): readonly PermissionRecord[] {
  return file.permissions.filter((one) => one.view === undefined);
}

/** Everything Drive tells of a permission. */
export function permissionResource(execution: Execution, one: PermissionRecord): Record<string, unknown> {
  const person =
    one.emailAddress === undefined ? undefined : execution.state.people[one.emailAddress.toLowerCase()];
  return {
    kind: 'drive#permission',
    id: one.id,
    type: one.type,
    role: one.role,
    ...(one.emailAddress === undefined ? {} : { emailAddress: one.emailAddress }),
    ...(one.domain === undefined ? {} : { domain: one.domain }),
    ...(one.view === undefined ? {} : { view: one.view }),
    ...(one.type === 'anyone' || one.type === 'domain' ? { allowFileDiscovery: false } : {}),
    ...(person ? { displayName: person.name, deleted: person.gone, pendingOwner: false } : {}),
  };
}

/** A person as Drive tells of one. */
export function userResource(execution: Execution, email: string): Record<string, unknown> {
  return {
    kind: 'drive#user',
    emailAddress: email,
    displayName: execution.state.people[email.toLowerCase()]?.name ?? email,
    me: email.toLowerCase() === execution.effectiveUser.toLowerCase(),
  };
}
