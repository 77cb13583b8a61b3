import { cellsOf, desk } from './sheets-script';

describe('a value a script sets', () => {
  it.each([
    ['1000', 1000],
    ['1.234,5', 1234.5],
    ['12,5%', 0.125],
    ['TRUE', true],
    ['false', false],
    ["'0123", '0123'],
    ['0123', 123],
    ['25.000 ₫', 25_000],
    ['1.2.3', '1.2.3'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['=1+2', 3],
    ['văn bản 12', 'văn bản 12'],
    ['may 5x', 'may 5x'],
    ['', ''],
    [' x ', ' x '],
  ])('%j is read as in a Vietnamese workbook: %j', (typed, expected) => {
    const { run } = desk();

    expect(
      run(`sheet.getRange('A1').setValue(${JSON.stringify(typed)}); return sheet.getRange('A1').getValue();`),
    ).toBe(expected);
  });

  it.each(['007', '31/08', '=1+1', 'TRUE', "'x", '- gạch đầu dòng'])(
    '%j stays a text in a cell of plain text',
    (typed) => {
      const { run } = desk();

      expect(
        run(
          `return sheet.getRange('A1').setNumberFormat('@').setValue(${JSON.stringify(typed)}).getValue();`,
        ),
      ).toBe(typed);
    },
  );

  it.each([
    ['31/08/2014', '31/08/2014', '2014-08-30T17:00:00.000Z'],
    ['31/08', '31/08', '2014-08-30T17:00:00.000Z'],
    ['2014-08-31', '2014-08-31', '2014-08-30T17:00:00.000Z'],
    ['31/08/2014 13:30:00', '31/08/2014 13:30:00', '2014-08-31T06:30:00.000Z'],
  ])('%j becomes a date of the workbook’s zone', (typed, shown, moment) => {
    const { run } = desk();

    expect(
      run(
        `var r = sheet.getRange('A1').setValue('${typed}'); return [r.getDisplayValue(), r.getValue() instanceof Date, r.getValue().toISOString()];`,
      ),
    ).toEqual([shown, true, moment]);
  });

  it('that is a date comes back as the same instant, shown on the workbook’s clock', () => {
    const { run } = desk();

    expect(
      run(
        `ss.setSpreadsheetTimeZone('Asia/Tokyo');
         var at = new Date('2014-08-01T03:00:00Z'), r = sheet.getRange('A1').setValue(at);
         return [r.getDisplayValue(), r.getValue().getTime() === at.getTime()];`,
      ),
    ).toEqual(['01/08/2014 12:00:00', true]);
  });

  it.each([null, undefined])('of %s empties the cell', (nothing) => {
    const { run } = desk();

    expect(
      run(
        `var r = sheet.getRange('A1').setValue(5); r.setValue(${nothing}); return [r.getValue(), r.isBlank()];`,
      ),
    ).toEqual(['', true]);
  });

  it('may have 50 000 signs and no more', () => {
    const { run } = desk();

    expect(run(`return sheet.getRange('A1').setValue('x'.repeat(50000)).getValue().length;`)).toBe(50_000);
    expect(() => run(`sheet.getRange('A1').setValue('x'.repeat(50001));`)).toThrow(
      'Exception: Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});

describe('tables of values', () => {
  it.each([
    [
      `sheet.getRange('A1:B2').setValues([[1,2]])`,
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1:B1').setValues([[1]])`,
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    ],
    [
      `sheet.getRange('A1').setValues('x')`,
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      `sheet.getRange('A1').setValues([1])`,
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [`sheet.getRange(0, 1)`, 'The starting row of the range is too small.'],
    [`sheet.getRange(1, 1, 0)`, 'The number of rows in the range must be at least 1.'],
    [`sheet.getRange(1001, 1)`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange('A1001')`, 'The coordinates of the range are outside the dimensions of the sheet.'],
    [`sheet.getRange('Không có!A1')`, 'Range not found'],
    [`sheet.getRange('vớ vẩn')`, 'Range not found'],
  ])('are refused in Google’s words: %s', (call, message) => {
    const { run } = desk();

    expect(() => run(call)).toThrow(`Exception: ${message}`);
  });

  it('of an empty tab are one blank', () => {
    const { run } = desk();

    expect(
      run(`return [sheet.getDataRange().getValues(), sheet.getLastRow(), sheet.getLastColumn()];`),
    ).toEqual([[['']], 0, 0]);
  });

  it('reach as far as there are values, not looks', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('B3').setValue('x'); sheet.getRange('D9').setBackground('red').setNote('n');
         return [sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()];`,
      ),
    ).toEqual([3, 2, 'A1:B3']);
  });
});

describe('what an execution writes', () => {
  it('is kept back until something reads it, and read then', () => {
    const { book, run, workspace } = desk();
    const seen: unknown[] = [];
    workspace.between(2, () => seen.push(cellsOf(book)));

    run(`sheet.getRange('A1').setValue('một'); sheet.getRange('B1').setValue('hai');`);

    expect(seen).toEqual([[]]);
    expect(cellsOf(book)).toEqual([['một', 'hai']]);
  });

  it('is lost when it is killed first', () => {
    const { book, report, workspace } = desk();
    workspace.faults([{ at: 2, do: 'kill' }]);

    const result = report(`sheet.getRange('A1').setValue('một'); sheet.getRange('B1').setValue('hai');`);

    expect(result.killed).toBe(true);
    expect(cellsOf(book)).toEqual([]);
  });

  it.each([
    [
      'one block, flushed at the end',
      `sheet.getRange('A1:B2').setValues([[1,2],[3,4]]);`,
      560 + 90 + (4 * 57 + 2 * 22) / 1000,
    ],
    [
      'two cells apart',
      `sheet.getRange('A1').setValue(1); sheet.getRange('Z9').setValue(1);`,
      560 + 90 + 265 + (2 * 57 + 2 * 22) / 1000,
    ],
    ['a read', `sheet.getRange('A1:B2').getValues();`, 170 + (4 * 8.5 + 2 * 4) / 1000],
    [
      'a read and its neighbour',
      `sheet.getRange('A1').getValue(); sheet.getRange('A2').getValue();`,
      170 + 3 + (2 * 8.5 + 2 * 4) / 1000,
    ],
    ['an appended row', `sheet.appendRow([1]);`, 110],
    [
      'names and places only',
      `sheet.getName(); sheet.getRange('A1').getA1Notation(); ss.getSheetByName('x');`,
      0,
    ],
  ])('costs what the model says: %s', (_, code, rawMs) => {
    const { report } = desk();

    expect(report(code).simulatedMs).toBeCloseTo(rawMs * 1.65, 6);
  });
});

describe('appendRow', () => {
  it('goes below the last row and grows the tab', () => {
    const { book, run } = desk({}, { rows: 2, columns: 2 });

    run(`sheet.appendRow(['a']); sheet.appendRow(['=1+1', '31/08']); sheet.appendRow(['c', 'd', 'e']);`);

    expect(cellsOf(book)).toEqual([['a'], [2, 41_882], ['c', 'd', 'e']]);
    expect(book.data.sheets[0]).toMatchObject({ maxRows: 3, maxColumns: 3 });
  });
});

describe('formulas', () => {
  it.each([
    ['=SUM(A1:A3)', 6],
    ['=COUNTIF(A1:A3;">1")', 2],
    ['=IF(A1=1;"một, hai";"khác")', 'một, hai'],
    ['=A1/0', '#DIV/0!'],
    ['=KHONGCO(1)', '#NAME?'],
    ['=VLOOKUP(2;A1:B3;2;FALSE)', 'hai'],
    ['=A1+1,5', 2.5],
    ['=SUM(A1, A2)', '#ERROR!'],
    ['=SUM(', '#ERROR!'],
    ['=-A1', -1],
    ["='Trang tính1'!A2*10", 20],
    ['=TODAY()', 41_852],
  ])('%s gives %j', (formula, expected) => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('A1:B3').setValues([[1,'mot'],[2,'hai'],[3,'ba']]);
         return sheet.getRange('D1').setFormula(${JSON.stringify(formula)}).getValue();`,
      ),
    ).toBe(expected);
  });

  it('that are not calculated here say so by name', () => {
    const { run } = desk();

    expect(() =>
      run(`sheet.getRange('A1').setFormula('=QUERY(B1:C9; "select B")'); SpreadsheetApp.flush();`),
    ).toThrow('NotEmulatedError: formula QUERY');
    expect(() =>
      run(`sheet.getRange('A1').setValue('=FILTER(B1:B9; C1:C9)'); SpreadsheetApp.flush();`),
    ).toThrow('NotEmulatedError: formula FILTER over several cells');
  });

  it('take commas between arguments where numbers have a decimal point', () => {
    const { run } = desk({ locale: 'en_US' });

    expect(run(`return sheet.getRange('A1').setFormula('=SUM(1.5,2;3)').getValue();`)).toBe(6.5);
  });

  it('follow the cells they read, and are calculated for people when the script has ended', () => {
    const { book, run } = desk();

    run(
      `sheet.getRange('A1').setValue(1); sheet.getRange('B1').setFormula('=A1*2'); sheet.getRange('B1').getValue(); sheet.getRange('A1').setValue(21);`,
    );

    expect(cellsOf(book)).toEqual([[21, 42]]);
  });

  it('move their references when rows come between', () => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('A1:A3').setValues([[1],[2],[3]]); sheet.getRange('B1').setFormula('=SUM(A1:A3)+$A$3');
         sheet.insertRowBefore(2); sheet.deleteRow(1);
         sheet.getRange('C1').setFormula('=A2+A3'); sheet.getRange('C1').copyTo(sheet.getRange('C2'));
         return [sheet.getRange('C1').getFormula(), sheet.getRange('C2').getFormula()];`,
      ),
    ).toEqual(['=A2+A3', '=A3+A4']);
  });
});

describe('a book’s own methods for its active tab', () => {
  it('cost what the tab’s cost', () => {
    const { report } = desk();

    expect(report(`ss.appendRow([1]);`).simulatedMs).toBeCloseTo(110 * 1.65, 6);
    expect(report(`ss.getActiveRange();`).calls.total).toBe(0);
  });
});
