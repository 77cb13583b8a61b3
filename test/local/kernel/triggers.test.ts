import { OTHER, OWNER, documentIn, load, workspaceWithPeople } from './scripts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a clock trigger', () => {
  const code = `function make(n) { ScriptApp.newTrigger('tick').timeBased().everyMinutes(n).create(); }
    function once(ms) { ScriptApp.newTrigger('tick').timeBased().after(ms).create(); }
    function daily() { ScriptApp.newTrigger('tick').timeBased().atHour(9).everyDays(1).create(); }
    function tick(e) { console.log(new Date().toISOString(), Session.getEffectiveUser().getEmail(), e.triggerUid, e.hour); }`;

  it('fires in its rhythm while time passes, as whoever made it', () => {
    const workspace = workspaceWithPeople({
      now: '2014-08-01T00:00:00Z',
      settings: { executionsTakeTime: false },
    });
    const project = load(workspace, code);
    workspace.run(project, 'make', { as: OTHER, args: [10] });

    const runs = workspace.advance(30 * MINUTE);

    const uid = workspace.triggers()[0]!.id;
    expect(runs.map(({ result }) => result.logs[0]?.line)).toEqual([
      `2014-08-01T00:10:00.000Z ${OTHER} ${uid} 0`,
      `2014-08-01T00:20:00.000Z ${OTHER} ${uid} 0`,
      `2014-08-01T00:30:00.000Z ${OTHER} ${uid} 0`,
    ]);
    expect(new Date(workspace.now()).toISOString()).toBe('2014-08-01T00:30:00.000Z');
  });

  it('fires once when it is to fire once', () => {
    const workspace = workspaceWithPeople();
    workspace.run(load(workspace, code), 'once', { args: [MINUTE] });

    expect(workspace.advance(HOUR)).toHaveLength(1);
    expect(workspace.advance(HOUR)).toHaveLength(0);
  });

  it('fires within its hour of its day, in the zone of the script', () => {
    const workspace = workspaceWithPeople({ now: '2014-08-01T00:00:00Z' });
    workspace.run(load(workspace, code), 'daily');

    const hours = workspace.advance(48 * HOUR).map(({ result }) => result.logs[0]!.line.slice(0, 13));

    expect(hours).toEqual(['2014-08-01T02', '2014-08-02T02']);
  });

  it('is dead when its account is gone', () => {
    const workspace = workspaceWithPeople();
    workspace.run(load(workspace, code), 'make', { as: OTHER, args: [10] });
    workspace.removePerson(OTHER);

    expect(workspace.advance(HOUR)).toEqual([]);
  });

  it('may run so long a day and no longer', () => {
    const workspace = workspaceWithPeople({
      limits: { triggerRuntimePerDayMs: { consumer: 10_000, workspace: 10_000 } },
    });
    const long = `${code} function tick() { Utilities.sleep(6000); }`;
    workspace.run(load(workspace, long), 'make', { args: [10] });

    const runs = workspace.advance(40 * MINUTE);

    expect(runs.map(({ result }) => result.error?.message ?? 'ran')).toEqual([
      'ran',
      'ran',
      'Service using too much computer time for one day.',
      'Service using too much computer time for one day.',
    ]);
  });

  it('is one of twenty at most, for each person', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, `${code} function many() { for (let i = 0; i < 21; i++) make(5); }`);

    const mine = workspace.run(project, 'many').error;
    const theirs = workspace.run(project, 'make', { as: OTHER, args: [5] });

    expect(mine?.message).toMatch('This script has too many triggers.');
    expect(workspace.triggers()).toHaveLength(21);
    expect(theirs.ok).toBe(true);
  });

  it('shows a trigger to its maker only', () => {
    const workspace = workspaceWithPeople();
    const project = load(
      workspace,
      `${code} function count() { return ScriptApp.getProjectTriggers().length; }`,
    );
    workspace.run(project, 'make', { args: [5] });

    expect(workspace.run(project, 'count').value).toBe(1);
    expect(workspace.run(project, 'count', { as: OTHER }).value).toBe(0);
  });

  it('of an add-on fires every hour at most, one a document', () => {
    const workspace = workspaceWithPeople();
    const document = documentIn(workspace);
    const project = load(
      workspace,
      `${code} function hourly() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }`,
      { kind: 'addon' },
    );
    const run = (fn: string) => workspace.run(project, fn, { document, args: [5] }).error?.message;

    expect(run('make')).toMatch('at least one hour');
    expect(run('hourly')).toBeUndefined();
    expect(run('hourly')).toMatch('too many time-based triggers in this document');
  });

  it('finds no window to ask in', () => {
    const workspace = workspaceWithPeople();
    const project = load(workspace, `${code} function tick() { Browser.msgBox('x'); }`, {
      container: documentIn(workspace),
    });
    workspace.run(project, 'make', { args: [5] });

    expect(workspace.advance(5 * MINUTE)[0]?.result.ok).toBe(false);
  });
});

describe('an event trigger', () => {
  const code = `function make() { ScriptApp.newTrigger('opened').forDocument(arguments[0]).onOpen().create(); }
    function opened(e) { console.log(e.authMode, Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail()); }`;
  const opened = () => {
    const workspace = workspaceWithPeople();
    const document = documentIn(workspace);
    workspace.run(load(workspace, code), 'make', { args: [document] });
    const lines = () =>
      workspace
        .openDocument(document, { as: OTHER })
        .runs.map(({ result }) => result.logs.map(({ line }) => line).join());
    return { workspace, lines };
  };
  const line = `FULL ${OWNER} `;

  it('runs as its maker, whoever caused it, and is not told who', () => {
    expect(opened().lines()).toEqual([line]);
  });

  it.each([
    ['lose', [], [line]],
    ['double', [line, line], [line]],
    ['reorder', [], [line, line]],
  ] as const)('can be made to %s', (what, first, second) => {
    const { workspace, lines } = opened();
    workspace.faults([{ at: 'trigger', do: what }]);

    expect(lines()).toEqual(first);
    expect(lines()).toEqual(second);
  });

  it('of changes runs when a person types, and not when a script writes', () => {
    const workspace = workspaceWithPeople();
    const book = workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id;
    workspace.share(book, OTHER, 'writer');
    const project = load(
      workspace,
      `function make(id) { ScriptApp.newTrigger('changed').forSpreadsheet(id).onChange().create(); }
      function changed(e) { console.log(e.changeType, e.source.getName(), Session.getEffectiveUser().getEmail()); }
      function write(id) { SpreadsheetApp.openById(id).getSheets()[0].getRange('A1').setValue(1); }`,
    );
    workspace.run(project, 'make', { args: [book] });

    const { runs } = workspace.typeInto(book, 0, 'A1', 'x', { as: OTHER });

    expect(runs.map(({ result }) => result.logs[0]?.line)).toEqual([`EDIT Sổ ${OWNER}`]);
    expect(workspace.run(project, 'write', { args: [book] }).ok).toBe(true);
  });

  it('does not run for an account that is gone, whoever opens', () => {
    const { workspace, lines } = opened();
    workspace.removePerson(OWNER);

    expect(lines()).toEqual(['']);
    expect(workspace.triggers()[0]?.disabled).toBe(true);
  });

  it('can come late', () => {
    const { workspace, lines } = opened();
    workspace.faults([{ at: 'trigger', do: 'delay', delayMs: 5000 }]);

    expect(lines()).toEqual([]);
    expect(workspace.advance(4000)).toHaveLength(0);
    expect(workspace.advance(2000)).toHaveLength(1);
  });
});
