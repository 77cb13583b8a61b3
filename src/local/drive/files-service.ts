import { apiError } from '../kernel/errors';
import { HostObject, defineType } from '../kernel/host';
import type { SpreadsheetData } from '../sheets/model/book';
import {
  type DriveFile,
  READ_SCOPES,
  WRITE_SCOPES,
  canReach,
  fileResource,
  needFile,
  needWritable,
} from './drive-file';
import { selectFields } from './fields';
import { copyFile, makeFile } from './new-file';
import { inOrder } from './order';
import { parseQuery } from './query';

/** What may stand beside a call; what is not named here is passed over. */
interface Options {
  readonly q?: string;
  readonly fields?: string;
  readonly orderBy?: string;
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly addParents?: string;
  readonly removeParents?: string;
}
type Resource = Record<string, unknown>;

/** What may be set on a file; null takes a property away. */
interface FileChange {
  readonly name?: string;
  readonly mimeType?: string;
  readonly description?: string;
  readonly starred?: boolean;
  readonly trashed?: boolean;
  readonly writersCanShare?: boolean;
  readonly parents?: readonly string[];
  readonly appProperties?: Readonly<Record<string, string | null>>;
}

const DEFAULT_FIELDS = 'kind,id,name,mimeType';
const FILE_FIELDS: readonly string[] = [
  ...'kind id name mimeType description starred trashed explicitlyTrashed parents spaces webViewLink'.split(
    ' ',
  ),
  ...'createdTime modifiedTime owners ownedByMe shared writersCanShare capabilities permissions'.split(' '),
  ...'permissionIds appProperties properties version size iconLink viewedByMeTime sharedWithMeTime'.split(
    ' ',
  ),
];
const LIST_FIELDS = ['kind', 'nextPageToken', 'incompleteSearch', 'files'];
const PAGE_TOKEN = '~!!~';

/** Drive.Files. */
export class FilesService extends HostObject {
  list(options: Options = {}): Resource {
    const method = 'drive.files.list';
    const asker = { project: this.execution.project.id, email: this.execution.effectiveUser };
    const test =
      typeof options.q === 'string' && options.q !== '' ? parseQuery(options.q, asker) : () => true;
    const pageSize = options.pageSize ?? 100;
    if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 1000)
      throw apiError(method, 400, 'Invalid Value');
    const from = pageStart(options.pageToken, method);
    const all = Object.values(this.execution.state.files) as DriveFile[];
    const found = all.filter((file) => canReach(this.execution, file) && test(file));
    const files = inOrder(found, options.orderBy ?? 'modifiedTime desc');
    const page = files.slice(from, from + pageSize);
    const resource = {
      kind: 'drive#fileList',
      incompleteSearch: false,
      ...(from + pageSize < files.length ? { nextPageToken: `${PAGE_TOKEN}${from + pageSize}` } : {}),
      files: page.map((file) => fileResource(this.execution, file)),
    };
    const fields = options.fields ?? `kind,nextPageToken,incompleteSearch,files(${DEFAULT_FIELDS})`;
    return selectFields(resource, fields, { method, known: LIST_FIELDS });
  }

  get(id: string, options: Options = {}): Resource {
    return this.answer(needFile(this.execution, id, 'drive.files.get'), options, 'drive.files.get');
  }

  create(resource: FileChange, _media?: null, options: Options = {}): Resource {
    const { mimeType = 'application/octet-stream', name = 'Untitled' } = resource;
    const file = makeFile(this.execution, { name, mimeType });
    this.apply(file, resource);
    return this.answer(file, options, 'drive.files.create');
  }

  copy(resource: FileChange, id: string, options: Options = {}): Resource {
    const from = needFile(this.execution, id, 'drive.files.copy');
    this.execution.flush(id);
    const file = copyFile(this.execution, from, resource.name ?? `Bản sao của ${from.name}`);
    this.apply(file, resource);
    return this.answer(file, options, 'drive.files.copy');
  }

  update(resource: FileChange, id: string, _media?: null, options: Options = {}): Resource {
    const method = 'drive.files.update';
    const file = needWritable(this.execution, id, method);
    const isOwner = this.execution.roleOn(file) === 'owner';
    if ((resource.trashed !== undefined || resource.writersCanShare !== undefined) && !isOwner) {
      throw apiError(method, 403, 'The user does not have sufficient permissions for this file.');
    }
    if (resource.parents !== undefined) {
      throw apiError(
        method,
        403,
        'The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.',
      );
    }
    this.apply(file, resource);
    const removed = idList(options.removeParents);
    const added = idList(options.addParents);
    file.parents = [...file.parents.filter((parent) => !removed.includes(parent)), ...added];
    return this.answer(file, options, method);
  }

  /** Deletes for good, past the bin; the owner's right alone. */
  remove(id: string): void {
    const file = needWritable(this.execution, id, 'drive.files.delete', 'owner');
    delete this.execution.state.files[file.id];
  }

  private apply(file: DriveFile, change: FileChange): void {
    if (change.name !== undefined) {
      file.name = change.name;
      if (file.kind === 'spreadsheet') (file.data as SpreadsheetData).name = change.name;
    }
    if (change.description !== undefined) file.description = change.description;
    if (change.starred !== undefined) file.starred = change.starred;
    if (change.trashed !== undefined) file.trashed = change.trashed;
    if (change.writersCanShare !== undefined) file.writersCanShare = change.writersCanShare;
    if (change.parents !== undefined) file.parents = [...change.parents];
    if (change.appProperties !== undefined) {
      const { id } = this.execution.project;
      const merged = { ...file.appProperties?.[id], ...change.appProperties };
      const kept = Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null);
      file.appProperties = { ...file.appProperties, [id]: Object.fromEntries(kept) };
    }
    this.execution.core.touch(file, this.execution.now());
  }

  private answer(file: DriveFile, options: Options, method: string): Resource {
    const fields = options.fields ?? DEFAULT_FIELDS;
    return selectFields(fileResource(this.execution, file), fields, { method, known: FILE_FIELDS });
  }
}

function idList(ids: unknown): readonly string[] {
  return typeof ids === 'string' && ids !== '' ? ids.split(',').map((id) => id.trim()) : [];
}

function pageStart(token: unknown, method: string): number {
  if (token === undefined || token === null || token === '') return 0;
  const from =
    typeof token === 'string' && token.startsWith(PAGE_TOKEN) ? Number(token.slice(PAGE_TOKEN.length)) : NaN;
  if (!Number.isInteger(from)) throw apiError(method, 400, 'Invalid Value');
  return from;
}

const line = { latency: 'Drive.call' } as const;

export const filesType = defineType({
  name: 'Drive.Files',
  google: 'Drive_v3.Drive.V3.Collection.FilesCollection',
  class: FilesService,
  scopes: WRITE_SCOPES,
  needs: 'user',
  methods: {
    list: { ...line, scopes: READ_SCOPES },
    get: { ...line, scopes: READ_SCOPES },
    create: line,
    copy: line,
    update: line,
    remove: line,
  },
});
