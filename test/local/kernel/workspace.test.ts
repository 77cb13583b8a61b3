import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWorkspace } from '../../../src/local/workspace';
import { OTHER, OWNER, documentIn, load, workspaceWithPeople } from './scripts';

const code = `function count() { const p = PropertiesService.getScriptProperties();
  p.setProperty('n', String(Number(p.getProperty('n') || 0) + 1)); return p.getProperty('n'); }`;

describe('a workspace', () => {
  it('goes back to a snapshot, as often as wanted', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code).id;
    workspace.run(project, 'count');
    const snapshot = workspace.snapshot();

    const next = () => workspace.run(project, 'count').value;
    expect([next(), next()]).toEqual(['2', '3']);
    workspace.restore(snapshot);
    expect(next()).toBe('2');
    workspace.restore(snapshot);
    expect(next()).toBe('2');
  });

  it('is saved to a folder and loaded from it, whole', () => {
    const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
    const workspace = workspaceWithPeople({ now: '2014-08-01T00:00:00Z' });
    documentIn(workspace);
    const project = load(workspace, code).id;
    workspace.run(project, 'count');

    workspace.save(folder);
    const loaded = loadWorkspace(folder);
    rmSync(folder, { recursive: true });

    expect(loaded.state).toEqual(workspace.state);
    expect(loaded.run(project, 'count').value).toBe('2');
  });

  it('shares files by whoever may', () => {
    const workspace = workspaceWithPeople();
    const file = documentIn(workspace);
    const third = 'ba@co-so.example';
    workspace.addPerson({ email: third });

    workspace.core.file(file)!.writersCanShare = false;
    expect(() => workspace.share(file, third, 'reader', OTHER)).toThrow(
      'You do not have permission to share',
    );
    workspace.core.file(file)!.writersCanShare = true;
    workspace.share(file, third, 'reader', OTHER);

    expect(workspace.files(third).map(({ id }) => id)).toEqual([file]);
    expect(() => workspace.share(file, OWNER, 'writer', third)).toThrow(
      'You do not have permission to share',
    );
  });

  it('pushes new code into the project it has', () => {
    const workspace = workspaceWithPeople();
    const { id } = load(workspace, code);
    workspace.run(id, 'count');

    load(workspace, `${code} function again() { return 'new ' + count(); }`, { id });

    expect(workspace.run(id, 'again').value).toBe('new 2');
  });

  it('runs nothing for an account that is gone', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);
    workspace.removePerson(OTHER);

    expect(() => workspace.run(project, 'count', { as: OTHER })).toThrow('There is no account');
  });

  it('installs an add-on with the rights of whoever does', () => {
    const workspace = workspaceWithPeople();
    const document = documentIn(workspace);
    const project = load(
      workspace,
      'function onInstall() { return Session.getEffectiveUser().getEmail(); }',
      {
        kind: 'addon',
      },
    );

    expect(workspace.install(project, { as: OTHER, document }).value).toBe(OTHER);
  });

  it('lets time pass while somebody acts between two calls', () => {
    const workspace = workspaceWithPeople();
    const start = workspace.now();
    const project = load(
      workspace,
      'function go() { Utilities.sleep(5000); PropertiesService.getScriptProperties().getKeys(); }',
    );
    let seen = 0;
    workspace.between(1, () => {
      seen = workspace.now() - start;
    });
    workspace.run(project, 'go');

    expect(seen).toBe(5000);
  });

  it('keeps an outer execution alive when one inside it is killed', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, `${code} function long() { for (;;) Utilities.sleep(100000); }`);
    let inner: boolean | undefined;
    workspace.between(2, () => {
      inner = workspace.run(project, 'long', { as: OTHER }).killed;
    });

    expect(workspace.run(project, 'count').value).toBe('1');
    expect(inner).toBe(true);
  });

  it.each([
    ['sheetsReads', 60, 300],
    ['sheetsWrites', 60, 300],
  ] as const)('counts %s by the minute, for a user and for a script', (quota, perUser, perProject) => {
    const workspace = workspaceWithPeople();
    const { core } = workspace;
    const take = (user: string, n: number) => core.take(quota, { user, project: 'p' }, n);

    expect([take(OWNER, perUser), take(OWNER, 1), take(OTHER, 1)]).toEqual([true, false, true]);
    expect(core.take(quota, { user: OWNER, project: 'q' }, 1)).toBe(true);
    for (let at = 0; at < 4; at += 1) take(`u${at}@vi-du.example`, perUser - (at === 3 ? 1 : 0));
    expect(core.left(quota, { user: 'u9@vi-du.example', project: 'p' })).toBe(perProject - perUser * 5);
    workspace.setClock(workspace.now() + 60_000);
    expect(take(OWNER, 1)).toBe(true);
  });

  it('runs so many executions of one script at once, whoever starts them', () => {
    const workspace = workspaceWithPeople({ limits: { simultaneousExecutionsPerScript: 1 } });
    const project = load(workspace, code);
    let second: string | undefined;
    workspace.between(1, () => {
      second = workspace.run(project, 'count', { as: OTHER }).error?.message;
    });
    workspace.run(project, 'count');

    expect(second).toMatch('too many scripts running simultaneously');
  });
});

describe('a save after a save', () => {
  const code = `const sheet = (id) => SpreadsheetApp.openById(id).getSheets()[0];
    function fill(id) { sheet(id).getRange(1, 1, 500, 20).setValues(Array.from({ length: 500 }, (_, row) => Array(20).fill('ô ' + row))); }
    function put(id) { sheet(id).getRange('A1').setValue('mới'); }`;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function filled() {
    const workspace = workspaceWithPeople();
    const books = ['một', 'hai'].map((name) => workspace.createSpreadsheet({ name, owner: OWNER }).id);
    const project = load(workspace, code);
    for (const book of books) workspace.run(project, 'fill', { args: [book] });
    const place = (at: string) => join(folder, at);
    const inode = (at: string, book = 0) => statSync(join(folder, at, 'files', `${books[book]}.json`)).ino;
    return { workspace, books, project, place, inode };
  }

  it('writes only what was changed since, and is as whole as the first', () => {
    const { workspace, books, project, place, inode } = filled();
    workspace.save(place('a'));
    workspace.run(project, 'put', { args: [books[1]] });

    workspace.save(place('b'), place('a'));

    expect(inode('b', 0)).toBe(inode('a', 0));
    expect(inode('b', 1)).not.toBe(inode('a', 1));
    expect(loadWorkspace(place('b')).state).toEqual(workspace.state);
  });

  it('leaves what was saved before as it was', () => {
    const { workspace, books, project, place } = filled();
    workspace.save(place('a'));
    const first = workspace.snapshot();
    workspace.save(place('b'), place('a'));
    workspace.run(project, 'put', { args: [books[0]] });
    workspace.save(place('b'));

    expect(loadWorkspace(place('a')).state).toEqual(first);
    expect(loadWorkspace(place('b')).state).toEqual(workspace.state);
  });

  it('takes nothing from a folder another save lies in, nor after going back', () => {
    const { workspace, books, project, place, inode } = filled();
    const first = workspace.snapshot();
    workspace.run(project, 'put', { args: [books[0]] });
    workspace.save(place('a'));
    workspace.restore(first);
    workspace.save(place('b'), place('a'));
    filled().workspace.save(place('c'), place('b'));

    expect(inode('b')).not.toBe(inode('a'));
    expect(loadWorkspace(place('b')).state).toEqual(first);
  });
});
