import { apiError } from '../kernel/errors';
import { HostObject, NotEmulatedError, defineType } from '../kernel/host';
import type { PermissionRecord, Role } from '../kernel/state';
import {
  type DriveFile,
  READ_SCOPES,
  WRITE_SCOPES,
  canShare,
  needFile,
  permissionResource,
} from './drive-file';
import { selectFields } from './fields';

/** What may stand beside a call; what is not named here is passed over. */
interface Options {
  readonly fields?: string;
  readonly includePermissionsForView?: string;
  readonly sendNotificationEmail?: boolean;
  readonly emailMessage?: string;
}
type Resource = Record<string, unknown>;

/** A permission as a script asks for one. */
interface PermissionWish {
  readonly type?: PermissionRecord['type'];
  readonly role?: Role;
  readonly emailAddress?: string;
  readonly domain?: string;
  readonly view?: string;
}

const DEFAULT_FIELDS = 'kind,id,type,role';
const PERMISSION_FIELDS: readonly string[] =
  'kind id type role emailAddress domain view displayName deleted pendingOwner allowFileDiscovery expirationTime'.split(
    ' ',
  );
const LIST_FIELDS = ['kind', 'nextPageToken', 'permissions'];
const TYPES = ['user', 'group', 'domain', 'anyone'];
const ROLES = ['owner', 'writer', 'commenter', 'reader'];
const NO_RIGHT = 'The user does not have sufficient permissions for this file.';

/** Drive.Permissions. Who may fill a form in is a permission with the view `published` [facts 4.1]. */
export class PermissionsService extends HostObject {
  list(fileId: string, options: Options = {}): Resource {
    const method = 'drive.permissions.list';
    const file = needFile(this.execution, fileId, method);
    const role = this.execution.roleOn(file);
    if (role !== 'owner' && role !== 'writer') throw apiError(method, 403, NO_RIGHT);
    const withPublished = options.includePermissionsForView === 'published';
    const permissions = file.permissions
      .filter((one) => one.view === undefined || withPublished)
      .map((one) => permissionResource(this.execution, one));
    const fields = options.fields ?? `kind,nextPageToken,permissions(${DEFAULT_FIELDS})`;
    return selectFields({ kind: 'drive#permissionList', permissions }, fields, {
      method,
      known: LIST_FIELDS,
    });
  }

  get(fileId: string, permissionId: string, options: Options = {}): Resource {
    const method = 'drive.permissions.get';
    const file = needFile(this.execution, fileId, method);
    return this.answer(this.permission(file, permissionId, method), options, method);
  }

  create(wish: PermissionWish, fileId: string, options: Options = {}): Resource {
    const method = 'drive.permissions.create';
    const file = this.shareable(fileId, method);
    const permission = this.wished(file, wish, method);
    const { core } = this.execution;
    const isNew = !file.permissions.some((one) => sameHolder(one, permission));
    if (isNew && file.permissions.length - 1 >= core.limits.directSharesPerFile.value) {
      throw apiError(method, 403, 'The file has exceeded the maximum number of permissions.');
    }
    const granted = core.grant(file, permission);
    core.touch(file, this.execution.now());
    const isNotified = permission.emailAddress !== undefined && options.sendNotificationEmail !== false;
    if (isNotified && isNew) this.notify(file, permission.emailAddress!, options.emailMessage ?? '');
    return this.answer(granted, options, method);
  }

  update(wish: PermissionWish, fileId: string, permissionId: string, options: Options = {}): Resource {
    const method = 'drive.permissions.update';
    const file = this.shareable(fileId, method);
    const permission = this.permission(file, permissionId, method);
    if (wish.role === undefined || !ROLES.includes(wish.role)) {
      throw apiError(method, 400, 'The permission role field is required.');
    }
    if (wish.role === 'owner' || permission.role === 'owner') {
      throw new NotEmulatedError('Drive.Permissions.update of an owner');
    }
    permission.role = wish.role;
    return this.answer(permission, options, method);
  }

  /** Taking one's own right away needs no right to share. */
  remove(fileId: string, permissionId: string): void {
    const method = 'drive.permissions.delete';
    const file = needFile(this.execution, fileId, method);
    const permission = this.permission(file, permissionId, method);
    const isOwn = permission.emailAddress?.toLowerCase() === this.execution.effectiveUser.toLowerCase();
    if (permission.role === 'owner' || (!isOwn && !canShare(this.execution, file))) {
      throw apiError(method, 403, NO_RIGHT);
    }
    file.permissions = file.permissions.filter((one) => one !== permission);
  }

  private shareable(fileId: string, method: string): DriveFile {
    const file = needFile(this.execution, fileId, method);
    if (!canShare(this.execution, file)) throw apiError(method, 403, NO_RIGHT);
    return file;
  }

  private permission(file: DriveFile, id: string, method: string): PermissionRecord {
    const found = file.permissions.find((one) => one.id === id);
    if (!found) throw apiError(method, 404, `Permission not found: ${id}.`);
    return found;
  }

  private wished(file: DriveFile, wish: PermissionWish, method: string): Omit<PermissionRecord, 'id'> {
    const { type, role, emailAddress, domain, view } = wish;
    if (type === undefined || !TYPES.includes(type)) {
      throw apiError(method, 400, 'The permission type field is required.');
    }
    if (role === undefined || !ROLES.includes(role)) {
      throw apiError(method, 400, 'The permission role field is required.');
    }
    if (role === 'owner') throw new NotEmulatedError('Drive.Permissions.create of an owner');
    if (view !== undefined && (view !== 'published' || file.kind !== 'form' || role !== 'reader')) {
      throw apiError(method, 400, 'The specified view is invalid or not supported.');
    }
    const shown = view === undefined ? {} : { view: 'published' as const };
    if (type === 'anyone') return { type, role, ...shown };
    if (type === 'domain') {
      if (domain === undefined) throw apiError(method, 400, 'The domain field is required.');
      return { type, role, domain, ...shown };
    }
    if (emailAddress === undefined) throw apiError(method, 400, 'The emailAddress field is required.');
    this.requireAccount(emailAddress, method);
    return { type, role, emailAddress: emailAddress.toLowerCase(), ...shown };
  }

  private requireAccount(email: string, method: string): void {
    const person = this.execution.state.people[email.toLowerCase()];
    if (person && !person.gone) return;
    throw apiError(
      method,
      400,
      `Bad Request. User message: "You are trying to invite ${email}. Since there is no Google account associated with this email address, you must check the "Notify people" box to invite this recipient."`,
    );
  }

  private notify(file: DriveFile, to: string, message: string): void {
    const from = this.execution.effectiveUser;
    this.execution.state.mails.push({
      id: this.execution.newNumber(),
      at: this.execution.now(),
      from,
      to,
      cc: '',
      bcc: '',
      replyTo: from,
      name: '',
      subject: `Đã chia sẻ tệp với bạn: ${file.name}`,
      body: [`${from} đã chia sẻ với bạn tệp “${file.name}”.`, message]
        .filter((part) => part !== '')
        .join('\n\n'),
      html: '',
      attachments: [],
    });
  }

  private answer(permission: PermissionRecord, options: Options, method: string): Resource {
    const fields = options.fields ?? DEFAULT_FIELDS;
    return selectFields(permissionResource(this.execution, permission), fields, {
      method,
      known: PERMISSION_FIELDS,
    });
  }
}

function sameHolder(one: PermissionRecord, other: Omit<PermissionRecord, 'id'>): boolean {
  return (
    one.type === other.type &&
    one.view === other.view &&
    one.domain === other.domain &&
    one.emailAddress?.toLowerCase() === other.emailAddress
  );
}

const line = { latency: 'Drive.call' } as const;

export const permissionsType = defineType({
  name: 'Drive.Permissions',
  google: 'Drive_v3.Drive.V3.Collection.PermissionsCollection',
  class: PermissionsService,
  scopes: WRITE_SCOPES,
  needs: 'user',
  methods: {
    list: { ...line, scopes: READ_SCOPES },
    get: { ...line, scopes: READ_SCOPES },
    create: line,
    update: line,
    remove: line,
  },
});
