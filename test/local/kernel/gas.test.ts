import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GasProgram, type GasRun, buildGas } from './gas-program';

const project = join(__dirname, '..', '..', 'fixtures', 'gas-counter');
let program: GasProgram;

beforeAll(() => {
  program = buildGas();
});

afterAll(() => {
  program.remove();
});

function gas(...args: string[]): GasRun {
  return program.run(...args);
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
    const data = join(program.folder, 'data');
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
