import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Refusal } from './router';

/** A browser and the environment it is started in. */
export interface Chromium {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const MAC_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** CHROME_PATH, then an installed Chrome or Chromium, then the one inside the npm package @sparticuz/chromium. Refuses when there is none. */
export async function findChromium(): Promise<Chromium> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const given = process.env['CHROME_PATH'] ?? installed();
  if (given) return { path: given, env };
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Refusal(501, 'Máy này chưa có Chrome. Hãy cài Chrome rồi tải lại, hoặc tải tệp .docx.');
  return packed(env);
}

function installed(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  return [...onPath, ...MAC_PATHS].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The package unpacks its browser, and system libraries for machines that have none, into the temporary folder: it gets one of its own. */
async function packed(env: Readonly<Record<string, string>>): Promise<Chromium> {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'chromium');
  mkdirSync(folder, { recursive: true });
  // What the package reads from the environment, and what it leaves there: fonts of its own that hide the machine's.
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' });
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH']) {
    const before = env[name];
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  }
  const fonts: Readonly<Record<string, string>> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const libraries = join(folder, 'al2023', 'lib');
  const starts = spawnSync(path, ['--version'], { env: { ...env, ...fonts } }).status === 0;
  const own: Readonly<Record<string, string>> = starts ? {} : { LD_LIBRARY_PATH: libraries };
  return { path, env: { ...env, ...fonts, ...own } };
}
