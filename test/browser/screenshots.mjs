// Takes the pictures of docs/screenshots from the demo, always the same ones: `npm run screenshots`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { findBrowser } from '../support/find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = join(root, 'build', 'screenshots', 'take.js');
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// The demo and its server are TypeScript: they are built as the programs of build.mjs are.
await esbuild.build({
  entryPoints: [join(root, 'test', 'browser', 'screenshots', 'take.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  charset: 'utf8',
  // Node 20 cannot require the package of the hashes, which comes as modules only.
  external: Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name !== '@noble/hashes'),
});

// The same letters on every machine: those that come with the browser's package, where it has unpacked them.
const cache = join(root, 'node_modules', '.cache');
const found = await findBrowser();
const letters = join(cache, 'chromium', 'fonts', 'fonts');
const own = existsSync(letters) ? { FONTCONFIG_FILE: writeFontsFile(letters) } : {};
const { PATH, HOME = '', CHROME_PATH } = process.env;
const env = { PATH, HOME, ...(CHROME_PATH ? { CHROME_PATH } : {}), ...found, ...own };
const run = spawnSync(process.execPath, [program], { cwd: root, env, stdio: 'inherit' });
process.exitCode = run.status ?? 1;

function writeFontsFile(folder) {
  const file = join(cache, 'screenshots-fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}</dir><cachedir>${join(cache, 'fonts')}</cachedir></fontconfig>`,
  );
  return file;
}
