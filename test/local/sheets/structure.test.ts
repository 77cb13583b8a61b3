import { cellsOf, desk } from './sheets-script';

const FILL = `sheet.getRange('A1:C3').setValues([['a','b','c'],['d','e','f'],['g','h','i']]);`;

describe('rows and columns', () => {
  it.each([
    ['insertRowBefore(2)', [['a', 'b', 'c'], [], ['d', 'e', 'f'], ['g', 'h', 'i']]],
    ['insertRowsAfter(1, 2)', [['a', 'b', 'c'], [], [], ['d', 'e', 'f'], ['g', 'h', 'i']]],
    [
      'deleteRow(1)',
      [
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
    ],
    ['deleteRows(1, 2)', [['g', 'h', 'i']]],
    [
      'insertColumnAfter(1)',
      [
        ['a', '', 'b', 'c'],
        ['d', '', 'e', 'f'],
        ['g', '', 'h', 'i'],
      ],
    ],
    [
      'insertColumnsBefore(1, 2)',
      [
        ['', '', 'a', 'b', 'c'],
        ['', '', 'd', 'e', 'f'],
        ['', '', 'g', 'h', 'i'],
      ],
    ],
    ['deleteColumns(1, 2)', [['c'], ['f'], ['i']]],
    [
      `moveRows(sheet.getRange('A1'), 4)`,
      [
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      `moveRows(sheet.getRange('A3'), 1)`,
      [
        ['g', 'h', 'i'],
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      `moveColumns(sheet.getRange('A:B'), 4)`,
      [
        ['c', 'a', 'b'],
        ['f', 'd', 'e'],
        ['i', 'g', 'h'],
      ],
    ],
  ])('%s', (call, expected) => {
    const { book, run } = desk();

    run(`${FILL} sheet.${call};`);

    expect(cellsOf(book)).toEqual(expected);
  });

  it.each([
    ['insertRowAfter(5)', [6, 4]],
    ['insertRowsBefore(1, 3)', [8, 4]],
    ['insertColumnAfter(4)', [5, 5]],
    ['deleteRows(2, 3)', [2, 4]],
    ['deleteColumn(4)', [5, 3]],
  ])('%s leaves a grid of %j', (call, size) => {
    const { run } = desk({}, { rows: 5, columns: 4 });

    expect(run(`sheet.${call}; return [sheet.getMaxRows(), sheet.getMaxColumns()];`)).toEqual(size);
  });

  it.each([
    ['deleteRow(6)', 'Those rows are out of bounds.'],
    ['deleteRows(1, 5)', "You can't delete all the rows on the sheet."],
    ['insertRowBefore(6)', 'Those rows are out of bounds.'],
    ['insertRowAfter(0)', 'Those rows are out of bounds.'],
    ['deleteColumn(5)', 'Those columns are out of bounds.'],
    ['setColumnWidth(5, 10)', 'Those columns are out of bounds.'],
    ['hideRows(5, 2)', 'Those rows are out of bounds.'],
    ['setFrozenRows(5)', "You can't freeze all visible rows on the sheet."],
    ['setFrozenColumns(9)', 'Those columns are out of bounds.'],
    [
      'insertRowsAfter(5, 3000000)',
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      'insertColumnsAfter(4, 18275)',
      'This action would increase the number of columns in the sheet above the limit of 18278 columns.',
    ],
  ])('%s is refused', (call, message) => {
    const { run } = desk({}, { rows: 5, columns: 4 });

    expect(() => run(`sheet.${call};`)).toThrow(`Exception: ${message}`);
  });

  it('carry what lies behind them along', () => {
    const { run } = desk();

    expect(
      run(
        `${FILL}
         sheet.getRange('B2:C2').merge(); sheet.getRange('B3').setNote('ghi chú').setBackground('#00ff00');
         ss.setNamedRange('vung', sheet.getRange('B2:C3')); sheet.getRange('3:3').addDeveloperMetadata('dong');
         sheet.insertRowBefore(1); sheet.insertColumnBefore(1);
         return [
           sheet.getRange('C3').isPartOfMerge(), sheet.getRange('C4').getNote(), sheet.getRange('C4').getBackground(),
           ss.getRangeByName('vung').getA1Notation(),
           ss.createDeveloperMetadataFinder().withKey('dong').find()[0].getLocation().getRow().getA1Notation(),
         ];`,
      ),
    ).toEqual([true, 'ghi chú', '#00ff00', 'C3:D4', '4:4']);
  });

  it('keep a name, metadata or merge only as long as they are there', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('A2:B2').merge(); ss.setNamedRange('vung', sheet.getRange('A2')); sheet.getRange('2:2').addDeveloperMetadata('dong');
         sheet.deleteRow(2);
         return [ss.getRangeByName('vung'), sheet.getRange('A1:B5').getMergedRanges().length, ss.createDeveloperMetadataFinder().withKey('dong').find().length];`,
      ),
    ).toEqual([null, 0, 0]);
  });

  it('are hidden, shown and sized', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.hideRows(2, 2); sheet.showRows(3); sheet.hideColumns(4); sheet.setColumnWidths(1, 2, 250); sheet.setRowHeight(1, 40);
         return [[1,2,3].map(function (r) { return sheet.isRowHiddenByUser(r); }), sheet.isColumnHiddenByUser(4),
           [1,2,3].map(function (c) { return sheet.getColumnWidth(c); }), sheet.getRowHeight(1), sheet.getRowHeight(2)];`,
      ),
    ).toEqual([[false, true, false], true, [250, 250, 100], 40, 21]);
  });
});

describe('sorting', () => {
  it('leaves frozen rows where they are, blanks last, and rows together', () => {
    const { book, run } = desk();

    run(
      `sheet.getRange('A1:B5').setValues([['Tên','Số'],['b',2],['',9],['a',1],['c',3]]); sheet.setFrozenRows(1); sheet.sort(1, false);`,
    );

    expect(cellsOf(book)).toEqual([
      ['Tên', 'Số'],
      ['c', 3],
      ['b', 2],
      ['a', 1],
      ['', 9],
    ]);
  });

  it('of a range knows several columns and the Vietnamese alphabet', () => {
    const { book, run } = desk();

    run(
      `sheet.getRange('A1:B4').setValues([['Đào',1],['Dung',2],['An',3],['Đào',0]]);
       sheet.getRange('A1:B4').sort([{ column: 1, ascending: true }, { column: 2, ascending: false }]);`,
    );

    expect(cellsOf(book)).toEqual([
      ['An', 3],
      ['Dung', 2],
      ['Đào', 1],
      ['Đào', 0],
    ]);
  });
});

describe('tabs', () => {
  it.each([
    [
      `ss.insertSheet('Trang tính1')`,
      'A sheet with the name "Trang tính1" already exists. Please enter another name.',
    ],
    [
      `ss.insertSheet('a'); ss.getSheetByName('a').setName('TRANG TÍNH1')`,
      'A sheet with the name "TRANG TÍNH1" already exists. Please enter another name.',
    ],
    [`ss.deleteSheet(sheet)`, "You can't remove all the visible sheets in a document."],
    [`sheet.hideSheet()`, "You can't hide all the sheets in a document."],
  ])('%s is refused', (call, message) => {
    const { run } = desk();

    expect(() => run(call)).toThrow(`Exception: ${message}`);
  });

  it('keep their ids through names and places', () => {
    const { run } = desk();

    expect(
      run(
        `var made = ss.insertSheet('Đợt 1'), id = made.getSheetId();
         made.setName('Đợt một'); ss.setActiveSheet(made); ss.moveActiveSheet(1);
         return [ss.getSheetById(id).getName(), ss.getSheetById(id).getIndex(), ss.getSheetByName('Đợt 1'), ss.getSheetById(-4)];`,
      ),
    ).toEqual(['Đợt một', 1, null, null]);
  });

  it('are copied with cells, looks, sizes and rules, to another book too', () => {
    const { run } = desk();

    expect(
      run(
        `${FILL} sheet.getRange('A1').setBackground('red').setNote('n'); sheet.setColumnWidth(1, 300);
         sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['b']).setAllowInvalid(false).build());
         var copy = sheet.copyTo(SpreadsheetApp.create('Sổ khác'));
         return [copy.getName(), copy.getDataRange().getValues()[2], copy.getRange('A1').getBackground(), copy.getRange('A1').getNote(),
           copy.getColumnWidth(1), copy.getRange('B1').getDataValidation().getCriteriaValues()[0], copy.getParent().getName()];`,
      ),
    ).toEqual(['Bản sao của Trang tính1', ['g', 'h', 'i'], '#ff0000', 'n', 300, ['b'], 'Sổ khác']);
  });

  it('that are deleted are gone for whoever holds them', () => {
    const { run } = desk();

    expect(() => run(`var gone = ss.insertSheet('x'); ss.deleteSheet(gone); gone.getLastRow();`)).toThrow(
      'Exception:',
    );
  });

  it('start with the size Google gives them', () => {
    const { run } = desk();

    expect(
      run(
        `var s = ss.insertSheet(); return [s.getMaxRows(), s.getMaxColumns(), s.getName(), ss.getActiveSheet().getName()];`,
      ),
    ).toEqual([1000, 26, 'Trang tính2', 'Trang tính2']);
  });
});

describe('a book', () => {
  it('is copied whole, for whoever copies it', () => {
    const { workspace, run } = desk();

    const id = run(
      `${FILL} ss.insertSheet('Đợt 1').getRange('A1').setFormula("='Trang tính1'!A1"); return ss.copy('Bản sao').getId();`,
    ) as string;

    expect(workspace.state.files[id]).toMatchObject({ name: 'Bản sao', owner: 'chu.so@quan.example' });
    expect(
      run(
        `var copy = SpreadsheetApp.openById('${id}'); return [copy.getNumSheets(), copy.getSheetByName('Đợt 1').getRange('A1').getValue(), copy.getEditors().length];`,
      ),
    ).toEqual([2, 'a', 1]);
  });

  it('is shared and taken back', () => {
    const { workspace, run } = desk();
    workspace.addPerson({ email: 'moi@quan.example' });
    const emails = `ss.getEditors().map(function (u) { return u.getEmail(); })`;

    expect(
      run(
        `ss.addEditors(['moi@quan.example']); var before = ${emails}; ss.removeEditor('moi@quan.example'); return [before.length, ${emails}.length];`,
      ),
    ).toEqual([3, 2]);
  });

  it.each([
    [
      `SpreadsheetApp.openById('khong-co')`,
      'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    ],
    [`SpreadsheetApp.openByUrl('https://vi-du.example')`, 'Invalid argument: url'],
    [`ss.setSpreadsheetLocale('xx')`, 'Invalid argument: xx'],
    [`ss.setSpreadsheetTimeZone('Sao Hoả')`, 'Invalid argument: Sao Hoả'],
    [`ss.setNamedRange('A1', sheet.getRange('A1'))`, 'The name "A1" is not a valid name for a named range.'],
  ])('%s is refused', (call, message) => {
    const { run } = desk();

    expect(() => run(call)).toThrow(`Exception: ${message}`);
  });

  it('outlives saving with everything in it', () => {
    const { workspace, run } = desk();
    run(
      `${FILL} sheet.getRange('A1').setBackground('red'); sheet.getRange('D1').setFormula('=COUNTA(A1:C3)'); sheet.protect();`,
    );
    const read = `return [sheet.getDataRange().getValues()[0], sheet.getRange('A1').getBackground(), sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length];`;
    const before = run(read);

    const kept = JSON.parse(JSON.stringify(workspace.snapshot())) as ReturnType<typeof workspace.snapshot>;
    run(`sheet.clear();`);
    workspace.restore(kept);

    expect(run(read)).toEqual(before);
    expect(before).toEqual([['a', 'b', 'c', 9], '#ff0000', 1]);
  });
});
