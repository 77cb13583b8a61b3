import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type ProjectRecord,
  type Workspace,
  type WorkspaceOptions,
  createWorkspace,
} from '../../../src/local/workspace';

/** The owner of every script of these tests, and another person. */
export const OWNER = 'chu.so@quan.example';
export const OTHER = 'bi.thu@co-so.example';

/** A workspace with two people. */
export function workspaceWithPeople(options: WorkspaceOptions = {}): Workspace {
  const workspace = createWorkspace(options);
  workspace.addPerson({ email: OWNER, name: 'Chủ sổ' });
  workspace.addPerson({ email: OTHER, name: 'Bí thư' });
  return workspace;
}

/** A document of no kind in particular for scripts to live in; both people may edit it. */
export function documentIn(workspace: Workspace): string {
  const file = workspace.core.addFile({
    kind: 'other',
    mimeType: 'application/octet-stream',
    name: 'Sổ thử',
    owner: OWNER,
    data: {},
  });
  workspace.share(file.id, OTHER, 'writer');
  return file.id;
}

/** Loads a script from text: `code`, or files by name; a standalone project unless `container` or `kind` says otherwise. */
export function load(
  workspace: Workspace,
  code: string | Readonly<Record<string, string>>,
  of: {
    kind?: ProjectRecord['kind'];
    container?: string;
    manifest?: Readonly<Record<string, unknown>>;
    id?: string;
  } = {},
): ProjectRecord {
  const dir = mkdtempSync(join(tmpdir(), 'gas-'));
  try {
    const files = typeof code === 'string' ? { 'Code.js': code } : code;
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    writeFileSync(
      join(dir, 'appsscript.json'),
      JSON.stringify({ timeZone: 'Asia/Ho_Chi_Minh', runtimeVersion: 'V8', ...of.manifest }),
    );
    const kind = of.kind ?? (of.container === undefined ? 'standalone' : 'bound');
    return workspace.loadProject({ dir, kind, owner: OWNER, container: of.container, id: of.id });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs one expression in a fresh standalone script and gives its value; what it throws is thrown here. */
export function evaluate(workspace: Workspace, expression: string, setup = ''): unknown {
  const result = workspace.run(
    load(workspace, `function probe() { ${setup}; return ${expression}; }`),
    'probe',
  );
  if (!result.ok) throw new Error(`${result.error?.name}: ${result.error?.message}`);
  return result.value;
}
