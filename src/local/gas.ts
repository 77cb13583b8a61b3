/**
 * Runs one function of an Apps Script project in an offline workspace:
 *
 *   npm run gas -- --project DIR --function NAME [--args JSON-array] [--bound spreadsheet|form] [--user EMAIL] [--data DIR]
 *
 * The last line on stdout is what the function returned, as JSON (nothing returned: null). What it logs goes to stderr. Ends with 1
 * when it threw (`{"error":{"name","message"}}`), with 3 when it called what is not emulated, with 2 when the command makes no sense.
 * With --data the workspace is kept in that folder from one run to the next. `npm run gas -- --emulated` prints docs/emulated.md.
 */
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emulatedTable } from './emulated-table';
import { createFormFile } from './forms/form-file';
import {
  type ProjectRecord,
  type RunResult,
  type Workspace,
  catalogue,
  createWorkspace,
  loadWorkspace,
} from './workspace';

const USAGE =
  'npm run gas -- --project DIR --function NAME [--args JSON-array] [--bound spreadsheet|form] [--user EMAIL] [--data DIR]';
const DEFAULT_USER = 'nguoi.dung@vi-du.example';

const NEW_FORM = { published: true, accepting: true, createdBy: null };

interface Asked {
  readonly project: string;
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly bound: 'spreadsheet' | 'form' | null;
  readonly user: string;
  readonly data: string | null;
}

/** A command that cannot be carried out, said to whoever typed it. */
class Misuse extends Error {}

function readCommand(argv: readonly string[]): Asked {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        project: { type: 'string' },
        function: { type: 'string' },
        args: { type: 'string' },
        bound: { type: 'string' },
        user: { type: 'string' },
        data: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'The command was not understood');
  }
  const { project, function: fn, bound = null } = values;
  if (project === undefined || fn === undefined) throw new Misuse('--project and --function are needed');
  if (bound !== null && bound !== 'spreadsheet' && bound !== 'form') {
    throw new Misuse('--bound is spreadsheet or form');
  }
  return {
    project: resolve(project),
    fn,
    args: readArguments(values.args ?? '[]'),
    bound,
    user: (values.user ?? DEFAULT_USER).toLowerCase(),
    data: values.data === undefined ? null : resolve(values.data),
  };
}

function readArguments(text: string): readonly unknown[] {
  let args: unknown;
  try {
    args = JSON.parse(text);
  } catch {
    throw new Misuse('--args is not JSON');
  }
  if (!Array.isArray(args)) throw new Misuse('--args is a JSON array');
  return args as unknown[];
}

function openWorkspace({ data }: Asked): Workspace {
  // The command answers for now: its scripts see this machine's clock.
  const options = { now: Date.now(), seed: Date.now() % 2_147_483_647 };
  if (data === null || !existsSync(join(data, 'workspace.json'))) return createWorkspace(options);
  const workspace = loadWorkspace(data, options);
  workspace.setClock(Math.max(options.now, workspace.now()));
  return workspace;
}

/** The project of that folder: pushed anew into the one it was before, with its document, when the workspace was kept. */
function openProject(workspace: Workspace, asked: Asked): ProjectRecord {
  const name = basename(asked.project);
  const kind = asked.bound === null ? 'standalone' : 'bound';
  const before = Object.values(workspace.state.projects).find((one) => {
    const container = one.container === null ? null : workspace.core.file(one.container);
    return one.name === name && one.kind === kind && (container?.kind ?? null) === asked.bound;
  });
  const container = before?.container ?? newDocument(workspace, asked, name);
  return workspace.loadProject({
    dir: asked.project,
    kind,
    owner: before?.owner ?? asked.user,
    name,
    ...(before ? { id: before.id } : {}),
    ...(container === null ? {} : { container }),
  });
}

function newDocument(workspace: Workspace, { bound, user }: Asked, name: string): string | null {
  if (bound === 'spreadsheet') return workspace.createSpreadsheet({ name, owner: user }).id;
  return bound === 'form'
    ? createFormFile(workspace.core, { ...NEW_FORM, name, title: name, owner: user }).id
    : null;
}

function report(result: RunResult): number {
  for (const { level, line } of result.logs)
    process.stderr.write(level === 'log' ? `${line}\n` : `${level}: ${line}\n`);
  // Said even when the script caught the error: what follows from it is not what Google would do.
  for (const name of result.notEmulated) process.stderr.write(`not emulated: ${name}\n`);
  if (!result.ok) {
    const { name, message } = result.error!;
    process.stdout.write(`${JSON.stringify({ error: { name, message } })}\n`);
    return name === 'NotEmulatedError' ? 3 : 1;
  }
  process.stdout.write(`${JSON.stringify(result.value ?? null)}\n`);
  return 0;
}

/** Does what the command says; gives the exit code. */
export function gas(argv: readonly string[]): number {
  if (argv.length === 1 && argv[0] === '--emulated') {
    process.stdout.write(emulatedTable(catalogue));
    return 0;
  }
  try {
    const asked = readCommand(argv);
    const workspace = openWorkspace(asked);
    if (!workspace.people().some((one) => one.email === asked.user))
      workspace.addPerson({ email: asked.user });
    const project = openProject(workspace, asked);
    const result = workspace.run(project, asked.fn, { as: asked.user, args: asked.args });
    if (asked.data !== null) workspace.save(asked.data);
    return report(result);
  } catch (error) {
    if (error instanceof Misuse) {
      process.stderr.write(`${error.message}\n${USAGE}\n`);
      return 2;
    }
    if (!(error instanceof Error)) throw error;
    // What Google would refuse before anything runs: a folder without a manifest, code it cannot parse.
    process.stdout.write(`${JSON.stringify({ error: { name: error.name, message: error.message } })}\n`);
    return error.name === 'NotEmulatedError' ? 3 : 1;
  }
}

// oxlint-disable-next-line unicorn/prefer-module -- built as CommonJS, and loaded by tests
if (require.main === module) process.exitCode = gas(process.argv.slice(2));
