import { zoned, momentIn } from '../kernel/zones';
import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
  enumValues,
} from '../kernel/host';
import type { TriggerEvent, TriggerRecord } from '../kernel/state';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

class TriggerObject extends HostObject {
  constructor(
    execution: Execution,
    readonly record: TriggerRecord,
  ) {
    super(execution);
  }

  getUniqueId(): string {
    return this.record.id;
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getEventType(): EnumValue {
    return enumValues('Script.EventType')[this.record.event]!;
  }

  getTriggerSource(): EnumValue {
    return enumValues('Script.TriggerSource')[this.record.source]!;
  }

  getTriggerSourceId(): string | null {
    return this.record.source === 'CLOCK' ? null : this.record.file;
  }
}

/** Makes the trigger, or refuses it as Google does [facts 1, 2.6]. */
function createTrigger(
  execution: Execution,
  of: Pick<TriggerRecord, 'handler' | 'event' | 'source' | 'file' | 'nextAt' | 'everyMs'>,
): TriggerObject {
  const { state, project, effectiveUser, core } = execution;
  const mine = Object.values(state.triggers).filter(
    (one) => one.project === project.id && one.creator === effectiveUser,
  );
  if (mine.length >= core.limits.triggersPerUserPerScript) {
    throw new GoogleError(
      'Exception',
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  if (project.kind === 'addon') {
    const document = execution.container?.id ?? null;
    if (of.source !== 'CLOCK' && of.file !== document) {
      throw new GoogleError(
        'Exception',
        'The add-on can only create triggers for the document in which it is used.',
      );
    }
    const clockMinimumMs = core.limits.addOnClockMinimumMinutes * MINUTE_MS;
    if (of.source === 'CLOCK' && of.everyMs > 0 && of.everyMs < clockMinimumMs) {
      throw new GoogleError(
        'Exception',
        'The recurrence of a time-based trigger of an add-on must be at least one hour.',
      );
    }
    const same = mine.filter((one) => one.event === of.event && one.file === document).length;
    if (same >= core.limits.addOnTriggersPerTypePerUserPerDocument) {
      throw new GoogleError(
        'Exception',
        of.source === 'CLOCK'
          ? 'This add-on has created too many time-based triggers in this document for this Google user account.'
          : 'This add-on has created too many triggers of this type in this document for this Google user account.',
      );
    }
  }
  const file =
    of.source === 'CLOCK' && project.kind !== 'standalone' ? (execution.container?.id ?? null) : of.file;
  const record: TriggerRecord = {
    id: String(execution.newNumber() + 4_000_000_000),
    project: project.id,
    creator: effectiveUser,
    disabled: false,
    ...of,
    file,
  };
  state.triggers[record.id] = record;
  return new TriggerObject(execution, record);
}

class ClockTriggerBuilderObject extends HostObject {
  private everyMs = 0;
  private nextAt: number | null = null;
  private hour: number | null = null;
  private minute: number | null = null;
  private weekday: number | null = null;
  private monthDay: number | null = null;
  private zone: string;

  constructor(
    execution: Execution,
    private readonly handler: string,
  ) {
    super(execution);
    this.zone = execution.project.manifest.timeZone;
  }

  after(durationMilliseconds: number): this {
    this.nextAt = this.execution.now() + durationMilliseconds;
    return this;
  }

  at(date: Date): this {
    this.nextAt = date.getTime();
    return this;
  }

  atDate(year: number, month: number, day: number): this {
    this.nextAt = momentIn(this.zone, year, month, day);
    return this;
  }

  atHour(hour: number): this {
    this.hour = hour;
    return this;
  }

  nearMinute(minute: number): this {
    this.minute = minute;
    return this;
  }

  everyMinutes(n: number): this {
    return this.every(n, [1, 5, 10, 15, 30], MINUTE_MS, 'minutes');
  }

  everyHours(n: number): this {
    return this.every(n, [1, 2, 4, 6, 8, 12], HOUR_MS, 'hours');
  }

  everyDays(n: number): this {
    this.everyMs = n * DAY_MS;
    return this;
  }

  everyWeeks(n: number): this {
    this.everyMs = n * 7 * DAY_MS;
    return this;
  }

  onWeekDay(day: EnumValue): this {
    this.weekday = WEEKDAYS.indexOf(day.name) + 1;
    if (this.everyMs === 0) this.everyMs = 7 * DAY_MS;
    return this;
  }

  onMonthDay(day: number): this {
    this.monthDay = day;
    if (this.everyMs === 0) this.everyMs = 28 * DAY_MS;
    return this;
  }

  inTimezone(timezone: string): this {
    this.zone = timezone;
    return this;
  }

  create(): TriggerObject {
    if (this.nextAt === null && this.everyMs === 0) {
      throw new GoogleError('Exception', 'The clock trigger was not set to fire at any time.');
    }
    return createTrigger(this.execution, {
      handler: this.handler,
      event: 'CLOCK',
      source: 'CLOCK',
      file: null,
      nextAt: this.nextAt ?? this.first(),
      everyMs: this.everyMs,
    });
  }

  private every(n: number, allowed: readonly number[], unitMs: number, unit: string): this {
    if (!allowed.includes(n)) {
      throw new GoogleError(
        'Exception',
        `The value you passed to every${unit === 'hours' ? 'Hours' : 'Minutes'} was invalid. It must be one of ${allowed.join(', ')}.`,
      );
    }
    this.everyMs = n * unitMs;
    return this;
  }

  /** A recurring trigger's first time: the chosen hour's minute is Google's own choice, and stays. */
  private first(): number {
    const now = this.execution.now();
    if (this.everyMs < DAY_MS) return now + this.everyMs;
    const today = zoned(this.zone, now);
    const hour = this.hour ?? Math.floor(this.execution.random() * 24);
    const minute = this.minute ?? Math.floor(this.execution.random() * 60);
    for (let days = 0; days < 62; days += 1) {
      const at = momentIn(this.zone, today.year, today.month, today.day + days, hour, minute);
      const day = zoned(this.zone, at);
      const fits =
        (this.weekday === null || day.weekday === this.weekday) &&
        (this.monthDay === null || day.day === this.monthDay);
      if (at > now && fits) return at;
    }
    throw new GoogleError('Exception', 'The clock trigger was not set to fire at any time.');
  }
}

class DocumentTriggerBuilderObject extends HostObject {
  private event: TriggerEvent | null = null;

  constructor(
    execution: Execution,
    private readonly handler: string,
    private readonly source: TriggerRecord['source'],
    private readonly file: string,
  ) {
    super(execution);
  }

  onOpen(): this {
    return this.on('ON_OPEN');
  }

  onEdit(): this {
    return this.on('ON_EDIT');
  }

  onChange(): this {
    return this.on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.on('ON_FORM_SUBMIT');
  }

  create(): TriggerObject {
    if (this.event === null)
      throw new GoogleError('Exception', 'The trigger was not set to fire at any event.');
    return createTrigger(this.execution, {
      handler: this.handler,
      event: this.event,
      source: this.source,
      file: this.file,
      nextAt: null,
      everyMs: 0,
    });
  }

  private on(event: TriggerEvent): this {
    this.event = event;
    return this;
  }
}

class SpreadsheetTriggerBuilderObject extends DocumentTriggerBuilderObject {}
class FormTriggerBuilderObject extends DocumentTriggerBuilderObject {}

class TriggerBuilderObject extends HostObject {
  constructor(
    execution: Execution,
    private readonly handler: string,
  ) {
    super(execution);
  }

  timeBased(): ClockTriggerBuilderObject {
    return new ClockTriggerBuilderObject(this.execution, this.handler);
  }

  forSpreadsheet(file: string | HostObject): SpreadsheetTriggerBuilderObject {
    return new SpreadsheetTriggerBuilderObject(this.execution, this.handler, 'SPREADSHEETS', this.idOf(file));
  }

  forForm(file: string | HostObject): FormTriggerBuilderObject {
    return new FormTriggerBuilderObject(this.execution, this.handler, 'FORMS', this.idOf(file));
  }

  forDocument(file: string | HostObject): DocumentTriggerBuilderObject {
    return new DocumentTriggerBuilderObject(this.execution, this.handler, 'DOCUMENTS', this.idOf(file));
  }

  private idOf(file: string | HostObject): string {
    const id = typeof file === 'string' ? file : file.fileId;
    if (id === null) throw this.execution.badParameters('ScriptApp.TriggerBuilder.forSpreadsheet', [file]);
    this.execution.requireFile(id, 'reader', 'ScriptApp.newTrigger');
    return id;
  }
}

class AuthorizationInfoObject extends HostObject {
  getAuthorizationStatus(): EnumValue {
    return enumValues('Script.AuthorizationStatus')['NOT_REQUIRED']!;
  }

  getAuthorizationUrl(): string | null {
    return null;
  }

  getAuthorizedScopes(): string[] {
    return [...(this.execution.project.manifest.oauthScopes ?? [])];
  }
}

class ScriptAppService extends HostObject {
  newTrigger(functionName: string): TriggerBuilderObject {
    return new TriggerBuilderObject(this.execution, functionName);
  }

  /** The triggers of this script that the effective user made; nobody sees another's. */
  getProjectTriggers(): TriggerObject[] {
    const { state, project, effectiveUser } = this.execution;
    return Object.values(state.triggers)
      .filter((one) => one.project === project.id && one.creator === effectiveUser)
      .map((one) => new TriggerObject(this.execution, one));
  }

  getUserTriggers(document: HostObject): TriggerObject[] {
    return this.getProjectTriggers().filter((one) => one.record.file === document.fileId);
  }

  deleteTrigger(trigger: TriggerObject): void {
    delete this.execution.state.triggers[trigger.record.id];
  }

  getScriptId(): string {
    return this.execution.project.id;
  }

  getAuthorizationInfo(): AuthorizationInfoObject {
    return new AuthorizationInfoObject(this.execution);
  }

  /** Here a script has every scope its manifest lists, or is told so at the call itself. */
  requireAllScopes(): void {}

  requireScopes(_mode: EnumValue, scopes: readonly string[]): void {
    const granted = this.execution.project.manifest.oauthScopes;
    const missing = granted === null ? [] : scopes.filter((scope) => !granted.includes(scope));
    if (missing.length > 0) {
      throw new GoogleError(
        'Exception',
        `Authorization is required to perform that action. Required permissions: ${missing.join(' ')}`,
      );
    }
  }
}

const free = { counted: false } as const;
const SCOPES = ['script.scriptapp'];

/** ScriptApp and installable triggers. */
export const scriptModule: ServiceModule = {
  types: [
    defineType({
      name: 'ScriptApp',
      google: 'Script.ScriptApp',
      class: ScriptAppService,
      methods: {
        newTrigger: { counted: false, scopes: SCOPES, needs: 'user' },
        getProjectTriggers: { scopes: SCOPES, needs: 'user' },
        getUserTriggers: { scopes: SCOPES, needs: 'user' },
        deleteTrigger: { scopes: SCOPES, needs: 'user' },
        getScriptId: free,
        getAuthorizationInfo: free,
        requireAllScopes: free,
        requireScopes: free,
      },
    }),
    defineType({
      name: 'Trigger',
      google: 'Script.Trigger',
      class: TriggerObject,
      methods: {
        getUniqueId: free,
        getHandlerFunction: free,
        getEventType: free,
        getTriggerSource: free,
        getTriggerSourceId: free,
      },
    }),
    defineType({
      name: 'TriggerBuilder',
      google: 'Script.TriggerBuilder',
      class: TriggerBuilderObject,
      methods: { timeBased: free, forSpreadsheet: free, forForm: free, forDocument: free },
    }),
    defineType({
      name: 'ClockTriggerBuilder',
      google: 'Script.ClockTriggerBuilder',
      class: ClockTriggerBuilderObject,
      methods: {
        after: free,
        at: free,
        atDate: free,
        atHour: free,
        nearMinute: free,
        everyMinutes: free,
        everyHours: free,
        everyDays: free,
        everyWeeks: free,
        onWeekDay: free,
        onMonthDay: free,
        inTimezone: free,
        create: { scopes: SCOPES, needs: 'user' },
      },
    }),
    defineType({
      name: 'SpreadsheetTriggerBuilder',
      google: 'Script.SpreadsheetTriggerBuilder',
      class: SpreadsheetTriggerBuilderObject,
      methods: {
        onOpen: free,
        onEdit: free,
        onChange: free,
        onFormSubmit: free,
        create: { scopes: SCOPES, needs: 'user' },
      },
    }),
    defineType({
      name: 'FormTriggerBuilder',
      google: 'Script.FormTriggerBuilder',
      class: FormTriggerBuilderObject,
      methods: { onOpen: free, onFormSubmit: free, create: { scopes: SCOPES, needs: 'user' } },
    }),
    defineType({
      name: 'DocumentTriggerBuilder',
      google: 'Script.DocumentTriggerBuilder',
      class: DocumentTriggerBuilderObject,
      methods: { onOpen: free, create: { scopes: SCOPES, needs: 'user' } },
    }),
    defineType({
      name: 'AuthorizationInfo',
      google: 'Script.AuthorizationInfo',
      class: AuthorizationInfoObject,
      methods: { getAuthorizationStatus: free, getAuthorizationUrl: free, getAuthorizedScopes: free },
    }),
  ],
  globals: { ScriptApp: (execution) => new ScriptAppService(execution) },
};
