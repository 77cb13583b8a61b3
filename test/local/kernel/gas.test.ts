import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const root = join(__dirname, '..', '..', '..');
const project = join(root, 'test', 'fixtures', 'gas-counter');
let folder: string;
let program: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gas-'));
  program = join(folder, 'gas.js');
  buildSync({
    entryPoints: [join(root, 'src', 'local', 'gas.ts')],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outfile: program,
    logLevel: 'error',
    nodePaths: [join(root, 'node_modules')],
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function gas(...args: string[]): { status: number | null; last: unknown; stderr: string } {
  const run = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
  const last = run.stdout.trimEnd().split('\n').at(-1);
  return {
    status: run.status,
    last: last === '' ? undefined : (JSON.parse(last!) as unknown),
    stderr: run.stderr,
  };
}

describe('npm run gas', () => {
  it('prints what the function returned, and its log beside', () => {
    const run = gas(
      '--project',
      project,
      '--function',
      'count',
      '--args',
      '[5]',
      '--user',
      'ai.do@vi-du.example',
    );

    expect(run).toEqual({
      status: 0,
      last: { count: 5, by: 'ai.do@vi-du.example' },
      stderr: 'đếm đến 5\n',
    });
  });

  it('prints null for nothing', () => {
    expect(gas('--project', project, '--function', 'nothing')).toMatchObject({ status: 0, last: null });
  });

  it('keeps its workspace in a folder', () => {
    const data = join(folder, 'data');
    const count = () => gas('--project', project, '--function', 'count', '--data', data).last;

    expect(count()).toMatchObject({ count: 1 });
    expect(count()).toMatchObject({ count: 2 });
  });

  it('gives a bound script its document', () => {
    expect(gas('--project', project, '--function', 'where').last).toBe('alone');
    expect(gas('--project', project, '--function', 'where', '--bound', 'form').last).toBe('in a document');
  });

  it.each([
    ['fails', 1, { error: { name: 'RangeError', message: 'quá xa' } }],
    ['missing', 1, { error: { name: 'ScriptError', message: 'Script function not found: missing' } }],
    ['unknownMember', 3, { error: { name: 'NotEmulatedError', message: 'ScriptApp.getOAuthToken' } }],
    ['unknownService', 0, 'caught'],
  ])('ends %s with %i', (fn, status, last) => {
    expect(gas('--project', project, '--function', fn)).toMatchObject({ status, last });
  });

  it('tells code that Google cannot parse', () => {
    const broken = mkdtempSync(join(tmpdir(), 'gas-'));
    writeFileSync(join(broken, 'appsscript.json'), '{}');
    writeFileSync(join(broken, 'Code.js'), 'class A { #x = 1; }');

    const run = gas('--project', broken, '--function', 'go');
    rmSync(broken, { recursive: true });

    expect(run).toMatchObject({ status: 1, last: { error: { name: 'SyntaxError' } } });
  });

  it.each([
    [['--function', 'count']],
    [['--project', project, '--function', 'count', '--args', '{}']],
    [['--odd']],
  ])('explains itself for %j', (args) => {
    const run = gas(...args);

    expect(run.status).toBe(2);
    expect(run.stderr).toMatch('npm run gas -- --project DIR');
  });
});
