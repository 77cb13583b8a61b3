// Builds everything: `node build.mjs [--quiet]`.
//
//   dist/district, dist/committee   what is pushed to Google: Code.js, pages, appsscript.json
//   build/demo, build/local         programs for Node: start, simulate, bench, conformance, gas
//   build/local/web                 the pages of the offline workspace
//   build/meta                      what went into each shipped file (read by test/bundle)
//
// A file is written only when its content changes, and what is not built any more is removed from dist/.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const auth = (name) => `https://www.googleapis.com/auth/${name}`;

/** The two Apps Script projects: what each asks of Google, and its pages (folders of src/pages; each becomes one HTML file). */
const SCRIPTS = [
  {
    name: 'district',
    pages: ['console', 'print'],
    oauthScopes: [
      auth('spreadsheets'),
      auth('forms'),
      auth('documents'),
      auth('drive.file'),
      auth('script.scriptapp'),
      auth('script.container.ui'),
      auth('script.send_mail'),
      auth('userinfo.email'),
    ],
    services: [
      { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
      { userSymbol: 'Drive', serviceId: 'drive', version: 'v3' },
    ],
  },
  {
    name: 'committee',
    pages: ['grading', 'papers'],
    // Every committee member is asked for these: the workbook in front of them, a sidebar, their own address. No more.
    oauthScopes: [auth('spreadsheets.currentonly'), auth('script.container.ui'), auth('userinfo.email')],
    services: [],
  },
];

const PROGRAMS = [
  'src/demo/start.ts',
  'src/demo/simulate.ts',
  'src/demo/bench.ts',
  'src/local/conformance.ts',
  'src/local/gas.ts',
];
const WEB_PAGES = [
  'src/local/web/home.tsx',
  'src/local/web/form.tsx',
  'src/local/web/workbook.tsx',
  'src/local/web/script-frame.ts',
];

/** Packages that Node 20 cannot `require`: they go into the programs instead of being loaded beside them. */
const ESM_ONLY = ['@noble/hashes'];

/** What Google runs: its V8 refuses `#private` and static fields, so both are lowered (docs/apps-script-notes.md, Syntax). */
const FOR_GOOGLE = { bundle: true, write: false, absWorkingDir: root, target: 'es2019', charset: 'utf8' };
const PREACT = { jsx: 'automatic', jsxImportSource: 'preact' };

/** Files to be written, by path from the root. */
const files = new Map();

function filesUnder(folder) {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.path, entry.name)).split(sep).join('/'));
}

function isThere(entry) {
  return existsSync(join(root, entry));
}

function need(entry) {
  if (!isThere(entry)) throw new Error(`${entry} is missing`);
  return entry;
}

/** A warning of the bundler is a mistake of ours: packages give none. */
async function build(options) {
  const result = await esbuild.build({ ...options, logLevel: 'silent' });
  const [warning] = result.warnings;
  if (warning) throw new Error(`${warning.location?.file}:${warning.location?.line}: ${warning.text}`);
  return result;
}

/** One bundle and a literal function for each export: nothing else can be called from a page or a trigger. */
async function buildCode(script) {
  const options = {
    ...FOR_GOOGLE,
    entryPoints: [need(`src/${script.name}/main.ts`)],
    metafile: true,
    // The whole of it is read at every call. Names stay, and lines stay short: the log's stacks are read by people.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 140,
  };
  const [code, module] = await Promise.all([
    build({ ...options, format: 'iife', globalName: 'App' }),
    // Only a module's metafile names its exports.
    build({ ...options, format: 'esm' }),
  ]);
  const names = Object.values(module.metafile.outputs)[0].exports.sort();
  if (names.length === 0) throw new Error(`src/${script.name}/main.ts exports nothing`);
  const stubs = names.map(
    (name) => `function ${name}() {\n  return App.${name}.apply(this, arguments);\n}\n`,
  );
  files.set(`dist/${script.name}/Code.js`, `${code.outputFiles[0].text}\n${stubs.join('\n')}`);
  files.set(`build/meta/${script.name}-Code.json`, JSON.stringify(code.metafile));
}

/** One HTML file with its style and its program inside, in a form that survives HtmlService. */
async function buildPage(script, folder) {
  const result = await build({
    ...FOR_GOOGLE,
    ...PREACT,
    entryPoints: [need(`src/pages/${folder}/main.tsx`)],
    outdir: 'build/pages',
    format: 'iife',
    minify: true,
    metafile: true,
    // HtmlService cuts `//` inside template literals, and esbuild makes them out of plain strings.
    supported: { 'template-literal': false },
  });
  const textOf = (end) => result.outputFiles.find((file) => file.path.endsWith(end))?.text ?? '';
  const program = await escapeProgram(textOf('.js'), `${folder}.html`);
  const style = textOf('.css').trim();
  if (/<\/style/i.test(style)) throw new Error(`The style of ${folder} ends its own element`);
  const html = [
    '<!doctype html>',
    '<html lang="vi">',
    '<head>',
    '<meta charset="utf-8">',
    '<base target="_top">',
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<div id="app"></div>',
    `<script>${program}</script>`,
    '</body>',
    '</html>',
    '',
  ];
  files.set(`dist/${script.name}/${folder}.html`, html.join('\n'));
  files.set(`build/meta/${script.name}-${folder}.json`, JSON.stringify(result.metafile));
}

/** What is left of these characters after bundling stands in strings and patterns, where the escape means the same. */
async function escapeProgram(program, sourcefile) {
  const escaped = program
    .replace(/<(?=\/script|!--|\?)/gi, '\\x3C')
    .replaceAll('`', '\\x60')
    .trim();
  // Throws where an escape fell into code instead of a string.
  await esbuild.transform(escaped, { loader: 'js', sourcefile });
  return escaped;
}

function buildManifest(script) {
  const common = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8'));
  const manifest = {
    ...common,
    dependencies: script.services.length === 0 ? {} : { enabledAdvancedServices: script.services },
    oauthScopes: script.oauthScopes,
  };
  files.set(`dist/${script.name}/appsscript.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A page of src/pages that no script claims would be built for nobody. */
function checkPagesAreClaimed() {
  const claimed = SCRIPTS.flatMap((script) => script.pages);
  const strays = filesUnder('src/pages')
    .map((file) => /^src\/pages\/([^/]+)\/main\.tsx$/.exec(file)?.[1])
    .filter((folder) => folder !== undefined && !claimed.includes(folder));
  if (strays.length > 0)
    throw new Error(`build.mjs names no script for src/pages/${strays.join(', src/pages/')}`);
}

async function buildPrograms(entryPoints) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const beside = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !ESM_ONLY.includes(name),
  );
  const result = await build({
    entryPoints,
    bundle: true,
    write: false,
    absWorkingDir: root,
    outbase: 'src',
    outdir: 'build',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    sourcemap: true,
    external: beside,
  });
  keep(result);
}

async function buildWeb(entryPoints) {
  const result = await build({
    ...PREACT,
    entryPoints,
    bundle: true,
    write: false,
    absWorkingDir: root,
    outdir: 'build/local/web',
    outbase: 'src/local/web',
    format: 'iife',
    target: 'es2021',
    charset: 'utf8',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  keep(result);
}

function keep(result) {
  for (const file of result.outputFiles) files.set(relative(root, file.path).split(sep).join('/'), file.text);
}

function write() {
  for (const [path, text] of files) {
    const full = join(root, path);
    if (existsSync(full) && readFileSync(full, 'utf8') === text) continue;
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
}

const started = performance.now();
const workers = filesUnder('src/local').filter((file) => file.endsWith('-worker.ts'));

const steps = [
  ...SCRIPTS.flatMap((script) => [
    async () => buildManifest(script),
    () => buildCode(script),
    ...script.pages.map((folder) => () => buildPage(script, folder)),
  ]),
  async () => checkPagesAreClaimed(),
  () => buildPrograms([...PROGRAMS.filter(isThere), ...workers]),
  () => buildWeb(WEB_PAGES.filter(isThere)),
];
// One part that does not build keeps no other from being built: all problems are told at once.
const results = await Promise.allSettled(steps.map((step) => step()));
const problems = [
  ...results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message),
  ...[...PROGRAMS, ...WEB_PAGES].filter((entry) => !isThere(entry)).map((entry) => `${entry} is missing`),
];
write();

if (problems.length > 0) {
  console.error(`The build failed:\n  ${problems.join('\n  ')}`);
  process.exitCode = 1;
} else {
  for (const file of filesUnder('dist').filter((path) => !files.has(path))) rmSync(join(root, file));
  if (!isQuiet()) report();
}

function isQuiet() {
  return process.argv.includes('--quiet');
}

function report() {
  for (const [path, text] of files) {
    if (path.startsWith('dist/')) console.log(`${path}  ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`);
  }
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
