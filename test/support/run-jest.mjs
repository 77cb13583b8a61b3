// Runs jest with what it was given, finds the browser first (its package cannot be required under jest),
// and ends with the one line that CI reads: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const args = process.argv.slice(2);
const outputFile = join(root, 'node_modules', '.cache', `jest-result-${process.pid}.json`);
mkdirSync(dirname(outputFile), { recursive: true });

const wantsBrowser = args.length === 0 || args.some((arg) => arg.includes('browser'));
const env = { ...process.env, ...(wantsBrowser ? await findBrowser() : {}) };

const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${outputFile}`,
    '--silent=false',
    ...args,
  ],
  { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] },
);

const result = JSON.parse(readFileSync(outputFile, 'utf8'));
rmSync(outputFile, { force: true });
const passed = result.numPassedTests;
// A suite that could not even be loaded has no failed test of its own, and is a failure all the same.
const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
const skipped = result.numPendingTests + result.numTodoTests;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
if (passed === 0) console.error('No test was executed.');
process.exitCode = run.status !== 0 || failed > 0 || passed === 0 ? 1 : 0;
