import type { WorkspaceCore } from '../kernel/core-types';
import type { FileRecord } from '../kernel/state';
import { type SpreadsheetData, createBook } from './model/book';

const MIME_TYPE = 'application/vnd.google-apps.spreadsheet';

/** Puts a new spreadsheet into Drive; locale and zone are the workspace's unless said otherwise. */
export function createSpreadsheetFile(
  core: WorkspaceCore,
  of: {
    name: string;
    owner: string;
    locale?: string;
    timeZone?: string;
    rows?: number;
    columns?: number;
    createdBy?: string | null;
    data?: Omit<SpreadsheetData, 'id'>;
  },
): FileRecord<SpreadsheetData> {
  const id = core.newId();
  const fresh = createBook({
    id,
    name: of.name,
    locale: of.locale ?? core.state.locale,
    timeZone: of.timeZone ?? core.state.timeZone,
    ...(of.rows === undefined ? {} : { rows: of.rows }),
    ...(of.columns === undefined ? {} : { columns: of.columns }),
  });
  return core.addFile<SpreadsheetData>({
    kind: 'spreadsheet',
    mimeType: MIME_TYPE,
    name: of.name,
    owner: of.owner,
    id,
    createdBy: of.createdBy ?? null,
    data: of.data ? { ...of.data, id, name: of.name } : fresh,
  });
}
