import type { HostObject, ServiceModule } from './host';
import type { WorkspaceCore } from './core-types';
import type { Execution } from './execution-types';
import type { FileRecord } from './state';

/** What a person typed did: the event fields of onEdit, or Google's refusal in its words. */
export type Typed =
  | {
      readonly ok: true;
      readonly sheetId: number;
      readonly a1: string;
      readonly value?: string;
      readonly oldValue?: string;
    }
  | { readonly ok: false; readonly message: string };

/** The room of spreadsheets: its services, and what people and the kernel do with its files. */
export interface SheetsModule extends ServiceModule {
  /** A new spreadsheet as a person makes one; puts the file into Drive through `core.addFile`. */
  createSpreadsheet(
    core: WorkspaceCore,
    of: { name: string; owner: string; locale?: string; timeZone?: string; rows?: number; columns?: number },
  ): FileRecord;
  /**
   * A person types into (or pastes over: `text` a table) cells. Rights and protections of that person are checked, values are
   * parsed as typed. Fires nothing: the kernel does, from the answer.
   */
  typeInto(
    core: WorkspaceCore,
    of: { file: FileRecord; sheetId: number; a1: string; text: string | string[][]; as: string },
  ): Typed;
  /** Objects for events and getActive…: a Spreadsheet, a Range of one of its sheets. */
  spreadsheet(execution: Execution, file: FileRecord): HostObject;
  range(execution: Execution, file: FileRecord, sheetId: number, a1: string): HostObject;
}

/** An answer as `submitForm` takes it, by item id or title: text, choice(s), one a row; `{ other: text }`; ISO day or HH:mm. */
export type OneAnswer = string | number | { readonly other: string };
export type Answer = OneAnswer | readonly (OneAnswer | null)[] | readonly (readonly string[])[];

export interface SubmitRequest {
  readonly form: FileRecord;
  /** '' = not signed in. */
  readonly as: string;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly prefilledUrl?: string;
  /** Edits this response instead of adding one. */
  readonly editOf?: string;
}

/** What Google answered; `row` = the row in the linked response sheet, when there is one and it was not lost. */
export type Submitted =
  | {
      readonly ok: true;
      readonly responseId: string;
      readonly timestamp: number;
      readonly confirmation: string;
      readonly row: {
        readonly file: string;
        readonly sheetId: number;
        readonly a1: string;
        readonly values: readonly string[];
        readonly namedValues: Readonly<Record<string, readonly string[]>>;
      } | null;
    }
  | { readonly ok: false; readonly message: string; readonly messages: Readonly<Record<string, string>> };

/** The room of forms. */
export interface FormsModule extends ServiceModule {
  /** A person fills the form in: what is closed, missing or invalid is refused as Google refuses it. Fires nothing. */
  submit(core: WorkspaceCore, request: SubmitRequest): Submitted;
  form(execution: Execution, file: FileRecord): HostObject;
  response(execution: Execution, file: FileRecord, responseId: string): HostObject;
}

/** The room of documents. */
export interface DocsModule extends ServiceModule {
  document(execution: Execution, file: FileRecord): HostObject;
}

/** The room of Drive: the advanced service only. */
export type DriveModule = ServiceModule;
