import {
  type EnumValue,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
  enumValues,
} from '../kernel/host';
import { ClockTriggerBuilderObject } from './clock-trigger';
import {
  DocumentTriggerBuilderObject,
  FormTriggerBuilderObject,
  SpreadsheetTriggerBuilderObject,
} from './document-trigger';
import { TriggerObject } from './trigger';

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
