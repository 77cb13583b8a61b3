import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES, ROOT, SCRIPTS, shippedFiles, type ScriptName } from './shipped';

const PROJECT_FILE: Readonly<Record<ScriptName, string>> = {
  district: '.clasp.json',
  committee: '.clasp.committee.json',
};

interface Status {
  readonly filesToPush: readonly string[];
  readonly untrackedFiles: readonly string[];
}

/** What the real clasp would push; it needs neither network nor account for this. */
function claspStatus(script: ScriptName): Status {
  const clasp = join(ROOT, 'node_modules', '.bin', 'clasp');
  const args = ['-P', PROJECT_FILE[script], 'show-file-status', '--json'];
  return JSON.parse(execFileSync(clasp, args, { cwd: ROOT, encoding: 'utf8' })) as Status;
}

describe.each(SCRIPTS)('clasp with the project file of the %s script', (script) => {
  it('pushes exactly the files of dist/', () => {
    const { filesToPush, untrackedFiles } = claspStatus(script);

    expect([...filesToPush].sort()).toEqual(shippedFiles(script).map((file) => `dist/${script}/${file}`));
    expect(untrackedFiles).toEqual([]);
  });

  it('finds the code, the manifest and every page there', () => {
    const pages = PAGES[script].map((page) => `${page}.html`);

    expect(shippedFiles(script)).toEqual(['Code.js', 'appsscript.json', ...pages].sort());
  });

  it('reads its own folder', () => {
    const project = JSON.parse(readFileSync(join(ROOT, PROJECT_FILE[script]), 'utf8')) as { rootDir: string };

    expect(project.rootDir).toBe(`dist/${script}`);
  });
});
