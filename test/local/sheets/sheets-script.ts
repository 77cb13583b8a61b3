import type { SpreadsheetData } from '../../../src/local/sheets/model/book';
import type {
  FileRecord,
  RunOptions,
  RunResult,
  Workspace,
  WorkspaceOptions,
} from '../../../src/local/workspace';
import { OTHER, OWNER, load, workspaceWithPeople } from '../kernel/scripts';

const MANIFEST = {
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
};

/** A workspace with a workbook of the owner's, shared with the other person for editing. */
export interface Desk {
  readonly workspace: Workspace;
  readonly book: FileRecord<SpreadsheetData>;
  /** Runs code bound to the book, with `ss`, `sheet` and `id` at hand; gives what it returns, throws what it throws. */
  readonly run: (code: string, options?: RunOptions) => unknown;
  /** As `run`, with the whole report. */
  readonly report: (code: string, options?: RunOptions) => RunResult;
}

/** A desk in Vietnamese unless the options say otherwise. */
export function desk(options: WorkspaceOptions = {}, size: { rows?: number; columns?: number } = {}): Desk {
  const workspace = workspaceWithPeople(options);
  const file = workspace.createSpreadsheet({ name: 'Sổ đoàn', owner: OWNER, ...size });
  workspace.share(file.id, OTHER, 'writer');
  const book = file as FileRecord<SpreadsheetData>;
  const report = (code: string, of: RunOptions = {}): RunResult => {
    const project = load(
      workspace,
      `function probe(arg) { var ss = SpreadsheetApp.getActiveSpreadsheet(), sheet = ss.getSheetById(0), id = ss.getId(); ${code} }`,
      { container: book.id, manifest: MANIFEST },
    );
    return workspace.run(project, 'probe', of);
  };
  const run = (code: string, of: RunOptions = {}): unknown => {
    const result = report(code, of);
    if (!result.ok) throw new Error(`${result.error?.name}: ${result.error?.message}`);
    return result.value;
  };
  return { workspace, book, run, report };
}

/** The tab's values as plain data, blanks as ''. */
export function cellsOf(book: FileRecord<SpreadsheetData>, place = 0): unknown[][] {
  return book.data.sheets[place]!.rows.map((row) =>
    (row?.v ?? []).map((value) => (typeof value === 'object' && value !== null ? value.v : value) ?? ''),
  );
}

export { OTHER, OWNER };
