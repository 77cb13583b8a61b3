import { OTHER, OWNER, load, workspaceWithPeople } from './scripts';

const code = `
  function onOpen() {
    SpreadsheetApp.getUi().createMenu('Chấm').addItem('Mở bảng chấm', 'open').addToUi();
  }
  function open() {
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>chấm</p>').setTitle('Chấm'));
  }
  function save(text) {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const before = sheet.getRange('A1').getValue();
    sheet.getRange('A1').setValue(text);
    return [before, sheet.getRange('A1').getValue(), SpreadsheetApp.getActive().getName()];
  }
  function onEdit(e) {
    console.log(e.range.getA1Notation(), e.value, e.oldValue, e.source.getName());
  }
  function add() {
    const cell = SpreadsheetApp.getActive().getSheets()[0].getRange('B1');
    cell.setValue(Number(cell.getValue()) + 1);
  }
  function addLocked() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(30000);
    add();
    SpreadsheetApp.flush();
    lock.releaseLock();
  }`;

function bound() {
  const workspace = workspaceWithPeople();
  const book = workspace.createSpreadsheet({ name: 'Sổ cơ sở', owner: OWNER });
  workspace.share(book.id, OTHER, 'writer');
  return { workspace, book, project: load(workspace, code, { container: book.id }) };
}

afterAll(() => {
  bound().workspace.close();
});

describe('a script bound to a spreadsheet', () => {
  it('makes its menu, shows its sidebar, and reads and writes a cell from it', () => {
    const { workspace, book, project } = bound();

    const { menus } = workspace.openDocument(book.id, { as: OTHER });
    const opened = workspace.run(project, 'open', { as: OTHER, from: 'menu' });
    const saved = workspace.run(project, 'save', { as: OTHER, from: 'page', args: ['xong'] });
    const again = workspace.run(project, 'save', { as: OWNER, from: 'page', args: ['rồi'] });

    expect(menus[0]?.menu).toEqual({ caption: 'Chấm', items: [{ caption: 'Mở bảng chấm', run: 'open' }] });
    expect(opened.ui).toMatchObject([{ kind: 'sidebar', page: { html: '<p>chấm</p>', title: 'Chấm' } }]);
    expect(saved.value).toEqual(['', 'xong', 'Sổ cơ sở']);
    expect(again.value).toEqual(['xong', 'rồi', 'Sổ cơ sở']);
  });

  it('is told what a person types, and not what a script writes', () => {
    const { workspace, book, project } = bound();
    const type = (text: string) =>
      workspace
        .typeInto(book.id, 0, 'A1', text, { as: OWNER })
        .runs.map(({ result }) => result.logs[0]?.line);

    expect(type('10')).toEqual(['A1 10 undefined Sổ cơ sở']);
    expect(type('12')).toEqual(['A1 12 10 Sổ cơ sở']);
    expect(workspace.run(project, 'save', { args: ['x'] }).logs).toEqual([]);
  });

  it('loses what it had not flushed when it is killed', () => {
    const { workspace, project } = bound();
    const both = load(
      workspace,
      `${code} function long() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('mất'); for (;;) Utilities.sleep(60000); }`,
      { container: project.container! },
    );

    expect(workspace.run(both, 'long').killed).toBe(true);
    expect((workspace.run(project, 'save', { args: ['x'] }).value as unknown[])[0]).toBe('');
  });

  it('loses an addition to another one at the same time, and none under the lock', () => {
    const sum = (fn: string, seed: number) => {
      const { workspace, project } = bound();
      const one = (as: string) => ({ project: project.id, fn, options: { as } });
      workspace.interleave(one(OWNER), one(OTHER), seed);
      const read = load(
        workspace,
        "function read() { return SpreadsheetApp.getActive().getSheets()[0].getRange('B1').getValue(); }",
        { container: project.container! },
      );
      return workspace.run(read, 'read').value;
    };
    const sums = (fn: string) => Array.from({ length: 10 }, (_, seed) => sum(fn, seed));

    expect(sums('add')).toContain(1);
    expect(new Set(sums('addLocked'))).toEqual(new Set([2]));
  });
});
