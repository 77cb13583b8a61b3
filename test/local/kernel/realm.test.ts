import { evaluate, load, workspaceWithPeople } from './scripts';

const value = (expression: string, setup?: string) => evaluate(workspaceWithPeople(), expression, setup);

describe("a script's realm", () => {
  it.each([
    'setTimeout',
    'setInterval',
    'queueMicrotask',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'fetch',
    'atob',
    'btoa',
    'structuredClone',
    'crypto',
    'performance',
    'process',
    'require',
    'module',
    'Buffer',
    'window',
  ])('has no %s', (name) => {
    expect(value(`typeof ${name}`)).toBe('undefined');
  });

  it.each(['WebAssembly', 'Intl', 'Promise', 'BigInt', 'globalThis', 'console', 'Logger', 'Map', 'Proxy'])(
    'has %s',
    (name) => {
      expect(value(`typeof ${name}`)).not.toBe('undefined');
    },
  );

  it.each([
    '({}).constructor.constructor("return typeof process")()',
    'globalThis.constructor.constructor("return typeof process")()',
    'PropertiesService.constructor.constructor("return typeof process")()',
    'PropertiesService.getScriptProperties.constructor("return typeof process")()',
    'PropertiesService.getScriptProperties().getProperties().constructor.constructor("return typeof process")()',
    'PropertiesService.getScriptProperties().getKeys().constructor.constructor("return typeof process")()',
    'ScriptApp.AuthMode.FULL.constructor.constructor("return typeof process")()',
    '(function () { try { Utilities.sleep(1e9); } catch (e) { return e.constructor.constructor("return typeof process")(); } })()',
    '(function f() { try { return f(Utilities.getUuid()); } catch (e) { return e.constructor.constructor("return typeof process")(); } })()',
    'MimeType.constructor.constructor("return typeof process")()',
    'console.log.constructor("return typeof process")()',
    'Date.constructor("return typeof process")()',
  ])('keeps the machine out of reach: %s', (way) => {
    expect(value(way)).toBe('undefined');
  });

  it.each([
    // What the prelude and the language call on the way is exchanged for a spy.
    'var seen = []; Function.prototype.call = function (x) { seen.push(this, x); return 0; };',
    'var seen = []; Map.prototype.get = function (x) { seen.push(this, x); };',
    'var seen = []; Error.prepareStackTrace = function (e, frames) { frames.forEach(function (f) { seen.push(f.getFunction(), f.getThis()); }); return ""; }; new Error().stack;',
    'var seen = []; Array.prototype.map = function () { seen.push(this, arguments[0]); return []; };',
    'var seen = []; Object.defineProperty(Object.prototype, "o", { set: function (v) { seen.push(this, v); }, configurable: true });',
  ])('keeps the machine out of reach of a spy: %s', (spy) => {
    const reach = `(function () {
      try { CacheService.getScriptCache().getAll(['a']); Utilities.parseCsv('a,b'); Utilities.newBlob('a').getBytes(); } catch (e) { seen.push(e); }
      delete Object.prototype.o;
      for (var i = 0; i < seen.length; i++) {
        var one = seen[i];
        if (one === null || (typeof one !== 'object' && typeof one !== 'function')) continue;
        try {
          var make = one.constructor && one.constructor.constructor;
          if (typeof make === 'function' && make('return typeof process')() !== 'undefined') return 'reached ' + String(one);
        } catch (e) { }
      }
      return 'nothing of ' + (seen.length >= 0);
    })()`;

    expect(evaluate(workspaceWithPeople(), reach, spy)).toBe('nothing of true');
  });

  it('gives arrays, dates and errors of its own', () => {
    const setup = `
      PropertiesService.getScriptProperties().setProperty('a', '1');
      var thrown; try { Utilities.sleep(1e9); } catch (e) { thrown = e; }`;

    expect(
      value(
        `[PropertiesService.getScriptProperties().getKeys() instanceof Array,
          PropertiesService.getScriptProperties().getProperties() instanceof Object,
          Utilities.parseCsv('a,b')[0] instanceof Array,
          new Date() instanceof Date, thrown instanceof Error, thrown.name]`,
        setup,
      ),
    ).toEqual([true, true, true, true, true, 'Exception']);
  });

  it('reads the clock and chance of the workspace', () => {
    const workspace = workspaceWithPeople({ now: '2014-08-01T01:02:03Z', seed: 5 });
    const code =
      'new Date().toISOString() + " " + Date.now() + " " + new Date(2014, 0, 1).toISOString() + " " + Math.random()';

    const first = evaluate(workspace, code);
    const again = evaluate(workspaceWithPeople({ now: '2014-08-01T01:02:03Z', seed: 5 }), code);
    const otherwise = evaluate(workspaceWithPeople({ now: '2014-08-01T01:02:03Z', seed: 6 }), code);

    expect(first).toMatch(/^2014-08-01T01:02:03\.000Z 1406854923000 2013-12-31T17:00:00\.000Z 0\.\d+$/);
    expect(again).toBe(first);
    expect(otherwise).not.toBe(first);
  });

  it('keeps Date whole', () => {
    expect(
      value(`(function () {
        class Day extends Date { twice() { return this.getTime() * 2; } }
        return [Date(0).slice(0, 3), new Day(21).twice(), new Day() instanceof Day, Date.name, Date.length,
          new Date(2014, 6, 1).constructor === Date, new Date('2014-07-01T00:00:00Z').getHours()];
      })()`),
    ).toEqual(['Fri', 42, true, 'Date', 7, true, 7]);
  });

  it('lives in the zone of its manifest', () => {
    const workspace = workspaceWithPeople();
    const code = 'function hour() { return new Date(0).getHours(); }';

    const here = workspace.run(load(workspace, code), 'hour').value;
    const there = workspace.run(
      load(workspace, code, { manifest: { timeZone: 'America/New_York' } }),
      'hour',
    ).value;

    expect([here, there]).toEqual([8, 19]);
  });

  it('shows enumerations as objects', () => {
    expect(
      value(`[typeof ScriptApp.EventType.CLOCK, String(ScriptApp.EventType.CLOCK), JSON.stringify({ e: ScriptApp.EventType.CLOCK }),
        ScriptApp.EventType.CLOCK === ScriptApp.EventType.CLOCK, ScriptApp.EventType.ON_OPEN.compareTo(ScriptApp.EventType.CLOCK),
        ScriptApp.EventType.CLOCK.ordinal(), ScriptApp.EventType.CLOCK.name()]`),
    ).toEqual(['object', 'CLOCK', '{"e":"CLOCK"}', true, 1, 0, 'CLOCK']);
  });

  it('starts every execution with fresh globals, files in order', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, {
      'b.js': 'var seen = (typeof a === "undefined" ? "b first" : "a first"); var count = 0;',
      'a.gs': 'const a = 1;',
      'c.js': 'function next() { count += 1; return [seen, count, a]; }',
    });

    expect(workspace.run(project, 'next').value).toEqual(['a first', 1, 1]);
    expect(workspace.run(project, 'next').value).toEqual(['a first', 1, 1]);
  });

  it('runs what a promise holds and gives what it settles to', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `async function later() { await null; return PropertiesService.getScriptProperties().getKeys().length; }
       async function fails() { await null; throw new Error('no'); }
       function never() { return new Promise(function () {}); }`,
    );

    expect(workspace.run(project, 'later').value).toBe(0);
    expect(workspace.run(project, 'fails').error).toMatchObject({ name: 'Error', message: 'no' });
    expect(workspace.run(project, 'never').ok).toBe(false);
  });

  it('tells an error with the places in the script alone', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      'function outer() {\n  inner();\n}\nfunction inner() {\n  throw new TypeError("no");\n}',
    );

    expect(workspace.run(project, 'outer').error).toEqual({
      name: 'TypeError',
      message: 'no',
      stack: 'TypeError: no\n    at inner (Code:5:9)\n    at outer (Code:2:3)',
    });
  });

  it.each([
    ['class A { #x = 1; get() { return this.#x; } }', /#x line: 1 file: Code/],
    ['\nclass A { static x = 1; }', /Static fields .* line: 2/],
    ['class A { static { } }', /Static/],
    ['import x from "x";', /import/],
    ['export const a = 1;', /export/],
    ['function (', /line: 1 file: Code/],
  ])('refuses what Google cannot parse: %s', (code, message) => {
    const workspace = workspaceWithPeople();

    expect(() => load(workspace, code)).toThrow(message);
    expect(() => load(workspace, code)).toThrow(expect.objectContaining({ name: 'SyntaxError' }) as Error);
  });

  it.each([
    'var a = "#x"; // #y\nvar b = /#z/;',
    'class A { static go() {} static async x() {} }',
    'var s = "static x = 1;";',
  ])('parses what only looks like it: %s', (code) => {
    expect(load(workspaceWithPeople(), code).files).toHaveLength(1);
  });

  it('throws by name what Google has and it has not, and knows nothing of what Google has not', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `function service() { CalendarApp.getDefaultCalendar(); }
       function method() { return ScriptApp.getOAuthToken(); }
       function caught() { try { service(); } catch (e) { return e.name; } }
       function unknown() { return typeof Utilities.noSuchThing; }`,
    );

    expect(workspace.run(project, 'service').error).toMatchObject({
      name: 'NotEmulatedError',
      message: 'CalendarApp.getDefaultCalendar',
    });
    expect(workspace.run(project, 'method').error).toMatchObject({ message: 'ScriptApp.getOAuthToken' });
    expect(workspace.run(project, 'caught')).toMatchObject({
      value: 'NotEmulatedError',
      notEmulated: ['CalendarApp.getDefaultCalendar'],
    });
    expect(workspace.run(project, 'unknown').value).toBe('undefined');
  });
});
