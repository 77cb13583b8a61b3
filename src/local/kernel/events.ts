import type { FormsModule, SheetsModule, DocsModule, Submitted, Typed } from './acts';
import type { RunningExecution } from './execution';
import { type HostObject, enumValues } from './host';
import { UserObject } from '../services/user';
import type { FileRecord } from './state';
import { zoned } from './zones';

/** What happened in the workspace that scripts may be told of. */
export type Happening =
  | { readonly kind: 'open'; readonly file: FileRecord; readonly keyboard: string }
  | {
      readonly kind: 'edit';
      readonly file: FileRecord;
      readonly keyboard: string;
      readonly typed: Extract<Typed, { ok: true }>;
    }
  | { readonly kind: 'change'; readonly file: FileRecord; readonly keyboard: string }
  | {
      readonly kind: 'formSubmit';
      readonly form: FileRecord;
      readonly keyboard: string;
      readonly responseId: string;
    }
  | {
      readonly kind: 'sheetSubmit';
      readonly file: FileRecord;
      readonly keyboard: string;
      readonly row: NonNullable<Extract<Submitted, { ok: true }>['row']>;
    }
  | { readonly kind: 'clock'; readonly at: number };

/** The rooms that make the objects of events. */
export interface EventRooms {
  readonly sheets: SheetsModule;
  readonly forms: FormsModule;
  readonly docs: DocsModule;
}

/** The event object of a happening, as the handler gets it [facts 2.6]. `blank`: Google's known fault, an event without answers. */
export function eventObject(
  execution: RunningExecution,
  rooms: EventRooms,
  happening: Happening,
  triggerUid: string | null,
  blank: boolean,
): Record<string, unknown> {
  const common = {
    authMode: enumValues('Script.AuthMode')[execution.authMode],
    ...(triggerUid === null ? {} : { triggerUid }),
  };
  switch (happening.kind) {
    case 'open':
      return { ...common, source: fileObject(execution, rooms, happening.file), user: user(execution) };
    // What people do here to a spreadsheet is type: rows, tabs and looks are changed by scripts, which fire nothing.
    case 'change':
      return {
        ...common,
        changeType: 'EDIT',
        source: fileObject(execution, rooms, happening.file),
        user: user(execution),
      };
    case 'edit': {
      const { sheetId, a1, value, oldValue } = happening.typed;
      return {
        ...common,
        source: rooms.sheets.spreadsheet(execution, happening.file),
        range: rooms.sheets.range(execution, happening.file, sheetId, a1),
        user: user(execution),
        ...(value === undefined ? {} : { value }),
        ...(oldValue === undefined ? {} : { oldValue }),
      };
    }
    case 'formSubmit':
      return {
        ...common,
        source: rooms.forms.form(execution, happening.form),
        ...(blank ? {} : { response: rooms.forms.response(execution, happening.form, happening.responseId) }),
      };
    case 'sheetSubmit': {
      const { sheetId, a1, values, namedValues } = happening.row;
      const names = Object.entries(namedValues).map(([name, list]) => [
        name,
        blank ? list.map(() => '') : [...list],
      ]);
      return {
        ...common,
        range: rooms.sheets.range(execution, happening.file, sheetId, a1),
        values: blank ? values.map(() => '') : [...values],
        namedValues: Object.fromEntries(names) as Record<string, string[]>,
      };
    }
    case 'clock':
      return { ...common, ...clockFields(execution.project.manifest.timeZone, happening.at) };
  }
}

function user(execution: RunningExecution): HostObject {
  return new UserObject(execution, execution.activeUser);
}

function fileObject(
  execution: RunningExecution,
  rooms: EventRooms,
  file: FileRecord,
): HostObject | undefined {
  if (file.kind === 'spreadsheet') return rooms.sheets.spreadsheet(execution, file);
  if (file.kind === 'form') return rooms.forms.form(execution, file);
  return file.kind === 'document' ? rooms.docs.document(execution, file) : undefined;
}

/** Google gives the clock's fields in UTC whatever `timezone` says, with names that hold hyphens. */
function clockFields(_timeZone: string, at: number): Record<string, unknown> {
  const time = zoned('UTC', at);
  const newYear = Date.UTC(time.year, 0, 1);
  const week = Math.ceil(((at - newYear) / 86_400_000 + new Date(newYear).getUTCDay() + 1) / 7);
  return {
    'day-of-month': time.day,
    'day-of-week': time.weekday,
    hour: time.hour,
    minute: time.minute,
    month: time.month,
    second: time.second,
    timezone: 'UTC',
    'week-of-year': week,
    year: time.year,
  };
}
