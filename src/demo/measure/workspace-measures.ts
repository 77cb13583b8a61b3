import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace, type RunResult, type Workspace } from '../../local/workspace';
import { timed, type Measure } from './measure';

const ROWS = 10_000;
const COLUMNS = 100;

const CODE = `
function fill() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var row = [];
  for (var column = 0; column < ${COLUMNS}; column++) row.push('ô ' + column);
  var rows = [];
  for (var at = 0; at < ${ROWS}; at++) rows.push(row);
  sheet.getRange(1, 1, ${ROWS}, ${COLUMNS}).setValues(rows);
}
function readAll() {
  return SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1, ${ROWS}, ${COLUMNS}).getValues().length;
}
function writeOneByOne() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  for (var at = 1; at <= 10000; at++) sheet.getRange(at, 1).setValue(at);
}
function touch() {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  for (var at = 1; at <= 5; at++) sheet.getRange(at, 2).getValue();
}
`;

/** How quick the offline workspace itself is, in wall-clock time. */
export function workspaceMeasures(): readonly Measure[] {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(dir, 'Code.js'), CODE);
    writeFileSync(join(dir, 'appsscript.json'), '{"timeZone":"Asia/Ho_Chi_Minh","runtimeVersion":"V8"}');
    return measuresOf(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function measuresOf(dir: string): readonly Measure[] {
  const { workspace, project } = workspaceWith(dir);
  const run = (fn: string): RunResult => {
    const result = workspace.run(project, fn);
    if (!result.ok) throw new Error(`${fn}: ${result.error?.message ?? ''}`);
    return result;
  };
  run('fill');
  const of = (id: string, what: string, value: number): Measure => ({
    id: `workspace.${id}.ms`,
    what,
    value,
    unit: 'ms',
  });
  const measures = [
    of(
      'getValues1e6',
      'one getValues of a million cells',
      timed(7, () => void run('readAll')),
    ),
    of(
      'setValue1e4',
      'ten thousand setValue, one by one',
      timed(5, () => void run('writeOneByOne')),
    ),
    of(
      'create',
      'a new workspace with a workbook and a script pushed into it',
      timed(21, () => workspaceWith(dir).workspace.close()),
    ),
    of(
      'interleave',
      'two executions interleaved, five calls each',
      timed(7, () => {
        workspace.interleave({ project, fn: 'touch' }, { project, fn: 'touch' }, 1);
      }),
    ),
  ];
  workspace.close();
  return measures;
}

function workspaceWith(dir: string): { readonly workspace: Workspace; readonly project: string } {
  // What is measured is this program, not Google's patience.
  const workspace = createWorkspace({ limits: { executionMs: 1e9 } });
  const owner = workspace.addPerson({ email: 'bench@quan8.example' }).email;
  const book = workspace.createSpreadsheet({ name: 'Sổ đo', owner, rows: ROWS, columns: COLUMNS });
  return { workspace, project: workspace.loadProject({ dir, kind: 'bound', owner, container: book.id }).id };
}
