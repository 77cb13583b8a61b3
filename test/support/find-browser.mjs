// Finds a Chromium: CHROME_PATH, then an installed one, then the one inside the npm package @sparticuz/chromium.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cache = join(root, 'node_modules', '.cache');
const names = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const macPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function installed() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((dir) => names.map((name) => join(dir, name)));
  return [...onPath, ...macPaths].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The environment in which a browser draws with the letters of its package alone, empty where none are unpacked. The package's own fonts file
 * names other folders than the one it is unpacked to.
 */
export function packagedFonts() {
  const folder = join(cache, 'chromium', 'fonts', 'fonts');
  if (!existsSync(folder)) return {};
  const file = join(cache, 'packaged-fonts.conf');
  const dirs = `<dir>${folder}</dir><cachedir>${join(cache, 'fonts')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

/** The environment a browser test needs: CHROME_PATH and, for the npm package's browser, its library path. */
export async function findBrowser() {
  if (process.env.CHROME_PATH) return {};
  const found = installed();
  if (found) return { CHROME_PATH: found };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome or Chromium was found. Install one, or set CHROME_PATH to its program.');
  }
  // The package reuses whatever lies in the temporary folder, of any version: it gets one of its own.
  const folder = join(cache, 'chromium');
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  // This name makes the package unpack its own system libraries too, for machines that have none.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  delete process.env.AWS_LAMBDA_JS_RUNTIME;
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : packagedFonts();
  const starts = (libraryPath) =>
    spawnSync(path, ['--version'], { env: { ...process.env, LD_LIBRARY_PATH: libraryPath } }).status === 0;
  const libraryPath = starts('') ? '' : join(folder, 'al2023', 'lib');
  return { CHROME_PATH: path, ...fonts, ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await findBrowser(), null, 2));
}
