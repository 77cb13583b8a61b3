import type { CallReport } from './api';
import { type Core, type LockHolder, atLeast } from './core';
import type { EffectRecord } from './effects';
import { GoogleError } from './errors';
import type { Answer, AuthMode, Execution, Origin, Question, QuotaName } from './execution-types';
import type { CallSize, HostObject, TypeDefinition } from './host';
import { latencyOf, tailFactor } from './latency';
import { PendingWrites } from './pending-writes';
import { refusalOf } from './rights';
import { badParameters } from './signature';
import type { FileRecord, ProjectRecord, Role, WorkspaceState } from './state';
import { Handles } from './wire';

/** Thrown through the host's own code when an execution ends at once; scripts never see it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Thrown by a service that needs an answer or a lock which only others can give; the call is made again when they did. */
export class Waiting extends Error {
  constructor(readonly until: 'answer' | 'lock') {
    super('The execution waits');
  }
}

/** Who runs what, and from where. */
export interface ExecutionOptions {
  readonly project: ProjectRecord;
  readonly origin: Origin;
  readonly authMode: AuthMode;
  readonly container: FileRecord | null;
  readonly effectiveUser: string;
  readonly activeUser: string;
  /** What Session.getEffectiveUser() tells; '' where Google hides it. */
  readonly toldEffectiveUser: string;
  readonly limitMs: number;
  /** Somebody has the document open before them: the script may show and ask. */
  readonly hasWindow: boolean;
}

/** One running execution: its time, what it keeps back, what it showed, what it called. */
export class RunningExecution implements Execution, LockHolder {
  readonly project: ProjectRecord;
  readonly origin: Origin;
  readonly authMode: AuthMode;
  readonly container: FileRecord | null;
  readonly effectiveUser: string;
  readonly activeUser: string;
  readonly toldEffectiveUser: string;
  readonly label: string;
  readonly startedAt: number;
  readonly handles: Handles;
  elapsedMs = 0;
  /** Of these, what Utilities.sleep took. */
  sleptMs = 0;
  /** The words it died with; no call does anything from then on. */
  deadOf: string | null = null;
  /** A mistake of the workspace's own code, to be thrown at whoever called `run`. */
  bug: unknown = null;
  readonly effects: EffectRecord[] = [];
  readonly logs: { level: string; line: string }[] = [];
  readonly notEmulated = new Set<string>();
  /** Set while the execution may wait for others: by interleaving and by runAsking. */
  patient: { readonly answers: boolean; readonly locks: boolean } = { answers: false, locks: false };
  /** The question it waits with. */
  question: Question | null = null;
  /** The lock it waits for, and until when on its own time. */
  lockWait: { readonly name: string; readonly until: number } | null = null;
  /** The fault of a call that waits and is to be made again. */
  again: { readonly do: string; readonly message: string } | null = null;
  private readonly counts = new Map<string, number>();
  private readonly unlisted = new Set<string>();
  private readonly pending = new PendingWrites();
  private readonly memos = new Map<string, unknown>();
  private readonly endings: (() => void)[] = [];
  private readonly services = new Map<string, HostObject>();
  private readonly limitMs: number;
  private readonly hasWindow: boolean;

  constructor(
    readonly core: Core,
    of: ExecutionOptions,
  ) {
    this.project = of.project;
    this.origin = of.origin;
    this.authMode = of.authMode;
    this.container = of.container;
    this.effectiveUser = of.effectiveUser;
    this.activeUser = of.activeUser;
    this.toldEffectiveUser = of.toldEffectiveUser;
    this.limitMs = of.limitMs;
    this.hasWindow = of.hasWindow;
    this.startedAt = core.now();
    this.label = `${of.project.id}:${core.newNumber()}`;
    this.handles = new Handles(this, (type) =>
      type.fixed.filter((method) => refusalOf(this, type, method) === null),
    );
  }

  get state(): WorkspaceState {
    return this.core.state;
  }

  activeFile(kind: FileRecord['kind']): FileRecord | null {
    return this.container?.kind === kind ? this.container : null;
  }

  now(): number {
    return Math.round(this.startedAt + this.elapsedMs);
  }

  pass(ms: number): void {
    this.elapsedMs += ms;
    if (this.elapsedMs > this.limitMs) {
      // The time that is over is the limit, not the length of the call that ran into it.
      this.elapsedMs = this.limitMs;
      this.kill('Exceeded maximum execution time');
    }
  }

  /** Lets what this execution took so far pass in the workspace too. */
  passOn(): void {
    const { core } = this;
    if (core.settings.executionsTakeTime) core.state.clock = Math.max(core.state.clock, this.now());
  }

  kill(message: string): never {
    this.deadOf ??= message;
    throw new Killed(message);
  }

  random(): number {
    return this.core.random();
  }

  newId(): string {
    return this.core.newId();
  }

  newNumber(): number {
    return this.core.newNumber();
  }

  requireFile<T>(id: string, role: Role, method: string): FileRecord<T> {
    const file = this.core.file<T>(id);
    const has = file ? this.core.roleOf(file, this.effectiveUser) : null;
    if (!file || has === null) {
      throw new GoogleError(
        'Exception',
        file
          ? 'You do not have permission to access the requested document.'
          : `Unexpected error while getting the method or property ${method.split('.').pop()} on object ${method.split('.')[0]}.`,
      );
    }
    if (!atLeast(has, role)) {
      throw new GoogleError('Exception', 'You do not have permission to perform that action.');
    }
    return file;
  }

  roleOn(file: FileRecord): Role | null {
    return this.core.roleOf(file, this.effectiveUser);
  }

  writeLater(fileId: string, apply: () => void): void {
    this.pending.add(fileId, apply);
  }

  /** Keeps the cost of a buffered write back until its flush. */
  payLater(fileId: string, costMs: number): void {
    this.pending.owe(fileId, costMs);
  }

  flush(fileId?: string): void {
    if (!this.pending.has(fileId)) return;
    this.pass(this.cost('SpreadsheetApp.flush') + this.pending.carryOut(fileId));
  }

  hasPending(fileId?: string): boolean {
    return this.pending.has(fileId);
  }

  /** Forgets what was kept back: the execution was killed before Google carried it out. */
  dropPending(): void {
    this.pending.drop();
  }

  memo<T>(key: string, make: () => T): T {
    if (!this.memos.has(key)) this.memos.set(key, make());
    return this.memos.get(key) as T;
  }

  onEnd(act: () => void): void {
    this.endings.push(act);
  }

  end(): void {
    for (const act of this.endings.splice(0)) act();
  }

  show(effect: EffectRecord): void {
    this.effects.push(effect);
  }

  log(level: string, line: string): void {
    this.logs.push({ level, line });
  }

  ask(question: Question): Answer {
    if (!this.hasWindow) throw new GoogleError('Exception', 'Cannot call Ui from this context.');
    this.releaseLocks();
    const answer = this.core.answers.shift();
    if (!answer) {
      this.question = question;
      if (this.patient.answers) throw new Waiting('answer');
      this.kill(`The script asked "${question.message}" and nobody had queued an answer`);
    }
    this.show({
      kind: 'question',
      type: question.kind,
      title: question.title,
      message: question.message,
      answer: answer.text ?? answer.button,
    });
    return answer;
  }

  releaseLocks(): void {
    for (const [name, holder] of this.core.locks) if (holder === this) this.core.locks.delete(name);
  }

  ui(service: 'SpreadsheetApp' | 'FormApp' | 'DocumentApp'): HostObject {
    const kind = { SpreadsheetApp: 'spreadsheet', FormApp: 'form', DocumentApp: 'document' }[service];
    if (this.container?.kind !== kind || !this.hasWindow) {
      throw new GoogleError('Exception', `Cannot call ${service}.getUi() from this context.`);
    }
    return this.service('Ui');
  }

  /** The object behind a global name, an advanced service's symbol, or `Ui`; made once. */
  service(name: string): HostObject {
    let made = this.services.get(name);
    if (!made) {
      const advanced = this.project.manifest.advanced.find((one) => one.userSymbol === name);
      const make = advanced
        ? this.core.catalogue.advanced[advanced.serviceId]
        : this.core.catalogue.globals[name];
      if (!make) throw new Error(`There is no service ${name}`);
      made = make(this);
      this.services.set(name, made);
    }
    return made;
  }

  /** What a line of the latency model costs now. */
  cost(line: string, size?: CallSize): number {
    const median = latencyOf(line, size);
    return this.core.settings.latency === 'tail' ? median * tailFactor(this.core.random()) : median;
  }

  charge(line: string, size?: CallSize, times = 1): void {
    this.pass(this.cost(line, size) * times);
  }

  /** Counts a service call; `listed` false: the latency model has no line of its own for it. */
  count(name: string, listed: boolean): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (!listed) this.unlisted.add(name);
  }

  take(quota: QuotaName, n = 1): boolean {
    return this.core.take(quota, { user: this.effectiveUser, project: this.project.id, now: this.now() }, n);
  }

  badParameters(method: string, args: readonly unknown[]): Error {
    return badParameters(method, args, (object) => this.typeOf(object).fullName);
  }

  report(): CallReport {
    const byService: Record<string, number> = {};
    let total = 0;
    for (const [name, n] of this.counts) {
      byService[name] = n;
      total += n;
    }
    return { total, byService, unlisted: [...this.unlisted] };
  }

  /** What the object is to scripts. Throws for a class that no room defined. */
  typeOf(object: HostObject): TypeDefinition {
    for (let at: unknown = object.constructor; at; at = Object.getPrototypeOf(at)) {
      const type = this.core.catalogue.typeOf.get(at);
      if (type) return type;
    }
    throw new Error(`${object.constructor.name} is not defined as a type (defineType)`);
  }
}
