import { join } from 'node:path';
import { createWorkspace } from '../../../src/local/workspace';
import type { FileRecord, ProjectRecord, Workspace } from '../../../src/local/workspace';
import type { HomeInfo } from '../../../src/local/server/start-server';

export const OWNER = 'chu@vidu.vn';
export const ON_DUTY = 'an@vidu.vn';
export const OTHER = 'binh@vidu.vn';
export const READER = 'cuc@vidu.vn';

/** A workspace with one shared book, a script bound to it, and a tab that only ON_DUTY may write. */
export interface DutyBook {
  readonly workspace: Workspace;
  readonly book: FileRecord;
  readonly script: ProjectRecord;
}

/** Makes the duty book; throws when its script could not set it up. */
export function dutyBook(): DutyBook {
  const workspace = createWorkspace({ now: '2014-03-31T14:05:00+07:00', seed: 7 });
  const names = { [OWNER]: 'Trần Văn Chủ', [ON_DUTY]: 'Lê Thị An', [OTHER]: 'Phạm Bình', [READER]: 'Vũ Cúc' };
  for (const [email, name] of Object.entries(names)) workspace.addPerson({ email, name });
  const book = workspace.createSpreadsheet({ name: 'Sổ trực ban', owner: OWNER, rows: 12, columns: 5 });
  workspace.share(book.id, ON_DUTY, 'writer');
  workspace.share(book.id, OTHER, 'writer');
  workspace.share(book.id, READER, 'reader');
  const dir = join(__dirname, '..', '..', 'fixtures', 'server-bound');
  const script = workspace.loadProject({ dir, kind: 'bound', owner: OWNER, container: book.id });
  const made = workspace.run(script, 'setUp', { as: OWNER, args: [ON_DUTY] });
  if (!made.ok) throw new Error(`The duty book was not set up: ${made.error?.message}`);
  return { workspace, book, script };
}

/** A home page with one group. */
export function plainHome(): HomeInfo {
  return {
    title: 'Sổ trực ban',
    subtitle: 'Dữ liệu mẫu',
    people: [
      { email: ON_DUTY, group: 'Người trực', description: 'Trực thứ Hai', waiting: 2 },
      { email: OTHER, group: 'Đội', description: '' },
    ],
    tour: [],
  };
}
