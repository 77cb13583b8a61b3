import limitsData from '../platform/limits.json';
import type { Fault, WorkspaceOptions } from './api';
import type { Catalogue, Limits, WorkspaceCore, WorkspaceSettings } from './core-types';
import type { Answer, QuotaName } from './execution-types';
import { GoogleError } from './errors';
import { FaultQueue } from './faults';
import type { Taker } from './quotas';
import { quotaLeft, scarcest, takeQuota } from './quotas';
import type { Account, FileRecord, PermissionRecord, Role, WorkspaceState } from './state';

const ROLES: readonly Role[] = ['reader', 'commenter', 'writer', 'owner'];
const ID_SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** True when the role allows at least what the other does. */
export function atLeast(role: Role | null, needed: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** Who holds a lock: an execution, seen only by its identity. */
export interface LockHolder {
  readonly label: string;
}

/** The workspace behind its API: the records, and what lives only while it runs. */
export class Core implements WorkspaceCore {
  state: WorkspaceState;
  readonly settings: WorkspaceSettings;
  readonly limits: Limits;
  /** Account type of people who are added without one. */
  readonly account: Account;
  readonly faults = new FaultQueue();
  readonly answers: Answer[] = [];
  /** Locks held now, by name. */
  readonly locks = new Map<string, LockHolder>();
  /** Executions running or parked now. */
  readonly running = new Set<{ readonly effectiveUser: string; readonly project: { readonly id: string } }>();

  private readonly changes = new Map<string, number>();

  constructor(
    readonly catalogue: Catalogue,
    options: WorkspaceOptions,
  ) {
    this.settings = {
      formsBornPublished: false,
      formTitleAfterCreate: false,
      linkedSheetLosesRows: false,
      appendRowLosesRows: false,
      executionsTakeTime: true,
      strictPropertySize: false,
      latency: 'median',
      ...options.settings,
    };
    this.limits = { ...limitsData, ...options.limits };
    this.account = options.account ?? 'consumer';
    this.state = {
      clock: moment(options.now ?? '2014-08-01T08:00:00+07:00'),
      seed: options.seed ?? 1,
      lastId: 0,
      locale: options.locale ?? 'vi_VN',
      timeZone: options.timeZone ?? 'Asia/Ho_Chi_Minh',
      people: {},
      files: {},
      projects: {},
      triggers: {},
      properties: {},
      caches: {},
      mails: [],
      counters: {},
    };
  }

  now(): number {
    return this.state.clock;
  }

  random(): number {
    this.state.seed = (this.state.seed + 0x6d2b79f5) | 0;
    return mixed(this.state.seed);
  }

  newNumber(): number {
    this.state.lastId += 1;
    return this.state.lastId;
  }

  newId(): string {
    const number = this.newNumber();
    let id = '1';
    for (let at = 0; at < 43; at += 1) {
      id += ID_SIGNS[Math.floor(mixed(Math.imul(number, 7_919) + at * 104_729) * ID_SIGNS.length)];
    }
    return id;
  }

  addFile<T>(of: Parameters<WorkspaceCore['addFile']>[0] & { readonly data: T }): FileRecord<T> {
    const id = of.id ?? this.newId();
    const file: FileRecord<T> = {
      id,
      kind: of.kind,
      mimeType: of.mimeType,
      name: of.name,
      owner: of.owner,
      permissions: [{ id: String(this.newNumber()), type: 'user', role: 'owner', emailAddress: of.owner }],
      writersCanShare: true,
      parents: ['root'],
      trashed: false,
      createdAt: this.state.clock,
      modifiedAt: this.state.clock,
      createdBy: of.createdBy ?? null,
      data: of.data,
    };
    this.state.files[id] = file;
    return file;
  }

  touch(file: FileRecord, at = this.state.clock): void {
    file.modifiedAt = at;
    this.changes.set(file.id, this.changesOf(file.id) + 1);
  }

  /** How often a file was changed since the workspace was made or restored. */
  changesOf(id: string): number {
    return this.changes.get(id) ?? 0;
  }

  file<T>(id: string): FileRecord<T> | null {
    return (this.state.files[id] as FileRecord<T> | undefined) ?? null;
  }

  roleOf(file: FileRecord, email: string): Role | null {
    const person = email.toLowerCase();
    const domain = person.split('@')[1] ?? '';
    let best: Role | null = null;
    for (const permission of file.permissions) {
      if (permission.view === 'published') continue;
      const holds =
        permission.type === 'anyone' ||
        (permission.type === 'domain' && permission.domain === domain) ||
        permission.emailAddress?.toLowerCase() === person;
      if (holds && !atLeast(best, permission.role)) best = permission.role;
    }
    return best;
  }

  grant(file: FileRecord, permission: Omit<PermissionRecord, 'id'>): PermissionRecord {
    const known = file.permissions.find(
      (one) =>
        one.type === permission.type &&
        one.emailAddress?.toLowerCase() === permission.emailAddress?.toLowerCase() &&
        one.domain === permission.domain &&
        one.view === permission.view,
    );
    if (known) {
      if (!atLeast(known.role, permission.role)) known.role = permission.role;
      return known;
    }
    // A form's readers are no shares of its file, and the owner is none.
    const shares = file.permissions.filter((one) => one.role !== 'owner' && one.view === undefined).length;
    if (permission.view === undefined && shares >= this.limits.directSharesPerFile.value) {
      throw new GoogleError('Exception', 'The file has exceeded the maximum number of permissions.');
    }
    const added: PermissionRecord = { id: String(this.newNumber()), ...permission };
    file.permissions.push(added);
    return added;
  }

  take(quota: QuotaName, who: { user: string; project: string; now?: number }, n = 1): boolean {
    return takeQuota(this.state, this.limits, quota, this.taker(who), n);
  }

  left(quota: QuotaName, who: { user: string; project: string; now?: number }): number {
    return quotaLeft(this.state, this.limits, quota, this.taker(who));
  }

  scarcest(quota: QuotaName, who: { user: string; project: string; now?: number }): 'user' | 'project' {
    return scarcest(this.state, this.limits, quota, this.taker(who));
  }

  setFaults(faults: readonly Fault[]): void {
    this.faults.replace(faults);
  }

  accountOf(email: string): Account {
    return this.state.people[email.toLowerCase()]?.account ?? this.account;
  }

  private taker(who: { user: string; project: string; now?: number }): Taker {
    return {
      user: who.user,
      project: who.project,
      now: who.now ?? this.now(),
      account: this.accountOf(who.user),
    };
  }
}

/** Epoch milliseconds of an ISO text or a number. Throws on anything else. */
export function moment(value: string | number): number {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(ms)) throw new Error(`Not a moment: ${value}`);
  return ms;
}

/** 0 ≤ x < 1 from a whole number; neighbours give unlike values. */
function mixed(seed: number): number {
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
