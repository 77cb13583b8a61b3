// Bundles a TypeScript program of this folder as build.mjs does those of src/, and runs it with a browser.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { findBrowser } from '../support/find-browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');

/** Runs `entry`, a path from this folder; `moreEnv()` is asked once the browser is there. Answers the exit code. */
export async function runProgram(entry, moreEnv = () => ({})) {
  const program = join(root, 'build', 'browser', entry.replace(/\.ts$/, '.js'));
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await esbuild.build({
    entryPoints: [join(here, entry)],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    // Node 20 cannot require the package of the hashes, which comes as modules only.
    external: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== '@noble/hashes'),
  });
  // The browser's package leaves variables of its own behind; only what is needed is handed on.
  const { PATH, HOME = '', CHROME_PATH } = process.env;
  const found = await findBrowser();
  const env = { PATH, HOME, ...(CHROME_PATH ? { CHROME_PATH } : {}), ...found, ...moreEnv() };
  return spawnSync(process.execPath, [program], { cwd: root, env, stdio: 'inherit' }).status ?? 1;
}
