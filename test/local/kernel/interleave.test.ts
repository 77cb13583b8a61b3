import { OTHER, OWNER, documentIn, load, workspaceWithPeople } from './scripts';

const code = `
  function store() { return PropertiesService.getScriptProperties(); }
  function add(times) {
    for (let i = 0; i < times; i++) store().setProperty('n', Number(store().getProperty('n') || 0) + 1);
    return Session.getEffectiveUser().getEmail();
  }
  function addLocked(times) {
    for (let i = 0; i < times; i++) {
      const lock = LockService.getDocumentLock();
      lock.waitLock(30000);
      store().setProperty('n', Number(store().getProperty('n') || 0) + 1);
      lock.releaseLock();
    }
  }
  function hold(ms) { LockService.getScriptLock().tryLock(0); Utilities.sleep(ms); store().getKeys(); store().getKeys(); }
  function want(ms) { store().getKeys(); return LockService.getScriptLock().tryLock(ms); }
  function hour() { store().getKeys(); return new Date(0).getHours(); }`;

function twoOf(fn: string, args: readonly unknown[], seed: number) {
  const workspace = workspaceWithPeople();
  const project = load(workspace, code, { container: documentIn(workspace) }).id;
  const { results, order } = workspace.interleave(
    { project, fn, options: { as: OWNER, args } },
    { project, fn, options: { as: OTHER, args } },
    seed,
  );
  return { results, order, n: Object.values(workspace.state.properties)[0]?.['n'] };
}

afterAll(() => {
  workspaceWithPeople().close();
});

describe('two executions at once', () => {
  it('come between each other, and lose what no lock guards', () => {
    const outcomes = Array.from({ length: 10 }, (_, seed) => twoOf('add', [4], seed));

    expect(outcomes.every(({ results }) => results.every(({ ok }) => ok))).toBe(true);
    expect(outcomes.some(({ n }) => Number(n) < 8)).toBe(true);
    expect(outcomes[0]!.results.map(({ value }) => value)).toEqual([OWNER, OTHER]);
  });

  it('take the same way with the same seed', () => {
    const { order, n } = twoOf('add', [5], 7);

    expect(twoOf('add', [5], 7)).toMatchObject({ order, n });
    expect(order).toMatch(/ab+a/);
    expect(
      new Set(Array.from({ length: 6 }, (_, seed) => twoOf('add', [5], seed).order)).size,
    ).toBeGreaterThan(3);
  });

  it.each(Array.from({ length: 8 }, (_, seed) => seed))('lose nothing under a lock (seed %i)', (seed) => {
    expect(twoOf('addLocked', [4], seed).n).toBe('8');
  });

  it('wait for a lock on their own clocks', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code).id;
    const race = (patienceMs: number) =>
      Array.from({ length: 8 }, (_, seed) =>
        workspace.interleave(
          { project, fn: 'hold', options: { args: [5000] } },
          { project, fn: 'want', options: { args: [patienceMs] } },
          seed,
        ),
      ).map(({ results }) => results[1].value);

    expect(race(60_000)).not.toContain(false);
    expect(race(10)).toContain(false);
  });

  it('may stand in two zones', () => {
    const workspace = workspaceWithPeople();
    const here = load(workspace, code).id;
    const there = load(workspace, code, { manifest: { timeZone: 'America/New_York' } }).id;

    const { results } = workspace.interleave(
      { project: here, fn: 'hour' },
      { project: there, fn: 'hour' },
      1,
    );

    expect(results.map(({ value }) => value)).toEqual([8, 19]);
    expect(workspace.run(here, 'hour').value).toBe(8);
  });

  it('can be ended alone', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `${code} function long() { try { for (;;) Utilities.sleep(50000); } finally { store().setProperty('x', '1'); } }`,
    ).id;

    const { results } = workspace.interleave(
      { project, fn: 'long' },
      { project, fn: 'add', options: { args: [3] } },
      3,
    );

    expect(results[0]).toMatchObject({ killed: true });
    expect(results[1].value).toBe(OWNER);
    expect(Object.values(workspace.state.properties)).toEqual([{ n: '3' }]);
  });
});
