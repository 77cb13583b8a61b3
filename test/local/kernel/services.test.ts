import { servedHtml } from '../../../src/local/workspace';
import { OTHER, OWNER, documentIn, evaluate, load, workspaceWithPeople } from './scripts';

const value = (expression: string, setup?: string) => evaluate(workspaceWithPeople(), expression, setup);

describe('PropertiesService', () => {
  it('keeps stores apart: of the script, of each user, of each document', () => {
    const workspace = workspaceWithPeople();
    const [one, two] = [documentIn(workspace), documentIn(workspace)];
    const code = `function put() { PropertiesService.getUserProperties().setProperty('u', '1');
        PropertiesService.getDocumentProperties().setProperty('d', '1'); PropertiesService.getScriptProperties().setProperty('s', '1'); }
      function get() { return [PropertiesService.getUserProperties().getProperty('u'),
        PropertiesService.getDocumentProperties().getProperty('d'), PropertiesService.getScriptProperties().getProperty('s')]; }`;
    const project = load(workspace, code, { kind: 'addon' });
    const run = (fn: string, as: string, document: string) =>
      workspace.run(project, fn, { as, document }).value;
    run('put', OWNER, one);

    expect(run('get', OWNER, one)).toEqual(['1', '1', '1']);
    expect(run('get', OTHER, one)).toEqual([null, '1', '1']);
    expect(run('get', OWNER, two)).toEqual(['1', null, '1']);
    expect(workspace.run(load(workspace, code, { container: one }), 'get').value).toEqual([null, null, null]);
  });

  it('refuses long values only where a workspace is strict about them', () => {
    const set = (strictPropertySize: boolean) => {
      const workspace = workspaceWithPeople({ settings: { strictPropertySize } });
      const code =
        "function go() { PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(10000)); }";
      return workspace.run(load(workspace, code), 'go').error?.message;
    };

    expect(set(false)).toBeUndefined();
    expect(set(true)).toBe('Argument too large: value');
  });

  it('counts the operations of a day', () => {
    const workspace = workspaceWithPeople({
      limits: { propertyOperationsPerDay: { consumer: 3, workspace: 3 } },
    });
    const code =
      'function go() { for (let i = 0; i < 4; i++) PropertiesService.getScriptProperties().getKeys(); }';

    expect(workspace.run(load(workspace, code), 'go').error?.message).toMatch(
      'too many times for one day: properties',
    );
  });
});

describe('CacheService', () => {
  const code = `function put(seconds) { CacheService.getScriptCache().put('t', 'x', seconds); }
    function get() { return CacheService.getScriptCache().get('t'); }
    function fill() { const all = {}; for (let i = 0; i < 1001; i++) all['k' + i] = 'v'; CacheService.getScriptCache().putAll(all); }
    function kept() { const keys = []; for (let i = 0; i < 1001; i++) keys.push('k' + i); return Object.keys(CacheService.getScriptCache().getAll(keys)).length; }`;

  it('forgets on the clock of the workspace', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);
    workspace.run(project, 'put', { args: [60] });

    workspace.advance(50_000);
    expect(workspace.run(project, 'get').value).toBe('x');
    workspace.advance(10_000);
    expect(workspace.run(project, 'get').value).toBeNull();
  });

  it('keeps nothing longer than six hours', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);
    workspace.run(project, 'put', { args: [99_999] });
    workspace.advance(21_600_000);

    expect(workspace.run(project, 'get').value).toBeNull();
  });

  it('keeps nine hundred entries when there are more than a thousand', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);
    workspace.run(project, 'fill');

    expect(workspace.run(project, 'kept').value).toBe(900);
  });

  it('refuses long keys', () => {
    expect(() => value("CacheService.getScriptCache().put('k'.repeat(251), 'v')")).toThrow(
      'Argument too large: key',
    );
  });
});

describe('LockService', () => {
  it('keeps a lock for one execution at a time, until it ends', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `function take() { return LockService.getScriptLock().tryLock(10); }
       function wait() { LockService.getScriptLock().waitLock(10); }
       function hold() { LockService.getScriptLock().waitLock(10); PropertiesService.getScriptProperties().getKeys(); }`,
    );
    const inside: unknown[] = [];
    workspace.between(2, () => {
      inside.push(
        workspace.run(project, 'take', { as: OTHER }).value,
        workspace.run(project, 'wait').error?.message,
      );
    });
    workspace.run(project, 'hold');

    expect(inside).toEqual([false, 'Lock timeout: another process was holding the lock for too long.']);
    expect(workspace.run(project, 'take').value).toBe(true);
  });

  it('locks documents apart', () => {
    const workspace = workspaceWithPeople();
    const [one, two] = [documentIn(workspace), documentIn(workspace)];
    const project = load(
      workspace,
      `function hold() { LockService.getDocumentLock().waitLock(0); PropertiesService.getScriptProperties().getKeys(); }
       function take() { return LockService.getDocumentLock().tryLock(0); }`,
      { kind: 'addon' },
    );
    const inside: unknown[] = [];
    workspace.between(2, () => {
      for (const document of [one, two]) inside.push(workspace.run(project, 'take', { document }).value);
    });
    workspace.run(project, 'hold', { document: one });

    expect(inside).toEqual([false, true]);
  });

  it('takes the time that was waited', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      'function hold() { LockService.getScriptLock().waitLock(0); PropertiesService.getScriptProperties().getKeys(); } function take() { LockService.getScriptLock().tryLock(5000); }',
    );
    let waited = 0;
    workspace.between(2, () => {
      waited = workspace.run(project, 'take').simulatedMs;
    });
    workspace.run(project, 'hold');

    expect(waited).toBeCloseTo(5000 + 50 * 1.65, 6);
  });
});

describe('MailApp', () => {
  const code = `function send(to) { MailApp.sendEmail({ to: to, subject: 'Nhắc việc', htmlBody: '<b>x</b>', name: 'Quận đoàn',
      attachments: [Utilities.newBlob('abc', 'text/csv', 'a.csv')] }); return MailApp.getRemainingDailyQuota(); }
    function many(n) { for (let i = 0; i < n; i++) MailApp.sendEmail('a@b.example', 's', 'b'); }`;

  it('puts mail into the outbox', () => {
    const workspace = workspaceWithPeople({ now: '2014-08-01T00:00:00Z' });

    expect(workspace.run(load(workspace, code), 'send', { args: ['a@b.example, c@d.example'] }).value).toBe(
      98,
    );
    expect(workspace.outbox()).toMatchObject([
      {
        at: Date.parse('2014-08-01T00:00:00Z'),
        from: OWNER,
        to: 'a@b.example, c@d.example',
        subject: 'Nhắc việc',
        html: '<b>x</b>',
        attachments: [{ name: 'a.csv', contentType: 'text/csv', bytes: 3 }],
      },
    ]);
  });

  it('stops at the recipients of a day, and goes on the next', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);

    expect(workspace.run(project, 'many', { args: [101] }).error?.message).toMatch(
      'too many times for one day: email',
    );
    expect(workspace.outbox()).toHaveLength(100);
    workspace.advance(86_400_000);
    expect(workspace.run(project, 'many', { args: [1] }).ok).toBe(true);
  });

  it('refuses a wrong address and too many at once', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, code);
    const send = (to: string) => workspace.run(project, 'send', { args: [to] }).error?.message;

    expect(send('nobody')).toBe('Invalid email: nobody');
    expect(send(Array.from({ length: 51 }, (_, at) => `a${at}@b.example`).join())).toMatch('Per Message');
  });
});

describe('Utilities', () => {
  it.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", '2014-07-05T08:09:03.007+07:00'],
    ['d/M/yy h:mm a', '5/7/14 8:09 AM'],
    ['EEE, dd MMM yyyy', 'Sat, 05 Jul 2014'],
    ["EEEE 'o''clock'", "Saturday o'clock"],
    ['Z z u D', '+0700 GMT+07:00 6 186'],
  ])('writes a date as %s', (pattern, text) => {
    const at = Date.UTC(2014, 6, 5, 1, 9, 3, 7);

    expect(
      value(`Utilities.formatDate(new Date(${at}), 'Asia/Ho_Chi_Minh', ${JSON.stringify(pattern)})`),
    ).toBe(text);
  });

  it('reads GMT+7 as a zone', () => {
    expect(value("Utilities.formatDate(new Date(0), 'GMT+7', 'HH:mm')")).toBe('07:00');
  });

  it('makes ids that differ, the same with the same seed', () => {
    const two = '[Utilities.getUuid(), Utilities.getUuid()]';
    const [first, second] = value(two) as string[];

    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
    expect(value(two)).toEqual([first, second]);
  });

  it('keeps bytes whole', () => {
    expect(
      value(
        "Utilities.ungzip(Utilities.gzip(Utilities.newBlob(Utilities.base64Decode(Utilities.base64Encode('Đoàn')), 'text/plain', 'a'))).getDataAsString()",
      ),
    ).toBe('Đoàn');
  });

  it('refuses wrong arguments in words of Google', () => {
    expect(() => value('Utilities.sleep(null)')).toThrow(
      "The parameters (null) don't match the method signature for Utilities.sleep.",
    );
    expect(() => value("LockService.getScriptLock().tryLock('soon')")).toThrow(
      "The parameters (String) don't match the method signature for LockService.Lock.tryLock.",
    );
    expect(() => value('Utilities.getUuid(1)')).toThrow("The parameters (number) don't match");
  });
});

describe('HtmlService', () => {
  it('runs a template among the functions of its script', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, {
      'Code.js': `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
        function page() {
          const t = HtmlService.createTemplateFromFile('pages/main');
          t.list = ['a<b', 'c']; t.word = "</script>'";
          return t.evaluate().setTitle('Tựa').getContent();
        }`,
      'pages/main.html':
        '<? for (const one of list) { ?><i><?= one ?></i><? } ?><?!= include("style") ?><script>var a = "<?= word ?>";</script>',
      'style.html': '<style></style>',
    });

    expect(workspace.run(project, 'page').value).toBe(
      '<i>a&lt;b</i><i>c</i><style></style><script>var a = "\\u003c\\u002fscript\\u003e\\u0027";</script>',
    );
  });

  it('charges what a template prints', () => {
    const workspace = workspaceWithPeople();
    const code = `function page() { const t = HtmlService.createTemplate('<? for (let i = 0; i < 100; i++) { ?><?= i ?><? } ?>'); t.evaluate(); }`;

    expect(workspace.run(load(workspace, code), 'page').simulatedMs).toBeCloseTo(100 * 2.5 * 1.65, 6);
  });

  it('shows sidebars and menus of whoever may show them', () => {
    const workspace = workspaceWithPeople();
    const container = documentIn(workspace);
    const project = load(workspace, "function go() { Browser.msgBox('x'); }", {
      container,
      manifest: { oauthScopes: [] },
    });
    workspace.answer('OK');

    expect(workspace.run(project, 'go').ok).toBe(true);
  });

  it.each([
    ['var a = 1; // gone\nvar b;', 'var a = 1; \nvar b;'],
    ['var a = /* gone */ 1;', 'var a =   1;'],
    ['var a = "http://x"; var b = \'/* kept */\';', 'var a = "http://x"; var b = \'/* kept */\';'],
    ['var a = /\\/\\//.test(b); // gone', 'var a = /\\/\\//.test(b); '],
    ['var a = `http://x`; next();\nlast();', 'var a = `http:\nlast();'],
    ['var a = b / c; // gone', 'var a = b / c; '],
  ])('serves the inline script %s without its comments', (code, served) => {
    expect(servedHtml(`<p>// kept</p><script>${code}</script>`)).toBe(
      `<p>// kept</p><script>${served}</script>`,
    );
  });

  it('serves the meta tags that were added, not those of the file', () => {
    const page = {
      html: '<head><meta name="viewport" content="x"><meta charset="utf-8"></head>',
      title: '',
      width: null,
      height: null,
      metaTags: [{ name: 'viewport', content: 'width=device-width' }],
    };

    expect(servedHtml(page)).toBe(
      '<head><meta name="viewport" content="width=device-width"><meta charset="utf-8"></head>',
    );
  });
});
