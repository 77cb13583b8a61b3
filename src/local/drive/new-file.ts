import { apiError } from '../kernel/errors';
import { type Execution, NotEmulatedError } from '../kernel/host';
import { MIME_TYPES } from '../kernel/mime-types';
import type { FileKind } from '../kernel/state';
import { createDocumentFile } from '../docs/service/document-app';
import { createFormFile } from '../forms/form-file';
import type { FormData } from '../forms/model/form-data';
import { createSpreadsheetFile } from '../sheets/create';
import type { SpreadsheetData } from '../sheets/model/book';
import type { DriveFile } from './drive-file';

const KINDS: Readonly<Record<string, FileKind>> = {
  [MIME_TYPES['GOOGLE_SHEETS']!]: 'spreadsheet',
  [MIME_TYPES['GOOGLE_FORMS']!]: 'form',
  [MIME_TYPES['GOOGLE_DOCS']!]: 'document',
  [MIME_TYPES['FOLDER']!]: 'folder',
};

/** A new empty file of the effective user's, of the kind that its type says. */
export function makeFile(
  execution: Execution,
  of: { readonly name: string; readonly mimeType: string },
): DriveFile {
  const kind = KINDS[of.mimeType];
  if (!kind) throw new NotEmulatedError(`Drive.Files.create of ${of.mimeType}`);
  takeQuota(execution, kind, 'drive.files.create');
  const { core, effectiveUser: owner, project } = execution;
  const createdBy = project.id;
  if (kind === 'form') {
    return createFormFile(core, {
      name: of.name,
      title: of.name,
      owner,
      published: false,
      accepting: false,
      createdBy,
    });
  }
  if (kind === 'document') return createDocumentFile(core, { name: of.name, owner, createdBy });
  if (kind === 'spreadsheet') return createSpreadsheetFile(core, { name: of.name, owner, createdBy });
  return core.addFile<unknown>({ kind, mimeType: of.mimeType, name: of.name, owner, createdBy, data: {} });
}

/** A copy of a file, owned by the effective user and shared with nobody. A form's copy has none of its responses. */
export function copyFile(execution: Execution, file: DriveFile, name: string): DriveFile {
  if (file.kind === 'folder')
    throw apiError('drive.files.copy', 403, 'This file cannot be copied by the user.');
  takeQuota(execution, file.kind, 'drive.files.copy');
  const { core, effectiveUser: owner, project } = execution;
  const createdBy = project.id;
  if (file.kind === 'form') {
    const from = file.data as FormData;
    const copy = createFormFile(core, {
      name,
      title: '',
      owner,
      published: false,
      accepting: false,
      createdBy,
    });
    const { publishedId, responses, published, accepting } = copy.data;
    Object.assign(copy.data, structuredClone({ ...from, responses: null }), {
      publishedId,
      responses,
      published,
      accepting,
      destination: null,
    });
    return copy;
  }
  const data = structuredClone(file.data);
  if (file.kind === 'spreadsheet') {
    return createSpreadsheetFile(core, { name, owner, createdBy, data: data as SpreadsheetData });
  }
  return core.addFile<unknown>({ kind: file.kind, mimeType: file.mimeType, name, owner, createdBy, data });
}

function takeQuota(execution: Execution, kind: FileKind, method: string): void {
  const quota = kind === 'spreadsheet' ? 'spreadsheetsCreated' : 'documentsCreated';
  if (kind !== 'folder' && !execution.take(quota)) throw apiError(method, 403, 'User rate limit exceeded.');
}
