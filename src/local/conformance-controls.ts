import {
  type ConformanceCase,
  PERSON,
  type Verdict,
  conformanceWorkspace,
  judged,
  loadScript,
  refused,
  verdictOn,
} from './conformance-case';
import { fieldsByName } from './kernel/form-fields';
import type { RunOptions, RunResult } from './workspace';

const OTHER = 'other@example.com';

/** Runs one function of a script bound to a fresh spreadsheet. */
function runOnce(code: string, options: RunOptions = {}): RunResult {
  const workspace = conformanceWorkspace();
  const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
  return workspace.run(loadScript(workspace, code, { container: book.id }), 'f', options);
}

const ECHO = 'function f(value) { return value; }';

function fromPage(argument: unknown): (one: ConformanceCase) => Verdict {
  return (one) => refused(one, runOnce(ECHO, { from: 'page', args: [argument] }).error?.message);
}

function toPage(expression: string): (one: ConformanceCase) => Verdict {
  return (one) => judged(one, runOnce(`function f() { return ${expression}; }`, { from: 'page' }).value);
}

/** What a simple onEdit trigger sees when the person types those texts, the last one being looked at. */
function edited(
  tell: string,
  ...typed: readonly (readonly [string, string | string[][]])[]
): (one: ConformanceCase) => Verdict {
  return (one) => {
    const workspace = conformanceWorkspace();
    const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
    loadScript(workspace, `function onEdit(e) { console.log(JSON.stringify(${tell})); }`, {
      container: book.id,
    });
    const runs = typed.map(([a1, text]) => workspace.typeInto(book.id, 0, a1, text, { as: PERSON }).runs);
    const line = runs.at(-1)?.[0]?.result.logs[0]?.line;
    return judged(one, line === undefined ? undefined : JSON.parse(line));
  };
}

/** The cases that need the workspace's own controls, by id. */
export const controlCases: Readonly<Record<string, (one: ConformanceCase) => Verdict>> = {
  'run-in-date': fromPage(new Date(0)),
  'run-in-function': fromPage(() => undefined),
  'run-in-set': fromPage(new Set(['a'])),
  'run-in-regexp': fromPage(/^.*$/),
  'run-in-promise': fromPage(Promise.resolve(1)),
  'run-in-int8': fromPage(new Int8Array(2)),
  // What a browser makes of a form's fields (FormData) is given; the workspace makes an argument of it.
  'run-in-form': (one) => {
    const data = new FormData();
    data.append('sample text', 'sample value');
    return judged(one, runOnce(ECHO, { from: 'page', args: [fieldsByName(data)] }).value);
  },
  'run-in-undefined': (one) => judged(one, runOnce(ECHO, { from: 'page', args: [undefined] }).value),
  'run-out-function': toPage('function () { return "ok" }'),
  'run-out-promise': toPage('new Promise(function (res) { res("ok"); })'),
  'run-out-int8': toPage('new Int8Array([115, 97])'),

  'ev-edit-value': edited('{ value: e.value, oldValue: e.oldValue }', ['A1', '1234'], ['A1', '10']),
  'ev-edit-first': edited('String(e.oldValue)', ['A1', 'x']),
  'ev-edit-range': edited('[String(e.value), String(e.oldValue), e.range.getA1Notation()]', [
    'A1',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ]),
  'ev-submit-sheet': (one) => {
    const workspace = conformanceWorkspace();
    const project = loadScript(
      workspace,
      `function make() {
        var ss = SpreadsheetApp.create('ss'), form = FormApp.create('form', true);
        form.addTextItem().setTitle('First Name');
        form.addTextItem().setTitle('Last Name');
        form.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
        ScriptApp.newTrigger('seen').forSpreadsheet(ss).onFormSubmit().create();
        return form.getId();
      }
      function seen(e) { console.log(JSON.stringify(e.namedValues)); }`,
    );
    const made = workspace.run(project, 'make');
    if (!made.ok) return verdictOn(one, made);
    const sent = workspace.submitForm(String(made.value), {
      as: PERSON,
      answers: { 'First Name': 'Jane', 'Last Name': 'Doe' },
    });
    const line = sent.runs[0]?.result.logs[0]?.line;
    return judged(one, line === undefined ? undefined : JSON.parse(line));
  },

  'qu-triggers': (one) => {
    const result = runOnce(
      `function g() {}
      function f() {
        for (var n = 0; n < 20; n++) ScriptApp.newTrigger('g').timeBased().everyDays(1).create();
        try { ScriptApp.newTrigger('g').timeBased().everyDays(1).create(); } catch (e) { return e.message; }
      }`,
    );
    return result.ok ? refused(one, result.value as string | undefined) : verdictOn(one, result);
  },
  'qu-mail': (one) => {
    const result = runOnce(
      `function f() {
        for (var n = 0; n < 100; n++) MailApp.sendEmail('one' + n + '@example.com', 'subject', 'body');
        try { MailApp.sendEmail('last@example.com', 'subject', 'body'); } catch (e) { return e.message; }
      }`,
    );
    return result.ok ? refused(one, result.value as string | undefined) : verdictOn(one, result);
  },
  'ui-in-clock-trigger': (one) => {
    const workspace = conformanceWorkspace();
    const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
    const project = loadScript(
      workspace,
      `function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function tick() { try { SpreadsheetApp.getUi(); } catch (e) { console.log(e.message); } }`,
      { container: book.id },
    );
    workspace.run(project, 'install');
    const [trigger] = workspace.triggers();
    if (!trigger) return { kind: 'wrong', why: 'the trigger was not made' };
    return refused(one, workspace.fireTrigger(trigger.id).result.logs[0]?.line);
  },
  'ui-alert-releases-lock': (one) => {
    const workspace = conformanceWorkspace();
    const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
    const project = loadScript(
      workspace,
      `function f() {
        var lock = LockService.getScriptLock();
        lock.waitLock(10);
        SpreadsheetApp.getUi().alert('Go on?');
        return lock.hasLock();
      }`,
      { container: book.id },
    );
    workspace.answer('OK');
    const result = workspace.run(project, 'f', { from: 'menu' });
    return result.ok ? judged(one, result.value) : verdictOn(one, result);
  },
  'lk-exclusive': (one) => {
    const workspace = conformanceWorkspace();
    const project = loadScript(
      workspace,
      `function first() {
        LockService.getScriptLock().waitLock(10);
        PropertiesService.getScriptProperties().getProperty('anything');
      }
      function second() { return LockService.getScriptLock().tryLock(10); }`,
    );
    let second: RunResult | null = null;
    workspace.between(2, () => {
      second = workspace.run(project, 'second');
    });
    workspace.run(project, 'first');
    return judged(one, (second as RunResult | null)?.value);
  },
  'ca-expiry': (one) => {
    const workspace = conformanceWorkspace();
    const project = loadScript(
      workspace,
      `function put() { CacheService.getScriptCache().put('t', 'ex', 2); }
      function get() { return CacheService.getScriptCache().get('t'); }`,
    );
    workspace.run(project, 'put');
    workspace.advance(2000);
    return judged(one, workspace.run(project, 'get').value);
  },
  'se-no-identity': (one) => {
    const workspace = conformanceWorkspace();
    workspace.addPerson({ email: OTHER });
    const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
    workspace.share(book.id, OTHER, 'writer');
    loadScript(
      workspace,
      'function onOpen() { console.log(JSON.stringify(Session.getActiveUser().getEmail())); }',
      {
        container: book.id,
      },
    );
    const line = workspace.openDocument(book.id, { as: OTHER }).runs[0]?.result.logs[0]?.line;
    return judged(one, line === undefined ? undefined : JSON.parse(line));
  },
  'ss-timezone-copy': (one) => {
    const workspace = conformanceWorkspace();
    const make = (name: string, timeZone: string): string =>
      workspace.createSpreadsheet({ name, owner: PERSON, timeZone }).id;
    const [a, b] = [make('A', 'Asia/Tokyo'), make('B', 'America/Los_Angeles')];
    const project = loadScript(
      workspace,
      `function f(a, b) {
        SpreadsheetApp.openById(a).getRange('A1').setNumberFormat('yyyy/MM/dd HH:mm:ss').setValue('2023/01/01 12:00:00');
        var moment = SpreadsheetApp.openById(a).getRange('A1').getValue();
        var target = SpreadsheetApp.openById(b).getRange('A1').setNumberFormat('yyyy/MM/dd HH:mm:ss');
        return target.setValue(moment).getDisplayValue();
      }`,
    );
    const result = workspace.run(project, 'f', { args: [a, b] });
    return result.ok ? judged(one, result.value) : verdictOn(one, result);
  },
  'au-not-required': (one) => {
    const result = runOnce(
      'function f() { return ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl(); }',
    );
    return result.ok ? judged(one, result.value) : verdictOn(one, result);
  },
};
