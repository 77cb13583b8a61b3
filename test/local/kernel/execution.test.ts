import { OTHER, OWNER, documentIn, load, workspaceWithPeople } from './scripts';

const NAME = 'https://www.googleapis.com/auth/';

describe('an execution', () => {
  it('counts calls, charges them by the model, and lists what the model lacks', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `function go() {
        const store = PropertiesService.getScriptProperties();
        store.setProperty('a', '1'); store.getProperty('a'); store.getProperty('b');
        ScriptApp.getProjectTriggers();
        Utilities.sleep(1000);
      }`,
    );

    const { calls, simulatedMs } = workspace.run(project, 'go');

    expect(calls).toEqual({
      total: 4,
      byService: {
        'Properties.setProperty': 1,
        'Properties.getProperty': 2,
        'ScriptApp.getProjectTriggers': 1,
      },
      unlisted: ['ScriptApp.getProjectTriggers'],
    });
    expect(simulatedMs).toBeCloseTo((62 + 30 + 30 + 150) * 1.65 + 1000, 6);
  });

  it('draws slower calls from the tail, the same with the same seed', () => {
    const run = (seed: number, latency: 'median' | 'tail') => {
      const workspace = workspaceWithPeople({ seed, settings: { latency } });
      const code =
        'function go() { for (let i = 0; i < 200; i++) PropertiesService.getScriptProperties().getKeys(); }';
      return workspace.run(load(workspace, code), 'go').simulatedMs;
    };

    expect(run(1, 'median')).toBeCloseTo(200 * 30 * 1.65, 6);
    expect(run(1, 'tail')).toBeGreaterThan(200 * 30 * 1.65);
    expect(run(1, 'tail')).toBe(run(1, 'tail'));
    expect(run(2, 'tail')).not.toBe(run(1, 'tail'));
  });

  it('lets its time pass inside and, at its end, in the workspace', () => {
    const workspace = workspaceWithPeople();
    const start = workspace.now();
    const project = load(
      workspace,
      'function go() { const a = Date.now(); Utilities.sleep(1500); return [Date.now() - a, new Date() - a]; }',
    );

    expect(workspace.run(project, 'go').value).toEqual([1500, 1500]);
    expect(workspace.now() - start).toBe(1500);
  });

  it('is killed after six minutes, and neither catch nor finally sees it', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `function go() {
        const store = PropertiesService.getScriptProperties();
        try {
          Utilities.sleep(200000); store.setProperty('before', '1'); Utilities.sleep(200000);
        } catch (e) { store.setProperty('caught', '1'); console.log('caught');
        } finally { store.setProperty('finally', '1'); console.log('finally'); }
      }`,
    );

    const result = workspace.run(project, 'go');

    expect(result).toMatchObject({
      ok: false,
      killed: true,
      simulatedMs: 360_000,
      logs: [],
      error: { name: 'Exception', message: 'Exceeded maximum execution time' },
    });
    expect(Object.keys(Object.values(workspace.state.properties)[0]!)).toEqual(['before']);
  });

  it('goes on after another was killed', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      'function long() { for (;;) Utilities.sleep(60000); } function short() { return 1; }',
    );

    workspace.run(project, 'long');

    expect(workspace.run(project, 'short').value).toBe(1);
  });

  it('gives a simple trigger 30 seconds', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    load(workspace, 'function onOpen() { Utilities.sleep(31000); }', { container });

    const { runs } = workspace.openDocument(container, { as: OWNER });

    expect(runs[0]?.result).toMatchObject({ killed: true, simulatedMs: 30_000 });
  });

  it('knows a loop that waits for the clock alone, and lets it end', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      'function go() { const end = Date.now() + 50; while (Date.now() < end); return "done"; }',
    );

    expect(workspace.run(project, 'go').value).toBe('done');
  });

  it('throws a mistake of a script as its error, with its log', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      'function go() { console.warn("x %s", 1, { a: 2 }); Logger.log("y %s", "z"); null.x; }',
    );

    expect(workspace.run(project, 'go')).toMatchObject({
      ok: false,
      error: { name: 'TypeError' },
      logs: [
        { level: 'warn', line: 'x 1 {"a":2}' },
        { level: 'info', line: 'y z' },
      ],
    });
  });

  it('refuses one more than Google runs at once', () => {
    const workspace = workspaceWithPeople({ limits: { simultaneousExecutionsPerUser: 2 } });
    const project = load(
      workspace,
      'function go() { PropertiesService.getScriptProperties().getKeys(); return 1; }',
    );
    const results: unknown[] = [];
    const nested = (depth: number) => () => {
      if (depth > 0) workspace.between(1, nested(depth - 1));
      results.push(workspace.run(project, 'go').error?.message ?? 'ran');
    };
    workspace.between(1, nested(1));

    results.push(workspace.run(project, 'go').value);

    expect(results).toEqual([
      'There are too many scripts running simultaneously for this Google user account.',
      'ran',
      1,
    ]);
  });
});

describe('scopes and auth modes', () => {
  it('refuses a call whose scope the manifest lacks, in words of Google', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    const code = `function mail() { MailApp.sendEmail('a@b.example', 's', 'b'); }
      function who() { return Session.getEffectiveUser().getEmail(); }`;
    const project = load(workspace, code, {
      container,
      manifest: { oauthScopes: [`${NAME}userinfo.email`] },
    });

    expect(workspace.run(project, 'mail').error).toMatchObject({
      name: 'Exception',
      message: `Specified permissions are not sufficient to call MailApp.sendEmail. Required permissions: ${NAME}script.send_mail`,
    });
    expect(workspace.run(project, 'who').value).toBe(OWNER);
    expect(workspace.outbox()).toEqual([]);
  });

  it('lets a simple trigger reach properties and its document, not the rights of a person', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    load(
      workspace,
      `function onOpen() {
        PropertiesService.getDocumentProperties().setProperty('a', '1');
        MailApp.sendEmail('a@b.example', 's', 'b');
      }`,
      { container },
    );

    const { runs } = workspace.openDocument(container, { as: OWNER });

    expect(runs[0]?.result.error?.message).toBe(
      `You do not have permission to call MailApp.sendEmail. Required permissions: ${NAME}script.send_mail`,
    );
    expect(Object.values(workspace.state.properties)).toEqual([{ a: '1' }]);
  });

  it('gives an add-on that is off in a document nothing but its menu', () => {
    const workspace = workspaceWithPeople();
    const document = workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id;
    const project = load(workspace, 'function onOpen() { PropertiesService.getUserProperties(); }', {
      kind: 'addon',
    });

    const on = workspace.openDocument(document, { as: OWNER }).runs[0]!.result;
    project.disabledIn.push(document);
    const off = workspace.openDocument(document, { as: OWNER }).runs[0]!.result;

    expect(on.ok).toBe(true);
    expect(off.error?.message).toMatch(
      'You do not have permission to call PropertiesService.getUserProperties',
    );
  });

  it('tells a simple trigger nothing of a stranger at the keyboard', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    load(
      workspace,
      'function onOpen() { console.log([Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]); }',
      { container },
    );

    const line = (as: string) => workspace.openDocument(container, { as }).runs[0]!.result.logs[0]?.line;

    expect(line(OTHER)).toBe('["",""]');
    expect(line(OWNER)).toBe(`["${OWNER}","${OWNER}"]`);
  });

  it('tells names within one Workspace domain', () => {
    const workspace = workspaceWithPeople({ account: 'workspace' });
    const container = documentIn(workspace);
    const colleague = 'can.bo@quan.example';
    workspace.addPerson({ email: colleague });
    workspace.share(container, colleague, 'writer');
    load(workspace, 'function onOpen() { console.log(Session.getActiveUser().getEmail()); }', { container });

    expect(workspace.openDocument(container, { as: colleague }).runs[0]?.result.logs[0]?.line).toBe(
      colleague,
    );
  });

  it('runs a bound script for editors of its document only', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    const reader = 'xem@co-so.example';
    workspace.addPerson({ email: reader });
    workspace.share(container, reader, 'reader');
    const project = load(workspace, 'function go() { return 1; } function onOpen() { }', { container });

    expect(workspace.run(project, 'go', { as: reader }).error?.message).toMatch('You do not have permission');
    expect(workspace.openDocument(container, { as: reader }).runs).toEqual([]);
    expect(workspace.run(project, 'go', { as: OTHER }).value).toBe(1);
  });

  it('has no document lock, cache or properties outside a document', () => {
    const workspace = workspaceWithPeople();
    const code = `function go() {
      return [LockService.getDocumentLock(), CacheService.getDocumentCache(), PropertiesService.getDocumentProperties()].map(String);
    }`;

    expect(workspace.run(load(workspace, code), 'go').value).toEqual(['null', 'null', 'null']);
    expect(workspace.run(load(workspace, code, { container: documentIn(workspace) }), 'go').value).toEqual([
      'Lock',
      'Cache',
      'Properties',
    ]);
  });
});

describe('google.script.run', () => {
  const code = `function echo(value) { return value; }
    function secret_() { return 1; }
    function date() { return [{ at: new Date() }]; }
    function source() { return function () { return "ok" }; }
    function later() { return new Promise(function (done) { done("ok"); }); }
    function bytes() { return new Int8Array([115, 97]); }
    function holes() { return [undefined, { a: undefined, b: 1 }]; }
    function nothing() {}
    function fails() { throw new RangeError('too far'); }
    var menu = { item: function () { return 1; } };`;
  const page = () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code, { container: documentIn(workspace) });
    return (fn: string, ...args: unknown[]) => workspace.run(project, fn, { from: 'page', args });
  };

  it.each([
    [[{ a: [1, 'x', true, null] }], { a: [1, 'x', true, null] }],
    [[undefined], null],
    [[[undefined]], [null]],
  ])('brings %j to the script', (args, value) => {
    expect(page()('echo', ...args).value).toEqual(value);
  });

  it.each([[new Date()], [() => 1], [new Set(['a'])], [/x/], [Promise.resolve(1)], [new Int8Array(2)]])(
    'refuses to bring %p',
    (arg) => {
      expect(page()('echo', arg).error?.message).toBe('Failed due to illegal value in property: 0');
    },
  );

  it.each([
    ['source', 'function () { return "ok" }'],
    ['later', 'ok'],
    ['bytes', { 0: 115, 1: 97 }],
    ['holes', [null, { b: 1 }]],
    ['nothing', null],
  ])('brings what %s returns', (fn, value) => {
    expect(page()(fn).value).toEqual(value);
  });

  it('refuses a Date on the way back', () => {
    expect(page()('date')).toMatchObject({ ok: false, error: { name: 'ScriptError' } });
  });

  it.each(['missing', 'secret_', 'menu.item', 'x)(', 'constructor', 'eval', 'Date', 'Utilities'])(
    'finds no function %s',
    (fn) => {
      expect(page()(fn).ok).toBe(false);
    },
  );

  it('tells a failure by message alone', () => {
    expect(page()('fails').error).toMatchObject({ name: 'ScriptError', message: 'too far' });
  });

  it('fails for whoever is signed in with several accounts', () => {
    const workspace = workspaceWithPeople();
    const two = 'hai@quan.example';
    workspace.addPerson({ email: two, severalAccounts: true });
    const container = documentIn(workspace);
    workspace.share(container, two, 'writer');
    const project = load(workspace, code, { container });

    const of = (from: 'page' | 'menu') => workspace.run(project, 'echo', { as: two, from, args: [1] });

    expect(of('page').error?.message).toMatch('Error code PERMISSION_DENIED');
    expect(of('menu').value).toBe(1);
  });
});
