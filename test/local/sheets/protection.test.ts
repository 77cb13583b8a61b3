import { load } from '../kernel/scripts';
import { OTHER, OWNER, desk as editorsDesk } from './sheets-script';

const READER = 'xem@quan.example';

/** A desk in a workspace where somebody else may look at most. */
function desk(): ReturnType<typeof editorsDesk> {
  const made = editorsDesk();
  made.workspace.addPerson({ email: READER });
  return made;
}

const REFUSED =
  'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const LOCK = `var p = sheet.protect(); p.removeEditors(p.getEditors());`;

describe('a new protection', () => {
  it('keeps nobody out until its editors are changed', () => {
    const { run } = desk();
    run(`sheet.protect();`);

    expect(() => run(`sheet.getRange('A1').setValue(1);`, { as: OTHER })).not.toThrow();
  });

  it('names everybody who may edit, but the owner', () => {
    const { run } = desk();

    expect(run(`return sheet.protect().getEditors().map(function (u) { return u.getEmail(); });`)).toEqual([
      OTHER,
    ]);
  });

  it('of a tab is the one the tab has', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.protect().setDescription('khoá'); return [sheet.protect().getDescription(), sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length];`,
      ),
    ).toEqual(['khoá', 1]);
  });

  it('of a range is a second one beside the first', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('A1').protect(); sheet.getRange('A1').protect(); return ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;`,
      ),
    ).toBe(2);
  });
});

describe('a protection without editors', () => {
  it.each([
    ['writing', `sheet.getRange('B2').setValue(1);`],
    ['clearing', `sheet.clearContents();`],
    ['looks', `sheet.getRange('B2').setBackground('red');`],
    ['notes', `sheet.getRange('B2').setNote('x');`],
    ['appending', `sheet.appendRow([1]);`],
    ['inserting rows', `sheet.insertRowAfter(1);`],
    ['deleting columns', `sheet.deleteColumn(1);`],
    ['sorting', `sheet.sort(1);`],
    ['renaming', `sheet.setName('x');`],
    ['hiding', `ss.insertSheet('x'); sheet.hideSheet();`],
    ['deleting the tab', `ss.insertSheet('x'); ss.deleteSheet(sheet);`],
    [
      'changing the protection',
      `sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].addEditor('${OTHER}');`,
    ],
    ['removing the protection', `sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].remove();`],
  ])('refuses others %s', (_, code) => {
    const { run } = desk();
    run(LOCK);

    expect(() => run(code, { as: OTHER })).toThrow(REFUSED);
  });

  it('lets others read, and the owner do everything', () => {
    const { run } = desk();
    run(LOCK);

    expect(run(`return sheet.getRange('A1').getValue();`, { as: OTHER })).toBe('');
    expect(() => run(`sheet.getRange('A1').setValue(1); sheet.insertRowAfter(1);`)).not.toThrow();
  });

  it('is known to whoever asks', () => {
    const { run } = desk();
    run(LOCK);
    const ask = `return [sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].canEdit(), sheet.getRange('A1').canEdit()];`;

    expect(run(ask)).toEqual([true, true]);
    expect(run(ask, { as: OTHER })).toEqual([false, false]);
  });

  it('refuses at the flush, when a script could have caught it', () => {
    const { run } = desk();
    run(LOCK);

    expect(
      run(
        `sheet.getRange('A1').setValue(1); try { SpreadsheetApp.flush(); } catch (e) { return e.message; }`,
        { as: OTHER },
      ),
    ).toBe(REFUSED.replace('Exception: ', ''));
  });
});

describe('the editors of a protection', () => {
  it('cannot lose the one who asks', () => {
    const { run } = desk();
    const emails = `p.getEditors().map(function (u) { return u.getEmail(); })`;

    expect(
      run(`var p = sheet.getRange('A1').protect(); p.removeEditors(p.getEditors()); return ${emails};`, {
        as: OTHER,
      }),
    ).toEqual([OTHER]);
    expect(
      run(
        `var p = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0] || sheet.protect(); p.removeEditor('${OWNER}'); return ${emails};`,
      ),
    ).toEqual([OTHER]);
  });

  it('may be added again one by one', () => {
    const { run } = desk();
    run(`${LOCK} p.addEditor('${OTHER}');`);

    expect(() => run(`sheet.getRange('A1').setValue(1);`, { as: OTHER })).not.toThrow();
  });

  it('get no right to the file with it', () => {
    const { workspace, run } = desk();
    workspace.addPerson({ email: 'la@dau.example' });

    run(`sheet.protect().addEditor('la@dau.example');`);

    expect(() => run(`return 1;`, { as: 'la@dau.example' })).toThrow('You do not have permission');
  });

  it('do not matter while the protection only warns', () => {
    const { run } = desk();
    run(`${LOCK} p.setWarningOnly(true);`);

    expect(() => run(`sheet.getRange('A1').setValue(1);`, { as: OTHER })).not.toThrow();
  });

  it('are not of a domain in a private person’s file', () => {
    const { run } = desk();

    expect(() => run(`sheet.protect().setDomainEdit(false);`)).toThrow('Exception:');
    expect(run(`return sheet.protect().canDomainEdit();`)).toBe(false);
  });
});

describe('the unprotected parts of a tab', () => {
  it('are open to all who may edit the file', () => {
    const { run } = desk();
    run(`${LOCK} p.setUnprotectedRanges([sheet.getRange('A1:A5'), sheet.getRange('B1:B5')]);`);

    expect(() => run(`sheet.getRange('A2:B4').setValue(1);`, { as: OTHER })).not.toThrow();
    expect(() => run(`sheet.getRange('A2:B6').setValue(1);`, { as: OTHER })).toThrow(REFUSED);
    expect(() => run(`sheet.getRange('C1').setValue(1);`, { as: OTHER })).toThrow(REFUSED);
  });

  it('belong to that tab and to no range', () => {
    const { run } = desk();

    expect(() =>
      run(`sheet.getRange('A1:B2').protect().setUnprotectedRanges([sheet.getRange('A1')]);`),
    ).toThrow('Exception:');
    expect(() => run(`sheet.protect().setUnprotectedRanges([ss.insertSheet('x').getRange('A1')]);`)).toThrow(
      'Exception:',
    );
  });
});

describe('a protected range', () => {
  it('moves with its rows, and is a place: sorting moves people under it', () => {
    const { run } = desk();
    run(
      `sheet.getRange('A1:A3').setValues([['c'],['b'],['a']]); var p = sheet.getRange('A3').protect(); p.removeEditors(p.getEditors()); sheet.insertRowBefore(1); sheet.sort(1);`,
    );

    expect(
      run(`return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation();`),
    ).toBe('A4');
    expect(() => run(`sheet.getRange('A4').setValue(1);`, { as: OTHER })).toThrow(REFUSED);
    expect(() => run(`sheet.getRange('A3').setValue(1);`, { as: OTHER })).not.toThrow();
  });

  it('lets others insert beside it, not within it', () => {
    const { run } = desk();
    run(`var p = sheet.getRange('A2:C4').protect(); p.removeEditors(p.getEditors());`);

    expect(() => run(`sheet.insertRowBefore(3);`, { as: OTHER })).toThrow(REFUSED);
    expect(() => run(`sheet.insertRowBefore(2);`, { as: OTHER })).not.toThrow();
  });
});

describe('somebody who may only look', () => {
  it.each([
    `sheet.getRange('A1').setValue(1);`,
    `ss.insertSheet('x');`,
    `sheet.protect();`,
    `ss.addEditor('a@b.example');`,
  ])('cannot do %s', (act) => {
    const { workspace, book } = desk();
    workspace.share(book.id, READER, 'reader');
    const project = load(
      workspace,
      `function probe(id) { var ss = SpreadsheetApp.openById(id), sheet = ss.getSheets()[0]; sheet.getRange('A1').getValue(); ${act} }`,
    );

    const result = workspace.run(project, 'probe', { as: READER, args: [book.id] });

    expect(result.error?.message).toBe('You do not have permission to perform that action.');
  });
});
