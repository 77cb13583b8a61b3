import { type Execution, GoogleError, apiError } from '../../kernel/host';
import type { FileRecord, Role } from '../../kernel/state';
import type { SpreadsheetData } from '../model/book';
import { calculate } from '../model/calculate';
import { RequestProblem } from './problem';

const DRIVE_FILE = 'https://www.googleapis.com/auth/drive.file';
const WIDER = ['https://www.googleapis.com/auth/spreadsheets', 'https://www.googleapis.com/auth/drive'];

/**
 * Does one call of the Sheets service on a file: takes it from the minute's quota, asks for rights, and gives every refusal the form
 * Google gives it. The service does not see what SpreadsheetApp keeps back until it is flushed [facts 9].
 */
export function withFile<T>(
  execution: Execution,
  method: string,
  id: string,
  kind: 'read' | 'write',
  act: (file: FileRecord<SpreadsheetData>) => T,
): T {
  takeCall(execution, method, kind);
  return refusing(method, () => {
    const file = fileOf(execution, id, kind === 'read' ? 'reader' : 'writer');
    calculate(file.data, execution.now());
    return act(file);
  });
}

/** Gives what is wrong with a request the form in which the service says it. */
export function refusing<T>(method: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof RequestProblem) throw apiError(method, error.code, error.message);
    throw error;
  }
}

/** Counts a call against the minute's quotas of the user and the project; the refusal names the one that is used up. */
export function takeCall(execution: Execution, method: string, kind: 'read' | 'write'): void {
  const quota = kind === 'read' ? 'sheetsReads' : 'sheetsWrites';
  if (execution.take(quota)) return;
  const word = kind === 'read' ? 'Read' : 'Write';
  const who = { user: execution.effectiveUser, project: execution.project.id };
  const perUser = execution.core.scarcest(quota, who) === 'user' ? ' per user' : '';
  throw apiError(
    method,
    429,
    `Quota exceeded for quota metric '${word} requests' and limit '${word} requests per minute${perUser}' of service 'sheets.googleapis.com' for consumer 'project_number:${execution.project.id}'.`,
  );
}

function fileOf(execution: Execution, id: string, role: Role): FileRecord<SpreadsheetData> {
  const file = execution.core.file<SpreadsheetData>(id);
  if (!file || !isReachable(execution, file))
    throw new RequestProblem('Requested entity was not found.', 404);
  if (execution.roleOn(file) === null) throw new RequestProblem('The caller does not have permission', 403);
  if (file.kind !== 'spreadsheet')
    throw new RequestProblem('This operation is not supported for this document');
  try {
    return execution.requireFile<SpreadsheetData>(id, role, 'Sheets');
  } catch (error) {
    if (error instanceof GoogleError) throw new RequestProblem('The caller does not have permission', 403);
    throw error;
  }
}

/** With drive.file alone a script reaches what it made itself. */
function isReachable(execution: Execution, file: FileRecord): boolean {
  const scopes = execution.project.manifest.oauthScopes;
  if (scopes === null || scopes.some((scope) => WIDER.includes(scope))) return true;
  return scopes.includes(DRIVE_FILE) && file.createdBy === execution.project.id;
}
