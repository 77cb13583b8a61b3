import { OTHER, documentIn, load, workspaceWithPeople } from './scripts';

const code = `function go() {
    const store = PropertiesService.getScriptProperties();
    const seen = [];
    for (let i = 1; i <= 4; i++) {
      try { store.setProperty('p' + i, '1'); seen.push('ok'); } catch (e) { seen.push(e.name + ': ' + e.message); }
    }
    return [seen, store.getKeys()];
  }`;

describe('a fault', () => {
  const run = (...faults: Parameters<ReturnType<typeof workspaceWithPeople>['faults']>[0]) => {
    const workspace = workspaceWithPeople();
    workspace.faults(faults);
    const result = workspace.run(load(workspace, code), 'go');
    return { workspace, result, again: () => workspace.run(load(workspace, code), 'go').value };
  };
  const busy = "Exception: We're sorry, a server error occurred. Please wait a bit and try again.";

  it('refuses the n-th call, which then has done nothing', () => {
    expect(run({ at: 2, do: 'refuse' }).result.value).toEqual([
      ['ok', busy, 'ok', 'ok'],
      ['p1', 'p3', 'p4'],
    ]);
  });

  it('refuses a call by name, in the words it is given', () => {
    const { result, again } = run({
      at: 'Properties.getKeys',
      do: 'refuse',
      message: 'Service Spreadsheets timed out',
    });

    expect(result.error).toMatchObject({ name: 'Exception', message: 'Service Spreadsheets timed out' });
    expect(again()).toEqual([
      ['ok', 'ok', 'ok', 'ok'],
      ['p1', 'p2', 'p3', 'p4'],
    ]);
  });

  it('can strike several calls in a row, from a later one on', () => {
    expect(run({ at: 'Properties.setProperty', nth: 2, times: 2, do: 'refuse' }).result.value).toEqual([
      ['ok', busy, busy, 'ok'],
      ['p1', 'p4'],
    ]);
  });

  it('can throw after the call was done', () => {
    expect(run({ at: 2, do: 'effectThenError' }).result.value).toEqual([
      ['ok', busy, 'ok', 'ok'],
      ['p1', 'p2', 'p3', 'p4'],
    ]);
  });

  it('can end the execution before the call, unseen by catch', () => {
    const { result, workspace } = run({ at: 3, do: 'kill' });

    expect(result).toMatchObject({ killed: true, error: { message: 'Exceeded maximum execution time' } });
    expect(Object.keys(Object.values(workspace.state.properties)[0]!)).toEqual(['p1', 'p2']);
  });

  it('lets somebody act between two calls', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `${code} function clear() { PropertiesService.getScriptProperties().deleteAllProperties(); }`,
    );
    workspace.between(3, () => {
      workspace.run(project, 'clear', { as: OTHER });
    });

    expect(workspace.run(project, 'go').value).toEqual([
      ['ok', 'ok', 'ok', 'ok'],
      ['p3', 'p4'],
    ]);
  });
});

describe('an answer', () => {
  const ask = `function go() {
    const lock = LockService.getScriptLock();
    lock.waitLock(10);
    const answer = Browser.msgBox('Gửi?', Browser.Buttons.YES_NO);
    return [answer, lock.hasLock()];
  }`;

  it('is given to the next question; locks are lost meanwhile', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, ask, { container: documentIn(workspace) });
    workspace.answer('YES');

    const result = workspace.run(project, 'go');

    expect(result.value).toEqual(['yes', false]);
    expect(result.ui).toEqual([
      { kind: 'question', type: 'alert', title: '', message: 'Gửi?', answer: 'YES' },
    ]);
  });

  it('that nobody queued ends the run aloud', () => {
    const workspace = workspaceWithPeople();

    expect(workspace.run(load(workspace, ask), 'go').error?.message).toMatch('The script asked "Gửi?"');
  });

  it('can be waited for while others run', async () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    const project = load(
      workspace,
      `${ask} function other() { return LockService.getScriptLock().tryLock(1); }`,
      { container },
    );
    const asked: unknown[] = [];

    const result = await workspace.runAsking(project, 'go', {}, async (question) => {
      asked.push(question, workspace.run(project, 'other', { as: OTHER }).value);
      return Promise.resolve({ button: 'NO' });
    });

    expect(asked).toEqual([{ kind: 'alert', title: '', message: 'Gửi?', buttons: 'YES_NO' }, true]);
    expect(result.value).toEqual(['no', false]);
    workspace.close();
  });
});
