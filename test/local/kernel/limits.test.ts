import limits from '../../../src/local/platform/limits.json';
import type { RunResult, Workspace, WorkspaceOptions } from '../../../src/local/workspace';
import { documentIn, load, OTHER, OWNER, workspaceWithPeople } from './scripts';

type Limits = NonNullable<WorkspaceOptions['limits']>;

/** Runs `go` of a script in a workspace with those limits. */
function run(body: string, changed: Limits = {}, more: { bound?: true } & WorkspaceOptions = {}): RunResult {
  const { bound, ...options } = more;
  const workspace = workspaceWithPeople({ ...options, limits: changed });
  const container = bound ? workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id : undefined;
  return workspace.run(load(workspace, `function go() { ${body} }`, container ? { container } : {}), 'go');
}

/** How far `body` came in a loop of `times` before Google refused, and in what words. */
function counted(body: string, times: number, changed: Limits, more: Parameters<typeof run>[2] = {}) {
  const loop = `for (let n = 0; n < ${times}; n++) { try { ${body} } catch (e) { return [n, e.message]; } } return [${times}, ''];`;
  return run(loop, changed, more).value;
}

const day = (n: number) => ({ consumer: n, workspace: n });

/** Runs `go` while `others` executions of that script are under way, started by `as`; gives the words it was refused with. */
function besides(changed: Limits, others: readonly string[], as: string): string {
  const workspace = workspaceWithPeople({ limits: changed });
  const project = load(workspace, 'function go() { PropertiesService.getScriptProperties().getKeys(); }');
  let words = '';
  const nested = ([first, ...rest]: readonly string[]): void => {
    if (first === undefined) {
      words = workspace.run(project, 'go', { as }).error?.message ?? '';
      return;
    }
    workspace.between(1, () => nested(rest));
    workspace.run(project, 'go', { as: first });
  };
  nested(others);
  return words;
}

const TOO_MANY_AT_ONCE = 'There are too many scripts running simultaneously for this Google user account.';
const TRIGGER = "ScriptApp.newTrigger('go').timeBased().everyHours(1).create();";

function addOn(body: string, changed: Limits): RunResult {
  const workspace = workspaceWithPeople({ limits: changed });
  const project = load(workspace, `function go() { ${body} }`, { kind: 'addon' });
  return workspace.run(project, 'go', { document: documentIn(workspace) });
}

function shared(n: number): (workspace: Workspace) => void {
  return (workspace) => {
    const file = workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id;
    for (let at = 0; at < n; at += 1) workspace.share(file, `nguoi.${at}@vi-du.example`, 'reader');
  };
}

function read(cells: number): string {
  return `const b = SpreadsheetApp.create('x'); for (let n = 0; n < ${cells}; n++) { try { Sheets.Spreadsheets.get(b.getId()); } catch (e) { return [n, e.message]; } } return [${cells}, ''];`;
}

const SHEETS = {
  dependencies: { enabledAdvancedServices: [{ userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' }] },
};

function withSheets(body: string, changed: Limits): unknown {
  const workspace = workspaceWithPeople({ limits: changed });
  return workspace.run(load(workspace, `function go() { ${body} }`, { manifest: SHEETS }), 'go').value;
}

/** One check a limit: what is still allowed, and Google's refusal of one more. Each fails when nobody enforces its limit. */
const checks: Readonly<Record<Exclude<keyof typeof limits, 'about'>, () => void>> = {
  executionMs() {
    expect(run('Utilities.sleep(1000);', { executionMs: 1000 }).ok).toBe(true);
    expect(run('try { Utilities.sleep(1001); } catch (e) {}', { executionMs: 1000 })).toMatchObject({
      killed: true,
      simulatedMs: 1000,
    });
  },
  simpleTriggerMs() {
    const workspace = workspaceWithPeople({ limits: { simpleTriggerMs: 500 } });
    const container = documentIn(workspace);
    load(workspace, 'function onOpen() { Utilities.sleep(600); }', { container });

    expect(workspace.openDocument(container, { as: OWNER }).runs[0]?.result.killed).toBe(true);
  },
  customFunctionMs() {
    // Cells do not call the functions of scripts here: they show what Google shows of a function it does not know.
    const body =
      "const cell = SpreadsheetApp.getActiveSheet().getRange('A1'); cell.setFormula('=GO()'); return cell.getValue();";
    expect(run(body, {}, { bound: true }).value).toBe('#NAME?');
  },
  triggerRuntimePerDayMs() {
    const fired = (account: 'consumer' | 'workspace') => {
      const workspace = workspaceWithPeople({
        account,
        limits: { triggerRuntimePerDayMs: { consumer: 10_000, workspace: 20_000 } },
      });
      const project = load(
        workspace,
        `function make() { ${TRIGGER} } function go() { Utilities.sleep(10000); }`,
      );
      workspace.run(project, 'make');
      return workspace.advance(3 * 3_600_000).map(({ result }) => result.error?.message ?? 'ran');
    };
    const over = 'Service using too much computer time for one day.';

    expect(fired('consumer')).toEqual(['ran', over, over]);
    expect(fired('workspace')).toEqual(['ran', 'ran', over]);
  },
  triggersPerUserPerScript() {
    expect(counted(TRIGGER, 4, { triggersPerUserPerScript: 3 })).toEqual([
      3,
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    ]);
  },
  addOnTriggersPerTypePerUserPerDocument() {
    const { error } = addOn(TRIGGER.repeat(3), { addOnTriggersPerTypePerUserPerDocument: 2 });
    expect(error?.message).toMatch('too many time-based triggers in this document');
    expect(addOn(TRIGGER.repeat(2), { addOnTriggersPerTypePerUserPerDocument: 2 }).ok).toBe(true);
  },
  addOnClockMinimumMinutes() {
    expect(addOn(TRIGGER, { addOnClockMinimumMinutes: 61 }).error?.message).toMatch('at least one hour');
    expect(addOn(TRIGGER, { addOnClockMinimumMinutes: 60 }).ok).toBe(true);
  },
  simultaneousExecutionsPerUser() {
    const changed = { simultaneousExecutionsPerUser: 2 };
    expect(besides(changed, [OWNER], OWNER)).toBe('');
    expect(besides(changed, [OWNER, OWNER], OWNER)).toBe(TOO_MANY_AT_ONCE);
    expect(besides(changed, [OWNER, OWNER], OTHER)).toBe('');
  },
  simultaneousExecutionsPerScript() {
    const changed = { simultaneousExecutionsPerScript: 2 };
    expect(besides(changed, [OWNER], OTHER)).toBe('');
    expect(besides(changed, [OWNER, OTHER], OTHER)).toBe(TOO_MANY_AT_ONCE);
  },
  emailRecipientsPerDay() {
    const send = "MailApp.sendEmail('a@b.example', 's', 'b');";
    const changed = { emailRecipientsPerDay: { consumer: 2, workspace: 3 } };
    const over = 'Service invoked too many times for one day: email.';

    expect(counted(send, 5, changed)).toEqual([2, over]);
    expect(counted(send, 5, changed, { account: 'workspace' })).toEqual([3, over]);
  },
  emailRecipientsPerMessage() {
    const { error } = run("MailApp.sendEmail('a@b.example,c@d.example', 's', 'b');", {
      emailRecipientsPerMessage: 1,
    });
    expect(error?.message).toBe('Limit exceeded: Email Recipients Per Message.');
  },
  spreadsheetsCreatedPerDay() {
    expect(counted("SpreadsheetApp.create('x');", 3, { spreadsheetsCreatedPerDay: day(2) })).toEqual([
      2,
      'Service invoked too many times for one day: spreadsheet create.',
    ]);
  },
  documentsCreatedPerDay() {
    const create = "n % 2 ? DocumentApp.create('x') : FormApp.create('x');";
    expect(counted(create, 4, { documentsCreatedPerDay: day(2) })).toEqual([
      2,
      'Service invoked too many times for one day: form create.',
    ]);
  },
  scriptProjectsCreatedPerDay() {
    const workspace = workspaceWithPeople({ limits: { scriptProjectsCreatedPerDay: 1 } });
    const { id } = load(workspace, 'function go() {}');

    expect(() => load(workspace, 'function go() {}')).toThrow('too many times for one day: script projects');
    expect(load(workspace, 'function go() { return 1; }', { id }).id).toBe(id);
  },
  propertyStoreBytes() {
    const put = "PropertiesService.getScriptProperties().setProperty('k' + n, 'x'.repeat(8));";
    const changed = { propertyStoreBytes: { ...limits.propertyStoreBytes, refuse: 25 } };

    expect(counted(put, 4, changed)).toEqual([
      2,
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ]);
  },
  propertyOperationsPerDay() {
    const changed = { propertyOperationsPerDay: { consumer: 2, workspace: 3 } };
    const get = 'PropertiesService.getScriptProperties().getKeys();';
    const over = 'Service invoked too many times for one day: properties.';

    expect(counted(get, 5, changed)).toEqual([2, over]);
    expect(counted(get, 5, changed, { account: 'workspace' })).toEqual([3, over]);
  },
  propertyValueBytes() {
    const body = "PropertiesService.getScriptProperties().setProperty('a', 'x'.repeat(9217));";
    const strict = { settings: { strictPropertySize: true } };

    expect(run(body).ok).toBe(true);
    expect(run(body, {}, strict).error?.message).toBe('Argument too large: value');
    expect(run(body.replace('9217', '9216'), {}, strict).ok).toBe(true);
  },
  cacheKeyChars() {
    const put = (n: number) =>
      run(`CacheService.getScriptCache().put('k'.repeat(${n}), 'v');`).error?.message;
    expect([put(limits.cacheKeyChars), put(limits.cacheKeyChars + 1)]).toEqual([
      undefined,
      'Argument too large: key',
    ]);
  },
  cacheValueBytes() {
    const put = (n: number) =>
      run(`CacheService.getScriptCache().put('k', 'v'.repeat(${n}));`).error?.message;
    expect([put(limits.cacheValueBytes), put(limits.cacheValueBytes + 1)]).toEqual([
      undefined,
      'Argument too large: value',
    ]);
  },
  cacheMaxSeconds() {
    expect(keptAfter('99999', { cacheMaxSeconds: 100 })).toEqual([true, false]);
  },
  cacheDefaultSeconds() {
    expect(keptAfter('', { cacheDefaultSeconds: 100 })).toEqual([true, false]);
  },
  cacheItems() {
    const keys = "const keys = Array.from({ length: 11 }, (_, n) => 'k' + n);";
    const body = (n: number) =>
      `${keys} const c = CacheService.getScriptCache(); for (const k of keys.slice(0, ${n})) c.put(k, 'v'); return Object.keys(c.getAll(keys)).length;`;
    const changed = { cacheItems: 10, cacheItemsKeptWhenFull: 9 };

    expect([run(body(10), changed).value, run(body(11), changed).value]).toEqual([10, 9]);
  },
  cacheItemsKeptWhenFull() {
    const body = `const c = CacheService.getScriptCache(); for (let n = 0; n < 5; n++) c.put('k' + n, 'v', 100 + n);
      return Object.keys(c.getAll(['k0', 'k1', 'k2', 'k3', 'k4']));`;

    expect(run(body, { cacheItems: 4, cacheItemsKeptWhenFull: 2 }).value).toEqual(['k3', 'k4']);
  },
  urlFetchPerDay() {
    // Nothing of the world outside can be fetched here, which is said aloud.
    expect(run("UrlFetchApp.fetch('https://vi-du.example');").error?.name).toBe('NotEmulatedError');
  },
  sleepMaxMs() {
    expect(run(`Utilities.sleep(${limits.sleepMaxMs});`).ok).toBe(true);
    expect(run(`Utilities.sleep(${limits.sleepMaxMs + 1});`).error?.message).toMatch('Invalid argument');
  },
  cellsPerSpreadsheet() {
    const append = 'SpreadsheetApp.getActiveSheet().insertRowsAfter(1000, 1);';
    const changed = { cellsPerSpreadsheet: 26_026 };
    const over =
      'This action would increase the number of cells in the workbook above the limit of 26026 cells.';

    expect(counted(append, 3, changed, { bound: true })).toEqual([1, over]);
  },
  columnsPerSheet() {
    const insert = 'SpreadsheetApp.getActiveSheet().insertColumnsAfter(26, 1);';
    const words =
      'This action would increase the number of columns in the sheet above the limit of 27 columns.';

    expect(counted(insert, 3, { columnsPerSheet: 27 }, { bound: true })).toEqual([1, words]);
    expect(
      counted(
        'SpreadsheetApp.getActiveSheet().appendRow(Array(28).fill(1));',
        1,
        { columnsPerSheet: 27 },
        { bound: true },
      ),
    ).toEqual([0, words]);
    const byApi = `const b = SpreadsheetApp.create('x'); try { Sheets.Spreadsheets.batchUpdate({ requests: [
      { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 2 } }] }, b.getId()); } catch (e) { return e.message; }`;
    expect(withSheets(byApi, { columnsPerSheet: 27 })).toMatch(words);
  },
  charactersPerCell() {
    const put = (n: number) =>
      run(`SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'.repeat(${n}));`, {}, { bound: true })
        .error?.message;
    const words = `Your input contains more than the maximum of ${limits.charactersPerCell} characters in a single cell.`;

    expect([put(limits.charactersPerCell), put(limits.charactersPerCell + 1)]).toEqual([undefined, words]);
  },
  developerMetadataChars() {
    const add = "SpreadsheetApp.getActiveSheet().addDeveloperMetadata('k' + n, 'x'.repeat(8));";
    const [n, words] = counted(add, 4, { developerMetadataChars: 25 }, { bound: true }) as [number, string];

    expect(n).toBe(2);
    expect(words).toMatch('quota exceeded');
  },
  openEditorsPerFile() {
    // Nobody keeps a file open here: `openDocument` is a moment. So there is nothing to count.
    const workspace = workspaceWithPeople({ limits: { openEditorsPerFile: 1 } });
    const file = workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id;
    workspace.share(file, OTHER, 'writer');

    expect([OWNER, OTHER].map((as) => workspace.openDocument(file, { as }).runs)).toEqual([[], []]);
  },
  directSharesPerFile() {
    const workspace = workspaceWithPeople({ limits: { directSharesPerFile: { value: 2, source: 'test' } } });

    expect(() => shared(2)(workspace)).not.toThrow();
    expect(() => shared(3)(workspace)).toThrow('The file has exceeded the maximum number of permissions.');
  },
  sheetsApiPerMinute() {
    const minute = { readPerUser: 3, readPerProject: 9, writePerUser: 9, writePerProject: 9 };
    const [n, words] = withSheets(read(5), { sheetsApiPerMinute: minute }) as [number, string];

    expect(n).toBe(3);
    expect(words).toMatch("limit 'Read requests per minute per user' of");
    const perProject = withSheets(read(5), {
      sheetsApiPerMinute: { ...minute, readPerUser: 9, readPerProject: 4 },
    });
    expect(perProject).toEqual([4, expect.stringMatching("limit 'Read requests per minute' of")]);
    const write = read(5).replace(
      'get(b.getId())',
      "Values.update({ values: [['x']] }, b.getId(), 'A1', { valueInputOption: 'RAW' })",
    );
    expect(withSheets(write, { sheetsApiPerMinute: { ...minute, writePerUser: 2 } })).toMatchObject([
      2,
      expect.anything(),
    ]);
  },
  sheetsApiPayloadBytesAdvised() {
    // Advice, no limit: what is larger is taken.
    const body = `const b = SpreadsheetApp.create('x'); const values = Array.from({ length: 50 }, () => ['x'.repeat(49000)]);
      Sheets.Spreadsheets.Values.update({ values }, b.getId(), 'A1', { valueInputOption: 'RAW' }); return values.join('').length;`;
    expect(withSheets(body, {})).toBeGreaterThan(limits.sheetsApiPayloadBytesAdvised);
  },
  scriptRunInFlightPerPage() {
    // Kept by the frame that serves a script's page; test/browser counts it there.
    expect(limits.scriptRunInFlightPerPage).toBe(10);
  },
  sidebarWidthPx() {
    const { ui } = run(
      "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x').setWidth(700));",
      { sidebarWidthPx: 321 },
      { bound: true },
    );
    expect(ui).toMatchObject([{ kind: 'sidebar', page: { width: 321 } }]);
  },
  linkedSheetSimultaneousSubmissions() {
    expect(rowsKept(false)).toBe(60);
    expect(rowsKept(true)).toBeGreaterThanOrEqual(limits.linkedSheetSimultaneousSubmissions.allKeptUpTo);
    expect(rowsKept(true)).toBeLessThan(56);
  },
  unlockedAppendRow() {
    expect(rowsAppended(false, 'append')).toBe(40);
    expect(rowsAppended(true, 'append')).toBeLessThan(40);
    expect(rowsAppended(true, 'appendLocked')).toBe(40);
  },
};

function keptAfter(seconds: string, changed: Limits): readonly boolean[] {
  const workspace = workspaceWithPeople({ limits: changed, settings: { executionsTakeTime: false } });
  const code = `function put() { CacheService.getScriptCache().put('k', 'v'${seconds === '' ? '' : `, ${seconds}`}); }
    function get() { return CacheService.getScriptCache().get('k') !== null; }`;
  const project = load(workspace, code);
  workspace.run(project, 'put');
  return [99_000, 1000].map((ms) => {
    workspace.advance(ms);
    return workspace.run(project, 'get').value as boolean;
  });
}

function rowsKept(linkedSheetLosesRows: boolean): number {
  const workspace = workspaceWithPeople({ settings: { linkedSheetLosesRows } });
  const project = load(
    workspace,
    `function make() { const form = FormApp.create('x', true); form.addTextItem().setTitle('Tên');
      const book = SpreadsheetApp.create('s'); form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId()); return form.getId(); }`,
  );
  const form = String(workspace.run(project, 'make').value);
  const rows = Array.from({ length: 60 }, () => {
    workspace.setClock('2014-08-01T09:00:00Z');
    const sent = workspace.submitForm(form, { as: OTHER, answers: { Tên: 'x' } });
    return sent.ok && sent.row !== null;
  });
  return rows.filter(Boolean).length;
}

function rowsAppended(appendRowLosesRows: boolean, fn: string): number {
  const workspace = workspaceWithPeople({
    settings: { appendRowLosesRows },
    limits: { unlockedAppendRow: { ...limits.unlockedAppendRow, keptAt2: 0.5 } },
  });
  const container = workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id;
  const code = `const sheet = () => SpreadsheetApp.getActiveSheet();
    function append() { for (let n = 0; n < 20; n++) sheet().appendRow([n]); }
    function appendLocked() { const lock = LockService.getScriptLock(); lock.waitLock(300000); append(); lock.releaseLock(); }
    function rows() { return sheet().getLastRow(); }`;
  const project = load(workspace, code, { container }).id;
  workspace.interleave({ project, fn }, { project, fn }, 5);
  return workspace.run(project, 'rows').value as number;
}

describe('a limit of platform/limits.json is held:', () => {
  const keys = Object.keys(limits).filter((key) => key !== 'about') as (keyof typeof checks)[];

  afterAll(() => workspaceWithPeople().close());

  it.each(keys)('%s', (key) => {
    const check = checks[key] as (() => void) | undefined;

    expect(check).toBeDefined();
    check!();
    expect.hasAssertions();
  });

  it('and no check is of a limit that is none', () => {
    expect(Object.keys(checks).sort()).toEqual([...keys].sort());
  });
});
