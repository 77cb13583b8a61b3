import { type SpreadsheetData, createBook } from '../../../src/local/sheets/model/book';
import type { FileRecord, Workspace } from '../../../src/local/workspace';
import { OWNER } from '../kernel/scripts';

/** An empty workbook of the owner's. */
export function bookFile(workspace: Workspace, name = 'Sổ thử'): FileRecord<SpreadsheetData> {
  const id = workspace.core.newId();
  const { locale, timeZone } = workspace.state;
  return workspace.core.addFile({
    id,
    kind: 'spreadsheet',
    mimeType: 'application/vnd.google-apps.spreadsheet',
    name,
    owner: OWNER,
    data: createBook({ id, name, locale, timeZone }),
  });
}
