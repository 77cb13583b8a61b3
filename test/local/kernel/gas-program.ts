import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');

/** What came of a command: its exit code, the last line on stdout as JSON, all of stderr. */
export interface GasRun {
  readonly status: number | null;
  readonly last: unknown;
  readonly stderr: string;
}

/** `npm run gas` as a program in a folder of its own. */
export interface GasProgram {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => GasRun;
  readonly remove: () => void;
}

/** Builds the program as build.mjs does. */
export function buildGas(): GasProgram {
  const folder = mkdtempSync(join(tmpdir(), 'gas-'));
  const program = join(folder, 'gas.js');
  buildSync({
    entryPoints: [join(ROOT, 'src', 'local', 'gas.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: program,
    logLevel: 'error',
    nodePaths: [join(ROOT, 'node_modules')],
  });
  return {
    folder,
    run: (...args) => {
      const done = spawnSync(process.execPath, [program, ...args], {
        encoding: 'utf8',
        env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
      });
      const last = done.stdout.trimEnd().split('\n').at(-1);
      return {
        status: done.status,
        last: last === '' ? undefined : (JSON.parse(last!) as unknown),
        stderr: done.stderr,
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
