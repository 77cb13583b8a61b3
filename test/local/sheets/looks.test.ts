import { desk } from './sheets-script';

describe('a look of cells', () => {
  it.each([
    ['Background', `'#abc'`, '#aabbcc', '#ffffff'],
    ['FontColor', `'blue'`, '#0000ff', '#000000'],
    ['FontFamily', `'Roboto'`, 'Roboto', 'Arial'],
    ['FontSize', '14', 14, 10],
    ['FontWeight', `'bold'`, 'bold', 'normal'],
    ['FontStyle', `'italic'`, 'italic', 'normal'],
    ['FontLine', `'line-through'`, 'line-through', 'none'],
    ['HorizontalAlignment', `'center'`, 'center', 'general'],
    ['VerticalAlignment', `'middle'`, 'middle', 'bottom'],
    ['Wrap', 'true', true, false],
    ['NumberFormat', `'0.00'`, '0.00', 'General'],
    ['Note', `'ghi'`, 'ghi', ''],
  ])('%s is set for all cells of a range and read of the first', (name, input, expected, otherwise) => {
    const { run } = desk();

    expect(
      run(
        `sheet.getRange('A1:B2').set${name}(${input});
         return [sheet.getRange('B2').get${name}(), sheet.getRange('C3').get${name}()];`,
      ),
    ).toEqual([expected, otherwise]);
  });

  it.each([
    ['Backgrounds', `[['red', null]]`, [['#ff0000', '#ffffff']]],
    ['FontColors', `[['red', '#00ff00']]`, [['#ff0000', '#00ff00']]],
    ['FontFamilies', `[['Roboto', null]]`, [['Roboto', 'Arial']]],
    ['FontSizes', `[[8, 12]]`, [[8, 12]]],
    ['FontWeights', `[['bold', 'normal']]`, [['bold', 'normal']]],
    ['FontStyles', `[['italic', null]]`, [['italic', 'normal']]],
    ['FontLines', `[['underline', 'none']]`, [['underline', 'none']]],
    ['HorizontalAlignments', `[['left', 'right']]`, [['left', 'right']]],
    ['VerticalAlignments', `[['top', 'middle']]`, [['top', 'middle']]],
    ['Wraps', `[[true, false]]`, [[true, false]]],
    ['NumberFormats', `[['@', '0%']]`, [['@', '0%']]],
    ['Notes', `[['a', '']]`, [['a', '']]],
    ['Formulas', `[['=A2', '=B2']]`, [['=A2', '=B2']]],
  ])('%s are set cell by cell, and only in the range’s shape', (name, input, expected) => {
    const { run } = desk();

    expect(run(`var r = sheet.getRange('A1:B1').set${name}(${input}); return r.get${name}();`)).toEqual(
      expected,
    );
    expect(() => run(`sheet.getRange('A1:C1').set${name}(${input});`)).toThrow(
      'Exception: The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 3.',
    );
  });

  it('goes when formats are cleared, the values stay', () => {
    const { run } = desk();

    expect(
      run(
        `var r = sheet.getRange('A1').setValue('x').setBackground('red').setNumberFormat('@'); r.clearFormat(); return [r.getBackground(), r.getNumberFormat(), r.getValue()];`,
      ),
    ).toEqual(['#ffffff', 'General', 'x']);
  });

  it('may have borders on its sides', () => {
    const { book, run } = desk();

    run(
      `sheet.getRange('A1:B2').setBorder(true, null, null, null, null, true, '#ff0000', SpreadsheetApp.BorderStyle.DASHED);`,
    );

    const look = (row: number) => book.data.styles[book.data.sheets[0]!.rows[row]!.s![0]!];
    const line = { style: 'DASHED', color: '#ff0000' };
    expect([look(0), look(1)]).toEqual([{ top: line, bottom: line }, { top: line }]);
  });
});

describe('what the grid shows', () => {
  it.each([
    [1234.5, 'General', '1234,5'],
    [1234.5, '#,##0.00', '1.234,50'],
    [0.256, '0%', '26%'],
    [0.256, '0.0%', '25,6%'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"không"', 'không'],
    [7, '00" điểm"', '07 điểm'],
    [41_852.5, 'dd/MM/yyyy HH:mm', '01/08/2014 12:00'],
    [41_852, 'd/M/yy', '1/8/14'],
    [1.5, '[h]:mm', '36:00'],
    [1e20, 'General', '1E+20'],
    [true, 'General', 'TRUE'],
    ['chữ', '@', 'chữ'],
    ['chữ', '0.00', 'chữ'],
  ])('%j under %s is %s', (value, format, shown) => {
    const { run } = desk();

    expect(
      run(
        `return sheet.getRange('A1').setNumberFormat(${JSON.stringify(format)}).setValue(${JSON.stringify(value)}).getDisplayValue();`,
      ),
    ).toBe(shown);
  });
});

describe('a rule for cells', () => {
  const rule = (build: string): string =>
    `SpreadsheetApp.newDataValidation().${build}.setAllowInvalid(false).build()`;

  it.each([
    [`requireValueInList(['Tốt','Khá'])`, 'Tốt', 'Yếu'],
    [`requireNumberBetween(1, 5)`, 3, 9],
    [`requireNumberGreaterThan(2)`, 3, 2],
    [`requireTextContains('đạt')`, 'chưa đạt', 'hỏng'],
    [`requireTextIsEmail()`, 'a@b.example', 'a.b'],
    [`requireDate()`, '01/08/2014', 'hôm qua'],
    [`requireCheckbox()`, true, 'có'],
    [`requireValueInRange(sheet.getRange('D1:D2'))`, 'x', 'z'],
  ])('%s takes %j and refuses %j', (build, good, bad) => {
    const { run } = desk();
    run(
      `sheet.getRange('D1:D2').setValues([['x'],['y']]); sheet.getRange('A1:A2').setDataValidation(${rule(build)});`,
    );

    expect(() => run(`sheet.getRange('A1').setValue(${JSON.stringify(good)});`)).not.toThrow();
    expect(() => run(`sheet.getRange('A2').setValue(${JSON.stringify(bad)});`)).toThrow(
      'The data you entered in cell A2 violates the data validation rules set on this cell.',
    );
    expect(run(`return sheet.getRange('A2').isBlank();`)).toBe(true);
  });

  it('that only warns lets everything pass', () => {
    const { run } = desk();

    expect(
      run(
        `return sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberEqualTo(1).build()).setValue(2).getValue();`,
      ),
    ).toBe(2);
  });

  it('comes back as it was built', () => {
    const { run } = desk();

    expect(
      run(
        `var r = sheet.getRange('A1').setDataValidation(${rule(`requireValueInList(['a','b'], false).setHelpText('Chọn')`)}).getDataValidation();
         return [r.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, r.getCriteriaValues(), r.getAllowInvalid(), r.getHelpText()];`,
      ),
    ).toEqual([true, [['a', 'b'], false], false, 'Chọn']);
  });

  it('makes boxes to tick', () => {
    const { run } = desk();

    expect(
      run(
        `var r = sheet.getRange('A1:A2').insertCheckboxes(); var before = r.getValues(); r.check(); return [before, r.isChecked(), r.getValues()];`,
      ),
    ).toEqual([[[false], [false]], true, [[true], [true]]]);
  });
});

describe('parts of a text', () => {
  it('have looks and links of their own', () => {
    const { run } = desk();

    expect(
      run(
        `var bold = SpreadsheetApp.newTextStyle().setBold(true).build();
         var rich = SpreadsheetApp.newRichTextValue().setText('một hai').setTextStyle(0, 3, bold).setLinkUrl(4, 7, 'https://vi-du.example').build();
         var back = sheet.getRange('A1').setRichTextValue(rich).getRichTextValue();
         return back.getRuns().map(function (run) { return [run.getText(), run.getTextStyle().isBold(), run.getLinkUrl()]; });`,
      ),
    ).toEqual([
      ['một', true, null],
      [' ', false, null],
      ['hai', false, 'https://vi-du.example'],
    ]);
  });
});

describe('rules that paint cells', () => {
  it('are kept in their order', () => {
    const { run } = desk();

    expect(
      run(
        `var rule = SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(5).setBackground('#ff0000').setRanges([sheet.getRange('A1:A9')]).build();
         sheet.setConditionalFormatRules([rule]);
         var back = sheet.getConditionalFormatRules()[0];
         return [back.getRanges()[0].getA1Notation(), back.getBooleanCondition().getCriteriaType().name(), back.getBooleanCondition().getCriteriaValues(), back.getBooleanCondition().getBackground()];`,
      ),
    ).toEqual(['A1:A9', 'NUMBER_LESS_THAN', [5], '#ff0000']);
  });
});

describe('charts of a tab', () => {
  it('are put on it, changed and taken off', () => {
    const { run } = desk();

    expect(
      run(
        `var chart = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:B5')).setTitle('Kết quả').setPosition(2, 4, 0, 0).build();
         sheet.insertChart(chart);
         var there = sheet.getCharts()[0];
         sheet.updateChart(there.modify().setPosition(7, 1, 0, 0).build());
         var after = sheet.getCharts()[0];
         var seen = [there.getOptions().get('title'), there.getContainerInfo().getAnchorColumn(), after.getContainerInfo().getAnchorRow(), after.getChartId() === there.getChartId()];
         sheet.removeChart(after);
         return seen.concat(sheet.getCharts().length);`,
      ),
    ).toEqual(['Kết quả', 4, 7, true, 0]);
  });

  it('have no title before they have a kind', () => {
    const { run } = desk();

    expect(() => run(`sheet.newChart().setTitle('x');`)).toThrow(/is not a function/);
  });
});

describe('a colour as an object', () => {
  it('is built, set and read back', () => {
    const { run } = desk();

    expect(
      run(
        `var red = SpreadsheetApp.newColor().setRgbColor('#ff0000').build();
         var back = sheet.getRange('A1').setBackgroundObject(red).getBackgroundObject().asRgbColor();
         return [back.asHexString(), back.getRed(), sheet.getRange('A1').getBackground(), back.getColorType() === SpreadsheetApp.ColorType.RGB];`,
      ),
    ).toEqual(['#ff0000', 255, '#ff0000', true]);
  });
});

describe('the parts of a request', () => {
  it('may be begun empty', () => {
    const { run } = desk();

    expect(
      run(
        `var properties = Sheets.newSheetProperties(); properties.title = 'Mới';
         var add = Sheets.newAddSheetRequest(); add.properties = properties;
         var request = Sheets.newRequest(); request.addSheet = add;
         Sheets.Spreadsheets.batchUpdate({ requests: [request] }, id);
         return ss.getSheetByName('Mới').getName();`,
      ),
    ).toBe('Mới');
  });
});
